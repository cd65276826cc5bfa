"""Ruled boxes of the reviewer's edition: rows of cells with a text each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from app.documents.write.wml import paragraph, put, w

GREY: Final = "F2F2F2"
"""Of heads and bands."""
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
MARGIN: Final = 85
"""Twips between a border and the text, left and right."""
_MARGINS: Final = (("top", 15), ("left", MARGIN), ("bottom", 15), ("right", MARGIN))


@dataclass(frozen=True, slots=True)
class BoxCell:
    """A cell: what stands in it, the columns it takes, its fill (empty for none)."""

    content: tuple[etree._Element, ...]
    span: int = 1
    fill: str = ""


Row = Sequence[BoxCell]


def cell(text: str, style: str = "FrontText", span: int = 1, fill: str = "") -> BoxCell:
    """A cell of one paragraph."""
    return BoxCell((paragraph(text, style),), span, fill)


def shared(width: int, shares: Sequence[int]) -> list[int]:
    """The columns of a box in twips, by their shares of its width."""
    widths = [width * share // sum(shares) for share in shares]
    widths[0] += width - sum(widths)
    return widths


def box(rows: Sequence[Row], widths: Sequence[int], name: str, about: str, heads: int = 0) -> etree._Element:
    """The box; its first ``heads`` rows are repeated on every page. No row is parted by a page's end."""
    properties = put(
        w("tblPr"),
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        put(w("tblBorders"), *(w(side, val="single", sz=4, space=0, color="000000") for side in _SIDES)),
        w("tblLayout", type="fixed"),
        put(w("tblCellMar"), *(w(side, w=room, type="dxa") for side, room in _MARGINS)),
        w("tblCaption", val=name),
        w("tblDescription", val=about[:250]),
    )
    table = put(w("tbl"), properties, put(w("tblGrid"), *(w("gridCol", w=width) for width in widths)))
    for number, row in enumerate(rows):
        how = put(w("trPr"), w("cantSplit"))
        if number < heads:
            put(how, w("tblHeader"))
        put(table, put(w("tr"), how, *_cells(row, widths)))
    return table


def _cells(row: Row, widths: Sequence[int]) -> Iterator[etree._Element]:
    column = 0
    for box_cell in row:
        own = put(w("tcPr"), w("tcW", w=sum(widths[column : column + box_cell.span]), type="dxa"))
        if box_cell.span > 1:
            put(own, w("gridSpan", val=box_cell.span))
        if box_cell.fill:
            put(own, w("shd", val="clear", color="auto", fill=box_cell.fill))
        put(own, w("vAlign", val="center"))
        yield put(w("tc"), own, *box_cell.content)
        column += box_cell.span
