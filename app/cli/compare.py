"""`nianbao compare` and `nianbao import --into`: an edited or published file beside its report."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import library, out, out_json, say
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.differences import Difference
    from app.session.session import Session
    from sections.report.report import Report

SCHEMA: Final = "nianbao/differences/1"
ALL: Final = ("all", "全部")
WORDING: Final = ("wording", "文字")
_KINDS: Final = {
    "cell": "表格",
    "number": "数字",
    "wording": "文字",
    "struck": "删去",
    "added": "新增",
    "outside": "格式",
}


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
        say("--into 一次只读一份改过的文件。")
        return ExitCode.FAILED
    theirs = read_report(Path(arguments.files[0]))
    with library() as found, found.open(found.find(arguments.into).id) as session:
        differing = session.homecoming.differences(theirs)
        chosen = _chosen(arguments.take, differing)
        if chosen is None:
            say("--take 应为 all、wording，或者序号，如 1,3。")
            return ExitCode.FAILED
        if arguments.json:
            out_json(as_json(session, differing))
        else:
            _show(session, differing)
        if differing and not arguments.take:
            say("什么都没有写入。要采用，请加 --take all，或者 --take 加序号，如 --take 1,3。")
        return _take(session, [differing[number] for number in chosen], theirs)


def _chosen(take: str, differing: "Sequence[Difference]") -> list[int] | None:
    """The places of what is to be taken; None for what names nothing."""
    if not take:
        return []
    if take in ALL:
        return [place for place, one in enumerate(differing) if one.kind != "outside"]
    if take in WORDING:
        return [place for place, one in enumerate(differing) if one.kind in {"wording", "struck", "added"}]
    parts = take.replace("，", ",").replace("、", ",").split(",")
    if not all(part.strip().isdigit() and 1 <= int(part) <= len(differing) for part in parts):
        return None
    return [int(part) - 1 for part in parts]


def _take(session: "Session", chosen: "list[Difference]", theirs: "Report") -> ExitCode:
    done = 0
    for one in chosen:
        outcome = session.homecoming.take(one, theirs)
        done += outcome.accepted
        if not outcome.accepted:
            say(f"没有采用“{one.after or one.before}”：{outcome.message}")
    if chosen:
        say(f"已采用{done}处。")
    return ExitCode.OK if done == len(chosen) else ExitCode.FAILED


def as_json(session: "Session", differing: "Sequence[Difference]") -> dict[str, object]:
    """Every difference with its kind, its place, both sides and the numbers that changed."""
    return {
        "schema": SCHEMA,
        "unit": session.organ,
        "year": session.year,
        "differences": [asdict(one) for one in differing],
    }


def _show(session: "Session", differing: "Sequence[Difference]") -> None:
    if not differing:
        out("文件与这份年报没有差别。")
    for number, one in enumerate(differing, 1):
        for line in told(one, session.report):
            out(f"{number:>3}. {line}" if line == next(iter(told(one, session.report))) else f"     {line}")


def told(one: "Difference", report: "Report") -> list[str]:
    """A difference in lines: what kind, where, how it was and how it is in the file."""
    kind = _KINDS[str(one.kind)]
    if one.kind == "cell":
        return [f"{kind}  {report.form.label(one.where)}：{one.before or '空'} → {one.after or '空'}"]
    lines = [f"{kind}  {one.before}" if one.before else f"{kind}  {one.after}"]
    if one.before and one.after:
        lines.append(f"改为  {one.after}")
    lines += [
        f"{change.label or '认不出是什么的数'}：{change.before or '无'} → {change.after or '无'}"
        for change in one.numbers
    ]
    return lines
