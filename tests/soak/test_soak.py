"""The campaigns in short; `python -m tests.soak` runs them long."""

from pathlib import Path

import pytest

from tests.soak import damaged, names, terminals


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_store_is_told_and_repaired(tmp_path: Path, seed: int) -> None:
    assert not damaged.one(seed, tmp_path).startswith("WRONG")


@pytest.mark.parametrize("seed", range(5))
def test_an_ended_terminal_loses_nothing(tmp_path: Path, seed: int) -> None:
    assert terminals.one(seed, tmp_path).endswith("nothing lost")


@pytest.mark.parametrize("seed", range(2))
def test_a_hostile_name_commands_nothing(tmp_path: Path, seed: int) -> None:
    assert not names.one(seed, tmp_path).startswith("WRONG")
