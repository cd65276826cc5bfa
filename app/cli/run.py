"""Run a parsed command: one place catches what goes wrong and says it in one sentence."""

import argparse
import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.library import Library

NO_TERMINAL: Final = (
    "这里不是可以交互的终端，打不开填写界面。想先看看效果，可以运行 make demo（或 nianbao demo）。"
)

T = TypeVar("T")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@contextmanager
def library() -> "Iterator[Library]":
    """The clerk's own reports."""
    from app.session.library import Library
    from store.database import Store

    with Store.open() as store:
        yield Library(store)


def say(words: str) -> None:
    """Words for the person, on standard error."""
    print(printable(words), file=sys.stderr)


def followed(results: Iterable[T], names: Sequence[str], told: Callable[[int, str], str]) -> Iterator[T]:
    """The results for ``names``; a terminal shows in between what ``told`` says of how far it is.

    ``told`` is given how many are done and the name of the next."""
    shown = len(names) > 1 and sys.stderr.isatty()
    left = iter(results)
    for done, name in enumerate(names):
        if shown:
            print(printable(told(done, name)), end="", file=sys.stderr, flush=True)
        try:
            result = next(left)
        finally:
            if shown:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        yield result


def printable(words: str) -> str:
    """Words in which nothing commands a terminal, whatever a file or its name holds."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)


def _steady_streams() -> None:
    """What is piped on is UTF-8 on every system, and no letter of a file's name stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Run the command; every failure ends in one sentence and an exit code."""
    _steady_streams()
    try:
        return _command(arguments)(arguments)
    except NianbaoError as error:
        say(str(error))
        return ExitCode.FAILED
    except KeyboardInterrupt:
        say("已中断，保存过的内容都在。")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return ExitCode.OK
    except Exception as error:
        from app.crash_log import words_for

        say(words_for(error, "保存过的内容都在。"))
        return ExitCode.FAILED


def _command(arguments: argparse.Namespace) -> Callable[[argparse.Namespace], ExitCode]:
    if arguments.command is None:
        return _open_ui
    from app.cli import checking, documents, exporting, importing, reference, stored

    return {
        "list": stored.list_reports,
        "answers": stored.answers,
        "path": stored.path,
        "backup": stored.backup,
        "restore": stored.restore,
        "import": importing.import_files,
        "draft": documents.draft,
        "check": checking.check,
        "export": exporting.export,
        "demo": documents.demo,
        "questions": reference.questions,
        "schema": reference.schema,
        "rules": reference.rules,
        "rule": reference.rule,
    }[arguments.command]


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
