"""The real program, ended while somebody types: what was saved is there, and after TERM and HUP all of it."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

from store.database import Store
from store.model import Position
from tests.support.terminal import Terminal

WAYS = ("KILL", "TERM", "HUP", "closed", "closed, HUP ignored")
QUESTION = "profile.name"


def one(seed: int, folder: Path) -> str:
    """What became of one ended session."""
    dice, way = random.Random(seed), WAYS[seed % len(WAYS)]
    path = folder / "nianbao.db"
    with Store.open(path) as store:
        report = store.create("示例县水务局", 2025).id
        store.keep(report, Position(question="profile.address"))
    running = Terminal(["--resume"], {"NIANBAO_HOME": str(folder)}, (120, 40), deaf="ignored" in way)
    closed = False
    try:
        if not running.wait(running.shows("2025"), 120):
            return "WRONG did not start"
        running.read(1.0)
        typed = ""
        for _ in range(dice.randrange(3, 9)):
            letter = dice.choice("abcdefgh")
            typed += letter
            running.type(letter)
            running.read(0.03)
        seen_before = running.wait(lambda: _half(path, report) == typed, 8)
        if not seen_before:
            return f"WRONG half-typed text not kept: {typed!r}, {_half(path, report)!r}"
        running.type("z")
        running.read(dice.uniform(0.05, 0.2))
        closed = _end(running, way)
        try:
            running.process.wait(30)
        except subprocess.TimeoutExpired:
            return f"WRONG {way}: still running"
        kept = _half(path, report)
        whole = kept == typed + "z"
        if not kept.startswith(typed) or (way in {"TERM", "HUP"} and not whole):
            return f"WRONG {way}: {typed + 'z'!r} became {kept!r}"
        with Store.open(path) as store:
            if not store.claim(report):
                return f"WRONG {way}: the report is still held"
    finally:
        if closed:
            running.kill()
        else:
            running.close()
    return f"{way}: nothing lost"


def _half(path: Path, report: int) -> str:
    with Store.open(path) as store:
        return store.position(report).typed


def _end(running: Terminal, way: str) -> bool:
    """End it; True when its terminal is closed."""
    if way.startswith("closed"):
        running.hang_up()
        return True
    time.sleep(0.02)
    os.kill(running.process.pid, getattr(signal, f"SIG{way}"))
    running.read(0.3)
    return False
