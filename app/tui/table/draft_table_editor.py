"""The table of a draft: saved in the session, checked with every digit, its carried cells overruled."""

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING

from app.session.views import CellView, Outcome
from app.session.what_if import WhatIf, entered_cells, what_if
from app.tui.table.table_editor import TableEditor
from sections.errors import NianbaoError
from sections.report.cells import Number

if TYPE_CHECKING:
    from app.session.session import Session


class DraftTableEditor(TableEditor):
    """One section's table of the report that is being written."""

    def __init__(self, session: "Session", section: str) -> None:
        self._session = session
        super().__init__(session.report.form, section)

    def _cells(self) -> Mapping[str, CellView]:
        self._entered = entered_cells(self._session.report)
        return self._session.tables.table(self.section).cells

    def _what_if(self, path: str, value: Number | None) -> WhatIf:
        return what_if(self._session, self._entered, path, value)

    def _save(self, texts: Mapping[str, str]) -> Outcome:
        return self._session.tables.set_cells(texts)

    @property
    def whose(self) -> str:
        """Whose report it is, and of which year."""
        return f"{self._session.organ}@{self._session.year}"

    def overrule(self, path: str, text: str, reason: str) -> Outcome:
        """Save another number in a carried cell, with the reason."""
        return self.change(lambda: self._session.tables.overrule(path, text, reason))

    def finish(self) -> Outcome:
        """Save the blanks as 0."""
        return self.change(lambda: self._session.tables.finish(self.section))

    def undo(self) -> str:
        """Take back the last change if it was one of this table; what was taken back."""
        return self._back_or_forth(self._session.conversation.undo)

    def redo(self) -> str:
        """Make the change again that was taken back last, if it was one of this table."""
        return self._back_or_forth(self._session.conversation.redo)

    def _back_or_forth(self, way: Callable[[Container[str]], str]) -> str:
        try:
            said = way(frozenset(self.layout.spots))
        except NianbaoError as error:
            return str(error)
        self.reload()
        return said
