"""The main numbers of all years as lines: a bar a year, and a mark where a number leapt."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.documents.outline import digits
from app.tui.text.cell_width import width
from app.tui.text.rows import Row, one_line, row
from sections.report.key_numbers import Series

BAR: Final = "█"
_LEAST: Final = "▏"
_LEAPT: Final = "  与上年相差悬殊"
_LEAPT_SHORT: Final = " ▲"
_ROOMY: Final = 50
"""Cells from which on there is room for words."""
_YEAR: Final = 8
"""Cells that the year takes."""


def years_rows(series: Sequence[Series], room: int) -> list[Row]:
    """The lines for a room of so many cells."""
    lines: list[Row] = []
    for sery in series:
        title = one_line(((f"{sery.label}（{sery.measure}）", "strong"),), room, sery.label)
        lines += [title, *_years(sery, room), row("")]
    return lines or [row(""), row("这个单位的年报里还没有可以对照的数字。", "muted")]


def _years(series: Series, room: int) -> Iterator[Row]:
    numbers = ["没有" if value is None else digits(value) for _, value in series.values]
    beside = max(width(number) for number in numbers) + 1
    words = _LEAPT if room >= _ROOMY else _LEAPT_SHORT
    longest = max(room - _YEAR - beside - width(words) - 2, 1)
    for (year, value), number in zip(series.values, numbers, strict=True):
        size = int(value * longest / series.largest) if value and value > 0 else 0
        bar = BAR * size if size else _LEAST if value else ""
        leapt = year in series.leaping
        yield Row(
            (
                (f"  {year}  ", "muted"),
                (bar, "warning" if leapt else "accent"),
                (f" {number}", "muted" if value is None else ""),
                (words if leapt else "", "warning"),
            ),
            series.label,
        )
