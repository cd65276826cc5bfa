"""The dialog that asks how the document is laid out."""

from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from app.documents.layouts import LABELS, load_layout, own_layouts
from app.tui.text.rows import Row, row
from app.tui.widgets.dialog import Dialog
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from sections.errors import NianbaoError

_FILE: Final = "file:"


class LayoutDialog(Dialog[str | None]):
    """Lists the layouts; ends with the name of one, or the place of its file, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "返回，版式不变")]
    ABOUT = (
        "正式文本按国家标准排版。电脑上没有小标宋、仿宋_GB2312 的，选 Windows 自带的字体；"
        "落款要盖章的，选留出盖章位置的。本单位自己的版式文件也可以选，写法见项目说明。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择"), ("回车", "用选中的版式"))
    DEFAULT_CSS = """
    LayoutDialog > Vertical { max-height: 100%; }
    LayoutDialog RowsView { height: auto; max-height: 14; margin: 1 0; }
    """

    def __init__(self, now: str) -> None:
        super().__init__()
        self._now = now

    def compose(self) -> ComposeResult:
        """The layouts, the one in use marked."""
        with Vertical():
            yield Static("用哪种版式", markup=False)
            yield RowsView(id="layouts", always=True)
            yield Lines(2, id="said")
            yield Static("↑↓ 选择    回车 确定    Esc 返回    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """Stand at the one in use."""
        pane = self.query_one(RowsView)
        pane.show(lambda _: self._rows(), self._now)
        pane.focus()

    @staticmethod
    def _rows() -> list[Row]:
        own = {name: f"本单位的版式：{name}" for name in own_layouts()}
        rows = [row(label, key=name) for name, label in (LABELS | own).items()]
        return [*rows, row("从文件里选……", "accent", _FILE)]

    @on(RowChosen)
    def chosen(self, event: RowChosen) -> None:
        """That one; a file is looked for first."""
        event.stop()
        if event.key != _FILE:
            self._take(event.key)
            return
        from app.tui.files.file_picker import FilePicker, Wanted

        self.app.push_screen(FilePicker(Wanted("选择版式文件", (".toml",))), self._picked)

    def _picked(self, path: Path | None) -> None:
        if path is not None:
            self._take(str(path))

    def _take(self, name: str) -> None:
        """End with a layout that can be read; say what is wrong with another."""
        try:
            load_layout(name)
        except NianbaoError as error:
            self.query_one(Lines).say(str(error), "$text-error")
        else:
            self.dismiss(name)

    @on(RowsLeft)
    def stay(self, event: RowsLeft) -> None:
        """The end is the end; Escape goes back."""
        event.stop()
        if event.step == 0:
            self.dismiss(None)
