"""How long the screens around the interview take from a key to its last byte, in a terminal of 120×40.

Beside the time on the clock stands the processor's: where other programs keep both busy a key waits
for one, and only the processor's time is the program's own. Where the clock is far behind on an idle machine,
the program waits: for a second frame, a timer, a message. ``frames`` are counted for that: how many
frames a key paints at the most. Every key that is measured paints."""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from app.session import folders
from tests.bench.interview import at_home, prepare, until_quiet
from tests.support.terminal import Terminal, terminal

KEYS: Final = 40
DOWN, UP, RIGHT, LEFT, ESCAPE = "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[D", "\x1b"
PAGE_DOWN, PAGE_UP, DELETE = "\x1b[6~", "\x1b[5~", "\x7f"
TELLS_FRAMES: Final = "\x1b[?2026;1$y"
"""A terminal's answer that it shows frames whole."""
FRAME: Final = b"\x1b[?2026h"
"""What a frame begins with, for such a terminal."""
ORGAN, FINISHED = "示例县水务局", "示例县林业局"
WORKS: Final = (
    "河道治理",
    "供水管网",
    "水库加固",
    "节水灌溉",
    "防汛值守",
    "水质监测",
    "取水许可",
    "水土保持",
)
SENTENCES: Final = "".join(
    f"围绕{work}主动发布信息，明确{work}的责任科室。{work}的办事指南放在网站首页，查询和下载都很方便。"
    for work in WORKS
)


class Visit(NamedTuple):
    """A screen, the keys that lead there and the keys that are measured there."""

    name: str
    way: tuple[str, ...]
    keys: tuple[str, ...]
    from_home: bool = False
    """Whether the way begins at the list of reports, not in the interview."""


VISITS: Final = (
    Visit("unchanged details", ("\x14",), (DOWN, UP, " ", " ")),
    Visit("open questions", ("\x0f",), (DOWN, DOWN, UP)),
    Visit("collection sheet", ("\x07",), (DOWN, UP)),
    Visit("findings", ("\x1b[18~",), (DOWN, UP)),
    Visit("file picker (300 folders)", ("\x1b[21~", "\x06"), (DOWN, DOWN, UP, "1", DELETE)),
    Visit("last year's sentences", ("\x0c",), (DOWN, DOWN, UP, UP)),
    Visit("a sentence written anew", ("\x0c", "2"), ("6", DELETE)),
    Visit("outline", ("\x1bOQ",), (DOWN, UP)),
    Visit("editor", ("742", "\r", "\x1b[20~"), ("6", "7", DELETE, LEFT)),
    Visit("preview", ("\x1b[17~",), (PAGE_DOWN, PAGE_UP)),
    Visit("table", ("\x1bOQ", *(DOWN,) * 6, "\r", "\r"), (DOWN, RIGHT, UP, LEFT)),
    Visit(
        "differences of an edited file",
        ("\x1b[21~", "\x04", ESCAPE, "742", "\r", "520", "\r", "\x1b[21~", "\x07"),
        (DOWN, UP),
    ),
    Visit("home (24 reports)", (), (DOWN, DOWN, UP), from_home=True),
    Visit("home, filter", ("/",), ("2", "0", DELETE, DELETE), from_home=True),
    Visit("years beside each other", ("y",), (PAGE_DOWN, PAGE_UP), from_home=True),
    Visit("final versions", ("/", "林业", "\r", "\r", "6", "\r"), (DOWN, UP), from_home=True),
    Visit("organ", ("o",), (DOWN, UP), from_home=True),
)
FOLDERS: Final = 300
YEARS: Final = range(2014, 2025)
"""Years whose reports of the organ were imported, beside last year's."""
OTHERS: Final = 10
"""Other organs that have a report."""


def measure() -> list[tuple[str, float, float | None, str]]:
    """The median, the p95 and the processor's p95 of every screen, milliseconds, and its frames."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepare_many(home)
        _chosen_last(home, home / "文件夹")
        return [one for visit in VISITS for one in _measured(home, visit)]


def prepare_many(home: Path) -> None:
    """The draft of the interview's measure, with a text of last year's; reports of earlier years and of other
    organs, one of them finalised twice."""
    from app.session.library import Library
    from sections.report.report import Report
    from sections.report.values import Quantity
    from store.database import Store
    from tests.support.form import table_fields

    with at_home(home), Store.open() as store:
        library = Library(store)
        for year in YEARS:
            facts = {"proactive.published_total": Quantity(year - 1800)}
            cells = dict.fromkeys(table_fields(), year - 2000)
            library.take_over(Report.from_cells(cells, unit=ORGAN, year=year, facts=facts))
        for number in range(OTHERS):
            library.start(f"示例县第{number}中学", 2025).close()
        with library.start(FINISHED, 2025) as session:
            session.finishing.finalise()
            session.finishing.reopen()
            session.conversation.take({"proactive.public_questions": Quantity(471)}, {})
            session.finishing.finalise()
    prepare(home, {"overview.lead": SENTENCES})


def _chosen_last(home: Path, folder: Path) -> None:
    """Something was saved last in a folder of many folders: the picker begins there."""
    for number in range(FOLDERS):
        (folder / f"{number}").mkdir(parents=True)
    with at_home(home):
        folders.keep_folder(folder)


def _measured(home: Path, visit: Visit) -> Iterator[tuple[str, float, float | None, str]]:
    """In a copy of ``home``: what is half typed on one screen is opened again by the next start."""
    with (
        tempfile.TemporaryDirectory() as folder,
        terminal(
            *([] if visit.from_home else ["--resume"]),
            home=Path(shutil.copytree(home, folder, dirs_exist_ok=True)),
        ) as running,
    ):
        running.wait(running.shows("年报助手" if visit.from_home else "多少条"))
        running.type(TELLS_FRAMES)
        running.read_for(1.0)
        _settle(running)
        for key in visit.way:
            running.type(key)
            running.read_for(1.5)
        pressed = [_pressed(running, visit.keys[n % len(visit.keys)]) for n in range(KEYS)]
    times, own, frames = (sorted(one) for one in zip(*pressed, strict=True))
    yield f"{visit.name}: key to last byte, median", statistics.median(times), 16.0, "ms"
    yield f"{visit.name}: key to last byte, p95", _p95(times), 16.0, "ms"
    yield f"{visit.name}: processor's time for it, p95", _p95(own), 16.0, "ms"
    yield f"{visit.name}: frames for it, p95", _p95(frames), 1.0, ""


def _settle(running: Terminal) -> None:
    """Let what the program does beside its screens at the start come to its end."""
    before = -1.0
    while (now := _processor(running.process.pid)) > before + 5:
        before = now
        running.read_for(0.5)


def _p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95) - 1]


def _pressed(running: Terminal, key: str) -> tuple[float, float, float]:
    """Milliseconds from a key to its last byte, and of a processor for it; how many frames it took."""
    before, seen = _processor(running.process.pid), len(running.seen)
    took = until_quiet(running, key)
    return took, _processor(running.process.pid) - before, float(running.seen.count(FRAME, seen))


def _processor(process: int) -> float:
    """Milliseconds of a processor that the threads of a process have had; 0 where Linux does not tell."""
    told = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in told) / 1e6
