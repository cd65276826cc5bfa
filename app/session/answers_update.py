"""Answers from a file put into a stored draft: what would change is shown first, what is not named stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import SessionError
from app.session.answers_file import AnswersFile, put_decisions
from app.session.session import Session
from prompts.reading import show
from sections.facts import fact_of
from sections.form.elements import Source
from sections.organ_names import same_organ
from store.model import Status


@dataclass(frozen=True, slots=True)
class Change:
    """One answer or text that a file changes: what the clerk calls it, and what stood there before."""

    field: str
    label: str
    before: str
    after: str
    by: str = ""

    @property
    def words(self) -> str:
        """「主动公开信息总数：612条 → 640条（张三）」."""
        by = f"（{self.by}）" if self.by else ""
        return f"{self.label}：{self.before or '（没有填写）'} → {self.after}{by}"


def changes(session: Session, file: AnswersFile) -> tuple[Change, ...]:
    """What putting the file in would change. Raises ``SessionError`` for a file of another report, for a
    report that is not a draft, and for a carried cell without a reason."""
    _refuse_other_report(session, file)
    _refuse_carried(session, file)
    return tuple(_changes(session, file))


def update(session: Session, file: AnswersFile) -> tuple[Change, ...]:
    """Put the file in, all of it or nothing; what was changed. Raises as ``changes``."""
    made = changes(session, file)
    with session.all_or_nothing():
        kept = {change.field for change in made}
        answers = {field: value for field, value in file.answers.items() if field in kept}
        session.conversation.take(answers, file.reasons, file.by)
        for key, text in file.texts.items():
            session.narrative.edit(key, text)
        put_decisions(session, file)
    return made


def _refuse_other_report(session: Session, file: AnswersFile) -> None:
    here = f"{session.organ}{session.year}年"
    if file.year != session.year or not same_organ(file.unit, session.organ):
        raise SessionError(f"文件是{file.unit}{file.year}年的，不是{here}的，没有填入。", "请选对文件。")
    if session.status is not Status.DRAFT:
        raise SessionError(f"{here}的年报{session.status.label}，没有填入。", "只有草稿可以填入答案。")


def _refuse_carried(session: Session, file: AnswersFile) -> None:
    """What follows from last year is only typed over with a reason."""
    form, numbers = session.report.form, session.report
    for field, value in file.answers.items():
        carried = fact_of(field) is None and form.source(field) is Source.CARRIED and session.last is not None
        if carried and field not in file.reasons and numbers.number(field) != value:
            label = f"{form.label(field)}由上年推出，应为{numbers.number(field)}，文件里是{value}。"
            raise SessionError(label, "请核对；确实不同的，请在 reasons 里写明理由。")


def _changes(session: Session, file: AnswersFile) -> Iterator[Change]:
    answers = session.conversation.answers()
    for field, value in file.answers.items():
        before = answers.get(field)
        before_shown = show(before.value) if before else ""
        if before is None or before.value != value or file.reasons.get(field, before.reason) != before.reason:
            yield Change(field, _label(session, field), before_shown, show(value), file.by.get(field, ""))
    paragraphs = session.narrative.paragraphs()
    for key, text in file.texts.items():
        stands = paragraphs[key].text if key in paragraphs else ""
        if stands != text:
            yield Change(key, f"正文“{key}”", f"{len(stands)}字", f"{len(text)}字")


def _label(session: Session, field: str) -> str:
    fact = fact_of(field)
    if fact is None:
        return session.report.form.label(field)
    item = field.partition(":")[2]
    return f"{fact.label}（{item}）" if item else fact.label
