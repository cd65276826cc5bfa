"""Deleting a report, never by a slip, and bringing deleted ones back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from app.tui.text.rows import Row, row, spread
from app.tui.widgets.dialog import Dialog
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from app.session.views import DeletedReport, ReportSummary

KEEP: Final = "keep"
DELETE: Final = "delete"
_LISTED: Final = """
    {name} > Vertical {{ max-height: 100%; }}
    {name} RowsView {{ height: auto; max-height: 14; margin: 1 0; }}
"""


class DeleteScreen(Dialog[bool]):
    """Asks whether a report is to be deleted; the answer that stands ready keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "不删除"),
    ]
    ABOUT = "删除以后，首页按 Ctrl+Z 可以恢复，里面的答案和修改记录一起回来。最近删除的二十份都留着。"
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "确定"))
    DEFAULT_CSS = _LISTED.format(name="DeleteScreen")

    def __init__(self, card: "ReportSummary") -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """What would be deleted, and the two answers."""
        card = self._card
        done = f"，完成 {card.done}/{card.total}" if card.total else ""
        with Vertical():
            yield Static(f"{card.unit} {card.year}年度（{card.status.label}{done}）", markup=False)
            yield RowsView(id="answers", always=True)
            yield Static("↑↓ 选择    回车 确定    Esc 不删除    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """Stand at the answer that changes nothing."""
        pane = self.query_one("#answers", RowsView)
        pane.show(lambda _: [row("不删除", key=KEEP), row("删除这一份（可以恢复）", key=DELETE)], KEEP)
        pane.focus()

    @on(RowChosen)
    def answered(self, event: RowChosen) -> None:
        """The answer."""
        event.stop()
        self.dismiss(event.key == DELETE)

    @on(RowsLeft)
    def stay(self, event: RowsLeft) -> None:
        """The end is the end; Escape keeps the report."""
        event.stop()
        if event.step == 0:
            self.dismiss(False)


class DeletedScreen(Dialog[int | None]):
    """Lists the reports that can be brought back; ends with the id of the one that is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "返回"),
    ]
    ABOUT = (
        "这里是最近删除的年报，导入时被同一年的另一份代替的也在这里。"
        "选中一份按回车就恢复，内容和删除以前一样。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "恢复选中的年报"))
    DEFAULT_CSS = _LISTED.format(name="DeletedScreen")

    def __init__(self, deleted: "Sequence[DeletedReport]") -> None:
        super().__init__()
        self._deleted = deleted

    def compose(self) -> ComposeResult:
        """The reports, the one deleted last first."""
        with Vertical():
            yield Static("恢复删除的年报", markup=False)
            yield RowsView(id="deleted", always=True)
            yield Static("↑↓ 选择    回车 恢复    Esc 返回    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """Stand at the one deleted last."""
        pane = self.query_one("#deleted", RowsView)
        pane.show(self._rows)
        pane.focus()

    def _rows(self, room: int) -> list[Row]:
        return [
            spread(
                ((f"{report.unit}  {report.year}年度", "strong"),),
                ((f"删除于 {report.at.month}月{report.at.day}日 {report.at:%H:%M}", "muted"),),
                room,
                str(report.id),
            )
            for report in self._deleted
        ]

    @on(RowChosen)
    def chosen(self, event: RowChosen) -> None:
        """That one."""
        event.stop()
        self.dismiss(int(event.key))

    @on(RowsLeft)
    def stay(self, event: RowsLeft) -> None:
        """The end is the end; Escape goes back."""
        event.stop()
        if event.step == 0:
            self.dismiss(None)
