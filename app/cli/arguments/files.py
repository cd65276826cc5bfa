"""Commands that read and write documents."""

from typing import TYPE_CHECKING

from app.cli.arguments.shared import (
    EXPORTS,
    REF,
    add_format,
    add_output,
    add_ref,
    add_words,
    completed_by,
    rule_codes,
    stored_names,
)

if TYPE_CHECKING:
    from app.cli.arguments.shared import Commands

__all__ = ["EXPORTS", "add"]


def add(commands: "Commands") -> None:
    """Add them in the order of the help."""
    _add_import(commands)
    _add_compare(commands)
    _add_draft(commands)
    _add_check(commands)
    _add_export(commands)
    demo = commands.add_parser("demo", help="用自带的示例走一遍：导入、回答、检查、导出")
    demo.add_argument("-o", "--output", default="demo-output", metavar="文件夹", help="结果放在哪里")
    demo.add_argument("--force", action="store_true", help="覆盖已有的文件")


def _add_import(commands: "Commands") -> None:
    read = commands.add_parser("import", help="导入已发布的年报（Word、网页、PDF、文本）")
    read.add_argument("files", nargs="+", metavar="文件", help="可以写多份，也可以写文件夹")
    read.add_argument("-r", "--recursive", action="store_true", help="文件夹里的文件夹也读")
    read.add_argument("--json", action="store_true", help="只输出读到的内容，不保存")
    read.add_argument("--unit", default="", metavar="单位", help="文件里没有写明时的单位全称")
    read.add_argument("--year", type=int, default=0, metavar="年份", help="文件里没有写明时的年份")
    read.add_argument(
        "--replace", action="store_true", help="同一年的以前导入过、内容不同时，用这一份代替（可以恢复）"
    )
    into = read.add_argument("--into", default="", metavar=REF, help="改过的文件读回这一份年报，逐处比较")
    completed_by(into, stored_names)
    read.add_argument(
        "--take", default="", metavar="序号", help="采用哪几处：all、wording（只要文字），或者 1,3"
    )


def _add_compare(commands: "Commands") -> None:
    compare = commands.add_parser("compare", help="比较一份年报和已公布的网页或文件")
    add_ref(compare)
    compare.add_argument("file", metavar="文件")
    compare.add_argument("--json", action="store_true", help="输出 JSON")


def _add_draft(commands: "Commands") -> None:
    draft = commands.add_parser("draft", help="按答案文件直接生成年报")
    draft.add_argument("--answers", required=True, metavar="文件", help="答案文件（JSON）")
    draft.add_argument("--last-year", metavar="文件", help="上年的年报")
    draft.add_argument(
        "--predecessor",
        action="store_true",
        help="上年的年报是本单位前身（更名、机构改革以前的单位）的，照样使用",
    )
    add_output(draft, required=True)
    add_format(draft)
    add_words(draft)


def _add_check(commands: "Commands") -> None:
    check = commands.add_parser("check", help="检查年报（文件或已有的年报）")
    targets = check.add_argument(
        "targets", nargs="*", metavar=f"文件或{REF}", help="可以写多份，也可以写文件夹、*@2025"
    )
    completed_by(targets, stored_names)
    check.add_argument("-r", "--recursive", action="store_true", help="文件夹里的文件夹也查")
    check.add_argument("--all", action="store_true", help="检查保存的全部年报")
    check.add_argument("--year", type=int, default=0, metavar="年份", help="与 --all 一起用：只查这一年的")
    check.add_argument(
        "--last-year",
        action="append",
        default=[],
        metavar="文件",
        help="上年的年报，用来核对年度之间的数字；可以写几次，也可以写文件夹",
    )
    check.add_argument(
        "--predecessor", action="store_true", help="--last-year 是本单位前身（更名、机构改革以前的单位）的"
    )
    check.add_argument(
        "--no-store", action="store_true", help="不从保存的年报里找上年的年报，只用命令里写明的文件"
    )
    check.add_argument(
        "--format",
        choices=["text", "json", "sarif", "html"],
        default="text",
        help="输出格式：text 直接看；html 网页，可打印；json、sarif 给其他程序用",
    )
    for option, words in (
        ("--select", "只查这些规则，如 NB3,NB901（写开头几位也可以）"),
        ("--ignore", "不查这些规则"),
    ):
        completed_by(check.add_argument(option, default="", metavar="编号", help=words), rule_codes)
    add_output(check, words="结果写到哪里（默认或 - 为标准输出）")
    check.add_argument(
        "--baseline",
        default="",
        metavar="文件",
        help="检查结果的答复：没有这个文件时写出，写好理由后再查，只把没有答复的算作问题（--force 重新写出）",
    )
    check.add_argument(
        "--annotate",
        default="",
        metavar="文件夹",
        help="把结果作为批注写进各份 Word 的副本，放到这个文件夹（其他格式写成带标记的网页）",
    )
    check.add_argument(
        "--proofread", action="store_true", help="再用词典逐字查疑似错别字（只提示；要多用一两秒）"
    )
    check.add_argument(
        "--fix", action="store_true", help="能放心改的，改好后另存一份（原文件不动，限 text 格式）"
    )


def _add_export(commands: "Commands") -> None:
    export = commands.add_parser("export", help="导出一份年报")
    add_ref(export, help="与 --all 一起用时可以写 *@2025")
    add_output(export)
    add_format(export)
    export.add_argument("--all", default="", metavar="文件夹", help="各种格式都导出到这个文件夹")
    export.add_argument(
        "--version",
        dest="number",
        type=int,
        default=0,
        metavar="序号",
        help="导出第几次定稿的版本（见 versions）",
    )
    export.add_argument(
        "--layout",
        default="",
        metavar="版式",
        help="gbt9704（默认）、windows，盖章的加 -sealed；或者自己的版式名、.toml 文件",
    )
