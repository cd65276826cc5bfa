"""The text of an imported file, turned to the line that a cell was read from."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from app.tui.text.cell_width import wrap
from app.tui.widgets.lines import Line

if TYPE_CHECKING:
    from app.documents.read.source_text import Page


class PageText(Static):
    """Shows the lines around the one that is about a field, which is marked."""

    DEFAULT_CSS = """
    PageText { padding: 0 1; }
    """

    def __init__(self, page: "Page | None") -> None:
        super().__init__("", markup=False)
        self._page = page
        self._field = ""

    @property
    def text(self) -> str:
        """What is shown, for tests."""
        return str(self.visual)

    def look_at(self, field: str) -> None:
        """Turn to the line about ``field``."""
        self._field = field
        width, height = self.content_size
        if self._page is None or width < 10 or height < 1:
            return
        at = self._page.line_of(field)
        self.update(self._around(at, width, height), layout=False)

    def _around(self, at: int | None, width: int, height: int) -> Content:
        assert self._page is not None
        if at is None:
            return Content.styled("原文里没有找到这一行。", "$text-muted")
        above: list[Line] = []
        for number in range(at - 1, -1, -1):
            above[:0] = self._wrapped(number, " ", width)
            if len(above) >= height:
                break
        lines = self._wrapped(at, "▶", width)
        marked = len(lines)
        for number in range(at + 1, len(self._page.lines)):
            lines += self._wrapped(number, " ", width)
            if len(lines) >= height:
                break
        over = max((height - marked) // 2, height - len(lines), 0)
        shown = [*(above[-over:] if over else ()), *lines][:height]
        return Content("\n").join(Content.styled(text, style) for text, style in shown)

    def _wrapped(self, number: int, mark: str, width: int) -> list[Line]:
        assert self._page is not None
        style = "$text-muted" if mark == " " else "bold $text-warning"
        return [(f"{mark}{part}", style) for part in wrap(self._page.lines[number], width - 1)]

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._field:
            self.call_after_refresh(self.look_at, self._field)
