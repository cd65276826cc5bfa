"""A few fixed lines of text that change while one types: repainted when they differ, never laid out anew."""

from textual.content import Content
from textual.widgets import Static

from app.tui.text.cell_width import clip, width, wrap

Line = tuple[str, str]
"""A text and the style it is shown in (a style of Textual's, or empty)."""


class Lines(Static):
    """``height`` lines; what is too long ends in …."""

    DEFAULT_CSS = """
    Lines {
        width: 100%;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    def __init__(self, height: int, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.styles.height = self._height = height
        self._shown: tuple[Line, ...] = ()
        self._sentence: Line | None = None
        """What was said last, to be broken anew in another room."""

    @property
    def room(self) -> int:
        """How many cells a line has."""
        return max(self.size.width, 10)

    @property
    def text(self) -> str:
        """What is shown, for tests."""
        return "\n".join(text for text, _ in self._shown)

    def say(self, text: str, style: str = "") -> None:
        """Show a text broken into the lines there are; what does not fit into them is left out."""
        self.show(*((line, style) for line in wrap(text, self.room)[: self._height]))
        self._sentence = (text, style)

    def on_resize(self) -> None:
        """More or less room for the sentence."""
        if self._sentence is not None:
            self.say(*self._sentence)

    def be_high(self, height: int) -> None:
        """Have another number of lines."""
        if height != self._height:
            self.styles.height = self._height = height

    def show(self, *lines: Line) -> None:
        """Show these lines."""
        self._sentence = None
        clipped = tuple((clip(text, self.room), style) for text, style in lines)
        if clipped != self._shown:
            self._shown = clipped
            content = Content("\n").join(Content.styled(text, style) for text, style in clipped)
            self.update(content, layout=False)


def both_ends(left: str, right: str, room: int) -> str:
    """``left`` and ``right`` at the two ends of a line; the left gives way."""
    left = clip(left, max(room - width(right) - 1, 0))
    return left + " " * (room - width(left) - width(right)) + right
