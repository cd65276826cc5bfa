"""Word documents (.docx) by zip and lxml: paragraphs with their automatic numbers, and tables.

Tracked insertions count, deletions do not; content controls and text boxes are read. Nothing outside the file
is ever fetched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Final

from app.documents.read.blocks import MOST_CELLS, PICTURED, UNSEEN, Aside, Block, Paragraph
from app.documents.read.characters import raised
from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx_elements import MATH, W, first_child, first_children
from app.documents.read.formats.docx_numbering import Numbering
from app.documents.read.formats.docx_objects import shows_formula, shows_object
from app.documents.read.formats.docx_runs import RunStyles
from app.documents.read.formats.pasted import with_pasted_tables
from app.documents.read.tables.nested_tables import RawCell, RawTable, flatten

MOST_ENTRIES: Final = 5_000
MOST_BYTES: Final = 16 * 1024 * 1024
"""Of a part that is read; pictures never are."""
HIGHEST_RATIO: Final = 300
_MAIN: Final = re.compile(r"word/document\d*\.xml")
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SKIP: Final = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt"})
_RUN_SETTINGS: Final = W + "rPr"
_CELL_SETTINGS: Final = W + "tcPr"
_SETTINGS: Final = frozenset({"sectPr", "tcPr", "tblPr", "tblGrid", "trPr"})
_SIGNS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_SPACES: Final = " \u3000\xa0\r"
_AROUND: Final = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_NOTES: Final = "脚注、尾注"
_RESAVE: Final = "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。"
_TOO_LARGE: Final = ("文件解压后过大，为安全起见没有读取。", _RESAVE)
BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip


def read_docx(data: bytes) -> list[Block | Aside]:
    """The paragraphs and tables of a .docx, and its notes aside. Raises ``NotAReport``."""
    main, numbering, styles, *notes = _parts(data)
    body = parsed(main).find(W + "body")
    if body is None:
        raise NotAReport("文件里没有正文，无法读取。", _RESAVE)
    styled = parsed(styles) if styles else None
    runs = RunStyles(styled)
    reader = _Reader(Numbering(parsed(numbering) if numbering else None, styled), runs, body)
    aside = [Aside(line, _NOTES) for part in notes if part for line in _noted(parsed(part), runs)]
    return [*with_pasted_tables(flatten(reader.content(body))), *aside]


def _noted(notes: Any, styles: RunStyles) -> Iterator[str]:
    """The paragraphs of the notes of a document."""
    for paragraph in notes.iter(W + "p"):
        if text := _text(paragraph, styles).replace("\t", " ").strip():
            yield text


def _parts(data: bytes) -> tuple[bytes, ...]:
    """The document, its lists, its styles and its notes; all but the first may be empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MOST_ENTRIES:
                raise NotAReport(*_TOO_LARGE)
            name = next((e.filename for e in entries if _MAIN.fullmatch(e.filename)), None)
            if name is None:
                raise NotAReport("这个文件不是 Word 文档（.docx）。", _RESAVE)
            if package.getinfo(name).flag_bits & 1:
                raise NotAReport("文件设有密码，无法读取。", "请取消密码后另存为 .docx 再导入。")
            others = ("numbering", "styles", "footnotes", "endnotes")
            return package_part(package, name), *(package_part(package, f"word/{one}.xml") for one in others)
    except BROKEN as error:
        raise NotAReport("文件已损坏，无法读取。", _RESAVE) from error


def package_part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part of a package, nothing where it is not there. Raises ``NotAReport`` for one that is too large."""
    if name not in package.namelist():
        return b""
    entry = package.getinfo(name)
    most = min(MOST_BYTES, HIGHEST_RATIO * entry.compress_size + 10**6)
    with package.open(name) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise NotAReport(*_TOO_LARGE)
    return content


_parsed_before: Final[ContextVar[dict[bytes, Any] | None]] = ContextVar("parsed_before", default=None)


@contextmanager
def parsing_once() -> Iterator[None]:
    """What is parsed inside is parsed once, however often it is asked for; it is to be looked at only."""
    before = _parsed_before.set({})
    try:
        yield
    finally:
        _parsed_before.reset(before)


def parsed(content: bytes) -> Any:
    """The root element of a part. Raises ``NotAReport`` for what is no harmless XML."""
    known = _parsed_before.get()
    if known is None:
        return _parsed(content)
    if content not in known:
        known[content] = _parsed(content)
    return known[content]


def _parsed(content: bytes) -> Any:
    from lxml import etree

    content = content.replace(_STRICT.encode(), W[1:-1].encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        if b"<!DOCTYPE" in content[:4096]:
            raise NotAReport("文件的内部结构不正常，为安全起见没有读取。", _RESAVE)
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAReport("文件已损坏，无法读取。", _RESAVE) from error
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise NotAReport("文件的内部结构不正常，为安全起见没有读取。", _RESAVE)
    return root


@lru_cache(maxsize=512)
def _local(tag: object) -> str:
    """A tag without its namespace; 「」 of a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Reader:
    """Walks the document in order, because its automatic numbers count on."""

    def __init__(self, numbering: Numbering, styles: RunStyles, body: Any) -> None:
        self._numbering = numbering
        self._styles = styles
        self._has_formulas = _holds(body, MATH + "oMath")
        self._has_boxes = _holds(body, W + "txbxContent")
        self._has_deletions = _holds(body, W + "del")
        self._cells = 0

    def content(self, parent: Any) -> Iterator[Paragraph | RawTable]:
        """The paragraphs and tables in an element."""
        before = ""
        for child in parent:
            name = _local(child.tag)
            if name == "p":
                before += _text(child, self._styles)
                if not (self._has_deletions and _runs_on(child)):
                    if before.strip():
                        label = self._numbering.label(child)
                        yield from _lines(label + before.strip() if label else before)
                    before = ""
                if self._has_boxes:
                    yield from self._boxes(child)
                continue
            if before:
                yield from _lines(before)
                before = ""
            if name == "tbl":
                yield self._table(child)
            elif name not in _SKIP and name not in _SETTINGS:
                yield from self.content(child)
        if before:
            yield from _lines(before)

    def _boxes(self, element: Any) -> Iterator[Paragraph | RawTable]:
        """What stands in text boxes."""
        for box in element.iter(W + "txbxContent"):
            if not any(_local(above.tag) in {"Fallback", "txbxContent"} for above in box.iterancestors()):
                yield from self.content(box)

    def _table(self, table: Any) -> RawTable:
        made = RawTable()
        for row in _through(table, "tr"):
            own = first_children(first_child(row, W + "trPr"))
            if W + "del" in own:
                continue
            before = _number(own.get(W + "gridBefore"), 0)
            cells = [(c, first_children(first_child(c, _CELL_SETTINGS))) for c in _through(row, "tc")]
            made.rows.append(
                [RawCell() for _ in range(before)]
                + [self._cell(cell, settings) for cell, settings in cells if W + "cellDel" not in settings]
            )
        return made

    def _cell(self, cell: Any, settings: Mapping[str, Any]) -> RawCell:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise NotAReport(*_TOO_LARGE)
        made = RawCell([_without_tabs(part) for part in self.content(cell)])
        if shows_object(cell) if not made.content else self._has_formulas and shows_formula(cell):
            made.content = [Paragraph(PICTURED)]
        elif not made.content and self._styles.hide_number(cell):
            made.content = [Paragraph(UNSEEN)]
        merge = settings.get(W + "vMerge")
        made.across = _number(settings.get(W + "gridSpan"), 1)
        made.follows = merge is not None and merge.get(W + "val", "continue") != "restart"
        return made


def _holds(body: Any, tag: str) -> bool:
    """Whether an element of that tag stands anywhere in a document."""
    return next(body.iter(tag), None) is not None


def _lines(text: str) -> list[Paragraph]:
    """The lines of a text; tabs may stand for the cells of a table, blank ones too."""
    return [
        Paragraph(line.strip(_SPACES) if "\t" in line else plain)
        for line in text.split("\n")
        if (plain := line.strip())
    ]


def _without_tabs(part: Paragraph | RawTable) -> Paragraph | RawTable:
    if isinstance(part, RawTable) or "\t" not in part.text:
        return part
    return Paragraph(part.text.replace("\t", " ").strip())


def _runs_on(paragraph: Any) -> bool:
    """Whether the mark that ends a paragraph is deleted, so that the next one continues it."""
    mark = first_child(first_child(paragraph, W + "pPr"), W + "rPr")
    return first_child(mark, W + "del") is not None


def _text(element: Any, styles: RunStyles) -> str:
    """What an element says as it is shown."""
    pieces: list[str] = []
    _gather(element, styles, pieces)
    return "".join(pieces)


def _gather(element: Any, styles: RunStyles, pieces: list[str]) -> None:
    for child in element:
        name = _local(child.tag)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "r" and styles.are_telling(settings := first_child(child, _RUN_SETTINGS)):
            if not styles.is_gone(child, settings):
                text = _text(child, styles)
                pieces.append(raised(text) if text and styles.is_raised(child, settings) else text)
        elif name not in _SKIP and name != "txbxContent":
            _gather(child, styles, pieces)


def _through(parent: Any, wanted: str) -> Iterator[Any]:
    """The children called ``wanted``, also those inside content controls and tracked changes."""
    for child in parent:
        name = _local(child.tag)
        if name == wanted:
            yield child
        elif name in _AROUND:
            yield from _through(child, wanted)


def _number(element: Any, default: int) -> int:
    if element is None:
        return default
    text = element.get(W + "val", "")
    return max(1, min(int(text), 100)) if text.isascii() and text.isdigit() and len(text) < 6 else default
