"""How long a large city's DOCX takes, beside its tables by python-docx, cell by cell, and by docxtpl."""

import io
import statistics
import time
from collections.abc import Callable
from typing import Any

from docx import Document

from app.documents.outline import digits
from app.documents.write.docx import write_docx
from app.documents.write.kinds import KINDS, Edition, write
from app.documents.write.review import write_review
from sections.form.model import Table
from sections.report.report import Report
from tests.support import reports
from tests.support.form import TABLES

ROUNDS = 15


def measure() -> list[tuple[str, float, float] | tuple[str, float]]:
    """(what, median milliseconds, budget where there is one)."""
    city = reports.city()
    sample, last = reports.sample_with_last()
    found: list[tuple[str, float, float] | tuple[str, float]] = [
        ("DOCX of a large city", _median(lambda: write_docx(city)), 60),
        ("all kinds but PDF of a large city", _median(lambda: _all_kinds(city), 5), 400),
        ("reviewer's DOCX of the sample", _median(lambda: write_review(sample, last, ()))),
        ("its tables alone by python-docx, cell by cell", _median(lambda: _cell_by_cell(city), 3)),
    ]
    template = _template()
    found.append(("its tables alone by docxtpl", _median(lambda: _by_docxtpl(template, city), 3)))
    return found


def _all_kinds(report: Report) -> None:
    edition = Edition(report, report, beside="report.docx")
    for kind in KINDS:
        if kind != "pdf":
            write(edition, kind)


def _median(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    action()
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _cell_by_cell(report: Report) -> bytes:
    return _tables(lambda field: digits(report.number(field)))


def _tables(text_of: Callable[[str], str]) -> bytes:
    document = Document()
    for form in TABLES.values():
        _fill(document.add_table(form.height, form.width), form, text_of)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fill(table: Any, form: Table, text_of: Callable[[str], str]) -> None:
    for cell in form.cells:
        place = table.cell(cell.row, cell.col)
        if cell.rowspan > 1 or cell.colspan > 1:
            place = place.merge(table.cell(cell.row + cell.rowspan - 1, cell.col + cell.colspan - 1))
        place.text = cell.text or text_of(cell.path)


def _template() -> bytes:
    return _tables(lambda field: "{{ n['" + field + "'] }}")


def _by_docxtpl(template: bytes, report: Report) -> bytes:
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    fields = [field for form in TABLES.values() for field in form.paths]
    document.render({"n": {field: digits(report.number(field)) for field in fields}})
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
