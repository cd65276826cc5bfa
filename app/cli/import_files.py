"""`nianbao import`: published reports into the clerk's own, many at a time."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import complain, followed, library, out, out_json, say
from app.cli.targets import expanded
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from sections.report.report import Report


def import_files(arguments: argparse.Namespace) -> ExitCode:
    """Read reports and keep them, or print them; one bad file does not stop the rest."""
    from app.checking.worker_pool import BROKEN, each

    if arguments.into:
        from app.cli.compare import into

        return into(arguments)
    if not arguments.json:
        with library() as found:
            found.store.back_up("导入前")

    names = expanded(arguments.files, recursive=arguments.recursive)
    reports = followed(each(names, _read, lambda _: BROKEN), names, partial(_told_far, len(names)))
    keep = _Keep(arguments.unit, arguments.year, brief=len(names) > 1)
    good = _as_json(reports, names, keep) if arguments.json else _as_kept(reports, names, keep)
    if len(names) > 1:
        bad = len(names) - good
        done = "读出" if arguments.json else "导入成功"
        say(f"共{len(names)}份，{done}{good}份" + (f"，没有成功{bad}份。" if bad else "。"))
    return ExitCode.OK if good == len(names) else ExitCode.FAILED


def _read(name: str) -> "Report | str":
    """The report in a file, or in a sentence why there is none."""
    from app.documents.read.importer import read_report

    try:
        return read_report(Path(name))
    except NianbaoError as error:
        return str(error)


def _told_far(total: int, done: int, name: str, width: int = 20) -> str:
    full = done * width // total
    return f"[{'█' * full}{'░' * (width - full)}] {done}/{total} {Path(name).name[:24]}"


@dataclass(slots=True)
class _Keep:
    """What the command line says of files that do not say it themselves, and what was kept so far."""

    unit: str
    year: int
    brief: bool
    kept: dict[tuple[str, int], str] = field(default_factory=dict)

    def completed(self, report: "Report") -> "Report":
        return report.model_copy(update={"unit": report.unit or self.unit, "year": report.year or self.year})


def _as_kept(reports: "Iterable[Report | str]", names: list[str], keep: _Keep) -> int:
    """Keep what was read and say so; how many were good."""
    good = 0
    for name, report in zip(names, reports, strict=False):
        path = Path(name)
        try:
            if isinstance(report, str):
                complain(f"{name}：{report}")
                continue
            whole = keep.completed(report)
            with library() as found:
                found.take_over(whole)
        except NianbaoError as error:
            complain(f"{name}：{error}")
            continue
        good += 1
        for line in _told(path, whole, keep):
            say(line)
    return good


def _as_json(reports: "Iterable[Report | str]", names: list[str], keep: _Keep) -> int:
    """An object for one file, a list for several (null where nothing was read); how many were good."""
    good = 0
    for place, (name, report) in enumerate(zip(names, reports, strict=False)):
        if isinstance(report, str):
            complain(f"{name}：{report}")
        good += not isinstance(report, str)
        data = None if isinstance(report, str) else keep.completed(report).to_json()
        if data is None and not keep.brief:
            continue
        before = "" if not keep.brief else "[\n" if place == 0 else ",\n"
        out_json(data, before, end="" if keep.brief else "\n")
    if keep.brief:
        out("\n]")
    return good


def _told(path: Path, report: "Report", keep: _Keep) -> Iterator[str]:
    """What is said of a report that was kept: one line for many files, all that was read for one."""
    from sections.report.gaps import gaps_of

    key = (report.unit, report.year)
    twice = f"（代替刚才导入的 {keep.kept[key]}，是同一年的年报）" if key in keep.kept else ""
    keep.kept[key] = path.name
    doubts = f"，有{len(list(gaps_of(report)))}处没有读准" if keep.brief and report.unread else ""
    yield f"已导入 {path.name}：{report.unit}，{report.year}年{doubts}{twice}。"
    if keep.brief:
        return
    for figure in report.figures:
        before = f"（上一年{figure.last_year}{figure.unit}）" if figure.last_year is not None else ""
        yield f"  正文数字：{figure.name or _label(report, figure.id)} {figure.value}{figure.unit}{before}"
    for item in report.problems.items:
        yield f"  存在的问题：{item.problem}"
    for note in report.notes:
        yield f"  说明：{note}"
    for gap in gaps_of(report):
        yield f"  没有读出：{gap.label}：{gap.words}"


def _label(report: "Report", where: str) -> str:
    from sections.facts import fact_of

    fact = fact_of(where)
    return fact.label if fact else report.form.labels.get(where, where)
