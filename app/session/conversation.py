"""The conversation: questions, answers, the outline, undo."""

from collections.abc import Container, Iterable, Mapping
from typing import Literal

from app.errors import SessionError
from app.session.corrected_name import follow_name
from app.session.open_report import SessionPart, belongs, writes
from app.session.typed_answers import ill_formed, in_full, moved
from app.session.views import Choice, OpenQuestion, Outcome, OutlineEntry, Position, QuestionView
from prompts import interview
from prompts.interview import Progress, QuestionInstance
from prompts.plausible import doubt
from prompts.problems.evidence import against
from prompts.reading import NotUnderstood, read_answer, show, told
from prompts.typed import quote
from sections.report.answered_parts import parts_apart
from sections.report.impossible import TRAINEES, TRAININGS, impossible
from sections.report.values import Kind, Value
from sections.rules.base import Severity
from store.model import Origin, StoredAnswer


class Conversation(SessionPart):
    """Ask, answer, skip, take back."""

    def asked(self) -> tuple[QuestionInstance, ...]:
        """The questions that apply now, in order."""
        return self._open.derived.asked

    @property
    def current(self) -> QuestionInstance | None:
        """Where the clerk stands; None when everything has been answered."""
        return next((instance for instance in self.asked() if instance.id == self._open.current_id), None)

    @property
    def position(self) -> Position:
        """Where the clerk stands, to the letter: screen, question, cell or paragraph, half-typed text."""
        return self._open.position

    @property
    def half_typed(self) -> dict[str, tuple[str, int]]:
        """Texts that were left half typed, by question, each with its caret; kept with the position."""
        return self._open.half_typed

    def is_done(self, instance: QuestionInstance) -> bool:
        """Whether a question has been answered or skipped."""
        return interview.is_done(instance, self._open.derived.state)

    def skipped(self) -> frozenset[str]:
        """The ids of the questions that were passed over."""
        return self._open.content.skipped

    @property
    def is_new(self) -> bool:
        """Whether nothing but the organ's name has been answered, and the clerk stands at the beginning."""
        current = self.current
        at_beginning = current is not None and belongs(current, "profile")
        return at_beginning and set(self._open.content.answers) <= {"profile.name"} and not self.skipped()

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Every question without an answer, skipped ones too, in the order of the interview."""
        state, skipped = self._open.derived.state, self.skipped()
        return tuple(
            OpenQuestion(
                instance.id, instance.text(state), instance.question.source, instance.question.required
            )
            for instance in self.asked()
            if instance.id in skipped or not self.is_done(instance)
        )

    def progress(self) -> Progress:
        """How many questions are done, of how many, and about how many minutes are left."""
        return interview.progress(self._open.derived.state)

    def view(self, instance: QuestionInstance) -> QuestionView:
        """A question with everything that is shown beside it."""
        asked, state = instance.question, self._open.derived.state
        answer = self._answer_to(instance)
        last = interview.last_value(instance, state)
        guess = interview.guessed_value(instance, state)
        default = interview.default_value(instance, state) if guess is None else guess
        return QuestionView(
            id=instance.id,
            text=instance.text(state),
            help=instance.help(state),
            source=asked.source,
            unit=asked.unit,
            examples=asked.examples if asked.choices or not instance.choices() else (),
            choices=tuple(Choice(choice.value, choice.hint) for choice in instance.choices()),
            kind=asked.kind,
            required=asked.required,
            answer=self._answer_shown(instance, answer),
            typed_back=show(answer.value, asked.unit) if answer else "",
            origin=str(answer.origin) if answer else "",
            last=told(last, asked.unit) if last is not None else "",
            default=told(default, asked.unit) if default is not None else "",
            skipped=instance.id in self._open.content.skipped,
            guessed=guess is not None,
            nothing=asked.nothing,
        )

    def _answer_to(self, instance: QuestionInstance) -> StoredAnswer | None:
        if instance.question.kind is Kind.TABLE:
            return None
        return self._open.content.answers.get(instance.fields[0])

    def _answer_shown(self, instance: QuestionInstance, answer: StoredAnswer | None) -> str:
        if instance.question.kind is Kind.TABLE:
            return "已填写" if self.is_done(instance) else ""
        return told(answer.value, instance.question.unit) if answer else ""

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The sections and the five topics, with progress and the gravest finding of each."""
        form = self._open.derived.report.form
        labels = [("profile", "单位信息", 0)]
        for section, heading in form.headings.items():
            labels.append((section, heading, 0))
            if section == "overview":
                labels += [(f"overview.{topic}", label, 1) for topic, label in form.topics.items()]
        return tuple(self._outline_entry(*entry) for entry in labels)

    def first_open(self, key: str) -> str:
        """The id of the first open question of an outline entry, else of the first that was skipped, else of
        its first; "" where it has none."""
        questions = [instance for instance in self.asked() if belongs(instance, key)]
        still_open = [instance for instance in questions if not self.is_done(instance)]
        skipped = [instance for instance in questions if instance.id in self.skipped()]
        return next((instance.id for instance in (*still_open, *skipped, *questions)), "")

    def _outline_entry(self, key: str, label: str, level: int) -> OutlineEntry:
        questions = [instance for instance in self.asked() if belongs(instance, key)]
        done = sum(self.is_done(instance) for instance in questions)
        state: Literal["done", "here", "open", "skipped", "none"]
        if not questions:
            state = "none"
        elif self.current in questions:
            state = "here"
        elif done < len(questions):
            state = "open"
        else:
            state = "skipped" if self.skipped() & {instance.id for instance in questions} else "done"
        first = questions[0].id if questions else ""
        return OutlineEntry(key, label, level, state, self._gravest(key), first, done, len(questions))

    def _gravest(self, key: str) -> Severity | None:
        severities = (
            finding.severity
            for finding in self._open.derived.findings
            if key in {finding.where, finding.section} or finding.where.startswith(f"{key}.")
        )
        grave = (severity for severity in severities if severity is not Severity.INFO)
        return min(grave, key=lambda severity: severity.rank, default=None)

    def hint(self, instance: QuestionInstance, text: str) -> str:
        """While typing: the change against last year and what does not add up, or why it cannot be read."""
        if not text.strip() or instance.question.kind is Kind.TABLE:
            return ""
        last = interview.last_value(instance, self._open.derived.state)
        try:
            value = read_answer(instance, in_full(instance, text, self._open.record.year + 1), last)
        except NotUnderstood as error:
            return str(error)
        said = (moved(value, last, instance.question.unit), self._apart(instance, value))
        return "；".join(filter(None, (*said, ill_formed(instance, value))))

    def moved(self, instance: QuestionInstance) -> str:
        """How the answer to a question changed against last year's."""
        answer, last = self._answer_to(instance), interview.last_value(instance, self._open.derived.state)
        return moved(answer.value, last, instance.question.unit) if answer is not None else ""

    def _apart(self, instance: QuestionInstance, value: Value) -> str:
        """Which whole the answers do not add up to with this one; nothing while parts are missing."""
        field = instance.fields[0]
        answers = {name: stored.value for name, stored in self._open.content.answers.items()}
        found = parts_apart(answers | {field: value})
        places = {one.fields[0]: place for place, one in enumerate(self.asked(), 1)}
        apart = next((apart.words_with_places(places) for apart in found if apart.concerns(field)), "")
        against = impossible(answers | {field: value}, self._open.derived.bare.number)
        shared = {TRAININGS: TRAINEES}.get(field, field)
        return apart or next((words for fact, words in against if fact == shared), "")

    @writes
    def answer(self, text: str, *, sure: bool = False) -> Outcome:
        """Answer the current question and move on. An empty text takes an answer away; where there is none,
        it accepts the default. A count that is hardly meant is doubted, unless the clerk is ``sure``."""
        instance = self.current
        if instance is None or instance.question.kind is Kind.TABLE:
            return Outcome(False, "请在表格中填写。" if instance else "所有问题都已回答。")
        if not text.strip() and self._answer_to(instance) is not None:
            return self._clear(instance, skip=False)
        try:
            value, origin = self._read(instance, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        if not sure and (said := self._doubt(instance, value)):
            return Outcome(False, said, doubted=True)
        apart = self._apart(instance, value) or ill_formed(instance, value)
        store, record = self._open.store, self._open.record
        said = apart and f"已记下。{apart}。填错的按 Ctrl+↑ 回去改。"
        with store.transaction():
            if instance.id == "profile.name" and isinstance(value, str) and value != record.unit:
                store.rename(record.id, value)
                said = follow_name(store, record.id, record.unit, value)
            store.put(record.id, {instance.fields[0]: value}, origin)
            if instance.id in self._open.content.skipped:
                store.put_skipped(record.id, instance.id, False)
        self._open.reload()
        self._open.move_on(instance.id)
        return Outcome(True, said, (instance.fields[0],))

    def _doubt(self, instance: QuestionInstance, value: Value) -> str:
        if instance.id == "problems.items" and isinstance(value, tuple):
            return self._doubted_problem([part for part in value if isinstance(part, str)])
        last = interview.last_value(instance, self._open.derived.state)
        return doubt(instance.fields[0], value, last, instance.question.unit)

    def _doubted_problem(self, problems: Iterable[str]) -> str:
        """Why one of this year's problems is hardly meant: what the answers say of the same."""
        for problem in problems:
            if said := against(problem, self._open.derived.state.answers):
                words = f"“{problem}”与前面答的“{said}”不一致，请换一个问题，或者核对前面的答案。"
                return f"{words}确实要这样写，就再按一次回车。"
        return ""

    def _clear(self, instance: QuestionInstance, skip: bool) -> Outcome:
        """Take an answer away; ``skip`` the question too, where it may be. It stays where the clerk stands
        unless it is skipped."""
        if instance.id == "profile.name":
            return Outcome(False, "单位名称不能空着，请输入单位全称。")
        skip = skip and not instance.question.required
        with self._open.store.transaction():
            self._open.store.remove(self._open.id, instance.fields[:1])
            if skip:
                self._open.store.put_skipped(self._open.id, instance.id, True)
        self._open.reload()
        if skip:
            self._open.move_on(instance.id)
            return Outcome(True, "答案已清空，这一题跳过了，按 Ctrl+Z 可以恢复。", instance.fields[:1])
        self._open.stand_at(instance.id)
        return Outcome(True, "答案已清空，按 Ctrl+Z 可以恢复。", instance.fields[:1])

    def _read(self, instance: QuestionInstance, text: str) -> tuple[Value, Origin]:
        state = self._open.derived.state
        if text.strip():
            last = interview.last_value(instance, state)
            return read_answer(
                instance, in_full(instance, text, self._open.record.year + 1), last
            ), Origin.TYPED
        default = interview.default_value(instance, state)
        if default is None and (guess := interview.guessed_value(instance, state)) is not None:
            return guess, Origin.TYPED
        if default is None:
            raise NotUnderstood(self._unanswered(instance))
        return default, Origin.CARRIED

    def _unanswered(self, instance: QuestionInstance) -> str:
        """What an empty answer is told where last year's does not stand again by itself."""
        last = interview.last_value(instance, self._open.derived.state)
        if last is None:
            return "这一题还没有回答。请输入答案；暂时不答，按 Ctrl+N 跳过。"
        same = quote(told(last, instance.question.unit))
        return f"还没有回答。去年是{same}，今年的请核对后输入，确实一样就输入“=”；不答按 Ctrl+N。"

    def go(self, question_id: str) -> None:
        """Stand at a question, answered or not; raises ``SessionError`` when it does not apply."""
        if all(instance.id != question_id for instance in self.asked()):
            raise SessionError("这一题现在不需要回答。", "它的前提条件已经改变。")
        self._open.stand_at(question_id)

    @writes
    def skip(self) -> Outcome:
        """Leave the current question for later; it counts as done unless the report needs it. An answer that
        it has is taken away."""
        instance = self.current
        if instance is None:
            return Outcome(False, "所有问题都已回答。")
        if self._answer_to(instance) is not None:
            return self._clear(instance, skip=True)
        if self.is_done(instance) and instance.id not in self.skipped():
            self._open.move_on(instance.id)
            return Outcome(True)
        if instance.question.required:
            self._open.move_on(instance.id)
            return Outcome(True, "刚才那一题是必填的，先留着，最后会再提醒您；不答就不能定稿。")
        self._open.store.put_skipped(self._open.id, instance.id, True)
        self._open.reload()
        self._open.move_on(instance.id)
        return Outcome(True, "已跳过，随时可以回来填写。")

    @writes
    def skip_optional(self) -> Outcome:
        """Leave every open question for later that need not be answered; one undo takes all back."""
        state, store = self._open.derived.state, self._open.store
        skipped = [
            instance.id
            for instance in self.asked()
            if not instance.question.required
            and instance.question.kind is not Kind.TABLE
            and not interview.is_done(instance, state)
        ]
        if not skipped:
            return Outcome(False, "没有可以跳过的题，剩下的都是必填的。")
        with store.transaction():
            for question_id in skipped:
                store.put_skipped(self._open.id, question_id, True)
        self._open.reload()
        self._open.move_on()
        return Outcome(
            True, f"跳过了{len(skipped)}题，随时可以回来填写。按 Ctrl+Z 可以一起撤回。", tuple(skipped)
        )

    @writes
    def undo(self, within: Container[str] | None = None) -> str:
        """Take back the last change; what was taken back in one sentence, empty when there is nothing.

        With ``within`` only if it changed no other fields than these."""
        return self._stand_at_changed("已撤回", self._open.store.undo(self._open.id, within))

    @writes
    def redo(self, within: Container[str] | None = None) -> str:
        """Make the change again that was taken back last; as ``undo``."""
        said = self._stand_at_changed("已恢复", self._open.store.redo(self._open.id, within))
        here = self.current
        if said and within is None and here is not None and self.is_done(here):
            self._open.move_on(here.id)
        return said

    @writes
    def leave_open(self) -> Outcome:
        """The answer is not known yet: the question stays open and is listed, and one goes on."""
        instance = self.current
        if instance is None:
            return Outcome(False, "所有问题都已回答。")
        if self._answer_to(instance) is not None and not (outcome := self._clear(instance, False)).accepted:
            return outcome
        if instance.id in self.skipped():
            self._open.store.put_skipped(self._open.id, instance.id, False)
            self._open.reload()
        self._open.move_on(instance.id)
        stays = "不答就不能定稿。" if instance.question.required else ""
        return Outcome(True, f"先留着。{stays}按 Ctrl+O 列出还没有答的题。")

    def _stand_at_changed(self, what: str, changed: Iterable[str]) -> str:
        """Take in what an undo or a redo changed, and stand at its question."""
        fields = set(changed)
        if not fields:
            return ""
        self._open.reload()
        for instance in self.asked():
            if fields & {*instance.fields, instance.id}:
                self._open.stand_at(instance.id)
                return f"{what}：{self._named(instance, fields)}"
        return f"{what}上一次修改。"

    def _named(self, instance: QuestionInstance, fields: Container[str]) -> str:
        """What of a question was changed: of a table the cells."""
        if instance.question.kind is not Kind.TABLE:
            return instance.text(self._open.derived.state)
        form = self._open.derived.report.form
        cells = [form.label(field) for field in instance.fields if field in fields]
        return cells[0] + (f"等{len(cells)}格" if len(cells) > 1 else "") if cells else instance.id

    def remember(self, position: Position) -> None:
        """Keep where the clerk stands, with the half-typed text."""
        self._open.stand(position)
        if not self._open.readonly:
            self._open.touch()

    def last_value(self, instance: QuestionInstance) -> Value | None:
        """What last year's report says to a question."""
        return interview.last_value(instance, self._open.derived.state)

    def answers(self) -> Mapping[str, StoredAnswer]:
        """Every answer with its origin, time and reason."""
        return self._open.content.answers

    @writes
    def take(
        self, values: Mapping[str, Value], reasons: Mapping[str, str], by: Mapping[str, str] | None = None
    ) -> None:
        """Answers from a file, all in one go; a carried cell only with its reason. ``by``: who gave them."""
        store, report_id, by = self._open.store, self._open.id, by or {}
        together: dict[tuple[str, str], dict[str, Value]] = {}
        for field, value in values.items():
            together.setdefault((reasons.get(field, ""), by.get(field, "")), {})[field] = value
        for (reason, name), answers in together.items():
            store.put(report_id, answers, Origin.COLLECTED if name else Origin.TYPED, reason, name)
        self._open.reload()
        self._open.move_on()
