"""What came back from Word: each difference of the edited file taken over, or left; nothing unseen."""

from collections.abc import Container, Set
from decimal import Decimal, InvalidOperation

from app.errors import SessionError
from app.session.conversation import Conversation
from app.session.differences import Difference, DifferenceKind, NumberChange, differences, reshaped
from app.session.finishing import Finishing
from app.session.narrative import Narrative
from app.session.open_report import OpenReport, SessionPart, writes
from app.session.tables import Tables
from app.session.views import Outcome
from prompts.narrative.edited import followed, slots_of
from prompts.narrative.own_topics import is_heading
from prompts.narrative.sentence import CHANGE, YEAR
from sections.facts import fact_of
from sections.form.elements import Source
from sections.language.numerals import read_quantity
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.unsaid import items_of
from sections.report.values import Kind, LocalItem, Quantity, Value
from store.model import Status

_BY_HAND = "请在对应的问题或表格里修改。"


class Homecoming(SessionPart):
    """Compare an edited file with the report, and take over what the clerk chooses."""

    def __init__(
        self,
        opened: OpenReport,
        conversation: Conversation,
        tables: Tables,
        narrative: Narrative,
        finishing: Finishing,
    ) -> None:
        super().__init__(opened)
        self._conversation, self._tables = conversation, tables
        self._narrative, self._finishing = narrative, finishing

    def differences(self, theirs: Report) -> tuple[Difference, ...]:
        """Where ``theirs``, the file, differs from this report. ``SessionError`` for another year's."""
        ours = self._finishing.document
        if theirs.year and theirs.year != ours.year:
            raise SessionError(
                f"文件是{theirs.year}年的年报，这一份是{ours.year}年的。", "请确认选对了文件。"
            )
        return differences(ours, theirs)

    @writes
    def take(self, difference: Difference, theirs: Report, *, numbers: bool = True) -> Outcome:
        """Take a difference over, as one change: its numbers into the facts and cells that they are bound to
        (unless not ``numbers``: then into the sentence alone), its words into the paragraph."""
        if self._open.record.status is Status.IMPORTED:
            return Outcome(False, "这是导入的年报，不在这里修改。")
        if difference.kind is DifferenceKind.OUTSIDE:
            return Outcome(False, "标题和落款由程序按格式印出，请核对导出的文件。")
        with self._open.store.transaction():
            outcome = self._take_over(difference, theirs, numbers)
            if outcome.accepted and self._open.record.status is Status.FINAL:
                self._finishing.finalise()
        return outcome

    def take_all(self, theirs: Report, kinds: Set[DifferenceKind]) -> tuple[int, tuple[str, ...]]:
        """Take over every difference of these kinds: how many there were, and why others were left.

        After each they are looked for anew, since one may change what stands around another. Where the file's
        text and table contradict each other, what is taken first stands, and the other is left."""
        done, refused, settled = 0, dict[tuple[str, str, str], str](), set[str]()
        while (one := self._next(theirs, kinds, refused)) is not None:
            paths = one.paths
            if paths & settled:
                refused[_sign(one)] = f"“{one.after}”与文件里另一处的数字不一致，请选一处采用。"
                continue
            outcome = self.take(one, theirs)
            done += outcome.accepted
            settled |= paths if outcome.accepted else set()
            refused[_sign(one)] = "" if outcome.accepted else outcome.message
        return done, tuple(filter(None, refused.values()))

    def _next(
        self, theirs: Report, kinds: Set[DifferenceKind], looked_at: Container[tuple[str, str, str]]
    ) -> Difference | None:
        found = (difference for difference in self.differences(theirs) if difference.kind in kinds)
        return next((difference for difference in found if _sign(difference) not in looked_at), None)

    def _take_over(self, difference: Difference, theirs: Report, numbers: bool) -> Outcome:
        before = self._open.derived.report
        if difference.kind is DifferenceKind.CELL:
            outcome = self._cell(difference.where, difference.after)
            self._keep_sentences(before)
            return outcome
        for change in difference.numbers if numbers else ():
            if change.path and change.path != YEAR and not change.path.startswith(CHANGE):
                outcome = self._number(change)
                if not outcome.accepted:
                    return outcome
        self._keep_sentences(before)
        now = self._open.derived.report
        left = (
            [difference]
            if not difference.numbers
            else [d for d in differences(now, theirs) if d.after == difference.after]
        )
        texts = [d for d in left if d.kind is not DifferenceKind.CELL]
        return self._text(texts[0]) if texts else Outcome(True, "已采用，数字已写入对应的答案或表格。")

    def _keep_sentences(self, before: Report) -> None:
        """Leave every paragraph its sentences where a number that was taken over would put others in their
        place: the file has those that there were."""
        now = self._open.derived.report
        for key, text in before.paragraphs.items():
            if reshaped(text, now.paragraphs.get(key, "")):
                self._narrative.edit(
                    key, followed(text, slots_of(text, key, before), now, self._open.last)[0]
                )

    def _cell(self, path: str, text: str) -> Outcome:
        form = self._open.derived.report.form
        if form.source(path) is Source.CARRIED and not self._open.derived.cells[path].is_editable:
            return Outcome(False, f"“{form.label(path)}”由上年结转，要改请在表格里写明理由。")
        return self._tables.set_cells({path: text})

    def _number(self, change: NumberChange) -> Outcome:
        """Another number for what the sentence's is bound to."""
        quantity = read_quantity(change.after)
        subject, _, name = change.path.partition(":")
        if quantity is None:
            return Outcome(False, f"“{change.after}”不是整数，{_BY_HAND}")
        if subject == OWN_ITEMS:
            return self._answer({OWN_ITEMS: tuple(self._items(name, quantity))})
        known = fact_of(change.path)
        if known is not None:
            value = _value(known.kind, quantity)
            return self._answer({change.path: value}) if value is not None else Outcome(False, _BY_HAND)
        form = self._open.derived.report.form
        if change.path in form.places and form.source(change.path) is not Source.COMPUTED:
            return self._cell(change.path, str(quantity.value))
        return Outcome(False, f"“{change.label}”由表格合计得出，请先在表格里修改分项。")

    def _items(self, name: str, quantity: Quantity) -> list[LocalItem]:
        items = items_of(self._open.derived.report)
        return [
            LocalItem(item.name, quantity if item.name == name else item.quantity, item.unit, item.topic)
            for item in items
        ]

    def _answer(self, values: dict[str, Value]) -> Outcome:
        self._conversation.take(values, {})
        return Outcome(True)

    def _text(self, difference: Difference) -> Outcome:
        """The words of the file in the place of ours."""
        text = self._open.derived.report.paragraphs.get(difference.where, "")
        behind = text.find(difference.behind) + len(difference.behind)
        start = text.find(difference.before, behind if difference.behind in text else 0)
        if start < 0 or (difference.kind is DifferenceKind.ADDED and difference.behind not in text):
            return Outcome(False, "这一句已经改变，请重新比较。")
        added = _own_line(difference.after) if difference.behind else difference.after
        words = added if difference.kind is DifferenceKind.ADDED else difference.after
        new = text[:start] + words + text[start + len(difference.before) :]
        if not new.strip():
            return Outcome(False, "这一段不能整段去掉，请在问题里改答案。")
        return self._narrative.edit(difference.where, new)


def _sign(difference: Difference) -> tuple[str, str, str]:
    """What a difference stays the same by while others are taken."""
    return difference.where, difference.after, difference.before if not difference.numbers else ""


def _own_line(text: str) -> str:
    """A heading stands on a line of its own."""
    return f"\n{text}\n" if is_heading(text) else text


def _value(kind: Kind, quantity: Quantity) -> Value | None:
    if kind is Kind.COUNT:
        return quantity
    try:
        return Decimal(quantity.value) if kind is Kind.AMOUNT and quantity.exact else None
    except InvalidOperation:
        return None
