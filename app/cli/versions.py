"""`nianbao versions`: the final versions of a report, and what differs between two of them."""

import argparse
from typing import TYPE_CHECKING, Final

from app.cli.console import library, out, out_json, say
from app.errors import SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.session import Session

SCHEMA: Final = "nianbao/versions/1"


def versions(arguments: argparse.Namespace) -> ExitCode:
    """List them, or compare one with the report as it is now or with another."""
    if len(arguments.compare) > 2:
        raise SessionError("--compare 最多写两个序号。", "写一个：与现在的年报比较；写两个：互相比较。")
    with library() as found, found.open(found.find(arguments.ref).id) as session:
        return _compared(session, arguments) if arguments.compare else _listed(session, arguments)


def _listed(session: "Session", arguments: argparse.Namespace) -> ExitCode:
    kept = session.finishing.versions()
    if arguments.json:
        every = [
            {"number": version.number, "at": version.at.isoformat(timespec="seconds")} for version in kept
        ]
        out_json({"schema": SCHEMA, "unit": session.organ, "year": session.year, "versions": every})
        return ExitCode.OK
    for version in kept:
        out(f"第{version.number}次定稿  {version.at:%Y-%m-%d %H:%M}")
    if not kept:
        say(f"{session.organ}{session.year}年的年报还没有定稿的版本。")
    return ExitCode.OK


def _compared(session: "Session", arguments: argparse.Namespace) -> ExitCode:
    number, *other = arguments.compare
    told = session.finishing.differences(number, other[0] if other else None)
    if arguments.json:
        data = {"unit": session.organ, "year": session.year, "compared": arguments.compare}
        out_json({"schema": SCHEMA, **data, "differences": list(told)})
    else:
        for place, words in enumerate(told, 1):
            first, *more = words.splitlines()
            out("\n".join((f"{place:>3}. {first}", *(f"     {line}" for line in more))))
        if not told:
            out("没有差别。")
    return ExitCode.FINDINGS if told else ExitCode.OK
