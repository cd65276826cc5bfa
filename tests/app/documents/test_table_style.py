"""How wide the columns of a table are: as they always were for the form in force, and right for any other."""

import pytest

from app.documents.layouts import GBT9704
from app.documents.table_style import kept_rows, look_of
from sections.form.disclosure_2019 import FORM as FORM_2019
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Block, Column, Row, Shape
from sections.form.model import Form, Table
from tests.support.guard_form import GUARD

DRAWN = {
    "proactive": (2845, 2000, 2000, 2000),
    "requests": (400, 1040, 2505, *[700] * 7),
    "disputes": (590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 590, 590, 589, 589, 590),
}


@pytest.mark.parametrize("section", FORM.tables)
def test_the_form_in_force_is_drawn_as_it_always_was(section: str) -> None:
    assert look_of(FORM.tables[section]).widths == DRAWN[section]


def made(shape: Shape, columns: int, level: int = 0) -> Table:
    heads = tuple(Column(f"c{number}", f"第{number}列") for number in range(columns))
    rows = (Row("first", "一、第一行"), Row("second", "第二行", tuple("甲乙丙"[:level])))
    return Table("requests", shape, "某表", (Block(rows, heads, "第一条", "内容"),))


@pytest.mark.parametrize(
    "table",
    [
        *FORM_2019.tables.values(),
        *GUARD.tables.values(),
        *(made(shape, columns) for shape in Shape for columns in (1, 2, 5, 8)),
        *(made(Shape.MATRIX, columns, level) for columns in (3, 6, 9) for level in (1, 2, 3)),
    ],
)
def test_columns_of_any_number_fill_the_text_and_none_is_lost(table: Table) -> None:
    widths = look_of(table).widths
    assert len(widths) == table.width
    assert sum(widths) == GBT9704.width
    assert min(widths) >= 250


def test_a_column_fewer_gives_its_room_to_the_labels() -> None:
    assert look_of(GUARD.tables["requests"]).widths == (400, 1040, 3205, *[700] * 6)


@pytest.mark.parametrize("form", [FORM, FORM_2019, GUARD])
def test_a_table_that_goes_over_a_page_parts_no_group_from_its_label(form: Form) -> None:
    table = form.tables["requests"]
    kept = kept_rows(table, whole=False)
    groups = [cell for cell in table.cells if cell.rowspan > 1 and not cell.vertical]
    assert groups
    for group in groups:
        assert set(range(group.row, group.row + group.rowspan - 1)) <= kept
    upright = next(cell for cell in table.cells if cell.vertical)
    assert set(range(upright.row, upright.row + upright.rowspan)) - kept  # it may go over somewhere
