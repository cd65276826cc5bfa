"""What commands say and where: words for the person on standard error, results on standard output.

Words are in the encoding that the streams ask for where it holds Chinese, else in UTF-8; data are always
UTF-8. A reader that closes its end early stops nothing: what is left goes nowhere, the exit code is what it
would have been."""

import codecs
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final, TypeVar

from app.clean_text import escaped, marked

if TYPE_CHECKING:
    from app.session.library import Library

T = TypeVar("T")

STANDARD_OUTPUT: Final = "-"
"""In the place of a file's name: standard output."""
_CHINESE: Final = "年报：“一”"
QUIET: Final = -1
"""Only what went wrong is said."""
VERBOSE: Final = 1
"""What a command does on the way is said too."""


class _Loudness:
    level = 0


def set_loudness(level: int) -> None:
    """How much is said from now on: ``QUIET``, 0 or ``VERBOSE``."""
    _Loudness.level = level


@contextmanager
def library() -> "Iterator[Library]":
    """The clerk's own reports."""
    from app.session.library import Library
    from store.database import Store

    with Store.open() as store:
        yield Library(store)


def say(words: str) -> None:
    """Words for the person, on standard error; not with ``-q``."""
    if _Loudness.level > QUIET:
        complain(words)


def complain(words: str) -> None:
    """What went wrong, on standard error, however little is to be said."""
    _write(sys.stderr, printable(words) + "\n")


def detail(words: str) -> None:
    """What is done on the way, on standard error, with ``-v`` alone."""
    if _Loudness.level >= VERBOSE:
        complain(words)


def followed(results: Iterable[T], names: Sequence[str], told: Callable[[int, str], str]) -> Iterator[T]:
    """The results for ``names``; a terminal shows in between what ``told`` says of how far it is.

    ``told`` is given how many are done and the name of the next."""
    shown = len(names) > 1 and sys.stderr.isatty() and _Loudness.level > QUIET
    left = iter(results)
    for done, name in enumerate(names):
        if shown:
            _write(sys.stderr, printable(told(done, name)), flush=True)
        try:
            result = next(left)
        finally:
            if shown:
                _write(sys.stderr, "\r\x1b[K", flush=True)
        yield result


def printable(words: str) -> str:
    """Words in which nothing commands a terminal, whatever a file or its name holds."""
    return marked(words)


def out(words: str, end: str = "\n", *, flush: bool = False) -> None:
    """A result in words, on standard output."""
    _write(sys.stdout, printable(words) + end, flush=flush)


def out_json(data: Any, before: str = "", end: str = "\n") -> None:
    """Plain data as JSON, on standard output, in UTF-8."""
    out_bytes((before + json_text(data) + end).encode("utf-8", "replace"))


def json_text(data: Any) -> str:
    """Plain data as JSON in which nothing commands a terminal."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=1))


def out_bytes(data: bytes) -> None:
    """The content of a file, on standard output."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        _write(sys.stdout, data.decode("utf-8", "replace"))
        return
    with _until_closed(sys.stdout):
        sys.stdout.flush()
        binary.write(data)
        binary.flush()


def flush() -> None:
    """Write what is waiting to be written."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with _until_closed(stream):
                stream.flush()


def _write(stream: IO[str] | None, words: str, *, flush: bool = False) -> None:
    """Write words; nothing where the stream was closed before the program began (``>&-``)."""
    if stream is None:
        return
    with _until_closed(stream):
        stream.write(words)
        if flush:
            stream.flush()


@contextmanager
def _until_closed(stream: IO[str]) -> Iterator[None]:
    """Let a stream that nobody reads any more lead nowhere."""
    try:
        yield
    except BrokenPipeError:
        lead_nowhere(stream)


def lead_nowhere(stream: IO[str]) -> None:
    """Whatever is written to a stream from now on, or still waits in it, is gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def steady_streams() -> None:
    """Give standard output and standard error an encoding that holds Chinese, and let no letter stop the
    program: the one of a terminal or of ``PYTHONIOENCODING`` where it does, else UTF-8."""
    asked = bool(os.environ.get("PYTHONIOENCODING", "").partition(":")[0])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            keeps = (asked or stream.isatty()) and _holds_chinese(stream.encoding)
            stream.reconfigure(encoding=None if keeps else "utf-8", errors="replace")


def _holds_chinese(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
        _CHINESE.encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True
