"""The three tables: cells as typed, carried and computed."""

from collections.abc import Mapping
from decimal import Decimal

from app.session.open_report import SessionPart, writes
from app.session.views import CellView, Outcome, TableView
from prompts.numbers import read_number
from prompts.typed import NotUnderstood
from sections.form.elements import Source
from sections.form.model import Form
from sections.report.values import Kind, Value
from store.model import Origin


class Tables(SessionPart):
    """Show and fill the tables."""

    @property
    def _form(self) -> Form:
        return self._open.derived.report.form

    def table(self, section: str) -> TableView:
        """The table of a section as it stands."""
        table = self._form.tables[section]
        return TableView(table, {path: self._cell(path) for path in table.paths})

    def _cell(self, path: str) -> CellView:
        derived = self._open.derived
        cell = derived.cells[path]
        return CellView(
            field=path,
            value=cell.value,
            source=cell.source,
            is_awaited=cell.is_awaited,
            carried=cell.carried,
            last=derived.last.number(path) if derived.last else None,
            editable=cell.is_editable,
            reason=cell.reason,
            findings=derived.findings_at.get(path, ()),
        )

    @writes
    def set_cells(self, texts: Mapping[str, str]) -> Outcome:
        """Set cells from texts as typed or pasted, an empty one clearing its cell; all of them or none."""
        values: dict[str, Value] = {}
        for path, text in texts.items():
            if not self._open.derived.cells[path].is_editable:
                return Outcome(False, f"“{self._form.label(path)}”是自动计算的，不能直接填写。")
            try:
                if text.strip():
                    values[path] = self._read(path, text)
            except NotUnderstood as error:
                return Outcome(False, f"{self._form.label(path)}：{error}")
        store, answers = self._open.store, self._open.content.answers
        with store.transaction():
            for reason, cells in self._by_reason(values).items():
                store.put(self._open.id, cells, Origin.TYPED, reason)
            if cleared := [path for path in texts if path in answers and path not in values]:
                store.remove(self._open.id, cleared)
        self._open.reload()
        return Outcome(True, "", tuple(texts))

    def _by_reason(self, cells: Mapping[str, Value]) -> dict[str, dict[str, Value]]:
        """Cells by the reason they were overruled for, which stays theirs; most have none."""
        grouped: dict[str, dict[str, Value]] = {}
        for path, value in cells.items():
            answer = self._open.content.answers.get(path)
            grouped.setdefault(answer.reason if answer else "", {})[path] = value
        return grouped

    @writes
    def overrule(self, path: str, text: str, reason: str) -> Outcome:
        """Put another number in a carried cell, with the reason, which is kept and reported."""
        if self._form.source(path) is not Source.CARRIED:
            return Outcome(False, f"“{self._form.label(path)}”不是上年结转的数字，不需要说明理由。")
        if not reason.strip():
            return Outcome(False, "请写明为什么与上年不一致，例如“机构改革划入”。")
        try:
            value = self._read(path, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        self._open.store.put(self._open.id, {path: value}, Origin.TYPED, reason.strip())
        self._open.reload()
        return Outcome(True, "", (path,))

    @writes
    def finish(self, section: str) -> Outcome:
        """The clerk is done with a table: blank cells become 0, and the conversation goes on."""
        blank = [c.field for c in self.table(section).cells.values() if c.editable and c.value is None]
        if blank:
            zeros = {path: self._zero(path) for path in blank}
            self._open.store.put(self._open.id, zeros, Origin.TYPED)
            self._open.reload()
        for instance in self._open.derived.asked:
            asked = instance.question
            if asked.kind is Kind.TABLE and asked.scope == section and instance.id == self._open.current_id:
                self._open.move_on(instance.id)
        return Outcome(True, f"空着的{len(blank)}格按0填写。" if blank else "", tuple(blank))

    @writes
    def fill_with_nothing(self, section: str) -> Outcome:
        """There was nothing to fill in: every blank cell becomes 0. Refused where the table has a number."""
        numbers = [cell for cell in self.table(section).cells.values() if cell.value]
        if numbers:
            label = self._form.label(numbers[0].field)
            return Outcome(False, f"表里已有数字（{label} {numbers[0].value}），请按回车打开表格填写。")
        return self.finish(section)

    def _read(self, path: str, text: str) -> Value:
        return read_number(text, self._form.measure(path))

    def _zero(self, path: str) -> Value:
        return Decimal(0) if self._form.measure(path).is_money else 0
