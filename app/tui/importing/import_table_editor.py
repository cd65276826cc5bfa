"""The tables of an imported report as a grid shows them: every cell can be corrected, nothing is stored."""

from collections.abc import Mapping

from app.session.import_review import ImportReview
from app.session.views import CellView, Outcome, by_location
from app.session.what_if import WhatIf
from app.tui.table.table_editor import TableEditor
from sections.form.elements import Source
from sections.report.cells import Number
from sections.rules.base import Context
from sections.rules.run import check


class ImportTableEditor(TableEditor):
    """One section's table as it was read and is being corrected; totals too are as they were read."""

    def __init__(self, review: ImportReview, section: str) -> None:
        self._review = review
        super().__init__(review.report.form, section)

    def _cells(self) -> Mapping[str, CellView]:
        findings = by_location(check(Context(self._review.report)))
        return {
            path: CellView(
                path, self._review.value(path), Source.TYPED, None, True, "", findings.get(path, ())
            )
            for path in self.form.tables[self.section].paths
        }

    def _what_if(self, path: str, value: Number | None) -> WhatIf:
        return WhatIf({**self._now.cells, path: value}, self._now.findings)

    def _save(self, texts: Mapping[str, str]) -> Outcome:
        return self._review.put(texts)
