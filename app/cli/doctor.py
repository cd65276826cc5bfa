"""`nianbao doctor`: is everything kept as it was written, and what can be brought back."""

import argparse
from pathlib import Path

from app.cli.console import complain, say
from app.exit_codes import ExitCode


def doctor(arguments: argparse.Namespace) -> ExitCode:
    """Examine the data and say what was found; with ``--repair`` put it right."""
    from store.doctor import examine, repair
    from store.paths import database

    path = Path(arguments.file) if arguments.file else database()
    diagnosis = examine(path)
    for words in diagnosis.problems:
        complain(words)
    for words in diagnosis.notes:
        say(words)
    if not diagnosis.problems:
        say(f"{path} 没有发现问题。")
        return ExitCode.OK
    if not arguments.repair:
        say("要修复，请关闭所有窗口，再运行 nianbao doctor --repair；原来的文件会另外留存。")
        return ExitCode.FINDINGS
    repaired = repair(path)
    for words in repaired.lost:
        complain(words)
    say(f"已修复，原来的文件另存为 {repaired.kept}。")
    return ExitCode.FINDINGS if repaired.lost else ExitCode.OK
