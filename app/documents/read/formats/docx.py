"""Word documents (.docx) by zip and lxml: paragraphs with their automatic numbers, and tables.

Tracked insertions count, deletions do not; content controls and text boxes are read. Nothing outside the file
is ever fetched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from app.documents.read.blocks import MOST_CELLS, Aside, Block, Paragraph
from app.documents.read.characters import raised
from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx_numbering import Numbering
from app.documents.read.formats.docx_runs import RunStyles
from app.documents.read.tables.nested_tables import RawCell, RawTable, flatten

MOST_ENTRIES: Final = 5_000
MOST_BYTES: Final = 16 * 1024 * 1024
"""Of a part that is read; pictures never are."""
HIGHEST_RATIO: Final = 300
_MAIN: Final = re.compile(r"word/document\d*\.xml")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SKIP: Final = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt"})
_SETTINGS: Final = frozenset({"sectPr", "tcPr", "tblPr", "tblGrid", "trPr"})
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
    body = parsed(main).find(_W + "body")
    if body is None:
        raise NotAReport("文件里没有正文，无法读取。", _RESAVE)
    styled = parsed(styles) if styles else None
    runs = RunStyles(styled)
    reader = _Reader(Numbering(parsed(numbering) if numbering else None, styled), runs)
    aside = [Aside(line, _NOTES) for part in notes if part for line in _noted(parsed(part), runs)]
    return [*flatten(reader.content(body)), *aside]


def _noted(notes: Any, styles: RunStyles) -> Iterator[str]:
    """The paragraphs of the notes of a document."""
    for paragraph in notes.iter(_W + "p"):
        if text := "".join(_pieces(paragraph, styles)).strip():
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


def parsed(content: bytes) -> Any:
    """The root element of a part. Raises ``NotAReport`` for what is no harmless XML."""
    from lxml import etree

    content = content.replace(_STRICT.encode(), _W[1:-1].encode())
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


def _name(element: Any) -> str:
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=512)
def _local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def _inside(element: Any, *names: str) -> Any | None:
    """The first child of a name, in it the first of the next, and so on."""
    for name in names:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


class _Reader:
    """Walks the document in order, because its automatic numbers count on."""

    def __init__(self, numbering: Numbering, styles: RunStyles) -> None:
        self._numbering = numbering
        self._styles = styles
        self._cells = 0

    def content(self, parent: Any) -> Iterator[Paragraph | RawTable]:
        """The paragraphs and tables in an element."""
        before = ""
        for child in parent:
            name = _name(child)
            if name == "p" and _runs_on(child):
                before += "".join(_pieces(child, self._styles))
                yield from self._boxes(child)
                continue
            if name == "p":
                yield from self._paragraphs(child, before)
            else:
                yield from _lines(before)
                if name == "tbl":
                    yield self._table(child)
                elif name not in _SKIP and name not in _SETTINGS:
                    yield from self.content(child)
            before = ""
        yield from _lines(before)

    def _paragraphs(self, element: Any, before: str) -> Iterator[Paragraph | RawTable]:
        text = before + "".join(_pieces(element, self._styles))
        if text.strip():
            yield from _lines(self._numbering.label(element) + text.strip())
        yield from self._boxes(element)

    def _boxes(self, element: Any) -> Iterator[Paragraph | RawTable]:
        """What stands in text boxes."""
        for box in element.iter(_W + "txbxContent"):
            if not any(_name(above) in {"Fallback", "txbxContent"} for above in box.iterancestors()):
                yield from self.content(box)

    def _table(self, table: Any) -> RawTable:
        made = RawTable()
        for row in _through(table, "tr"):
            settings = row.find(_W + "trPr")
            if settings is not None and settings.find(_W + "del") is not None:
                continue
            before = 0 if settings is None else _number(settings.find(_W + "gridBefore"), 0)
            made.rows.append(
                [RawCell() for _ in range(before)]
                + [self._cell(c) for c in _through(row, "tc") if not _is_deleted(c)]
            )
        return made

    def _cell(self, cell: Any) -> RawCell:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise NotAReport(*_TOO_LARGE)
        made = RawCell(list(self.content(cell)))
        settings = cell.find(_W + "tcPr")
        if settings is not None:
            merge = settings.find(_W + "vMerge")
            made.across = _number(settings.find(_W + "gridSpan"), 1)
            made.follows = merge is not None and merge.get(_W + "val", "continue") != "restart"
        return made


def _lines(text: str) -> Iterator[Paragraph]:
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(line.strip())


def _runs_on(paragraph: Any) -> bool:
    """Whether the mark that ends a paragraph is deleted, so that the next one continues it."""
    return _inside(paragraph, "pPr", "rPr", "del") is not None


def _is_deleted(cell: Any) -> bool:
    return _inside(cell, "tcPr", "cellDel") is not None


def _pieces(element: Any, styles: RunStyles) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in {"br", "cr"}:
            yield "\n"
        elif name == "tab":
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "r" and (settings := child.find(_W + "rPr")) is not None:
            if not styles.is_gone(settings):
                text = "".join(_pieces(child, styles))
                yield raised(text) if text and styles.is_raised(settings) else text
        elif name not in _SKIP and name != "txbxContent":
            yield from _pieces(child, styles)


def _through(parent: Any, wanted: str) -> Iterator[Any]:
    """The children called ``wanted``, also those inside content controls and tracked changes."""
    for child in parent:
        name = _name(child)
        if name == wanted:
            yield child
        elif name in _AROUND:
            yield from _through(child, wanted)


def _number(element: Any, default: int) -> int:
    text = "" if element is None else element.get(_W + "val", "")
    return max(1, min(int(text), 100)) if text.isascii() and text.isdigit() and len(text) < 6 else default
