from collections.abc import Iterable

from sections.report.gaps import Gap, gaps_of
from sections.report.parts import Unread
from sections.report.report import Report
from tests.support.form import TABLES, table_fields


def lost(fields: Iterable[str], raw: str = "", reason: str = "没有找到") -> tuple[Unread, ...]:
    return tuple(Unread(where=field, raw=raw, reason=reason) for field in fields)


def of(*places: Unread) -> list[Gap]:
    gone = {place.where for place in places}
    cells = {field: None if field in gone else 0 for field in table_fields()}
    return list(gaps_of(Report.from_cells(cells, unit="虚构县园林局", year=2025, unread=places)))


def test_tables_of_which_nothing_was_found_are_one_gap_each() -> None:
    found = of(*lost(table_fields()))
    assert [(gap.where, gap.label, gap.words) for gap in found] == [
        ("proactive", "二、主动公开政府信息情况", "没有找到这张表"),
        ("requests", "三、收到和处理政府信息公开申请情况", "没有找到这张表"),
        ("disputes", "四、政府信息公开行政复议、行政诉讼情况", "没有找到这张表"),
    ]
    assert sum(gap.count for gap in found) == len(table_fields())


def test_a_row_whose_cells_all_lack_the_same_is_one_gap() -> None:
    row = [field for field in table_fields() if field.startswith("requests.new.")]
    (gap,) = of(*lost(row, "3 2 1", "空格丢失"))
    assert (gap.where, gap.first, gap.count) == ("requests.new", row[0], 7)
    assert (gap.label, gap.words) == ("一、本年新收政府信息公开申请数量", "整行7格原文“3 2 1”，空格丢失")


def test_cells_that_differ_or_do_not_fill_a_row_are_told_one_by_one() -> None:
    row = [field for field in table_fields() if field.startswith("requests.new.")]
    assert [gap.where for gap in of(*lost(row[:6]))] == row[:6]
    found = of(*lost(row[:3], "O"), *lost(row[3:], "Q"))
    assert [gap.raw for gap in found] == ["O"] * 3 + ["Q"] * 4


def test_a_table_with_something_in_it_is_not_missing() -> None:
    fields = TABLES["proactive"].paths
    found = of(*lost(fields[:1], "见附件"), *lost(fields[1:]))
    assert "proactive" not in {gap.where for gap in found}
    assert (found[0].words, found[1].words) == ("原文“见附件”，没有找到", "没有读出（没有找到）")


def test_other_places_keep_their_name() -> None:
    (gap,) = of(*lost(["overview"], "（图片）", ""))
    assert (gap.label, gap.words) == ("overview", "原文“（图片）”")
