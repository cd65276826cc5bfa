"""What usually stays as it was last year, taken over together once the clerk has seen it."""

from typing import Final

from app.session.open_report import SessionPart, writes
from app.session.views import Outcome, UnchangedDetail
from prompts import interview
from prompts.as_before import as_before
from prompts.interview import QuestionInstance
from prompts.reading import NotUnderstood, read_answer, show
from sections.facts import fact_of
from sections.report.values import Kind, Value
from store.model import Origin

_MAY_BE_UNWRITTEN: Final = frozenset({"profile", "overview", "other"})
"""Parts whose questions need not concern every organ."""


class Unchanged(SessionPart):
    """The open questions that last year's answer may answer again, on one page."""

    def details(self) -> tuple[UnchangedDetail, ...]:
        """Each with last year's answer, in the order of the questions; then those that were skipped."""
        state = self._open.derived.state
        offered = (
            UnchangedDetail(instance.id, self._label(instance), show(value, instance.question.unit))
            for instance, value in self._offered()
        )
        skipped = (
            UnchangedDetail(instance.id, instance.text(state), "", skipped=True)
            for instance in self._skipped_before()
        )
        unwritten = (
            UnchangedDetail(instance.id, instance.text(state), "", skipped=True, unwritten=True)
            for instance in self._unwritten()
        )
        return (*offered, *skipped, *unwritten)

    def _unwritten(self) -> list[QuestionInstance]:
        """The open questions that may be skipped, of which last year's report, from a file, says nothing."""
        opened, state = self._open, self._open.derived.state
        imported = any(
            last.status.is_imported
            for last in opened.store.preceding(opened.record.unit, opened.record.year).records
        )
        if opened.last is None or not imported:
            return []
        known = {instance.id for instance, _ in self._offered()}
        known |= {instance.id for instance in self._skipped_before()}
        return [
            one
            for one in opened.derived.asked
            if one.id not in known
            and one.question.scope in _MAY_BE_UNWRITTEN
            and one.question.kind is not Kind.TABLE
            and not one.question.required
            and not interview.is_done(one, state)
            and interview.last_value(one, state) is None
            and interview.guessed_value(one, state) is None
        ]

    def _skipped_before(self) -> list[QuestionInstance]:
        """The questions that are open now, may be skipped, and were when last year's report was made here."""
        store, record, state = self._open.store, self._open.record, self._open.derived.state
        skipped = {
            question
            for last in store.preceding(record.unit, record.year).records
            for question in store.skipped(last.id)
        }
        offered = {instance.id for instance, _ in self._offered()}
        return [
            instance
            for instance in self._open.derived.asked
            if instance.id in skipped - offered
            and not instance.question.required
            and not interview.is_done(instance, state)
        ]

    def _offered(self) -> list[tuple[QuestionInstance, Value]]:
        state = self._open.derived.state
        return [
            (instance, value)
            for instance in self._open.derived.asked
            if not interview.is_done(instance, state) and (value := self._again(instance)) is not None
        ]

    def _again(self, instance: QuestionInstance) -> Value | None:
        """Last year's answer where it may stand again."""
        state = self._open.derived.state
        value = interview.default_value(instance, state)
        if value is not None:
            return value
        return as_before(instance.id, interview.last_value(instance, state), state.last)

    @staticmethod
    def _label(instance: QuestionInstance) -> str:
        fact = fact_of(instance.fields[0])
        return fact.label if fact is not None else instance.id

    @writes
    def take(self, question_ids: frozenset[str], changed: dict[str, str]) -> Outcome:
        """Take over last year's answers to these questions; to those in ``changed`` what was typed instead.

        Questions that were skipped last year are skipped again. All of them or, with the reason, none."""
        asked = [(instance, last) for instance, last in self._all() if instance.id in question_ids]
        typed: dict[str, Value] = {}
        for instance, last in asked:
            if instance.id in changed:
                try:
                    typed[instance.fields[0]] = read_answer(instance, changed[instance.id], last)
                except NotUnderstood as error:
                    return Outcome(False, f"{self._label(instance)}：{error}")
        kept = [(instance, last) for instance, last in asked if instance.id not in changed]
        carried = {instance.fields[0]: last for instance, last in kept if last is not None}
        skipped = [instance.id for instance, last in kept if last is None]
        with self._open.store.transaction():
            self._open.store.put(self._open.id, carried, Origin.CARRIED)
            self._open.store.put(self._open.id, typed, Origin.TYPED)
            for question_id in skipped:
                self._open.store.put_skipped(self._open.id, question_id, True)
        self._open.reload()
        self._open.move_on()
        counts = (("沿用了{}项", carried), ("改了{}项", typed), ("跳过了{}题", skipped))
        done = "，".join(words.format(len(ones)) for words, ones in counts if ones) or "什么也没有改"
        return Outcome(
            True, f"{done}。按 Ctrl+Z 可以一起撤回。" if carried or typed or skipped else f"{done}。"
        )

    def _all(self) -> list[tuple[QuestionInstance, Value | None]]:
        """What the page has: questions with last year's answer, and without one those that are skipped."""
        left = (*self._skipped_before(), *self._unwritten())
        return [*self._offered(), *((instance, None) for instance in left)]

    def why_not(self, question_id: str, text: str) -> str:
        """In a sentence why what was typed for a question cannot be read; empty where it can."""
        for instance, last in self._all():
            if instance.id == question_id:
                try:
                    read_answer(instance, text, last)
                except NotUnderstood as error:
                    return str(error)
        return ""
