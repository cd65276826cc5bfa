"""What stands in the answer box: loaded with each question, kept on the disk within a moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.tui.interview import closing_page
from app.tui.leaving import KEEP_AFTER, KEEP_AGAIN
from sections.errors import NianbaoError
from sections.report.values import Kind

if TYPE_CHECKING:
    from textual.timer import Timer

    from app.session.views import Outcome
    from app.tui.interview.answer_box import AnswerBox
    from app.tui.interview.interview_position import InterviewPosition


class AnswerEntry:
    """The text in ``box`` belongs to the question where ``position`` stands; ``later`` starts a timer."""

    def __init__(
        self,
        position: "InterviewPosition",
        box: "AnswerBox",
        later: "Callable[[float, Callable[[], None]], Timer]",
        keep: Callable[[], None],
    ) -> None:
        self._position, self._box = position, box
        self._later, self._keep = later, keep
        self._loaded: tuple[str, str, int] | None = None
        """What stands in the box: question, text, caret."""
        self._due: Timer | None = None

    def load(self) -> None:
        """Put the half-typed text or the old answer into the box when the question is another one."""
        if self._loaded is not None and self._loaded[0] == self._position.question_id:
            return
        self._put()
        text = self._box.text
        if text and text == self._position.answered_text():
            self._box.select()

    def _put(self) -> None:
        text, caret = self._position.box_text()
        self._loaded = (self._position.question_id, text, caret)
        view = self._position.view
        readonly = self._position.session.readonly and (view is not None or not self._position.session.closed)
        self._box.load(view.kind if view else Kind.TEXT, text, caret, readonly, closing_page.confirm(view))

    def take_in(self) -> bool | None:
        """Notice what was typed, to be kept soon: whether it is another text; None when nothing changed.

        The box itself is asked: the message may be older than the question."""
        now = (self._position.question_id, self._box.text, self._box.caret)
        if self._loaded == now:
            return None
        other_text = self._loaded is None or self._loaded[1] != self._box.text
        self._loaded = now
        self.keep_soon()
        return other_text

    @property
    def is_due(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._due is not None

    def keep(self) -> None:
        """Keep what stands in the box. Raises ``StoreError``: it is still due then."""
        if self._due is None:
            return
        if self._loaded is not None and self._loaded[0] == self._position.question_id:
            self._position.remember_typed(*self._loaded[1:])
        self.forget_due()

    def keep_soon(self) -> None:
        """What stands in the box is to be kept within a moment: it was typed, or refused as an answer."""
        if self._due is None:
            self._due = self._later(KEEP_AFTER, self._keep)

    def keep_again(self) -> None:
        """What could not be kept is tried again in a while."""
        self.forget_due()
        self._due = self._later(KEEP_AGAIN, self._keep)

    def forget_due(self) -> None:
        """What was typed need not be kept: it was confirmed, or it was a command."""
        if self._due is not None:
            self._due.stop()
            self._due = None

    def confirmed(self, act: "Callable[[], Outcome]") -> "Outcome":
        """What comes of the text as an answer; one that is refused, or cannot be saved, is kept as typed."""
        self.forget_due()
        try:
            outcome = act()
        except NianbaoError:
            self.keep_again()
            raise
        if not outcome.accepted:
            self.keep_soon()
        return outcome

    def leave(self) -> None:
        """One stands at another question, or it has another answer: the box is loaded anew."""
        self.forget_due()
        self._loaded = None
        self._position.remember_half_typed()

    def clear(self) -> None:
        """The command has been read: the box is as it was before it."""
        self.forget_due()
        self._position.forget_typed()
        self._position.remember()
        self._put()
