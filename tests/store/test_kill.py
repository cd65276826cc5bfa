"""kill -9 at any moment: nothing acknowledged is lost, and the next window can go on."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TextIO

from store.database import Store
from tests.support.store_windows import kill, window

ROUNDS = 16
AT_ONCE = 2
WRITTEN = 3
"""Answers that a window of every other round has written before it may be killed."""


def whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as raw:
        sound = raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and not raw.execute("PRAGMA foreign_key_check").fetchall()


def last(said: list[str], what: str) -> int:
    """The number of the last acknowledgement of a kind, -1 for none."""
    return max((int(line.split()[1]) for line in said if line.startswith(what)), default=-1)


def heard_until(lines: TextIO, what: str, times: int) -> list[str]:
    """What is said until something was acknowledged so many times."""
    heard: list[str] = []
    while sum(line.startswith(what) for line in heard) < times:
        line = lines.readline()
        assert line, heard
        heard.append(line.rstrip("\n"))
    return heard


def check(store: Store, report_id: int, said: list[str], before: int) -> int:
    answers = store.answers(report_id)
    acknowledged = max(last(said, "answer") + 1, before)
    assert len(answers) in (acknowledged, acknowledged + 1)
    for number in range(acknowledged):
        assert answers[f"problems.measure:{number}"].value == f"措施{number}"
    written = [entry.key for entry in store.journal(report_id) if entry.what == "answers"]
    assert sorted(written) == sorted(answers)
    typed = store.position(report_id).typed
    number = int(typed.lstrip("措施") or -1)
    assert number >= last(said, "typed")
    assert number > last(said, "typed") or typed.startswith("措施") or number == -1
    assert store.claim(report_id)
    store.release(report_id)
    return len(answers)


def test_no_acknowledged_answer_or_keystroke_is_lost(path: Path) -> None:
    dice = random.Random(20260112)
    with Store.open(path) as store:
        reports = [store.create("示例县水务局", 2020 + n).id for n in range(AT_ONCE)]
    there = dict.fromkeys(reports, 0)
    for turn in range(ROUNDS):
        windows = {report_id: window("write", path, report_id) for report_id in reports}
        for process in windows.values():
            assert process.stdout.readline() == "ready\n"
        # Every other window has written something, however slow the machine is.
        heard = {
            report_id: heard_until(process.stdout, "answer", turn % 2 * WRITTEN)
            for report_id, process in windows.items()
        }
        time.sleep(dice.uniform(0, 0.04))
        said = {report_id: heard[report_id] + kill(process) for report_id, process in windows.items()}
        assert whole(path)
        with Store.open(path) as store:
            for report_id in reports:
                assert "claimed False" not in said[report_id]
                there[report_id] = check(store, report_id, said[report_id], there[report_id])
    assert sum(there.values()) >= ROUNDS // 2 * AT_ONCE * WRITTEN


def test_a_first_start_that_is_killed_can_be_started_again(tmp_path: Path) -> None:
    dice = random.Random(7)
    for number in range(6):
        path = tmp_path / str(number) / "nianbao.db"
        process = window("open", path)
        assert process.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0.0, 0.15))
        kill(process)
        with Store.open(path) as store:
            assert store.reports() == []
            store.create("示例县水务局", 2025)
        assert whole(path)
