"""Run a parsed command: one place catches what goes wrong and says it in one sentence."""

import argparse
import errno
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from app.cli.console import library, say, steady_streams
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.library import Library

NO_TERMINAL: Final = (
    "这里不是可以交互的终端，打不开填写界面。想先看看效果，可以运行 make demo（或 nianbao demo）。"
)
COMMANDS: Final = {
    "list": "list_reports:list_reports",
    "answers": "answers:answers",
    "sentences": "sentences:sentences",
    "path": "storage:path",
    "backup": "storage:backup",
    "restore": "storage:restore",
    "doctor": "doctor:doctor",
    "import": "import_files:import_files",
    "draft": "draft:draft",
    "check": "check:check",
    "compare": "compare:compare",
    "export": "export:export",
    "demo": "demo:demo",
    "questions": "reference:questions",
    "schema": "reference:schema",
    "rules": "reference:rules",
    "rule": "reference:rule",
}
"""Command -> module of this folder and function in it, loaded when the command is given."""


def run(arguments: argparse.Namespace) -> ExitCode:
    """Run the command; every failure ends in one sentence and an exit code."""
    steady_streams()
    try:
        code = _command(arguments)(arguments)
        sys.stdout.flush()
        return code
    except NianbaoError as error:
        say(str(error))
        return ExitCode.FAILED
    except KeyboardInterrupt:
        say("已中断，保存过的内容都在。")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return ExitCode.OK
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            return _unforeseen(error)
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what is left in it has nowhere to go
        say("磁盘已满，结果没有写完。请清理空间，或者换一个位置。")
        return ExitCode.FAILED
    except Exception as error:
        return _unforeseen(error)


def _unforeseen(error: Exception) -> ExitCode:
    from app.crash_log import words_for

    say(words_for(error, "保存过的内容都在。"))
    return ExitCode.FAILED


def _command(arguments: argparse.Namespace) -> Callable[[argparse.Namespace], ExitCode]:
    if arguments.command is None:
        return _open_ui
    module, _, function = COMMANDS[arguments.command].partition(":")
    command: Callable[[argparse.Namespace], ExitCode] = getattr(import_module(f"app.cli.{module}"), function)
    return command


def _open_ui(arguments: argparse.Namespace) -> ExitCode:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say(NO_TERMINAL)
        return ExitCode.FAILED
    from app.tui.app import NianbaoApp

    with library() as found:
        report_id = None if arguments.resume is None else _to_resume(found, arguments.resume)
        NianbaoApp(found, report_id).run()
    return ExitCode.OK


def _to_resume(found: "Library", ref: str) -> int:
    from app.errors import SessionError

    card = found.find(ref) if ref else found.latest()
    if card is None:
        raise SessionError("还没有填写到一半的年报。", "请直接运行 nianbao，从头开始或导入去年的年报。")
    return card.id
