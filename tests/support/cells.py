"""The cells of the form in force as answers make them."""

from collections.abc import Mapping

from sections.form.disclosure_2021 import FORM
from sections.form.model import Form
from sections.report.cells import Number, Sources, resolve, values_of
from sections.report.report import Report
from sections.report.values import Answers


def table_cells(
    answers: Answers, last: Report | None, reasons: Mapping[str, str] | None = None
) -> dict[str, Number | None]:
    """Path -> number."""
    return values_of(resolve(FORM, Sources(answers, last, reasons or {})))


def computed_cells(form: Form, cells: Mapping[str, Number | None]) -> dict[str, Number | None]:
    """The totals that follow from ``cells`` and are not in them as they are."""
    known = values_of(resolve(form, Sources(cells)))
    return {path: value for path, value in known.items() if cells.get(path) != value}
