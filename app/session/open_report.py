"""The report that is open: what is stored of it, what follows from that, and where the clerk stands."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from app.errors import ClosedError, ReadOnlyError
from app.session.compute import Derived, DraftContent, closed, compute
from app.session.past import Past
from prompts import interview
from prompts.interview import QuestionInstance
from prompts.narrative.compose import Draft
from sections.report.report import Report
from sections.rules.base import Severity
from store.database import Store
from store.model import Position, ReportRecord, Status


class OpenReport:
    """What the parts of a session work on. ``changed`` are the ids of the sentences that the last change
    changed, by paragraph; ``current_id`` the question where the clerk stands, empty when all are done."""

    def __init__(
        self,
        store: Store,
        record: ReportRecord,
        past: Past,
        now: Callable[[], datetime],
    ) -> None:
        self.store, self.record, self.drafter = store, record, past.drafter
        self._past = past
        self.last_year = last = past.last(record.unit, record.year)
        self.last, self.compared, self.not_carried = last.report, last.words, last.asked
        self._now = now
        self.readonly = not store.claim(record.id)
        self.saved = record.saved
        self.derived = self._computed()
        self.changed: Mapping[str, frozenset[str]] = {}
        self._summary: dict[str, int] = {}
        self.position = store.position(record.id)
        self.half_typed = dict(self.position.left)
        """What was left half typed, by question: the text and the place of the caret."""
        self.current_id = self._restored_question()
        store.document(record.id)
        self.damage = store.damage(record.id)
        """What of the report is not as it was written, in sentences."""

    @property
    def id(self) -> int:
        """Of the report, in the store."""
        return self.record.id

    @property
    def content(self) -> DraftContent:
        """What the store holds."""
        return self.derived.content

    @property
    def closed(self) -> bool:
        """Whether it is finalised or imported: it can be read and reopened, not changed."""
        return self.record.status is not Status.DRAFT

    def earlier(self) -> tuple[Report, ...]:
        """The organ's reports of the years before last year's, newest first; read when first asked for."""
        return self._past.earlier(self.record.unit, self.record.year)

    def _computed(self) -> Derived:
        content = DraftContent.load(self.store, self.id)
        derived = compute(
            content, self.record.unit, self.record.year, self.last, self.drafter, earlier=self.earlier
        )
        document = self.store.document(self.id) if self.closed else None
        if document is None or document.form_id != derived.bare.form_id or says_the_same(derived, document):
            return derived
        return closed(derived, document, imported=self.record.status is Status.IMPORTED)

    def reload(self) -> None:
        """Take in what was just written, and keep its summary for the list."""
        self.touch()
        self.record = self.store.report(self.id)
        before = self.derived.drafts
        self.derived = self._computed()
        self.changed = _changed_sentences(before, self.derived.drafts)
        self._summarise()

    def touch(self) -> None:
        """Something was saved now."""
        self.saved = self._now()

    def close(self) -> None:
        """Let another window write."""
        if not self.readonly:
            try:
                self._summarise()
            finally:
                self.store.release(self.id)
                self.readonly = True

    def _summarise(self) -> None:
        progress = interview.progress(self.derived.state)
        severities = [finding.severity for finding in self.derived.findings]
        summary = {
            "done": progress.done,
            "total": progress.total,
            "errors": severities.count(Severity.ERROR),
            "warnings": severities.count(Severity.WARNING),
        }
        if summary != self._summary:
            self.store.put_summary(self.id, summary)
            self._summary = summary

    # --- where the clerk stands ------------------------------------------------------------------------

    def move_on(self, after: str = "") -> None:
        """Stand at the next open question behind the one with id ``after``."""
        following = interview.next_open(self.derived.state, after)
        self.stand_at(following.id if following else "")

    def stand_at(self, question_id: str) -> None:
        """Stand at a question, and remember it."""
        self.current_id = question_id
        self.stand(Position(screen="interview", question=question_id))

    def stand(self, position: Position) -> None:
        """Remember where the clerk stands, and with it every text that was left half typed elsewhere."""
        here = position.question if position.screen == "interview" else None
        left = {question: typed for question, typed in self.half_typed.items() if question != here}
        self.position = replace(position, left=left)
        if not self.readonly:
            self.store.keep(self.id, self.position)

    def _restored_question(self) -> str:
        """Where the clerk stood; the next open question where that one is not asked any more."""
        if any(instance.id == self.position.question for instance in self.derived.asked):
            return self.position.question
        following = interview.next_open(self.derived.state)
        current = following.id if following else ""
        if self.position.screen == "interview":
            self.position = Position(screen="interview", question=current, left=self.position.left)
        return current


class SessionPart:
    """One job of a session, done on the report that is open."""

    def __init__(self, opened: OpenReport) -> None:
        self._open = opened


P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=SessionPart)


def writes(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Make a method raise ``ReadOnlyError`` in a window that can only look, and ``ClosedError`` for a report
    that is closed."""

    @wraps(method)
    def guarded(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        if self._open.readonly:
            raise ReadOnlyError(self._open.store.read_only)
        if self._open.closed:
            raise ClosedError(self._open.record.status.label)
        return method(self, *args, **kwargs)

    return guarded  # type: ignore[return-value]


def says_the_same(derived: Derived, document: Report) -> bool:
    """Whether the answers still make the report that was kept."""
    return derived.report.cells == document.cells and derived.report.paragraphs == document.paragraphs


def belongs(instance: QuestionInstance, key: str) -> bool:
    """Whether a question belongs to an outline entry: a section, or ``overview.<topic>``."""
    asked = instance.question
    section, _, topic = key.partition(".")
    if section == "overview":
        return asked.scope == "overview" and asked.topic == topic
    return asked.scope == section


def _changed_sentences(before: Mapping[str, Draft], after: Mapping[str, Draft]) -> dict[str, frozenset[str]]:
    if not before:
        return {}
    changed: dict[str, frozenset[str]] = {}
    for key, draft in after.items():
        old = {s.id: s.text for s in before[key].sentences} if key in before else {}
        changed[key] = frozenset(s.id for s in draft.sentences if old.get(s.id) != s.text)
    return changed
