"""How long reading a report takes, per format (medians of files made for the tests)."""

import statistics
import tempfile
import time
from pathlib import Path

from app.documents.read.importer import read_report
from tests.support import made, printed, variations, writers

ROUNDS = 15


def measure() -> list[tuple[str, float, float]]:
    """(what, median milliseconds, budget)."""
    texts = made.numbers()
    files = {
        "docx": (made.package(made.body(texts)), 60.0),
        "txt": (made.text(texts, made.tab_led_cells).encode(), 30.0),
        "md": (made.text(texts, made.pipes).encode(), 30.0),
        "html": (writers.WRITERS["html"](variations.report(texts)), 60.0),
        "pdf": (printed.pdf(variations.report(texts)), 700.0),
    }
    with tempfile.TemporaryDirectory() as folder:
        return [
            (f"read a report: {suffix}", _median(Path(folder) / f"r.{suffix}", data), budget)
            for suffix, (data, budget) in files.items()
        ]


def _median(path: Path, data: bytes) -> float:
    path.write_bytes(data)
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read_report(path)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
