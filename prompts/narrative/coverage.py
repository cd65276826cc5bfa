"""What the narrative says: which facts each sentence has, so that none is said twice and none is missing."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from prompts.narrative.amounts import Amounts
from prompts.narrative.sentence import Sentence
from prompts.narrative.wording import round_number
from sections.facts import FACTS, fact_of
from sections.facts.cells.sums import sums_of
from sections.language.statements import OWN_ITEMS, statements
from sections.report.report import Report
from sections.report.values import Kind, LocalItem, Quantity, Value

EVIDENCE: Final[Mapping[str, re.Pattern[str]]] = {
    "management.secrecy_review": re.compile("保密(?:审查|及[^，。]{0,6}审查)|保密关"),
    "management.cleanup": re.compile("规范性文件[^，。]{0,10}清理|清理[^，。]{0,10}规范性文件"),
    "management.within_20_days": re.compile("20个工作日"),
    "requests.on_time": re.compile(
        "期限[^，。]{0,4}[答办回]|按[时期][^，。]{0,4}[答办回]|规定进行办理和答复"
    ),
    "supervision.accountable": re.compile("责任追究|追究责任|追责"),
}
"""Facts that are no numbers: words by which a sentence says them."""
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
_ENDING: Final = re.compile("(?<=..)(?:制度|机制|程序)$")
_NEEDED: Final = frozenset(
    {Kind.COUNT, Kind.AMOUNT, Kind.LIST, Kind.CHOICES, Kind.TEXT, Kind.CHOICE, Kind.PARAGRAPH}
)
_ELSEWHERE: Final = frozenset({"profile", "signature", "problems"})
"""Facts that stand in the tables' head, in the opening or in lists of part five."""


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


def items_of(report: Report) -> tuple[LocalItem, ...]:
    """The organ's own indicators that were answered."""
    items = report.fact(OWN_ITEMS)
    return tuple(one for one in items if isinstance(one, LocalItem)) if isinstance(items, tuple) else ()


def same_matter(item: LocalItem, report: Report) -> frozenset[str]:
    """The facts of its topic that have the same number of the same: 监督检查3次 beside 网上评查3次."""
    return frozenset(
        fact.id
        for fact in FACTS.values()
        if fact.topic == item.topic
        and fact.measure == item.unit
        and report.fact(fact.id) == item.quantity
        and set(fact.label[-2:]) & set(item.name[-2:])
    )


def worded(text: str, report: Report) -> set[str]:
    """Facts that are no numbers which ``text`` says."""
    return {
        fact
        for fact, value in report.facts.items()
        if (known := fact_of(fact)) is not None
        and known.kind not in {Kind.COUNT, Kind.AMOUNT, Kind.ITEMS}
        and _says(text, fact, value)
    }


def _says(text: str, fact: str, value: Value) -> bool:
    evidence = EVIDENCE.get(fact)
    if evidence is not None and evidence.search(text):
        return True
    plain = text.replace("“", "").replace("”", "")
    if isinstance(value, str):
        return len(value) > 1 and _core(value) in plain
    texts = [part for part in value if isinstance(part, str)] if isinstance(value, tuple) else []
    return bool(texts) and all(_core(part) in plain for part in texts)


def _core(words: str) -> str:
    """Words as a sentence may have them: without quotation marks, 制度 or 机制."""
    return _ENDING.sub("", words.replace("“", "").replace("”", "").strip("。；， "))


def says_the_same(sentence_id: str, texts: Iterable[str]) -> bool:
    """Whether a template's sentence without facts is said by one of ``texts``."""
    words = _SET_PHRASES.get(sentence_id)
    return words is not None and any(words.search(text) for text in texts)


def missing(report: Report, paragraphs: Mapping[str, str]) -> tuple[str, ...]:
    """Facts that were answered with something and that no paragraph says, in the order of the facts.

    Of an own indicator its path, ``platform.items:名称``."""
    text = "\n".join(paragraphs.values())
    amounts = Amounts(report)
    told = {
        one.subject
        for key, paragraph in paragraphs.items()
        for one in statements(paragraph, key)
        if one.number is not None and one.of_this_year and one.quantity == amounts.of(one.subject)
    }
    lost = [fact for fact in FACTS if _is_lost(fact, report, text, told)]
    unsaid = [item for item in items_of(report) if item.quantity.value and not _item_said(item, text)]
    as_items = {fact for item in items_of(report) if item not in unsaid for fact in same_matter(item, report)}
    named = [f"{OWN_ITEMS}:{item.name}" for item in unsaid if not same_matter(item, report) & told]
    return (*(fact for fact in lost if fact not in as_items), *named)


def _item_said(item: LocalItem, text: str) -> bool:
    number = item.quantity.words or round_number(item.quantity.value)
    return any(f"{written}{item.unit}" in text for written in {number, str(item.quantity)})


def _is_lost(fact: str, report: Report, text: str, told: set[str]) -> bool:
    known, value = FACTS[fact], report.fact(fact)
    if value is None or known.topic in _ELSEWHERE or known.kind not in _NEEDED:
        return False
    if isinstance(value, Quantity | Decimal):
        number = value.value if isinstance(value, Quantity) else value
        return bool(number) and fact not in told
    return bool(value) and not _says(text, fact, value)
