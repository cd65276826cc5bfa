"""A form that the readers have never seen is read from nothing but its declaration."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.read.importer import read_report, read_with_page
from sections.form import registry
from sections.form.elements import Block, Column, Measure, Row
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v
from tests.support.guard_form import GUARD, HEADINGS, NO_COLUMN, NO_ROW, TRANSFERRED
from tests.support.read_reports import wrong

LAYOUTS = (
    "as the form", "half-width brackets", "line breaks", "total first", "cut, heads repeated",
    "one frame around all", "headings without numbers", "a column 备注", "note rows", "separators",
    "fees in 元",
)  # fmt: skip


_PROACTIVE, _DISPUTES = GUARD.tables["proactive"], GUARD.tables["disputes"]
_DOCUMENTS, _LICENCES, *_, _FEES = _PROACTIVE.blocks
_OUTCOMES = tuple(column for column in _DISPUTES.columns if column.name != "corrected")
SPENT = Column("spent", "本年支出金额（单位：万元）", measure=Measure.WAN_YUAN)
RECUT = replace(
    GUARD,
    id="recut",
    tables={
        "proactive": replace(
            _PROACTIVE,
            blocks=(
                replace(_DOCUMENTS, columns=_DOCUMENTS.columns[:2], band="第三十一条第（一）项"),
                replace(_LICENCES, rows=(*_LICENCES.rows, Row("pledges", "告知承诺"))),
                replace(_FEES, columns=(*_FEES.columns, SPENT), row_head="费用"),
            ),
            carries=(),
        ),
        "requests": GUARD.tables["requests"],
        "disputes": replace(
            _DISPUTES,
            blocks=(Block((*_DISPUTES.rows, Row("mediation", "行政调解")), _OUTCOMES),),
            identities=(),
            derived=(),
        ),
    },
)
"""The guard with parts two and four cut otherwise: other columns and rows, bands and heads."""


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.FORMS, GUARD.id, GUARD)


def _path(texts: made.Numbers, writer: str, layout: str, folder: Path) -> Path:
    path = folder / f"年报.{writer}"
    path.write_bytes(writers.WRITERS[writer](v.VARIATIONS[layout](v.report(texts, GUARD))))
    return path


def _assert_guard(report: Report, texts: made.Numbers) -> None:
    assert report.form_id == GUARD.id
    assert wrong(report, texts, GUARD) == {}
    assert report.unread == ()
    assert report.remarks == ()
    assert set(report.headings) == set(HEADINGS)
    assert report.problems.text == made.PROBLEMS


@pytest.mark.parametrize("writer", sorted(writers.WRITERS))
def test_every_cell_and_heading_of_a_new_form_is_read(writer: str, tmp_path: Path) -> None:
    texts = made.numbers(GUARD)
    report = read_report(_path(texts, writer, "as the form", tmp_path))
    _assert_guard(report, texts)
    assert report.headings == HEADINGS
    assert not [path for path in report.cells if NO_ROW in path or NO_COLUMN in path]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("writer", ["docx", "html", "txt"])
def test_a_new_form_is_read_however_it_is_laid_out(writer: str, layout: str, tmp_path: Path) -> None:
    texts = made.numbers(GUARD)
    _assert_guard(read_report(_path(texts, writer, layout, tmp_path)), texts)


def test_its_own_row_is_found_in_the_source(tmp_path: Path) -> None:
    texts = made.numbers(GUARD)
    _, page = read_with_page(_path(texts, "docx", "as the form", tmp_path))
    line = page.line_of(f"requests.{TRANSFERRED.name}.total")
    assert line is not None
    assert TRANSFERRED.label in page.lines[line]


def test_a_report_in_todays_form_is_still_read_in_that(tmp_path: Path) -> None:
    texts = made.numbers()
    path = tmp_path / "年报.docx"
    path.write_bytes(made.package(made.body(texts)))
    report = read_report(path)
    assert (report.form_id, wrong(report, texts), report.unread) == ("2021", {}, ())


@pytest.mark.parametrize("writer", sorted(writers.WRITERS))
def test_bands_and_strips_follow_their_declaration_too(
    writer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.FORMS, RECUT.id, RECUT)
    texts = made.numbers(RECUT)
    path = tmp_path / f"年报.{writer}"
    path.write_bytes(writers.WRITERS[writer](v.report(texts, RECUT)))
    report = read_report(path)
    assert report.form_id == RECUT.id
    assert (wrong(report, texts, RECUT), report.unread, report.remarks) == ({}, (), ())
