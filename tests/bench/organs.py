"""Sixty organs times five years in one store: home, a filter, opening, checking, exporting, backup."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.session.library import Library
from app.tui.app import NianbaoApp
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.widgets.rows_view import RowsView
from sections.report.parts import Overview
from sections.report.report import Report
from store.database import Store
from tests.support.sound_report import clean

ORGANS = 60
YEARS = range(2020, 2025)
DRAFTED = 2025
COMMAND = """
import resource, sys
from app.__main__ import main
code = main(sys.argv[1:])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(max(one.ru_maxrss for one in used), sum(one.ru_utime + one.ru_stime for one in used), file=sys.stderr)
"""


def measure() -> Iterator[tuple[str, float, float | None, str]]:
    """Seconds, and the peak memory of the process, of what a clerk or a program does with all of them."""
    with tempfile.TemporaryDirectory() as folder, _home(Path(folder)) as home:
        _fill()
        yield from asyncio.run(_screens())
        for words, budget in (
            (["list"], 1.0),
            (["check", "--all"], 6.0),
            (["check", "--all", "--year", "2024"], None),
            (["export", "*@2024", "--all", str(home / "out"), "--as-draft"], None),
            (["backup", str(home / "copy.db")], None),
            (["doctor"], None),
        ):
            seconds, processor, peak = _run(words)
            name = " ".join(word for word in words if "/" not in word)
            yield f"{ORGANS} organs x {len(YEARS)} years: {name}", seconds, budget, "s"
            yield "  processor time, which other work does not change", processor, None, "s"
            yield "  peak memory", peak, 500.0, "MB"


@contextmanager
def _home(folder: Path) -> Iterator[Path]:
    before = os.environ.get("NIANBAO_HOME")
    os.environ["NIANBAO_HOME"] = str(folder / "home")
    try:
        yield folder
    finally:
        shutil.rmtree(folder / "home", ignore_errors=True)
        if before is None:
            del os.environ["NIANBAO_HOME"]
        else:
            os.environ["NIANBAO_HOME"] = before


def _fill() -> None:
    """Every report in words of its own, so that no cache knows them; and a draft of one organ."""
    with Store.open() as store:
        library = Library(store)
        for number in range(ORGANS):
            for year in YEARS:
                library.take_over(_report(number, year))
        library.start(_name(0), DRAFTED).close()


def _name(number: int) -> str:
    return f"示例县第{number:02}局"


def _report(number: int, year: int) -> Report:
    word = chr(0x4E00 + 7 * number + year % 10)
    text = clean().overview.text.replace("2025", str(year)).replace("。", f"{word}。")
    return clean(year=year, unit=_name(number), overview=Overview(text=text))


async def _screens() -> list[tuple[str, float, float | None, str]]:
    """Home until every report is listed, a filter that was typed, a report opened from there."""
    with Store.open() as store:
        started = time.perf_counter()
        app = NianbaoApp(Library(store))
        async with app.run_test(size=(80, 24)) as pilot:

            async def until(holds: Callable[[], bool]) -> float:
                while not holds():
                    await pilot.pause(0.005)
                return time.perf_counter() - started

            pane = app.screen.query_one("#cards", RowsView)
            home = await until(lambda: len(pane.keys) > ORGANS)
            await pilot.press("slash")
            started = time.perf_counter()
            await pilot.press("4", "2")
            filtered = await until(lambda: len(pane.keys) == len(YEARS))
            await pilot.press("enter")
            started = time.perf_counter()
            await pilot.press("v")
            opened = await until(lambda: isinstance(app.screen, InterviewScreen))
    return [
        (f"{ORGANS} organs x {len(YEARS)} years: home is shown", home, 0.5, "s"),
        ("  two keys of a filter", filtered, None, "s"),
        ("  a report opened from there", opened, None, "s"),
    ]


def _run(words: list[str]) -> tuple[float, float, float]:
    """Seconds by the clock and of the processors, and megabytes, of a whole command without LibreOffice."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *words],
        env={"NIANBAO_HOME": os.environ["NIANBAO_HOME"], "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    assert "Traceback" not in done.stderr, done.stderr
    peak, processor = done.stderr.split()[-2:]
    return seconds, float(processor), int(peak) / 1024
