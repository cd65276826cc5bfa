"""Word documents (.docx) by zip and lxml: paragraphs and tables with their merged cells expanded.

Tracked insertions count, deletions do not; content controls are read; a table that only lays out other
tables is taken apart. Nothing outside the file is ever fetched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from app.documents.read.blocks import MOST_CELLS, Block, Cell, Grid, Paragraph
from app.documents.read.errors import NotAReport

MOST_ENTRIES: Final = 5_000
MOST_BYTES: Final = 60 * 1024 * 1024
HIGHEST_RATIO: Final = 300
_MAIN: Final = re.compile(r"word/document\d*\.xml")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SKIP: Final = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt"})
_RESAVE: Final = "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。"


def read_docx(data: bytes) -> list[Block]:
    """The paragraphs and tables of a .docx. Raises ``NotAReport``."""
    body = _parse(_main_part(data))
    return list(_blocks(body))


def _main_part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            total = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_ENTRIES or total > MOST_BYTES or total > HIGHEST_RATIO * len(data) + 10**6:
                raise NotAReport("文件解压后过大，为安全起见没有读取。", _RESAVE)
            name = next((e.filename for e in entries if _MAIN.fullmatch(e.filename)), None)
            if name is None:
                raise NotAReport("这个文件不是 Word 文档（.docx）。", _RESAVE)
            if package.getinfo(name).flag_bits & 1:
                raise NotAReport("文件设有密码，无法读取。", "请取消密码后另存为 .docx 再导入。")
            with package.open(name) as part:
                content = part.read(MOST_BYTES + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as e:
        raise NotAReport("文件已损坏，无法读取。", _RESAVE) from e
    if len(content) > MOST_BYTES:
        raise NotAReport("文件解压后过大，为安全起见没有读取。", _RESAVE)
    return content


def _parse(content: bytes) -> Any:
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
    body = root.find(_W + "body")
    if body is None:
        raise NotAReport("文件里没有正文，无法读取。", _RESAVE)
    return body


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _blocks(parent: Any) -> Iterator[Block]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield from _paragraphs(child)
        elif name == "tbl":
            yield from _table(child)
        elif name not in _SKIP and name not in {"sectPr", "tcPr", "tblPr"}:
            yield from _blocks(child)


def _paragraphs(element: Any) -> Iterator[Block]:
    for line in _text(element).split("\n"):
        if line.strip():
            yield Paragraph(line.strip())
    for box in element.iter(_W + "txbxContent"):
        if not any(_name(above) in {"Fallback", "txbxContent"} for above in box.iterancestors()):
            yield from _blocks(box)


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
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
        elif name not in _SKIP and name != "txbxContent":
            yield from _pieces(child)


def _through(parent: Any, wanted: str) -> Iterator[Any]:
    """The children called ``wanted``, also those inside content controls and tracked changes."""
    for child in parent:
        name = _name(child)
        if name == wanted:
            yield child
        elif name in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _through(child, wanted)


def _table(table: Any) -> Iterator[Block]:
    if next(table.iterdescendants(_W + "tbl"), None) is not None and _only_layout(table):
        for row in _through(table, "tr"):
            for cell in _through(row, "tc"):
                yield from _blocks(cell)
        return
    yield _grid(table)


def _only_layout(table: Any) -> bool:
    """Whether a table with tables inside is a frame: few cells of its own."""
    return sum(1 for row in _through(table, "tr") for _ in _through(row, "tc")) <= 12


def _grid(table: Any) -> Grid:
    rows: list[tuple[Cell, ...]] = []
    above: list[Cell] = []
    size = 0
    for number, row in enumerate(_through(table, "tr")):
        properties = row.find(_W + "trPr")
        if properties is not None and properties.find(_W + "del") is not None:
            continue
        line = _row(row, number, above, properties)
        size += len(line)
        if size > MOST_CELLS:
            raise NotAReport("文件中的表格过大，没有读取。", "请确认选择的是政府信息公开工作年度报告。")
        rows.append(tuple(line))
        above = line
    return Grid(tuple(rows))


def _row(row: Any, number: int, above: list[Cell], properties: Any) -> list[Cell]:
    line: list[Cell] = []
    if properties is not None:
        line += [Cell("", (number, -1 - i)) for i in range(_number(properties.find(_W + "gridBefore"), 0))]
    for cell in _through(row, "tc"):
        settings = cell.find(_W + "tcPr")
        span, merge = 1, None
        if settings is not None:
            span, merge = _number(settings.find(_W + "gridSpan"), 1), settings.find(_W + "vMerge")
        start = len(line)
        follows = merge is not None and merge.get(_W + "val", "continue") != "restart"
        if follows and start < len(above):
            line += [above[start]] * span
        else:
            line += [Cell(_cell_text(cell), (number, start))] * span
    return line


def _number(element: Any, default: int) -> int:
    text = "" if element is None else element.get(_W + "val", "")
    return max(1, min(int(text), 100)) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _cell_text(cell: Any) -> str:
    lines: list[str] = []
    for block in _blocks(cell):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [c.text for row in block.rows for c in row if c.text]
    return "\n".join(lines)
