"""The table that a grid shows: the session's cells, with the number under edit counted at once."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal

from app.session.views import CellView, Outcome
from app.session.what_if import Preview, entered_cells, preview
from app.tui.table.grid_layout import layout_of
from app.tui.table.pasted_block import Overlay, lay_over, read_block
from prompts.numbers import read_number
from sections.errors import NianbaoError
from sections.form.elements import Source
from sections.report.cells import Number
from sections.rules.base import Finding

if TYPE_CHECKING:
    from app.session.session import Session

Kind = Literal["typed", "computed", "carried", "overruled"]
_COMPUTED: Final = "这一格由其他各格相加得出，不需要填写。"
_CARRIED: Final = "这一格由去年年报结转而来。如果确实不同，请按 F7 改写并说明原因。"


class Sheet:
    """One section's table while it is being filled in. Everything but ``typing`` is saved at once."""

    def __init__(self, session: "Session", section: str) -> None:
        self.session = session
        self.section = section
        self.form = session.report.form
        self.layout = layout_of(self.form, section)
        self.problem = ""
        """Why the half-typed text cannot be read; empty when it can."""
        self.reload()

    def reload(self) -> None:
        """Take everything from the session anew."""
        self._views = self.session.tables.table(self.section).cells
        self._kinds = {field: self._kind(field) for field in self._views}
        self._entered = entered_cells(self.session.report)
        self.problem = ""
        self._now = Preview(
            {field: view.value for field, view in self._views.items()},
            {field: view.findings for field, view in self._views.items() if view.findings},
        )

    # --- what it says ----------------------------------------------------------------------------------

    def view(self, field: str) -> CellView:
        """A cell as it is saved."""
        return self._views[field]

    def value(self, field: str) -> Number | None:
        """The number of a cell, half-typed text counted."""
        return self._now.cells.get(field)

    def label(self, field: str) -> str:
        """A cell in the words of the form, with what it counts."""
        return f"{self.form.label(field)}（{self.form.measure(field)}）"

    def text(self, field: str) -> str:
        """The number of a cell as shown; empty where there is none."""
        return shown(self.value(field))

    def note(self, fields: tuple[str, ...]) -> str:
        """What is to be said about a row whose numbers follow from last year."""
        kinds = {self.kind(field) for field in fields if field} - {"computed"}
        if "overruled" in kinds:
            return "已改写"
        return "去年结转" if "carried" in kinds else ""

    def state_of(self, fields: tuple[str, ...]) -> tuple[object, ...]:
        """Everything that the picture of a row depends on; the same for the same picture."""
        now = self._now
        return tuple((now.cells.get(f), self._kinds.get(f), now.findings.get(f)) for f in fields)

    def complete(self, column: int) -> bool:
        """Whether every cell to fill in of a column is filled in."""
        fields = (field for field, spot in self.layout.spots.items() if spot.column == column)
        return all(self.value(field) is not None for field in fields)

    def findings(self, fields: Iterable[str]) -> tuple[Finding, ...]:
        """What the rules find in ``fields``, gravest first."""
        found = [finding for field in fields for finding in self._now.findings.get(field, ())]
        return tuple(sorted(found, key=lambda finding: finding.severity.rank))

    def kind(self, field: str) -> Kind:
        """How a cell comes by its number."""
        return self._kinds[field]

    def _kind(self, field: str) -> Kind:
        if self._views[field].source is Source.COMPUTED:
            return "computed"
        view = self._views[field]
        if view.reason:
            return "overruled"
        return "carried" if view.source is Source.CARRIED or view.is_awaited else "typed"

    def editable(self, field: str) -> bool:
        """Whether the cell can simply be typed over."""
        return self.kind(field) in {"typed", "overruled"}

    def refusal(self, field: str) -> str:
        """Why a cell cannot be typed over; empty when it can."""
        return {"computed": _COMPUTED, "carried": _CARRIED}.get(self.kind(field), "")

    def blanks(self) -> tuple[str, ...]:
        """The cells that have to be filled in and are not."""
        return tuple(f for f, view in self._views.items() if self.editable(f) and view.value is None)

    def sides(self, column: int) -> tuple[Number, Number] | None:
        """Both sides of the 勾稽 of a column; None where it has none or nothing is filled in yet."""
        identity = self.layout.balances.get(column)
        if identity is None or all(self.value(f) is None for f in (*identity.left, *identity.right)):
            return None
        return self._sum(identity.left), self._sum(identity.right)

    def _sum(self, fields: Iterable[str]) -> Number:
        return sum((self.value(field) or 0 for field in fields), 0)

    # --- what one does with it -------------------------------------------------------------------------

    def type(self, field: str, text: str) -> None:
        """Count the half-typed ``text`` of a cell; ``problem`` says why it cannot be read."""
        self.problem = ""
        value: Number | None = None
        try:
            value = self._read(field, text) if text.strip() else None
        except NianbaoError as error:
            self.problem, value = str(error), self._views[field].value
        self._now = preview(self.session, self._entered, field, value)

    def commit(self, field: str, text: str) -> Outcome:
        """Save a cell."""
        return self._do(lambda: self.session.tables.set_cells({field: text}))

    def paste(self, field: str, text: str) -> Outcome:
        """Save a block from a cell on; says in one sentence what was done, or why nothing was.

        Overruled cells keep their number: it has its own reason, which a block does not give."""
        try:
            plain = frozenset(f for f in self._views if self.kind(f) == "typed")
            overlay = lay_over(read_block(text), self.layout, self.layout.spots[field], plain)
            outcome = self._do(lambda: self.session.tables.set_cells(overlay.values))
        except NianbaoError as error:
            return Outcome(False, str(error))
        if not outcome.accepted:
            return outcome
        return Outcome(True, self._pasted(overlay), outcome.changed)

    def _pasted(self, overlay: Overlay) -> str:
        """What a paste did, in one sentence."""
        said = f"已粘贴{overlay.rows}行{overlay.columns}列，填写{len(overlay.values)}格"
        if not overlay.passed:
            return f"{said}。"
        said += f"，自动得出的{len(overlay.passed)}格没有改动"
        differ = [
            (text, self.text(field))
            for field, text in overlay.passed.items()
            if text and self._read_or_none(field, text) != self.value(field)
        ]
        if not differ:
            return f"{said}。"
        pasted, here = differ[0][0], differ[0][1] or "空白"
        return f"{said}，其中{len(differ)}格与粘贴的不同（第一处粘贴{pasted}，表中{here}），请核对。"

    def overrule(self, field: str, text: str, reason: str) -> Outcome:
        """Save another number in a carried cell, with the reason."""
        return self._do(lambda: self.session.tables.overrule(field, text, reason))

    def finish(self) -> Outcome:
        """Save the blanks as 0."""
        return self._do(lambda: self.session.tables.finish(self.section))

    def undo(self) -> str:
        """Take back the last change; what was taken back."""
        try:
            said = self.session.conversation.undo()
        except NianbaoError as error:
            return str(error)
        self.reload()
        return said

    def _read(self, field: str, text: str) -> Number:
        """The number that ``text`` says; raises ``NotUnderstood``."""
        return read_number(text, self.form.measure(field))

    def _read_or_none(self, field: str, text: str) -> Number | None:
        try:
            return self._read(field, text)
        except NianbaoError:
            return None

    def _do(self, change: Callable[[], Outcome]) -> Outcome:
        try:
            outcome = change()
        except NianbaoError as error:
            return Outcome(False, str(error))
        if outcome.accepted:
            self.reload()
        return outcome


def shown(value: Number | None) -> str:
    """A number as it stands in a cell."""
    return "" if value is None else format(value, "f") if not isinstance(value, int) else str(value)
