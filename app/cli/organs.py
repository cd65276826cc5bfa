"""`nianbao organs`: the organs whose reports are kept here, and what became of them."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from app.cli.console import library, out, out_json, say
from app.errors import SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.organs import Organs
    from store.model import OrganRecord

SCHEMA: Final = "nianbao/organs/1"
_CHANGES: Final = ("name", "predecessor", "remove_predecessor", "kind", "parent")


def organs(arguments: argparse.Namespace) -> ExitCode:
    """What is known of one organ or of all, after what the options say about it was kept."""
    with library() as found:
        if _says_something(arguments):
            if not arguments.organ:
                raise SessionError("请写明是哪一个单位。", "如 nianbao organs 示例县民政局 --kind 政府部门。")
            _keep(found.organs, arguments)
            shown = [found.organs.find(arguments.name or arguments.organ)]
        else:
            shown = [found.organs.find(arguments.organ)] if arguments.organ else found.organs.all()
    if arguments.json:
        out_json({"schema": SCHEMA, "organs": [_data(organ) for organ in shown]})
    for line in () if arguments.json else (line for organ in shown for line in _lines(organ)):
        out(line)
    if not shown:
        say("还没有年报。运行 nianbao 从头开始，或用 nianbao import 导入去年的年报。")
    return ExitCode.OK


def _says_something(arguments: argparse.Namespace) -> bool:
    return any(getattr(arguments, name) is not None for name in _CHANGES)


def _keep(known: "Organs", arguments: argparse.Namespace) -> None:
    from store.model import Change

    if (arguments.name is not None or arguments.predecessor) and not arguments.year:
        raise SessionError("请用 --from 写明从哪一年的年报起。", "如 --from 2025。")
    if arguments.name is not None:
        years = known.rename(arguments.organ, arguments.name, arguments.year)
        say(f"{'、'.join(map(str, years)) or '没有哪一'}年的年报改用“{arguments.name}”，以前的不变。")
    if arguments.predecessor:
        change = Change(arguments.change)
        known.add_predecessor(arguments.organ, arguments.predecessor, arguments.year, change)
    if arguments.remove_predecessor:
        known.remove_predecessor(arguments.organ, arguments.remove_predecessor)
    if arguments.kind is not None or arguments.parent is not None:
        known.describe(arguments.organ, arguments.kind, arguments.parent)


def _lines(organ: "OrganRecord") -> Iterator[str]:
    about = "，".join(filter(None, (organ.kind, organ.parent and f"上级{organ.parent}")))
    yield f"{organ.name}（{about}）" if about else organ.name
    for name, years in organ.names.items():
        if years and (len(organ.names) > 1 or name != organ.name):
            yield f"  {name}：{'、'.join(map(str, years))}年"
        elif years:
            yield f"  {'、'.join(map(str, years))}年"
    for predecessor in organ.predecessors:
        yield f"  {predecessor.year}年由“{predecessor.name}”{predecessor.change.label}而来"


def _data(organ: "OrganRecord") -> dict[str, Any]:
    """An organ as plain data; ``names`` are all its names with the years of the reports that bear them."""
    return {
        "name": organ.name,
        "kind": organ.kind or None,
        "parent": organ.parent or None,
        "names": [{"name": name, "years": list(years)} for name, years in organ.names.items()],
        "predecessors": [
            {"name": predecessor.name, "year": predecessor.year, "change": str(predecessor.change)}
            for predecessor in organ.predecessors
        ],
    }
