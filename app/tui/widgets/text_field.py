"""A field of text that breaks its lines as Chinese is printed.

Textual breaks at blanks, so that a run of Chinese behind one goes to the next line whole, a line may begin
with a comma, and 88.9% is torn. How lines are broken is private in Textual; this module and ``crash_exit``
are the only ones that use private members, and ``tests/app/tui/test_textual_members.py`` notices a new
version that has others."""

from collections.abc import Iterator

from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from app.tui.text.cell_width import breaks


class ChineseLines(WrappedDocument):
    """The lines of a document, broken where Chinese may be."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines anew."""
        super().wrap(width, tab_width)
        if not width:
            return
        self._wrap_offsets = [self._breaks(index, width) for index in range(self.document.line_count)]
        self._offset_to_line_info = [
            (index, section)
            for index, offsets in enumerate(self._wrap_offsets)
            for section in range(len(offsets) + 1)
        ]
        self._line_index_to_offsets = list(self._heights())

    def _breaks(self, index: int, width: int) -> list[int]:
        """Where a line is broken; one with tabs stays as Textual breaks it."""
        text = self.document.get_line(index)
        return self._wrap_offsets[index] if "\t" in text else breaks(text, width)

    def _heights(self) -> Iterator[list[int]]:
        top = 0
        for offsets in self._wrap_offsets:
            yield list(range(top, top + len(offsets) + 1))
            top += len(offsets) + 1

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break the lines anew behind an edit; a paragraph is short enough to be broken whole."""
        del start, old_end, new_end
        self.wrap(self._width, self._tab_width)


class TextField(TextArea, inherit_bindings=False):
    """A text area whose lines are ``ChineseLines``, without the function keys that screens need."""

    BINDINGS = [  # noqa: RUF012
        binding
        for binding in TextArea.BINDINGS
        if not isinstance(binding, tuple) and not binding.key.startswith("f")
    ]

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = ChineseLines(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()
