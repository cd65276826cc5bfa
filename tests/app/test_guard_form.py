"""A made-up form goes the whole way on its declaration alone: grid, rules, every kind of file, and the JSON.

The same for what the readers make of it is in ``tests/app/documents``."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from python_calamine import CalamineWorkbook

from app.checking.html_page import as_page
from app.checking.last_year import LastReport, LastYear
from app.checking.last_year import Source as LastSource
from app.checking.plain_text import lines_of
from app.checking.results import Selection, check_file
from app.checking.sarif import as_sarif
from app.documents.layouts import GBT9704
from app.documents.pages import pages_of
from app.documents.write.base_document import W
from app.documents.write.charts import outcomes_chart
from app.documents.write.kinds import Edition, write
from app.documents.write.workbook import SHEETS, TOP, write_workbook
from app.session.answers_file import SCHEMA, AnswersError, load, take
from app.session.library import Library
from app.session.session import Session
from app.tui.preview.page_rows import sheets
from app.tui.table.draft_table_editor import DraftTableEditor
from app.tui.table.grid_picture import Picture
from app.tui.table.table_screen import TableScreen
from app.tui.widgets.lines import Lines
from prompts.narrative.template_api import TemplateApi
from sections.form import registry
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Identity, IdentityKind, Source
from sections.form.model import Table
from sections.report.cells import Number
from sections.report.report import Report
from sections.rules.base import Context, Finding
from sections.rules.run import check
from tests.support.cells import computed_cells
from tests.support.guard_form import COLUMNS, GUARD, NO_COLUMN, NO_ROW, TRANSFERRED
from tests.support.recomputed_workbook import cell, recomputed
from tests.support.rendering import needs_soffice
from tests.support.widget_host import picture, showing

REQUESTS = GUARD.tables["requests"]
OWN = f"requests.{TRANSFERRED.name}"


@pytest.fixture(autouse=True)
def guard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.FORMS, GUARD.id, GUARD)


RESULTS = [row for row in REQUESTS.rows if row.level and row.name != "total"]
"""What （七）总计 adds up."""


def sound(year: int = 2031) -> Report:
    """A report in the guard's form whose every number is another one and whose tables add up."""
    cells: dict[str, Number | None] = {
        path: Decimal("70.5") if GUARD.measure(path).is_money else 100 + number
        for number, path in enumerate(GUARD.paths)
        if GUARD.source(path) is not Source.COMPUTED
    }
    return Report.from_cells(balanced(cells), form_id=GUARD.id, unit="虚构县水务局", year=year)


def balanced(cells: Mapping[str, Number | None]) -> dict[str, Number | None]:
    """The cells with what was newly received set so that every column is even, and all totals added up."""
    typed = {path: cells[path] for path in cells if GUARD.source(path) is not Source.COMPUTED}
    for column in COLUMNS:
        if column.name != "total":
            done = sum(int(typed[f"requests.{row.name}.{column.name}"] or 0) for row in RESULTS)
            left = sum(int(typed[f"{row}.{column.name}"] or 0) for row in ("requests.carried_out", OWN))
            before = int(typed[f"requests.carried_in.{column.name}"] or 0)
            typed[f"requests.new.{column.name}"] = done + left - before
    return typed | computed_cells(GUARD, typed)


# --- the session and its grid ------------------------------------------------------------------------------


@pytest.fixture
def session(library: Library) -> Iterator[Session]:
    """A report of 2031, after one of 2030 in the form before."""
    library.take_over(
        Report.from_cells(
            {
                "requests.carried_out.natural_person": 2,
                "requests.carried_out.enterprise": 1,
                "requests.carried_out.total": 3,
            },
            unit="虚构县水务局",
            year=2030,
        )
    )
    with library.start("虚构县水务局", 2031) as opened:
        yield opened


def drawn(editor: DraftTableEditor, wide: int = 120) -> list[str]:
    """The grid on a screen of that many columns, all its lines."""
    picture = Picture(editor)
    picture.look(wide, 60, picture.spot, None, False)
    return ["".join(text for text, _ in picture.pieces(y, 0)) for y in range(picture.height)]


def test_a_draft_of_the_year_is_in_the_form_and_its_headings_are_the_forms(session: Session) -> None:
    assert session.report.form is GUARD
    outline = session.conversation.outline()
    assert [entry.label for entry in outline if entry.key == "problems"] == ["五、自查与整改事项"]


def test_the_grid_shows_every_row_and_column_of_it_and_no_other(session: Session) -> None:
    lines = drawn(DraftTableEditor(session, "requests"))
    shown = "\n".join(lines)
    for row in REQUESTS.rows:
        assert row.label[:6] in shown
    heads = [word for word in re.split(r"[ │]+", lines[0]) if word]
    assert heads == [column.short for column in COLUMNS]
    assert dropped("columns") not in shown
    assert dropped("rows") not in shown


def dropped(what: str) -> str:
    """The label of the column or the row that the guard does not have."""
    one = next(one for one in getattr(FORM.tables["requests"], what) if one.name in {NO_COLUMN, NO_ROW})
    return str(one.label)


async def test_the_grid_types_adds_up_and_shows_the_forms_own_balance(session: Session) -> None:
    screen = TableScreen(session, "requests", f"{OWN}.natural_person")
    async with showing(screen) as pilot:
        await pilot.press("5")
        assert screen.editor.value(f"{OWN}.total") == 5
        assert screen.editor.sides(0) == (2, 5)
        assert "差3" in "".join(picture(pilot)).replace(" ", "")
        foot = screen.query_one("#foot", Lines).text
        assert "一＋二＝2，三＋四＋五＝5，差3" in foot
        assert "五、转送其他机关办理·自然人（件）" in foot
        await pilot.press("tab", "1")
        assert session.tables.table("requests").cells[f"{OWN}.natural_person"].value == 5
        assert screen.editor.sides(1) == (1, 1)
    assert "勾稽 一＋二＝三＋四＋五" in drawn(DraftTableEditor(session, "requests"))[-1]


def test_the_grid_carries_over_what_the_form_before_carried_out(session: Session) -> None:
    cells = session.tables.table("requests").cells
    assert cells["requests.carried_in.natural_person"].value == 2
    assert cells["requests.carried_in.enterprise"].source is Source.CARRIED
    assert cells["requests.carried_in.total"].value == 3


# --- the rules ---------------------------------------------------------------------------------------------


def in_tables(report: Report, last: Report | None = None) -> list[Finding]:
    return [one for one in check(Context(report, last)) if one.where in GUARD.places]


def with_more(**more: int) -> Report:
    """The sound report with a cell of part three made larger; ``__`` stands between row and column."""
    report = sound()
    cells = {f"requests.{name.replace('__', '.')}": number for name, number in more.items()}
    return report.with_cells({**report.cells, **{path: at(report, path) + n for path, n in cells.items()}})


def at(report: Report, path: str) -> int:
    return int(report.number(path) or 0)


def test_a_report_that_adds_up_has_no_finding_in_its_tables() -> None:
    assert in_tables(sound()) == []


def test_a_wrong_total_of_a_row_is_found_by_the_forms_label() -> None:
    found = in_tables(with_more(transferred__total=7))
    assert {one.where for one in found} == {f"{OWN}.total"}
    assert "“五、转送其他机关办理”一行五类申请人相加为" in found[0].message


def test_a_wrong_total_of_a_column_is_found() -> None:
    found = in_tables(with_more(total__natural_person=4, total__total=4))
    assert "requests.total.natural_person" in {one.where for one in found}


def test_a_balance_that_only_the_form_has_is_found() -> None:
    found = in_tables(with_more(transferred__natural_person=3, transferred__total=3))
    assert {one.where for one in found} == {f"{OWN}.natural_person", f"{OWN}.total"}
    assert all("结转下年度" in one.message and "＋转送其他机关办理" in one.message for one in found)


def test_results_name_places_in_the_words_of_the_form(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(write(Edition(with_more(transferred__total=7)), "json"))
    checked = check_file(str(path), LastYear((LastReport(sound(2030), LastSource.GIVEN),)), Selection())
    assert "五、转送其他机关办理·总计" in json.dumps(as_sarif([checked]), ensure_ascii=False)
    assert "五、转送其他机关办理·总计" in as_page([checked])
    assert GUARD.headings["requests"] in list(lines_of(checked))


# --- answers and sentences ---------------------------------------------------------------------------------


def test_an_answers_file_of_the_year_has_the_cells_of_the_form(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    raw = {"schema": SCHEMA, "unit": "虚构县水务局", "year": 2031, "answers": {f"{OWN}.natural_person": 4}}
    path.write_text(json.dumps(raw), "utf-8")
    with library.start("虚构县水务局", 2031) as session:
        assert take(session, load(path)) > 100
        assert session.report.number(f"{OWN}.total") == 4
    path.write_text(json.dumps({**raw, "year": 2030}), "utf-8")
    with pytest.raises(AnswersError, match=f"没有“{OWN}.natural_person”这一项"):
        load(path)


def test_a_template_gets_nothing_for_a_cell_of_another_form_and_is_refused_for_one_of_none() -> None:
    facts, before = TemplateApi(sound(), None), TemplateApi(Report(unit="某局", year=2025), None)
    assert facts.num(f"requests.{NO_ROW}.total") == 0
    assert before.num(f"{OWN}.total") == 0
    with pytest.raises(KeyError):
        facts.num("requests.mislaid.total")
    denied = REQUESTS.groups["（三）不予公开"]
    assert facts.group("denied") == sum(at(sound(), f"requests.{row.name}.total") for row in denied)


# --- every kind of file ------------------------------------------------------------------------------------


def printed(table: Table, report: Report) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of every printed cell; a number as it is printed."""
    for one in table.cells:
        number = report.number(one.path) if one.path else None
        yield one.row, one.col, one.text or ("" if number is None else str(number))


@pytest.mark.parametrize("section", GUARD.tables)
def test_the_docx_prints_every_cell_in_its_place(section: str) -> None:
    report = sound()
    document = Document(io.BytesIO(write(Edition(report), "docx")))
    table = document.tables[list(GUARD.tables).index(section)]
    form = GUARD.tables[section]
    assert (len(table.rows), len(table.columns)) == (form.height, form.width)
    for row, column, text in printed(form, report):
        assert table.cell(row, column).text == text
    widths = [int(one.get(f"{{{W}}}w")) for one in table._tbl.tblGrid]
    assert sum(widths) == GBT9704.width
    assert min(widths) > 300
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == list(GUARD.headings.values())


@pytest.mark.parametrize("kind", ["html", "fragment"])
def test_a_page_prints_every_cell_under_heads_that_cover_the_table(kind: str) -> None:
    report = sound()
    root = etree.fromstring(write(Edition(report), kind), etree.HTMLParser(encoding="utf-8"))
    headings = [one.text for one in root.iter("h2") if one.text in GUARD.headings.values()]
    assert headings == list(GUARD.headings.values())
    tables = list(root.iter("table"))
    for form, table in zip(GUARD.tables.values(), tables, strict=False):
        texts = ["".join(one.itertext()) for one in table.iter("th", "td")]
        assert texts == [text for _, _, text in sorted(printed(form, report))]
        groups = [int(one.get("span")) for one in table.iter("colgroup")]
        assert sum(groups) == form.width
    assert [int(one.get("span")) for one in tables[1].iter("colgroup")] == [3, 1, 4, 1]


@pytest.mark.parametrize("kind", ["md", "txt"])
def test_a_text_prints_every_heading_and_row(kind: str) -> None:
    report = sound()
    text = write(Edition(report), kind).decode()
    assert all(heading in text for heading in GUARD.headings.values())
    cells = [one.strip() for line in text.splitlines() for one in re.split(r"[|\t]", line)]
    for form in GUARD.tables.values():
        for _, _, printed_text in printed(form, report):
            assert printed_text in cells


def test_the_preview_prints_every_row_and_number() -> None:
    report = sound()
    rows = [one.text for one in sheets(pages_of(report), report, 110, {}).rows]
    whole = "".join("".join(rows).split())
    assert all(heading in whole for heading in GUARD.headings.values())
    numbers = re.findall(r"[0-9][0-9.]*", " ".join(rows))
    assert all(str(report.number(path)) in numbers for path in GUARD.paths)
    line = next(row for row in rows if "五、转送其他机关办理" in row)
    own = [str(report.number(path)) for path in REQUESTS.row_paths(TRANSFERRED.name)]
    assert re.findall(r"[0-9]+", line) == own


def test_the_reviewers_edition_marks_what_changed_in_it() -> None:
    report = with_more(transferred__natural_person=3)
    data = write(Edition(report, sound(2030), check(Context(report))), "review")
    cells = [one.text for one in Document(io.BytesIO(data)).tables[2]._cells]
    before = at(sound(), f"{OWN}.natural_person")
    assert f"{before + 3}\n({before})" in cells
    assert "转送" not in outcomes_chart(report, None)


@needs_soffice
def test_the_workbook_recomputed_gives_every_number_and_every_line_holds(tmp_path: Path) -> None:
    report, last = sound(), sound(2030)
    cells = dict(report.cells)
    for carry in GUARD.carries:
        more, less = last.number(carry.last) or 0, sum(at(report, path) for path in carry.minus)
        cells[carry.path] = more + sum(at(report, path) for path in carry.plus) - less
    book = recomputed(write_workbook(report.with_cells(balanced(cells)), last), tmp_path)
    expected = balanced(cells)
    lines: dict[str, set[object]] = {}
    for section, form in GUARD.tables.items():
        for one in form.cells:
            if one.path:
                shown = cell(book, SHEETS[section], TOP + one.row, one.col)
                assert shown == float(expected[one.path] or 0), one.path
        rows = book.get_sheet_by_name(SHEETS[section]).to_python(skip_empty_area=False)
        for row in rows[TOP + form.height :]:
            if str(row[0]).startswith("勾稽"):
                lines[str(row[0])] = {one for one in row[1 : form.width] if isinstance(one, float)}
    assert list(lines) == [
        "勾稽：规章现行有效＝上年＋制发－废止",
        "勾稽：行政规范性文件现行有效＝上年＋制发－废止",
        "勾稽：一＋二＝三（七）＋四＋五",
        "勾稽：（七）总计＝各项结果之和",
        "勾稽：二＝上年的四",
    ]
    assert all(values == {0.0} for values in lines.values())


def test_a_balance_of_a_table_without_labels_beside_it_stands_below_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = (f"disputes.{row.name}.upheld" for row in GUARD.tables["disputes"].rows[:2])
    even = Identity(IdentityKind.BALANCE, first, (first,), (second,))
    disputes = replace(GUARD.tables["disputes"], identities=(even,), derived=())
    monkeypatch.setitem(
        registry.FORMS, GUARD.id, replace(GUARD, tables={**GUARD.tables, "disputes": disputes})
    )
    report = Report.from_cells({first: 5, second: 3}, form_id=GUARD.id, unit="某局", year=2031)
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_workbook(report)))
    rows = book.get_sheet_by_name(SHEETS["disputes"]).to_python(skip_empty_area=False)
    start = next(number for number, row in enumerate(rows) if str(row[0]).startswith("勾稽"))
    assert rows[start][0] == "勾稽：行政复议＝未经复议直接起诉"
    assert [one for one in rows[start + 1] if one != ""] == [2.0]


# --- the JSON ----------------------------------------------------------------------------------------------


def test_the_json_reads_back_whole() -> None:
    report = sound()
    tree = report.to_json()
    assert tree["form"] == GUARD.id
    assert tree["requests"][TRANSFERRED.name]["natural_person"] == report.number(f"{OWN}.natural_person")
    again = Report.model_validate_json(write(Edition(report), "json"))
    assert again == report
    assert again.form is GUARD
