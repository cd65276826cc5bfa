"""The source's text as lines, and at which line each row of the tables stands: to look beside the numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.tables.labels import Labels, StripLabels, labels_of
from sections.form.model import Form

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


def page_of(blocks: Iterable[Block], form: Form) -> Page:
    """The blocks as lines, a row of a table each one line."""
    finder = _Finder(labels_of(form))
    for block in blocks:
        if isinstance(block, Paragraph):
            finder.lines += [line[:_LONGEST] for line in block.text.split("\n")]
        else:
            finder.take(block)
    return Page(tuple(finder.lines), finder.places)


class _Finder:
    """Collects lines, and the places of rows and tables in them."""

    def __init__(self, labels: Labels) -> None:
        self.lines: list[str] = []
        self.places: dict[str, int] = {}
        self._tables = [labels for labels in labels.tables if not isinstance(labels, StripLabels)]
        self._strips = [labels for labels in labels.tables if isinstance(labels, StripLabels)]

    def take(self, grid: Grid) -> None:
        """The rows of a table."""
        groups = dict.fromkeys((table.section for table in self._tables), "")
        above: set[tuple[int, int]] = set()
        for row in grid.rows:
            cells = {cell.origin: " ".join(cell.text.split()) for cell in row if cell.origin not in above}
            above |= cells.keys()
            for text in [text for text in cells.values() if len(text) <= _LABEL][:_LEFT]:
                for name in self._names(text, groups):
                    self.places.setdefault(name, len(self.lines))
            for strip in self._strips:
                self._take_strip(strip, list(cells.values()))
            self.lines.append(" │ ".join(cells.values())[:_LONGEST])

    def _names(self, text: str, groups: dict[str, str]) -> list[str]:
        """What a label says that its line is about."""
        for table in reversed(self._tables):
            section = table.section
            groups[section] = table.group(text) or groups[section]
            if name := table.row(text, groups[section]):
                is_head = name in table.repeated and not table.is_grouped(name) and section not in self.places
                return [] if is_head else [f"{section}.{name}", section]
        return [strip.section for strip in self._strips if strip.strip_head(text)][:1]

    def _take_strip(self, strip: StripLabels, texts: list[str]) -> None:
        """The numbers of a strip stand under its heads: the place is the first line that is no head."""
        head, line = self.places.get(strip.section), len(self.lines)
        if head is None or head == line or not any(texts) or _is_head(strip, " │ ".join(texts)):
            return
        if all(_is_head(strip, above) for above in self.lines[head:line]):
            self.places[strip.section] = line


def _is_head(strip: StripLabels, line: str) -> bool:
    return any(strip.strip_head(text) or strip.column(text) for text in line.split(" │ "))
