"""Kills a working session at random moments, again and again, and looks at what the next one finds.

Run as a program: it forks a child that answers, fills a cell, edits a paragraph and half-types in turn,
without end, and that writes down each call that returned. After `kill -9` all of it must be there.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time

from app.session.library import Library
from app.session.session import Session
from sections.report.values import Quantity
from store.database import Store
from store.model import Position

CELL = "requests.new.natural_person"
FACT = "proactive.published_total"
TEXT = "overview.proactive"
STEPS = ("answer", "cell", "edit", "type")


def work(session: Session, notes: int, first: int) -> None:
    """The child: one call after another; step ``n`` uses the number n."""
    n = first
    while True:
        kind = STEPS[n % len(STEPS)]
        if kind == "answer":
            session.conversation.go(FACT)
            assert session.conversation.answer(str(n)).accepted
        elif kind == "cell":
            assert session.tables.set_cells({CELL: str(n)}).accepted
        elif kind == "edit":
            assert session.narrative.edit(TEXT, f"第{n}稿。").accepted
        else:
            session.conversation.remember(Position(question=FACT, typed=f"半句{n}", caret=2))
        os.write(notes, f"{n}\n".encode())
        n += 1


def found(session: Session) -> dict[str, int]:
    """The number of the last step of each kind that the store holds."""
    answer = session.report.fact(FACT)
    text = session.narrative.paragraphs()[TEXT].text if TEXT in session.narrative.paragraphs() else ""
    return {
        "answer": answer.value if isinstance(answer, Quantity) else -1,
        "cell": int(session.report.number(CELL) or -1),
        "edit": int(text[1:-2]) if text.startswith("第") and text.endswith("稿。") else -1,
        "type": int(session.conversation.position.typed.removeprefix("半句") or -1),
    }


def allowed(known: dict[str, int], noted: int) -> dict[str, set[int]]:
    """What may be there: what is known of each kind, or what the step in flight would have made of it."""
    flying = noted + 1
    may = {kind: {number} for kind, number in known.items()}
    may[STEPS[flying % len(STEPS)]].add(flying)
    if STEPS[flying % len(STEPS)] == "answer":
        may["type"].add(-1)
    return may


def one_round(library: Library, report_id: int, first: int, seconds: float) -> int:
    """Fork, let work, kill, look; the next step's number. ``AssertionError`` when something is lost."""
    with library.open(report_id) as session:
        known = found(session)
    notes = library.store.path.parent / "notes"
    notes.write_bytes(b"")
    child = os.fork()
    if child == 0:
        with Store.open() as store:
            work(Library(store).open(report_id), os.open(notes, os.O_WRONLY | os.O_APPEND), first)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    noted = [int(line) for line in notes.read_text().split()]
    for n in noted:
        known[STEPS[n % len(STEPS)]] = n
        if STEPS[n % len(STEPS)] == "answer":
            known["type"] = -1
    with library.open(report_id) as session:
        assert not session.readonly, "the dead window still holds the report"
        there, may = found(session), allowed(known, noted[-1] if noted else first - 1)
        assert all(there[kind] in may[kind] for kind in STEPS), (noted[-1:], there, may)
        assert session.conversation.current is not None
        assert session.conversation.current.id == session.conversation.position.question
    return (noted[-1] if noted else first) + 2


def main(rounds: int, seed: int) -> int:
    """Print how many rounds and steps there were."""
    chance, first = random.Random(seed), 4
    with Store.open() as store:
        library = Library(store)
        with library.start("示例县水务局", 2025) as session:
            report_id = session.id
            session.tables.set_cells({CELL: "1"})
        for _ in range(rounds):
            first = one_round(library, report_id, first, chance.uniform(0.02, 0.25))
        whole = sqlite3.connect(store.path).execute("pragma integrity_check").fetchone()[0]
        assert whole == "ok", whole
    print(json.dumps({"rounds": rounds, "steps": first}))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
