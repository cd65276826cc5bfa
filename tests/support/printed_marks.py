"""Reports printed to PDF with digits that are no part of the numbers that are printed."""

import re
from pathlib import Path
from typing import Final

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, printed
from tests.support import variations as v

SIZE: Final = printed.CELL_SIZE
WIDE: Final = SIZE / 2
PARTS: Final = re.compile(r"\[(.)(.*?)\]|([^\[]+)")
"""Of the text of a cell: ``[`` with a sign for how it is printed, and plain text."""


class MarkedPrinter(printed.Printer):
    """Prints ``[^1]`` small and raised, ``[v1]`` small and lowered, ``[-1]`` struck out by a line,
    ``[=1]`` by a thin bar, ``[_1]`` underlined, ``[#1]`` on a grey ground, ``[w1]`` in white, ``[d1]``
    in white on a dark ground, ``[i1]`` not at all, ``[h1]`` as large as others and higher, ``[<1]`` one
    digit to the left, ``[|12]`` from one digit left of its cell, ``[m1]`` in the margin; ``[p1]`` below
    a white patch, ``[b1]`` below a dark one, ``[y1]`` below a thin yellow one, ``[o1]`` below a shape
    that may cover it, ``[k1]`` in black on black, ``[t1]`` far too small, ``[g1]`` on a grey ground,
    ``[/1]`` and ``[x1]`` with one and two leaning lines through it, ``[~1]`` with a line through the
    whole row; ``[O]``, ``[L]``, ``[X]``: a drawing of curves, an upright line, a picture; ``[N1]`` with
    a note of a kind upon it."""

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self.resources = " /ExtGState << /T << /ca 0.3 >> /N << /ca 1 >> >>"
        self._note = note

    def _cell(self, text: str, left: float, right: float, middle: float) -> None:
        if "[" not in text:
            super()._cell(text, left, right, middle)
            return
        y = middle - printed.CELL_LEADING / 2 + 2
        for sign, marked, plain in PARTS.findall(text):
            shown = marked or plain
            end = left + WIDE * max(len(shown), 1)
            if sign == "<":
                left, end = left - WIDE, end - WIDE
            if sign == "|":
                left, end = left - WIDE - 2, end - WIDE - 2
            if sign == "m":
                self._show(printed.MARGIN - 5 * SIZE, y, shown, SIZE)
                continue
            if sign == "N":
                self._put_note(left, y)
            before, behind = self._drawn(sign, left, end, y)
            self.pages[-1].append(before)
            size = {"^": 0.8, "v": 0.8, "t": 0.1}.get(sign, 1.0) * SIZE
            lift = {"^": 0.4, "v": -0.2, "h": 0.25}.get(sign, 0.0) * SIZE
            if sign == "a":
                code = shown.encode("utf-16-be").hex()
                self.pages[-1].append(f"BT /F {size} Tf 0.9 0.3 -0.3 0.9 {left} {y} Tm <{code}> Tj ET")
            else:
                self._show(left, y + lift, shown, size)
            self.pages[-1].append(behind)
            left = end

    def stamp(self, text: str, size: float) -> None:
        """Print a text aslant over every page."""
        code = text.encode("utf-16-be").hex()
        for page in self.pages:
            page.append(f"BT 0.8 g /F {size} Tf 0.8 0.6 -0.6 0.8 150 300 Tm <{code}> Tj 0 g ET")

    def _put_note(self, left: float, y: float) -> None:
        rect = f"{left - 1:.2f} {y - 2:.2f} {left + 3 * WIDE:.2f} {y + SIZE:.2f}"
        said = "/V (34)" if self._note == "Widget" else "/Contents (34)"
        self.notes[len(self.pages) - 1] = f"<< /Type /Annot /Subtype /{self._note} /Rect [{rect}] {said} >>"

    @staticmethod
    def _drawn(sign: str, left: float, right: float, y: float) -> tuple[str, str]:
        """What is drawn before and behind a marked text."""
        line = f"{left:.2f} {{}} m {right:.2f} {{}} l S".replace("{}", f"{y + 0.3 * SIZE:.2f}")
        whole = f"{printed.MARGIN} {{}} m {printed.WIDTH - printed.MARGIN} {{}} l S"
        bar = f"{left:.2f} {y + 0.28 * SIZE:.2f} {right - left:.2f} 0.7 re f"
        ground = f"{left:.2f} {y - 1:.2f} {right - left:.2f} {SIZE / 2:.2f} re f"
        high = f"{left:.2f} {y - 1:.2f} {right - left:.2f} {SIZE + 2:.2f} re"
        low, top = f"{y - 1:.2f}", f"{y + SIZE:.2f}"
        rising = f"{left:.2f} {low} m {right:.2f} {top} l S"
        falling = f"{left:.2f} {top} m {right:.2f} {low} l S"
        curve = f"{left:.2f} {low} m {left:.2f} {top} {right:.2f} {top} {right:.2f} {low} c"
        picture = f"q {right - left:.2f} 0 0 {SIZE} {left:.2f} {low} cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"
        return {
            "-": ("", line),
            "=": ("", bar),
            "_": ("", f"{left:.2f} {y - 1:.2f} m {right:.2f} {y - 1:.2f} l S"),
            "#": (f"0.8 g {ground} 0 g", ""),
            "w": ("1 g", "0 g"),
            "d": (f"0.2 g {left:.2f} {low} 9 9 re f 1 g", "0 g"),
            "i": ("3 Tr", "0 Tr"),
            "p": ("", f"1 g {high} f 0 g"),
            "b": ("", f"0.3 g {high} f 0 g"),
            "y": ("", f"/T gs 1 1 0 rg {high} f 0 g /N gs"),
            "k": (f"0 g {high} f", ""),
            "g": (f"0.8 g {high} f 0 g", ""),
            "o": ("", f"1 g {curve} {left:.2f} {y - SIZE:.2f} l f 0 g"),
            "/": ("", rising),
            "x": ("", f"{rising} {falling}"),
            "~": ("", whole.replace("{}", f"{y + 0.3 * SIZE:.2f}")),
            "O": (f"{curve} S", ""),
            "L": (f"{left + 3:.2f} {y:.2f} m {left + 3:.2f} {y + 0.6 * SIZE:.2f} l S", ""),
            "X": (picture, ""),
        }.get(sign, ("", ""))


def read_marked(
    cell: str,
    folder: Path,
    field: str = "requests.new.total",
    note: str = "",
    is_embedded: bool = True,
    watermark: tuple[str, float] | None = None,
) -> Report:
    """A report with a marked text in one cell, and a ``note`` of a kind put upon that cell. Where the
    font is not ``is_embedded``, a page is read by pdfminer."""
    printer = MarkedPrinter(note)
    if not is_embedded:
        printer.paragraph(" ")
    text = f"[N{cell}]" if note else cell
    for part in v.report(made.numbers(**{field.replace(".", "__"): text})):
        if isinstance(part, str):
            printer.paragraph(part)
        else:
            printer.table(part)
    path = folder / "年报.pdf"
    if watermark:
        printer.stamp(*watermark)
    path.write_bytes(printer.finish())
    return read_report(path)
