"""A file or a folder chosen from lists; a place can be typed, pasted or dropped here too."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from app.clean_text import cleaned
from app.session import folders
from app.session.folders import Entry, Listing
from app.tui.files.picker_rows import HERE, UP, folder_rows, start_rows
from app.tui.text.rows import Row, row
from app.tui.text.typed_path import typed_path
from app.tui.widgets.kept_line import A_PLACE, PlaceLine
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import RowChosen, RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

_BACK: Final = (Key("Esc", "返回", "leave"), Key("F1", "帮助", "app.help"))
_FILE_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "打开", "choose"),
    Key("←", "上一级", "up"),
    Key("输入", "筛选，或者写位置"),
    *_BACK,
)
_FOLDER_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "打开", "choose"),
    Key("F5", "就放在这里", "here"),
    Key("←", "上一级", "up"),
    Key("输入", "筛选，或者写位置"),
    *_BACK,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be chosen: its name in the title, and the endings of its files; none for a folder."""

    title: str
    suffixes: tuple[str, ...] = ()

    @property
    def is_folder(self) -> bool:
        """Whether a folder is to be chosen."""
        return not self.suffixes


class FilePicker(Screen[Path | None]):
    """Begins with the newest files of the usual places; ends with what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("left", "left", show=False, priority=True),
        Binding("f5", "here", "选文件夹时：就放在现在这个文件夹", priority=True),
        Binding("escape", "leave", "列出全部；再按返回", priority=True),
    ]
    ABOUT = (
        "先列出文档、下载、桌面等处最近的文件，只列能读取的；选中按回车。也可以打开文件夹去找，"
        "输入几个字筛选，或者直接写出、粘贴文件的位置，把文件拖到窗口里也行。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓ PgUp PgDn", "选择"),
        ("回车", "打开选中的文件或文件夹；输入了位置时，打开那里"),
        ("←", "到上一级文件夹"),
        ("文字", "只列名称里有这些字的；可以写位置，如 ~/文档/"),
    )
    DEFAULT_CSS = """
    FilePicker { layout: vertical; }
    FilePicker #typed { margin: 0 1; padding: 0 1; background: $surface; }
    FilePicker #entries { height: 1fr; padding: 1 0 0 0; }
    """

    def __init__(self, wanted: Wanted, folder: Path | None = None) -> None:
        """``folder``: where to begin, instead of with the newest files."""
        super().__init__()
        self.wanted = wanted
        self._folder = folder
        self._listing = Listing(())
        self._newest: Sequence[Entry] = ()
        self._places: tuple[tuple[str, Path], ...] = ()

    def compose(self) -> ComposeResult:
        """Title, what is typed, what there is, what is said, keys."""
        yield StatusLine(id="status")
        yield PlaceLine(
            "",
            "",
            id="typed",
            compact=True,
            placeholder="输入几个字筛选，或者写出位置",
            select_on_focus=False,
        )
        yield RowsView(id="entries", always=True)
        yield Lines(1, id="said")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Read where to begin."""
        box = self.query_one(Input)
        box.cursor_blink = False
        box.focus()
        self.watch(box, "value", self.filtered, init=False)
        self.query_one(KeyLine).show_keys(_FOLDER_KEYS if self.wanted.is_folder else _FILE_KEYS)
        self._go(self._folder)

    # --- reading, apart from the screen: a folder may lie on a machine that does not answer --------------

    def _go(self, folder: Path | None) -> None:
        self._folder = folder
        place = cleaned(str(folder)) if folder is not None else ""
        self.query_one(StatusLine).show_words(self.wanted.title, place)
        pane = self.query_one("#entries", RowsView)
        pane.show(lambda _: [row("正在读取……", "muted")])
        self._read(folder)

    @work(thread=True, exclusive=True, group="read")
    def _read(self, folder: Path | None) -> None:
        if folder is None:
            places = folders.places()
            newest = folders.recent([one for _, one in places], self.wanted.suffixes)
            self._tell(lambda: self._begin(places, newest))
            return
        try:
            listing = folders.listed(folder, self.wanted.suffixes)
        except OSError:
            self._tell(lambda: self._refused(folder))
        else:
            self._tell(lambda: self._show_folder(listing))

    def _tell(self, what: Callable[[], None]) -> None:
        if self.is_running:
            self.app.call_from_thread(what)

    def _begin(self, places: tuple[tuple[str, Path], ...], newest: Sequence[Entry]) -> None:
        self._places, self._newest = places, newest
        self._show("")

    def _show_folder(self, listing: Listing) -> None:
        self._listing = listing
        files = (entry for entry in listing.entries if not entry.is_folder)
        first = next(files, listing.entries[0] if listing.entries else None)
        self._show(HERE if self.wanted.is_folder else str(first.path) if first else UP)

    def _refused(self, folder: Path) -> None:
        self._listing = Listing(())
        self._show(UP)
        self.say(f"打不开文件夹 {cleaned(str(folder))}，请检查位置和权限。", "$text-warning")

    # --- showing ---------------------------------------------------------------------------------------

    def _show(self, here: str | None = None) -> None:
        pane = self.query_one("#entries", RowsView)
        pane.show(self._rows, here)
        pane.reveal(pane.here)

    def _rows(self, room: int) -> list[Row]:
        typed = self.query_one(Input).value
        words = "" if A_PLACE.search(typed) else typed.strip()
        if self._folder is None:
            return start_rows(self._newest, self._places, room, words)
        return folder_rows(self._listing, room, words, folders_only=self.wanted.is_folder)

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence above the keys."""
        self.query_one("#said", Lines).say(text, style)

    # --- events and actions ----------------------------------------------------------------------------

    def filtered(self) -> None:
        """What is typed counts at once: in the frame that shows it, not in one that waits for a message."""
        self.say("")
        self._show()

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Go to the place that was typed, else choose where one stands."""
        typed = self.query_one(Input).value
        path = typed_path(typed)
        if path is not None and A_PLACE.search(typed):
            self._open(path if self._folder is None else self._folder / path)
        elif here := self.query_one("#entries", RowsView).here:
            self._chosen(here)

    @on(RowChosen)
    def clicked(self, event: RowChosen) -> None:
        """A click chooses."""
        event.stop()
        self._chosen(event.key)

    @on(RowsLeft)
    def stay(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()

    def _chosen(self, key: str) -> None:
        if key == UP:
            self.action_up()
        elif key == HERE:
            self.action_here()
        else:
            self._open(Path(key))

    def _open(self, path: Path) -> None:
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except (OSError, ValueError):
            is_folder = is_file = False
        if is_folder:
            self._clear()
            self._go(Path(os.path.abspath(path)))  # noqa: PTH100 - a link stays the name it has
        elif is_file and not self.wanted.is_folder:
            folders.keep_folder(path.parent)
            self.dismiss(path)
        else:
            what = "文件夹" if self.wanted.is_folder else "文件"
            self.say(f"没有这个{what}：{cleaned(str(path))}", "$text-warning")

    def _clear(self) -> None:
        self.query_one(Input).value = ""

    def action_here(self) -> None:
        """The folder that is shown is the one that was wanted."""
        if not self.wanted.is_folder:
            self.say("请选择一个文件。", "$text-warning")
        elif self._folder is None:
            self.say("请先打开一个文件夹。", "$text-warning")
        else:
            folders.keep_folder(self._folder)
            self.dismiss(self._folder)

    def action_up(self) -> None:
        """To the folder above; from the topmost to where one began."""
        if self._folder is not None:
            above = self._folder.parent
            self._clear()
            self._go(None if above == self._folder else above)

    def action_left(self) -> None:
        """The caret through what is typed; where nothing is, to the folder above."""
        box = self.query_one(Input)
        if box.value:
            box.action_cursor_left()
        else:
            self.action_up()

    def action_move(self, step: int) -> None:
        """Another row."""
        self.query_one("#entries", RowsView).action_move(step)

    def action_page(self, step: int) -> None:
        """A page on."""
        self.query_one("#entries", RowsView).action_page(step)

    def action_leave(self) -> None:
        """Every entry again; where they are all listed, back."""
        if self.query_one(Input).value:
            self._clear()
        else:
            self.dismiss(None)
