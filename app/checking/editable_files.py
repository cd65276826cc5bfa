"""Files that can be mended in place: Word documents by their XML, pages and texts by their bytes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final, Protocol

_MAIN: Final = re.compile(r"word/document\d*\.xml")
_GONE: Final = frozenset({"del", "moveFrom", "Fallback"})
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What a damaged part of a package may raise when it is copied."""
_NOT_TEXT: Final = (b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"MIME-Version", b"\x89PNG", b"\xff\xd8\xff")


class Place(Protocol):
    """A cell of a table."""

    text: str


class Copy(Protocol):
    """The content of a file while it is mended."""

    def replace(self, old: str, new: str) -> bool:
        """Replace words; False, and nothing done, unless they stand exactly once."""

    def cells(self, texts: set[str]) -> list[Place]:
        """The cells of tables that hold one of ``texts`` and nothing else."""

    def data(self) -> bytes:
        """The content as it is now."""


def copy_of(path: Path) -> Copy | None:
    """The content of a file to be mended, None for a kind of file that cannot be."""
    data = path.read_bytes()
    if data.startswith(b"PK"):
        package = zipfile.ZipFile(io.BytesIO(data))
        main = next((name for name in package.namelist() if _MAIN.fullmatch(name)), "")
        return _WordCopy(package, main) if main else None
    if path.suffix.lower() == ".json" or data.startswith(_NOT_TEXT):
        return None
    for encoding in ("utf-8", "utf-16", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and text.encode(encoding) == data:
            return _TextCopy(text, encoding)
    return None


class _TextCopy:
    """A text or a web page, in the encoding and with the line ends that it has."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding

    def replace(self, old: str, new: str) -> bool:
        if self._text.count(old) != 1 or set("<>&") & set(old + new):
            return False
        self._text = self._text.replace(old, new)
        return True

    def cells(self, texts: set[str]) -> list[Place]:
        del texts
        return []

    def data(self) -> bytes:
        return self._text.encode(self._encoding)


class _WordCopy:
    """A .docx of which only the main part is written anew; all others keep every byte."""

    def __init__(self, package: zipfile.ZipFile, main: str) -> None:
        from lxml import etree

        self._package, self._main = package, main
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        self._root: Any = etree.fromstring(self._package.read(self._main), parser)
        self._w = self._root.tag.rpartition("}")[0] + "}"

    def replace(self, old: str, new: str) -> bool:
        holding = [
            texts
            for paragraph in self._root.iter(self._w + "p")
            if old in _joined(texts := self._texts(paragraph))
        ]
        if len(holding) != 1 or _joined(holding[0]).count(old) != 1:
            return False
        _replace(holding[0], old, new)
        return True

    def cells(self, texts: set[str]) -> list[Place]:
        cells = (cell for cell in self._root.iter(self._w + "tc") if cell.find(f".//{self._w}tbl") is None)
        found = (_WordCell(self._texts(cell)) for cell in cells)
        return [cell for cell in found if cell.text.strip() in texts and cell.text.strip()]

    def data(self) -> bytes:
        from lxml import etree

        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for entry in map(copy, self._package.infolist()):
                content = self._package.read(entry.filename)
                if entry.filename == self._main:
                    content = etree.tostring(
                        self._root, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                package.writestr(entry, content)
        return out.getvalue()

    def _texts(self, element: Any) -> list[Any]:
        """The text elements of an element itself that count: not what was deleted or moved away."""
        return list(self._text_elements(element))

    def _text_elements(self, element: Any) -> Iterator[Any]:
        for child in element:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if child.tag == self._w + "t":
                yield child
            elif name not in _GONE and (name != "p" or element.tag == self._w + "tc"):
                yield from self._text_elements(child)


class _WordCell:
    """A cell; its new text takes the format of the first of the old one."""

    def __init__(self, texts: list[Any]) -> None:
        self._texts = texts

    @property
    def text(self) -> str:
        return _joined(self._texts)

    @text.setter
    def text(self, text: str) -> None:
        for place, one in enumerate(self._texts):
            one.text = "" if place else text


def _joined(texts: list[Any]) -> str:
    return "".join(text.text or "" for text in texts)


def _replace(texts: list[Any], old: str, new: str) -> None:
    """Only the characters that differ change; each takes the format of the one whose place it takes.

    What is put in between takes the format of what stands before it."""
    start = _joined(texts).index(old)
    owners = [text for text in texts for _ in text.text or ""]
    put: dict[int, str] = {}
    for kind, first, last, new_first, new_last in _changes(old, new):
        if kind == "insert":
            place = max(first - 1, 0)
            kept = put.get(start + place, old[place])
            words = new[new_first:new_last]
            put[start + place] = kept + words if first else words + kept
        else:
            words = new[new_first:new_last] if kind == "replace" else ""
            for offset in range(first, last):
                at = offset - first
                end = len(words) if offset == last - 1 else at + 1
                put[start + offset] = words[at:end]
    changed = {id(owners[place]) for place in put}
    whole = _joined(texts)
    for text in texts:
        if id(text) in changed:
            places = [place for place, owner in enumerate(owners) if owner is text]
            text.text = "".join(put.get(place, whole[place]) for place in places)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _changes(old: str, new: str) -> Iterator[tuple[str, int, int, int, int]]:
    """The places in which ``new`` differs from ``old``, as ``difflib`` names them; the fewest characters."""
    if len(old) == len(new):
        yield from (
            ("replace", place, place + 1, place, place + 1)
            for place, (one, other) in enumerate(zip(old, new, strict=True))
            if one != other
        )
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    yield from (change for change in matcher.get_opcodes() if change[0] != "equal")
