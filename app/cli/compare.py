"""`nianbao compare` and `nianbao import --into`: an edited or published file beside its report."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import complain, library, out, out_json, say
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.differences import Difference
    from app.session.session import Session
    from sections.report.report import Report

SCHEMA: Final = "nianbao/differences/1"
ALL: Final = ("all", "全部")
WORDING: Final = ("wording", "文字")


def compare(arguments: argparse.Namespace) -> ExitCode:
    """Where a published page or a file differs from a report, numbers first."""
    from app.documents.read.importer import read_report

    theirs = read_report(Path(arguments.file))
    with library() as found, found.open(found.find(arguments.ref).id) as session:
        differing = session.homecoming.differences(theirs)
        if arguments.json:
            out_json(as_json(session, differing))
        else:
            _show(session, differing)
    return ExitCode.FINDINGS if differing else ExitCode.OK


def into(arguments: argparse.Namespace) -> ExitCode:
    """The differences of an edited file, and those that ``--take`` names taken over."""
    from app.documents.read.importer import read_report

    if len(arguments.files) != 1:
        complain("--into 一次只读一份改过的文件。")
        return ExitCode.FAILED
    theirs = read_report(Path(arguments.files[0]))
    with library() as found, found.open(found.find(arguments.into).id) as session:
        differing = session.homecoming.differences(theirs)
        if arguments.json:
            out_json(as_json(session, differing))
        else:
            _show(session, differing)
        if arguments.take:
            return _take(session, arguments.take, differing, theirs)
        if differing:
            say("什么都没有写入。要采用，请加 --take all，或者 --take 加序号，如 --take 1,3。")
        return ExitCode.OK


def _chosen(take: str, differing: "Sequence[Difference]") -> "list[Difference] | None":
    """The differences whose numbers are named; None for what names none."""
    parts = [part.strip() for part in take.replace("，", ",").replace("、", ",").split(",")]
    if not all(part.isdigit() and 1 <= int(part) <= len(differing) for part in parts):
        return None
    return [differing[int(part) - 1] for part in parts]


def _take(session: "Session", take: str, differing: "Sequence[Difference]", theirs: "Report") -> ExitCode:
    from app.session.differences import EVERY, WORDS

    if take in (*ALL, *WORDING):
        done, refused = session.homecoming.take_all(theirs, EVERY if take in ALL else WORDS)
    elif (chosen := _chosen(take, differing)) is None:
        complain("--take 应为 all、wording，或者序号，如 1,3。什么都没有写入。")
        return ExitCode.FAILED
    else:
        outcomes = [session.homecoming.take(difference, theirs) for difference in chosen]
        done = sum(outcome.accepted for outcome in outcomes)
        refused = tuple(outcome.message for outcome in outcomes if not outcome.accepted)
    for words in refused:
        complain(f"有一处没有采用：{words}")
    say(f"已采用{done}处。")
    return ExitCode.FAILED if refused else ExitCode.OK


def as_json(session: "Session", differing: "Sequence[Difference]") -> dict[str, object]:
    """Every difference with its kind, its place, both sides and the numbers that changed."""
    return {
        "schema": SCHEMA,
        "unit": session.organ,
        "year": session.year,
        "differences": [asdict(difference) for difference in differing],
    }


def _show(session: "Session", differing: "Sequence[Difference]") -> None:
    from app.session.differences import lines_of

    if not differing:
        out("文件与这份年报没有差别。")
    for number, difference in enumerate(differing, 1):
        first, *more = lines_of(difference, session.report)
        out(f"{number:>3}. {first}")
        for line in more:
            out(f"     {line}")
