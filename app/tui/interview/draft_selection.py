"""What stands in the draft pane beside a question: the paragraphs it changes, and the findings about them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.session.views import Paragraph
from app.tui.interview.draft_pane import Shown
from prompts.interview import QuestionInstance
from sections.rules.base import Finding, Severity

if TYPE_CHECKING:
    from app.session.session import Session


def beside(session: "Session", one: QuestionInstance | None) -> Shown:
    """The paragraphs of the question's part and those just changed; on the closing page everything."""
    if one is None:
        return Shown(tuple(session.narrative.paragraphs().values()), session.findings)
    question, form = one.question, session.report.form
    own = session.narrative.paragraphs_of(question.scope, question.topic)
    changed = (paragraph for paragraph in session.narrative.paragraphs().values() if paragraph.changed)
    paragraphs = _in_order((*own, *changed), form.paragraphs)
    fields = {
        field
        for other in session.conversation.asked()
        if (other.question.scope, other.question.topic) == (question.scope, question.topic)
        for field in other.fields
    }
    if table := form.tables.get(question.scope):
        fields |= set(table.paths)
    keys = {paragraph.key for paragraph in own}
    found = _about(session.findings, fields | keys)
    if not _all_done(session, question.scope, question.topic):
        found = (finding for finding in found if finding.severity is not Severity.INFO)
    return Shown(paragraphs, tuple(found))


def _all_done(session: "Session", scope: str, topic: str) -> bool:
    """Whether the part has been gone through: before that it is no news that something is missing."""
    conversation = session.conversation
    return all(
        conversation.is_done(other)
        for other in conversation.asked()
        if (other.question.scope, other.question.topic) == (scope, topic)
    )


def _in_order(paragraphs: Iterable[Paragraph], order: Iterable[str]) -> tuple[Paragraph, ...]:
    """Each once, in the order of the document."""
    by_key = {paragraph.key: paragraph for paragraph in paragraphs}
    return tuple(by_key[key] for key in order if key in by_key)


def _about(findings: Iterable[Finding], places: set[str]) -> Iterable[Finding]:
    return (finding for finding in findings if finding.where in places)
