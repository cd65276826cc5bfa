"""A DOCX as the tests look at it: its parts, its texts, its tables, and what its styles come to."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from app.documents.write.base_document import W

NS = {"w": W}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def find(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=NS)


_WORDS = ".//w:t | .//w:noBreakHyphen"


def text_of(element: etree._Element) -> str:
    """Its words; a hyphen at which no line may end is a hyphen."""
    return "".join(one.text or "" if one.tag.endswith("}t") else "-" for one in find(element, _WORDS))


def texts(element: etree._Element, path: str = ".//w:p") -> list[str]:
    return [text_of(one) for one in find(element, path)]


def styled(body: etree._Element, style: str) -> list[etree._Element]:
    return find(body, f'.//w:p[w:pPr/w:pStyle/@w:val="{style}"]')


def tables(data: bytes) -> list[etree._Element]:
    return find(part(data), ".//w:tbl")


def grid(table: etree._Element) -> Iterator[tuple[int, int, int, str, str]]:
    """(row, column, span, merge, text) of every cell."""
    for line, row in enumerate(find(table, "./w:tr")):
        column = 0
        for cell in find(row, "./w:tc"):
            span = int(cell.xpath("string(./w:tcPr/w:gridSpan/@w:val)", namespaces=NS) or 1)
            merge = cell.find(f"{{{W}}}tcPr/{{{W}}}vMerge")
            kind = "" if merge is None else merge.get(f"{{{W}}}val", "continue")
            yield line, column, span, kind, text_of(cell)
            column += span


class Styles:
    """What a style comes to, its bases and the defaults of the document counted."""

    def __init__(self, data: bytes) -> None:
        self.root = part(data, "word/styles.xml")

    def value(self, style: str, path: str) -> str:
        """The attribute at ``path`` (``w:rPr/w:sz/@w:val``) of a style by its id."""
        while style:
            (element,) = find(self.root, f'w:style[@w:styleId="{style}"]')
            if found := find(element, path):
                return str(found[0])
            style = element.xpath("string(w:basedOn/@w:val)", namespaces=NS)
        kind = path.split("/", maxsplit=1)[0].removeprefix("w:")
        found = find(self.root, f"w:docDefaults/w:{kind}Default/{path}")
        return str(found[0]) if found else ""


def grid_faults(data: bytes) -> list[str]:
    """What no validator sees: rows that do not fill the grid, merges that go on without having begun."""
    faults = []
    for number, table in enumerate(tables(data)):
        columns = len(find(table, "w:tblGrid/w:gridCol"))
        cells = list(grid(table))
        begun: dict[int, int] = {}
        for line, column, span, kind, text in cells:
            if kind == "continue" and (begun.get(column) != span or text):
                faults.append(f"table {number} row {line} column {column}: goes on without a beginning")
            begun.update(dict.fromkeys(range(column, column + span), 0))
            begun[column] = span if kind else 0
        for line in range(len(find(table, "w:tr"))):
            if sum(span for row, _, span, *_ in cells if row == line) != columns:
                faults.append(f"table {number} row {line}: does not fill the grid")
    return faults
