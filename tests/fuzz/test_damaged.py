"""Two damaged reports of every kind in each run of the tests: no cell is silently wrong."""

from functools import partial

import pytest

from tests.fuzz.damage import (
    DAMAGES,
    FIRST_OF_LAYOUTS,
    FIRST_OF_YEARS,
    OF_LAYOUTS,
    OF_YEARS,
    damaged,
    undamaged,
)
from tests.fuzz.damaged_run import Result, read_one

ONCE_WRONG = (
    *(
        20001177,
        30000565,
        30002500,
        30003283,
        30100845,
        30103139,
        30201766,
        30203749,
        40001346,
        50003663,
        50005927,
        80002786,
        80009756,
        90003587,
        90009658,
        90015389,
        90030041,
        90017962,
        90031781,
        90041141,
        90046311,
        90053721,
        90123248,
        90126208,
        91045436,
        91121616,
        91125370,
        91136971,
        93159395,
        94109255,
        90130697,
        100001306,
        100001414,
        100004224,
        100010500,
        200210182,
        98408215,
        98773400,
        98683420,
        99248262,
    ),
)
"""Seeds of reports of which a cell was silently wrong."""
ONCE_WRONG_IN = (
    (62002247, ("html",)), (62003431, ("html",)),
    (95000585, ("pdf", "bare.pdf")), (96002329, ("pdf", "bare.pdf")),
)  # fmt: skip
"""Seeds of such reports in some formats only."""


@pytest.mark.parametrize("number", range(len(DAMAGES)), ids=lambda number: list(DAMAGES)[number])
def test_a_damaged_table_is_never_silently_wrong(number: int) -> None:
    result = Result()
    for seed in (number, number + len(DAMAGES)):
        read_one(seed, result)
    assert result.wrong == []
    assert result.refused.total() == 0


@pytest.mark.parametrize(("seed", "formats"), ONCE_WRONG_IN)
def test_what_was_once_wrong_in_a_format_is_told(seed: int, formats: tuple[str, ...]) -> None:
    result = Result()
    read_one(seed, result, partial(damaged, formats=formats))
    assert result.wrong == []


@pytest.mark.parametrize("number", range(len(OF_YEARS)))
def test_numbers_of_another_year_are_never_read(number: int) -> None:
    result = Result()
    for seed in (number, number + len(OF_YEARS)):
        read_one(FIRST_OF_YEARS + seed, result)
    assert result.wrong == []
    assert result.refused.total() == 0


@pytest.mark.parametrize("number", range(len(OF_LAYOUTS)), ids=lambda number: list(OF_LAYOUTS)[number])
def test_a_damaged_table_in_another_layout_is_never_silently_wrong(number: int) -> None:
    result = Result()
    for seed in (number, number + len(OF_LAYOUTS)):
        read_one(FIRST_OF_LAYOUTS + seed, result)
    assert result.wrong == []
    assert result.refused.total() == 0


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_a_report_that_was_read_wrong_is_not_any_more(seed: int) -> None:
    result = Result()
    read_one(seed, result)
    assert result.wrong == []


def test_undamaged_tables_of_every_format_are_read_whole() -> None:
    result = Result()
    for seed in range(60):
        read_one(seed, result, undamaged)
    assert len(result.formats) > 15
    assert (result.wrong, result.nulls.total(), result.refused.total()) == ([], 0, 0)


def test_a_seed_always_makes_the_same_file() -> None:
    assert all(damaged(seed).truth == damaged(seed).truth for seed in range(5))
