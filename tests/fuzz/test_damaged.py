"""Two damaged reports of every kind in each run of the tests: no cell is silently wrong."""

import pytest

from tests.fuzz.damage import DAMAGES, damaged
from tests.fuzz.damaged_run import Result, read_one


@pytest.mark.parametrize("number", range(len(DAMAGES)), ids=lambda number: list(DAMAGES)[number])
def test_a_damaged_table_is_never_silently_wrong(number: int) -> None:
    result = Result()
    for seed in (number, number + len(DAMAGES)):
        read_one(seed, result)
    assert result.wrong == []
    assert result.refused.total() == 0


def test_undamaged_tables_are_read_whole() -> None:
    result = Result()
    kind = list(DAMAGES).index("nothing")
    for seed in range(kind, kind + 20 * len(DAMAGES), len(DAMAGES)):
        read_one(seed, result)
    assert (result.wrong, result.nulls.total()) == ([], 0)


def test_a_seed_always_makes_the_same_file() -> None:
    assert all(damaged(seed).truth == damaged(seed).truth for seed in range(5))
