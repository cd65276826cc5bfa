"""`nianbao finalise`, `reopen`, `delete`, `undelete`: how far a report is, and whether it is kept at all."""

import argparse
from typing import Final

from app.cli.console import complain, library, out, out_json, say
from app.errors import SessionError
from app.exit_codes import ExitCode

SCHEMA: Final = "nianbao/deleted/1"


def finalise(arguments: argparse.Namespace) -> ExitCode:
    """Keep a draft without errors as the year's report; 1 where errors are open."""
    from app.cli.export import say_findings
    from app.errors import ExportRefusedError

    with library() as found, found.open(found.find(arguments.ref).id) as session:
        try:
            session.finishing.refuse_errors(as_draft=False)
        except ExportRefusedError as error:
            say_findings(session.finishing.document.form, session.finishing.findings())
            complain(f"{session.organ}{session.year}年：{error}")
            return ExitCode.FINDINGS
        session.finishing.finalise()
        say(f"{session.organ}{session.year}年的年报已定稿。要再修改，用 nianbao reopen。")
    return ExitCode.OK


def reopen(arguments: argparse.Namespace) -> ExitCode:
    """Make a closed report a draft; the version that it was is kept."""
    with library() as found, found.open(found.find(arguments.ref).id) as session:
        if not session.closed:
            raise SessionError(f"{session.organ}{session.year}年的年报本来就是草稿。", "可以直接修改。")
        session.finishing.reopen()
        number = session.finishing.versions()[-1].number
        say(f"{session.organ}{session.year}年的年报已重新打开，原来的一版留存为第{number}次定稿。")
    return ExitCode.OK


def delete(arguments: argparse.Namespace) -> ExitCode:
    """Delete the report that is named in full."""
    with library() as found:
        card = found.named(arguments.ref)
        found.delete(card.id)
    say(f"已删除{card.unit}{card.year}年的年报。恢复：nianbao undelete {card.unit}@{card.year}")
    return ExitCode.OK


def undelete(arguments: argparse.Namespace) -> ExitCode:
    """Bring back the report of a name that was deleted last; without a name those that can be."""
    with library() as found:
        kept = found.deleted()
        if not arguments.ref:
            lines = [
                {"ref": f"{report.unit}@{report.year}", "deleted": report.at.isoformat("T")}
                for report in kept
            ]
            if arguments.json:
                out_json({"schema": SCHEMA, "reports": lines})
            for report in () if arguments.json else kept:
                out(f"{report.unit}@{report.year}  删除于 {report.at:%Y-%m-%d %H:%M}")
            if not kept:
                say("没有可以恢复的年报。")
            return ExitCode.OK
        chosen = next((report for report in kept if f"{report.unit}@{report.year}" == arguments.ref), None)
        if chosen is None:
            raise SessionError(f"没有删除过“{arguments.ref}”。", "请用 nianbao undelete 查看可以恢复的。")
        found.undelete(chosen.id)
    say(f"已恢复{chosen.unit}{chosen.year}年的年报。")
    return ExitCode.OK
