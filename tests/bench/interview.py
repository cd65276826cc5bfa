"""How long the interview takes: to its first frame, and from Enter on an answer to its last byte.

In a real terminal (pty), on a report with last year's at its side: every answer is saved, checked, drafted
anew and painted."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.support.terminal import Terminal, terminal

QUIET = 0.03
"""Seconds without a byte after which an answer has been painted."""
FIRST = 2.0
"""Seconds within which a key has painted something."""
ANSWERS = 40
STARTS = 9


def measure() -> list[tuple[str, float, float]]:
    """First frames (process start to the words on the screen) and answers on 120×40, milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepare(home)
        first = [_first_frame(home, [], "2026年度") for _ in range(STARTS)]
        resumed = [_first_frame(home, ["--resume"], "多少条") for _ in range(STARTS)]
        typed, answers = _answers(home)
    return [
        ("first frame of the UI (home), median", statistics.median(first), 300.0),
        ("first frame at the question (--resume), median", statistics.median(resumed), 500.0),
        ("interview: key in the answer box to last byte, median", statistics.median(typed), 16.0),
        ("interview: answer saved, checked, drafted, painted, median", statistics.median(answers), 50.0),
    ]


def prepare(home: Path, texts: Mapping[str, str] | None = None) -> None:
    """A draft that stands at the first number of part one; ``texts`` are last year's paragraphs."""
    from app.session.library import Library
    from sections.report.assemble import with_texts
    from sections.report.report import Report
    from sections.report.values import Quantity
    from store.database import Store
    from tests.support.form import table_fields

    with at_home(home), Store.open() as store:
        library = Library(store)
        cells = dict.fromkeys(table_fields(), 0)
        facts = {"proactive.published_total": Quantity(699), "proactive.wechat": Quantity(180)}
        last = Report.from_cells(cells, unit="示例县水务局", year=2025, facts=facts)
        library.take_over(with_texts(last, texts or {}))
        with library.start("示例县水务局", 2026) as session:
            for section in ("proactive", "requests", "disputes"):
                session.tables.finish(section)
            session.conversation.go("proactive.published_total")


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    """Within it everything is kept under ``home``."""
    before = os.environ.get("NIANBAO_HOME")
    os.environ["NIANBAO_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["NIANBAO_HOME"]
        else:
            os.environ["NIANBAO_HOME"] = before


def _first_frame(home: Path, arguments: list[str], words: str) -> float:
    started = time.perf_counter()
    with terminal(*arguments, home=home) as running:
        assert running.wait(running.shows(words)), "no first frame"
        return (time.perf_counter() - started) * 1000


def _answers(home: Path) -> tuple[list[float], list[float]]:
    """Change the same number over and over: open it again, type another, Enter."""
    typed, answers = [], []
    with terminal("--resume", home=home) as running:
        running.wait(running.shows("多少条"))
        running.read(1.0)
        for n in range(ANSWERS):
            typed.append(until_quiet(running, "7"))
            until_quiet(running, str(n + 10))
            answers.append(until_quiet(running, "\r"))
            until_quiet(running, "\x1b[1;5A")  # the answer stands in the box, marked: typing replaces it
        assert f"{ANSWERS + 9} 条".encode() in running.seen
    return typed, answers


def until_quiet(running: Terminal, keys: str) -> float:
    """Milliseconds from a key to the last byte it leads to; a key that paints nothing measures nothing."""
    taken = painted_in(running, keys)
    assert taken is not None, f"nothing was painted after {keys!r}"
    return taken


def painted_in(running: Terminal, keys: str) -> float | None:
    """Milliseconds from a key to the last byte it leads to; None where it paints nothing."""
    started = last = time.perf_counter()
    running.type(keys)
    waited = FIRST
    while running.take(waited):
        last, waited = time.perf_counter(), QUIET
    return (last - started) * 1000 if last > started else None
