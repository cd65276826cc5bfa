"""What the narrative says: which facts each sentence has, so that none is said twice and none is missing."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from prompts.narrative.sentence import Sentence
from sections.facts import fact_of
from sections.facts.cells.sums import sums_of
from sections.language.statements import OWN_ITEMS, statements
from sections.report.report import Report
from sections.report.unsaid import items_of, same_matter, says
from sections.report.values import Kind

_SET_PHRASES: Final[Mapping[str, re.Pattern[str]]] = {
    "opening.basis": re.compile("(?:根据|依据|按照).*(?:编制|公布|发布)"),
    "opening.parts": re.compile("部分"),
    "opening.period": re.compile("(?:期限|时间|时限).*12月31日"),
    "opening.where": re.compile("(?:查阅|公布|下载|登录|网站（|网址)"),
    "opening.contact": re.compile("联系(?:（|方式|电话|人|：)|疑问"),
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


def subjects_of(sentence: Sentence, key: str, report: Report) -> frozenset[frozenset[str]]:
    """What a sentence says, by its numbers, by its 没有, and by the words of facts that are no numbers."""
    said = statements(sentence.text, key)
    paths = set(sentence.paths)
    paths |= {one.subject for one in said if one.none}
    paths |= {
        fact
        for item in items_of(report)
        if f"{OWN_ITEMS}:{item.name}" in paths
        for fact in same_matter(item, report)
    }
    found = {canonical(report, path) for path in paths}
    return frozenset(found | {frozenset({fact}) for fact in worded(sentence.text, report)})


def worded(text: str, report: Report) -> set[str]:
    """Facts that are no numbers which ``text`` says."""
    return {
        fact
        for fact, value in report.facts.items()
        if (known := fact_of(fact)) is not None
        and known.kind not in {Kind.COUNT, Kind.AMOUNT, Kind.ITEMS}
        and says(text, fact, value)
    }


def says_the_same(sentence_id: str, texts: Iterable[str]) -> bool:
    """Whether a template's sentence without facts is said by one of ``texts``."""
    words = _SET_PHRASES.get(sentence_id)
    return words is not None and any(words.search(text) for text in texts)
