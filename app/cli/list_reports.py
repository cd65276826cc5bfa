"""`nianbao list`: the reports kept on this computer."""

import argparse
from typing import TYPE_CHECKING, Any, Final

from app.cli.console import complain, library, out, out_json, say
from app.cli.targets import WILD, selected
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.views import ReportSummary

SCHEMA: Final = "nianbao/list/1"
ALL: Final = "*"


def list_reports(arguments: argparse.Namespace) -> ExitCode:
    """The reports, newest first: all, or those that a pattern fits."""
    with library() as found:
        cards = found.reports() if arguments.ref == ALL else _named(found, arguments.ref)
        damage = found.store.damage_of_list()
    if arguments.json:
        out_json({"schema": SCHEMA, "reports": [_data(card) for card in cards]})
    else:
        for card in cards:
            out(_line(card))
    for words in damage:
        complain(words)
    if not cards and not damage:
        say("还没有年报。运行 nianbao 从头开始，或用 nianbao import 导入去年的年报。")
    return ExitCode.OK


def _named(found: "Library", ref: str) -> "list[ReportSummary]":
    """What a pattern fits, or every report that a word may name. Raises ``SessionError`` for none."""
    return (found.matching(ref) if not WILD & set(ref) else []) or selected(found, ref)


def _line(card: "ReportSummary") -> str:
    saved = card.saved.strftime("%Y-%m-%d %H:%M") if card.saved else "—"
    state = f"完成 {card.done}/{card.total}  错误 {card.errors}  提醒 {card.warnings}" if card.total else "—"
    return f"{card.unit}@{card.year}  {card.status.label}  {state}  保存于 {saved}"


def _data(card: "ReportSummary") -> dict[str, Any]:
    """``saved`` is local time; the counts are null until a draft was opened once."""
    known = bool(card.total)
    return {
        "ref": f"{card.unit}@{card.year}",
        "unit": card.unit,
        "year": card.year,
        "status": str(card.status),
        "saved": card.saved and card.saved.isoformat(timespec="seconds"),
        "done": card.done if known else None,
        "total": card.total if known else None,
        "errors": card.errors if known else None,
        "warnings": card.warnings if known else None,
        "deadline": card.deadline or None,
        "days_left": card.days_left,
    }
