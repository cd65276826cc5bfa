"""Labels of the form recognised in spite of white space, other brackets and quotes, and typing slips."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from sections.form import (
    DISPUTE_COLUMNS,
    DISPUTE_GROUPS,
    LEGAL_PERSON,
    PROACTIVE_COLUMNS,
    PROACTIVE_DOCUMENT_ROWS,
    PROACTIVE_SINGLE_ROWS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    RESULT_GROUPS,
)

ALIKE: Final = 0.8
MARGIN: Final = 0.06
LONGEST: Final = 60
_MARKS: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": '"', "’": '"', "'": '"', "「": '"', "」": '"', "、": ","}
)
_NUMBERING: Final = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[,.:．])")
_ASIDE: Final = re.compile(r"\(.*?\)?$")
_SPACE: Final = re.compile(r"[\s\u200b-\u200f\ufeff]+")


def squeeze(text: str) -> str:
    """The label without white space, in one form of brackets and quotes."""
    return unicodedata.normalize("NFKC", _SPACE.sub("", text)).translate(_MARKS)


def bare(text: str) -> str:
    """The label squeezed and without its number and what stands in brackets behind it."""
    plain = _NUMBERING.sub("", squeeze(text))
    return _ASIDE.sub("", plain) or plain


def closest(text: str, known: dict[str, str]) -> str | None:
    """The name whose label (a key of ``known``, bare) is most like ``text``; None when none is clearly so."""
    label = bare(text)
    if label in known:
        return known[label]
    if not 2 <= len(label) <= LONGEST or label.isascii():
        return None
    counted = Counter(label)
    scored = sorted(
        ((_ratio(label, other), name) for other, name in known.items() if _near(counted, len(label), other)),
        reverse=True,
    )
    if not scored:
        return None
    best = scored[0]
    second = next((other for other in scored if other[1] != best[1]), (0.0, ""))
    return best[1] if best[0] >= ALIKE and best[0] - second[0] >= MARGIN else None


def _near(counted: Counter[str], length: int, other: str) -> bool:
    """Whether two labels share enough characters to be alike in any order; the cheap test first."""
    whole = (length + len(other)) * ALIKE / 2
    return min(length, len(other)) >= whole and (counted & _letters(other)).total() >= whole


@cache
def _letters(label: str) -> Counter[str]:
    return Counter(label)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _by_label(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {bare(label): name for label, name in pairs}


_SHORT_ROWS: Final = {
    "逾期不补正": "other_no_correction",
    "申请人逾期不补正": "other_no_correction",
    "申请人无正当理由逾期不补正": "other_no_correction",
    "逾期不缴费": "other_no_fee",
    "逾期未缴费": "other_no_fee",
    "申请人逾期不缴费": "other_no_fee",
    "申请人逾期未按收费通知要求缴纳费用": "other_no_fee",
    "没有现成信息": "unavailable_needs_creation",
    "不掌握相关政府信息": "unavailable_not_held",
}
"""Labels that reports shorten too far to be alike."""
_REQUEST_ROWS: Final = _SHORT_ROWS | _by_label(
    (r.label, r.name) for r in REQUEST_ROWS if r.name != "other_other"
)
_GROUPS: Final = _by_label((label, label) for label in RESULT_GROUPS)
_REQUEST_COLUMNS: Final = _by_label([*((c.label, c.name) for c in REQUEST_COLUMNS), (LEGAL_PERSON, "legal")])
_PROACTIVE_ROWS: Final = _by_label((r.label, r.name) for r in PROACTIVE_DOCUMENT_ROWS + PROACTIVE_SINGLE_ROWS)
_PROACTIVE_COLUMNS: Final = _by_label(
    [*((c.label, c.name) for c in PROACTIVE_COLUMNS), ("本年处理决定数量", "value"), ("本年收费金额", "fees")]
)
_DISPUTE_COLUMNS: Final = _by_label([*((c.label, c.name) for c in DISPUTE_COLUMNS), ("其他", "other")])
_DISPUTE_GROUPS: Final = _by_label([*((g.label, g.name) for g in DISPUTE_GROUPS), ("行政诉讼", "litigation")])
_BANDS: Final = {"本年度办理结果": "results", "申请人情况": "applicants"}
_TRIAL_HEADS: Final = {
    label: label
    for label in (
        "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "处理决定数量",
        "采购项目数量", "采购总金额",
    )
}  # fmt: skip
TRIAL_ROWS: Final = frozenset({"其他对外管理服务事项", "政府集中采购"})
"""Rows of part two in the trial form of 2019 that today's form does not have."""
OTHER_GROUP: Final = next(label for label in RESULT_GROUPS if "其他处理" in label)


def is_short(text: str) -> bool:
    """Whether a label is one of the short forms that reports commonly print."""
    return bare(text) in _SHORT_ROWS


_EXACT: Final = frozenset().union(
    _REQUEST_ROWS, _GROUPS, _REQUEST_COLUMNS, _PROACTIVE_ROWS, _PROACTIVE_COLUMNS, _DISPUTE_COLUMNS,
    _DISPUTE_GROUPS, _BANDS,
) - {"其他"}  # fmt: skip


def is_whole_label(text: str) -> bool:
    """Whether a text is a label of the form to the letter; 「其他」 may be the beginning of one."""
    plain = bare(text)
    return plain in _EXACT or plain.startswith("第二十条")


@lru_cache(maxsize=4096)
def request_row(text: str, group: str = "") -> str | None:
    """The row of part three that a label names; 「其他」 is one only inside （六）其他处理."""
    if bare(text) == "其他":
        return "other_other" if group == OTHER_GROUP else None
    return closest(text, _REQUEST_ROWS)


@lru_cache(maxsize=4096)
def request_group(text: str) -> str | None:
    """The group of outcomes that a label names, e.g. （三）不予公开."""
    return closest(text, _GROUPS)


@lru_cache(maxsize=4096)
def request_column(text: str) -> str | None:
    """The column of part three that a head names; 「legal」 for the head over five of them."""
    return closest(text, _REQUEST_COLUMNS)


@lru_cache(maxsize=4096)
def proactive_row(text: str) -> str | None:
    """The row of part two that a label names."""
    return closest(text, _PROACTIVE_ROWS)


@lru_cache(maxsize=4096)
def proactive_column(text: str) -> str | None:
    """The head of part two: issued, repealed, in_force, value or fees."""
    return closest(text, _PROACTIVE_COLUMNS)


@lru_cache(maxsize=4096)
def dispute_column(text: str) -> str | None:
    """The outcome of part four that a head names."""
    return closest(text, _DISPUTE_COLUMNS)


@lru_cache(maxsize=4096)
def dispute_group(text: str) -> str | None:
    """The group of part four that a head names; 「litigation」 for the head over two of them."""
    return closest(text, _DISPUTE_GROUPS)


@lru_cache(maxsize=4096)
def request_band(text: str) -> str | None:
    """What stands over rows or columns of part three: results or applicants."""
    return closest(text, _BANDS)


@lru_cache(maxsize=4096)
def trial_head(text: str) -> str | None:
    """The head of part two of the trial form of 2019, in the words of that form."""
    return closest(text, _TRIAL_HEADS)


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a text is a label, a head or a band of one of the three tables."""
    plain = bare(text)
    return (
        plain in {"其他", "信息内容"}
        or plain in TRIAL_ROWS
        or plain.startswith(("第二十条", "本列数据的勾稽关系"))
        or any(
            known(text)
            for known in (
                proactive_row, proactive_column, request_group, request_column, request_row, dispute_column,
                dispute_group, request_band, trial_head,
            )
        )
    )  # fmt: skip
