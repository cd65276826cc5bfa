"""Where what the report says comes from: for every sentence and every row of the tables its facts, how each
came in, and last year's value."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Final

from app.documents.outline import digits
from app.documents.sources import FactSource, Sourced
from app.documents.write.check_words import carry_words
from app.session.differences import label_of
from app.session.narrative import heading_of
from app.session.open_report import OpenReport
from prompts.narrative.amounts import Amounts
from prompts.narrative.coverage import Coverage
from prompts.narrative.narrative import bound
from prompts.narrative.sentence import SHORT_NAME, YEAR, Origin, Sentence
from prompts.reading import show
from sections.facts import fact_of
from sections.facts.cells.sums import sums_of
from sections.form.elements import Source
from sections.form.model import Table
from sections.language.sentences import placed_sentences
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.unsaid import items_of
from store.model import Origin as Came
from store.model import Status, StoredAnswer

_WORDS: Final[Mapping[Origin, str]] = {
    Origin.TEMPLATE: "新写",
    Origin.OWN: "沿用上年的句子",
    Origin.TYPED: "本人改写",
}
_CLOSED: Final[Mapping[Status, str]] = {Status.FINAL: "已定稿的文字", Status.IMPORTED: "导入的文字"}
_LONGEST: Final = 60
"""Characters of a value that is shown."""


class Sources:
    """Tells it of one report as it stands."""

    def __init__(self, opened: OpenReport) -> None:
        self._open = opened
        self._derived = opened.derived
        self._report: Report = opened.derived.report
        self._last = opened.last
        self._answers = opened.content.answers
        self._now, self._before = Amounts(self._report), Amounts(self._last)
        self._coverage = Coverage(self._report)
        self._file = _file_of_last(opened)

    def all(self) -> tuple[Sourced, ...]:
        """Every sentence in order, then every row of the tables."""
        return (*self.prose(), *self.tables())

    # --- prose -----------------------------------------------------------------------------------------

    def prose(self) -> Iterator[Sourced]:
        """Every sentence of the narrative."""
        for key, text in self._report.paragraphs.items():
            draft = self._derived.drafts.get(key)
            drafted = draft.sentences if draft and key not in self._open.content.texts else _typed(text)
            for sentence in drafted:
                yield self.sentence(key, sentence)

    def sentence(self, key: str, sentence: Sentence) -> Sourced:
        """A sentence with every fact it tells."""
        placed = bound(sentence, key, self._report)
        paths = [slot.subject for slot in placed.slots if slot.path not in {YEAR, SHORT_NAME}]
        paths += sorted(self._coverage.worded(sentence.text) - {SHORT_NAME})
        facts = tuple(self._fact(path) for path in dict.fromkeys(paths))
        words = _CLOSED.get(self._open.record.status, _WORDS[sentence.origin])
        return Sourced(heading_of(key, self._report.form), sentence.text, words, facts)

    def _fact(self, path: str) -> FactSource:
        _, _, item = path.partition(":")
        label = label_of(path, self._report) or path
        label = f"{label}（{item}）" if item and label != item else label
        return FactSource(label, self._value(path), self.origin(path), self._last_value(path))

    def _value(self, path: str) -> str:
        if (number := self._now.of(path)) is not None:
            return str(number)
        value = self._report.fact(path)
        return "" if value is None else _short(show(value))

    def _last_value(self, path: str) -> str:
        if (number := self._before.of(path)) is not None:
            return str(number)
        value = self._last.fact(path) if self._last else None
        return "" if value is None else _short(show(value))

    def origin(self, path: str) -> str:
        """How the value of a path came in."""
        subject, _, name = path.partition(":")
        if subject == OWN_ITEMS:
            return self._item(name)
        if fact_of(path) is not None:
            return self._answered(path)
        sums = sums_of(self._report.form).get(path.partition("#")[0], ())
        if not sums:
            return self._cell(path)
        _, _, way = path.partition("#")
        cell_sum = sums[int(way or 0)]
        if len(cell_sum.cells) == 1 and not cell_sum.less:
            return f"表格“{self._report.form.label(cell_sum.cells[0])}”：{self._cell(cell_sum.cells[0])}"
        return f"由表格{len(cell_sum.cells) + len(cell_sum.less)}格相加减：{cell_sum.name}"

    def _item(self, name: str) -> str:
        """An indicator of the organ's own, answered with the others or by itself."""
        unit = next((item.unit for item in items_of(self._report) if item.name == name), "")
        own = [path for path in self._answers if path.endswith((f":{name}（{unit}）", f":{name}"))]
        return self._answered(own[0] if own else OWN_ITEMS)

    def _answered(self, path: str) -> str:
        answer = self._answers.get(path)
        if answer is not None:
            return _came(answer)
        return "由其他答案和上年年报得出" if self._report.fact(path) is not None else "见正文"

    # --- tables ----------------------------------------------------------------------------------------

    def tables(self) -> Iterator[Sourced]:
        """The rows of the tables that have a number; the others together."""
        for section, table in self._report.form.tables.items():
            blank = 0
            for label, paths in _rows(table):
                told = [path for path in paths if self._report.number(path) or self._last_number(path)]
                blank += not told
                if told:
                    facts = tuple(self._facts_of_row(table, told))
                    yield Sourced(self._report.form.headings[section], label, facts=facts)
            if blank:
                line = f"其余{blank}行本年和上年都是0或没有填写。"
                yield Sourced(self._report.form.headings[section], line)

    def _last_number(self, path: str) -> object:
        return self._last.number(path) if self._last else None

    def _facts_of_row(self, table: Table, paths: Iterable[str]) -> Iterator[FactSource]:
        """Cells that came in the same way stand in one line."""
        for origin, group in groupby(paths, key=self._cell):
            cells = list(group)
            names = [table.column(path).label or table.row(path).label for path in cells]
            now = [digits(self._report.number(path)) or "—" for path in cells]
            before = [digits(self._last.number(path)) or "—" for path in cells] if self._last else []
            yield FactSource("、".join(names), "、".join(now), origin, "、".join(before))

    def _cell(self, path: str) -> str:
        cell = self._derived.cells.get(path)
        if cell is None:
            return ""
        if cell.source is Source.COMPUTED:
            return self._computed(path)
        if cell.source is Source.CARRIED:
            return self._carried(path)
        answer = self._answers.get(path)
        reason = f"，与上年结转不同的理由：{cell.reason}" if cell.reason else ""
        return f"{_came(answer)}{reason}" if answer is not None else "没有填写"

    def _computed(self, path: str) -> str:
        parts = next((derived.parts for derived in self._report.form.derived if derived.path == path), ())
        row = path.rpartition(".")[0]
        same_row = all(part.rpartition(".")[0] == row for part in parts)
        return f"自动计算：{'本行' if same_row else '本列'}{len(parts)}格相加"

    def _carried(self, path: str) -> str:
        form = self._report.form
        table = form.tables[path.partition(".")[0]]
        carry = next(carry for carry in form.carries if carry.path == path)
        return f"由上年结转：{carry_words(table, carry)}{self._file}"


def _typed(text: str) -> Iterator[Sentence]:
    for _, sentence in placed_sentences(text):
        yield Sentence("", sentence, origin=Origin.TYPED)


def _rows(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a table by their labels, with their paths."""
    for row, group in groupby(table.paths, key=table.row):
        yield "·".join((*row.groups, row.label)), tuple(group)


def _came(answer: StoredAnswer) -> str:
    """How an answer came in, and on which day."""
    day = _day(answer.at)
    match answer.origin:
        case Came.COLLECTED:
            return f"{answer.by or '同事'}填报，{day}填入"
        case Came.IMPORTED:
            return f"从{_named(answer.by)}导入，{day}"
        case Came.CARRIED:
            return f"与上年相同，{day}确认"
        case Came.COMPUTED:
            return "自动计算"
    return f"填写，{day}"


def _day(at: datetime) -> str:
    return f"{at.year}年{at.month}月{at.day}日"


def _named(file: str) -> str:
    return f"“{file}”" if file else "文件"


def _file_of_last(opened: OpenReport) -> str:
    """In brackets, which file last year's report was read from; empty where it was written here."""
    found = opened.store.preceding(opened.record.unit, opened.record.year)
    names = {
        answer.by
        for record in found.records
        for answer in opened.store.answers(record.id).values()
        if answer.origin is Came.IMPORTED and answer.by
    }
    return f"（上年的年报从{'、'.join(map(_named, sorted(names)))}导入）" if names else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
