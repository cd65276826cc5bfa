"""The six headings, recognised in the variants that published reports have."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache
from typing import Final

from app.documents.read.likeness import squeeze
from sections.form.model import Form
from sections.form.registry import FORMS, SECTIONS

TABLED: Final = frozenset({"proactive", "requests", "disputes"})
_NUMBERED: Final = re.compile(
    r"(?:第[一二三四五六七]部分|[一二三四五六七八](?=[,.:])|(?P<digit>[1-6])(?=[,.:]))[,.:]?(?P<rest>.*)"
)
_WORDS: Final = tuple(
    (section, re.compile(words))
    for section, words in (
        ("overview", r"总体情况$|^概述$|^基本情况$"),
        ("disputes", r"复议.*诉讼|诉讼.*复议"),
        ("requests", r"(?:收到|受理|依申请).*(?:申请|公开)|申请.*情况$"),
        ("proactive", r"^(?:政府)?(?:信息)?主动公开|主动公开.*情况"),
        (
            "problems",
            r"(?:问题|不足|困难|短板).*(?:改进|措施|整改|打算|情况|思路|方向)|存在的?(?:主要)?(?:问题|不足)|^下一?步",
        ),
        ("other", r"其[他它].*(?:需要?报告|事项|情况)"),
    )
)
_FIRST: Final = re.compile(
    r"(?:第一部分|一|1)[,.:]*(?:20\d\d年度?|本?年度|全年)?[^,]{0,12}?(?:总体|基本|工作|公开|开展)[^,]{0,6}(?:情况|概况|概述)"
)
"""Part one by other words, where its number says which it is."""
_UNNUMBERED: Final[dict[str, re.Pattern[str]]] = {
    "overview": re.compile(r"总体情况"),
    "proactive": re.compile(r"主动公开(?:政府)?信息(?:的)?情况"),
    "requests": re.compile(r"(?:收到和处理|收到及处理|受理和处理).{0,12}申请(?:的)?情况"),
    "disputes": re.compile(r"(?:因)?政府信息公开.{0,12}行政复议.{0,8}诉讼(?:的)?情况"),
    "problems": re.compile(
        r".{0,12}存在的?(?:主要)?(?:问题|不足)(?:及|和|与|以及).{0,8}(?:改进|整改|措施|打算|情况).{0,6}"
    ),
    "other": re.compile(r"其[他它](?:需要)?报告的?(?:事项|情况)"),
}
"""What the headings say that have lost their number; a whole line, so that no sentence is taken for one."""
_DIGITS: Final = dict(zip("123456", SECTIONS, strict=True))
_RUN_IN: Final = re.compile(
    r"(?P<heading>[^：:。]{4,40}?)(?:[：:。]\s*(?=\S)|\s*(?=无。?$))(?P<rest>.+)", re.DOTALL
)
_LONGEST: Final = 36
_MOST: Final = 200
"""Characters of a heading with the white space in it."""
_ALIKE: Final = 0.85


class Wording(Enum):
    """How a heading is worded: to the letter, with the Chinese number of its part, otherwise, with digits."""

    OF_THE_FORM = 1
    NUMBERED = 2
    OTHER = 3
    WITH_DIGITS = 4


def wording_of(text: str, section: str) -> Wording:
    """How the heading ``text`` of a part is worded."""
    line = squeeze(text).removesuffix("。")
    if _headings(tuple(FORMS.values())).get(line) == section:
        return Wording.OF_THE_FORM
    match = _NUMBERED.fullmatch(line)
    if match and match["digit"]:
        return Wording.WITH_DIGITS
    number = "一二三四五六"[SECTIONS.index(section)]
    return Wording.NUMBERED if line.startswith((number, f"第{number}")) else Wording.OTHER


def heading_of(text: str) -> str | None:
    """The section whose heading ``text`` is, or None. A topic 「（一）…」 is no heading of a section."""
    return _heading_of(text, tuple(FORMS.values())) if len(text) <= _MOST else None


@lru_cache(maxsize=2048)
def _heading_of(text: str, forms: tuple[Form, ...]) -> str | None:
    line = squeeze(text).removesuffix("。")
    headings = _headings(forms)
    if line in headings:
        return headings[line]
    if not 3 <= len(line) <= _LONGEST or line.startswith("(") or re.search(r"[。;!?]", line):
        return None
    match = _NUMBERED.fullmatch(line)
    if match is None:
        return _unnumbered(line.rstrip(":"), headings)
    rest = match["rest"].rstrip(":,.")
    found = next((section for section, words in _WORDS if words.search(rest)), None)
    if found is None and _FIRST.fullmatch(line.rstrip(":,.")):
        return "overview"
    return found if match["digit"] is None or _DIGITS[match["digit"]] == found else None


def split_heading(text: str) -> tuple[str, str]:
    """A heading and the text behind it on its line (「六、其他需要报告的事项：无」), or the line and 「」."""
    match = _RUN_IN.fullmatch(text)
    if match and _NUMBERED.fullmatch(squeeze(match["heading"])) and heading_of(match["heading"]):
        return match["heading"], match["rest"]
    return text, ""


def is_cut(text: str, more: str) -> bool:
    """Whether two lines are one heading of a form, of which the first alone is not yet it."""
    if len(text) + len(more) > 2 * _LONGEST:
        return False
    headings = _headings(tuple(FORMS.values()))
    return squeeze(text + more) in headings and squeeze(text) not in headings


@lru_cache(maxsize=8)
def _headings(forms: tuple[Form, ...]) -> Mapping[str, str]:
    """Every heading of every form, squeezed, with its section."""
    return {squeeze(text): section for form in forms for section, text in form.headings.items()}


def _unnumbered(line: str, headings: Mapping[str, str]) -> str | None:
    said = next((section for section, words in _UNNUMBERED.items() if words.fullmatch(line)), None)
    if said or "," in line:
        return said
    return next((section for text, section in headings.items() if _ratio(line, text[2:]) >= _ALIKE), None)


def _ratio(line: str, heading: str) -> float:
    if not len(heading) * 0.7 < len(line) < len(heading) * 1.4:
        return 0.0
    return SequenceMatcher(None, line, heading, autojunk=False).ratio()
