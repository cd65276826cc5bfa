"""The table that a grid shows and fills in, whatever lies behind it; the number under edit counts at once."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from app.documents.outline import digits
from app.session.views import CellView, Outcome
from app.session.what_if import WhatIf
from app.tui.table.grid_layout import layout_of
from app.tui.table.pasted_block import Overlay, lay_over, read_block
from prompts.numbers import read_number
from sections.errors import NianbaoError
from sections.form.elements import Source
from sections.form.model import Form
from sections.report.cells import Number
from sections.rules.base import Finding

Kind = Literal["typed", "computed", "carried", "overruled"]
_COMPUTED: Final = "这一格由其他各格相加得出，不需要填写。"
_CARRIED: Final = "这一格由去年年报结转而来。如果确实不同，请按 F9 改写并说明原因。"


class TableEditor(ABC):
    """One section's table while it is being filled in. Everything but ``type`` is saved at once.

    A subclass says where the cells come from, what follows from half-typed text, and how cells are saved."""

    def __init__(self, form: Form, section: str) -> None:
        self.form, self.section = form, section
        self.layout = layout_of(form, section)
        self.problem = ""
        """Why the half-typed text cannot be read; empty when it can."""
        self.reload()

    @abstractmethod
    def _cells(self) -> Mapping[str, CellView]:
        """The cells as they are saved, by path."""

    @abstractmethod
    def _what_if(self, path: str, value: Number | None) -> WhatIf:
        """The table with ``value`` in one cell, nothing saved."""

    @abstractmethod
    def _save(self, texts: Mapping[str, str]) -> Outcome:
        """Save cells from texts as typed, all or none."""

    def reload(self) -> None:
        """Take everything anew as it is saved."""
        self._views = self._cells()
        self._kinds = {path: _kind(view) for path, view in self._views.items()}
        self.problem = ""
        self._now = WhatIf(
            {path: view.value for path, view in self._views.items()},
            {path: view.findings for path, view in self._views.items() if view.findings},
        )

    # --- what it says ----------------------------------------------------------------------------------

    def view(self, path: str) -> CellView:
        """A cell as it is saved."""
        return self._views[path]

    def value(self, path: str) -> Number | None:
        """The number of a cell, half-typed text counted."""
        return self._now.cells.get(path)

    def label(self, path: str) -> str:
        """A cell in the words of the form, with what it counts."""
        return f"{self.form.label(path)}（{self.form.measure(path)}）"

    def text(self, path: str) -> str:
        """The number of a cell as shown; empty where there is none."""
        return digits(self.value(path))

    def note(self, paths: tuple[str, ...]) -> str:
        """What is to be said about a row whose numbers follow from last year."""
        kinds = {self.kind(path) for path in paths if path} - {"computed"}
        if "overruled" in kinds:
            return "已改写"
        return "去年结转" if "carried" in kinds else ""

    def state_of(self, paths: tuple[str, ...]) -> tuple[object, ...]:
        """Everything that the picture of a row depends on; the same for the same picture."""
        now = self._now
        return tuple((now.cells.get(p), self._kinds.get(p), now.findings.get(p)) for p in paths)

    def complete(self, column: int) -> bool:
        """Whether every cell to fill in of a column is filled in."""
        paths = (path for path, spot in self.layout.spots.items() if spot.column == column)
        return all(self.value(path) is not None for path in paths)

    def findings(self, paths: Iterable[str]) -> tuple[Finding, ...]:
        """What the rules find in cells, gravest first."""
        findings = [finding for path in paths for finding in self._now.findings.get(path, ())]
        return tuple(sorted(findings, key=lambda finding: finding.severity.rank))

    def kind(self, path: str) -> Kind:
        """How a cell comes by its number."""
        return self._kinds[path]

    def editable(self, path: str) -> bool:
        """Whether the cell can simply be typed over."""
        return self.kind(path) in {"typed", "overruled"}

    def to_type(self, path: str) -> str:
        """The cell to mend where ``path`` is wrong: itself, or of a computed one the first cell of its row or
        column that can be typed over, one with a number before others."""
        spot = self.layout.spots.get(path)
        if spot is None or self.kind(path) != "computed":
            return path
        near = [
            other
            for other, place in self.layout.spots.items()
            if self.editable(other) and (place.line == spot.line or place.column == spot.column)
        ]
        return next((other for other in near if self.value(other)), near[0] if near else path)

    def refusal(self, path: str) -> str:
        """Why a cell cannot be typed over; empty when it can."""
        return {"computed": _COMPUTED, "carried": _CARRIED}.get(self.kind(path), "")

    def blanks(self) -> tuple[str, ...]:
        """The cells that have to be filled in and are not."""
        return tuple(p for p, view in self._views.items() if self.editable(p) and view.value is None)

    def sides(self, column: int) -> tuple[Number, Number] | None:
        """Both sides of the 勾稽 of a column; None where it has none or nothing is filled in yet."""
        identity = self.layout.balances.get(column)
        if identity is None or all(self.value(p) is None for p in (*identity.left, *identity.right)):
            return None
        return self._sum(identity.left), self._sum(identity.right)

    def _sum(self, paths: Iterable[str]) -> Number:
        return sum((self.value(path) or 0 for path in paths), 0)

    # --- what one does with it -------------------------------------------------------------------------

    def type(self, path: str, text: str) -> None:
        """Count the half-typed ``text`` of a cell; ``problem`` says why it cannot be read."""
        self.problem = ""
        value: Number | None = None
        try:
            value = self._read(path, text) if text.strip() else None
        except NianbaoError as error:
            self.problem, value = str(error), self._views[path].value
        self._now = self._what_if(path, value)

    def commit(self, path: str, text: str) -> Outcome:
        """Save a cell."""
        return self.change(lambda: self._save({path: text}))

    def paste(self, path: str, text: str) -> Outcome:
        """Save a block from a cell on; says in one sentence what was done, or why nothing was.

        Overruled cells keep their number: it has its own reason, which a block does not give."""
        try:
            plain = frozenset(p for p in self._views if self.kind(p) == "typed")
            overlay = lay_over(read_block(text), self.layout, self.layout.spots[path], plain)
        except NianbaoError as error:
            return Outcome(False, str(error))
        outcome = self.change(lambda: self._save(overlay.values))
        if not outcome.accepted:
            return outcome
        return Outcome(True, self._pasted(overlay), outcome.changed)

    def _pasted(self, overlay: Overlay) -> str:
        """What a paste did, in one sentence."""
        summary = f"已粘贴{overlay.rows}行{overlay.columns}列，填写{len(overlay.values)}格"
        if not overlay.passed:
            return f"{summary}。"
        summary += f"，自动得出的{len(overlay.passed)}格没有改动"
        differ = [
            (path, text, self.text(path))
            for path, text in overlay.passed.items()
            if text and self._read_or_none(path, text) != self.value(path)
        ]
        if not differ:
            return f"{summary}。"
        path, pasted, here = differ[0]
        first = f"“{self.label(path)}”粘贴的是{pasted}，表里算出{here or '空白'}"
        return f"{summary}，其中{len(differ)}格与粘贴的不同：{first}。请看是哪一格粘贴错了。"

    def _read(self, path: str, text: str) -> Number:
        """The number that ``text`` says; raises ``NotUnderstood``."""
        return read_number(text, self.form.measure(path))

    def _read_or_none(self, path: str, text: str) -> Number | None:
        try:
            return self._read(path, text)
        except NianbaoError:
            return None

    def change(self, change: Callable[[], Outcome]) -> Outcome:
        """Make a change and take everything anew; an error becomes a refusal."""
        try:
            outcome = change()
        except NianbaoError as error:
            return Outcome(False, str(error))
        if outcome.accepted:
            self.reload()
        return outcome


def _kind(view: CellView) -> Kind:
    if view.source is Source.COMPUTED:
        return "computed"
    if view.reason:
        return "overruled"
    return "carried" if view.source is Source.CARRIED or view.is_awaited else "typed"
