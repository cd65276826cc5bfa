"""The dialog that asks why a finding of the check stands as it is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from app.tui.widgets.dialog import Dialog
from app.tui.widgets.kept_line import KeptLine
from app.tui.widgets.lines import Lines
from sections.rules.base import Finding


class AnswerFindingScreen(Dialog[str | None]):
    """Asks for the reason; "" takes an answer back, None leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "取消，不作改动")]
    ABOUT = (
        "检查结果核对过没有错的，写明理由，就不再挡住定稿。理由随年报保存，并写入送审稿；"
        "内容改变以后需要重新核对。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("回车", "确认；理由清空了再确认，就取消核对无误"),)
    DEFAULT_CSS = "AnswerFindingScreen Input { margin: 1 0 0 0; }"

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding

    def compose(self) -> ComposeResult:
        """The finding, then the reason."""
        with Vertical():
            yield Static(f"检查说：{self.finding.message}", markup=False)
            if self.finding.quote:
                yield Static(f"原文：{self.finding.quote}", markup=False)
            yield Static("为什么没有错（理由随年报保存，写进送审稿；内容改了要重新核对）：", markup=False)
            yield KeptLine(
                self.finding.answer,
                f"核对无误：{self.finding.fingerprint}",
                placeholder="如：口径为局机关，台账已核对",
                compact=True,
            )
            yield Lines(1, id="said")
            taken_back = "，清空再按就取消“核对无误”" if self.finding.answer else ""
            yield Static(f"回车 确认{taken_back}    Esc 不作改动    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """No blinking, and straight to the reason."""
        box = self.query_one(Input)
        box.cursor_blink = False
        box.focus()

    @on(Input.Submitted)
    def confirm(self, event: Input.Submitted) -> None:
        """Hand the reason back; without one nothing is overruled, which is said."""
        event.stop()
        reason = event.value.strip()
        if reason or self.finding.answer:
            self.dismiss(reason)
        else:
            self.query_one("#said", Lines).say("请写一句理由；不作改动按 Esc。", "$text-warning")
