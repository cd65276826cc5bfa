"""Facts that were answered and that the text does not say."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sections.facts import FACTS
from sections.language.numerals import read_quantity
from sections.language.quantities import quantities
from sections.language.statements import OWN_ITEMS, statements
from sections.report.report import Report
from sections.report.values import Kind, LocalItem, Quantity, Value

EVIDENCE: Final[Mapping[str, re.Pattern[str]]] = {
    "management.secrecy_review": re.compile("保密(?:审查|及[^，。]{0,6}审查)|保密关|涉密信息不[上公]|不涉密"),
    "management.cleanup": re.compile("规范性文件[^，。]{0,10}清理|清理[^，。]{0,10}规范性文件"),
    "management.within_20_days": re.compile("20个工作日"),
    "requests.on_time": re.compile(
        "期限[^，。]{0,4}[答办回]|按[时期][^，。]{0,4}[答办回]|规定进行办理和答复|答复[^，。]{0,8}(?:符合|期限)"
    ),
    "supervision.accountable": re.compile("责任追究|追究责任|追责"),
}
"""Facts that are answered yes or no: words by which a sentence says them."""
PRACTICES: Final[Mapping[str, re.Pattern[str]]] = {
    "专人负责": re.compile("专人[^。]{0,12}(?:申请|办理|对接|受理)|(?:申请|来件)[^。]{0,14}专人"),
    "台账登记": re.compile(
        "(?:申请|来件|办理|逐件|当日)[^。，]{0,12}(?:台账|登记)|登记[^。，]{0,8}(?:申请|来件)"
    ),
    "部门会商": re.compile("会商|(?:共同|联合)研究"),
    "合法性审核": re.compile("合法性审[核查]|法[律制](?:顾问|人员)[^。，]{0,6}审[核查]"),
    "主动沟通": re.compile("(?:与申请人|电话|当面|主动|逐件)[^。，]{0,6}沟通"),
    "规范文书": re.compile("(?:统一|规范)[^。，]{0,6}文书|文书[^。，]{0,6}(?:规范|统一)"),
}
"""Ways of handling applications that are chosen by name: how an organ says the same in words of its own."""
PRACTICE: Final = "requests.handling"
_REVIEW: Final = "management.review_system"
_STEP: Final = re.compile("[初复终二三]审|审[核批签]|签[发批]|核准")
_STEPS: Final = re.compile("([二三四五])级?审(?!.?.?校)")
_REVIEW_FIRST: Final = re.compile("审[^。，]{0,8}后[^。，]{0,4}(?:发布|公开)|未经审[核查]")
CAUSE: Final = "overview.cause"
"""The fact of why a count moved; behind a colon what the number is called that it explains."""
_NEEDED: Final = frozenset(
    {Kind.COUNT, Kind.AMOUNT, Kind.LIST, Kind.CHOICES, Kind.TEXT, Kind.CHOICE, Kind.PARAGRAPH}
)
_ELSEWHERE: Final = frozenset({"profile", "signature", "problems"})
"""Facts that stand in the opening, below the report or in lists of part five."""
_TWINS: Final = {
    "other.fee_charged": "other.fee_received",
    "other.fee_received": "other.fee_charged",
}
"""What was asked for and what was paid: where both are the same, one sentence says both."""
_COMMON_PAIRS: Final = frozenset(
    {"设置", "开展", "组织", "举办", "发布", "公开", "信息", "政府", "政务", "数量"}
)
"""Of a label: what many others have too."""
_ENDING: Final = re.compile("(?<=..)(?:制度|机制|程序)$")


def items_of(report: Report) -> tuple[LocalItem, ...]:
    """The organ's own indicators that were answered."""
    items = report.fact(OWN_ITEMS)
    return tuple(item for item in items if isinstance(item, LocalItem)) if isinstance(items, tuple) else ()


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


def says(text: str, fact: str, value: Value) -> bool:
    """Whether a text says a fact that is no number: its words, or, answered yes or no, words for it."""
    evidence = EVIDENCE.get(fact)
    if evidence is not None and evidence.search(text):
        return True
    plain = text.replace("“", "").replace("”", "")
    if isinstance(value, str):
        return (len(value) > 1 and _core(value) in plain) or (fact == _REVIEW and _shows(text, value))
    texts = [part for part in value if isinstance(part, str)] if isinstance(value, tuple) else []
    return bool(texts) and all(says_part(plain, part) for part in texts)


def says_part(text: str, part: str) -> bool:
    """Whether a text says one entry of a list, by its words or by what an organ says for them."""
    practice = PRACTICES.get(part)
    return _core(part) in text or (practice is not None and practice.search(text) is not None)


def _shows(text: str, review: str) -> bool:
    """Whether a sentence of ``text`` tells the way of reviewing step by step instead of by its name."""
    steps = _STEPS.search(review)
    if steps is None:
        return review.startswith("先审后发") and _REVIEW_FIRST.search(text) is not None
    least = "二三四五".index(steps[1]) + 2
    return any(len(_STEP.findall(sentence)) >= least for sentence in text.split("。"))


@lru_cache(maxsize=256)
def _core(words: str) -> str:
    """Words as a sentence may have them: without quotation marks, 制度 or 机制."""
    return _ENDING.sub("", words.replace("“", "").replace("”", "").strip("。；， "))


def twins_of(fact: str, report: Report) -> frozenset[str]:
    """The fact that is said with this one, where both have the same number."""
    twin = _TWINS.get(fact, "")
    return frozenset({twin} if twin and report.fact(twin) == report.fact(fact) else ())


def says_all(text: str, fact: str) -> bool:
    """Whether a text says that all of a number told before is this: 「解读6篇，均为视频解读」."""
    return f"均为{FACTS[fact].label}" in text


def stands(paragraph: str, key: str, fact: str, value: Quantity | Decimal) -> bool:
    """Whether a paragraph has the number of a fact beside words of its label, in whatever wording.

    What is read as the number of anything else does not count."""
    known = FACTS[fact]
    label = known.label
    pairs = {label[at : at + 2] for at in range(len(label) - 1)} - _COMMON_PAIRS
    wanted = value.value if isinstance(value, Quantity) else value
    others = {statement.at for statement in statements(paragraph, key)}
    return any(
        number.measure == known.measure
        and number.value == wanted
        and not any(start <= number.start < stop for start, stop in others)
        and any(pair in _clause_before(paragraph, number.start) for pair in pairs)
        for number in quantities(paragraph)
    )


def _clause_before(text: str, at: int) -> str:
    return text[max(text.rfind(mark, 0, at) for mark in "，。；、") + 1 : at]


def unsaid(report: Report, paragraphs: Mapping[str, str]) -> tuple[str, ...]:
    """Facts that were answered with something and that no paragraph speaks of, in the order of the facts.

    Of an own indicator its path, ``platform.items:名称``."""
    text = "\n".join(paragraphs.values())
    told = {
        statement.subject
        for key, paragraph in paragraphs.items()
        for statement in statements(paragraph, key)
        if statement.number is not None and statement.of_this_year
    }
    lost = [fact for fact in FACTS if _is_lost(fact, report, paragraphs, told)]
    lost += [
        path
        for path, value in report.facts.items()
        if path.startswith(f"{CAUSE}:") and not says(text, path, value)
    ]
    items = [item for item in items_of(report) if item.quantity.value]
    silent = [item for item in items if not _item_said(item, text)]
    as_items = {fact for item in items if item not in silent for fact in same_matter(item, report)}
    named = [f"{OWN_ITEMS}:{item.name}" for item in silent if not same_matter(item, report) & told]
    return (*(fact for fact in lost if fact not in as_items), *named)


def paragraph_of(path: str, report: Report) -> str:
    """The key of the paragraph where a fact or an own indicator belongs."""
    subject, _, name = path.partition(":")
    topic = subject.partition(".")[0]
    if path.startswith(f"{CAUSE}:"):
        topic = next((fact.topic for fact in FACTS.values() if fact.number_name == name), topic)
    elif subject == OWN_ITEMS:
        topic = next((item.topic for item in items_of(report) if item.name == name), topic)
    if topic in report.form.topics:
        return f"overview.{topic}"
    return {"other.matters": subject, "overview.focus": "overview.lead"}.get(subject, "other.fees")


def _item_said(item: LocalItem, text: str) -> bool:
    return item.name in text or any(
        number.measure == item.unit and read_quantity(number.text) == item.quantity
        for number in quantities(text)
    )


def _is_lost(fact: str, report: Report, paragraphs: Mapping[str, str], told: set[str]) -> bool:
    text = "\n".join(paragraphs.values())
    known, value = FACTS[fact], report.fact(fact)
    if value is None or known.topic in _ELSEWHERE or known.kind not in _NEEDED:
        return False
    if isinstance(value, Quantity | Decimal):
        number = value.value if isinstance(value, Quantity) else value
        if not number or told & {fact, *twins_of(fact, report)} or says_all(text, fact):
            return False
        return not any(stands(paragraph, key, fact, value) for key, paragraph in paragraphs.items())
    return bool(value) and not says(text, fact, value)
