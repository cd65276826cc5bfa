"""The cells of the form in force as answers make them."""

from collections.abc import Mapping

from sections.form.disclosure_2021 import FORM
from sections.report.cells import Number, Sources, resolve, values_of
from sections.report.report import Report
from sections.report.values import Answers


def table_cells(
    answers: Answers, last: Report | None, reasons: Mapping[str, str] | None = None
) -> dict[str, Number | None]:
    """Path -> number."""
    return values_of(resolve(FORM, Sources(answers, last, reasons or {})))
