"""The clerk's way through the questions: on to the next, back to an old one, and back again; no screen."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.session.views import Outcome, Position, QuestionView
from app.tui.interview.trail import Trail
from prompts.interview import QuestionInstance
from sections.report.values import Kind

if TYPE_CHECKING:
    from app.session.session import Session

_A_FEW: Final = 2
"""More answers of one moment were not given one by one."""
CLOSING = ""
"""Stands for the closing page where a question's id would stand."""


@dataclass
class InterviewPosition:
    """Where one is in a session, and which way one came.

    Whoever opens an old answer leaves ``origin`` behind: an open question's id, or ``CLOSING``; closing or
    confirming the old answer leads back there."""

    session: "Session"
    origin: str | None = None
    at_end: bool = False

    _doubted: tuple[str, str] = ("", "")
    """The question and the text that were doubted last: the same once more is meant."""

    def __post_init__(self) -> None:
        self.half_typed = self.session.conversation.half_typed
        self._trail = Trail()
        self._total = self.session.conversation.progress().total
        position = self.session.conversation.position
        if position.screen == "interview" and position.typed:
            self.half_typed[position.question] = (position.typed, position.caret)
        complete = self._is_complete and self.question_id not in self.half_typed
        self.at_end = self.session.closed or complete

    # --- where one stands ------------------------------------------------------------------------------

    @property
    def question(self) -> QuestionInstance | None:
        """The question; None on the closing page."""
        return None if self.at_end else self.session.conversation.current

    @property
    def question_id(self) -> str:
        """The question's id, or ``CLOSING``."""
        instance = self.question
        return instance.id if instance else CLOSING

    @property
    def section(self) -> str:
        """The section of the question; empty on the closing page."""
        instance = self.question
        return instance.question.scope if instance else ""

    @property
    def view(self) -> QuestionView | None:
        """The question with what is shown beside it."""
        instance = self.question
        return self.session.conversation.view(instance) if instance else None

    @property
    def reopened(self) -> bool:
        """Whether this is an old answer."""
        instance = self.question
        return instance is not None and self.session.conversation.is_done(instance)

    @property
    def _is_complete(self) -> bool:
        """Whether nothing is left to answer: the closing page is where one is at home."""
        progress = self.session.conversation.progress()
        return self.session.conversation.current is None or progress.done == progress.total

    def number(self, question_id: str) -> int:
        """The place of a question among those that apply, from 1; 0 for none."""
        ids = self._ids()
        return ids.index(question_id) + 1 if question_id in ids else 0

    def _ids(self) -> list[str]:
        return [instance.id for instance in self.session.conversation.asked()]

    def box_text(self) -> tuple[str, int]:
        """What stands in the answer box, and where the caret is."""
        answered = self.answered_text()
        return self.half_typed.get(self.question_id, (answered, len(answered)))

    def answered_text(self) -> str:
        """The answer as it was given, to be changed; empty for an open question."""
        view = self.view
        return view.typed_back if view and view.kind is not Kind.TABLE else ""

    def answered(self) -> tuple[QuestionInstance, ...]:
        """The answered questions in the order in which they were met; the last one comes right before where
        one stands (or came from)."""
        ids = self._met()
        here = self.origin if self.origin is not None else self.question_id
        index = ids.index(here) if here in ids else len(ids)
        asked = {instance.id: instance for instance in self.session.conversation.asked()}
        in_order = (asked[question] for question in (*ids[index + 1 :], *ids[:index]))
        return tuple(instance for instance in in_order if self.session.conversation.is_done(instance))

    def _met(self) -> tuple[str, ...]:
        """The ids of the questions that were met, those of earlier sittings by when they were answered; what
        was answered at one stroke was not met, and lies before, as far back as it is in the interview."""
        conversation, ids = self.session.conversation, self._ids()
        answers, moment, done = conversation.answers(), "", []
        at_once = Counter(str(answer.at) for answer in answers.values())
        here = ids.index(self.question_id) if self.question_id in ids else len(ids)
        for place, instance in enumerate(conversation.asked()):
            times = [answers[field].at for field in instance.fields if field in answers]
            moment = max(map(str, times), default=moment)
            if conversation.is_done(instance):
                answered = moment if at_once[moment] <= _A_FEW else ""
                done.append((answered, (place - here - 1) % len(ids), instance.id))
        self._trail.note((question for *_, question in sorted(done)), self.question_id, ids)
        return self._trail.met

    def more_asked(self) -> int:
        """How many questions more there are (less, below 0) than when this was asked last."""
        before, self._total = self._total, self.session.conversation.progress().total
        return self._total - before

    def is_behind(self, question_id: str) -> bool:
        """Whether a question comes behind where one stands (or came from)."""
        here = self.origin if self.origin is not None else self.question_id
        return 0 < self.number(here) < self.number(question_id)

    # --- typing ----------------------------------------------------------------------------------------

    def remember_typed(self, text: str, caret: int) -> None:
        """Remember half-typed text, here and on the disk."""
        if text == self.answered_text():
            self.half_typed.pop(self.question_id, None)
        else:
            self.half_typed[self.question_id] = (text, caret)
        self.remember()

    def forget_typed(self) -> None:
        """What is half typed here is not wanted any more."""
        self.half_typed.pop(self.question_id, None)

    def remember_half_typed(self) -> None:
        """One comes to a question that was left half typed: that is where one stands, on the disk too."""
        if self.question_id in self.half_typed:
            self.remember()

    def remember(self) -> None:
        """Remember where one stands, with the half-typed text, on the disk."""
        if not self.session.readonly:
            text, caret = self.half_typed.get(self.question_id, ("", 0))
            self.session.conversation.remember(
                Position(screen="interview", question=self.question_id, typed=text, caret=caret)
            )

    # --- moving ----------------------------------------------------------------------------------------

    def go(self, question_id: str) -> None:
        """Stand at a question. Raises ``SessionError`` when it does not apply."""
        self._met()
        here = self.question_id
        open_here = not self.reopened
        self.session.conversation.go(question_id)
        self.at_end = False
        if not self.reopened:
            self.origin = None
        elif open_here and here != question_id:
            self.origin = here

    def go_to_close(self) -> None:
        """Stand on the closing page, and come back from it where a question is open."""
        here = self.question_id
        self.origin = here if here and not self.reopened else None
        self.at_end = True

    def close(self) -> bool:
        """Back to where one came from; False when one came from nowhere."""
        if self.origin is None:
            return False
        self.forget_typed()
        self._return()
        return True

    def _return(self) -> None:
        origin, self.origin = self.origin, None
        if origin and self.number(origin):
            self.go(origin)
        else:
            self.at_end = self.session.conversation.current is None or origin == CLOSING

    def step(self, by: int) -> bool:
        """To the question that was met before (-1) or after (1), answered or not; behind the last one to the
        next that was not met yet. False where there is none."""
        self._met()
        question = self._trail.beside(self.question_id, by, self._ids())
        if question:
            self.go(question)
        return bool(question)

    # --- changing --------------------------------------------------------------------------------------

    def answer(self, text: str) -> Outcome:
        """Answer the question and go on, or back to where one came from; where an answer was emptied, one
        stays at its question."""
        if self.reopened and self.origin is not None and text.strip() == self.answered_text():
            self.close()
            return Outcome(True)
        here, origin = self.question_id, self.origin
        sure = self._doubted == (here, text)
        outcome = self._done(lambda: self.session.conversation.answer(text, sure=sure))
        self._doubted = (here, text) if outcome.doubted else ("", "")
        if outcome.accepted and (self.question_id != here or self.reopened):
            self._moved_on(origin)
        return outcome

    def skip(self) -> Outcome:
        """Leave the question for later, and take away the answer that it has."""
        if self.reopened and not self.answered_text() and self.close():
            return Outcome(True)
        if self.question is None:
            return Outcome(False, "所有问题都已回答。")
        origin = self.origin
        outcome = self._done(self.session.conversation.skip)
        if outcome.accepted:
            self._moved_on(origin)
        return outcome

    def leave_open(self) -> Outcome:
        """The answer is not known yet: on to the next open question."""
        outcome = self._done(self.session.conversation.leave_open)
        if outcome.accepted:
            self._moved_on(None)
        return outcome

    def _done(self, act: Callable[[], Outcome]) -> Outcome:
        """What is half typed here is forgotten with what is done, and stays where that is refused."""
        self._met()
        here = self.question_id
        typed, accepted = self.half_typed.pop(here, None), False
        try:
            outcome = act()
            accepted = outcome.accepted
        finally:
            if typed is not None and not accepted:
                self.half_typed[here] = typed
        return outcome

    def fill_with_nothing(self) -> Outcome:
        """At a table: there was nothing to fill in; elsewhere nothing is done and nothing said."""
        view = self.view
        if view is None or not view.nothing:
            return Outcome(False)
        outcome = self.session.tables.fill_with_nothing(self.section)
        if not outcome.accepted:
            return outcome
        self.refresh()
        return Outcome(True, f"{view.nothing}，各格都填了0。按 Ctrl+Z 可以撤回。")

    def undo(self) -> str:
        """Take back the last change; what was taken back, empty when there was nothing."""
        return self._refreshed(self.session.conversation.undo())

    def redo(self) -> str:
        """Make the change again that was taken back last; as ``undo``."""
        return self._refreshed(self.session.conversation.redo())

    def _refreshed(self, said: str) -> str:
        if said:
            self.refresh()
        return said

    def refresh(self) -> None:
        """Something was changed elsewhere: forget where one came from, see where the session stands."""
        self.at_end = self.session.conversation.current is None
        self.origin = CLOSING if self._is_complete and not self.at_end else None

    def come_back(self) -> None:
        """From another screen, where something may have been changed: whoever left the closing page comes
        back to it, unless the question where the session stands is open now."""
        at_end, current = self.at_end, self.session.conversation.current
        self.refresh()
        self.at_end |= at_end and current is not None and self.session.conversation.is_done(current)
        if self.at_end:
            self.origin = None

    def _moved_on(self, origin: str | None) -> None:
        """After an answer the session stands at the next open question; whoever came from one goes back."""
        self.origin = None
        self.at_end = self.session.conversation.current is None
        conversation = self.session.conversation
        if any(
            instance.id == origin and not conversation.is_done(instance) for instance in conversation.asked()
        ):
            conversation.go(origin or "")
        elif not self.reopened:
            self._trail.put_last(self.question_id)
