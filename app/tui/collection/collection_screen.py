"""What colleagues are asked for: a sheet for all of them or for one department, and those that come back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.clean_text import cleaned
from app.errors import FileThereError
from app.session.collection import departments, put_out, read_answers_of_sheet, suggested_name
from app.session.folders import folder_to_write
from app.tui.error_display import shows_errors
from app.tui.text.rows import Row, row, spread, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.messages import RowChosen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.session.session import Session

ALL: Final = "all"
_KEYS: Final = (
    Key("↑↓", "选择"),
    Key("回车", "输出 Word 表", "choose"),
    Key("X", "输出 Excel 表", "workbook"),
    Key("Ctrl+F", "放到哪里", "folder"),
    Key("Ctrl+G", "读回填好的表", "read_back"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_WHAT: Final = (
    "把要问的数按科室写成表，发给同事填写；填好的表读回来，先列出变化再填入，并记下是谁填的。请选择给谁的："
)


class CollectionScreen(ListScreen[str]):
    """Ends with what was filled in from a sheet in a sentence, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "输出 Word 表（.docx），发给同事填写"),
        Binding("x", "workbook", "输出 Excel、WPS 表格（.xlsx）"),
        Binding("ctrl+f", "folder", "选择放表的文件夹"),
        Binding("ctrl+g", "read_back", "读回填好的表，先列出变化"),
    ]
    ABOUT = (
        "收集表列出要向同事要的数，按科室分组，写着上年的数；可以一次给全部科室，也可以只给一个科室。"
        "同事在“今年”一列填写，写上姓名，把文件发回来；读回时先列出会有的变化，您看过以后才填入。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓", "选择科室"),)
    DEFAULT_CSS = """
    CollectionScreen { layout: vertical; }
    CollectionScreen #departments { padding: 0 1; height: 1fr; }
    CollectionScreen #said { max-height: 20%; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._folder = folder_to_write()
        self._departments: Mapping[str, int] = {}
        self._sure: Path | None = None

    def compose(self) -> ComposeResult:
        """Title, departments, what is said, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="departments", always=True)
        yield Lines(4, id="said")
        yield KeyLine(id="keys")

    @shows_errors
    def on_mount(self) -> None:
        """Show who would be asked."""
        whose = f"{self.session.organ} · {self.session.year}年度"
        self.query_one(StatusLine).show_words("收集表", whose)
        self.query_one(KeyLine).show_keys(_KEYS)
        pane = self.query_one("#departments", RowsView)
        pane.focus()
        self._departments = departments(self.session)
        pane.show(self._rows, ALL)

    def _rows(self, room: int) -> list[Row]:
        total = sum(self._departments.values())
        named = {ALL: ("全部科室", total)} | {name: (name, n) for name, n in self._departments.items()}
        rows = [*wrapped(_WHAT, room, "muted"), row("")]
        for key, (name, count) in named.items():
            rows.append(spread(((name, "strong"),), ((f"{count}项", "muted"),), room, key))
        return [*rows, row(""), *wrapped(f"放在：{cleaned(str(self._folder))}", room, "muted")]

    # --- out -------------------------------------------------------------------------------------------

    @on(RowChosen)
    def chosen(self, event: RowChosen) -> None:
        """The sheet of that department, in Word."""
        event.stop()
        if not event.clicked:
            self._put_out("docx")

    def action_choose(self) -> None:
        """The sheet of the department one stands at, in Word."""
        self._put_out("docx")

    def action_workbook(self) -> None:
        """The same as a workbook."""
        self._put_out("xlsx")

    @shows_errors
    def _put_out(self, kind: str) -> None:
        here = self.query_one("#departments", RowsView).here
        department = "" if here == ALL else here
        path = self._folder / suggested_name(self.session, department, kind)
        try:
            sheet = put_out(self.session, path, department, replace=path == self._sure)
        except FileThereError as error:
            self._sure = path
            self.say(f"{error}再按一次覆盖它，或者按 Ctrl+F 放到别处。", "$text-warning")
            return
        self._sure = None
        asked = f"{sum(len(group.lines) for group in sheet.groups)}个问题，{len(sheet.tables)}张表"
        self.say(f"已写入 {cleaned(str(path))}：{asked}。同事填好以后，按 Ctrl+G 读回来。", "$text-success")
        if self.app.is_web:
            self.app.deliver_binary(path)

    def action_folder(self) -> None:
        """Choose where the sheets go."""
        from app.tui.files.file_picker import FilePicker, Wanted

        self.app.push_screen(FilePicker(Wanted("选择放表的文件夹"), self._folder), self._placed)

    def _placed(self, folder: Path | None) -> None:
        if folder is not None:
            self._folder = folder
            self.query_one("#departments", RowsView).show(self._rows)

    # --- and back --------------------------------------------------------------------------------------

    def action_read_back(self) -> None:
        """Choose a sheet that was filled in."""
        from app.documents.sheets.reading import SUFFIXES
        from app.tui.files.file_picker import FilePicker, Wanted

        self.app.push_screen(FilePicker(Wanted("选择填好的收集表", SUFFIXES)), self._picked)

    @shows_errors
    def _picked(self, path: Path | None) -> None:
        """Show what the sheet would change, if it would change anything."""
        if path is None:
            return
        from app.session.answers_update import changes
        from app.tui.collection.filled_sheet_screen import FilledSheetScreen

        file, odd = read_answers_of_sheet(self.session, path)
        made = changes(self.session, file)
        if made or odd:
            self.app.push_screen(FilledSheetScreen(self.session, path.name, file, made, odd), self._filled_in)
        else:
            self.say(f"{cleaned(path.name)} 里没有新的内容，什么都没有改变。", "$text-warning")

    @shows_errors
    def _filled_in(self, said: str | None) -> None:
        if said is not None:
            self.dismiss(said)
