"""The conversation: questions, answers, the outline, undo."""

from app.errors import SessionError
from app.session.state import SessionState, belongs, writes
from app.session.views import (
    Choice,
    Outcome,
    OutlineEntry,
    QuestionView,
)
from prompts import interview
from prompts.interview import Progress, QuestionInstance
from prompts.narrative.wording import change
from prompts.reading import NotUnderstood, read_answer, show
from sections.report.values import Kind, Quantity, Value
from sections.rules.base import Severity
from store.model import Origin, Position, StoredAnswer


class Conversation(SessionState):
    """Ask, answer, go back, skip, take back."""

    def asked(self) -> tuple[QuestionInstance, ...]:
        """The questions that apply now, in order."""
        return self._asked

    @property
    def current(self) -> QuestionInstance | None:
        """Where the clerk stands; None when everything has been answered."""
        return next((one for one in self._asked if one.id == self._current), None)

    def is_done(self, one: QuestionInstance) -> bool:
        """Whether a question has been answered or skipped."""
        return interview.is_done(one, self._state)

    def progress(self) -> Progress:
        """How many questions are done, of how many, and about how many minutes are left."""
        return interview.progress(self._state)

    def view(self, one: QuestionInstance) -> QuestionView:
        """A question with everything that is shown beside it."""
        question = one.question
        kept = self._kept.get(one.fields[0]) if question.kind is not Kind.TABLE else None
        last = interview.last_value(one, self._state)
        default = interview.default_value(one, self._state)
        return QuestionView(
            id=one.id,
            text=one.text(self._state),
            help=one.help(self._state),
            source=question.source,
            unit=question.unit,
            examples=question.examples,
            choices=tuple(Choice(c.value, c.hint) for c in one.choices()),
            kind=question.kind,
            required=question.required,
            answer=self._answer_shown(one, kept),
            typed_back=show(kept.value, question.unit) if kept else "",
            origin=str(kept.origin) if kept else "",
            last=show(last, question.unit) if last is not None else "",
            default=show(default, question.unit) if default is not None else "",
            skipped=one.id in self._skipped,
        )

    def _answer_shown(self, one: QuestionInstance, kept: StoredAnswer | None) -> str:
        if one.question.kind is Kind.TABLE:
            return "已填写" if self.is_done(one) else ""
        return show(kept.value, one.question.unit) if kept else ""

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The sections and the five topics, with progress and the gravest finding of each."""
        form = self.report.form
        labels = [("profile", "单位信息", 0)]
        for section, heading in form.headings.items():
            labels.append((section, heading, 0))
            if section == "overview":
                labels += [(f"overview.{topic}", label, 1) for topic, label in form.topics.items()]
        return tuple(self._outline_entry(*entry) for entry in labels)

    def _outline_entry(self, key: str, label: str, level: int) -> OutlineEntry:
        ones = [one for one in self._asked if belongs(one, key)]
        done = sum(self.is_done(one) for one in ones)
        here = self.current in ones if self.current else False
        state = "here" if here else "none" if not ones else "done" if done == len(ones) else "open"
        found = [f.severity for f in self.findings if f.where == key or f.where.startswith(f"{key}.")]
        gravest = min((s for s in found if s is not Severity.INFO), key=lambda s: s.rank, default=None)
        return OutlineEntry(key, label, level, state, gravest, ones[0].id if ones else "", done, len(ones))  # type: ignore[arg-type]

    def hint(self, one: QuestionInstance, text: str) -> str:
        """While typing: the change against last year, or why the text cannot be read; else nothing."""
        if not text.strip() or one.question.kind is Kind.TABLE:
            return ""
        last = interview.last_value(one, self._state)
        try:
            value = read_answer(one, text, last)
        except NotUnderstood as error:
            return str(error)
        if isinstance(value, Quantity) and isinstance(last, Quantity):
            return change(value, last, one.question.unit)
        return ""

    @writes
    def answer(self, text: str) -> Outcome:
        """Answer the current question and move on; an empty text accepts the default where there is one."""
        one = self.current
        if one is None or one.question.kind is Kind.TABLE:
            return Outcome(False, "请在表格中填写。" if one else "所有问题都已回答。")
        try:
            value, origin = self._read(one, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        with self._store.transaction():
            if one.id == "profile.name" and isinstance(value, str) and value != self._stored.unit:
                self._store.rename_unit(self._stored.unit, value)
            self._store.put(self.id, {one.fields[0]: value}, origin)
            if one.id in self._skipped:
                self._store.put_skipped(self.id, one.id, False)
        self._saved()
        self._move_on(one.id)
        return Outcome(True, "", (one.fields[0],))

    def _read(self, one: QuestionInstance, text: str) -> tuple[Value, Origin]:
        last = interview.last_value(one, self._state)
        if text.strip():
            return read_answer(one, text, last), Origin.TYPED
        kept = self._kept.get(one.fields[0])
        if kept is not None:
            return kept.value, kept.origin
        default = interview.default_value(one, self._state)
        if default is None:
            raise NotUnderstood("这一题还没有回答。", "请输入答案，或者输入“/跳过”。")
        return default, Origin.CARRIED

    def go(self, question_id: str) -> None:
        """Stand at a question, answered or not; raises ``SessionError`` when it does not apply."""
        if all(one.id != question_id for one in self._asked):
            raise SessionError("这一题现在不需要回答。", "它的前提条件已经改变。")
        self._stand_at(question_id)

    def back(self) -> None:
        """Stand at the question before the current one."""
        ids = [one.id for one in self._asked]
        place = ids.index(self._current) if self._current in ids else len(ids)
        if place > 0:
            self._stand_at(ids[place - 1])

    @writes
    def skip(self) -> Outcome:
        """Leave the current question for later; it counts as done unless the report needs it."""
        one = self.current
        if one is None:
            return Outcome(False, "所有问题都已回答。")
        if one.question.required:
            self._move_on(one.id)
            return Outcome(True, "这一题是必填的，先留着，最后会再提醒您。")
        self._store.put_skipped(self.id, one.id, True)
        self._saved()
        self._move_on(one.id)
        return Outcome(True, "已跳过，随时可以回来填写。")

    @writes
    def undo(self) -> str:
        """Take back the last change; what was taken back in one sentence, empty when there is nothing."""
        fields = self._store.undo(self.id)
        if not fields:
            return ""
        self._saved()
        one = next((one for one in self._asked if set(fields) & {*one.fields, one.id}), None)
        if one is not None:
            self._stand_at(one.id)
            return f"已撤回：{one.text(self._state)}"
        return "已撤回上一次修改。"

    def keep(self, position: Position) -> None:
        """Remember where the clerk stands and the half-typed text."""
        self.position = position
        if not self.readonly:
            self._store.keep(self.id, position)
            self._touch()
