"""What the text of a report says of itself: its period, how to reach the organ, who signed it."""

import datetime as dt
import re
from typing import Final

from app.documents.read.titles import year_of
from sections.language.numerals import chinese_number, normalise
from sections.report.parts import Period, Profile, Signature

_DAY: Final = r"(20\d{2})年(\d{1,2})月(\d{1,2})日"
_PERIOD: Final = re.compile(
    rf"{_DAY}[起始]?(?:至|到|—|－|-|～|~)+(?:{_DAY}|()(\d{{1,2}})月(\d{{1,2}})[日止])"
)
_DATE: Final = re.compile(rf"{_DAY}")
_CHINESE_DATE: Final = re.compile(
    r"二[〇○零ＯO0][〇○零ＯO0一二三四五六七八九]{2}年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
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
_BELOW: Final = re.compile(r"[（(](?:联系|此件|咨询|经办|承办)[^（）()]{2,60}[）)]")
_LONGEST: Final = 20_000
_LONGEST_ORGAN: Final = 30


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
    """The paragraphs without a closing organ and date, and these; whom to ask may stand below them."""
    end = len(paragraphs) - (len(paragraphs) > 1 and _BELOW.fullmatch(paragraphs[-1]) is not None)
    date = _day_of(re.sub(r"\s", "", paragraphs[end - 1])) if end else None
    if date is None:
        return paragraphs, None
    rest, organ = paragraphs[: end - 1], unit
    if rest and _is_organ(rest[-1], unit):
        organ = re.sub(r"\s", "", rest.pop())
    return [*rest, *paragraphs[end:]], Signature(organ=organ, date=date)


def _day_of(line: str) -> dt.date | None:
    """The day that a line is, in digits or in Chinese numerals; None for a day that is none."""
    match, chinese = _DATE.fullmatch(normalise(line)), _CHINESE_DATE.fullmatch(line)
    try:
        if match:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if chinese:
            month, day = (chinese_number(chinese[name]) or 0 for name in ("month", "day"))
            return dt.date(year_of(line[:4]), month, day)
    except ValueError:
        return None
    return None


def _is_organ(line: str, unit: str) -> bool:
    """Whether the line above a date names who signs: the organ itself, or words that are no sentence."""
    own = re.sub(r"\s", "", line) == unit
    return own or (len(line) <= _LONGEST_ORGAN and not re.search(r"[。；：]|^无$", line))
