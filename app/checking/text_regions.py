"""Where words stand in a file that is text: for tools that mark a line and a column."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

LARGEST: Final = 4 * 2**20
_BINARY: Final = (b"PK", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Region:
    """Words of a file: lines and columns from 1, in code points; the end is behind the last."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file; empty for one that is none (a Word document, a PDF)."""

    text: str = ""

    @classmethod
    def of(cls, path: Path) -> "TextFile":
        """A file as text, whatever is wrong with it."""
        from app.documents.read.errors import NotAReport
        from app.documents.read.formats.text_encoding import decode

        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                return cls()
            data = path.read_bytes()
            return cls() if data.startswith(_BINARY) else cls(decode(data))
        except (OSError, NotAReport):
            return cls()

    def region(self, words: str) -> Region | None:
        """Where ``words`` stand; None unless that is one place."""
        if not words or self.text.count(words) != 1:
            return None
        start = self.text.index(words)
        return Region(*self._position(start), *self._position(start + len(words)))

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
