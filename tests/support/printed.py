"""A report printed to PDF for the tests: text with a Unicode map, ruled tables, page numbers, page breaks."""

import zlib
from collections.abc import Iterator, Mapping, Sequence

from tests.support import variations as v

WIDTH, HEIGHT, MARGIN, SIZE, LEADING = 595.0, 842.0, 72.0, 12.0, 22.0
INNER = WIDTH - 2 * MARGIN
CELL_SIZE, CELL_LEADING = 7.0, 9.0
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)


class Printer:
    """Puts parts on pages, ``down`` points below the first page's top, with a running ``head``."""

    def __init__(self, down: float = 0, head: str = "", ruled: bool = True) -> None:
        self.pages: list[list[str]] = []
        self.resources = ""
        self.notes: dict[int, str] = {}
        """What is put upon pages, by their numbers from 0."""
        self._head = head
        self._ruled = ruled
        self._y = 0.0
        self._turn()
        self._y -= down

    def _turn(self) -> None:
        self._foot()
        self.pages.append([])
        if self._head:
            self._show(MARGIN, HEIGHT - 40, self._head, CELL_SIZE)
        self._y = HEIGHT - MARGIN - SIZE

    def _foot(self) -> None:
        if self.pages:
            self._show(WIDTH / 2, 40, f"- {len(self.pages)} -")

    def _show(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """A letter alone goes with a space: without its font in the file pdfium finds no width in it."""
        if not text:
            return
        code = (text if len(text) > 1 or text.isascii() else f"{text} ").encode("utf-16-be").hex()
        self.pages[-1].append(f"BT /F {size} Tf {x:.2f} {y:.2f} Td <{code}> Tj ET")

    def paragraph(self, text: str) -> None:
        for number, line in enumerate(wrapped(text, INNER, SIZE, indent=2)):
            if self._y < MARGIN:
                self._turn()
            self._show(MARGIN + (0 if number else 2 * SIZE), self._y, line)
            self._y -= LEADING

    def table(self, sheet: v.Sheet) -> None:
        """Ruled; a page is turned between rows, and what reaches over it is drawn on both pages."""
        placed = v.placed(sheet)
        widths = [INNER / sheet.cols] * sheet.cols
        if sheet.section == "requests":
            widths = [20.0, 60.0, 140.0] + [(INNER - 220) / (sheet.cols - 3)] * (sheet.cols - 3)
        edges = [MARGIN + sum(widths[:i]) for i in range(sheet.cols + 1)]
        heights = [_height(line, edges) for line in placed]
        start = 0
        while start < len(placed):
            end, room = start, self._y - MARGIN
            while end < len(placed) and heights[end] <= room:
                room -= heights[end]
                end += 1
            if end == start:
                self._turn()
                continue
            self._rows(placed, heights, edges, start, end)
            start = end

    def _rows(
        self,
        placed: list[list[tuple[int, v.Put]]],
        heights: Sequence[float],
        edges: Sequence[float],
        start: int,
        end: int,
    ) -> None:
        tops = [self._y - sum(heights[start:i]) for i in range(start, end + 1)]
        for row, line in enumerate(placed):
            for column, put in line:
                first, last = max(row, start), min(row + put.down, end)
                if first >= last:
                    continue
                top, bottom = tops[first - start], tops[last - start]
                left, right = edges[column], edges[column + put.across]
                if self._ruled:
                    self.pages[-1].append(
                        f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S"
                    )
                if row >= start:
                    self._cell(put.text, left + 2, right - 2, (top + bottom) / 2)
        self._y = tops[-1] - LEADING

    def _cell(self, text: str, left: float, right: float, middle: float) -> None:
        lines = _cell_lines(text, right - left)
        y = middle + CELL_LEADING * (len(lines) / 2 - 1) + 2
        for number, line in enumerate(lines):
            self._show(left, y - number * CELL_LEADING, line, CELL_SIZE)

    def finish(self) -> bytes:
        self._foot()
        return _file(self.pages, self.resources, self.notes)


def pdf(parts: v.Parts, down: float = 0, head: str = "", ruled: bool = True) -> bytes:
    printer = Printer(down, head, ruled)
    for part in parts:
        if isinstance(part, str):
            printer.paragraph(part)
        else:
            printer.table(part)
    return printer.finish()


def _wide(c: str, size: float) -> float:
    return size / 2 if ord(c) < 128 else size


def wrapped(text: str, room: float, size: float, indent: int = 0) -> Iterator[str]:
    line, used = "", indent * size
    for c in text:
        if used + _wide(c, size) > room:
            yield line
            line, used = "", 0.0
        line, used = line + c, used + _wide(c, size)
    yield line


def _cell_lines(text: str, room: float) -> list[str]:
    return [line for part in text.split("\n") for line in wrapped(part, room, CELL_SIZE)]


def _height(line: list[tuple[int, v.Put]], edges: Sequence[float]) -> float:
    most = 1
    for column, put in line:
        room = edges[column + put.across] - edges[column] - 4
        most = max(most, -(-len(_cell_lines(put.text, room)) // put.down))
    return most * CELL_LEADING + 6


def _file(pages: Sequence[Sequence[str]], resources: str, notes: Mapping[int, str]) -> bytes:
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>"
    )
    inner = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 127 500] >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font.encode(),
        inner.encode(),
        _stream(_CMAP),
    ]
    for number, page in enumerate(pages):
        box = f"/MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}] /Resources << /Font << /F 3 0 R >>{resources} >>"
        if number in notes:
            box += f" /Annots [{notes[number]}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {7 + 2 * number} 0 R >>".encode())
        objects.append(_stream("\n".join(page)))
    return _joined(objects)


def _stream(text: str) -> bytes:
    packed = zlib.compress(text.encode())
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"


def _joined(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + head + table + tail
