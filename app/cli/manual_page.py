"""`nianbao man`: the manual page, made of the words of the command line."""

import argparse
from collections.abc import Iterator
from importlib.metadata import version

from app.cli.console import out
from app.cli.parser import ABOUT, EPILOG, build, commands_of
from app.exit_codes import ExitCode


def man(_: argparse.Namespace) -> ExitCode:
    """The page in the language of man."""
    out("\n".join(page()))
    return ExitCode.OK


def page() -> Iterator[str]:
    """The lines of the page: what nianbao is, each command with its options, exit codes and files."""
    parser = build()
    yield f'.TH NIANBAO 1 "" "nianbao {version("nianbao")}" "年报助手"'
    yield from (".SH 名称", "nianbao \\- 年报助手", ".SH 用法", ".B nianbao", "[选项] [命令 ...]")
    yield from (".SH 说明", _text(ABOUT), ".SH 选项", *_options(parser), ".SH 命令")
    helps = {choice.dest: choice.help for choice in _choices(parser)}
    for name, command in commands_of(parser).items():
        yield f".SS nianbao {name}"
        yield _text(helps[name] or "")
        yield from _options(command)
    yield ".SH 其他"
    for line in EPILOG.splitlines():
        yield from (_text(line), ".br")


def _choices(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    found = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return list(found._choices_actions)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.dest in {"help", "loudness"}:
            continue
        yield ".TP"
        yield f"\\fB{_text(formatter._format_action_invocation(action))}\\fR"
        yield _text(action.help or "")


def _text(words: str) -> str:
    """Words in which roff finds no command: its marks spelled out, none at the beginning of a line."""
    safe = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in safe.splitlines())
