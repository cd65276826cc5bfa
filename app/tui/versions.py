"""The final versions of a report: when each was kept, and what it says otherwise than the report now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, spread, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.messages import RowChosen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.session.session import Session
    from app.session.views import Version

_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "与现在的比较", "choose"),
    Key("E", "导出这一版", "export"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_PLACE: Final = "difference"


class VersionsScreen(ListScreen[None]):
    """Nothing can be changed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "列出选中的一版与现在的年报哪里不同"),
        Binding("e", "export", "导出选中的一版"),
    ]
    DEFAULT_CSS = "VersionsScreen { layout: vertical; } VersionsScreen #versions { height: 1fr; }"
    ABOUT = (
        "每次定稿都留存一版，导入的年报重新打开时也留存原样。"
        "选中一版按回车，逐处列出现在的年报与它有什么不同。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓ PgUp PgDn", "选择，翻看"),)

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._opened = 0
        self._differences: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, versions, what is said, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="versions", always=True)
        yield Lines(2, id="said")
        yield KeyLine(id="keys")

    @shows_errors
    def on_mount(self) -> None:
        """Show them, the latest selected."""
        whose = f"{self._session.organ} {self._session.year}年度"
        self.query_one(StatusLine).show_words("历次定稿", whose)
        self.query_one(KeyLine).show_keys(_KEYS)
        pane = self.query_one("#versions", RowsView)
        pane.focus()
        self._show()
        if not pane.keys:
            self.say("还没有定稿过，没有可以对照的版本。", "$text-warning")

    def _show(self, here: str | None = None) -> None:
        kept = self._session.finishing.versions()[::-1]
        pane = self.query_one("#versions", RowsView)
        pane.show(lambda room: list(version_rows(kept, self._opened, self._differences, room)), here)

    @on(RowChosen)
    @shows_errors
    def chosen(self, event: RowChosen) -> None:
        """Open a version, or close the one that is open."""
        event.stop()
        number = _number(event.key)
        self._opened = 0 if number == self._opened else number
        self._differences = self._session.finishing.differences(number) if self._opened else ()
        self.say("")
        self._show(str(number))

    def action_choose(self) -> None:
        """Open where one stands."""
        self.query_one("#versions", RowsView).action_choose()

    @shows_errors
    def action_export(self) -> None:
        """Write the document of the selected version."""
        here = self.query_one("#versions", RowsView).here
        if not here:
            self.say("还没有可以导出的版本。", "$text-warning")
            return
        from app.tui.export import ExportScreen

        self.app.push_screen(ExportScreen(self._session.at_version(_number(here))), self._exported)

    def _exported(self, path: "Path | None") -> None:
        if path is not None:
            self.say(f"已导出到 {path}", "$text-success")


def _number(key: str) -> int:
    return int(key.partition(":")[0])


def version_rows(
    kept: "Sequence[Version]", opened: int, differences: tuple[str, ...], room: int
) -> Iterator[Row]:
    """A line a version; under the one that is open, how it is otherwise than the report now."""
    for version in kept:
        when = f"{version.at:%Y-%m-%d %H:%M}"
        yield spread(
            ((f"第{version.number}次定稿", "strong"),), ((when, "muted"),), room, str(version.number)
        )
        if version.number != opened:
            continue
        head = f"左边、上面是第{version.number}次定稿，右边、下面是现在的年报：" if differences else ""
        yield from wrapped(f"　{head or '与现在的年报没有差别。'}", room, "muted")
        for place, words in enumerate(differences):
            for line in words.splitlines():
                yield from wrapped(f"　{line}", room, "", f"{version.number}:{_PLACE}{place}", "　　")
