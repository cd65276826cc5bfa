"""What every reader makes of its format: paragraphs and grids, in the order of the document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.read.errors import NotAReport

MOST_CELLS = 20_000
"""Grid positions of one document; a report has about 400."""
MOST_LOOSE = 3_000
"""Cells of tables that were pasted as text, whose labels are walked one by one."""
MOST_PARAGRAPHS = 10_000
MOST_LINES = MOST_CELLS + MOST_PARAGRAPHS
"""Of a text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text or a heading, trimmed and never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The text at one grid position; ``origin`` is the same for all positions one merged cell covers."""

    text: str
    origin: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    ``aligned``: a column means the same in all rows; otherwise rows are only lists of cells.
    ``shows_merged``: what a merged cell covers is told from blank cells.
    ``shows_blanks``: a blank cell leaves a trace."""

    rows: tuple[tuple[Cell, ...], ...]
    aligned: bool = True
    shows_merged: bool = True
    shows_blanks: bool = True

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of a source that its reader keeps out of the document, and why."""

    text: str
    reason: str


PAGE_NUMBER = "页码"
"""Why a line that is nothing but one is kept out."""

RUNNING_HEAD = "页眉、页脚"
"""Why a line is that stands at the edge of several pages."""
PICTURED = "〔图片或控件〕"
"""The text of a cell that shows a picture, a formula or a control, and nothing else."""
UNSEEN = "〔看不见或划掉的文字〕"
"""The text of a cell that has nothing but what is hidden or struck out."""
STAND_INS = frozenset({PICTURED, UNSEEN})
"""What is no text of the document."""
BESIDE_TABLE = "表格旁的名称、单位或说明"
"""Why a caption is."""

Block = Paragraph | Grid
GridRow = Sequence[Cell]


def plain_grid(rows: Iterable[Iterable[str]], aligned: bool = True, shows_blanks: bool = True) -> Grid:
    """A grid of a source that does not tell merged cells from blank ones.

    Raises ``NotAReport`` for one that is far larger than a report's."""
    lines: list[list[str]] = []
    size = 0
    for row in rows:
        lines.append(list(row))
        size += len(lines[-1])
        if size > MOST_CELLS:
            raise far_too_large()
    return Grid(
        tuple(tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(lines)),
        aligned,
        shows_merged=False,
        shows_blanks=shows_blanks,
    )


def far_too_large() -> NotAReport:
    """Why a document is refused that is far larger than a report can be."""
    return NotAReport("文件的篇幅远远超过一份年报，没有读取。", "请确认选择的是政府信息公开工作年度报告。")


def check_size(blocks: Iterable[Block]) -> None:
    """Raise ``NotAReport`` for a document that is far larger than a report can be."""
    cells = paragraphs = loose = 0
    for block in blocks:
        if isinstance(block, Grid):
            size = sum(len(row) for row in block.rows)
            cells += size
            loose += 0 if block.aligned else size
        else:
            paragraphs += 1
    if cells > MOST_CELLS or loose > MOST_LOOSE or paragraphs > MOST_PARAGRAPHS:
        raise far_too_large()
