"""A new report: whose, and of which year. Where the name of a known organ was changed, whether it is still
that organ, whose reports of other years then stay beside the new one."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, labelled
from app.tui.widgets.kept_line import KeepsLines, KeptLine
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from datetime import date

    from app.session.library import Library
    from app.session.session import Session

_KEYS: Final = (
    Key("F5", "开始填写", "start"),
    Key("↑↓", "改单位、改年度"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_ENTER: Final = {
    "unit": Key("回车", "到年度"),
    "year": Key("回车", "开始填写", "start"),
    "whose": Key("回车", "选定"),
}
"""What Enter does where one stands."""
SAME: Final = "same"
OTHER: Final = "other"
_ALIKE: Final = 0.8
"""Of the shorter of two names: where so much is in both, one is rather the other corrected."""
_EARLY_MONTHS = 8
"""Up to August a report is about the year before."""


class StartScreen(KeepsLines[int | None]):
    """Ends with the id of the new report, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "返回", priority=True),
        Binding("f5", "start", "开始填写", priority=True),
        Binding("up", "field(-1)", show=False),
        Binding("down", "field(1)", show=False),
    ]
    CSS_PATH = "styles/start.tcss"
    ABOUT = (
        "写明这份年报是哪个单位的、报告哪一年的工作。单位全称应与公章一致，会印在标题、开头和落款处。"
        "改正已有单位的名称时，会问是不是同一个单位；是的话，去年的数字照样用来对照。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("回车", "到下一栏；最后一栏开始填写"),
        ("↑ ↓", "换一栏；输入的字代替整栏，按 ← → 或者 End 接着改"),
    )

    def __init__(self, library: "Library", unit: str = "", year: int = 0) -> None:
        super().__init__()
        self.library = library
        self._unit = unit
        self._year = year or likely_year(library.now().date())

    def compose(self) -> ComposeResult:
        """Two fields."""
        yield StatusLine(id="status")
        yield Static("单位全称（与公章一致）", classes="label", markup=False)
        kept_as = f"新的年报：{self._unit}{self._year}："
        yield KeptLine(
            self._unit, f"{kept_as}单位全称", id="unit", compact=True, placeholder="如 示例县民政局"
        )
        yield Static("报告哪一年的工作", classes="label", markup=False)
        yield KeptLine(str(self._year), f"{kept_as}年度", id="year", compact=True)
        yield Lines(3, id="said")
        yield RowsView(id="whose")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin with what is not known yet."""
        self.query_one("#whose").display = False
        for box in self.query(Input):
            box.cursor_blink = False
        self.query_one("#year" if self._unit else "#unit", Input).focus()
        self.query_one(StatusLine).show_words("新的年报")
        self._show_keys()

    @on(events.DescendantFocus)
    def _show_keys(self) -> None:
        """The keys that work where one stands."""
        here = self.focused.id if self.focused is not None else None
        enter = _ENTER.get(here or "unit", _ENTER["unit"])
        rest = _KEYS[1:] if enter.action else _KEYS
        self.query_one(KeyLine).show_keys((enter, *rest))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """What was said of it is over; letters that get into the year belong to the name."""
        if not self.query_one("#whose").display:
            self.say("")
        letters = re.sub("[0-9０-９年度 ]", "", event.value)
        if event.input.id == "year" and letters:
            name = self.query_one("#unit", Input)
            event.input.value = str(self._year)
            name.value, name.cursor_position = letters, len(letters)
            name.focus()
            self.call_after_refresh(name.action_end)

    @on(Input.Submitted, "#unit")
    def to_year(self) -> None:
        """On to the year."""
        self.query_one("#year", Input).focus()

    @on(Input.Submitted, "#year")
    @shows_errors
    def action_start(self) -> None:
        """Begin the report."""
        year = self._year_typed()
        if not (year.isdecimal() and len(year) == 4):
            self.say("请输入四位数的年份，如 2025。", "$text-warning")
            return
        if self._may_be_renamed():
            self._ask_whose()
        else:
            self._begin(self.library.start)

    def _may_be_renamed(self) -> bool:
        """Whether the name that was offered was changed into one that no organ has."""
        name = self._name_typed()
        known = {summary.unit for summary in self.library.reports()}
        return self._unit in known and bool(name) and name not in known

    def _name_typed(self) -> str:
        return self.query_one("#unit", Input).value.strip()

    def _ask_whose(self) -> None:
        self.say(f"“{self._unit}”和“{self._name_typed()}”是同一个单位吗？", "$text-warning")
        pane = self.query_one("#whose", RowsView)
        pane.display = True
        likely = SAME if are_alike(self._unit, self._name_typed()) else OTHER
        pane.show(lambda room: whose_rows(self._unit, self._year_typed(), room), likely)
        pane.focus()

    @on(RowChosen, "#whose")
    @shows_errors
    def begin_for(self, event: RowChosen) -> None:
        """The same organ under a corrected name, or another one."""
        if event.key == SAME:
            self._begin(lambda name, year: self.library.start_renamed(self._unit, name, year))
        else:
            self._begin(self.library.start)

    @on(RowsLeft, "#whose")
    def stay(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()

    def action_field(self, step: int) -> None:
        """To the other line."""
        if not self.query_one("#whose").display:
            self.query_one("#unit" if step < 0 else "#year", Input).focus()

    def action_leave(self) -> None:
        """Back to the name, where it was asked whose it is; else back to where one came from."""
        pane = self.query_one("#whose")
        if not pane.display:
            self.dismiss(None)
            return
        pane.display = False
        self.say("")
        self.query_one("#unit", Input).focus()

    def _begin(self, start: "Callable[[str, int], Session]") -> None:
        with start(self._name_typed(), int(self._year_typed())) as session:
            self.dismiss(session.id)

    def _year_typed(self) -> str:
        return self.query_one("#year", Input).value.strip().rstrip("年度")

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence under the fields."""
        self.query_one("#said", Lines).say(text, style)


def are_alike(name: str, other: str) -> bool:
    """Whether two names are rather one corrected than two organs'."""
    blocks = SequenceMatcher(None, name, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _ALIKE * min(len(name), len(other))


def whose_rows(unit: str, year: str, room: int) -> list[Row]:
    """The two answers to whose name was typed."""
    same = (
        f"是，单位名称改正了或者变更了：从{year}年的年报起用新名称，以前的年报仍叫“{unit}”"
        "（要改，在首页按 R），去年的数字照样用来对照。"
    )
    other = "不是，这是另一个单位，从头开始。"
    return [*labelled("1 ", same, room, key=SAME), *labelled("2 ", other, room, key=OTHER)]


def likely_year(today: "date") -> int:
    """The year a report is about that is begun today."""
    return today.year - 1 if today.month <= _EARLY_MONTHS else today.year
