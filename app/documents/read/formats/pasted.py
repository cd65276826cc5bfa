"""Tables that a document has as paragraphs, a row each, instead of a table: read as those of a text are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.documents.read.blocks import Aside, Block, Grid, Paragraph
from app.documents.read.headings import TABLED, heading_of
from app.documents.read.tables.space_tables import split_row

_LEAST: Final = 3
"""Rows of a part from which they are a table."""


def with_pasted_tables(blocks: Iterable[Block]) -> Iterator[Block | Aside]:
    """The blocks, what was pasted as lines made tables; every other tab is a space."""
    part: list[Block] = []
    section: str | None = None
    for block in blocks:
        found = heading_of(_spaced(block)) if isinstance(block, Paragraph) else None
        if found:
            yield from _part(part, section)
            part, section = [], found
        part.append(block)
    yield from _part(part, section)


def _part(part: Sequence[Block], section: str | None) -> Iterator[Block | Aside]:
    """A part with its heading."""
    lines = [block.text for block in part if isinstance(block, Paragraph)]
    if section in TABLED and len(lines) == len(part) and sum(map(_is_row, lines)) >= _LEAST:
        from app.documents.read.formats.text import lines_of_part

        yield from lines_of_part([_spaced(Paragraph(lines[0])), *lines[1:]])
        return
    for block in part:
        if isinstance(block, Grid) or "\t" not in block.text:
            yield block
        elif text := _spaced(block):
            yield Paragraph(text)


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or len(split_row(line)) > 1


def _spaced(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\t", " ").strip()
