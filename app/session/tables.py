"""The three tables: cells as typed, carried and computed."""

from collections.abc import Mapping
from decimal import Decimal

from app.session.state import SessionState, writes
from app.session.views import (
    CellView,
    Outcome,
    TableView,
)
from prompts.numbers import read_number
from prompts.reading import NotUnderstood
from sections.form.elements import Source
from sections.report.values import Kind, Value
from store.model import Origin


class Tables(SessionState):
    """Show and fill the tables."""

    def table(self, section: str) -> TableView:
        """The table of a section as it stands."""
        table = self.report.form.tables[section]
        return TableView(table, {path: self._cell(path) for path in table.paths})

    def _cell(self, field: str) -> CellView:
        cell = self._cells[field]
        return CellView(
            field=field,
            value=cell.value,
            source=cell.source,
            is_awaited=cell.is_awaited,
            last=self.last.number(field) if self.last else None,
            editable=cell.is_editable,
            reason=cell.reason,
            findings=self._cell_findings.get(field, ()),
        )

    @writes
    def set_cells(self, values: Mapping[str, str]) -> Outcome:
        """Set cells from texts as typed or pasted, an empty one clearing its cell; all of them or none."""
        read: dict[str, Value] = {}
        empty: list[str] = []
        for field, text in values.items():
            if not self._cells[field].is_editable:
                return Outcome(False, f"“{self.report.form.label(field)}”是自动计算的，不能直接填写。")
            try:
                if text.strip():
                    read[field] = self._read_cell(field, text)
                else:
                    empty.append(field)
            except NotUnderstood as error:
                return Outcome(False, f"{self.report.form.label(field)}：{error}")
        with self._store.transaction():
            for reason, cells in self._by_reason(read).items():
                self._store.put(self.id, cells, Origin.TYPED, reason)
            if gone := [field for field in empty if field in self._kept]:
                self._store.remove(self.id, gone)
        self._saved()
        return Outcome(True, "", tuple(values))

    def _by_reason(self, cells: Mapping[str, Value]) -> dict[str, dict[str, Value]]:
        """Cells by the reason they were overruled for, which stays theirs; most have none."""
        grouped: dict[str, dict[str, Value]] = {}
        for field, value in cells.items():
            kept = self._kept.get(field)
            grouped.setdefault(kept.reason if kept else "", {})[field] = value
        return grouped

    @writes
    def overrule(self, field: str, text: str, reason: str) -> Outcome:
        """Put another number in a carried cell, with the reason, which is kept and reported."""
        if self.report.form.source(field) is not Source.CARRIED:
            return Outcome(False, f"“{self.report.form.label(field)}”不是上年结转的数字，不需要说明理由。")
        if not reason.strip():
            return Outcome(False, "请写明为什么与上年不一致，例如“机构改革划入”。")
        try:
            value = self._read_cell(field, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        self._store.put(self.id, {field: value}, Origin.TYPED, reason.strip())
        self._saved()
        return Outcome(True, "", (field,))

    @writes
    def finish_table(self, section: str) -> Outcome:
        """The clerk is done with a table: blank cells become 0, and the conversation goes on."""
        blank = [c.field for c in self.table(section).cells.values() if c.editable and c.value is None]
        if blank:
            self._store.put(self.id, {field: self._zero(field) for field in blank}, Origin.TYPED)
            self._saved()
        for one in self._asked:
            if one.question.kind is Kind.TABLE and one.question.scope == section and one.id == self._current:
                self._move_on(one.id)
        return Outcome(True, f"空着的{len(blank)}格按0填写。" if blank else "", tuple(blank))

    def _read_cell(self, field: str, text: str) -> Value:
        return read_number(text, self.report.form.measure(field))

    def _zero(self, field: str) -> Value:
        return Decimal(0) if self.report.form.measure(field).is_money else 0
