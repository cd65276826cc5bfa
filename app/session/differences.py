"""Where a file differs from a report, sentence by sentence and cell by cell: what came back from Word, what
stands on the site. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from prompts.narrative.binding import bind
from prompts.narrative.own_topics import text_of_own_topics
from prompts.narrative.sentence import YEAR, Slot
from sections.facts import SUBJECTS, fact_of
from sections.form.elements import OWN_TOPICS, Source
from sections.language.quantities import Number, quantities
from sections.language.sentences import placed_sentences
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report

_SPACE: Final = re.compile(r"\s+")
_ALIKE: Final = 0.4
"""From this likeness two sentences are one that was reworded."""
_MOST: Final = 80
"""Sentences of a part that are compared one with another."""


class DifferenceKind(StrEnum):
    """What is different."""

    CELL = "cell"
    NUMBER = "number"
    """A sentence with another number, perhaps in other words."""
    WORDING = "wording"
    STRUCK = "struck"
    ADDED = "added"
    OUTSIDE = "outside"
    """Title, headings, 落款: shown, never taken."""


WORDS: Final = frozenset({DifferenceKind.WORDING, DifferenceKind.STRUCK, DifferenceKind.ADDED})
"""Differences of words alone."""
EVERY: Final = frozenset(DifferenceKind) - {DifferenceKind.OUTSIDE}
"""What can be taken over."""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number of a sentence that is another one in the file; ``path`` is the fact or cell it is bound to."""

    path: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``where`` is a cell's path or a paragraph's key; ``behind`` the sentence that stands
    before one that was added, struck or reworded, empty for the first of its paragraph."""

    kind: DifferenceKind
    where: str
    before: str
    after: str
    numbers: tuple[NumberChange, ...] = ()
    behind: str = ""

    @property
    def paths(self) -> frozenset[str]:
        """The facts and cells that it would change."""
        if self.kind is DifferenceKind.CELL:
            return frozenset({self.where})
        return frozenset(change.path for change in self.numbers if change.path)


@dataclass(frozen=True, slots=True)
class _Sentence:
    key: str
    text: str

    @property
    def squeezed(self) -> str:
        return _SPACE.sub("", self.text)


def differences(ours: Report, theirs: Report) -> tuple[Difference, ...]:
    """Every difference of ``theirs``, the file, from ``ours``: numbers first, then as the document goes.

    Tables of two forms have no cells to compare."""
    told = _texts(ours, theirs)
    outside = tuple(_outside(ours, theirs))
    numbers = tuple(difference for difference in told if difference.kind is DifferenceKind.NUMBER)
    words = tuple(difference for difference in told if difference.kind is not DifferenceKind.NUMBER)
    cells = _cells(ours, theirs) if ours.form_id == theirs.form_id else ()
    return (*cells, *numbers, *words, *outside)


# --- tables ---------------------------------------------------------------------------------------------


def _cells(ours: Report, theirs: Report) -> Iterator[Difference]:
    """Cells with another number, a blank one counting 0; sums only where nothing that they sum differs."""
    unread = {entry.where for entry in theirs.unread}
    for table in ours.form.tables.values():
        if all(theirs.number(path) is None for path in table.paths):
            continue
        found = [
            path
            for path in table.paths
            if path not in unread and (ours.number(path) or 0) != (theirs.number(path) or 0)
        ]
        typed = [path for path in found if ours.form.source(path) is not Source.COMPUTED]
        for path in typed or found:
            before, after = (_shown(report, path) for report in (ours, theirs))
            yield Difference(DifferenceKind.CELL, path, before, after)


def _shown(report: Report, path: str) -> str:
    number = report.number(path)
    return "" if number is None else str(number)


# --- text -----------------------------------------------------------------------------------------------


def _texts(ours: Report, theirs: Report) -> tuple[Difference, ...]:
    found: list[Difference] = []
    read = _parts(theirs)
    for part, mine in _parts(ours).items():
        found += _of_part(mine, [sentence.text for sentence in read.get(part, [])], ours, part)
    return tuple(found)


def _parts(report: Report) -> dict[str, list[_Sentence]]:
    """The sentences of each part that a file can be told apart in, by the part's key."""
    form = report.form
    parts: dict[str, list[tuple[str, str]]] = {"opening": [("opening", report.opening)]}
    parts["overview.lead"] = [("overview.lead", report.overview.lead)]
    for topic in form.topics:
        parts[f"overview.{topic}"] = [(f"overview.{topic}", report.overview.topics.get(topic, ""))]
    parts[OWN_TOPICS] = [(OWN_TOPICS, text_of_own_topics(report))]
    for section, text in (("problems", report.problems.text), ("other", report.other.text)):
        own = [(key, report.paragraphs[key]) for key in form.paragraphs if _is_of(key, section, report)]
        whole = "".join(_SPACE.sub("", text) for _, text in own) == _SPACE.sub("", text)
        parts[section] = own if own and whole else [(_last_key(report, section), text)]
    return {
        part: [_Sentence(key, sentence) for key, text in texts for _, sentence in placed_sentences(text)]
        for part, texts in parts.items()
    }


def _is_of(key: str, section: str, report: Report) -> bool:
    return key.startswith(f"{section}.") and bool(report.paragraphs.get(key))


def _last_key(report: Report, section: str) -> str:
    return [key for key in report.form.paragraphs if key.startswith(f"{section}.")][-1]


def _of_part(mine: list[_Sentence], theirs: list[str], ours: Report, part: str) -> Iterator[Difference]:
    behind = _Sentence(mine[0].key if mine else _home_of(ours, part), "")
    for sentence, text in _aligned(mine, theirs):
        before = behind.text if (sentence or behind).key == behind.key else ""
        if sentence is None:
            yield Difference(DifferenceKind.ADDED, behind.key, "", text or "", behind=before)
        elif text is None:
            yield Difference(DifferenceKind.STRUCK, sentence.key, sentence.text, "", behind=before)
        elif sentence.squeezed != _SPACE.sub("", text):
            yield replace(_reworded(sentence, text, ours), behind=before)
        behind = sentence or behind


def reshaped(before: str, now: str) -> bool:
    """Whether a text has other sentences than it had, more than reworded or with other numbers."""
    mine, theirs = ([text for _, text in placed_sentences(one)] for one in (before, now))
    return any(None in pair for pair in _aligned([_Sentence("", text) for text in mine], theirs))


def _home_of(report: Report, part: str) -> str:
    return part if part in report.form.paragraphs else _last_key(report, part)


def _aligned(mine: list[_Sentence], theirs: list[str]) -> Iterator[tuple[_Sentence | None, str | None]]:
    """Each sentence with the one it became, in order: None for one that was struck or added."""
    squeezed = [_SPACE.sub("", text) for text in theirs]
    matcher = SequenceMatcher(None, [sentence.squeezed for sentence in mine], squeezed, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(mine[a:b], theirs[c:d], strict=True)
        else:
            yield from _paired(mine[a:b], theirs[c:d])


def _paired(
    mine: Sequence[_Sentence], theirs: Sequence[str]
) -> Iterator[tuple[_Sentence | None, str | None]]:
    """Of sentences that all differ, those that became one another: the likest, in their order."""
    if len(mine) > _MOST or len(theirs) > _MOST:
        yield from ((sentence, None) for sentence in mine)
        yield from ((None, text) for text in theirs)
        return
    likeness = [[_likeness(sentence.squeezed, text) for text in theirs] for sentence in mine]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for a in range(len(mine) - 1, -1, -1):
        for b in range(len(theirs) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], likeness[a][b] + best[a + 1][b + 1])
    a = b = 0
    while a < len(mine) or b < len(theirs):
        both = a < len(mine) and b < len(theirs)
        if both and likeness[a][b] and best[a][b] == likeness[a][b] + best[a + 1][b + 1]:
            yield mine[a], theirs[b]
            a, b = a + 1, b + 1
        elif a < len(mine) and (b == len(theirs) or best[a][b] == best[a + 1][b]):
            yield mine[a], None
            a += 1
        else:
            yield None, theirs[b]
            b += 1


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _reworded(sentence: _Sentence, text: str, ours: Report) -> Difference:
    numbers = tuple(_number_changes(sentence, text, ours))
    kind = DifferenceKind.NUMBER if numbers else DifferenceKind.WORDING
    return Difference(kind, sentence.key, sentence.text, text, numbers)


def _number_changes(sentence: _Sentence, text: str, ours: Report) -> Iterator[NumberChange]:
    """The numbers that are others; one that was put in or taken out has nothing on its other side."""
    slots = bind(sentence.text, sentence.key, ours).slots
    before, after = quantities(sentence.text), quantities(text)
    was, now = ([f"{number.text}{number.measure}" for number in numbers] for numbers in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(b - a, d - c)):
            old = before[a + step] if a + step < b else None
            new = after[c + step] if c + step < d else None
            path = _path_at(slots, old) if old is not None and new is not None else ""
            yield NumberChange(path, label_of(path, ours), old.text if old else "", new.text if new else "")


def _path_at(slots: Sequence[Slot], number: Number) -> str:
    return next((slot.path for slot in slots if slot.start <= number.start < slot.end), "")


def label_of(path: str, report: Report) -> str:
    """What a path counts, in words; empty for none."""
    subject, _, name = path.partition(":")
    if subject == OWN_ITEMS:
        return name
    if path == YEAR:
        return "年份"
    known = fact_of(subject) or SUBJECTS.get(subject.partition("#")[0])
    return known.label if known else report.form.labels.get(path, "")


# --- title, headings, 落款 -------------------------------------------------------------------------------


def _outside(ours: Report, theirs: Report) -> Iterator[Difference]:
    pairs = [("title", "".join(ours.title_lines), "".join(theirs.title_lines))]
    pairs += [
        (section, heading, theirs.headings.get(section, ""))
        for section, heading in ours.form.headings.items()
        if theirs.headings  # JSON need not have any: those of its form are meant
    ]
    pairs.append(("signature", _signed(ours), _signed(theirs)))
    for where, before, after in pairs:
        if _SPACE.sub("", before) != _SPACE.sub("", after):
            yield Difference(DifferenceKind.OUTSIDE, where, before, after)


def _signed(report: Report) -> str:
    signature = report.signature
    if signature is None:
        return ""
    date = f"{signature.date.year}年{signature.date.month}月{signature.date.day}日" if signature.date else ""
    return f"{signature.organ}{date}"


# --- in words -------------------------------------------------------------------------------------------

_KINDS: Final = {
    DifferenceKind.CELL: "表格",
    DifferenceKind.NUMBER: "数字",
    DifferenceKind.WORDING: "文字",
    DifferenceKind.STRUCK: "删去",
    DifferenceKind.ADDED: "新增",
    DifferenceKind.OUTSIDE: "格式",
}


def in_words(before: Report, after: Report) -> tuple[str, ...]:
    """What ``after`` says otherwise than ``before``, a text of one or more lines a difference; () where they
    say the same."""
    forms = () if before.form_id == after.form_id else ("两份年报的表格格式不同，没有逐格比较。",)
    return (*forms, *("\n".join(lines_of(difference, before)) for difference in differences(before, after)))


def lines_of(difference: Difference, report: Report) -> list[str]:
    """A difference in lines: its kind, how it is in the report and in the file, which numbers changed."""
    kind = _KINDS[difference.kind]
    if difference.kind is DifferenceKind.CELL:
        before, after = difference.before or "空", difference.after or "空"
        return [f"{kind}  {report.form.label(difference.where)}：{before} → {after}"]
    lines = [f"{kind}  {difference.before or difference.after}"]
    if difference.before and difference.after:
        lines.append(f"改为  {difference.after}")
    return lines + [
        f"{change.label}：{change.before or '没有写'} → {change.after or '没有写'}"
        for change in difference.numbers
        if change.label  # others are seen in the sentence
    ]
