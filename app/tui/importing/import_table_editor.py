"""The tables of an imported report as a grid shows them: every cell can be corrected, nothing is stored."""

from app.session.import_review import Doubts
from app.session.views import CellView, Outcome
from app.session.what_if import Preview
from app.tui.table.grid_layout import layout_of
from app.tui.table.pasted_block import lay_over, read_block
from app.tui.table.table_editor import Sheet
from sections.errors import NianbaoError
from sections.form.elements import Source
from sections.report.cells import Number
from sections.rules.base import Context, Finding
from sections.rules.run import check


class ReadSheet(Sheet):
    """One section's table as it was read and is being corrected."""

    def __init__(self, doubts: Doubts, section: str) -> None:
        self.doubts = doubts
        self.section = section
        self.form = doubts.report.form
        self.layout = layout_of(self.form, section)
        self.problem = ""
        self.reload()

    def reload(self) -> None:
        """Take everything from the reading anew."""
        fields = self.form.tables[self.section].paths
        cells: dict[str, Number | None] = {field: self.doubts.value(field) for field in fields}
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in check(Context(self.doubts.report)):
            if finding.where in cells:
                found[finding.where] = (*found.get(finding.where, ()), finding)
        self._views = {
            field: CellView(field, value, Source.TYPED, None, True, "", found.get(field, ()))
            for field, value in cells.items()
        }
        self._kinds = dict.fromkeys(fields, "typed")
        self.problem = ""
        self._now = Preview(cells, found)

    def type(self, field: str, text: str) -> None:
        """Count the half-typed ``text`` of a cell; ``problem`` says why it cannot be read."""
        self.problem = ""
        value: Number | None = None
        try:
            value = self._read(field, text) if text.strip() else None
        except NianbaoError as error:
            self.problem, value = str(error), self._views[field].value
        self._now = Preview({**self._now.cells, field: value}, self._now.findings)

    def commit(self, field: str, text: str) -> Outcome:
        """Take a cell as corrected."""
        return self._do(lambda: self.doubts.put({field: text}))

    def paste(self, field: str, text: str) -> Outcome:
        """Take a block from a cell on."""
        try:
            overlay = lay_over(
                read_block(text), self.layout, self.layout.spots[field], frozenset(self._views)
            )
        except NianbaoError as error:
            return Outcome(False, str(error))
        outcome = self._do(lambda: self.doubts.put(overlay.values))
        if not outcome.accepted:
            return outcome
        return Outcome(True, f"已粘贴{overlay.rows}行{overlay.columns}列。", outcome.changed)
