"""The screen of the years: the main numbers of one organ, year under year."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult

from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from app.tui.years.years_rows import years_rows
from sections.report.key_numbers import Series

_KEYS: Final = (Key("↑↓", "翻看"), Key("Esc", "返回", "leave"), Key("F1", "帮助", "app.help"))


class YearsScreen(ListScreen[None]):
    """Shows what it is given; nothing can be changed here."""

    DEFAULT_CSS = "YearsScreen { layout: vertical; }"

    ABOUT = (
        "把这个单位保存在这里的各年年报的主要数字排在一起看。横条的长短是同一个数各年之间的比较；"
        "比上年多到5倍以上或不足五分之一的标出来，请核对位数和单位。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓ PgUp PgDn", "翻看"),)

    def __init__(self, organ: str, series: Sequence[Series]) -> None:
        super().__init__()
        self._organ, self._series = organ, series

    def compose(self) -> ComposeResult:
        """Title, numbers, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="years", always=True)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the numbers."""
        years = [year for year, _ in self._series[0].values] if self._series else []
        over = f"{years[0]}—{years[-1]}年度" if years else ""
        self.query_one(StatusLine).show_words(f"历年对照  {self._organ}", over)
        pane = self.query_one("#years", RowsView)
        pane.show(lambda room: years_rows(self._series, room))
        pane.focus()
        self.query_one(KeyLine).show_keys(_KEYS)
