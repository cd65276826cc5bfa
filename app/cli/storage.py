"""`nianbao path`, `backup` and `restore`: where the reports are kept, a copy of them, and a copy back."""

import argparse
from pathlib import Path

from app.cli.console import library, out, say
from app.errors import SessionError
from app.exit_codes import ExitCode


def path(_: argparse.Namespace) -> ExitCode:
    """Where the data are."""
    from store import paths

    out(str(paths.database()))
    say(f"自己的写作模板放在：{paths.templates()}")
    say(f"常用选项的设置文件：{paths.settings()}")
    say(f"本单位的检查口径：{paths.rules()}")
    return ExitCode.OK


def backup(arguments: argparse.Namespace) -> ExitCode:
    """A copy of everything in one file."""
    from store.errors import FileInTheWayError

    target = Path(arguments.file)
    with library() as found:
        try:
            found.store.backup(target, replace=arguments.force)
        except FileInTheWayError as error:
            raise SessionError(str(error), "要覆盖它，请加 --force。") from error
    say(f"已备份到 {target}。")
    return ExitCode.OK


def restore(arguments: argparse.Namespace) -> ExitCode:
    """Everything back from a backup."""
    from store.backup import restore as bring_back

    replaced = bring_back(Path(arguments.file))
    say("已恢复。" + (f"原来的数据另存为 {replaced}。" if replaced else ""))
    return ExitCode.OK
