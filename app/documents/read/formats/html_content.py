"""The paragraphs and tables in an element of a web page, as a browser shows them."""

import re
from collections.abc import Iterator
from typing import Any, Final

from app.documents.read.blocks import UNSEEN, Block, Paragraph
from app.documents.read.characters import raised, without_sequences
from app.documents.read.errors import NotAReport
from app.documents.read.formats.html_shown import (
    cells_in_row,
    is_hidden,
    is_raised,
    leaves_no_place,
    shown_instead,
)
from app.documents.read.headings import heading_of
from app.documents.read.tables.nested_tables import RawCell, RawTable, flatten
from app.documents.read.tables.numbers import holds_number

BLOCKS: Final = frozenset({
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "main", "header", "body", "html", "center", "blockquote", "form", "fieldset", "pre", "address", "figure",
    "figcaption", "hr", "tr", "td", "th", "caption", "tbody", "thead", "tfoot", "details", "summary",
})  # fmt: skip
ROW_GROUPS: Final = frozenset({"tbody", "thead", "tfoot"})
_WIDE: Final = r"[\u2e80-\u9fff\uff00-\uffef]"
_BREAK: Final = re.compile(rf"(?<={_WIDE})[ \t\r]*\n\s*|[ \t\r]*\n\s*(?={_WIDE})")
_SPACE: Final = re.compile(r"[ \t\r\n\f\xa0]+")
_DEEPEST: Final = 400
LINE: Final = "\x0b"
"""Stands for a forced line break until the text is cut into lines."""


def parse(text: str) -> Any:
    """The root element of a page, nothing fetched and no script run."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    text = re.sub(r"[\x00-\x08\x0e-\x1f]", "", without_sequences(text))
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace") or b"<p/>", parser=parser)
    except etree.ParserError:  # nothing but comments
        return html.document_fromstring(b"<p/>", parser=parser)


def read_fragment(text: str) -> list[Block]:
    """The paragraphs and tables of a piece of a page that stands in other text."""
    return list(flatten(content_of(parse(text), 0)))


def content_of(element: Any, depth: int) -> list[Paragraph | RawTable]:
    """The paragraphs and tables in an element."""
    found: list[Paragraph | RawTable] = []
    buffer: list[str] = [element.text or ""]
    _fill(element, found, buffer, depth)
    _end(found, buffer)
    return found


def _end(found: list[Paragraph | RawTable], buffer: list[str]) -> None:
    if (text := "".join(buffer)) and not text.isspace():
        found += map(Paragraph, lines_in(text))
    buffer.clear()


def _fill(element: Any, found: list[Paragraph | RawTable], buffer: list[str], depth: int) -> None:
    if depth > _DEEPEST:
        raise NotAReport("网页的结构过于复杂，没有读取。", "请把正文复制到 Word 文档（.docx）再导入。")
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or is_hidden(child):
            pass
        elif tag == "table":
            _end(found, buffer)
            found += [
                *(Paragraph(line) for line in captions_of(child) if is_part(line)),
                _table(child, depth + 1),
            ]
        elif row := cells_in_row(child):
            _end(found, buffer)
            found.append(Paragraph("\t".join(" ".join(lines_in(cell.text_content())) for cell in row)))
        elif tag == "br":
            buffer.append(LINE)
        elif is_raised(child):
            buffer.append(raised(child.text_content()))
        else:
            if tag in BLOCKS:
                _end(found, buffer)
            buffer.append(child.text or "")
            _fill(child, found, buffer, depth + 1)
            if tag in BLOCKS:
                _end(found, buffer)
        buffer.append(child.tail or "")


def captions_of(table: Any) -> Iterator[str]:
    """The lines of the captions of a table."""
    for caption in table.iterchildren("caption"):
        yield from lines_in(caption.text_content())


def is_part(caption: str) -> bool:
    """Whether what stands over a table is the heading of a part with its number."""
    return caption[:1] in "二三四" and heading_of(caption) is not None


def _table(table: Any, depth: int) -> RawTable:
    made = RawTable()
    for row in _rows(table):
        cells = [cell for cell in row if cell.tag in {"td", "th"} and not leaves_no_place(cell)]
        made.rows.append(
            [RawCell(_shown(cell, depth), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in cells]
        )
    return made


def _shown(cell: Any, depth: int) -> list[Paragraph | RawTable]:
    """The content of a cell, or what it shows instead of any."""
    if is_hidden(cell):
        return [Paragraph(UNSEEN)] if holds_number(cell.text_content()) else []
    found = content_of(cell, depth)
    instead = "" if found or not len(cell) else shown_instead(cell)
    return [Paragraph(instead)] if instead else found


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        rows = (child,) if child.tag == "tr" else child if child.tag in ROW_GROUPS else ()
        if not is_hidden(child):
            yield from (row for row in rows if row.tag == "tr" and not is_hidden(row))


def _span(cell: Any, name: str) -> int:
    said = cell.get(name)
    if said is None:
        return 1
    text = said.strip() or "1"
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    return int(text) or (10_000 if name == "rowspan" else 1)


def lines_in(text: str) -> Iterator[str]:
    """The lines of a run of text as a browser shows them: trimmed, white space collapsed."""
    if text.isalnum():
        yield text
        return
    if not text or text.isspace():
        return
    for line in text.split(LINE):
        whole = _BREAK.sub("", line) if "\n" in line else line
        shown = _SPACE.sub(" ", whole).strip(" \u3000")
        if shown:
            yield shown
