"""A dialog with a few lines to fill in; what they say is tried, and what is wrong with it is said."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from app.tui.widgets.dialog import Dialog
from app.tui.widgets.kept_line import KeptLine
from app.tui.widgets.lines import Lines
from sections.errors import NianbaoError


class Field(NamedTuple):
    """A line: what is asked, what stands in it, and an example."""

    label: str
    value: str = ""
    example: str = ""


class FormDialog(Dialog[bool]):
    """Ends with True once ``take`` took the lines without a ``NianbaoError``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "取消，什么也不改"),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("回车", "到下一项；最后一项确认"),
        ("↑ ↓", "换一项；输入的字代替整项，按 ← → 或者 End 接着改"),
    )
    DEFAULT_CSS = "FormDialog > Vertical { margin-top: 2; }"

    def __init__(
        self, title: str, about: str, fields: Sequence[Field], take: Callable[[list[str]], object]
    ) -> None:
        super().__init__()
        self.ABOUT = about
        self._title, self._fields, self._take = title, fields, take

    def compose(self) -> ComposeResult:
        """The lines, and what is said."""
        with Vertical():
            yield Static(self._title, markup=False)
            for number, field in enumerate(self._fields):
                yield Static(field.label, markup=False)
                yield KeptLine(
                    field.value,
                    f"{self._title}：{field.label}",
                    placeholder=field.example,
                    id=f"field{number}",
                    compact=True,
                )
            yield Lines(3, id="said")
            yield Static("回车 下一项、确认    Esc 取消    F1 帮助", markup=False)

    def on_mount(self) -> None:
        """No blinking, and begin with the first."""
        boxes = list(self.query(Input))
        for box in boxes:
            box.cursor_blink = False
        boxes[0].focus()

    @on(Input.Submitted)
    def next_or_done(self, event: Input.Submitted) -> None:
        """On to the next line; behind the last they are taken."""
        event.stop()
        boxes = list(self.query(Input))
        place = boxes.index(event.input)
        if place + 1 < len(boxes):
            boxes[place + 1].focus()
            return
        try:
            self._take([box.value.strip() for box in boxes])
        except NianbaoError as error:
            said = self.query_one("#said", Lines)
            said.say(str(error), "$text-error")
        else:
            self.dismiss(True)
