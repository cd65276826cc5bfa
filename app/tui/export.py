"""The export screen: where the document goes, what stands in the way, and what was written."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from app.documents.errors import DocumentError
from app.errors import FileThereError
from app.session.folders import can_be_written, folder_to_write, other_folder_to_write
from app.session.views import Exported
from app.tui.text.cell_width import width, wrap
from app.tui.text.typed_path import typed_path
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Line, Lines, both_ends
from sections.errors import NianbaoError
from sections.rules.base import Severity

if TYPE_CHECKING:
    from app.session.session import Session

_SAID: Final = 14
_WHOLE: Final = 3
"""Lines of a path that is longer than its box."""
_WHERE: Final = "保存到（可以改；没有的文件夹会新建，只写文件夹的末尾加“/”）："
_DRAFT: Final = "（草稿）"
_ITEM: Final = "  · "
_KEYS: Final = (
    Key("回车", "导出正式文本", "final"),
    Key("Ctrl+F", "选文件夹", "folder"),
    Key("Ctrl+D", "导出草稿", "draft"),
    Key("Ctrl+E", "送审稿", "review"),
    Key("Ctrl+B", "全部格式", "all"),
    Key("Ctrl+X", "版式", "layout"),
    Key("Ctrl+G", "读回改过的文件", "read_back"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)
_HINT: Final = (
    "文件名的后缀决定格式：.docx 正式文本，.pdf，.html 网页，.xlsx 表格和勾稽，.md、.txt 文本，.json 数据。",
    "Ctrl+E 导出送审稿：标出与上年不同的数字和句子，检查结果写成批注。Ctrl+B 把各种格式都导出到这个文件夹。",
)
_GRAVE: Final = frozenset({Severity.ERROR, Severity.WARNING})
_STILL_DRAFT: Final = "年报在这里还是草稿，可以接着改；不再改动时，在结束页选“定稿”。"
_DONE: Final = (Key("回车", "返回", "leave"),)


class ExportScreen(Screen[Path | None]):
    """Write the document; ends with the path that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "final", "导出正式文本", show=False),
        Binding("ctrl+f", "folder", "从列表里选保存的文件夹", priority=True),
        Binding("ctrl+d", "draft", "导出草稿", priority=True),
        Binding("ctrl+e", "review", "导出送审稿：标出与上年不同之处，检查结果写成批注", priority=True),
        Binding("ctrl+b", "all", "把各种格式都导出到这个文件夹", priority=True),
        Binding(
            "ctrl+x", "layout", "选择版式：国家标准、Windows 自带的字体、盖章、本单位自己的", priority=True
        ),
        Binding("ctrl+g", "read_back", "把导出后改过的文件读回来，逐处比较", priority=True),
        Binding("escape", "leave", "返回"),
    ]
    ABOUT = (
        "写明文件保存在哪里，按回车导出。还有错误时不能导出正式文本，可以先导出草稿，文件里会标明是草稿。"
        "文件名的后缀决定格式。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("回车", "导出正式文本"),)
    DEFAULT_CSS = """
    ExportScreen { layout: vertical; }
    ExportScreen #title { text-style: bold; margin-bottom: 1; background: $panel; }
    ExportScreen .label { padding: 0 1; }
    ExportScreen #path { margin: 0 1; }
    ExportScreen #said { max-height: 50%; }
    ExportScreen #rest { height: 1fr; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._written: Path | None = None
        self._finished = False
        """Whether what is asked for has been written: Enter leaves then."""
        self._sure: Path | None = None
        self._replace = False
        self._layout = ""
        """The name of the layout, "" for that of the standard."""

    def compose(self) -> ComposeResult:
        """The place, and what is to be said."""
        yield Lines(1, id="title")
        yield Static(_WHERE, classes="label", markup=False)
        yield Input(value=str(suggested_place(self.session)), id="path", compact=True, select_on_focus=False)
        yield Lines(_WHOLE, id="whole")
        yield Lines(_SAID, id="said")
        yield Static("", id="rest")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the place."""
        box = self.query_one(Input)
        box.cursor_blink = False
        box.focus()

    def on_resize(self) -> None:
        """Say how things stand."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if not self.query_one("#said", Lines).text:
            self._say(*((line, "$text-muted") for line in _HINT))
        self._show_whole()
        self._show()

    def _show_whole(self) -> None:
        """The whole path below its box, where the box shows no more than the end of it."""
        box, whole = self.query_one(Input), self.query_one("#whole", Lines)
        cut = width(box.value) >= box.scrollable_content_region.width
        lines = [*wrap(f"上面只显示得下一部分，全部是：{box.value}", whole.room)][:_WHOLE] if cut else []
        whole.be_high(max(len(lines), 1))
        whole.show(*((line, "$text-muted") for line in lines))

    @on(Input.Changed)
    def ask_again(self) -> None:
        """Another place: a file there has not been looked at yet."""
        self._sure, self._replace = None, False
        self._show_whole()
        self._not_finished()

    def _not_finished(self) -> None:
        if self._finished:
            self._finished = False
            self._show()

    @on(Input.Submitted)
    def action_final(self) -> None:
        """Write the final document; after it was written, leave."""
        if self._finished:
            self.dismiss(self._written)
        else:
            self._write(as_draft=False)

    def action_draft(self) -> None:
        """Write a document marked 草稿, whatever was found."""
        self._write(as_draft=True)

    def action_review(self) -> None:
        """Write the reviewer's edition beside the document, whatever was found."""
        self._guarded(lambda: self._write_to(self._beside("review"), "review", False, "Ctrl+E"))

    def action_all(self) -> None:
        """Write every kind into the folder, a line each; files that are there only when asked twice."""
        self._say(("正在写出各种格式……", ""))
        self.call_after_refresh(lambda: self._guarded(self._write_all))

    def action_read_back(self) -> None:
        """Compare the file at the place with the report: it was edited after it was exported."""
        from app.tui.files.file_picker import FilePicker, Wanted
        from app.tui.homecoming import HomecomingScreen

        path = self._target(as_draft=False)
        draft = path.with_name(f"{path.stem}{_DRAFT}{path.suffix}") if path is not None else None
        there = next((path for path in (path, draft) if path is not None and path.is_file()), None)
        if there is not None:
            self.app.push_screen(HomecomingScreen(self.session, there))
            return
        from app.documents.formats import SUFFIXES

        def picked(path: Path | None) -> None:
            if path is not None:
                self.app.push_screen(HomecomingScreen(self.session, path))

        self.app.push_screen(FilePicker(Wanted("选择改过的文件", SUFFIXES)), picked)

    def action_folder(self) -> None:
        """Choose the folder from lists; the name of the file stays."""
        from app.tui.files.file_picker import FilePicker, Wanted

        path = self._target(as_draft=False)
        name = path.name if path is not None else self.session.exporting.suggested_name()

        def picked(folder: Path | None) -> None:
            if folder is not None:
                self.query_one(Input).value = str(folder / name)

        there = path.parent if path is not None and path.parent.is_dir() else None
        self.app.push_screen(FilePicker(Wanted("选择保存的文件夹"), there), picked)

    def action_layout(self) -> None:
        """Choose how the document is laid out."""
        from app.tui.layout_dialog import LayoutDialog

        self.app.push_screen(LayoutDialog(self._layout or "gbt9704"), self._laid_out)

    def _laid_out(self, name: str | None) -> None:
        from app.documents.layouts import LABELS

        if name is not None:
            self._layout = name
            self._not_finished()
            self._say((f"版式：{LABELS.get(name, name)}。再按回车导出。", "$text-success"))

    def action_leave(self) -> None:
        """Back, with what was written if anything was."""
        self.dismiss(self._written)

    # --- helpers ---------------------------------------------------------------------------------------

    def _write(self, as_draft: bool) -> None:
        self._guarded(lambda: self._write_document(as_draft))

    def _guarded(self, write: Callable[[], None]) -> None:
        """Say what goes wrong in one sentence."""
        try:
            write()
        except (NianbaoError, OSError) as error:
            self._say((str(error), "$text-error"))

    def _write_document(self, as_draft: bool) -> None:
        from app.documents.write.kinds import SUFFIXES

        path = self._target(as_draft)
        if path is not None and not as_draft and (lines := self._in_the_way()):
            self._say(*lines)
            return
        kind = SUFFIXES[path.suffix.lower()] if path is not None else ""
        self._write_to(path, kind, as_draft, "Ctrl+D" if as_draft else "回车")

    def _write_to(self, path: Path | None, kind: str, as_draft: bool, key: str) -> None:
        if path is None:
            self._say(("请输入要保存的位置。", "$text-warning"))
            return
        is_new = not path.parent.exists()
        try:
            done = self.session.exporting.write(
                path, kind, as_draft, self._layout, replace=self._sure == path
            )
        except FileThereError as error:
            self._sure = path
            self._say((str(error), "$text-warning"), (f"再按一次 {key} 覆盖它，或者改一个名字。", ""))
        except DocumentError as error:
            self._offer_other_folder(path, error, key)
        else:
            self._done(done, "送审稿" if kind == "review" else "", is_new)

    def _offer_other_folder(self, path: Path, error: DocumentError, key: str) -> None:
        """Put a folder that can be written in the place of one that cannot."""
        other = None if can_be_written(path.parent) else other_folder_to_write(path.parent)
        if other is None:
            raise error
        with self.prevent(Input.Changed):
            self.query_one(Input).value = str(other / path.name)
        self._show_whole()
        self._say(
            (f"“{path.parent}”不能写入，已改到“{other}”。", "$text-warning"),
            (f"再按一次 {key} 就存到那里，也可以按 Ctrl+F 选别的文件夹。", ""),
        )

    def _beside(self, kind: str) -> Path | None:
        """Where another kind goes: the folder of the place that was typed."""
        path = self._target(as_draft=False)
        return None if path is None else path.parent / self.session.exporting.suggested_name(kind)

    def _write_all(self) -> None:
        place = self._target(as_draft=False)
        if place is None:
            self._say(("请输入要保存的位置。", "$text-warning"))
            return
        as_draft = bool(self._in_the_way())
        lines: list[Line] = [("有错误没有改正，正式文本都标了“草稿”。", "$text-warning")] if as_draft else []
        there = 0
        for kind, done in self.session.exporting.write_all(
            place.parent, as_draft, self._layout, replace=self._replace
        ):
            if isinstance(done, Exported):
                lines.append((f"{_ITEM}{kind.label}：{done.path.name}", ""))
                self._written = done.path if kind.name == "docx" else self._written
                self._finished = self._written is not None
            else:
                there += isinstance(done, FileThereError)
                lines.append((f"{_ITEM}{kind.label}没有写成：{done}", "$text-warning"))
        if there and not self._replace:
            self._replace = True
            lines.insert(
                0, (f"有{there}个文件已经存在，没有覆盖。再按一次 Ctrl+B 覆盖它们。", "$text-warning")
            )
        self._say((f"已导出到 {place.parent}：", "$text-success"), *lines)
        self._show()

    def _target(self, as_draft: bool) -> Path | None:
        """The whole path: a folder gets the suggested name, a name without an ending gets .docx."""
        from app.documents.write.kinds import SUFFIXES

        typed = self.query_one(Input).value
        path = typed_path(typed)
        if path is None:
            return None
        if path.is_dir() or typed.strip().endswith(("/", os.sep)):
            path /= self.session.exporting.suggested_name()
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(path.name + ".docx")
        if as_draft and path.name == self.session.exporting.suggested_name():
            path = path.with_name(f"{path.stem}{_DRAFT}{path.suffix}")
        return path if path.is_absolute() else Path.cwd() / path

    def _in_the_way(self) -> list[Line]:
        """The findings that keep a final document from being written."""
        errors = [
            finding for finding in self.session.finishing.findings() if finding.severity is Severity.ERROR
        ]
        if not errors:
            return []
        return [
            (f"还有{len(errors)}处错误没有改正，暂时不能导出正式文本：", "$text-error"),
            *((_ITEM + error.message, "") for error in errors[:4]),
            *([(f"  ……另有{len(errors) - 4}处，见“检查”。", "")] if len(errors) > 4 else []),
            ("可以按 Ctrl+D 导出带“草稿”标记的文件，或者按 Esc 返回改正。", "$text-warning"),
        ]

    def _done(self, exported: Exported, name: str = "", in_new_folder: bool = False) -> None:
        self._written, self._finished = exported.path, True
        if self.app.is_web:
            self.app.deliver_binary(exported.path)
        what = name or ("草稿" if exported.as_draft else "正式文本")
        counts = [finding.severity for finding in exported.findings]
        left = f"其中仍有错误{counts.count(Severity.ERROR)}处、提醒{counts.count(Severity.WARNING)}处。"
        self._say(
            (f"{what}已写入（{max(exported.size // 1024, 1)} KB）：", "$text-success"),
            (str(exported.path), ""),
            *([(f"新建了文件夹“{exported.path.parent.name}”。", "")] if in_new_folder else []),
            *([(left, "$text-warning")] if _GRAVE & set(counts) and exported.as_draft else []),
            *([(_STILL_DRAFT, "$text-muted")] if not exported.as_draft and not self.session.closed else []),
        )
        self._show()

    def _say(self, *lines: Line) -> None:
        said = self.query_one("#said", Lines)
        broken = [(line, style) for text, style in lines for line in _hanging(text, said.room)]
        said.show(*broken[:_SAID])

    def _show(self) -> None:
        title = self.query_one("#title", Lines)
        counts = [finding.severity for finding in self.session.findings]
        right = f"错误 {counts.count(Severity.ERROR)}  提醒 {counts.count(Severity.WARNING)}"
        left = f"导出  {self.session.organ} · {self.session.year}年度"
        title.show((both_ends(left, right, title.room), ""))
        self.query_one(KeyLine).show_keys(_DONE if self._finished else _KEYS)
        self.app.cursor_position = self.query_one(Input).cursor_screen_offset


def _hanging(text: str, room: int) -> list[str]:
    """``text`` in lines; those of an item stand under its first."""
    if not text.startswith(_ITEM):
        return list(wrap(text, room))
    first, *rest = wrap(text.removeprefix(_ITEM), room - width(_ITEM))
    return [_ITEM + first, *(" " * width(_ITEM) + line for line in rest)]


def suggested_place(session: "Session") -> Path:
    """Where the document would go."""
    return folder_to_write() / session.exporting.suggested_name()
