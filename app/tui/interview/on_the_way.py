"""What is said between two questions: of last year's sentences at the end of a topic, of a way back, of
further questions."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.session.session import Session
    from app.tui.interview.interview_position import InterviewPosition
    from prompts.interview import QuestionInstance


def said_on_the_way(position: "InterviewPosition", before: "QuestionInstance | None") -> str:
    """What is to be said once ``before`` was answered and one stands at the next question; mostly nothing."""
    after = position.question
    if before is None:
        return ""
    key = _paragraph(before)
    if key and (after is None or _paragraph(after) != key) and (count := undecided(position.session, key)):
        return f"去年这一部分还有{count}句没有沿用，按 Ctrl+L 逐句看。"
    if after is not None and position.number(after.id) < position.number(before.id):
        return "后面的都答过了，回到前面还没有答的题。"
    return ""


def more_to_answer(more: int) -> str:
    """What is to be said where an answer brought further questions: less is left by one, and by them more."""
    return f"因为刚才的内容，多了{more}题要答。" if more > 0 else ""


def undecided(session: "Session", paragraph: str = "") -> int:
    """How many of last year's sentences (of a paragraph) do not stand and nothing was decided about."""
    if session.last is None or session.closed:
        return 0
    return sum(
        bool(view.last) and not (view.stands or view.decision) and paragraph in ("", view.paragraph)
        for view in session.sentences.all()
    )


def _paragraph(instance: "QuestionInstance") -> str:
    """The paragraph of the narrative that a question of part one belongs to; "" for others."""
    asked = instance.question
    return f"overview.{asked.topic}" if asked.scope == "overview" and asked.topic else ""
