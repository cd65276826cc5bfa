"""How long the screens around the interview take from a key to its last byte, in a terminal of 120×40.

Beside the time on the clock stands the processor's: where other programs keep both busy a key waits
for one, and only the processor's time is the program's own. Where the clock is far behind on an idle machine,
the program waits: for a second frame, a timer, a message. Every key that is measured paints."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.session import folders
from tests.bench.interview import at_home, prepare, until_quiet
from tests.support.terminal import Terminal, terminal

KEYS: Final = 40
DOWN, UP, ESCAPE = "\x1b[B", "\x1b[A", "\x1b"
SCREENS: Final = (
    ("unchanged details", ("\x14",), (DOWN, UP, " ", " ")),
    ("open questions", ("\x0f",), (DOWN, DOWN, UP)),
    ("collection sheet", ("\x07",), (DOWN, UP)),
    ("findings", ("\x1b[18~",), (DOWN, UP)),
    ("file picker (300 folders)", ("\x1b[21~", "\x06"), (DOWN, DOWN, UP, "1", "\x7f")),
)
"""Name, the keys that lead there from the interview, and the keys that are measured there."""
FOLDERS: Final = 300


def measure() -> list[tuple[str, float, float]]:
    """The median, the p95 and the processor's p95 of every screen, milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepare(home)
        _chosen_last(home, home / "文件夹")
        return list(_measured(home))


def _chosen_last(home: Path, folder: Path) -> None:
    """Something was saved last in a folder of many folders: the picker begins there."""
    for number in range(FOLDERS):
        (folder / f"{number}").mkdir(parents=True)
    with at_home(home):
        folders.keep_folder(folder)


def _measured(home: Path) -> Iterator[tuple[str, float, float]]:
    for name, way, keys in SCREENS:
        with terminal("--resume", home=home) as running:
            running.wait(running.shows("多少条"))
            running.read_for(1.0)
            for key in way:
                running.type(key)
                running.read_for(1.5)
            pressed = [_pressed(running, keys[n % len(keys)]) for n in range(KEYS)]
        times, own = (sorted(one) for one in zip(*pressed, strict=True))
        yield f"{name}: key to last byte, median", statistics.median(times), 16.0
        yield f"{name}: key to last byte, p95", _p95(times), 16.0
        yield f"{name}: processor's time for it, p95", _p95(own), 16.0


def _p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95) - 1]


def _pressed(running: Terminal, key: str) -> tuple[float, float]:
    """Milliseconds from a key to its last byte, and of a processor for it."""
    before = _processor(running.process.pid)
    return until_quiet(running, key), _processor(running.process.pid) - before


def _processor(process: int) -> float:
    """Milliseconds of a processor that the threads of a process have had; 0 where Linux does not tell."""
    told = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in told) / 1e6
