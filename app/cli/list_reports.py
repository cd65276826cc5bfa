"""`nianbao list`: the reports kept on this computer."""

import argparse

from app.cli.console import library, out, say
from app.exit_codes import ExitCode


def list_reports(_: argparse.Namespace) -> ExitCode:
    """The reports, newest first."""
    with library() as found:
        cards = found.reports()
        damage = found.store.damage_of_list()
    for card in cards:
        saved = card.saved.strftime("%Y-%m-%d %H:%M") if card.saved else "—"
        state = (
            f"完成 {card.done}/{card.total}  错误 {card.errors}  提醒 {card.warnings}" if card.total else "—"
        )
        out(f"{card.unit}@{card.year}  {card.status.label}  {state}  保存于 {saved}")
    for words in damage:
        say(words)
    if not cards and not damage:
        say("还没有年报。运行 nianbao 从头开始，或用 nianbao import 导入去年的年报。")
    return ExitCode.OK
