"""What commands say and where: words for the person, results as they come, the clerk's own reports."""

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from app.clean_text import escaped, marked

if TYPE_CHECKING:
    from app.session.library import Library

T = TypeVar("T")


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
    return marked(words)


def out(words: str, end: str = "\n") -> None:
    """A result, on standard output."""
    print(printable(words), end=end)


def out_json(data: Any, before: str = "", end: str = "\n") -> None:
    """Plain data as JSON, on standard output."""
    print(before + escaped(json.dumps(data, ensure_ascii=False, indent=1)), end=end)


def steady_streams() -> None:
    """What is piped on is UTF-8 on every system, and no letter of a file's name stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
