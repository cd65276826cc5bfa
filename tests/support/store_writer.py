"""A window to be killed: ``python -m tests.support.store_writer hold|open|write DATABASE [REPORT]``.

Each acknowledgement is one line, written only when the store has said that it is saved."""

import os
import sys
import time
from itertools import count
from pathlib import Path

from store.database import Store
from store.model import Origin, Position

PAUSE = 0.002
"""Seconds between two answers: a window without any pause would keep another from writing at all."""


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main(what: str, path: Path, report_id: int) -> None:
    say("ready")
    with Store.open(path) as store:
        if what != "open":
            say(f"claimed {store.claim(report_id)}")
        if what != "write":
            say("open")
            sys.stdin.read()
            return
        for number in count(len(store.answers(report_id))):
            for typed in ("措", "措施"):
                store.keep(report_id, Position(question="problems.items", typed=f"{typed}{number}"))
            say(f"typed {number}")
            store.put(report_id, {f"problems.measure:{number}": f"措施{number}"}, Origin.TYPED)
            say(f"answer {number}")
            time.sleep(PAUSE)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
