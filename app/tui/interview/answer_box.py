"""The answer box: one text field for every kind of answer, and what is to be said about it underneath."""

import re
from collections.abc import Callable
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from app.tui.text.caret import index, location
from app.tui.text.cell_width import wrap
from app.tui.widgets.lines import Lines
from app.tui.widgets.messages import BoxLeft, TextChanged, TypedInVain
from app.tui.widgets.text_field import TextField
from prompts.typed import is_nothing
from sections.report.values import Kind

SAID: Final = 2
"""Lines under the field."""
HIGHEST: Final = {Kind.PARAGRAPH: 8}
LOWEST: Final = {Kind.PARAGRAPH: 4}
_WRITTEN: Final = frozenset({Kind.TEXT, Kind.PARAGRAPH, Kind.LIST, Kind.ITEMS})
"""Kinds whose old answer is rather changed than typed anew."""
_RUNNING: Final = frozenset({Kind.TEXT, Kind.PARAGRAPH})
"""Kinds whose text runs on over the end of a line."""
_LISTED: Final = frozenset({Kind.LIST, Kind.CHOICES})
"""Kinds of which cells that were copied beside one another are parts."""


Entered = Callable[[str], None]
"""Takes the text that was confirmed, at once: keys typed ahead belong to the next question, which must
stand in the box before they are looked at, so that a message would come too late."""


class AnswerText(TextField):
    """The field. Enter confirms, except in a paragraph, where Ctrl+Enter or F5 does (and Enter after 无)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+enter,ctrl+j,ctrl+s", "confirm", show=False),
    ]

    def __init__(self, entered: Entered, typed: Callable[[], None]) -> None:
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            compact=True,
            highlight_cursor_line=False,
            tab_behavior="focus",
        )
        self.cursor_blink = False
        self.kind = Kind.TEXT
        self._entered = entered
        self._typed = typed

    def edit(self, edit: Edit) -> EditResult:
        """Every key: what is said about it is painted together with it."""
        result = super().edit(edit)
        self._typed()
        return result

    async def on_key(self, event: events.Key) -> None:
        """Enter confirms; in a read-only box every key is answered with a sentence."""
        if self.read_only and (event.is_printable or event.key in {"enter", "backspace", "delete"}):
            event.stop()
            event.prevent_default()
            self.post_message(TypedInVain())
        elif event.key == "enter" and (self.kind is not Kind.PARAGRAPH or is_nothing(self.text.strip())):
            event.stop()
            event.prevent_default()
            self.action_confirm()

    async def on_paste(self, event: events.Paste) -> None:
        """Every line of a paste is kept: as lines in a paragraph, else joined."""
        event.stop()
        event.prevent_default()
        if self.read_only:
            self.post_message(TypedInVain())
            return
        self.insert(joined(event.text, self.kind))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At a table F5 is the screen's."""
        del parameters
        return not (action == "confirm" and self.kind is Kind.TABLE)

    def action_confirm(self) -> None:
        """This is the answer."""
        self._entered(self.text)

    def action_cursor_up(self, select: bool = False) -> None:
        """Over the top one comes to the past answers."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(BoxLeft(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Under the bottom one comes to the choices."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(BoxLeft(1))
        else:
            super().action_cursor_down(select)

    def action_cursor_page_up(self) -> None:
        """As a line up, where the text has no page more."""
        if self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(BoxLeft(-1, page=True))
        else:
            super().action_cursor_page_up()

    def action_cursor_page_down(self) -> None:
        """As a line down, where the text has no page more: to the choices that are out of sight."""
        if self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(BoxLeft(1, page=True))
        else:
            super().action_cursor_page_down()


class AnswerBox(Vertical):
    """The field in its frame, and two lines for the hint or for what was said."""

    DEFAULT_CSS = """
    AnswerBox {
        height: auto;
        & > #frame {
            border: round $panel-lighten-2;
            border-subtitle-color: $text-muted;
            &:focus-within { border: round $accent; }
        }
        & AnswerText {
            height: 1fr;
            padding: 0;
            background: $background;
            scrollbar-size-vertical: 1;
        }
    }
    """

    def __init__(self, entered: Entered, typed: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.field = AnswerText(entered, typed)
        self.frame = Vertical(self.field, id="frame")
        self._said = Lines(SAID, id="hint")

    def compose(self) -> ComposeResult:
        """The field and what is said."""
        yield self.frame
        yield self._said

    # --- what is in it ---------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text

    @property
    def caret(self) -> int:
        """How many characters stand before the caret."""
        return index(self.text, self.field.cursor_location)

    def load(self, kind: Kind, text: str, caret: int, readonly: bool, confirm: str) -> None:
        """Another question: its half-typed text or old answer, and what Enter does, in a word or two."""
        self.field.kind = kind
        self.field.read_only = readonly
        self.frame.border_subtitle = "只能查看" if readonly else confirm
        if text != self.text:
            self.field.load_text(text)
        self.field.move_cursor(location(text, caret))

    def select(self) -> None:
        """Everything, so that typing begins anew; of what is written in sentences nothing."""
        if self.field.kind not in _WRITTEN:
            self.field.select_all()

    def put(self, text: str) -> None:
        """Other text in a way that Ctrl+Z takes back; the caret behind it."""
        field = self.field
        field.replace(text, field.document.start, field.document.end)
        field.move_cursor(field.document.end)

    def say(self, text: str, style: str = "") -> None:
        """One sentence under the field."""
        room = self._said.room
        self._said.show(*((line, style) for line in wrap(text, room)[:SAID]) if text else [("", "")])

    @property
    def said(self) -> str:
        """What is said, for tests."""
        return self._said.text

    def lines(self) -> int:
        """How many lines the field wants."""
        kind = self.field.kind
        wanted = self.field.wrapped_document.height
        return min(max(wanted, LOWEST.get(kind, 1)), HIGHEST.get(kind, 5))

    # --- events ----------------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(TextChanged())

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """The caret belongs to what is remembered."""
        event.stop()
        self.post_message(TextChanged())


def joined(text: str, kind: Kind) -> str:
    """A pasted text as it goes into the box: its lines kept in a paragraph, else joined as the kind wants.
    Tabs, which stand between copied cells, separate.

    Some terminals turn every line end into two."""
    between = "；" if kind in _LISTED else " "
    text = re.sub(r" *\t[ \t]*", between, text.replace("\x00", ""))
    lines = [line.strip(f" {between}") for line in re.split(r"\r\n?|\n", text)]
    lines = [line for line in lines if line]
    if kind is Kind.PARAGRAPH:
        return "\n".join(lines)
    if kind in _RUNNING:
        return "".join(lines)
    return "；".join(line.rstrip("；;") for line in lines)
