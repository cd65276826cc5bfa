"""How the tables of the form are drawn: widths, heights, and which rows stay together on a page."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.documents.layouts import GBT9704, Layout
from sections.form import BANDS, Table


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn: columns and least height of rows in twips; ``large`` letters have 12 pt."""

    name: str
    about: str
    widths: tuple[int, ...]
    height: int
    large: bool = False


LOOKS: Final = {
    "proactive": Look(
        "主动公开政府信息情况",
        "规章和行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，"
        "行政事业性收费的金额。",
        (2845, 2000, 2000, 2000),
        480,
        large=True,
    ),
    "requests": Look(
        "收到和处理政府信息公开申请情况",
        "按申请人类别列出新收、上年结转、各种办理结果和结转下年度的申请件数。",
        (400, 1040, 2505, *[700] * 7),
        280,
    ),
    "disputes": Look(
        "政府信息公开行政复议、行政诉讼情况",
        "行政复议、未经复议直接起诉、复议后起诉的案件，按结果列出件数。",
        (590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 590, 590, 589, 589, 590),
        360,
    ),
}
MARGIN: Final = 28
"""Twips between a cell's border and its text, left and right."""
AFTER_TABLE: Final = 160
"""Twips between a table and the heading behind it."""


def column_widths(form: Table, layout: Layout) -> list[int]:
    """The columns in twips, drawn wider or narrower to the width of the text."""
    edges = [0]
    for width in LOOKS[form.section].widths:
        edges.append(edges[-1] + width)
    placed = [edge * layout.width // GBT9704.width for edge in edges]
    return [right - left for left, right in pairwise(placed)]


def kept_rows(form: Table) -> frozenset[int]:
    """The rows that stay on a page with the next one: all of a band, and all of the other tables."""
    lasts = {form.height - 1}
    if form.section == "proactive":
        lasts |= {cell.row - 1 for cell in form.cells if cell.text in BANDS}
    return frozenset(range(form.height)) - lasts
