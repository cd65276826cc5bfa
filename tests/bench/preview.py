"""How fast the preview answers: opening it, and from a scroll key to its last byte on the terminal.

In a real terminal (pty), once with an ordinary report and once with one of two hundred pages."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from tests.bench.interview import painted_in
from tests.support.terminal import Terminal, terminal

KEYS = 60
SENTENCE = "围绕群众关心的事项逐项梳理公开目录，明确责任单位，全年按时发布并及时更新，查询和下载都很方便。"
LONG = 200
"""Pages of the long report, about."""


def measure() -> list[tuple[str, float, float]]:
    """p95 of scrolling by line and by page on 120×40; opening the preview of the long report."""
    found = []
    for name, repeats in (("ordinary", 1), (f"{LONG} pages", LONG * 28 * 22 // len(SENTENCE))):
        with tempfile.TemporaryDirectory() as folder, _preview(Path(folder), repeats) as (running, opened):
            down, pages, up = (_to_the_end(running, key) for key in ("\x1b[B", "\x1b[6~", "\x1b[A"))
        moved = sorted(down + up)
        found += [
            (f"preview, {name}: opened", opened, 400.0),
            (f"preview, {name}: arrow to last byte, p95", moved[int(len(moved) * 0.95)], 16.0),
            (f"preview, {name}: page key to last byte, p95", sorted(pages)[int(len(pages) * 0.95)], 16.0),
            (f"preview, {name}: page key to last byte, median", statistics.median(pages), 16.0),
        ]
    return found


def _to_the_end(running: Terminal, key: str) -> list[float]:
    """Milliseconds that each press of a key takes, until it moves the page no further."""
    pressed = (painted_in(running, key) for _ in range(KEYS))
    return [taken for taken in takewhile(lambda taken: taken is not None, pressed) if taken]


@contextmanager
def _preview(home: Path, repeats: int) -> Iterator[tuple[Terminal, float]]:
    """The preview, and how many milliseconds it took to open."""
    prepare(home, repeats)
    with terminal("--resume", home=home) as running:
        running.wait(running.shows("多少条"))
        running.read(1.0)
        started = time.perf_counter()
        running.type("\x1b[17~")
        assert running.wait(running.shows("预览")), "no preview"
        assert running.wait(running.shows("共 ")), "no preview"
        opened = (time.perf_counter() - started) * 1000
        running.read(1.0)
        yield running, opened


def prepare(home: Path, repeats: int) -> None:
    """A draft with a text of ``repeats`` sentences."""
    from app.session.library import Library
    from store.database import Store

    before = os.environ.get("NIANBAO_HOME")
    os.environ["NIANBAO_HOME"] = str(home)
    try:
        with Store.open() as store, Library(store).start("示例县水务局", 2026) as session:
            for section in ("proactive", "requests", "disputes"):
                session.tables.finish(section)
            lines = [SENTENCE * 6] * (repeats // 6 + 1)
            session.narrative.edit("other.matters", "\n".join(lines))
            session.conversation.go("proactive.published_total")
    finally:
        if before is None:
            del os.environ["NIANBAO_HOME"]
        else:
            os.environ["NIANBAO_HOME"] = before
