"""Two reports in one file: the second begins where part one begins again behind the tables of the first."""

from collections.abc import Sequence
from typing import Final

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import Wording, heading_of, wording_of
from app.documents.read.tables.form_tables import is_table_of_form
from app.documents.read.titles import find_title

_LEAST_PARTS: Final = 4
"""Headings of different parts before and behind, so that a list of contents is no report."""
_MOST_HEADINGS: Final = 100
_MOST_ABOVE: Final = 12
"""Lines of a title, a cover and an opening."""


def start_of_second(blocks: Sequence[Block]) -> int:
    """The place among the blocks where another report begins; their number where there is none."""
    headings = [
        (at, section)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (section := heading_of(block.text))
    ]
    for at, section in headings[1:_MOST_HEADINGS]:
        before = {one for place, one in headings[:_MOST_HEADINGS] if place < at}
        behind = {one for place, one in headings[:_MOST_HEADINGS] if place >= at}
        again = section == "overview" and "overview" in before
        whole = min(len(before), len(behind)) >= _LEAST_PARTS and _is_of_the_form(blocks[at])
        if again and whole and _has_table(blocks[:at]) and _has_table(blocks[at:]):
            return _title_above(blocks, at)
    return len(blocks)


def _is_of_the_form(block: Block) -> bool:
    return wording_of(_text(block), "overview") in {Wording.OF_THE_FORM, Wording.NUMBERED}


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _has_table(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Grid) and is_table_of_form(block) for block in blocks)


def _title_above(blocks: Sequence[Block], at: int) -> int:
    """Where the title above the heading of part one begins; the heading itself where there is none."""
    first = at
    while first and at - first < _MOST_ABOVE and isinstance(blocks[first - 1], Paragraph):
        if heading_of(_text(blocks[first - 1])):
            break
        first -= 1
    for start in range(at - 1, first - 1, -1):
        title = find_title([_text(block) for block in blocks[start:at]])
        if title is not None and title.organ:
            return start
    return at
