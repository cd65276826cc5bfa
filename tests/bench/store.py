"""How long the store takes to open, and to have an answer or a keystroke on the disk."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sections.report.values import Quantity
from store.database import Store
from store.model import Origin, Position


def _median(action: Callable[[int], object], runs: int = 100) -> float:
    times = []
    for number in range(runs):
        started = time.perf_counter()
        action(number)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def measure() -> list[tuple[str, float, float]]:
    """On a report with some three hundred answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nianbao.db"
        with Store.open(path) as store:
            report = store.create("示例县水务局", 2025).id
            store.claim(report)
            store.put(report, {f"problems.measure:{n}": "多办培训" for n in range(300)}, Origin.TYPED)

            def put(number: int) -> None:
                store.put(report, {"proactive.published_total": Quantity(number)}, Origin.TYPED)

            def keep(number: int) -> None:
                store.keep(report, Position(typed="七百", caret=number))

            found = [
                ("store: put one answer", _median(put), 2.0),
                (
                    "store: keep the half-typed text",
                    _median(keep),
                    2.0,
                ),
                ("store: read 300 answers", _median(lambda _: store.answers(report), 20), 10.0),
                ("store: take back an answer", _median(lambda _: store.undo(report), 20), 10.0),
            ]
        return [*found, ("store: open and close", _median(lambda _: Store.open(path).close(), 20), 60.0)]
