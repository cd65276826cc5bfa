"""Several years and organs: renamed, merged, split, a year left out; imports again; names that fit many."""

import pytest

from app.errors import SessionError
from app.session.library import Library
from sections.report.report import Report
from sections.report.values import Quantity
from store.model import Change

WATER, LAKES, BOTH = "示例县水务局", "示例县湖泊局", "示例县水务和湖泊局"
TOTAL = "proactive.published_total"


def taken(library: Library, unit: str, year: int, left: int = 0, total: int = 0) -> int:
    cells = {"requests.carried_out.natural_person": left}
    facts = {TOTAL: Quantity(total)}
    return library.take_over(Report.from_cells(cells, unit=unit, year=year, facts=facts))


def carried_in(library: Library, unit: str, year: int) -> object:
    last = library.last_of(unit, year)
    return None if last is None else last.number("requests.carried_out.natural_person")


def test_seven_years_of_an_organ_that_was_renamed_and_left_a_year_out(library: Library) -> None:
    for year in (2020, 2021, 2022):
        taken(library, WATER, year, left=year - 2019)
    with library.start_renamed(WATER, BOTH, 2023) as session:
        assert session.last is not None
        assert session.last.number("requests.carried_out.natural_person") == 3
        assert "示例县水务局" in session.compared
    assert {s.year: s.unit for s in library.store.reports()} == {
        2020: WATER,
        2021: WATER,
        2022: WATER,
        2023: BOTH,
    }
    with library.start(BOTH, 2024) as session:
        assert (session.last is not None, session.compared) == (True, "")
    with library.start(BOTH, 2026) as session:
        assert session.last is None
        assert "没有2025年的年报" in session.compared
        assert "2024年" in session.compared


def test_the_numbers_of_organs_that_merged_are_added_and_named(library: Library) -> None:
    taken(library, WATER, 2023, left=2, total=100)
    taken(library, LAKES, 2023, left=3, total=50)
    with library.start(BOTH, 2024) as session:
        assert session.last is None
        report_id = session.id
    for one in (WATER, LAKES):
        library.store.add_predecessor(BOTH, one, 2024, Change.MERGED)
    with library.open(report_id) as session:
        assert session.last is not None
        assert session.last.number("requests.carried_out.natural_person") == 5
        assert session.last.fact(TOTAL) == Quantity(150)
        assert WATER in session.compared
        assert LAKES in session.compared
        assert not [finding for finding in session.findings if finding.code == "NB914"]


def test_of_an_organ_that_was_split_the_words_are_used_and_no_number(library: Library) -> None:
    taken(library, BOTH, 2023, left=4, total=9)
    with library.start(WATER, 2024) as session:
        report_id = session.id
    library.store.add_predecessor(WATER, BOTH, 2024, Change.SPLIT)
    with library.open(report_id) as session:
        assert session.last is not None
        assert session.last.number("requests.carried_out.natural_person") is None
        assert session.last.fact(TOTAL) is None
        assert "分立" in session.compared


def test_an_organ_that_took_over_a_part_keeps_its_own_numbers(library: Library) -> None:
    taken(library, WATER, 2023, left=2)
    taken(library, BOTH, 2023, left=4)
    taken(library, LAKES, 2023, left=3)
    library.store.add_predecessor(WATER, BOTH, 2024, Change.SPLIT)
    with library.start(WATER, 2024) as session:
        assert carried_in(library, WATER, 2024) == 2
        assert session.compared == f"由“{BOTH}”划入的部分在它的年报里分不出来，没有计入上年的数。"
    library.store.add_predecessor(WATER, LAKES, 2024, Change.MERGED)
    assert carried_in(library, WATER, 2024) == 5


@pytest.mark.parametrize(
    ("last", "now", "same"),
    [
        ("水务局", "示例县水务局", True),
        ("东镇人民政府", "河东镇人民政府", False),
        ("示例县水务局", "示例县水务局", True),
        ("务局", "示例县水务局", False),
    ],
)
def test_organs_are_not_one_because_their_names_end_alike(
    library: Library, last: str, now: str, same: bool
) -> None:
    taken(library, last, 2024)
    assert (library.last_of(now, 2025) is not None) == same


def test_an_organ_with_a_report_of_this_year_is_another_one(library: Library) -> None:
    taken(library, "水务局", 2024)
    taken(library, "水务局", 2025)
    assert library.last_of("示例县水务局", 2025) is None


def test_a_second_import_tells_what_differs_and_can_be_taken_back(library: Library) -> None:
    first = taken(library, WATER, 2024, left=2)
    assert taken(library, WATER, 2024, left=2) == first
    other = Report.from_cells({"requests.carried_out.natural_person": 5}, unit=WATER, year=2024)
    known = library.known(other)
    assert known is not None
    assert known.other_numbers
    assert any("自然人" in words and "2 → 5" in words for words in known.differences)
    second = library.take_over(other)
    assert [one.id for one in library.store.deleted()] == [first]
    library.store.delete(second)
    assert library.store.undelete(first).unit == WATER
    assert carried_in(library, WATER, 2025) == 2


def test_a_name_that_fits_many_reports_names_at_most_ten_one_a_line(library: Library) -> None:
    for number in range(12):
        taken(library, f"示例县第{number}局", 2024)
    with pytest.raises(SessionError) as refused:
        library.find("示例县")
    lines = str(refused.value).splitlines()
    assert sum("@2024" in line for line in lines) == 10
    assert "共12份" in str(refused.value)


def test_what_was_said_of_an_organ_is_offered_and_sets_its_deadline(library: Library) -> None:
    taken(library, WATER, 2023)
    with library.open(library.find("2023").id) as session:
        session.finishing.reopen()
        session.conversation.take({"profile.level": "县级", "profile.short_name": "县水务局"}, {})
        session.finishing.finalise()
    taken(library, WATER, 2024)
    library.organs.describe(WATER, kind="人民政府")
    with library.start(WATER, 2025) as session:
        assert session.last is not None
        known = {field: session.last.fact(f"profile.{field}") for field in ("kind", "level", "short_name")}
        assert known == {"kind": "人民政府", "level": "县级", "short_name": "县水务局"}
    assert library.find("2025").deadline == "3月31日"
