"""The import screen: a file is read, what was recognised is shown, and only then taken over."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from app.session.folders import keep_folder
from app.session.import_review import ImportReview
from app.tui.importing.confirm_screen import ConfirmScreen
from app.tui.importing.import_summary import describe
from app.tui.text.cell_width import wrap
from app.tui.text.typed_path import is_folder, typed_path
from app.tui.widgets.kept_line import KeepsLines, KeptLine, PlaceLine
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Lines
from sections.errors import NianbaoError
from sections.report.report import Report

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.views import Imported, Known

_BACK: Final = Key("Esc", "返回", "leave")
_HELP_KEY: Final = Key("F1", "帮助", "app.help")
_BEFORE: Final = (Key("回车", "读取", "read"), Key("Ctrl+F", "选文件", "pick"), _BACK, _HELP_KEY)
_AFTER: Final = (
    Key("回车", "确认导入", "read"),
    Key("PgUp/PgDn", "翻看"),
    Key("Ctrl+F", "选别的文件", "pick"),
    Key("Esc", "不导入", "leave"),
    _HELP_KEY,
)
_KEPT: Final = (
    Key("回车", "继续", "read"),
    Key("PgUp/PgDn", "翻看"),
    _HELP_KEY,
)
_HELP: Final = (
    "按 Ctrl+F 从列表里选去年的年报；也可以输入文件的位置，或者把文件拖到这个窗口里，然后按回车。\n"
    "可以读取 Word、WPS、PDF、网页和纯文本。读出的内容先给您看，确认之后才保存。"
)


class ImportScreen(KeepsLines[int | None]):
    """Take over a report from a file; ends with its id in the store, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "pick", "从列表里选文件", priority=True),
        Binding("f5", "read", "读取文件；读出以后，确认导入"),
        Binding("enter", "read", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(1)", show=False),
        Binding("escape", "leave", "返回"),
    ]
    ABOUT = (
        "按 Ctrl+F 选去年的年报文件，或者输入它的位置，把文件拖到窗口里也行。读出的内容先给您看，"
        "确认以后才保存；没有读准的格子会请您对照原文核对。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("回车", "读取文件，读出以后确认导入；没有写位置时，从列表里选"),
        ("PgUp PgDn", "翻看读出的内容"),
    )
    DEFAULT_CSS = """
    ImportScreen { layout: vertical; }
    ImportScreen #title { text-style: bold; margin-bottom: 1; background: $panel; }
    ImportScreen .label { padding: 0 1; width: auto; }
    ImportScreen #path { margin: 0 1; }
    ImportScreen #owner { height: 1; display: none; }
    ImportScreen #unit { width: 1fr; }
    ImportScreen #year { width: 8; margin-right: 1; }
    ImportScreen #said { margin-top: 1; }
    ImportScreen #recognised { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self, library: "Library") -> None:
        super().__init__()
        self.library = library
        self._report: Report | None = None
        self._imported: Imported | None = None
        self._kept: int | None = None
        self._asked: Known | None = None
        """The report of that organ and year that is kept already, once it was shown what differs."""

    def compose(self) -> ComposeResult:
        """The path, what was found, and whose it is."""
        yield Lines(1, id="title")
        yield Static("年报文件：", classes="label", markup=False)
        yield PlaceLine("", "导入：位置", id="path", compact=True, placeholder="如 ~/文档/2024年年报.docx")
        with Horizontal(id="owner"):
            yield Static("单位：", classes="label", markup=False)
            yield KeptLine("", "", id="unit", compact=True)
            yield Static("年度：", classes="label", markup=False)
            yield KeptLine("", "", id="year", compact=True)
        yield Lines(2, id="said")
        with VerticalScroll(id="recognised", can_focus=False):
            yield Static(_HELP, id="found", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the path."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query_one("#path", Input).focus()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._show)

    # --- reading ---------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Read the file; once it is read, take it over; once that is done, go on."""
        path = typed_path(self.query_one("#path", Input).value)
        if self._kept is not None:
            self.action_leave()
        elif self._report is not None:
            self._take_over(self._report)
        elif path is None:
            self.action_pick()
        elif is_folder(path):
            self.action_pick(path)
        else:
            self._say("正在读取……", "")
            self._read(path)

    def action_pick(self, folder: Path | None = None) -> None:
        """Choose the file from lists (of a folder), and read it."""
        from app.documents.formats import SUFFIXES
        from app.tui.files.file_picker import FilePicker, Wanted

        if self._kept is None:
            self.app.push_screen(FilePicker(Wanted("选择去年的年报", SUFFIXES), folder), self._picked)

    def _picked(self, path: Path | None) -> None:
        if path is not None:
            self.query_one("#path", Input).value = str(path)
            self._say("正在读取……", "")
            self._read(path)

    @on(Input.Changed, "#path")
    def forget(self) -> None:
        """Another path: what was read before is not meant any more."""
        self._asked = None
        if self._report is not None:
            self._report = None
            self.query_one("#owner").display = False
            self._show()

    @work(thread=True, exclusive=True, group="read")
    def _read(self, path: Path) -> None:
        try:
            imported = self.library.import_report(path)
            keep_folder(path.parent)
        except (NianbaoError, OSError) as error:
            self.app.call_from_thread(self._say, str(error), "$text-error")
        else:
            self.app.call_from_thread(self._recognised, imported)

    def _recognised(self, imported: "Imported") -> None:
        report = imported.report
        self._imported, self._report = imported, report
        kept_as = f"导入：{imported.path}："
        self.query_one("#unit", KeptLine).begin(report.unit, f"{kept_as}单位")
        self.query_one("#year", KeptLine).begin(str(report.year or ""), f"{kept_as}年度")
        self.query_one("#owner").display = True
        missing = "、".join(
            name for name, known in (("单位名称", report.unit), ("年度", report.year)) if not known
        )
        if missing:
            self._say(f"文件里没有找到{missing}，请补上，再按回车导入。", "$text-warning")
            self.query_one("#year" if report.unit else "#unit", Input).focus()
        else:
            self._say_next(report)
        self._show()

    def _say_next(self, report: Report) -> None:
        doubts = len(ImportReview(report).all)
        if doubts:
            self._say(f"有{doubts}处没有读准，按回车对照原文逐处核对。", "$text-warning")
        else:
            self._say("请核对读出的内容。确认无误后按回车导入。", "$text-success")

    # --- taking over -----------------------------------------------------------------------------------

    def _take_over(self, report: Report) -> None:
        """Keep the report under the unit and the year shown."""
        unit, year = (self.query_one(name, Input).value.strip() for name in ("#unit", "#year"))
        if not unit or not (year.isdecimal() and len(year) == 4):
            self._say("请写明单位名称和四位数的年度，如 2024。", "$text-warning")
            self.query_one("#year" if unit else "#unit", Input).focus()
            return
        if self._imported is not None and ImportReview(self._imported.report).all:
            self.app.push_screen(ConfirmScreen(self._imported), self._settled)
            return
        if (kept := self._keep(report, unit, int(year))) is not None:
            self.dismiss(kept)

    @property
    def _file(self) -> str:
        """The name of the file that was read."""
        return self._imported.path.name if self._imported else ""

    def _keep(self, report: Report, unit: str, year: int) -> int | None:
        """Store the report; its id, or None with the reason, or a question, said."""
        whole = report.model_copy(update={"unit": unit, "year": year})
        try:
            known = self.library.known(whole)
            if known is not None and known.status.is_imported and known != self._asked and known.differences:
                self._ask(known)
                return None
            return self.library.take_over(whole, self._file)
        except NianbaoError as error:
            self._say(str(error), "$text-error")
            return None

    def _ask(self, known: "Known") -> None:
        """Show what the file says otherwise than the report of that year that was imported before."""
        self._asked = known
        self._say(
            f"{known.unit}{known.year}年的年报以前导入过，有{len(known.differences)}处不同，列在下面。"
            "再按回车用这一份代替（以前的一份可以恢复），Esc 不导入。",
            "$text-warning",
        )
        self._show()

    def _settled(self, report: Report | None) -> None:
        """Take over what was settled and show what was taken over; with None the clerk came back without."""
        if report is None:
            return
        unit, year = (self.query_one(name, Input).value.strip() for name in ("#unit", "#year"))
        kept = self._keep(report, unit, int(year))
        if kept is None:
            self._imported, self._report = None, report
            return
        self._imported, self._report, self._kept = None, report, kept
        for box in self.query(Input):
            box.disabled = True
        self.set_focus(None)
        blank = len(report.unread)
        said = f"已导入{unit}{year}年年报" + (f"，{blank}格看不清，留空" if blank else "，各格都已核对")
        self._say(f"{said}。按回车继续。", "$text-success")
        self._show()

    def action_leave(self) -> None:
        """Back; with the id of what was kept, or None."""
        self.dismiss(self._kept)

    def action_scroll(self, direction: int) -> None:
        """Through what was recognised, while the box keeps the keys."""
        found = self.query_one("#recognised")
        found.scroll_relative(y=direction * max(found.size.height - 1, 1), animate=False)

    # --- showing ---------------------------------------------------------------------------------------

    def _say(self, text: str, style: str) -> None:
        said = self.query_one("#said", Lines)
        said.say(text, style)

    def _show(self) -> None:
        self.query_one("#title", Lines).show(("导入去年的年报" if self._kept is None else "已导入", ""))
        room = max(self.query_one("#recognised").scrollable_content_region.width - 2, 20)
        text = _HELP if self._report is None else describe(self._report)
        if self._asked is not None:
            text = "\n\n".join(("与以前导入的不同：", *self._asked.differences))
        self.query_one("#found", Static).update("\n".join(wrap(text, room)))
        keys = _BEFORE if self._report is None else _AFTER if self._kept is None else _KEPT
        self.query_one(KeyLine).show_keys(keys)
        if isinstance(self.focused, Input):
            self.app.cursor_position = self.focused.cursor_screen_offset
