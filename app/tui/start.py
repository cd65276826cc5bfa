"""From scratch: whose report, and of which year."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from app.tui.error_display import shows_errors
from app.tui.text.cell_width import wrap
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from datetime import date

    from app.session.library import Library

_EARLY_MONTHS = 8
"""Up to August a report is about the year before."""


class StartScreen(Screen[int | None]):
    """Ends with the id of the new report, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "返回", priority=True),
        Binding("f5", "start", "开始", priority=True),
    ]
    CSS_PATH = "styles/start.tcss"

    def __init__(self, library: "Library", unit: str = "", year: int = 0) -> None:
        super().__init__()
        self.library = library
        self._unit = unit
        self._year = year or likely_year(library.now().date())

    def compose(self) -> ComposeResult:
        """Two fields."""
        yield StatusLine(id="status")
        yield Static("单位全称（与公章一致）", classes="label", markup=False)
        yield Input(self._unit, id="unit", compact=True, placeholder="如 示例县民政局", select_on_focus=False)
        yield Static("报告哪一年的工作", classes="label", markup=False)
        yield Input(str(self._year), id="year", compact=True, select_on_focus=True)
        yield Lines(3, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin with what is not known yet."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query_one("#year" if self._unit else "#unit", Input).focus()
        self.query_one(StatusLine).show_words("新的年报")
        self.query_one(KeyLine).show_keys(
            (Key("回车", "开始填写", "start"), Key("Esc", "返回", "dismiss(None)"))
        )

    @on(Input.Submitted, "#unit")
    def to_year(self) -> None:
        """On to the year."""
        self.query_one("#year", Input).focus()

    @on(Input.Submitted, "#year")
    @shows_errors
    def action_start(self) -> None:
        """Begin the report."""
        year = self.query_one("#year", Input).value.strip().rstrip("年度")
        if not (year.isdecimal() and len(year) == 4):
            self.say("请输入四位数的年份，如 2025。", "$text-warning")
            return
        with self.library.start(self.query_one("#unit", Input).value, int(year)) as session:
            self.dismiss(session.id)

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence under the fields."""
        said = self.query_one("#said", Lines)
        said.show(*((line, style) for line in wrap(text, said.room)[:3]))


def likely_year(today: "date") -> int:
    """The year a report is about that is begun today."""
    return today.year - 1 if today.month <= _EARLY_MONTHS else today.year
