"""The state of one report being written: loaded from the store, drafted, checked; and the writing guard."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from app.errors import ReadOnlyError
from prompts import interview
from prompts.interview import InterviewState, QuestionInstance
from prompts.narrative.compose import Draft, Drafter
from sections.form.model import Form
from sections.form.registry import written_form
from sections.report.assemble import assemble, with_texts
from sections.report.cells import Sources, resolve
from sections.report.values import Value
from sections.rules.base import Context, Finding, Severity
from sections.rules.run import check
from store.model import Origin, Position, ReportRecord, Status, StoredAnswer

if TYPE_CHECKING:
    from app.session.library import Library

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="SessionState")


def writes(method: "Callable[Concatenate[S, P], R]") -> "Callable[Concatenate[S, P], R]":
    """Refuse in a read-only window."""

    @wraps(method)
    def guarded(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        if self.readonly:
            raise ReadOnlyError
        return method(self, *args, **kwargs)

    return guarded  # type: ignore[return-value]


class SessionState:
    """One report, open. Use as a context manager, or ``close`` it."""

    def __init__(self, library: "Library", stored: ReportRecord, claim: bool = True) -> None:
        self._library, self._store, self._stored = library, library.store, stored
        self.readonly = not (claim and self._store.claim(stored.id))
        self.last = library.last_of(stored.unit, stored.year)
        self._drafter = _drafter()
        self._drafts: dict[str, Draft] = {}
        self._changed: dict[str, frozenset[str]] = {}
        self.position = self._store.position(stored.id)
        self.saved = stored.saved
        self._summary: dict[str, int] = {}
        self._load()
        self._current = self._restore_current()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let another window write."""
        if not self.readonly:
            self._summarise()
            self._store.release(self.id)
            self.readonly = True

    # --- state -----------------------------------------------------------------------------------------

    @property
    def id(self) -> int:
        """Of the report, in the store."""
        return self._stored.id

    @property
    def unit(self) -> str:
        """The organ's full name."""
        return self.report.unit

    @property
    def year(self) -> int:
        """The year reported on."""
        return self._stored.year

    @property
    def status(self) -> Status:
        """How far the report is."""
        return self._stored.status

    @property
    def finished(self) -> bool:
        """Whether the clerk has said that it is done."""
        return self.status is Status.FINAL

    @property
    def template_problems(self) -> tuple[str, ...]:
        """What is wrong with the clerk's own templates, a sentence each."""
        return self._drafter.problems

    def _load(self) -> None:
        """Read everything from the store and work out the rest."""
        self._kept = self._store.answers(self.id)
        self._texts = self._store.texts(self.id)
        self._wordings = self._store.wordings(self.id)
        self._skipped = self._store.skipped(self.id)
        self._refresh()

    def _refresh(self) -> None:
        answers = {field: kept.value for field, kept in self._kept.items()}
        reasons = {field: kept.reason for field, kept in self._kept.items() if kept.reason}
        self._cells = resolve(written_form(self.year), Sources(answers, self.last, reasons))
        bare = assemble(answers, self._stored.unit, self.year, self.last, reasons, cells=self._cells)
        drafts = self._drafter.draft(bare, self.last, self._wordings)
        self._changed = _changed_sentences(self._drafts, drafts)
        self._drafts = drafts
        self.report = with_texts(bare, self._paragraph_texts(bare.form))
        self.findings = tuple(check(self._context(drafting=True)))
        self._state = InterviewState(
            answers=answers,
            last=self.last,
            year=self.year,
            unit=bare.unit,
            skipped=self._skipped,
            cells=bare.cells,
            form=bare.form,
        )
        self._asked = interview.asked(self._state)
        self._cell_findings = _by_place(self.findings)

    def _context(self, drafting: bool) -> Context:
        return Context(
            self.report,
            self.last,
            drafting=drafting,
            answers_known=True,
            edited=frozenset(self._texts),
        )

    def _paragraph_texts(self, form: Form) -> dict[str, str]:
        texts = {key: draft.text for key, draft in self._drafts.items()}
        texts |= {key: text.text for key, text in self._texts.items()}
        return {key: texts[key] for key in form.paragraphs if texts.get(key)}

    def _touch(self) -> None:
        self.saved = self._library.now()

    def _saved(self) -> None:
        self._touch()
        self._stored = self._store.report(self.id)
        self._load()
        self._summarise()

    def _summarise(self) -> None:
        progress = interview.progress(self._state)
        counts = [finding.severity for finding in self.findings]
        summary = {
            "done": progress.done,
            "total": progress.total,
            "errors": counts.count(Severity.ERROR),
            "warnings": counts.count(Severity.WARNING),
        }
        if summary != self._summary:
            self._store.put_summary(self.id, summary)
            self._summary = summary

    def _move_on(self, after: str) -> None:
        following = interview.next_open(self._state, after)
        self._stand_at(following.id if following else "")

    def _stand_at(self, question: str) -> None:
        self._current = question
        self.position = Position(screen="interview", question=question)
        if not self.readonly:
            self._store.keep(self.id, self.position)

    def _restore_current(self) -> str:
        """The question where the clerk stood; the next open one where it is not asked any more."""
        if any(one.id == self.position.question for one in self._asked):
            return self.position.question
        following = interview.next_open(self._state)
        current = following.id if following else ""
        if self.position.screen == "interview":
            self.position = Position(screen="interview", question=current)
        return current

    def answers(self) -> Mapping[str, StoredAnswer]:
        """Every answer with its origin, time and reason."""
        return self._kept

    @writes
    def take(self, values: Mapping[str, Value], reasons: Mapping[str, str]) -> None:
        """Answers from a file, all in one go; a carried cell only with its reason."""
        plain = {field: value for field, value in values.items() if field not in reasons}
        if plain:
            self._store.put(self.id, plain, Origin.TYPED)
        for field, reason in reasons.items():
            if field in values:
                self._store.put(self.id, {field: values[field]}, Origin.TYPED, reason)
        self._saved()
        self._move_on("")


def _drafter() -> Drafter:
    from store.paths import templates

    return Drafter(templates())


def belongs(one: QuestionInstance, key: str) -> bool:
    """Whether a question belongs to an outline entry: a section, or ``overview.<topic>``."""
    question = one.question
    section, _, topic = key.partition(".")
    if section == "overview":
        return question.scope == "overview" and question.topic == topic
    return question.scope == section


def _changed_sentences(before: Mapping[str, Draft], after: Mapping[str, Draft]) -> dict[str, frozenset[str]]:
    if not before:
        return {}
    changed: dict[str, frozenset[str]] = {}
    for key, draft in after.items():
        old = {s.id: s.text for s in before[key].sentences} if key in before else {}
        changed[key] = frozenset(s.id for s in draft.sentences if old.get(s.id) != s.text)
    return changed


def _by_place(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    places: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        places[finding.where] = (*places.get(finding.where, ()), finding)
    return places
