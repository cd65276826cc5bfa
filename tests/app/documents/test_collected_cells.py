"""What the numbers of a document's tables say of one another once all of them are collected."""

from app.documents.read.blocks import Cell
from app.documents.read.tables import witnesses
from app.documents.read.tables.cells import Cells
from app.documents.read.tables.labels import TableLabels, labels_of
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Shape

GROUP = "（六）其他处理"


def taker() -> tuple[TableLabels, str]:
    table = next(one for one in labels_of(FORM).tables if one.table.shape is Shape.MATRIX)
    row = table.taker(table.group(GROUP) or "")
    assert isinstance(table, TableLabels)
    assert row is not None
    return table, row.name


def row_of(cells: Cells, name: str, texts: str, line: int) -> None:
    table, _ = taker()
    paths = table.paths(name, table.columns_of(name))
    placed = [Cell(text, (line, at)) for at, text in enumerate(texts.split("|"))]
    place = dict(zip(paths, placed, strict=True))
    cells.decide(witnesses.Testimony(paths, place, [place], placed))


def collected(texts: str) -> Cells:
    table, name = taker()
    cells = Cells(FORM)
    row = table.taker(table.group(GROUP) or "")
    assert row is not None
    cells.merge(table.group(GROUP) or "", row)
    row_of(cells, name, texts, 1)
    cells.finish()
    return cells


def test_the_rows_of_a_group_without_rows_are_zero() -> None:
    cells = collected("1|2|0|0|0|0|3")
    assert cells.numbers["requests.other_other.total"] == 3
    assert cells.numbers["requests.other_no_fee.total"] == 0


def test_the_rows_of_a_group_whose_own_numbers_are_not_certain_are_in_doubt() -> None:
    cells = collected("1|words|0|0|0|0|3")
    assert cells.numbers["requests.other_other.natural_person"] is None
    assert cells.numbers["requests.other_no_fee.total"] is None


def test_a_number_over_a_blank_may_be_merged_down_where_neither_row_adds_up() -> None:
    path = "requests.{}.research".format
    cells = Cells(FORM)
    row_of(cells, "denied_state_secret", "1|2|9|0|0|0|7", 1)
    row_of(cells, "denied_law_forbids", "1|2||0|0|0|5", 2)
    row_of(cells, "denied_third_party", "1|2|9|0|0|0|12", 3)
    cells.finish()
    assert cells.numbers[path("denied_state_secret")] is None
    assert cells.numbers[path("denied_law_forbids")] is None
    assert cells.numbers[path("denied_third_party")] == 9
    assert cells.numbers["requests.denied_state_secret.total"] == 7
