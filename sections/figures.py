"""The numbers of the narrative: facts that the questions ask for, found in prose by patterns.

Used by the importer (last year's figures) and by the rules (prose against answers)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from sections.figure_patterns import LINK, NOT_SO, NOTHING, NUMBER, PATTERNS, SUMS, WORDS
from sections.language.numerals import normalise, read_decimal, read_quantity
from sections.report.parts import Figure
from sections.report.values import FACTS

LONGEST: Final = 30_000
"""Characters of a paragraph that are searched; no paragraph of a report is longer."""
LONGEST_ALL: Final = 60_000
"""Characters of all paragraphs together that are searched; a report has some 8,000."""

_JOINT: Final = re.compile(r"(?<![0-9余多万条篇件期个次场项份轮处人名）)》])[、和及与或]$")
"""Before a thing that shares its number with the thing before it: 「公文和政策解读9条」."""
_TOTAL: Final = "proactive.published_total"
_CHANNEL: Final = re.compile(
    r"(?:网站|平台|微信|微博|公众号|客户端|公报|宣传册|公[示告]栏|电子屏)[^，。；等]{0,8}$"
)
_CHANNELS: Final = ("proactive.wechat", "proactive.weibo", "proactive.other_channels")

_CHANGE: Final = (
    rf"(?:[^，。；（）]{{0,6}})?[，,（(]?(?:较|比|同比)(?:去年|上年|上一年度?|上年度)?(?:同期)?"
    rf"(?P<way>新增|增加|增长|多|增|减少|下降|少|减|持平|相同)(?:了)?(?P<by>{NUMBER})?(?P<of>[%％件条项个次期篇场人])?"
)
_SAME: Final = re.compile(r"[，,（(]?(?:与|和|同)(?:去年|上年)(?:持平|相同)")
_LOCAL: Final = re.compile(
    rf"(?P<name>[^\s，。；：:、0-9（）]{{2,30}}?){LINK}(?P<n>{NUMBER})(?P<unit>[项个次期件条场篇家户份处])(?={_CHANGE})"
)
_MADE: Final = (
    r"(?P<verb>制作|形成|优化|印发|编制|编印|建成|发放|录制|拍摄|推送|接待|赠阅|开展|举办|办理|完善|新增|新开设|新设立|新设"
    r"|新建)"
)
_TELLING: Final = frozenset({"优化", "新增", "新开设", "新设立", "新设", "新建"})
"""What was done is part of the name: 18 columns opened this year are not 18 columns."""
_PIECES: Final = r"(?:项|个|次|期|篇|家|户|份|处|部|套|册|场|人次|条|件)"
_MADE_BEHIND: Final = re.compile(
    rf"{_MADE}(?P<name>[\u4e00-\u9fff“”《》]{{2,14}}?){LINK}(?P<n>{NUMBER})(?P<unit>{_PIECES})(?=[，。；、（])"
)
_MADE_BEFORE: Final = re.compile(
    rf"{_MADE}(?P<n>{NUMBER})(?P<unit>{_PIECES})(?P<name>[\u4e00-\u9fff“”《》]{{2,14}}?)(?=[，。；、（])"
)
"""Numbers of the organ's own: 「制作119期政策问答」 and 「印发通报4期」."""
_LOCAL_LIST: Final = re.compile(r"(?:具体工作中|结合职责|从具体事项看)，(?P<list>[^。]{4,400})。")
_LOCAL_PART: Final = re.compile(
    rf"(?P<name>[^，；。]{{2,40}}?)(?P<n>{NUMBER})(?P<unit>[^\d，；。]{{1,3}})(?=，|；|。|$)"
)
_LEADING: Final = re.compile(
    r"^(?:20\d\d年度?|年度?|全年|本年度?|其中|共|新)*(?:完善|完成|开展|建成|办理|发布|实施|推进|举办|落实)?"
)
_NOT_OF_REQUESTS: Final = frozenset({"overview.management", "overview.platform", "overview.supervision"})
"""Paragraphs in which 「办结」 and 「受理」 are said of other things."""
_ELSEWHERE: Final = {"requests.total.total": frozenset({"overview.proactive"})}
_SENTENCE: Final = re.compile(r"[^。]+。?")
_COUNTS: Final = re.compile(r"[0-9〇零一二两三四五六七八九十百千万亿]")
_NOT_NOW: Final = re.compile(r"去年|上年|上一年|计划|力争|拟于")
_CLAUSE: Final = 40
_NEAR: Final = 16
_NO_NAME: Final = re.compile(r"^(?:(?:信息|文件|内容)$|[较比同了]|.*(?:同比|增长|减少|下降|达到|第$))")
_WHOLE_UNITS: Final = ("人次", "万元")
_MORE: Final = frozenset({"新增", "增加", "增长", "多", "增"})
_TOPICS: Final = ("proactive", "requests", "management", "platform", "supervision")


def find_figures(paragraphs: Mapping[str, str]) -> list[Figure]:
    """The figures in ``paragraphs`` (key as in ``report.PARAGRAPHS`` -> text), each fact once, in order."""
    found: dict[str, Figure] = {}
    locals_: list[Figure] = []
    left = LONGEST_ALL
    for key, raw in paragraphs.items():
        text = normalise(raw[: max(0, min(LONGEST, left))])
        left -= len(text)
        taken: list[tuple[int, int]] = []
        for fact, figure, span in _facts(key, text):
            taken.append(span)
            found.setdefault(fact, figure)
        if key.removeprefix("overview.") in _TOPICS:
            locals_ += _local_items(text, taken)
    _drop_part(found)
    return [*found.values(), *locals_]


def _drop_part(found: dict[str, Figure]) -> None:
    """Take away what one of several channels published where it was read as the total."""
    total, site = found.get(_TOTAL), found.get("proactive.website")
    several = any(channel in found for channel in _CHANNELS)
    if total and site and several and total.quote in site.quote:
        del found[_TOTAL]


@cache
def _compiled(fact: str) -> tuple[re.Pattern[str], ...]:
    """Compiled when a sentence first has a word of the fact: all at once would delay the first screen."""
    patterns = PATTERNS.get(fact) or (SUMS[fact][1],)
    return tuple(re.compile(one.replace("#", f"(?P<n>{NUMBER})(?P<unit>", 1) + ")") for one in patterns)


def _matches(fact: str, text: str, told: Sequence[tuple[int, int, str]]) -> list[re.Match[str]]:
    """What reads like a number of ``fact``, by the order of its wordings and then of the text."""
    words = WORDS[fact]
    where = [(start, end) for start, end, sentence in told if any(word in sentence for word in words)]
    if not where:
        return []
    found = [match for one in _compiled(fact) for span in where for match in one.finditer(text, *span)]
    if fact == _TOTAL:
        found.sort(key=lambda match: (_is_part(text, match), match.start()))
    return found


def _told(text: str) -> list[tuple[int, int, str]]:
    """The sentences that have a number, each with where it stands."""
    return [(*match.span(), match[0]) for match in _SENTENCE.finditer(text) if _COUNTS.search(match[0])]


@cache
def _nothing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((fact, re.compile(pattern)) for fact, pattern in NOTHING.items())


def _facts(key: str, text: str) -> Iterator[tuple[str, Figure, tuple[int, int]]]:
    if not (key.startswith(("overview", "other", "opening"))):
        return
    told = _told(text)
    for fact in WORDS:
        if fact.startswith("requests.") and key in _NOT_OF_REQUESTS | _ELSEWHERE.get(fact, frozenset()):
            continue
        name = SUMS[fact][0] if fact in SUMS else ""
        for match in _matches(fact, text, told):
            figure = _figure(fact, text, match)
            if figure is not None and _is_so(fact, text, match):
                yield fact, figure.model_copy(update={"name": name}) if name else figure, match.span("n")
    for fact, pattern in _nothing():
        if said := pattern.search(text):
            unit = FACTS[fact].unit if fact in FACTS else "件"
            yield fact, Figure(id=fact, value=0, quote=said[0], unit=unit), said.span()


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether what reads like the total is told of a single channel or of a part."""
    sentence = text[text.rfind("。", 0, match.start()) + 1 : match.start()]
    return "其中" in sentence or bool(_CHANNEL.search(_before(text, match)))


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _NEAR) : match.start()]


def _is_so(fact: str, text: str, match: re.Match[str]) -> bool:
    """Whether the number is of this fact alone, and of this year."""
    if _JOINT.search(_before(text, match)) or _of_another_time(fact, text, match.start()):
        return False
    words = NOT_SO.get(fact)
    return words is None or not re.search(words, _clause(text, match.start("n")))


def _clause(text: str, end: int) -> str:
    """What stands before ``end``, from the last comma on."""
    return re.split(r"[，。；：]", text[max(0, end - _CLAUSE) : end])[-1]


def _of_another_time(fact: str, text: str, at: int) -> bool:
    """Whether the words before a number speak of last year or of a plan."""
    return not fact.startswith("requests.carried") and bool(_NOT_NOW.search(_clause(text, at)))


def _figure(fact: str, text: str, match: re.Match[str], name: str = "") -> Figure | None:
    value = _value(match["n"])
    if value is None:
        return None
    unit = next((whole for whole in _WHOLE_UNITS if match["unit"].startswith(whole)), match["unit"][:1])
    at = match["name"].rfind(name) if name else -1
    start = match.start() if at < 0 else match.start("name") + at
    last, end = _last_year(text, match.end("unit"), value if isinstance(value, int) else None)
    start, end = min(start, match.start("n")), max(end, match.end())
    return Figure(id=fact, value=value, quote=text[start:end], unit=unit, name=name, last_year=last)


def _value(text: str) -> int | float | str | None:
    """A number as it is counted with, or the words of an approximate one."""
    quantity = read_quantity(text)
    if quantity is not None:
        return quantity.value if quantity.exact else re.sub(r"[,，' ]", "", str(quantity))
    exact = read_decimal(text)
    return None if exact is None else float(exact)


def _last_year(text: str, at: int, value: int | None) -> tuple[int | None, int]:
    """What the words behind a number say of the year before, and where they end."""
    if value is not None and (same := _SAME.match(text, at)):
        return value, same.end()
    change = re.compile(_CHANGE).match(text, at)
    if change is None or value is None:
        return None, at
    if change["way"] in {"持平", "相同"}:
        return value, change.end()
    by = read_quantity(change["by"]) if change["by"] else None
    if by is None or not by.exact or (change["of"] or "") in {"%", "％"}:
        return None, at
    before = value - by.value if change["way"] in _MORE else value + by.value
    return (before if before >= 0 else None), change.end()


def _local_items(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    seen: set[int] = set()
    matches = [
        m for part in _LOCAL_LIST.finditer(text) for m in _LOCAL_PART.finditer(text, *part.span("list"))
    ]
    matches += [m for words in (_LOCAL, _MADE_BEHIND, _MADE_BEFORE) for m in words.finditer(text)]
    for match in matches:
        start = match.start("n")
        name = _named(match)
        if start in seen or any(a <= start < b for a, b in taken) or not name or _NO_NAME.match(name):
            continue
        seen.add(start)
        figure = _figure("platform.items", text, match, name)
        if figure is not None and not _of_another_time("platform.items", text, match.start()):
            yield figure


def _named(match: re.Match[str]) -> str:
    """What a local item is called."""
    name = _LEADING.sub("", match["name"].strip('“”"，'))
    verb = match.groupdict().get("verb") or ""
    return verb + name if name and verb in _TELLING else name
