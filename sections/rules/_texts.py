"""The running text of a report in pieces, each with the place that a finding of it points at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sections.language.numerals import normalise
from sections.report.report import Report
from sections.rules._cells import Same

_LEAD: Final = re.compile(r"^\s*[（(]([一二三四五六七八九十]{1,2})[）)]\s*(.*)$")
_KEYWORDS: Final = {
    "requests": ("依申请", "申请公开"),
    "proactive": ("主动公开", "主动发布"),
    "management": ("信息管理", "信息资源", "规范性文件管理", "信息审核"),
    "platform": ("平台", "网站建设", "载体"),
    "supervision": ("监督", "保障", "考核"),
}
"""The words by which the heading of a topic is known, however the organ wrote it."""

HEADING_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or part: ``where`` is a paragraph key or a section, ``text`` as it stands there."""

    where: str
    text: str

    @property
    def section(self) -> str:
        """The section it belongs to."""
        return self.where.split(".", maxsplit=1)[0]


def topic_of(heading: str) -> str | None:
    """The topic of part one that a heading (「（二）依申请公开情况」) opens, or None."""
    return next((name for name, words in _KEYWORDS.items() if any(word in heading for word in words)), None)


def lead_of(line: str) -> str | None:
    """The heading of a line that opens a topic: up to its first full stop, or the line; None for others."""
    match = _LEAD.match(line)
    if match is None:
        return None
    return re.split("[。：:]", match[2], maxsplit=1)[0][:HEADING_LENGTH]


@lru_cache(maxsize=64)
def overview_pieces(text: str) -> tuple[Piece, ...]:
    """Part one cut at its topics: ``overview.lead``, ``overview.requests`` …; ``overview`` for others."""
    groups: list[tuple[str, list[str]]] = [("overview.lead", [])]
    seen: set[str] = set()
    for line in text.split("\n"):
        lead = lead_of(line)
        if lead is not None:
            topic = topic_of(lead)
            groups.append(("overview" if topic is None or topic in seen else f"overview.{topic}", []))
            seen.add(topic or "")
        groups[-1][1].append(line)
    pieces = (Piece(where, "\n".join(lines)) for where, lines in groups)
    return tuple(piece for piece in pieces if piece.text.strip())


def pieces(report: Report) -> tuple[Piece, ...]:
    """Every piece of running text in the order of the document; a part with own paragraphs in those."""
    return _cut(Same(report))


@lru_cache(maxsize=8)
def _cut(key: Same) -> tuple[Piece, ...]:
    return tuple(piece for piece in _pieces(key.report) if piece.text.strip())


def _pieces(report: Report) -> Iterator[Piece]:
    kept = report.paragraphs
    yield Piece("opening", kept.get("opening") or report.opening)
    for section in report.form.headings:
        if section in report.form.tables:
            yield Piece(f"{section}.text", report.texts.get(section, ""))
            continue
        own = [key for key in (*report.form.paragraphs, *kept) if key.startswith(section) and kept.get(key)]
        paragraphs = tuple(Piece(key, kept[key]) for key in dict.fromkeys(own))
        yield from paragraphs
        if section == "overview":
            yield from overview_pieces(_besides(overview_text(report), paragraphs))
        else:
            text = report.problems.text if section == "problems" else report.other.text
            yield Piece(section, _besides(text, paragraphs))


def _besides(text: str, paragraphs: Iterable[Piece]) -> str:
    """The lines of a part that stand in none of its ``paragraphs``: topics of the organ's own.

    A paragraph of a topic stands in the part behind its heading, in one line."""
    told = tuple({line.strip() for piece in paragraphs for line in piece.text.split("\n")} - {""})
    return "\n".join(line for line in text.split("\n") if not (told and line.strip().endswith(told)))


def overview_text(report: Report) -> str:
    """Part one in one string, from its parts where the whole is not there."""
    part = report.overview
    return part.text or "\n".join(
        filter(None, (part.lead, *(f"{report.form.topics.get(k, '')}。{v}" for k, v in part.topics.items())))
    )


def section_text(report: Report, section: str) -> str:
    """All running text of one section."""
    return _joined(Same(report), section)


def whole_text(report: Report) -> str:
    """All running text of the report."""
    return _joined(Same(report), "")


def plain_text(report: Report) -> str:
    """All running text with its numbers in half-width digits."""
    return _normalised(Same(report))


@lru_cache(maxsize=64)
def _joined(key: Same, section: str) -> str:
    return "\n".join(piece.text for piece in _cut(key) if section in {"", piece.section})


@lru_cache(maxsize=8)
def _normalised(key: Same) -> str:
    return normalise(_joined(key, ""))


def title_of(report: Report) -> str:
    """The title; where none was read as such, the line before the text that reads like one."""
    lines = (left.text.strip() for left in report.left_out)
    return report.title or next((line for line in lines if _LIKE_A_TITLE.fullmatch(line)), "")


_LIKE_A_TITLE: Final = re.compile(
    "[^，。；\n]{0,40}20[0-9]{2}年[^，。；\n]{0,12}公开[^，。；\n]{0,8}报告(?:[（(【][^（）()\n]{1,8}[）)】])?"
)
