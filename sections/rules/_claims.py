"""What the narrative says of the tables: requests, outcomes, disputes and documents, with its words.

A claim is a kind (``received``, ``denied``, ``reconsideration`` …), its number and the clause it stands in.
The patterns are data; ``EXPECTED`` says which sums of the tables satisfy a kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from sections.form import APPLICANTS, DISPUTE_COLUMNS, DISPUTE_GROUPS, REQUEST_ROWS, RESULT_GROUPS
from sections.numerals import normalise, read_quantity
from sections.text import sentences

_N: Final = (
    r"(?<![0-9.,〇零一二两三四五六七八九十百千万])(?P<n>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[万亿]?[余多]?"
    r"|[〇零一二两三四五六七八九十百千万]+余?)"
)
_U: Final = r"\s?(?:件次|件|宗|起|例|条|份|项|个)(?!标准|工作日|月|环节|方面)"
_CASES: Final = r"\s?(?:件|宗|起|例)"
_IS: Final = (
    r"(?:（[^（）]*）)?(?:的)?(?:申请)?(?:案件|事项|情形|答复|决定)?"
    r"(?:共计|合计|总计|共有|共|为|有|计|达)?[:：]?\s?"
)
_OBJECT: Final = (
    r"(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:书面|有效)?申请"
    r"|依申请(?:政府|政务)?信息公开(?:申请)?|依申请公开(?:政府|政务)?(?:信息)?(?:的)?(?:申请)?"
    r"|公开(?:政府|政务)?信息(?:的)?申请|公开申请)"
)
_REQUESTS: Final = (
    rf"(?:{_OBJECT}(?:事项|案件|信息|事宜|登记|表)*|(?:书面|有效|各类)?申请)(?:数量|总量|总数)?"
)
_GAP: Final = r"[^，。；：！？0-9、]{0,24}?"
_NEXT: Final = r"(?:下一?个?年度?|次年度?|明年|(?P<year>20[0-9]{2})年度?)"
_NONE: Final = r"(?:未发生|没有发生|未出现|未产生|未收到|没有收到|未接到|未涉及|没有|无)"

_RESULTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("granted", "公开", r"(?<![不分])予以公开|(?:全部|同意|准予)公开"),
    ("partial", "部分公开", r"部分公开"),
    ("denied", "公开", r"不予以?公开"),
    ("unavailable", "提供", r"(?:无法|不能)提供"),
    ("rejected", "处理", r"不予处理"),
    ("other", "其他", r"其他(?:方式)?处理"),
    ("denied_state_secret", "秘密", r"属于?国家秘密"),
    ("denied_law_forbids", "禁止公开", r"法律行政法规禁止公开"),
    ("denied_third_party", "第三方", r"保护第三方合法权益"),
    ("denied_internal_affairs", "内部", r"(?:三类)?内部(?:事务|管理)信息"),
    ("denied_process", "过程性", r"(?:四类)?过程性信息"),
    ("denied_enforcement_file", "案卷", r"行政执法案卷"),
    ("denied_admin_query", "查询", r"行政查询事项"),
    ("unavailable_not_held", "不掌握", r"不掌握(?:相关)?(?:政府)?信息"),
    ("unavailable_needs_creation", "现成", r"没有现成信息(?:需要?另行制作)?"),
    ("unavailable_unclear", "补正", r"补正后(?:申请内容)?仍不明确"),
    ("rejected_petition", "信访", r"信访(?:、?举报、?投诉)?类申请"),
    ("rejected_repeat", "重复", r"重复申请"),
    ("rejected_publication", "出版物", r"公开出版物"),
    ("rejected_excessive", "反复", r"无正当理由大量反复申请"),
    ("other_no_correction", "补正", r"逾期不补正"),
    ("other_no_fee", "缴", r"逾期(?:未|不)(?:按[^，。；]{0,12})?缴(?:纳)?费用?"),
)
"""Rows and groups of the table of part three as running text names them."""

_OUTCOMES: Final = (
    ("upheld", "(?:结果)?维持(?:原(?:行政)?(?:行为|决定|答复))?"),
    ("corrected", "(?:结果)?纠正"),
    ("other", "其他结果"),
    ("pending", "尚?未审结"),
)
_RECEIVE: Final = "新收到?|收到|接到|接收|收悉|收取|共收"
_HANDLE: Final = "收办|受理|办理|处理|登记"
_DOCUMENT: Final = "(?:行政)?规范性文件"
_MAKE: Final = "(?:制发|制定|制订|出台|印发)了?"

_PATTERNS: Final[tuple[tuple[str, str, str], ...]] = (
    ("received", "申请", rf"(?:{_RECEIVE}){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("handled", "申请", rf"(?:{_HANDLE}){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("answered", "申请", rf"(?:办结|答复|回复){_GAP}{_REQUESTS}{_IS}{_N}{_U}"),
    ("received", "申请", rf"(?:{_RECEIVE})了?{_GAP}{_N}{_U}(?:的)?{_GAP}{_OBJECT}"),
    ("handled", "申请", rf"(?:{_HANDLE})了?{_GAP}{_N}{_U}(?:的)?{_GAP}{_OBJECT}"),
    ("received", "新收", rf"新收{_N}{_U}"),
    ("answered", "办结", rf"(?<![未能应待])办结(?:申请)?(?:共计|合计|共)?\s?{_N}{_CASES}"),
    ("due", "办理", rf"(?:共需|应|需要?)办理{_IS}{_N}{_CASES}"),
    ("handled", "申请", rf"{_OBJECT}(?:事项|案件)?(?:数量|总量|总数){_IS}{_N}{_U}"),
    ("natural", "自然人", rf"自然人(?:提出|提交)?(?:的)?(?:{_OBJECT}|申请)?{_IS}{_N}{_U}"),
    (
        "legal",
        "法人",
        rf"法人(?:和|或|及|、)(?:者)?(?:其他|非法人)组织(?:提出|提交)?(?:的)?(?:{_OBJECT}|申请)?{_IS}{_N}{_U}",
    ),
    (
        "carried_out",
        "转",
        rf"转(?:至|到|入)?{_NEXT}(?:继续)?(?:办理|处理|答复)?(?:的)?(?:{_OBJECT})?{_IS}{_N}{_U}",
    ),
    (
        "carried_out",
        "结转",
        rf"{_N}{_U}(?:申请)?(?:尚未办结|正在办理|仍在办理)?[，,]?(?:依法|将|需)?结转(?:至|到|入)?{_NEXT}",
    ),
    (
        "carried_in",
        "结转",
        r"(?:上一?年度?|去年|(?P<year>20[0-9]{2})年度?)结转(?:的)?(?:至|到)?(?:本年度?|今年)?(?:继续)?"
        rf"(?:办理|处理)?(?:的)?(?:{_OBJECT})?{_IS}{_N}{_U}",
    ),
    (
        "disputes_each",
        "复议",
        r"行政复议(?:申请|案件)?(?:、|和|及|或|与)(?:行政)?诉讼(?:案件|数量)?(?:均为|各为|各|均)"
        rf"\s?{_N}{_CASES}",
    ),
    (
        "disputes",
        "复议",
        rf"行政复议(?:申请|案件)?(?:、|和|及|或|与)(?:行政)?诉讼(?:案件)?(?:共计|共|合计|总计)?\s?{_N}{_CASES}",
    ),
    ("reconsideration", "复议", rf"行政复议(?:申请|案件|事项)*{_IS}{_N}{_CASES}"),
    ("reconsideration", "复议", rf"{_N}{_CASES}(?:的)?行政复议(?!决定|、|和|及|与|后)"),
    (
        "litigation_after",
        "复议后",
        rf"(?:经)?复议后(?:再)?(?:提起)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:案件)?{_IS}{_N}{_CASES}",
    ),
    (
        "litigation_direct",
        "直接",
        rf"(?:未经复议)?直接(?:提起)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:案件)?{_IS}{_N}{_CASES}",
    ),
    ("litigation", "诉讼", rf"(?<!复议[、和及或与])(?:行政)诉讼(?:申请|案件|事项)*{_IS}{_N}{_CASES}"),
    ("litigation", "诉讼", rf"{_N}{_CASES}(?:的)?行政诉讼(?!\s?[0-9])"),
    *(
        (f"{group}.{name}", gate, rf"{gate}[^。；复诉]{{0,40}}?(?:{words}){_IS}{_N}{_CASES}")
        for group, gate in (("reconsideration", "行政复议"), ("litigation", "诉讼"))
        for name, words in _OUTCOMES
    ),
    *((row, gate, rf"(?:{words})(?:(?:政府)?信息)?{_IS}{_N}{_U}") for row, gate, words in _RESULTS),
    *(
        (row, gate, rf"{_N}{_U}(?:申请)?(?:系|为|答复为|作出)?(?:{words})(?!\s?[0-9])")
        for row, gate, words in _RESULTS
    ),
    ("issued", "规范性文件", rf"{_MAKE}{_DOCUMENT}(?:共计|共)?\s?{_N}{_U}"),
    ("issued", "规范性文件", rf"{_MAKE}{_N}{_U}{_DOCUMENT}"),
    ("issued", "规范性文件", rf"{_DOCUMENT}(?:本年|当年|新)?{_MAKE}{_N}{_U}"),
    ("repealed", "规范性文件", rf"废止了?{_DOCUMENT}(?:共计|共)?\s?{_N}{_U}"),
    ("repealed", "规范性文件", rf"废止了?{_N}{_U}{_DOCUMENT}"),
    ("in_force", "规范性文件", rf"现行有效(?:的)?{_DOCUMENT}(?:共计|共有|共)?\s?{_N}{_U}"),
    ("in_force", "规范性文件", rf"{_N}{_U}现行有效(?:的)?{_DOCUMENT}"),
    ("repealed", "规范性文件", rf"规范性文件[^。；失]{{0,24}}?废止了?{_N}{_U}(?![^。]*失效)"),
    ("in_force", "规范性文件", rf"规范性文件[^。；]{{0,40}}?现行有效(?:的)?(?:共有|有|共)?\s?{_N}{_U}"),
    ("licences", "许可", rf"行政许可(?:决定|案件)?(?:共计|共)?\s?{_N}{_CASES}"),
    ("penalties", "处罚", rf"行政处罚(?:决定|案件)?(?:共计|共)?\s?{_N}{_CASES}"),
    ("coercive_measures", "强制", rf"行政强制(?:措施|决定|案件)?(?:共计|共)?\s?{_N}{_CASES}"),
    # Statements that there was none: the value is 0.
    (
        "received",
        "申请",
        rf"(?:未|没有)(?:收到|接到|受理|新收到?)过?(?:任何)?[^，。；0-9]{{0,10}}?{_OBJECT}(?!费|的)",
    ),
    ("reconsideration", "复议", rf"{_NONE}[^，。；！？0-9]{{0,30}}?行政复议"),
    ("litigation", "诉讼", rf"{_NONE}[^，。；！？0-9]{{0,36}}?诉讼"),
    ("carried_out", "结转", rf"(?:无|没有)(?:申请|案件)?结转(?:至|到)?{_NEXT}"),
)

_TELLS: Final = re.compile(rf"[0-9〇零一二两三四五六七八九十百千万](?:[余多])?{_U}|[未没无]")
"""What every sentence with a claim has: a number of cases, or the word that there was none."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a sentence first has its gate word: all at once would cost the first screen 50 ms."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the narrative: its kind, the words with it, the number as written, clause and sentence.

    ``year`` is the year named in the words of a carry-over (「结转至2025年」), 0 for none; ``digits`` is
    empty for a statement that there was none."""

    kind: str
    value: int
    quote: str
    digits: str
    clause: str
    sentence: str
    year: int = 0

    def mended(self, value: int) -> str:
        """The quote with another number."""
        place = self.quote.rfind(self.digits)
        return f"{self.quote[:place]}{value}{self.quote[place + len(self.digits) :]}"


def claims(text: str) -> tuple[Claim, ...]:
    """Every exact claim of ``text``, sentence by sentence in order."""
    return tuple(claim for sentence in sentences(text) for claim in _claims(sentence))


@lru_cache(maxsize=4096)
def _claims(sentence: str) -> tuple[Claim, ...]:
    plain = normalise(sentence)
    if not _TELLS.search(plain):
        return ()
    found: dict[int, list[Claim]] = {}
    for kind, gate, expression in _PATTERNS:
        if gate in plain:
            pattern = _compiled(expression)
            for match in pattern.finditer(plain):
                place = match.start("n") if "n" in pattern.groupindex else -match.end()
                if place not in found or (place < 0 and kind not in {claim.kind for claim in found[place]}):
                    found.setdefault(place, []).extend(_read(kind, match, sentence))
    return tuple(claim for place in sorted(found, key=abs) for claim in found[place])


def _read(kind: str, match: re.Match[str], sentence: str) -> Iterator[Claim]:
    groups = match.groupdict()
    start, end = match.span()
    value, digits = 0, ""
    if groups.get("n"):
        number = read_quantity(groups["n"])
        if number is None or not number.exact:
            return
        value, digits = number.value, sentence[match.start("n") : match.end("n")]
    left = max(sentence.rfind(mark, 0, start) for mark in "，；：,;") + 1
    right = min(
        (place for mark in "，；：,;。" if (place := sentence.find(mark, end)) >= 0), default=len(sentence)
    )
    for one in ("reconsideration", "litigation") if kind == "disputes_each" else (kind,):
        yield Claim(
            one,
            value,
            sentence[start:end],
            digits,
            sentence[left:right],
            sentence,
            int(groups.get("year") or 0),
        )


# --- what the tables say ------------------------------------------------------------------------------


def _row(*rows: str, applicants: tuple[str, ...] = ("total",)) -> tuple[str, ...]:
    return tuple(f"requests.{row}.{name}" for row in rows for name in applicants)


_ALL_IN: Final = ("本年新收与上年结转之和", _row("new", "carried_in"))
_NEW: Final = ("本年新收", _row("new"))
_DONE: Final = ("办理结果（七）总计", _row("total"))
_DIRECT, _AFTER = "disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"
_LEGAL: Final = tuple(name for name in APPLICANTS if name != "natural_person")
_GROUP_NAMES: Final = dict(zip(("denied", "unavailable", "rejected", "other"), RESULT_GROUPS, strict=True))

EXPECTED: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "received": (_NEW, _ALL_IN),
    "handled": (_NEW, _ALL_IN, _DONE),
    "answered": (_DONE, _ALL_IN, _NEW),
    "natural": tuple(
        (f"自然人{name}", _row(*rows, applicants=("natural_person",)))
        for name, rows in (
            ("新收", ("new",)),
            ("新收与结转之和", ("new", "carried_in")),
            ("办结", ("total",)),
        )
    ),
    "legal": tuple(
        (f"法人或其他组织{name}", _row(*rows, applicants=_LEGAL))
        for name, rows in (
            ("新收", ("new",)),
            ("新收与结转之和", ("new", "carried_in")),
            ("办结", ("total",)),
        )
    ),
    "due": (_ALL_IN,),
    "carried_in": (("上年结转", _row("carried_in")),),
    "carried_out": (("结转下年度继续办理", _row("carried_out")),),
    **{
        row.name: ((row.label, _row(row.name)),)
        for row in REQUEST_ROWS
        if row.groups and row.name not in {"total", "other_other"}
    },
    **{kind: ((f"{label}各项之和", _row(*RESULT_GROUPS[label])),) for kind, label in _GROUP_NAMES.items()},
    "reconsideration": (("行政复议总计", ("disputes.reconsideration.total",)),),
    "litigation": (("两类行政诉讼总计之和", (_DIRECT, _AFTER)),),
    "litigation_direct": (("未经复议直接起诉总计", (_DIRECT,)),),
    "litigation_after": (("复议后起诉总计", (_AFTER,)),),
    **{
        f"{group}.{name}": (
            (
                f"{named}{column.label}",
                tuple(f"disputes.{one.name}.{name}" for one in DISPUTE_GROUPS if one.name.startswith(group)),
            ),
        )
        for group, named in (("reconsideration", "行政复议"), ("litigation", "行政诉讼"))
        for name, column in ((column.name, column) for column in DISPUTE_COLUMNS if column.name != "total")
    },
    "disputes": (("行政复议与行政诉讼总计之和", ("disputes.reconsideration.total", _DIRECT, _AFTER)),),
    **{
        name: ((f"行政规范性文件{label}", (f"proactive.normative_documents.{name}",)),)
        for name, label in (
            ("issued", "本年制发件数"),
            ("repealed", "本年废止件数"),
            ("in_force", "现行有效件数"),
        )
    },
    "licences": (("行政许可处理决定数量", ("proactive.licences",)),),
    "penalties": (("行政处罚处理决定数量", ("proactive.penalties",)),),
    "coercive_measures": (("行政强制处理决定数量", ("proactive.coercive_measures",)),),
}
"""Kind -> the sums of fields that satisfy it: (what the sum is called, its fields), the plainest first."""

REQUEST_KINDS: Final = frozenset(
    {"received", "handled", "answered", "due", "natural", "legal", "carried_in", "carried_out"}
)
RESULT_KINDS: Final = frozenset(kind for kind, _, _ in _RESULTS)
OUTCOME_KINDS: Final = frozenset(kind for kind in EXPECTED if "." in kind)
DISPUTE_KINDS: Final = OUTCOME_KINDS | {
    "reconsideration",
    "litigation",
    "litigation_direct",
    "litigation_after",
    "disputes",
}
DOCUMENT_KINDS: Final = frozenset(
    {"issued", "repealed", "in_force", "licences", "penalties", "coercive_measures"}
)
