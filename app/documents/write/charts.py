"""Charts of a report beside last year's, as SVG: bars with their numbers, told apart without colour.

For the reviewer's edition and the web page; the statutory document has none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final

from sections.form.elements import IdentityKind
from sections.form.model import Form
from sections.report.report import Report
from sections.report.values import Quantity

_WIDTH: Final = 640
_LABEL: Final = 150
_BAR: Final = 14
_GAP: Final = 12
_TOP: Final = 64
_ROOM: Final = 360
"""What the longest bar takes; its number stands behind it."""
FONTS: Final = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, SimHei, sans-serif"
_CHANNELS: Final = {
    "proactive.website": "网站",
    "proactive.wechat": "微信公众号",
    "proactive.weibo": "微博",
    "proactive.other_channels": "其他渠道",
}


@dataclass(frozen=True, slots=True)
class _Bar:
    """One line of a chart: this year's number and last year's, None where it is not known."""

    label: str
    now: int | None
    before: int | None


def outcomes_chart(report: Report, last: Report | None) -> str:
    """Applications by outcome (件), this year and last; empty where nothing was handled in either."""
    bars = [
        _Bar(label, _total(report, cells), _total(last, cells) if last else None)
        for label, cells in _outcomes(report.form).items()
    ]
    return _drawn("outcomes", "政府信息公开申请办理结果（件）", bars, _years(report, last))


def _outcomes(form: Form) -> Mapping[str, Sequence[str]]:
    """What the total of all outcomes adds up, by the innermost group of a row or by the row itself; and what
    is carried to next year."""
    table = form.tables["requests"]
    totals = {
        identity.where: identity.left
        for identity in table.identities
        if identity.kind is IdentityKind.ROW_TOTAL
    }
    outcomes: dict[str, list[str]] = {}
    for identity in table.identities:
        if identity.kind is IdentityKind.COLUMN_TOTAL and identity.where in totals:
            for cell in identity.left:
                row = table.row(cell)
                label = row.label if len(row.groups) < 2 else row.groups[-1]
                outcomes.setdefault(_bare(label), []).append(cell)
    rows = {table.row(carry.last).name for carry in table.carries}
    carried = [cell for cell in totals if table.row(cell).name in rows]
    return {**outcomes, "结转下年度": carried}


def _bare(label: str) -> str:
    """「部分公开」 of 「（二）部分公开（区分处理的，…）」."""
    return label.partition("）")[2].partition("（")[0] or label


def _total(report: Report, cells: Sequence[str]) -> int | None:
    numbers = [report.number(cell) for cell in cells]
    return None if None in numbers else int(sum(number or 0 for number in numbers))


def channels_chart(report: Report, last: Report | None) -> str:
    """What was published by channel (条), this year and last; empty where no channel is known."""
    bars = [
        bar
        for fact, label in _CHANNELS.items()
        if (bar := _Bar(label, _fact(report, fact), _fact(last, fact) if last else None)).now or bar.before
    ]
    return _drawn("channels", "主动公开政府信息的渠道（条）", bars, _years(report, last))


def _fact(report: Report, fact: str) -> int | None:
    value = report.fact(fact)
    return value.value if isinstance(value, Quantity) else None


def _years(report: Report, last: Report | None) -> tuple[str, str]:
    return f"{report.year}年", f"{last.year}年" if last else ""


def _drawn(name: str, title: str, bars: Sequence[_Bar], years: tuple[str, str]) -> str:
    known = [number for bar in bars for number in (bar.now, bar.before) if number]
    if not known:
        return ""
    scale, two = _ROOM / max(known), bool(years[1])
    step = _BAR * (2 if two else 1) + _GAP
    height = _TOP + step * len(bars) + 8
    lines = [_legend(name, years)]
    for place, bar in enumerate(bars):
        top = _TOP + place * step
        middle = top + (step - _GAP) / 2 + 5
        lines.append(f'<text x="{_LABEL - 10}" y="{middle:g}" text-anchor="end">{escape(bar.label)}</text>')
        lines.append(_bar(top, bar.now, scale, "#333"))
        if two:
            lines.append(_bar(top + _BAR, bar.before, scale, f"url(#{name}-last)"))
    axis = f'<path d="M{_LABEL} {_TOP - 4}V{height - 8}" stroke="#333"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}"'
        f' height="{height}" role="img" aria-labelledby="{name}-title {name}-about"'
        f' font-family="{FONTS}" font-size="14" fill="#1a1a1a">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-about">{escape(_about(bars, years))}</desc>'
        f'<defs><pattern id="{name}-last" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
        '<rect width="2" height="5" fill="#555"/></pattern></defs>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="8" y="22" font-size="16" font-weight="bold">{escape(title)}</text>'
        f"{''.join(lines)}{axis}</svg>"
    )


def _legend(name: str, years: tuple[str, str]) -> str:
    fills = ("#333", f"url(#{name}-last)")
    return "".join(
        f'<rect x="{_LABEL + at}" y="34" width="18" height="12" fill="{fill}" stroke="#555"/>'
        f'<text x="{_LABEL + at + 24}" y="45">{year}</text>'
        for at, fill, year in zip((0, 100), fills, years, strict=True)
        if year
    )


def _bar(top: float, number: int | None, scale: float, fill: str) -> str:
    wide = max((number or 0) * scale, 1 if number else 0)
    shown = "不详" if number is None else str(number)
    drawn = (
        f'<rect x="{_LABEL}" y="{top}" width="{wide:.1f}" height="{_BAR - 2}" fill="{fill}" stroke="#555"/>'
    )
    return (drawn if number else "") + (
        f'<text x="{_LABEL + wide + 6:.1f}" y="{top + _BAR - 3}" font-size="12">{shown}</text>'
    )


def _about(bars: Sequence[_Bar], years: tuple[str, str]) -> str:
    """The chart in words, for whoever cannot see it."""
    words = []
    for bar in bars:
        said = f"{bar.label}{years[0]}{'不详' if bar.now is None else bar.now}"
        if years[1]:
            said += f"、{years[1]}{'不详' if bar.before is None else bar.before}"
        words.append(said)
    return "；".join(words) + "。"


def to_png(svg: str, width: int) -> bytes:
    """The chart as a PNG ``width`` pixels wide, drawn without a screen; empty where the computer has no
    Chinese face, because a chart without its words says nothing."""
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=svg, width=width) if _has_chinese() else b""


@cache
def _has_chinese() -> bool:
    """Whether a face of this computer has a common character: what none has is not drawn at all."""
    import resvg_py

    def drawn(text: str) -> bytes:
        return resvg_py.svg_to_bytes(
            svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
            f'<text y="16" font-family="{FONTS}" font-size="16">{text}</text></svg>'
        )

    return drawn("公") != drawn("")
