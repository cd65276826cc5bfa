"""The sentence under the answer box: what was said last, why nothing can be typed, or the hint."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.tui.interview.answer_box import AnswerBox
    from app.tui.interview.interview_position import InterviewPosition


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
            return "命令：/上一题 /跳过 /还不知道 /待答 /预览 /检查 /导出 /帮助"
        return self._position.session.conversation.hint(question, text)
