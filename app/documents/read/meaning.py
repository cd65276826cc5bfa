"""What the text of a report says: its period, how to reach the organ, its problems and their measures."""

import datetime as dt
import re
from typing import Final

from sections.numerals import normalise
from sections.problems import Problem
from sections.report import Period, Profile, Signature

_DAY: Final = r"(20\d{2})年(\d{1,2})月(\d{1,2})日"
_PERIOD: Final = re.compile(rf"{_DAY}起?(?:至|到|—|－|-|～|~)+(?:{_DAY}|()(\d{{1,2}})月(\d{{1,2}})日)")
_DATE: Final = re.compile(rf"{_DAY}")
_CONTACT: Final[dict[str, re.Pattern[str]]] = {
    "telephone": re.compile(
        r"(?:电话|联系方式)[^0-9。；]{0,8}((?:\(?0\d{2,3}\)?[-—－– ]?)?\d{7,8}(?:转\d+)?|1[0-9]{10}|123\d\d)"
    ),
    "email": re.compile(r"([A-Za-z0-9._%+-]{1,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){1,4})"),
    "postcode": re.compile(r"(?:邮政编码|邮编)[:：为是]?\s*(\d{6})"),
    "address": re.compile(r"地址(?:[:：]|为|是|在|位于)\s*([^，。；;、（）()\n]{4,60})"),
}
_WEBSITE: Final = re.compile(
    r"(?:登录|可在|可以在|可从|可通过|全文在|在)([^，。；\n]{2,40}?(?:网站|网|平台)(?:[（(][^（）()\n]{4,80}[）)])?)"
    r"[^，。；\n]{0,16}?(?:查阅|下载|查询|公布|查看|公开|获取)"
)
_URL: Final = re.compile(r"((?:https?://|www\.)[A-Za-z0-9./_?=&%:-]{4,120})")
_LONGEST: Final = 20_000
_MOST_ITEMS: Final = 60
_ITEM: Final = re.compile(r"([一二三四五六七八九十])是")
_IMPROVED: Final = re.compile(r"(?:上年|去年|上一年).*(?:整改|改进|问题|不足)")
_MEASURE: Final = re.compile(r"改进情况|改进措施|改进|措施|整改|下一步|下步|下一年|针对|今后|为解决|将")
_FOUND: Final = re.compile(r"不足|问题|差距|短板|薄弱|困难")
_SINGLE: Final = re.compile(r"(?:主要是|主要问题是|不足是|问题是)(.{2,200}?)。")
_SINGLE_MEASURE: Final = re.compile(
    r"(?:下一步|下一年度|今后|针对)[^。]{0,30}?将(.{2,400}?)。(?:\n|$)", re.DOTALL
)
_COMMON: Final = re.compile(r"政府信息公开|政务公开|信息公开|进一步|工作|加强|提升|不够|需要?")


def read_period(text: str) -> Period | None:
    """The days the numbers cover, where the text says them."""
    match = _PERIOD.search(re.sub(r"\s", "", normalise(text[:_LONGEST])))
    if match is None:
        return None
    y1, m1, d1, y2, m2, d2, _, m3, d3 = match.groups()
    try:
        start = dt.date(int(y1), int(m1), int(d1))
        return Period(start=start, end=dt.date(int(y2 or y1), int(m2 or m3), int(d2 or d3)))
    except ValueError:
        return None


def read_profile(name: str, text: str) -> Profile:
    """The organ's contact as its opening states it."""
    plain = normalise(text[:_LONGEST])
    found = {key: match[1] for key, pattern in _CONTACT.items() if (match := pattern.search(plain))}
    site = _WEBSITE.search(plain) or _URL.search(plain)
    if site:
        found["website"] = site[1]
    return Profile(name=name, **found)


def read_signature(paragraphs: list[str], unit: str) -> tuple[list[str], Signature | None]:
    """The paragraphs without a closing organ and date, and these."""
    if not paragraphs:
        return paragraphs, None
    match = _DATE.fullmatch(re.sub(r"\s", "", normalise(paragraphs[-1])))
    if match is None:
        return paragraphs, None
    try:
        date = dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return paragraphs, None
    rest, organ = paragraphs[:-1], unit
    if rest and len(rest[-1]) <= 30 and not re.search(r"[。；：]|^无$", rest[-1]):
        organ = re.sub(r"\s", "", rest.pop())
    return rest, Signature(organ=organ, date=date)


# --- part five ----------------------------------------------------------------------------------------


def read_problems(text: str) -> tuple[Problem, ...]:
    """The problems 「一是…；二是…」 of part five, each with the measure that answers it."""
    text = text[:_LONGEST]
    found: list[str] = []
    measures: list[str] = []
    for kind, items in _runs(text):
        if kind == "found" and not found:
            found = items
        elif kind == "measure" and found and not measures:
            measures = items
    if not found and (match := _SINGLE.search(text)):
        found = [_trim(match[1])]
    if len(found) == 1 and not measures and (match := _SINGLE_MEASURE.search(text)):
        measures = [_trim(match[1])]
    if found and not measures:
        measures = _titled(text)
    return tuple(
        Problem(problem=one, measure=measure)
        for one, measure in zip(found, _pair(found, measures), strict=True)
    )


def _runs(text: str) -> list[tuple[str, list[str]]]:
    """The enumerations of the text with what each is: found, measure or improved."""
    marks = list(_ITEM.finditer(text))[:_MOST_ITEMS]
    starts = [i for i, mark in enumerate(marks) if mark[1] == "一"]
    runs: list[tuple[str, list[str]]] = []
    end = 0
    for number, first in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else len(marks)
        kind = _kind(text[end : marks[first].start()], bool(runs))
        items = [text[marks[i].end() : marks[i + 1].start()] for i in range(first, until - 1)]
        tail = text[marks[until - 1].end() :].split("\n", maxsplit=1)[0]
        if kind == "found" or number + 1 < len(starts):
            tail = tail.split("。")[0]
        end = marks[until - 1].end() + len(tail)
        runs.append((kind, [_trim(item) for item in [*items, tail] if _trim(item)]))
    return runs


def _kind(intro: str, later: bool) -> str:
    last = intro.strip().split("\n")[-1]
    if _IMPROVED.search(last) or (not later and _IMPROVED.search(intro) and not _FOUND.search(last)):
        return "improved"
    if _MEASURE.search(last):
        return "measure"
    return "found" if _FOUND.search(intro) or not later else "measure"


def _titled(text: str) -> list[str]:
    """Measures written as paragraphs 「（一）…」."""
    lines = (re.match(r"[（(][一二三四五六七八九][）)](.+)", line.strip()) for line in text.split("\n"))
    return [_trim(match[1]) for match in lines if match and not re.match(r".{0,12}(?:问题|措施)。", match[1])]


def _trim(text: str) -> str:
    return text.strip().rstrip("；;。，,").strip()


def _pair(found: list[str], measures: list[str]) -> list[str]:
    """The measure of each problem: by order, unless the words say clearly that the order is another."""
    if not measures:
        return [""] * len(found)
    likeness = [[len(_pairs(one) & _pairs(measure)) for measure in measures] for one in found]
    best = [_best(row, i) for i, row in enumerate(likeness)]
    clear = len(set(best)) == len(found) and all(row[j] >= 2 for row, j in zip(likeness, best, strict=True))
    if clear:
        return [measures[j] for j in best]
    if len(found) == len(measures):
        return list(measures)
    return [
        measures[j] if row[j] >= 2 and best.count(j) == 1 else ""
        for row, j in zip(likeness, best, strict=True)
    ]


def _pairs(text: str) -> set[str]:
    plain = _COMMON.sub(" ", text)
    return {
        plain[i : i + 2] for i in range(len(plain) - 1) if not re.search(r"[\s，、；。]", plain[i : i + 2])
    }


def _best(likeness: list[int], order: int) -> int:
    """The measure most like a problem; of equals the one that stands where the problem does."""
    return max(range(len(likeness)), key=lambda j: (likeness[j], j == order))
