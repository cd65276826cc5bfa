"""`nianbao answers`: the answers of a stored report, put out or put in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import STANDARD_OUTPUT, complain, json_text, library, out_json, say
from app.cli.targets import refuse_existing
from app.errors import SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.session import Session


def answers(arguments: argparse.Namespace) -> ExitCode:
    """The answers of a report in the form that `draft` reads; or the answers of a file into a draft."""
    if arguments.source and arguments.output:
        raise SessionError("--from 填入答案，-o 输出答案，不能同时用。", "请分两次运行。")
    if arguments.dry_run and not arguments.source:
        raise SessionError("--dry-run 要与 --from 一起用。", "输出答案不会改动年报。")
    refuse_existing(arguments.output, force=arguments.force)
    with library() as found, found.open(found.find(arguments.ref).id) as session:
        for words in session.damage:
            complain(words)
        if arguments.source:
            return _take(session, Path(arguments.source), only_show=arguments.dry_run)
        _put_out(session, arguments.output)
    return ExitCode.OK


def _put_out(session: "Session", output: str) -> None:
    from app.documents.atomic_files import save
    from app.session.answers_file import dump

    if output in ("", STANDARD_OUTPUT):
        out_json(dump(session))
        return
    save(Path(output), (json_text(dump(session)) + "\n").encode())
    say(f"已写入 {output}。")


def _take(session: "Session", source: Path, *, only_show: bool) -> ExitCode:
    """Say what the file changes, then change it, all of it or nothing."""
    from app.documents.sheets.reading import SUFFIXES
    from app.session.answers_file import load
    from app.session.answers_update import changes, update

    if source.suffix.lower() in SUFFIXES:
        from app.session.collection import answers_of_sheet

        file = answers_of_sheet(session, source)
    else:
        file = load(source)
    for change in changes(session, file):
        say(change.words)
    if only_show:
        say("以上是会有的变化，没有填入。")
        return ExitCode.OK
    made = update(session, file)
    say(f"已填入{session.organ}{session.year}年的年报：{len(made)}处有变化。" if made else "没有变化。")
    return ExitCode.OK
