"""What a report prints, part by part and in order: what every format but the DOCX is made from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from sections.form.elements import OWN_TOPICS, Cell
from sections.form.model import Table
from sections.report.cells import Number
from sections.report.report import Report

_LINE_ENDS: Final = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_UNPRINTABLE: Final = re.compile(
    r"[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]"
)
"""Control characters, those that turn the direction of writing, and what XML cannot hold."""
_NUMBERED: Final = re.compile(r"([（(][一二三四五六七八九十]+[）)][^，。；：]{2,28}(?:。|$))(.*)")
"""The heading of a topic as sources print it, alone or before its text."""
_MARKS: Final = re.compile(r"[\s\u3000，。；：、]")

Kind = Literal["title", "heading", "topic", "text", "table", "signature"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a line of text, or the table of ``key`` (then without text)."""

    kind: Kind
    key: str
    text: str = ""


def parts(report: Report) -> Iterator[Part]:
    """Title, opening, the six sections, and the 落款 where there is one, in characters that paper shows."""
    for line in report.title_lines:
        yield Part("title", "title", _clean(line))
    yield from _text("opening", report.opening)
    for section, heading in report.form.headings.items():
        yield Part("heading", section, heading)
        if section == "overview":
            yield from _overview(report)
        elif section in report.form.tables:
            yield from _text(f"{section}.text", report.texts.get(section, ""))
            yield Part("table", section)
        else:
            own = {key: text for key, text in report.paragraphs.items() if key.startswith(f"{section}.")}
            for key, text in (own or {section: getattr(report, section).text}).items():
                yield from _text(key, text)
    yield from _signature(report)


def _overview(report: Report) -> Iterator[Part]:
    """By its topics where they are all there is; as it was printed where a source has more than these."""
    overview = report.overview
    by_topic = list(_topics(report))
    said = _squeezed("".join(part.text for part in by_topic))
    lines = [line.strip() for line in overview.text.splitlines() if line.strip()]
    if (overview.topics or OWN_TOPICS in report.paragraphs) and all(
        _squeezed(line) in said for line in lines
    ):
        yield from by_topic
        return
    for line in lines:
        heading, rest = _split_topic(line)
        if heading:
            yield Part("topic", "overview", _clean(heading))
        yield from _text("overview.lead", rest)


def _topics(report: Report) -> Iterator[Part]:
    yield from _text("overview.lead", report.overview.lead)
    told = {name: text for name, text in report.overview.topics.items() if text}
    for name, heading in report.form.topic_headings(told).items():
        yield Part("topic", f"overview.{name}", heading)
        yield from _text(f"overview.{name}", told[name])
    for part in _text(OWN_TOPICS, report.paragraphs.get(OWN_TOPICS, "")):
        heading, rest = _split_topic(part.text)
        if heading:
            yield Part("topic", OWN_TOPICS, heading)
        yield from _text(OWN_TOPICS, rest)


def _split_topic(line: str) -> tuple[str, str]:
    """A line of a source as the heading of a topic and what follows it."""
    match = _NUMBERED.match(line)
    return (match[1].rstrip("。"), match[2]) if match else ("", line)


def _squeezed(text: str) -> str:
    return _MARKS.sub("", text)


def _signature(report: Report) -> Iterator[Part]:
    if report.signature is None:
        return
    yield Part("signature", "signature", _clean(report.signature.organ))
    if date := report.signature.date:
        yield Part("signature", "signature", f"{date.year}年{date.month}月{date.day}日")


def _clean(line: str) -> str:
    return _UNPRINTABLE.sub("", line).replace("\n", "").replace("\t", " ")


def _text(key: str, text: str) -> Iterator[Part]:
    lines = _LINE_ENDS.split(_UNPRINTABLE.sub("", text).replace("\t", " "))
    yield from (Part("text", key, line.strip()) for line in lines if line.strip())


def table_rows(form: Table, report: Report) -> Iterator[list[tuple[Cell, str]]]:
    """The printed cells of a table row by row, each with its text."""
    rows: list[list[tuple[Cell, str]]] = [[] for _ in range(form.height)]
    for cell in form.cells:
        rows[cell.row].append((cell, cell.text or digits(report.number(cell.path))))
    yield from rows


def digits(number: Number | None) -> str:
    """A number as it is printed in a table: plain digits; an unanswered one is blank (drafts only)."""
    return "" if number is None else str(number) if isinstance(number, int) else format(number, "f")
