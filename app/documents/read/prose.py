"""Running text to the parts of the report: title, opening, the topics of part one, parts five and six."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import heading_of
from app.documents.read.tables import is_table_of_form
from sections.numerals import normalise

_TITLE: Final = re.compile(
    r"(?P<organ>.*?)(?P<rest>(?P<year>20\d{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})年?度?"
    r"(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报|报告))"
)
_TOPIC: Final = re.compile(r"^[（(]([一二三四五六七八九])[）)]\s*(.*)$", re.DOTALL)
_TOPIC_WORDS: Final[dict[str, str]] = {
    "requests": r"依申请|申请公开",
    "proactive": r"主动公开",
    "supervision": r"监督|保障",
    "platform": r"平台",
    "management": r"管理",
}
_BY_NUMBER: Final = dict(
    zip("一二三四五", ("proactive", "requests", "management", "platform", "supervision"), strict=True)
)
_LEAD_IN: Final = re.compile(r"^[^。：:；]{2,30}?(?:[。：:]|$)")
_PAGE: Final = re.compile(r"^[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*/\s*\d{1,3})?[-—－–\s]*$")
_LONG: Final = 30


@dataclass
class Prose:
    """The running text of a report; ``sections`` are the paragraphs of each part, without its heading."""

    title: str = ""
    organ: str = ""
    year: int = 0
    opening: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[str]] = field(default_factory=dict)
    lead: str = ""
    topics: dict[str, str] = field(default_factory=dict)

    def text(self, section: str) -> str:
        """A part as printed, a paragraph a line."""
        return "\n".join(self.sections.get(section, []))


def read_prose(blocks: Iterable[Block]) -> Prose:
    """Sort the paragraphs into the parts of the report."""
    prose = Prose()
    before: list[str] = []
    section = ""
    for text in _running(blocks):
        found = heading_of(text)
        if found and found not in prose.headings:
            section = found
            prose.headings[section] = text
            prose.sections[section] = []
        elif section:
            prose.sections[section].append(text)
        else:
            before.append(text)
    _title(before, prose)
    _topics(prose)
    return prose


def _running(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if not _PAGE.match(block.text):
                yield block.text
        elif not is_table_of_form(block):
            yield from _laid_out(block)


def _laid_out(grid: Grid) -> Iterable[str]:
    """The text of a table that only lays out the article: long cells and headings."""
    cells = {cell.origin: cell.text for row in grid.rows for cell in row}
    for text in cells.values():
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if any(len(line) > _LONG or heading_of(line) for line in lines):
            yield from lines


# --- title and opening --------------------------------------------------------------------------------


def _title(before: list[str], prose: Prose) -> None:
    for count in range(len(before)):
        for first in range(count, max(-1, count - 4), -1):
            lines = before[first : count + 1]
            match = _TITLE.fullmatch(re.sub(r"\s", "", normalise("".join(lines))))
            if match and len("".join(lines)) < 120 and (match["organ"] or first == 0):
                prose.organ = re.sub(r"^.*(?:附件\d?[：:]?)", "", match["organ"])
                prose.year = year_of(match["year"])
                prose.title = f"{prose.organ}\n{match['rest']}" if prose.organ else match["rest"]
                prose.opening = _opening(before[count + 1 :])
                return
    prose.opening = _opening(before)


def year_of(text: str) -> int:
    """「2024」 and 「二〇二四」 as 2024."""
    digits = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
    plain = text.translate(digits)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) == 4 else 0


def _opening(lines: list[str]) -> str:
    return "\n".join(line for line in lines if len(line) >= _LONG and re.search(r"[。；]", line))


# --- the topics of part one ---------------------------------------------------------------------------


def _topics(prose: Prose) -> None:
    lead: list[str] = []
    parts: dict[str, list[str]] = {}
    current: list[str] = lead
    for line in prose.sections.get("overview", []):
        match = _TOPIC.match(line)
        if match is None:
            current.append(line)
            continue
        name = _topic_name(match[1], match[2])
        current = parts.setdefault(name, []) if name else []
        rest = _without_lead_in(match[2], name)
        if rest:
            current.append(rest)
    prose.lead = "\n".join(lead)
    prose.topics = {name: "\n".join(lines) for name, lines in parts.items()}


def _topic_name(number: str, text: str) -> str:
    head = (_LEAD_IN.match(text) or [""])[0]
    named = next((name for name, words in _TOPIC_WORDS.items() if re.search(words, head)), "")
    return named or ("" if head else _BY_NUMBER.get(number, ""))


def _without_lead_in(text: str, name: str) -> str:
    match = _LEAD_IN.match(text)
    if match and name and re.search(_TOPIC_WORDS[name], match[0]):
        return text[match.end() :].strip()
    return text.strip()
