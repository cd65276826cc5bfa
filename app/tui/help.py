"""F1: the question explained in full, what may be typed, and every key."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from app.session.views import QuestionView
from app.tui.text.cell_width import left
from app.tui.text.question_rows import question_rows
from app.tui.text.rows import Row, labelled, row
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.messages import RowsLeft
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine
from prompts.commands import COMMANDS
from sections.report.values import Kind

_KEYS: Final = (
    ("回车", "确认答案；框里空着时，采用“同去年”"),
    ("↑ ↓", "向上翻看以前的问答，回车打开；向下进入选项，空格选中"),
    ("Ctrl+↑ Ctrl+↓", "上一题、下一题"),
    ("Ctrl+N", "跳过，以后再答"),
    ("Ctrl+Z", "撤回刚才的修改"),
    ("Ctrl+L", "看去年的句子，逐句沿用、改写或者不用"),
    ("F2 F3", "到提纲、到草稿，再按一次回来"),
    ("F4", "刚改的那句话换一种说法"),
    ("F5", "确认一段文字（或 Ctrl+回车）"),
    ("F6 F7 F8", "预览全文、查看检查结果、到下一处检查"),
    ("F9", "手工修改草稿里选中的一段"),
    ("F10", "导出年报文件"),
    ("Esc", "返回；在问答里回到首页，内容随时都已保存"),
    ("Ctrl+Q", "退出"),
)
_TYPING: Final = {
    Kind.COUNT: "可以写 699、６９９、1,234、699条、六百九十九、1.2万、14万余、无、同去年、比去年多8项。",
    Kind.AMOUNT: "可以写 7.5、7.5万元、75000元、无。",
    Kind.FLAG: "回答“是”或“否”。",
    Kind.CHOICE: "输入序号，或者用方向键到选项上按回车。",
    Kind.CHOICES: "输入序号，如“1、3”，或者用空格选中几项再按回车。",
    Kind.LIST: "几项之间用分号“；”隔开，可以一次粘贴多行。",
    Kind.ITEMS: "按“名称 数字 单位”来写，几项之间用分号“；”隔开，可以一次粘贴多行。",
    Kind.DATE: "如 2026年1月20日、2026-1-20。",
    Kind.PARAGRAPH: "可以写几段，回车换行，写完按 F5。",
    Kind.TABLE: "按回车打开表格，直接输入数字，也可以粘贴从 WPS 或 Excel 复制的区域。",
}


class HelpScreen(Screen[None]):
    """Everything about the question one stands at, then the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q", "dismiss(None)", "返回", priority=True)]
    CSS = "HelpScreen { layout: vertical; }"

    def __init__(self, view: QuestionView | None) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        """A title, the text, the keys."""
        yield StatusLine(id="status")
        yield RowsView(id="help")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(StatusLine).show_words("帮助")
        self.query_one("#help", RowsView).show(lambda room: help_rows(self.view, room))
        self.query_one(KeyLine).show_keys((Key("↑↓", "翻看"), Key("Esc", "返回", "dismiss(None)")))
        self.query_one("#help").focus()

    def on_rows_left(self, event: RowsLeft) -> None:
        """The end is the end."""
        event.stop()


def help_rows(view: QuestionView | None, room: int) -> list[Row]:
    """The lines of the help."""
    rows: list[Row] = []
    if view is not None:
        rows += question_rows(view, room)
        if view.kind in _TYPING:
            rows += labelled("写法：", _TYPING[view.kind], room)
        rows += [row("")]
    rows += [row("按键", "strong")]
    for key, words in _KEYS:
        rows += labelled(left(key, 15), words, room)
    rows += [row(""), row("也可以在输入框里输入命令", "strong")]
    for command in COMMANDS.values():
        rows += labelled(left(command.name, 15), command.label, room)
    return rows
