"""Tables in box lines: they align whatever stands in them, and merged cells are whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.pages import Rows
from app.tui.preview.page_rows import LARGE, SMALL, _table
from app.tui.text.box_table import Box, draw, share
from app.tui.text.cell_width import width
from sections.report.report import Report
from tests.support.form import TABLES, table_fields

WORDS = st.text("县公开abc12（，“", max_size=12)


def test_merged_cells_are_drawn_as_one() -> None:
    boxes = [
        Box(0, 0, "机关\n名", rowspan=2),
        Box(0, 1, "情况", colspan=2),
        Box(1, 1, "12"),
        Box(1, 2, "长一点", centred=False),
    ]
    assert draw(boxes, [4, 4, 6]) == [
        "┌────┬───────────┐",
        "│机关│   情况    │",
        "│ 名 ├────┬──────┤",
        "│    │ 12 │长一点│",
        "└────┴────┴──────┘",
    ]


def test_long_texts_are_wrapped_and_rows_grow() -> None:
    boxes = [Box(0, 0, "社会公益组织", pairs=True), Box(0, 1, "7")]
    assert draw(boxes, [6, 3]) == [
        "┌──────┬───┐",
        "│ 社会 │   │",
        "│ 公益 │ 7 │",
        "│ 组织 │   │",
        "└──────┴───┘",
    ]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5), st.integers(2, 9))
def test_every_line_is_as_wide_as_the_others(rows: list[tuple[str, str, str]], first: int) -> None:
    boxes = [Box(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    assert {width(line) for line in draw(boxes, [first, 6, 4])} == {first + 6 + 4 + 4}


@pytest.mark.parametrize("paper", [SMALL, LARGE])
@pytest.mark.parametrize("number", [0, 1_234_567])
@pytest.mark.parametrize("section", list(TABLES))
def test_the_tables_of_the_form_fill_the_paper(section: str, number: int, paper: int) -> None:
    report = Report.from_cells(dict.fromkeys(table_fields(), number))
    lines = _table(Rows(section, tuple(range(TABLES[section].height))), report, paper)
    assert {width(line) for line in lines} == {paper}
    text = "".join("".join(lines).split())
    shown = text.count(str(number)) if number else text.count("│0│")
    if section != "disputes" or not number:
        assert shown >= len(TABLES[section].paths) // 2
    assert not any(line.startswith(" ") or line.endswith(" ") for line in lines)


@given(st.lists(st.integers(1, 50), min_size=2, max_size=8), st.data())
def test_shares_add_up_and_give_what_is_needed_where_they_can(wishes: list[int], data: st.DataObject) -> None:
    needs = data.draw(st.lists(st.integers(1, 9), min_size=len(wishes), max_size=len(wishes)))
    total = data.draw(st.integers(sum(needs), 120))
    shares = share(wishes, needs, total)
    assert sum(shares) == total
    assert all(given >= need for given, need in zip(shares, needs, strict=True))
