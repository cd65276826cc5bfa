"""What a clerk waits for without the screen: an answer saved, drafted and checked; a cell; an export."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.documents.read.importer import read_report
from app.session.answers_file import load, take
from app.session.library import Library
from app.session.session import Session
from store.database import Store

SAMPLES = Path(__file__).parents[2] / "app" / "samples"


def _median(action: Callable[[int], object], times: int = 40) -> float:
    taken = []
    for turn in range(times):
        started = time.perf_counter()
        action(turn)
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _answer(session: Session) -> Callable[[int], object]:
    def action(turn: int) -> object:
        session.conversation.go("proactive.published_total")
        return session.conversation.answer(str(700 + turn))

    return action


def measure() -> list[tuple[str, float, float]]:
    """On the shipped sample, with last year known."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        library = Library(store)
        library.take_over(read_report(SAMPLES / "last-year.docx"))
        file = load(SAMPLES / "answers.json")
        with library.start(file.unit, file.year) as session:
            take(session, file)
            cell = "requests.granted.natural_person"
            return [
                ("session: answer saved, drafted, checked", _median(_answer(session)), 50),
                (
                    "session: cell saved, drafted, checked",
                    _median(lambda turn: session.tables.set_cells({cell: str(turn)})),
                    16,
                ),
                ("session: every rule", _median(lambda _: session.finishing.findings()), 10),
                (
                    "session: DOCX export",
                    _median(lambda _: session.exporting.write(Path(folder) / "a.docx", as_draft=True), 15),
                    100,
                ),
            ]
