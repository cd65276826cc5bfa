"""The main numbers of all years as an SVG: a small chart of bars a number, leaps marked and framed."""

from collections.abc import Sequence
from html import escape
from typing import Final

from app.documents.outline import digits
from app.documents.write.charts import FONTS
from sections.report.key_numbers import Series

_WIDTH: Final = 702
_ACROSS: Final = 3
_CELL: Final = (_WIDTH // _ACROSS, 112)
_BARS: Final = 52
"""The height of the longest bar."""
_MOST_YEARS: Final = 10
LEAP: Final = "▲"


def years_chart(series: Sequence[Series]) -> str:
    """The chart; empty where there is nothing to show."""
    if not series:
        return ""
    wide, high = _CELL
    height = -(-len(series) // _ACROSS) * high + 10
    small = "".join(
        f'<g transform="translate({number % _ACROSS * wide} {number // _ACROSS * high})">{_one(series)}</g>'
        for number, series in enumerate(series)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}"'
        f' height="{height}" role="img" font-family="{FONTS}" font-size="13" fill="#1a1a1a">'
        f"<title>历年主要数字</title><desc>{escape(about(series))}</desc>"
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>{small}</svg>'
    )


def about(series: Sequence[Series]) -> str:
    """The chart in words, for whoever cannot see it."""
    return "；".join(
        f"{series.label}（{series.measure}）："
        + "、".join(f"{year}年{'不详' if value is None else digits(value)}" for year, value in series.values)
        for series in series
    )


def _one(series: Series) -> str:
    values = series.values[-_MOST_YEARS:]
    step = (_CELL[0] - 30) / len(values)
    scale = _BARS / float(series.largest)
    drawn = [f'<text x="10" y="16" font-weight="bold">{escape(f"{series.label}（{series.measure}）")}</text>']
    base = _BARS + 38
    for place, (year, value) in enumerate(values):
        middle = 15 + step * (place + 0.5)
        high = max(float(value) * scale, 1.0) if value else 0.0
        if high > 0:
            leapt = year in series.leaping
            frame = ' stroke="#000" stroke-width="2"' if leapt else ""
            drawn.append(
                f'<rect x="{middle - step * 0.3:.1f}" y="{base - high:.1f}" width="{step * 0.6:.1f}"'
                f' height="{high:.1f}" fill="{"#999" if leapt else "#444"}"{frame}/>'
            )
        mark = LEAP if year in series.leaping else ""
        number = "不详" if value is None else f"{mark}{digits(value)}"
        drawn += [_words(middle, base - high - 5, number), _words(middle, base + 15, str(year))]
    drawn.append(f'<path d="M12 {base}H{_CELL[0] - 12}" stroke="#333"/>')
    return "".join(drawn)


def _words(middle: float, line: float, words: str) -> str:
    return f'<text x="{middle:.1f}" y="{line:.1f}" text-anchor="middle" font-size="11">{words}</text>'
