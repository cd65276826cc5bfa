"""The reports as lines: two each, or one where there are many."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.tui.text.cell_width import clip, width
from app.tui.text.rows import Piece, Row, row, spread

if TYPE_CHECKING:
    from app.session.views import ReportSummary

IMPORT: Final = "import"
NEW: Final = "new"
FEW: Final = 6
"""Up to so many reports have two lines and a blank one each: they fit on the smallest screen."""
_CHOICES: Final = (
    (IMPORT, "导入去年的年报", "读出单位信息、表格和数字，今年就不用从头填"),
    (NEW, "从头开始", "没有去年的年报，或者想自己一题一题填"),
)
_WIDE: Final = 100
"""From so many cells on a line has room for the day of saving."""
_NARROW: Final = 60
"""Below so many there is room for the name and the state alone."""
_NEAR: Final = 7
"""So many days before its deadline a report is marked."""


def card_rows(
    cards: "Sequence[ReportSummary]", room: int, *, filtered: str = "", dense: bool = False
) -> list[Row]:
    """Of an empty store the two ways to begin; of a filter that nothing fits how to go on."""
    if not cards:
        return (
            [row(""), row(f"没有符合{filtered}的年报。按 Esc 取消筛选。", "muted")]
            if filtered
            else _first_rows()
        )
    if dense:
        return [_one_line(card, room) for card in cards]
    return [line for card in cards for line in (*_two_lines(card, room), row(""))]


def _first_rows() -> list[Row]:
    rows = [row(""), row("您好。还没有年报，请选择怎样开始：", "strong"), row("")]
    for key, label, words in _CHOICES:
        rows += [Row(((label, "strong"),), key), row(f"　{words}", "muted", key), row("")]
    return rows


def _one_line(card: "ReportSummary", room: int) -> Row:
    head = ((f"{card.year}年度  ", "muted"), (card.unit, "strong"))
    state: tuple[Piece, ...] = ((f"  {card.status.label}", "muted"),)
    if room < _NARROW:
        return spread(head, state, room, str(card.id))
    if card.total and card.status.label == "草稿":
        state = ()
    saved = f"  {card.saved.month:>2}月{card.saved.day:>2}日" if card.saved and room >= _WIDE else ""
    return spread(head, (*_days(card), *_counts(card), *state, (saved, "muted")), room, str(card.id))


def _days(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.days_left is None:
        return ()
    words = f"还有{card.days_left}天" if card.days_left else "今天到期"
    return ((words + "  ", "warning" if card.days_left <= _NEAR else "muted"),)


def _counts(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.is_imported or not card.total:
        return ()
    return (
        (f"完成{card.done:>3}/{card.total}  ", ""),
        (f"错误{card.errors:>2}", "error" if card.errors else ""),
        (f"  提醒{card.warnings:>2}", "warning" if card.warnings else ""),
    )


def _two_lines(card: "ReportSummary", room: int) -> list[Row]:
    key = str(card.id)
    right = (*_deadline(card), (card.status.label, "muted"))
    year = f"  {card.year}年度"
    left = room - sum(width(text) for text, _ in right) - width(year) - 1
    title = spread(((clip(card.unit, left), "strong"), (year, "strong")), right, room, key)
    saved = f"保存于 {card.saved.month}月{card.saved.day}日 {card.saved:%H:%M}" if card.saved else ""
    return [title, spread((("　", ""), *_progress(card)), ((saved, "muted"),), room, key)]


def _deadline(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.days_left is None:
        return ()
    day = card.deadline
    words = f"距{day}还有{card.days_left}天" if card.days_left else f"今天是{day}，公布期限的最后一天"
    return ((words + "  ", "warning" if card.days_left <= _NEAR else ""),)


def _progress(card: "ReportSummary") -> tuple[Piece, ...]:
    if card.is_imported:
        return (("用来与下一年对照，按 N 开始下一年的", "muted"),)
    if not card.total:
        return (("刚刚开始", ""),)
    return (
        (f"完成 {card.done}/{card.total}   ", ""),
        (f"错误 {card.errors}", "error" if card.errors else ""),
        ("  ", ""),
        (f"提醒 {card.warnings}", "warning" if card.warnings else ""),
    )
