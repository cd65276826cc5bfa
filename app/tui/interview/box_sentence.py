"""The sentence under the answer box: what was said last, why nothing can be typed, or the hint."""

from typing import TYPE_CHECKING, Final

from prompts.commands import COMMANDS

if TYPE_CHECKING:
    from app.session.session import Session
    from app.tui.interview.answer_box import AnswerBox
    from app.tui.interview.interview_position import InterviewPosition


LEAST_UNCHANGED: Final = 3
"""So many details that may be as they were are worth a page of their own."""


def said_at_opening(session: "Session") -> tuple[str, str] | None:
    """What is to be said when a report is opened, and its style: why it cannot be changed, what is damaged,
    what is wrong with the clerk's own templates, or what of last year's can be taken over at once."""
    if session.readonly:
        return session.why_readonly, "$text-warning"
    if session.damage:
        return session.damage[0], "$text-error"
    if session.compared:
        return session.compared, "$text-warning"
    if session.template_problems:
        return session.template_problems[0], "$text-warning"
    details = session.unchanged.details() if session.conversation.is_new else ()
    unchanged = sum(not detail.unwritten for detail in details)
    if unchanged < LEAST_UNCHANGED:
        asked = session.not_carried if session.conversation.is_new else ""
        return (asked, "$text-warning") if asked else None
    return f"有{unchanged}项内容可能与去年一样：按 Ctrl+T 看一遍，一次填好。", "$text-success"


class BoxSentence:
    """What was said stands until something else is typed or one stands somewhere else."""

    def __init__(self, position: "InterviewPosition", box: "AnswerBox") -> None:
        self._position, self._box = position, box
        self._said: tuple[str, str] | None = None
        self._said_about = ("", "")
        """The question, and the text in the box."""

    def say(self, text: str, style: str) -> None:
        """Say a sentence."""
        self._said, self._said_about = (text, style), self._now()
        self.show()

    def forget(self) -> None:
        """What was said is over."""
        self._said = None

    def show(self) -> None:
        """Show what is to be said now."""
        session = self._position.session
        if self._said is not None and self._said_about == self._now():
            self._box.say(*self._said)
        elif session.readonly:
            self._box.say(session.why_readonly, "$text-warning")
        else:
            self._box.say(self._hint())

    def _now(self) -> tuple[str, str]:
        return self._position.question_id, self._box.text

    def _hint(self) -> str:
        question, text = self._position.question, self._box.text
        if question is None:
            return "输入序号选择下一步。"
        if not text.strip():
            return ""
        if text.lstrip()[:1] in {"/", "／"}:
            return "命令：" + " ".join(COMMANDS)
        return self._position.session.conversation.hint(question, text)
