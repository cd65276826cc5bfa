"""What the narrative says: which facts each sentence has, so that none is said twice and none is missing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from prompts.narrative.amounts import Amounts
from prompts.narrative.binding import bind
from prompts.narrative.sentence import Sentence, Slot
from sections.facts import fact_of
from sections.facts.cells.sums import sums_of
from sections.language.statement import Statement
from sections.language.statements import OWN_ITEMS, statements
from sections.report.report import Report
from sections.report.unsaid import PRACTICE, items_of, same_matter, says, says_all, says_part, twins_of
from sections.report.values import Kind

FEES: Final = "other.fees"
FEE_WORDS: Final = "other.matters"
"""What a source says of fees stands in its one text of part six."""
Subjects = frozenset[frozenset[str]]
"""Each by the cells that its number sums, or by its own name."""
_NUMBERS: Final = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.ITEMS})
_FORMS: Final = tuple(f"proactive.interpretations_{form}" for form in ("text", "image", "video"))
_SET_PHRASES: Final[Mapping[str, re.Pattern[str]]] = {
    "opening.basis": re.compile("(?:根据|依据|按照).*(?:编制|公布|发布)"),
    "opening.parts": re.compile("部分"),
    "opening.period": re.compile("(?:期限|时间|时限).*12月31日"),
    "opening.where": re.compile("(?:查阅|公布|下载|登录|网站（|网址)"),
    "opening.contact": re.compile(
        "联系(?:（|方式|电话|人|：|我|本)|与[^，。；]{2,30}联系|疑问|咨询|垂询|致电|来电|拨打|[0-9]{3,4}[-—－][0-9]{7,8}"
        "|(?:电话|传真|邮编|邮政编码|邮箱|(?<!网站)(?<!网络)(?<!网页)地址)(?:号码)?(?:（[^（）]*）)?(?:[：:]|为|[0-9A-Za-z])"
    ),
    "overview.lead.lead": re.compile("."),
    "other.matters.nothing": re.compile("."),
    "other.fees.free": re.compile("收费|处理费"),
}
"""Sentences of templates without a fact of their own: words by which another sentence says the same."""


def canonical(report: Report, subject: str) -> frozenset[str]:
    """What two names of one number have in common: the cells that they sum, or the name itself."""
    plain, _, way = subject.partition("#")
    sums = sums_of(report.form).get(plain, ())
    return frozenset(sums[int(way or 0)].cells) if sums else frozenset({subject})


class Coverage:
    """What the sentences of a report say; each is read once."""

    def __init__(self, report: Report) -> None:
        self._report, self._amounts = report, Amounts(report)
        self._known: dict[tuple[str, str, tuple[Slot, ...]], Subjects] = {}
        self._worded: dict[str, set[str]] = {}
        self._words = {
            fact: value
            for fact, value in report.facts.items()
            if (known := fact_of(fact)) is not None and known.kind not in _NUMBERS
        }
        self._same = {f"{OWN_ITEMS}:{item.name}": same_matter(item, report) for item in items_of(report)}

    def of(self, sentence: Sentence, key: str) -> Subjects:
        """What a sentence says, by its numbers, by its 没有, and by the words of other facts."""
        asked = key, sentence.text, sentence.slots
        if asked not in self._known:
            self._known[asked] = self._read(sentence, key)
        return self._known[asked]

    def _read(self, sentence: Sentence, key: str) -> Subjects:
        slots = sentence.slots or bind(sentence.text, key, self._report).slots
        bound = replace(sentence, slots=slots).paths
        paths = set(bound)
        paths |= {
            statement.subject for statement in statements(sentence.text, key) if self._is_told(statement)
        }
        paths |= {fact for path in bound for fact in self._same.get(path, ())}
        paths |= {twin for path in tuple(paths) for twin in twins_of(path, self._report)}
        paths |= {fact for fact in _FORMS if says_all(sentence.text, fact)}
        found = {canonical(self._report, path) for path in paths}
        return frozenset(found | {frozenset({fact}) for fact in self.worded(sentence.text)})

    def _is_told(self, statement: Statement) -> bool:
        """Whether it says in words that there was nothing, or a number that is its subject's."""
        if statement.none or statement.number is None:
            return statement.none
        return (
            statement.of_this_year
            and statement.quantity is not None
            and statement.quantity == self._amounts.of(statement.subject)
        )

    def worded(self, text: str) -> set[str]:
        """Facts that are no numbers which ``text`` says; of the practices each, behind a colon."""
        if text not in self._worded:
            whole = {fact for fact, value in self._words.items() if says(text, fact, value)}
            named = self._words.get(PRACTICE)
            parts = [part for part in named if isinstance(part, str)] if isinstance(named, tuple) else []
            self._worded[text] = whole | {f"{PRACTICE}:{part}" for part in parts if says_part(text, part)}
        return self._worded[text]


def says_the_same(sentence_id: str, texts: Iterable[str]) -> bool:
    """Whether a template's sentence without facts is said by one of ``texts``."""
    words = _SET_PHRASES.get(sentence_id)
    return words is not None and any(words.search(text) for text in texts)
