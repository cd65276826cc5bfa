"""Commands about what is kept on this computer."""

import argparse
import json
from pathlib import Path

from app.cli.run import library, say
from app.exit_codes import ExitCode


def list_reports(_: argparse.Namespace) -> ExitCode:
    """The reports, newest first."""
    with library() as found:
        cards = found.reports()
    for card in cards:
        saved = card.saved.strftime("%Y-%m-%d %H:%M") if card.saved else "—"
        state = (
            f"完成 {card.done}/{card.total}  错误 {card.errors}  提醒 {card.warnings}" if card.total else "—"
        )
        print(f"{card.unit}@{card.year}  {card.status.label}  {state}  保存于 {saved}")
    if not cards:
        say("还没有年报。运行 nianbao 从头开始，或用 nianbao import 导入去年的年报。")
    return ExitCode.OK


def answers(arguments: argparse.Namespace) -> ExitCode:
    """The answers of a report in the form that `draft` reads."""
    from app.session.answers_file import dump

    with library() as found, found.open(found.find(arguments.ref).id) as session:
        print(json.dumps(dump(session), ensure_ascii=False, indent=1))
    return ExitCode.OK


def path(_: argparse.Namespace) -> ExitCode:
    """Where the data are."""
    from store import paths

    print(paths.database())
    say(f"自己的写作模板放在：{paths.templates()}")
    return ExitCode.OK


def backup(arguments: argparse.Namespace) -> ExitCode:
    """A copy of everything in one file."""
    target = Path(arguments.file)
    with library() as found:
        found.store.backup(target)
    say(f"已备份到 {target}。")
    return ExitCode.OK


def restore(arguments: argparse.Namespace) -> ExitCode:
    """Everything back from a backup."""
    from store.backup import restore as bring_back

    replaced = bring_back(Path(arguments.file))
    say("已恢复。" + (f"原来的数据另存为 {replaced}。" if replaced else ""))
    return ExitCode.OK
