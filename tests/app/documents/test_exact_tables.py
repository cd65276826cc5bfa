"""Tables that are the form's own cell for cell are read at once; anything else is left to the labels."""

import random
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.formats import format_of
from app.documents.read.blocks import Cell, Grid
from app.documents.read.importer import read_report
from app.documents.read.tables import form_tables
from app.documents.read.tables.exact_tables import exact_tables
from sections.form.model import Form
from sections.form.registry import FORMS
from tests.support import made, variations, writers

FORMATS = ("docx", "html", "md", "tabbed", "tab_led")
WRITERS: dict[str, Callable[[variations.Parts], bytes]] = {
    "docx": writers.docx, "html": writers.html, "md": writers.markdown, "tabbed": writers.tabbed,
    "tab_led": writers.tab_led,
}  # fmt: skip

NUMBERS = ("0", "0", "0", "1", "2", "3", "10", "12", "120")


def grids_of(data: bytes) -> list[Grid]:
    return [block for block in format_of(data).blocks(data) if isinstance(block, Grid)]


def printed(form: Form) -> list[Grid]:
    return grids_of(writers.docx(variations.report(made.numbers(form), form)))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("shape", FORMATS)
def test_every_cell_is_taken_where_nothing_differs_from_the_form(shape: str, form: Form) -> None:
    texts = made.numbers(form)
    assert exact_tables(grids_of(WRITERS[shape](variations.report(texts, form))), form) == texts


def changed(grid: Grid, at: tuple[int, int], text: str) -> Grid:
    return Grid(
        tuple(
            tuple(Cell(text, cell.origin) if cell.origin == at else cell for cell in row) for row in grid.rows
        ),
        shows_merged=grid.shows_merged,
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_one_text_that_differs_leaves_all_to_the_labels(form: Form) -> None:
    grids = printed(form)
    for place, grid in enumerate(grids):
        for origin in {cell.origin for row in grid.rows for cell in row}:
            for text in ("", "7件", "3 4", "-1", "９", "1234567890"):
                others = [*grids[:place], changed(grid, origin, text), *grids[place + 1 :]]
                assert exact_tables(others, form) is None


def test_a_row_or_a_column_more_or_less_leaves_all_to_the_labels() -> None:
    form = FORMS["2021"]
    grids = printed(form)
    for place, grid in enumerate(grids):
        rows = grid.rows
        for other in (
            rows[:-1], (*rows, rows[-1]), (*rows[:-2], rows[-1], rows[-2]), tuple(row[:-1] for row in rows),
            tuple((*row, row[-1]) for row in rows), tuple((*row[:-2], row[-1], row[-2]) for row in rows),
        ):  # fmt: skip
            assert exact_tables([*grids[:place], Grid(other), *grids[place + 1 :]], form) is None


def test_cells_that_are_merged_otherwise_leave_all_to_the_labels() -> None:
    form = FORMS["2021"]
    grids = printed(form)
    rows = [list(row) for row in grids[1].rows]
    rows[5][4] = rows[5][5] = rows[5][4]
    assert exact_tables([grids[0], Grid(tuple(map(tuple, rows))), grids[2]], form) is None


def test_a_table_twice_or_missing_or_beside_others_leaves_all_to_the_labels() -> None:
    form = FORMS["2021"]
    grids = printed(form)
    frame = Grid(((Cell("虚构县园林局文件", (0, 0)),),))
    number = Grid(((Cell("12", (0, 0)),),))
    blank = Grid(
        tuple(tuple(Cell("" if c.text.isdigit() else c.text, c.origin) for c in r) for r in grids[0].rows)
    )
    assert exact_tables([frame, *grids], form) is not None
    for others in (grids[1:], [*grids, grids[0]], [*grids, number], [*grids, blank], []):
        assert exact_tables(others, form) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(form=st.sampled_from(list(FORMS.values())), chance=st.randoms(use_true_random=False))
@pytest.mark.parametrize("shape", FORMATS)
def test_what_is_read_at_once_is_what_the_labels_tell(
    shape: str, tmp_path: Path, form: Form, chance: random.Random
) -> None:
    texts = made.summed({path: chance.choice(NUMBERS) for path in form.paths}, form)
    path = tmp_path / "年报"
    path.write_bytes(WRITERS[shape](variations.report(texts, form)))
    at_once = read_report(path)
    with patch.object(form_tables, "exact_tables", lambda *_: None):
        by_labels = read_report(path)
    assert at_once == by_labels
    assert {path: str(at_once.cells[path]) for path in form.counts} == {
        path: texts[path] for path in form.counts
    }
