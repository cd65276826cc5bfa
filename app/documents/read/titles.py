"""The title of a report among the lines above its first heading: whose it is, and of which year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sections.language.numerals import normalise

_YEAR: Final = r"(?P<year>20\d{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})"
_NAME: Final = r"(?:(?:政府|政务)?信息公开|政务公开)(?:工作)?"
_KIND: Final = r"(?:情况)?的?(?:年度报告|年报|报告|年度总结|总结)"
_TITLES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<organ>.*?)(?P<rest>{_YEAR}年?度?{_NAME}{_KIND})",
        rf"(?P<rest>{_YEAR}年?度?)(?P<organ>.*?)(?P<more>{_NAME}{_KIND})",
        rf"(?P<organ>.*?)(?P<rest>{_NAME}{_YEAR}年?度?{_KIND})",
        rf"(?P<organ>.*?)(?P<rest>{_NAME}{_KIND}[（(]?{_YEAR}年?度?[）)]?)",
        rf"(?P<rest>{_NAME}{_KIND})(?P<organ>.*?)(?P<more>[（(]?{_YEAR}年?度?[）)]?)",
    )
)
"""As the form wants it first, then as reports turn it round."""
_ORGAN: Final = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff（）()·“”]{1,48}(?:[府局委办厅院处会队站部室镇乡区市县省旗盟州学所司社馆台关署行团司校园场]|中心|街道|公司|医院|管委会|委员会)"
    r"(?:（[\u4e00-\u9fff、]{2,30}）)?"
)
_BEFORE_ORGAN: Final = re.compile(r"^(?:.{0,10}[:：]|附件\d{0,2}[:：]?|《|【[^】]{0,12}】|关于)+")
_LONGEST: Final = 120
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Title:
    """``text``: organ and name of the document on lines of their own; ``end``: the line behind the title."""

    text: str
    organ: str
    year: int
    end: int


def find_title(lines: Sequence[str]) -> Title | None:
    """The last title in ``lines``: covers, menus and the names of other documents stand above it."""
    found = list(_titles(lines))
    if not found:
        return None
    last = found[-1]
    if last.organ:
        return last
    named = next((title for title in reversed(found) if title.organ and title.year == last.year), None)
    return Title(last.text, named.organ, last.year, last.end) if named else last


def _titles(lines: Sequence[str]) -> Iterator[Title]:
    for end in range(1, len(lines) + 1):
        best: Title | None = None
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            made = _title("".join(lines[start:end]), end)
            if made and (made.organ or best is None):
                best = made
            if best and best.organ:
                break
        if best:
            yield best


def _title(text: str, end: int) -> Title | None:
    if len(text) >= _LONGEST:
        return None
    plain = re.sub(r"\s", "", normalise(text)).rstrip("》")
    if "公开" not in plain:
        return None
    for pattern in _TITLES:
        match = pattern.fullmatch(plain)
        if match is None:
            continue
        named = _BEFORE_ORGAN.sub("", match["organ"])
        organ = named.removesuffix("关于")
        if not organ or _ORGAN.fullmatch(organ):
            rest = named[len(organ) :] + match["rest"] + (match.groupdict().get("more") or "")
            return Title(f"{organ}\n{rest}" if organ else rest, organ, year_of(match["year"]), end)
    return None


_NAMED: Final = re.compile(
    rf"(?:现(?:予以?)?(?:公布|发布|公开)|特?编制|制作|形成)(?:了)?(?P<organ>[\u4e00-\u9fff（）()·]{{2,48}}?){_YEAR}年?度?{_NAME}{_KIND}"
)
"""「现公布××局2024年…年度报告」 in the opening of a report without a title."""


_SHORT_NAME: Final = re.compile("（以?下?(?:简|统)称[^（）]*）")
"""「（以下简称区政府办公室）」 behind an organ's name is no part of it."""


def organ_in(text: str) -> str:
    """The organ that an opening says it publishes the report of, or 「」."""
    match = _NAMED.search(re.sub(r"\s", "", normalise(text)))
    organ = _SHORT_NAME.sub("", _BEFORE_ORGAN.sub("", match["organ"])).removesuffix("的") if match else ""
    return organ if _ORGAN.fullmatch(organ) and not re.match(r"本[局委办厅院镇乡]", organ) else ""


def year_of(text: str) -> int:
    """「2024」 and 「二〇二四」 as 2024."""
    digits = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
    plain = text.translate(digits)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) == 4 else 0
