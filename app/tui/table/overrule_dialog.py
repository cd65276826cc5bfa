"""The dialog that asks why a carried number is to be another one."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from app.documents.outline import digits
from app.tui.widgets.dialog import Dialog
from app.tui.widgets.kept_line import KeptLine
from app.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from app.tui.table.draft_table_editor import DraftTableEditor


class OverruleScreen(Dialog[bool]):
    """Asks for the number and the reason; True when it was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "取消，数字不变"),
    ]
    ABOUT = (
        "结转的数字由去年的年报得出，一般不改。确有原因不一致的（如机构改革划入、去年的年报有误），写明改为多少和理由；"
        "理由随年报保存，检查时也会显示。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("回车", "到下一项；最后一项确认"),)
    DEFAULT_CSS = "OverruleScreen Input { margin-bottom: 1; }"

    def __init__(self, editor: "DraftTableEditor", field: str) -> None:
        super().__init__()
        self.editor = editor
        self.field = field

    def compose(self) -> ComposeResult:
        """The number, then the reason."""
        view = self.editor.view(self.field)
        kept_as = f"改写结转：{self.editor.whose}：{self.field}"
        with Vertical():
            yield Static(f"改写结转：{self.editor.form.label(self.field)}", markup=False)
            yield Static(f"按去年年报应为 {digits(view.carried) or '（待算）'}。改为：", markup=False)
            yield KeptLine(digits(view.value), f"{kept_as}：数字", id="number", compact=True)
            yield Static("为什么与去年不一致（会随年报保存）：", markup=False)
            yield KeptLine(
                view.reason,
                f"{kept_as}：理由",
                placeholder="如：机构改革，划入原某局的件数",
                id="reason",
                compact=True,
            )
            yield Lines(2, id="said")
            yield Static("回车 下一项、确认    Esc 取消    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """No blinking, and begin with the number."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query_one("#number", Input).focus()

    @on(Input.Submitted, "#number")
    def ask_reason(self) -> None:
        """On to the reason."""
        self.query_one("#reason", Input).focus()

    @on(Input.Submitted, "#reason")
    def confirm(self) -> None:
        """Save both, or say why not."""
        number, reason = (self.query_one(name, Input).value for name in ("#number", "#reason"))
        outcome = self.editor.overrule(self.field, number, reason)
        if outcome.accepted:
            self.dismiss(True)
        else:
            self.query_one("#said", Lines).show((outcome.message, "$text-warning"))
