"""Run a parsed command: one place catches what goes wrong and says it in one sentence."""

import argparse
import errno
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from app import garbage_collection
from app.cli.console import complain, flush, lead_nowhere, library, set_loudness
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.library import Library

NO_TERMINAL: Final = (
    "这里不是可以交互的终端，打不开填写界面。想先看看效果，可以运行 make demo（或 nianbao demo）。"
)
COMMANDS: Final = {
    "list": "list_reports:list_reports",
    "organs": "organs:organs",
    "versions": "versions:versions",
    "finalise": "states:finalise",
    "reopen": "states:reopen",
    "delete": "states:delete",
    "undelete": "states:undelete",
    "answers": "answers:answers",
    "sheet": "sheet:sheet",
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
    "web": "web:web",
    "completion": "completion:completion",
    "man": "manual_page:man",
}
"""Command -> module of this folder and function in it, loaded when the command is given."""


def run(arguments: argparse.Namespace) -> ExitCode:
    """Run the command; every failure ends in one sentence and an exit code."""
    set_loudness(getattr(arguments, "loudness", 0))
    try:
        command = _command(arguments)
        if command is not _open_ui:
            garbage_collection.resume()
        code = command(arguments)
        flush()
        return code
    except NianbaoError as error:
        complain(str(error))
        return ExitCode.FAILED
    except KeyboardInterrupt:
        complain("已中断，保存过的内容都在。")
        return ExitCode.INTERRUPTED
    except OSError as error:
        return _of_the_system(error)
    except Exception as error:
        return _unforeseen(error)


_REFUSALS: Final = {
    errno.ENAMETOOLONG: ("文件名太长。", "请换一个短一些的文件名。"),
    errno.EACCES: ("没有权限读写它。", "请检查权限，或者换一个位置。"),
    errno.EPERM: ("没有权限读写它。", "请检查权限，或者换一个位置。"),
    errno.EROFS: ("那里只能读，不能写。", "请换一个位置。"),
    errno.ENOENT: ("没有这个文件或文件夹。", "请检查路径。"),
    errno.ENOTDIR: ("路径中有一段不是文件夹。", "请检查路径。"),
    errno.EISDIR: ("它是一个文件夹。", "请写明文件名。"),
    errno.ELOOP: ("链接绕成了圈。", "请检查路径。"),
    errno.EIO: ("磁盘读写出错。", "请检查磁盘，或者换一个位置。"),
    errno.EMFILE: ("打开的文件太多。", "请关闭一些程序再试。"),
    errno.ESTALE: ("网络文件夹断开了。", "请重新连接以后再试。"),
}
"""What the system may refuse about a file, whatever the command was about to do with it."""


def _of_the_system(error: OSError) -> ExitCode:
    """The system refused something: a full disk, a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        lead_nowhere(sys.stdout)
        complain("磁盘已满，结果没有写完。请清理空间，或者换一个位置。")
        return ExitCode.FAILED
    if error.filename is None or error.errno not in _REFUSALS:
        return _unforeseen(error)
    why, advice = _REFUSALS[error.errno]
    complain(f"{error.filename}：{why}{advice}")
    return ExitCode.FAILED


def _unforeseen(error: Exception) -> ExitCode:
    from app.crash_log import words_for

    complain(words_for(error, "保存过的内容都在。"))
    return ExitCode.FAILED


def _command(arguments: argparse.Namespace) -> Callable[[argparse.Namespace], ExitCode]:
    if arguments.command is None:
        return _open_ui
    from app.cli.targets import refuse_inputs

    refuse_inputs(arguments)
    module, _, function = COMMANDS[arguments.command].partition(":")
    command: Callable[[argparse.Namespace], ExitCode] = getattr(
        import_module(f".{module}", __package__), function
    )
    return command


def _open_ui(arguments: argparse.Namespace) -> ExitCode:
    if not (in_browser() or (sys.stdin.isatty() and sys.stdout.isatty())):
        complain(NO_TERMINAL)
        return ExitCode.FAILED
    from app.tui.app import NianbaoApp
    from app.tui.leaving import bound_size, end_with_parent

    if in_browser():
        end_with_parent()
    bound_size()
    with library() as found:
        report_id = None if arguments.resume is None else _to_resume(found, arguments.resume)
        NianbaoApp(found, report_id).run()
    return ExitCode.OK


def in_browser() -> bool:
    """Whether this is the process behind a page of `nianbao web`."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def _to_resume(found: "Library", ref: str) -> int:
    from app.errors import SessionError

    card = found.find(ref) if ref else found.latest()
    if card is None:
        raise SessionError("还没有填写到一半的年报。", "请直接运行 nianbao，从头开始或导入去年的年报。")
    return card.id
