"""Python's look for unreachable objects: put off while the program loads, taken up again by every way in."""

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import garbage_collection
from app.session.library import Library
from app.tui import app as tui

ENDED = """
import atexit, gc, sys
atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 1000, file=sys.stderr))
sys.argv = ["nianbao", "path"]
from app.__main__ import main
main()
"""


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Other tests run in this process."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


def test_what_was_loaded_is_not_looked_at_again() -> None:
    garbage_collection.pause()
    assert not gc.isenabled()
    garbage_collection.resume()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_nothing_is_changed_in_a_process_that_is_not_ours() -> None:
    before = gc.get_freeze_count(), gc.get_threshold()
    garbage_collection.resume()
    assert (gc.get_freeze_count(), gc.get_threshold()) == before


def test_a_command_looks_again_once_it_is_loaded(tmp_path: Path) -> None:
    environment = os.environ | {"NIANBAO_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", ENDED], env=environment, capture_output=True, check=True)
    assert done.stderr.split()[-2:] == [b"True", b"True"]


def test_the_screens_look_again_once_they_are_loaded(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui, "LOADED_AFTER", 0.01)
    garbage_collection.pause()

    async def opened() -> bool:
        app = tui.NianbaoApp(library)
        async with app.run_test():
            for _ in range(500):
                if gc.isenabled():
                    return True
                await asyncio.sleep(0.01)
        return False

    assert asyncio.run(opened())
