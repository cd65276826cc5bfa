"""What usually stays as it was last year, taken over together once the clerk has seen it."""

from app.session.open_report import SessionPart, writes
from app.session.views import Outcome, UnchangedDetail
from prompts import interview
from prompts.interview import QuestionInstance
from prompts.reading import NotUnderstood, read_answer, show
from sections.facts import fact_of
from sections.report.values import Value
from store.model import Origin


class Unchanged(SessionPart):
    """The open questions that last year's answer may answer again, on one page."""

    def details(self) -> tuple[UnchangedDetail, ...]:
        """Each with last year's answer, in the order of the questions."""
        return tuple(
            UnchangedDetail(instance.id, self._label(instance), show(value, instance.question.unit))
            for instance, value in self._offered()
        )

    def _offered(self) -> list[tuple[QuestionInstance, Value]]:
        state = self._open.derived.state
        return [
            (instance, value)
            for instance in self._open.derived.asked
            if not interview.is_done(instance, state)
            and (value := interview.default_value(instance, state)) is not None
        ]

    @staticmethod
    def _label(instance: QuestionInstance) -> str:
        fact = fact_of(instance.fields[0])
        return fact.label if fact is not None else instance.id

    @writes
    def take(self, question_ids: frozenset[str], changed: dict[str, str]) -> Outcome:
        """Take over last year's answers to these questions; to those in ``changed`` what was typed instead.

        All of them or, with the reason, none."""
        offered = [(instance, last) for instance, last in self._offered() if instance.id in question_ids]
        typed: dict[str, Value] = {}
        for instance, last in offered:
            if instance.id in changed:
                try:
                    typed[instance.fields[0]] = read_answer(instance, changed[instance.id], last)
                except NotUnderstood as error:
                    return Outcome(False, f"{self._label(instance)}：{error}")
        carried = {instance.fields[0]: last for instance, last in offered if instance.id not in changed}
        with self._open.store.transaction():
            self._open.store.put(self._open.id, carried, Origin.CARRIED)
            self._open.store.put(self._open.id, typed, Origin.TYPED)
        self._open.reload()
        self._open.move_on()
        return Outcome(True, f"沿用了{len(carried)}项，改了{len(typed)}项。按 Ctrl+Z 可以一起撤回。")

    def why_not(self, question_id: str, text: str) -> str:
        """In a sentence why what was typed for a question cannot be read; empty where it can."""
        for instance, last in self._offered():
            if instance.id == question_id:
                try:
                    read_answer(instance, text, last)
                except NotUnderstood as error:
                    return str(error)
        return ""
