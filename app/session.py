"""One report being written: what both front ends call. Prompts and store meet here and nowhere else.

Every change is saved before the call returns; then the report is assembled, drafted and checked anew, so
that what a front end shows is always what is stored.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from prompts.drafting import Draft, Drafter
from prompts.interview import Asked, Progress, State
from prompts.reading import NotUnderstood, read_amount, read_answer, read_cell, show
from prompts.wording import change
from store.model import Edited, Kept, Origin, Position, Status, Stored

from app import edited
from app.errors import ExportRefusedError, ReadOnlyError, SessionError
from app.views import (
    CellView,
    Choice,
    Exported,
    Outcome,
    OutlineEntry,
    Paragraph,
    Place,
    QuestionView,
    TableView,
)
from prompts import interview
from sections.assemble import assemble, table_cells, with_texts
from sections.findings import Context, Finding, Fix, Severity, check
from sections.form import HEADINGS, SECTIONS, TABLES, TOPICS, Source, label_of, source_of
from sections.report import PARAGRAPHS, Number, carried_cells
from sections.values import Kind, Quantity, Value

if TYPE_CHECKING:
    from app.library import Library

P = ParamSpec("P")
R = TypeVar("R")

PART_FIVE = {
    "problems.improved": "上年问题改进情况",
    "problems.found": "存在的主要问题",
    "problems.measures": "改进措施",
}


def _writes(method: "Callable[Concatenate[Session, P], R]") -> "Callable[Concatenate[Session, P], R]":
    """Refuse in a read-only window."""

    @wraps(method)
    def guarded(self: "Session", *args: P.args, **kwargs: P.kwargs) -> R:
        if self.readonly:
            raise ReadOnlyError
        return method(self, *args, **kwargs)

    return guarded


class Session:
    """One report, open. Use as a context manager, or ``close`` it."""

    def __init__(self, library: "Library", stored: Stored, claim: bool = True) -> None:
        self._library, self._store, self._stored = library, library.store, stored
        self.readonly = not (claim and self._store.claim(stored.id))
        self.last = library.last_of(stored.unit, stored.year)
        self._drafter = _drafter()
        self._drafts: dict[str, Draft] = {}
        self._changed: dict[str, frozenset[str]] = {}
        self.position = self._store.position(stored.id)
        self.saved = stored.saved
        self._load()
        self._current = self._restore_current()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let another window write."""
        if not self.readonly:
            self._summarise()
            self._store.release(self.id)
            self.readonly = True

    # --- state -----------------------------------------------------------------------------------------

    @property
    def id(self) -> int:
        """Of the report, in the store."""
        return self._stored.id

    @property
    def unit(self) -> str:
        """The organ's full name."""
        return self.report.unit

    @property
    def year(self) -> int:
        """The year reported on."""
        return self._stored.year

    @property
    def status(self) -> Status:
        """草稿, 已定稿 or 已导入."""
        return self._stored.status

    @property
    def template_problems(self) -> tuple[str, ...]:
        """What is wrong with the clerk's own templates, a sentence each."""
        return self._drafter.problems

    def _load(self) -> None:
        """Read everything from the store and work out the rest."""
        self._kept = self._store.answers(self.id)
        self._texts = self._store.texts(self.id)
        self._wordings = self._store.wordings(self.id)
        self._skipped = self._store.skipped(self.id)
        self._refresh()

    def _refresh(self) -> None:
        answers = {field: kept.value for field, kept in self._kept.items()}
        reasons = {field: kept.reason for field, kept in self._kept.items() if kept.reason}
        bare = assemble(answers, self._stored.unit, self.year, self.last, reasons)
        drafts = self._drafter.draft(bare, self.last, self._wordings)
        self._changed = _changed_sentences(self._drafts, drafts)
        self._drafts = drafts
        self.report = with_texts(bare, self._paragraph_texts())
        self.findings = tuple(check(self._context(drafting=True)))
        self._state = State(
            answers=answers,
            last=self.last,
            year=self.year,
            unit=bare.unit,
            skipped=self._skipped,
            cells=table_cells(answers, self.last, reasons),
        )
        self._asked = interview.asked(self._state)
        self._cell_findings = _by_place(self.findings)

    def _context(self, drafting: bool) -> Context:
        return Context(
            self.report,
            self.last,
            drafting=drafting,
            answers_known=True,
            edited=frozenset(self._texts),
        )

    def _paragraph_texts(self) -> dict[str, str]:
        texts = {key: draft.text for key, draft in self._drafts.items()}
        texts |= {key: text.text for key, text in self._texts.items()}
        return {key: texts[key] for key in PARAGRAPHS if texts.get(key)}

    def _touch(self) -> None:
        self.saved = self._library.now()

    def _saved(self) -> None:
        self._touch()
        self._load()

    # --- conversation ----------------------------------------------------------------------------------

    def asked(self) -> tuple[Asked, ...]:
        """The questions that apply now, in order."""
        return self._asked

    @property
    def current(self) -> Asked | None:
        """Where the clerk stands; None when everything has been answered."""
        return next((one for one in self._asked if one.id == self._current), None)

    def is_done(self, one: Asked) -> bool:
        """Whether a question has been answered or skipped."""
        return interview.is_done(one, self._state)

    def progress(self) -> Progress:
        """How many questions are done, of how many, and about how many minutes are left."""
        return interview.progress(self._state)

    def view(self, one: Asked) -> QuestionView:
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

    def _answer_shown(self, one: Asked, kept: Kept | None) -> str:
        if one.question.kind is Kind.TABLE:
            return "已填写" if self.is_done(one) else ""
        return show(kept.value, one.question.unit) if kept else ""

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The sections and the five topics, with progress and the gravest finding of each."""
        labels = [("profile", "单位信息", 0)]
        for section in SECTIONS:
            labels.append((section, HEADINGS[section], 0))
            if section == "overview":
                labels += [(f"overview.{topic}", label, 1) for topic, label in TOPICS.items()]
        return tuple(self._outline_entry(*entry) for entry in labels)

    def _outline_entry(self, key: str, label: str, level: int) -> OutlineEntry:
        ones = [one for one in self._asked if _belongs(one, key)]
        done = sum(self.is_done(one) for one in ones)
        here = self.current in ones if self.current else False
        state = "here" if here else "none" if not ones else "done" if done == len(ones) else "open"
        found = [f.severity for f in self.findings if f.where == key or f.where.startswith(f"{key}.")]
        gravest = min((s for s in found if s is not Severity.INFO), key=lambda s: s.rank, default=None)
        return OutlineEntry(key, label, level, state, gravest, ones[0].id if ones else "", done, len(ones))  # type: ignore[arg-type]

    def hint(self, one: Asked, text: str) -> str:
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

    @_writes
    def answer(self, text: str) -> Outcome:
        """Answer the current question and move on; an empty text accepts the default where there is one."""
        one = self.current
        if one is None or one.question.kind is Kind.TABLE:
            return Outcome(False, "请在表格中填写。" if one else "所有问题都已回答。")
        try:
            value, origin = self._read(one, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        self._store.put(self.id, {one.fields[0]: value}, origin)
        if one.id in self._skipped:
            self._store.put_skipped(self.id, one.id, False)
        self._saved()
        self._move_on(one.id)
        return Outcome(True, "", (one.fields[0],))

    def _read(self, one: Asked, text: str) -> tuple[Value, Origin]:
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

    def _move_on(self, after: str) -> None:
        following = interview.next_open(self._state, after)
        self._stand_at(following.id if following else "")

    def _stand_at(self, question: str) -> None:
        self._current = question
        self.position = Position(screen="interview", question=question)
        if not self.readonly:
            self._store.keep(self.id, self.position)

    def _restore_current(self) -> str:
        if any(one.id == self.position.question for one in self._asked):
            return self.position.question
        following = interview.next_open(self._state)
        return following.id if following else ""

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

    @_writes
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

    @_writes
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

    # --- tables ----------------------------------------------------------------------------------------

    def table(self, section: str) -> TableView:
        """The table of a section as it stands."""
        carried = carried_cells(self.last, self._state.cells)
        return TableView(
            TABLES[section],
            {field: self._cell(field, carried) for field in TABLES[section].fields},
        )

    def _cell(self, field: str, carried: Mapping[str, Number]) -> CellView:
        kept = self._kept.get(field)
        reason = kept.reason if kept else ""
        source = source_of(field)
        if source is Source.CARRIED and (field not in carried or reason):
            source = Source.TYPED
        return CellView(
            field=field,
            value=self._state.cells.get(field),
            source=source,
            last=self.last.number(field) if self.last else None,
            editable=source is Source.TYPED,
            reason=reason,
            findings=self._cell_findings.get(field, ()),
        )

    @_writes
    def set_cells(self, values: Mapping[str, str]) -> Outcome:
        """Set cells from texts as typed or pasted, an empty one clearing its cell; all of them or none."""
        carried = carried_cells(self.last, self._state.cells)
        read: dict[str, Value] = {}
        empty: list[str] = []
        for field, text in values.items():
            if not self._cell(field, carried).editable:
                return Outcome(False, f"“{label_of(field)}”是自动计算的，不能直接填写。")
            try:
                if text.strip():
                    read[field] = _read_cell(field, text)
                else:
                    empty.append(field)
            except NotUnderstood as error:
                return Outcome(False, f"{label_of(field)}：{error}")
        reasons = {kept.reason for field in read if (kept := self._kept.get(field)) and kept.reason}
        if read:
            self._store.put(self.id, read, Origin.TYPED, reasons.pop() if reasons else "")
        if gone := [field for field in empty if field in self._kept]:
            self._store.remove(self.id, gone)
        self._saved()
        return Outcome(True, "", tuple(values))

    @_writes
    def overrule(self, field: str, text: str, reason: str) -> Outcome:
        """Put another number in a carried cell, with the reason, which is kept and reported."""
        if source_of(field) is not Source.CARRIED:
            return Outcome(False, f"“{label_of(field)}”不是上年结转的数字，不需要说明理由。")
        if not reason.strip():
            return Outcome(False, "请写明为什么与上年不一致，例如“机构改革划入”。")
        try:
            value = _read_cell(field, text)
        except NotUnderstood as error:
            return Outcome(False, str(error))
        self._store.put(self.id, {field: value}, Origin.TYPED, reason.strip())
        self._saved()
        return Outcome(True, "", (field,))

    @_writes
    def finish_table(self, section: str) -> Outcome:
        """The clerk is done with a table: blank cells become 0, and the conversation goes on."""
        blank = [c.field for c in self.table(section).cells.values() if c.editable and c.value is None]
        if blank:
            self._store.put(self.id, {field: _zero(field) for field in blank}, Origin.TYPED)
            self._saved()
        for one in self._asked:
            if one.question.kind is Kind.TABLE and one.question.scope == section and one.id == self._current:
                self._move_on(one.id)
        return Outcome(True, f"空着的{len(blank)}格按0填写。" if blank else "", tuple(blank))

    def balances(self, section: str) -> dict[str, Number]:
        """Identity (``name:field``) -> left side minus right side; 0 where it holds."""
        cells = self._state.cells

        def total(fields: Iterable[str]) -> Number:
            return sum((cells.get(field) or 0 for field in fields), 0)

        return {
            f"{identity.name}:{identity.where}": total(identity.left) - total(identity.right)
            for identity in TABLES[section].identities
        }

    # --- text ------------------------------------------------------------------------------------------

    def drafts(self) -> dict[str, Paragraph]:
        """Every paragraph of the narrative that has something to say, by key."""
        return {key: self._paragraph(key) for key in PARAGRAPHS if key in self._drafts or key in self._texts}

    def paragraph(self, key: str) -> Paragraph:
        """One paragraph; raises ``SessionError`` for a key that has no text."""
        if key not in self._drafts and key not in self._texts:
            raise SessionError("这一段还没有内容。", "先回答相关的问题，草稿会自动出现。")
        return self._paragraph(key)

    def _paragraph(self, key: str) -> Paragraph:
        draft = self._drafts.get(key, Draft(key, ()))
        text = self._texts.get(key)
        return Paragraph(
            key=key,
            heading=_heading(key),
            text=text.text if text else draft.text,
            sentences=draft.sentences,
            changed=self._changed.get(key, frozenset()),
            edited=text is not None,
            stale=edited.stale(text.basis, draft.text, text.text) if text else (),
        )

    def paragraphs_of(self, scope: str, topic: str = "") -> tuple[Paragraph, ...]:
        """The paragraphs that questions of a section (and topic of part one) change."""
        if scope == "profile":
            keys = ["opening"]
        elif scope == "overview":
            keys = [f"overview.{topic}"] if topic else ["overview.lead"]
        elif scope in {"proactive", "requests", "disputes"}:
            keys = ["overview.requests"] if scope != "proactive" else ["overview.management"]
        else:
            keys = [key for key in PARAGRAPHS if key.startswith(f"{scope}.")]
        every = self.drafts()
        return tuple(every[key] for key in keys if key in every)

    @_writes
    def edit(self, key: str, text: str) -> Outcome:
        """Keep a paragraph as a person wrote it; drafting never overwrites it."""
        draft = self._drafts.get(key, Draft(key, ()))
        clean = "\n".join(line.strip() for line in text.splitlines() if line.strip())
        if not clean:
            return Outcome(False, "这一段不能是空的。要回到自动生成的文字，请用“恢复草稿”。")
        self._store.put_text(self.id, key, clean, draft.text)
        self._saved()
        return Outcome(True, "已按您的文字保存。", (key,))

    @_writes
    def restore(self, key: str) -> Outcome:
        """Give up the edited text of a paragraph for the drafted one (undo brings it back)."""
        if key not in self._texts:
            return Outcome(False, "这一段没有手工修改过。")
        self._store.remove_text(self.id, key)
        self._saved()
        return Outcome(True, "已恢复为自动生成的文字。", (key,))

    @_writes
    def accept_numbers(self, key: str) -> Outcome:
        """Put the new numbers in the place of the old ones in an edited paragraph."""
        pairs = self.paragraph(key).stale
        text: Edited | None = self._texts.get(key)
        if text is None or not pairs:
            return Outcome(False, "这一段没有需要更新的数字。")
        self._store.put_text(self.id, key, edited.accept(text.text, pairs), self._drafts[key].text)
        self._saved()
        return Outcome(True, "、".join(f"{old}已改为{new}" for old, new in pairs) + "。", (key,))

    @_writes
    def next_wording(self, key: str) -> str:
        """Say the last changed sentence of a paragraph (else the whole paragraph) in the next wording."""
        draft = self._drafts.get(key)
        if key in self._texts:
            return "这一段已经手工修改，不再自动换说法。"
        if draft is None:
            return "这一段还没有内容。"
        changed = self._changed.get(key, frozenset())
        sentences = [s for s in draft.sentences if s.id in changed] or list(draft.sentences)
        turned = [s for s in sentences if s.wordings > 1]
        for sentence in turned:
            self._store.put_wording(self.id, sentence.id, (sentence.wording + 1) % sentence.wordings)
        self._saved()
        return "已换一种说法。" if turned else "这一段没有别的说法。"

    # --- checking and leaving --------------------------------------------------------------------------

    def place_of(self, finding: Finding) -> Place:
        """Where a finding can be mended."""
        where = finding.where
        one = next((one for one in self._asked if where in {*one.fields, one.id}), None)
        section = where.split(".")[0]
        if section in TABLES and where in TABLES[section].fields:
            return Place("cell", question=one.id if one else "", field=where)
        if where in PARAGRAPHS:
            return Place("text", question=self._first_question(where), key=where)
        return Place("question", question=one.id if one else self._first_question(where))

    def _first_question(self, where: str) -> str:
        for key in (where, where.split(".", maxsplit=1)[0]):
            found = next((one.id for one in self._asked if _belongs(one, key)), "")
            if found:
                return found
        return self._asked[0].id

    @_writes
    def apply(self, fix: Fix) -> Outcome:
        """Do what a rule offers as safe: set a cell, or replace words in a paragraph."""
        if fix.value is not None:
            return self.set_cells({fix.where: str(fix.value)})
        text = self._paragraph_texts().get(fix.where, "")
        if fix.old not in text:
            return Outcome(False, "文字已经改变，请重新检查。")
        return self.edit(fix.where, text.replace(fix.old, fix.new, 1))

    def final_findings(self) -> tuple[Finding, ...]:
        """What a check of the finished document finds; here an unanswered cell is an error."""
        return tuple(check(self._context(drafting=False)))

    def suggested_name(self) -> str:
        """A file name for the document."""
        return f"{self.unit}{self.year}年政府信息公开工作年度报告.docx"

    def export(self, path: Path, kind: str = "docx", as_draft: bool = False) -> Exported:
        """Write the document. ``ExportRefusedError`` while errors are open, unless a draft is asked for."""
        from app.documents.files import save
        from app.documents.write import write

        findings = self.final_findings()
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if errors and not as_draft:
            raise ExportRefusedError(
                f"还有{len(errors)}处错误没有改正，不能导出定稿：{errors[0].message}",
                "请先改正，或者导出带“草稿”标记的文件。",
            )
        data = write(self.report, kind, draft=as_draft)
        save(path, data)
        return Exported(path, len(data), as_draft, findings)

    @_writes
    def finalise(self) -> None:
        """Mark the report as finished and keep it whole: it is what next year is compared with."""
        self._store.put_document(self.id, self.report)
        self._store.set_status(self.id, Status.FINAL)
        self._stored = self._store.report(self.id)
        self._touch()

    def _summarise(self) -> None:
        progress = self.progress()
        counts = [finding.severity for finding in self.findings]
        self._store.put_summary(
            self.id,
            {
                "done": progress.done,
                "total": progress.total,
                "errors": counts.count(Severity.ERROR),
                "warnings": counts.count(Severity.WARNING),
            },
        )

    # --- dumping and loading answers -------------------------------------------------------------------

    def answers(self) -> Mapping[str, Kept]:
        """Every answer with its origin, time and reason."""
        return self._kept

    @_writes
    def take(self, values: Mapping[str, Value], reasons: Mapping[str, str]) -> None:
        """Answers from a file, all in one go; a carried cell only with its reason."""
        plain = {field: value for field, value in values.items() if field not in reasons}
        if plain:
            self._store.put(self.id, plain, Origin.TYPED)
        for field, reason in reasons.items():
            if field in values:
                self._store.put(self.id, {field: values[field]}, Origin.TYPED, reason)
        self._saved()
        self._move_on("")


def _drafter() -> Drafter:
    from store.paths import templates

    return Drafter(templates())


def _read_cell(field: str, text: str) -> Value:
    return read_amount(text, "万元") if field == "proactive.fees" else read_cell(text)


def _zero(field: str) -> Value:
    from decimal import Decimal

    return Decimal(0) if field == "proactive.fees" else 0


def _belongs(one: Asked, key: str) -> bool:
    question = one.question
    section, _, topic = key.partition(".")
    if section == "overview":
        return question.scope == "overview" and question.topic == topic
    return question.scope == section


def _heading(key: str) -> str:
    section, _, name = key.partition(".")
    if key == "opening":
        return "引言"
    if section == "overview":
        return TOPICS.get(name, HEADINGS["overview"])
    return PART_FIVE.get(key, HEADINGS[section])


def _changed_sentences(before: Mapping[str, Draft], after: Mapping[str, Draft]) -> dict[str, frozenset[str]]:
    if not before:
        return {}
    changed: dict[str, frozenset[str]] = {}
    for key, draft in after.items():
        old = {s.id: s.text for s in before[key].sentences} if key in before else {}
        changed[key] = frozenset(s.id for s in draft.sentences if old.get(s.id) != s.text)
    return changed


def _by_place(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    places: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        places[finding.where] = (*places.get(finding.where, ()), finding)
    return places
