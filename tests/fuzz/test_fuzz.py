"""A few mutations in every run of the tests, and that the run notices what is wrong."""

import time
from pathlib import Path

import pytest

from app.documents.read import importer
from tests.fuzz import run
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import Seed, seeds

SOURCES = [seed for seed in seeds() if "/" not in seed.name]
"""The made files alone, so that the same mutations are read wherever the tests run."""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_mutated_files_are_read_or_refused_in_a_sentence(source: Seed) -> None:
    wrong = [outcome for seed in range(6) if (outcome := run.read_one(seed, source)).wrong]
    assert wrong == []


def test_a_number_always_makes_the_same_mutation() -> None:
    for source in SOURCES:
        made = [mutated(seed, source.kind, source.data) for seed in range(4)]
        assert made == [mutated(seed, source.kind, source.data) for seed in range(4)]
        assert len({*made, source.data}) > 2


def test_what_is_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(importer, "read_with_page", broken)
    outcome = run.read_one(1, SOURCES[0])
    assert (outcome.result, outcome.wrong) == ("ZeroDivisionError", True)


def test_a_reader_that_ends_its_process_or_hangs_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(seed: int, source: Seed) -> run.Outcome:
        if seed == 1:
            raise SystemExit
        time.sleep(30)
        raise AssertionError

    monkeypatch.setattr(run, "read_one", ends)
    monkeypatch.setattr(run, "_HARD_SECONDS", 0.2)
    found = {outcome.seed: outcome.result for outcome in run.outcomes(1, 2)}
    assert found == {1: "died", 2: "hung"}
