"""Commands that change what is kept, killed at any moment: what was there is there, or what was meant to be.

Nothing of a killed command stays in the temporary folder, or beside the store, once the next of its kind has
run."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from store.database import Store
from store.doctor import examine
from tests.soak.damaged import contents, fill

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "app" / "samples" / "last-year.docx"
OLD = ROOT / "tests" / "data" / "store" / "written-by-0.1.sql"
LONGEST = 1.0
"""Seconds after which a command has ended on a machine that does nothing else."""


def one(seed: int, folder: Path) -> str:
    """What became of one killed command."""
    dice = random.Random(seed)
    name = tuple(_COMMANDS)[seed % len(_COMMANDS)]
    home = folder / "home"
    path = home / "nianbao.db"
    (folder / "tmp").mkdir()
    command = _COMMANDS[name](path)
    copied = shutil.copytree(home, folder / "whole")
    looked_at = shutil.copytree(home, folder / "looked-at") / path.name
    ill, before = examine(looked_at).problems, _shown(looked_at)
    whole = _after(copied, command, folder)
    running = _start(home, command, folder)
    try:
        running.wait(dice.uniform(0.1, LONGEST))
        ended = "ended before"
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        ended = "killed"
    try:
        now = _shown(path)
        if now not in (before, whole):
            return f"WRONG {name} {ended}: neither as before nor as meant"
        if (problems := examine(path).problems) and not (now == before and problems == ill):
            return f"WRONG {name} {ended}: {problems}"
        for after in (["doctor", "--repair"], command):
            _start(home, after, folder).wait(120)
    except Exception as error:
        return f"WRONG {name} {ended}: {type(error).__name__}: {error}"
    left = [file.name for file in (*(folder / "tmp").iterdir(), *home.glob(".*.part*"))]
    done = "as meant" if now == whole != before else "as before"
    return f"WRONG {name}: left {left}" if left else f"{ended}, {done}"


def _start(home: Path, command: list[str], folder: Path) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"NIANBAO_HOME": str(home), "TMPDIR": str(folder / "tmp")}
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "app", *command], cwd=ROOT, env=environment, stdout=nowhere, stderr=nowhere
    )


def _after(home: Path, command: list[str], folder: Path) -> list[Any]:
    """What the command makes of it where nobody kills it."""
    _start(home, command, folder).wait(120)
    return _shown(home / "nianbao.db")


def _shown(path: Path) -> list[Any]:
    with Store.open(path) as store:
        return sorted(map(repr, contents(store)))


def _restore(path: Path) -> list[str]:
    fill(path)
    with Store.open(path) as store:
        store.backup(path.with_name("copy.db"))
        store.delete(store.reports()[0].id)
    return ["restore", str(path.with_name("copy.db"))]


def _import(path: Path) -> list[str]:
    fill(path)
    return ["import", str(SAMPLE)]


def _delete(path: Path) -> list[str]:
    fill(path)
    return ["delete", "示例县水务局@2025"]


def _repair(path: Path) -> list[str]:
    fill(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE texts SET text = '改过'")
        raw.commit()
    return ["doctor", "--repair"]


def _migrate(path: Path) -> list[str]:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(OLD.read_text("utf-8"))
    return ["list"]


_COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "restore": _restore,
    "import": _import,
    "delete": _delete,
    "migration": _migrate,
    "repair": _repair,
}
