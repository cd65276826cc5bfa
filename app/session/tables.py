"""The three tables: cells as typed, carried and computed."""

from collections.abc import Iterable, Mapping

from app.session.state import SessionState, writes
from app.views import (
    CellView,
    Outcome,
    TableView,
)
from prompts.reading import NotUnderstood, read_amount, read_cell
from sections.form import TABLES, Source, label_of, source_of
from sections.report.report import Number, carried_cells
from sections.report.values import Kind, Value
from store.model import Origin


class Tables(SessionState):
    """Show and fill the tables."""

    def table(self, section: str) -> TableView:
        """The table of a section as it stands."""
        carried = carried_cells(self.last, self._state.cells)
        return TableView(
            TABLES[section],
            {field: self._cell(field, carried) for field in TABLES[section].fields},
        )

    def _cell(self, field: str, carried: Mapping[str, Number]) -> CellView:
        kept = self._kept.get(field)
        reason = kept.reason if kept else ""
        source = source_of(field)
        if source is Source.CARRIED and (field not in carried or reason):
            source = Source.TYPED
        return CellView(
            field=field,
            value=self._state.cells.get(field),
            source=source,
            last=self.last.number(field) if self.last else None,
            editable=source is Source.TYPED,
            reason=reason,
            findings=self._cell_findings.get(field, ()),
        )

    @writes
    def set_cells(self, values: Mapping[str, str]) -> Outcome:
        """Set cells from texts as typed or pasted, an empty one clearing its cell; all of them or none."""
        carried = carried_cells(self.last, self._state.cells)
        read: dict[str, Value] = {}
        empty: list[str] = []
        for field, text in values.items():
            if not self._cell(field, carried).editable:
                return Outcome(False, f"“{label_of(field)}”是自动计算的，不能直接填写。")
            try:
                if text.strip():
                    read[field] = _read_cell(field, text)
                else:
                    empty.append(field)
            except NotUnderstood as error:
                return Outcome(False, f"{label_of(field)}：{error}")
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
        if source_of(field) is not Source.CARRIED:
            return Outcome(False, f"“{label_of(field)}”不是上年结转的数字，不需要说明理由。")
        if not reason.strip():
            return Outcome(False, "请写明为什么与上年不一致，例如“机构改革划入”。")
        try:
            value = _read_cell(field, text)
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
            self._store.put(self.id, {field: _zero(field) for field in blank}, Origin.TYPED)
            self._saved()
        for one in self._asked:
            if one.question.kind is Kind.TABLE and one.question.scope == section and one.id == self._current:
                self._move_on(one.id)
        return Outcome(True, f"空着的{len(blank)}格按0填写。" if blank else "", tuple(blank))

    def balances(self, section: str) -> dict[str, Number]:
        """Identity (``name:field``) -> left side minus right side; 0 where it holds."""
        cells = self._state.cells

        def total(fields: Iterable[str]) -> Number:
            return sum((cells.get(field) or 0 for field in fields), 0)

        return {
            f"{identity.name}:{identity.where}": total(identity.left) - total(identity.right)
            for identity in TABLES[section].identities
        }


def _read_cell(field: str, text: str) -> Value:
    return read_amount(text, "万元") if field == "proactive.fees" else read_cell(text)


def _zero(field: str) -> Value:
    from decimal import Decimal

    return Decimal(0) if field == "proactive.fees" else 0
