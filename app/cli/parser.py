"""The command line as it is read: argparse with Chinese words, and nothing heavy imported."""

import argparse
import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

from app.exit_codes import ExitCode

ABOUT: Final = "年报助手：填写、核对并导出政府信息公开工作年度报告。不带命令时打开填写界面。"
EPILOG: Final = """单位@年份：一份年报的名字，可以只写年份或单位，如 2025、示例县民政局@2025。
退出码：0 完成，没有错误；1 检查发现错误；2 没有做成（文件读不了、命令写错等）。
数据写到标准输出，说明写到标准错误。"""


class _Parser(argparse.ArgumentParser):
    """An argument parser that says a mistake in a sentence and how to go on."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        print(f"命令没有写对：{message}。\n用 {self.prog} --help 查看用法。", file=sys.stderr)
        raise SystemExit(ExitCode.FAILED)


EXPORTS: Final = ("docx", "review", "pdf", "html", "fragment", "xlsx", "md", "txt", "json")
"""The kinds of ``app.documents.write.kinds``, named here so that the help loads nothing."""
_LOCALE: Final = Path(__file__).with_name("locale")
_DOMAIN: Final = "argparse"


@contextmanager
def _in_chinese() -> Iterator[None]:
    """argparse says its own words by gettext, which takes the language from the environment."""
    before, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = "zh_CN"
    try:
        yield
    finally:
        gettext.textdomain(before)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language


def build() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(prog="nianbao", description=ABOUT, epilog=EPILOG)
    parser.add_argument("--version", action="store_true", help="显示版本")
    parser.add_argument(
        "--resume", nargs="?", const="", metavar="单位@年份", help="直接回到上次停下的地方（可写明是哪一份）"
    )
    commands = parser.add_subparsers(dest="command", title="命令", metavar="命令", parser_class=_Parser)
    _add_store_commands(commands)
    _add_document_commands(commands)
    _add_reference_commands(commands)
    return parser


def _add_words(command: "_Parser") -> None:
    command.add_argument(
        "--words",
        choices=("own", "fresh"),
        metavar="own|fresh",
        help="own：沿用上年年报里自己的句子（有上年年报时的默认）；fresh：全部新写",
    )


def _add_store_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    commands.add_parser("list", help="列出已有的年报")
    answers = commands.add_parser("answers", help="输出一份年报的全部答案（draft 能读的格式）")
    answers.add_argument("ref", metavar="单位@年份")
    told = commands.add_parser(
        "sentences", help="列出正文的每一句：从哪里来，数字对应什么，为什么不能直接沿用"
    )
    told.add_argument("ref", nargs="?", default="", metavar="单位@年份")
    told.add_argument("--answers", metavar="文件", help="不看已有的年报，看答案文件生成的")
    told.add_argument("--last-year", metavar="文件", help="与 --answers 一起用：上年的年报")
    _add_words(told)
    told.add_argument("--json", action="store_true", help="输出 JSON")
    commands.add_parser("path", help="显示数据存放的位置")
    backup = commands.add_parser("backup", help="备份全部数据到一个文件")
    backup.add_argument("file", metavar="文件")
    backup.add_argument("--force", action="store_true", help="覆盖以前的备份")
    restore = commands.add_parser("restore", help="从备份文件恢复（现有数据另存一份）")
    restore.add_argument("file", metavar="文件")
    doctor = commands.add_parser("doctor", help="检查保存的数据是否完好，必要时修复")
    doctor.add_argument("file", metavar="文件", nargs="?", default="", help="检查别的数据文件或备份")
    doctor.add_argument("--repair", action="store_true", help="修复（原来的文件另外留存）")


def _add_document_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    read = commands.add_parser("import", help="导入已发布的年报（Word、网页、PDF、文本）")
    read.add_argument("files", nargs="+", metavar="文件", help="可以写多份，也可以写文件夹")
    read.add_argument("--json", action="store_true", help="只输出读到的内容，不保存")
    read.add_argument("--unit", default="", metavar="单位", help="文件里没有写明时的单位全称")
    read.add_argument("--year", type=int, default=0, metavar="年份", help="文件里没有写明时的年份")
    read.add_argument("--into", default="", metavar="单位@年份", help="改过的文件读回这一份年报，逐处比较")
    read.add_argument(
        "--take", default="", metavar="序号", help="采用哪几处：all、wording（只要文字），或者 1,3"
    )
    compare = commands.add_parser("compare", help="比较一份年报和已公布的网页或文件")
    compare.add_argument("ref", metavar="单位@年份")
    compare.add_argument("file", metavar="文件")
    compare.add_argument("--json", action="store_true", help="以 JSON 输出")
    draft = commands.add_parser("draft", help="按答案文件直接生成年报")
    draft.add_argument("--answers", required=True, metavar="文件", help="答案文件（JSON）")
    draft.add_argument("--last-year", metavar="文件", help="上年的年报")
    draft.add_argument("-o", "--output", required=True, metavar="文件", help="写到哪里（.docx 或 .json）")
    draft.add_argument("--force", action="store_true", help="覆盖已有的文件")
    _add_words(draft)
    draft.add_argument("--as-draft", action="store_true", help="有错误时也导出，并标明“草稿”")
    check = commands.add_parser("check", help="检查年报（文件或已有的年报）")
    check.add_argument("targets", nargs="+", metavar="文件或单位@年份", help="可以写多份，也可以写文件夹")
    check.add_argument("--last-year", metavar="文件", help="上年的年报，用来核对年度之间的数字")
    check.add_argument(
        "--format",
        choices=["text", "json", "sarif", "html"],
        default="text",
        help="输出格式：text 直接看；html 网页，可打印；json、sarif 给其他程序用",
    )
    check.add_argument(
        "--select", default="", metavar="编号", help="只查这些规则，如 NB3,NB901（写开头几位也可以）"
    )
    check.add_argument("--ignore", default="", metavar="编号", help="不查这些规则")
    check.add_argument("-o", "--output", default="", metavar="文件", help="结果写到文件里（默认直接显示）")
    check.add_argument("--force", action="store_true", help="覆盖已有的结果文件")
    check.add_argument(
        "--fix", action="store_true", help="能放心改的，改好后另存一份（原文件不动，限 text 格式）"
    )
    export = commands.add_parser("export", help="导出一份年报")
    export.add_argument("ref", metavar="单位@年份")
    export.add_argument(
        "-o", "--output", default="", metavar="文件", help="写到哪里（- 为标准输出，仅限 json）"
    )
    export.add_argument("--format", choices=EXPORTS, help=f"格式（默认按文件后缀）：{'、'.join(EXPORTS)}")
    export.add_argument("--all", default="", metavar="文件夹", help="各种格式都导出到这个文件夹")
    export.add_argument("--force", action="store_true", help="覆盖已有的文件")
    export.add_argument("--as-draft", action="store_true", help="有错误时也导出，并标明“草稿”")
    export.add_argument(
        "--layout",
        default="",
        metavar="版式",
        help="gbt9704（默认）、windows，盖章的加 -sealed；或者自己的版式名、.toml 文件",
    )
    demo = commands.add_parser("demo", help="用自带的示例走一遍：导入、回答、检查、导出")
    demo.add_argument("-o", "--output", default="demo-output", metavar="文件夹", help="结果放在哪里")


def _add_reference_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    commands.add_parser("questions", help="以 JSON 输出全部问题")
    commands.add_parser("schema", help="输出年报 JSON 的格式说明（JSON Schema）")
    commands.add_parser("rules", help="列出全部检查规则")
    rule = commands.add_parser("rule", help="解释一条检查规则")
    rule.add_argument("code", metavar="编号")


def parse(argv: list[str]) -> argparse.Namespace | ExitCode:
    """The arguments, or the exit code when help, the version or a mistake was all there was."""
    try:
        with _in_chinese():
            arguments = build().parse_args(argv)
    except SystemExit as stop:
        return ExitCode(stop.code if isinstance(stop.code, int) else ExitCode.FAILED)
    if arguments.version:
        from importlib.metadata import version

        print(f"nianbao {version('nianbao')}")
        return ExitCode.OK
    return arguments
