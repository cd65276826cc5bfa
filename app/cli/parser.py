"""The command line as it is read: argparse with Chinese words, and nothing heavy imported."""

import argparse
import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

from app.cli import config
from app.cli.arguments import files, reference, stored
from app.cli.arguments.shared import EXPORTS, REF, completed_by, stored_names
from app.cli.console import QUIET, VERBOSE, complain, out
from app.exit_codes import ExitCode

__all__ = ["EXPORTS", "build", "parse"]

ABOUT: Final = "年报助手：填写、核对并导出政府信息公开工作年度报告。不带命令时打开填写界面。"
EPILOG: Final = """单位@年份：一份年报的名字，可以只写年份或单位，如 2025、示例县民政局@2025。
退出码：0 完成，没有错误；1 检查发现错误；2 没有做成（文件读不了、命令写错等）；130 被中断。
数据写到标准输出，说明写到标准错误。常用的选项可以写进设置文件，位置见 nianbao path。"""
_LOCALE: Final = Path(__file__).with_name("locale")
_DOMAIN: Final = "argparse"


class _Parser(argparse.ArgumentParser):
    """An argument parser that says a mistake in a sentence and how to go on; every command has the options
    about how much is said."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **options)
        for names, loudness, words in (
            (("-q", "--quiet"), QUIET, "只说没有做成的事"),
            (("-v", "--verbose"), VERBOSE, "说得详细一些"),
        ):
            self.add_argument(
                *names,
                dest="loudness",
                action="store_const",
                const=loudness,
                default=argparse.SUPPRESS,
                help=words,
            )

    def error(self, message: str) -> NoReturn:
        complain(f"命令没有写对：{message}。\n用 {self.prog} --help 查看用法。")
        raise SystemExit(ExitCode.FAILED)


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
    resume = parser.add_argument(
        "--resume", nargs="?", const="", metavar=REF, help="直接回到上次停下的地方（可写明是哪一份）"
    )
    completed_by(resume, stored_names)
    parser.add_argument("--config", default="", metavar="文件", help="用这个设置文件")
    parser.add_argument("--no-config", action="store_true", help="不用设置文件")
    commands = parser.add_subparsers(dest="command", title="命令", metavar="命令", parser_class=_Parser)
    stored.add(commands)
    files.add(commands)
    reference.add(commands)
    return parser


def parse(argv: list[str]) -> argparse.Namespace | ExitCode:
    """The arguments, or the exit code when help, the version or a mistake was all there was."""
    try:
        with _in_chinese():
            arguments = _parsed(argv)
    except SystemExit as stop:
        return ExitCode(stop.code if isinstance(stop.code, int) else ExitCode.FAILED)
    except config.ConfigError as error:
        complain(str(error))
        return ExitCode.FAILED
    if arguments.version:
        from importlib.metadata import version

        out(f"nianbao {version('nianbao')}")
        return ExitCode.OK
    return arguments


def _parsed(argv: list[str]) -> argparse.Namespace:
    """What is written wins over the file of settings, and that over what is built in."""
    parser = build()
    config.apply(commands_of(parser), argv)
    return parser.parse_args(argv)


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands, by name."""
    found = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)
