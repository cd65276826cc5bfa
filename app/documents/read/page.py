"""The source's text as lines, and at which line each row of the tables stands: to look beside the numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.labels import dispute_column, dispute_group, proactive_row, request_group, request_row

_LONGEST = 400
"""Characters of a line that are kept."""
_LABEL, _LEFT = 60, 6
"""Labels are no longer than this, and stand among the first cells of a row."""


@dataclass(frozen=True, slots=True)
class Page:
    """``lines`` of the source; ``places`` says at which line a row (``requests.new``) or a table stands."""

    lines: tuple[str, ...] = ()
    places: dict[str, int] = field(default_factory=dict)

    def line_of(self, where: str) -> int | None:
        """The line that is about a field, or about its table where its row was not found."""
        section, row = where.split(".")[:2]
        return self.places.get(f"{section}.{row}", self.places.get(section))


def page_of(blocks: Iterable[Block]) -> Page:
    """The blocks as lines, a row of a table each one line."""
    lines: list[str] = []
    places: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += [line[:_LONGEST] for line in block.text.split("\n")]
        else:
            _take(block, lines, places)
    return Page(tuple(lines), places)


def _take(grid: Grid, lines: list[str], places: dict[str, int]) -> None:
    group = ""
    above: set[tuple[int, int]] = set()
    for row in grid.rows:
        cells = {cell.origin: " ".join(cell.text.split()) for cell in row if cell.origin not in above}
        above |= cells.keys()
        for text in [text for text in cells.values() if len(text) <= _LABEL][:_LEFT]:
            group = request_group(text) or group
            for name in _names(text, group):
                if name != "requests.total" or "requests.new" in places:  # else the head 总计
                    places.setdefault(name, len(lines))
        _take_disputes(list(cells.values()), len(lines), lines, places)
        lines.append(" │ ".join(cells.values())[:_LONGEST])


def _take_disputes(texts: list[str], line: int, lines: list[str], places: dict[str, int]) -> None:
    """The numbers of part four stand under its heads: the place is the first line that is no head."""
    head = places.get("disputes")
    if head is None or head == line or not any(texts) or _is_head(" │ ".join(texts)):
        return
    if all(map(_is_head, lines[head:line])):
        places["disputes"] = line


def _is_head(line: str) -> bool:
    return any(dispute_group(text) or dispute_column(text) for text in line.split(" │ "))


def _names(text: str, group: str) -> list[str]:
    """What a label says that its line is about."""
    if name := request_row(text, group):
        return [f"requests.{name}", "requests"]
    if name := proactive_row(text):
        return [f"proactive.{name}", "proactive"]
    return ["disputes"] if dispute_group(text) else []
