"""Digits that stand in the file and are no part of the numbers that are printed."""

import re
from pathlib import Path
from typing import Final

import pytest

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, printed
from tests.support import variations as v
from tests.support.read_reports import assert_read

SIZE: Final = printed.CELL_SIZE
WIDE: Final = SIZE / 2
PARTS: Final = re.compile(r"\[(.)(.*?)\]|([^\[]+)")
"""Of the text of a cell: ``[`` with a sign for how it is printed, and plain text."""


class MarkedPrinter(printed.Printer):
    """Prints ``[^1]`` small and raised, ``[v1]`` small and lowered, ``[-1]`` struck out by a line, ``[=1]``
    by a thin bar, ``[_1]`` underlined, ``[#1]`` on a grey ground, ``[w1]`` in white, ``[d1]`` in white on a
    dark ground, ``[i1]`` not at all, ``[h1]`` as large as others and higher, ``[<1]`` one digit to the left,
    ``[|12]`` from one digit left of its cell, ``[m1]`` in the margin."""

    def _cell(self, text: str, left: float, right: float, middle: float) -> None:
        if "[" not in text:
            super()._cell(text, left, right, middle)
            return
        y = middle - printed.CELL_LEADING / 2 + 2
        for sign, marked, plain in PARTS.findall(text):
            shown = marked or plain
            end = left + WIDE * len(shown)
            if sign == "<":
                left, end = left - WIDE, end - WIDE
            if sign == "|":
                left, end = left - WIDE - 2, end - WIDE - 2
            if sign == "m":
                self._show(printed.MARGIN - 5 * SIZE, y, shown, SIZE)
                continue
            before, behind = self._drawn(sign, left, end, y)
            self.pages[-1].append(before)
            size = 0.8 * SIZE if sign in {"^", "v"} else SIZE
            lift = {"^": 0.4, "v": -0.2, "h": 0.25}.get(sign, 0.0) * SIZE
            self._show(left, y + lift, shown, size)
            self.pages[-1].append(behind)
            left = end

    @staticmethod
    def _drawn(sign: str, left: float, right: float, y: float) -> tuple[str, str]:
        """What is drawn before and behind a marked text."""
        line = f"{left:.2f} {{}} m {right:.2f} {{}} l S".replace("{}", f"{y + 0.3 * SIZE:.2f}")
        bar = f"{left:.2f} {y + 0.28 * SIZE:.2f} {right - left:.2f} 0.7 re f"
        ground = f"{left:.2f} {y - 1:.2f} {right - left:.2f} {SIZE / 2:.2f} re f"
        return {
            "-": ("", line),
            "=": ("", bar),
            "_": ("", f"{left:.2f} {y - 1:.2f} m {right:.2f} {y - 1:.2f} l S"),
            "#": (f"0.8 g {ground} 0 g", ""),
            "w": ("1 g", "0 g"),
            "d": (f"0.2 g {ground.replace(f'{SIZE / 2:.2f}', f'{SIZE + 2:.2f}')} 1 g", "0 g"),
            "i": ("3 Tr", "0 Tr"),
        }.get(sign, ("", ""))


def read_marked(cell: str, folder: Path, section: str = "requests.new.total") -> Report:
    printer = MarkedPrinter()
    for part in v.report(made.numbers(**{section.replace(".", "__"): cell})):
        if isinstance(part, str):
            printer.paragraph(part)
        else:
            printer.table(part)
    path = folder / "年报.pdf"
    path.write_bytes(printer.finish())
    return read_report(path)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("5[^1]", "5"), ("5[v1]", "5"), ("[-7]5", "5"), ("5[-7]", "5"), ("[=7]5", "5"), ("[-12]34", "34"),
        ("[-7][-8]5", "5"), ("[w9]5", "5"), ("5[w9]", "5"), ("[i9]5", "5"), ("[_7]5", "75"), ("[#7]5", "75"),
        ("[d9]5", "95"),
    ],
)  # fmt: skip
def test_a_digit_is_read_if_it_is_printed_as_one_of_the_number(
    cell: str, number: str, tmp_path: Path
) -> None:
    assert_read(read_marked(cell, tmp_path), made.numbers(requests__new__total=number))


@pytest.mark.parametrize("cell", ["5[h1]", "[h1]5", "52[<1]"])
def test_digits_at_other_heights_or_over_one_another_are_no_number(cell: str, tmp_path: Path) -> None:
    report = read_marked(cell, tmp_path)
    assert [(one.where, one.reason) for one in report.unread] == [("requests.new.total", "不是数字")]


def test_what_cannot_be_seen_is_listed(tmp_path: Path) -> None:
    report = read_marked("[-12][w9]34", tmp_path)
    assert [(one.text, one.reason) for one in report.left_out if one.text in {"129", "12", "9"}] == [
        ("129", "看不见或划掉的文字")
    ]


def test_a_number_over_the_line_between_two_cells_is_of_neither(tmp_path: Path) -> None:
    report = read_marked("[|63]", tmp_path, "requests.new.enterprise")
    assert {one.where for one in report.unread} == {"requests.new.natural_person", "requests.new.enterprise"}


def test_words_beside_a_table_are_listed(tmp_path: Path) -> None:
    report = read_marked("[m甲乙丙]5", tmp_path)
    assert ("甲乙丙", "表格旁的名称、单位或说明") in [(one.text, one.reason) for one in report.left_out]
    assert report.number("requests.new.total") == 5
