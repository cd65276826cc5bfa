"""How long the screens around the interview take from a key to its last byte, in a terminal of 120×40."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.interview import prepare, until_quiet
from tests.support.terminal import terminal

KEYS: Final = 40
DOWN, UP, ESCAPE = "\x1b[B", "\x1b[A", "\x1b"
SCREENS: Final = (
    ("unchanged details", "\x14", (DOWN, UP, " ", " ")),
    ("open questions", "\x0f", (DOWN, DOWN, UP)),
    ("collection sheet", "\x07", (DOWN, UP)),
    ("findings", "\x1b[18~", (DOWN, UP)),
    ("file picker (folder of 300 files)", "\x1b[21~\x1bOQ", (DOWN, DOWN, UP, "1", "\x7f")),
)
"""Name, the keys that lead there from the interview, and the keys that are measured there."""
FILES: Final = 300


def measure() -> list[tuple[str, float, float]]:
    """The median and the p95 of every screen, milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        for number in range(FILES):
            (Path(folder) / f"{number}").mkdir()
        return list(_measured(Path(folder)))


def _measured(home: Path) -> Iterator[tuple[str, float, float]]:
    for name, way, keys in SCREENS:
        with terminal("--resume", home=home) as running:
            running.wait(running.shows("多少条"))
            running.read_for(1.0)
            for key in _keys_of(way):
                running.type(key)
                running.read_for(1.5)
            times = sorted(until_quiet(running, keys[n % len(keys)]) for n in range(KEYS))
        yield f"{name}: key to last byte, median", statistics.median(times), 16.0
        yield f"{name}: key to last byte, p95", times[int(len(times) * 0.95) - 1], 16.0


def _keys_of(way: str) -> Iterator[str]:
    """The keys of a way, one by one: each begins with an escape or is one character."""
    parts = way.split("\x1b")
    yield from parts[0]
    yield from (f"\x1b{part}" for part in parts[1:])
