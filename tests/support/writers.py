"""Files of every format made of a report as ``variations`` lays it out."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from tests.support import made
from tests.support.variations import Part, Parts, Put, Sheet, placed


def docx(parts: Parts) -> bytes:
    return made.package("".join(map(_docx_part, parts)))


def _docx_part(part: Part) -> str:
    if isinstance(part, str):
        return made.paragraph(part)
    if part.inside:
        cells = "".join(f"<w:tc>{''.join(map(_docx_part, inside))}<w:p/></w:tc>" for inside in part.inside)
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    grid: dict[tuple[int, int], str] = {}
    for number, line in enumerate(placed(part)):
        for column, put in line:
            for down in range(put.down):
                merge = "" if put.down == 1 else '<w:vMerge w:val="restart"/>' if not down else "<w:vMerge/>"
                text = "".join(map(made.paragraph, put.text.split("\n"))) if not down else "<w:p/>"
                span = f'<w:tcW w:w="{_WIDE * put.across}" w:type="dxa"/><w:gridSpan w:val="{put.across}"/>'
                grid[number + down, column] = f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>"
    rows = ("".join(grid[at] for at in sorted(grid) if at[0] == row) for row in range(len(part.rows)))
    columns = f'<w:gridCol w:w="{_WIDE}"/>' * part.cols
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl>{_RULED}<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


_WIDE = 600
"""Twentieths of a point that a column takes; LibreOffice places cells by them."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
_RULED = f"<w:tblPr><w:tblBorders>{_RULES}</w:tblBorders></w:tblPr>"
_GONE = "<w:del><w:r><w:delText>旧的9</w:delText></w:r></w:del>"
_GONE_PARAGRAPH = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_GONE}</w:p>"
_GONE_CELL = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>{_GONE}</w:p></w:tc>"
_GONE_ROW = (
    "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>99</w:t></w:r></w:p></w:tc></w:tr>"
)


def tracked(parts: Parts) -> bytes:
    """A Word file whose every text, row and cell was changed while changes were tracked."""
    inner = "".join(map(_docx_part, parts))
    inner = re.sub(r"<w:p>(<w:r><w:t[^>]*>[^<]*</w:t></w:r>)</w:p>", _changed, inner)
    return made.package(
        inner.replace("<w:tr>", f"{_GONE_ROW}<w:tr>").replace("</w:tr>", f"{_GONE_CELL}</w:tr>")
    )


def _changed(paragraph: re.Match[str]) -> str:
    """A paragraph written in two halves, one moved here and one inserted, around what was deleted."""
    text = re.sub("<[^>]+>", "", paragraph[1])
    at = len(text) // 2
    one, other = (f'<w:r><w:t xml:space="preserve">{half}</w:t></w:r>' for half in (text[:at], text[at:]))
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins>{one}</w:ins>{_GONE}</w:p>"
    moved = f"<w:moveFrom>{one}</w:moveFrom>{_GONE}<w:moveTo>{other}</w:moveTo>"
    return f"{_GONE_PARAGRAPH}{first}<w:p>{moved}</w:p>"


def html(parts: Parts, around: str = "{}") -> bytes:
    return around.format("".join(map(_html_part, parts))).encode()


def _html_part(part: Part) -> str:
    if isinstance(part, str):
        return f"<p>{escape(part)}</p>\n"
    if part.inside:
        cells = "".join(f"<td>{''.join(map(_html_part, inside))}</td>" for inside in part.inside)
        return f"<table><tr>{cells}</tr></table>\n"
    rows = ("".join(map(_html_cell, row)) for row in part.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def _html_cell(put: Put) -> str:
    text = escape(put.text).replace("\n", "<br/>")
    return f'<td colspan="{put.across}" rowspan="{put.down}">{text}</td>'


def markdown(parts: Parts) -> bytes:
    return "".join(map(_markdown_part, parts)).encode()


def _markdown_part(part: Part) -> str:
    if isinstance(part, str):
        return part + "\n\n"
    if part.inside:
        return "".join(_markdown_part(inner) for inside in part.inside for inner in inside)
    lines = []
    for line in placed(part):
        cells = [""] * part.cols
        for column, put in line:
            cells[column] = put.text.replace("\n", " ")
        lines.append("| " + " | ".join(cells) + " |\n")
    return "".join([lines[0], "|" + "---|" * part.cols + "\n", *lines[1:], "\n"])


def tabbed(parts: Parts) -> bytes:
    """A row a line, its cells separated by tabs, as a paste from Word leaves it."""
    return _text(parts, lambda row: ["\t".join(row)])


def tab_led(parts: Parts) -> bytes:
    """A cell a line behind a tab, an empty line after each row, as some web pages leave it."""
    return _text(parts, lambda row: [*(f"\t{cell}" for cell in row), ""])


def bare(parts: Parts) -> bytes:
    """A cell a line and nothing else; what is blank is lost."""
    return _text(parts, lambda row: [cell for cell in row if cell])


def spaced(parts: Parts) -> bytes:
    """A row a line, its cells separated by spaces, as a copy from a PDF or a page leaves it."""
    return _text(parts, lambda row: [" ".join(cell for cell in row if cell)])


def barred(parts: Parts) -> bytes:
    """A row a line, a bar behind each cell and what is merged left out, as page readers leave it."""
    return _text(parts, lambda row: [" | ".join(row) + " |"])


def bars_alone(parts: Parts) -> bytes:
    """A cell a line and a bar on a line of its own behind each; what is blank is lost."""
    return _text(parts, lambda row: [line for cell in row if cell for line in (cell, "|")])


def bars_down(parts: Parts) -> bytes:
    """A cell a line with a bar behind it, further bars where merged cells end a row."""
    return _text(parts, lambda row: [*(f"{cell} |" for cell in row), "||"])


def boxed(parts: Parts) -> bytes:
    """Box lines around every cell, as a terminal or a mail shows a table."""
    return _text(parts, lambda row: ["├" + "┼".join("─" * 6 for _ in row) + "┤", "│" + "│".join(row) + "│"])


def mixed(parts: Parts) -> bytes:
    """Markdown with tables as web pages have them, as converters write merged cells."""
    marks = ["# ", "# ", *[""] * len(parts)]
    return "".join(
        mark * isinstance(part, str) + _mixed_part(part) for mark, part in zip(marks, parts, strict=False)
    ).encode()


def _mixed_part(part: Part) -> str:
    return f"{part}\n\n" if isinstance(part, str) else _html_part(part)


def xlsx(parts: Parts) -> bytes:
    """A workbook: a sheet of the text, and a sheet a table with its merged cells."""
    text = "".join(f"<row>{_value(part)}</row>" for part in parts if isinstance(part, str))
    sheets = [
        f"<sheetData>{text}</sheetData>",
        *(_sheet(part) for part in parts if not isinstance(part, str)),
    ]
    names = "".join(f'<sheet name="s{i}" sheetId="{i}" r:id="r{i}"/>' for i, _ in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/worksheet" Target="worksheets/s{i}.xml"/>'
        for i, _ in enumerate(sheets, 1)
    )
    main = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f"{relations}{main}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relations}{links}</Relationships>",
    }
    files |= {
        f"xl/worksheets/s{i}.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>'
        for i, sheet in enumerate(sheets, 1)
    }
    return made.zipped({name: content.encode() for name, content in files.items()})


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _sheet(table: Sheet) -> str:
    rows, merged = "", ""
    for number, line in enumerate(placed(table), 1):
        cells = (_value(put.text, f"{_letters(column)}{number}") for column, put in line)
        rows += f'<row r="{number}">{"".join(cells)}</row>'
        for column, put in line:
            if put.across > 1 or put.down > 1:
                last = f"{_letters(column + put.across - 1)}{number + put.down - 1}"
                merged += f'<mergeCell ref="{_letters(column)}{number}:{last}"/>'
    return f"<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells>"


def _value(text: str, place: str = "") -> str:
    at = f' r="{place}"' if place else ""
    if text.isdigit() and text.isascii() and str(int(text)) == text:
        return f"<c{at}><v>{text}</v></c>"
    return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else ""


def _letters(column: int) -> str:
    return chr(65 + column) if column < 26 else f"A{chr(39 + column)}"


def _text(parts: Parts, lines_of: Callable[[list[str]], list[str]]) -> bytes:
    return "".join(f"{line}\n" for line in _text_lines(parts, lines_of)).encode()


def _text_lines(parts: Iterable[Part], lines_of: Callable[[list[str]], list[str]]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.inside:
            for inside in part.inside:
                yield from _text_lines(inside, lines_of)
        else:
            for row in part.rows:
                yield from lines_of([put.text.replace("\n", "") for put in row])


PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{}</body></html>'
WRITERS: dict[str, Callable[[Parts], bytes]] = {
    "docx": docx,
    "tracked.docx": tracked,
    "html": lambda parts: html(parts, PAGE),
    "md": markdown,
    "txt": tabbed,
    "tabs.txt": tab_led,
    "lines.txt": bare,
    "spaces.txt": spaced,
    "bars.txt": barred,
    "bars-alone.txt": bars_alone,
    "bars-down.txt": bars_down,
    "boxes.txt": boxed,
    "tables.md": mixed,
}

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312")
"""Of everything but Word files; a page goes on saying that it is UTF-8. Python's GB2312 knows the dash of
that standard as another one."""


def encoded(data: bytes, encoding: str) -> bytes:
    """A file in another encoding; Word files stay as they are."""
    if data.startswith(b"PK"):
        return data
    text = data.decode()
    return (text.replace("—", "―") if encoding == "gb2312" else text).encode(encoding)
