"""Tables that stand under the heading of another part: their numbers are certain, their place is wrong."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import heading_of
from app.documents.read.tables.labels import Labels, labels_of
from sections.form.model import Form
from sections.report.parts import Remark

_LONGEST_LABEL: Final = 60
_LEAST_LABELS: Final = 3
"""Labels by which a grid is known as a table of the form."""


def misplaced_tables(blocks: Iterable[Block], form: Form) -> list[Remark]:
    """A remark for each table under another part's heading.

    Only where every tabled part has exactly one table and one heading: of a source whose order is uncertain
    (a table moved to the next page) nothing is said, unless two of them have changed places."""
    labels = labels_of(form)
    under: dict[str, str] = {}
    heading = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            heading = heading_of(block.text) or heading
        elif section := _section_of(block, labels):
            under.setdefault(section, heading)
    wrong = {section: place for section, place in under.items() if place != section and place in form.tables}
    if set(wrong) != set(wrong.values()):
        return []
    return [
        Remark(
            kind="misplaced",
            where=form.tables[section].paths[0],
            printed=form.headings[place],
            right=form.headings[section],
        )
        for section, place in wrong.items()
    ]


def _section_of(grid: Grid, labels: Labels) -> str:
    """The part whose table a grid is, by most of its labels; 「」 for none."""
    texts = {cell.text for row in grid.rows for cell in row if 0 < len(cell.text) < _LONGEST_LABEL}
    counts = dict.fromkeys((table.section for table in labels.tables), 0)
    for text in texts:
        for section in _sections(text, labels):
            counts[section] += 1
    best = max(counts, key=lambda section: counts[section], default="")
    return best if best and counts[best] >= _LEAST_LABELS else ""


@lru_cache(maxsize=4096)
def _sections(text: str, labels: Labels) -> tuple[str, ...]:
    """The parts in whose tables a text is a label."""
    return tuple(
        table.section for table in labels.tables if table.row(text) or table.group(text) or table.head(text)
    )
