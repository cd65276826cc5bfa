"""Correcting the name in one report."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from app.tui.widgets.form_dialog import Field, FormDialog

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.views import ReportSummary

_ABOUT: Final = (
    "只改这一份年报里的单位名称，导入时读错的也在这里改；同一单位其他年份的年报名称不变，照样互相对照。"
    "从某一年起更名的，请回到首页按 O。年度读错的，删除以后重新导入。"
)


def rename_form(library: "Library", card: "ReportSummary", tell: Callable[[str], None]) -> FormDialog:
    """The dialog that asks for the name; ``tell`` takes what followed from it."""
    return FormDialog(
        f"改名称：{card.unit} {card.year}年度（{card.status.label}）",
        _ABOUT,
        [Field("单位全称（与公章一致）", card.unit)],
        lambda typed: tell(library.organs.rename_report(card.id, typed[0])),
    )
