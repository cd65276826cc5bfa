"""The dialog that asks why a finding of the check stands as it is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from app.tui.widgets.dialog import Dialog
from app.tui.widgets.kept_line import KeptLine
from sections.rules.base import Finding


class AnswerFindingScreen(Dialog[str | None]):
    """Asks for the reason; "" takes an answer back, None leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "取消，不作改动")]
    ABOUT = (
        "检查结果核对过没有错的，写明理由，就不再挡住定稿。理由随年报保存，并写入送审稿；"
        "内容改变以后需要重新核对。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("回车", "确认；理由清空了再确认，就取消核对无误"),)
    DEFAULT_CSS = "AnswerFindingScreen Input { margin: 1 0; }"

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding

    def compose(self) -> ComposeResult:
        """The finding, then the reason."""
        with Vertical():
            yield Static(self.finding.message, markup=False)
            yield Static("核对无误的理由（随年报保存，并写入送审稿；内容改变后需重新核对）：", markup=False)
            yield KeptLine(
                self.finding.answer,
                f"核对无误：{self.finding.fingerprint}",
                placeholder="如：口径为局机关，台账已核对",
                compact=True,
            )
            yield Static("回车 确认（留空为取消）  Esc 不作改动  F1 帮助", markup=False)

    def on_mount(self) -> None:
        """No blinking, and straight to the reason."""
        box = self.query_one(Input)
        box.cursor_blink = False
        box.focus()

    @on(Input.Submitted)
    def confirm(self, event: Input.Submitted) -> None:
        """Hand the reason back; nothing typed and nothing there before changes nothing."""
        event.stop()
        reason = event.value.strip()
        self.dismiss(reason if reason or self.finding.answer else None)
