"""`nianbao check`: one file or thousands, one bad one never stopping the rest."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import followed, library, printable, say
from app.cli.targets import expanded
from app.errors import SessionError
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.checking.last_year import LastYear
    from app.checking.results import Checked, Selection
    from app.session.library import Library
    from app.session.views import ReportSummary
    from sections.report.report import Report
    from sections.rules.base import Finding

    _Again = Callable[[Path], Sequence[Finding]]


def check(arguments: argparse.Namespace) -> ExitCode:
    """Check files or stored reports, and tell the result in the form asked for."""
    from app.checking.last_year import LastYear
    from app.checking.results import Selection
    from app.documents.read.importer import read_report

    if arguments.fix and arguments.format != "text":
        raise SessionError("--fix 只能与 text 格式一起用。", "请去掉 --format，或者先改正再输出。")
    selection = Selection.of(arguments.select, arguments.ignore)
    given = read_report(Path(arguments.last_year)) if arguments.last_year else None
    last_year = LastYear(given, last_year_in_store)
    targets = expanded(arguments.targets)
    results = followed(_results(targets, last_year, selection), targets, partial(_told, len(targets)))
    with _Out(arguments.output) as out:
        if arguments.format == "text":
            return _as_text(results, out, partial(_findings, last_year, selection) if arguments.fix else None)
        return _as_document(results, out, arguments.format)


def last_year_in_store(report: "Report") -> "Report | None":
    """Last year's report of the same organ, if the clerk's store holds it; no store is made for this."""
    from app.session.library import Library
    from store.database import Store
    from store.paths import database

    if not (report.unit and report.year and database().is_file()):
        return None
    try:
        with Store.open() as store:
            return Library(store).last_of(report.unit, report.year)
    except NianbaoError:
        return None


def _findings(last_year: "LastYear", selection: "Selection", path: Path) -> "Sequence[Finding]":
    from app.checking.results import check_file

    return check_file(str(path), last_year, selection).findings


def _told(total: int, done: int, name: str) -> str:
    return f"已检查{done}/{total}份，正在检查 {Path(name).name[:24]}……"


class _Out:
    """Where the result goes: standard output as it comes, or a file once it is complete."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: list[str] = []

    def __enter__(self) -> "_Out":
        return self

    def __call__(self, words: str) -> None:
        words = printable(words)
        if self._name:
            self._lines.append(words)
        else:
            print(words, flush=True)

    def __exit__(self, kind: object, *_: object) -> None:
        from app.documents.atomic_files import save

        if self._name and kind is None:
            save(Path(self._name), ("\n".join(self._lines) + "\n").encode("utf-8", "replace"))
            say(f"已写入 {self._name}。")


def _results(targets: list[str], last_year: "LastYear", selection: "Selection") -> "Iterator[Checked]":
    """Files go to the helpers; what is no file is the name of a stored report."""
    from app.checking.worker_pool import check_files

    there = {target for target in targets if Path(target).exists()}
    files = check_files([target for target in targets if target in there], last_year, selection)
    for target in targets:
        yield next(files) if target in there else _stored(target, selection)


def _stored(target: str, selection: "Selection") -> "Checked":
    from app.checking.results import Checked
    from store.paths import database

    try:
        if "." in Path(target).name or "/" in target:
            raise SessionError(f"找不到文件 {target}。", "请检查文件名和所在的文件夹。")
        if not database().is_file():
            raise SessionError(f"没有找到“{target}”，既没有这个文件，也没有保存过年报。", "请检查文件名。")
        with library() as found:
            return _of_store(found, found.find(target), selection)
    except NianbaoError as error:
        return Checked(target, failure=str(error))


def _of_store(found: "Library", card: "ReportSummary", selection: "Selection") -> "Checked":
    """A draft as its answers make it now; a finished or imported report as it was."""
    from app.checking.results import Checked, check_report
    from store.model import Status

    name, stored = f"{card.unit}@{card.year}", found.store.report(card.id)
    if stored.status != Status.DRAFT:
        return check_report(name, found.report_of(stored), found.last_of(card.unit, card.year), selection)
    with found.open(card.id) as session:
        findings = tuple(f for f in session.finishing.findings() if selection.allows(f.code))
        return Checked(
            name,
            card.unit,
            card.year,
            findings,
            compared=session.last is not None,
            form_id=session.report.form_id,
        )


def _as_text(results: "Iterable[Checked]", out: _Out, again: "_Again | None") -> ExitCode:
    """All results as they come; with ``again``, which checks a file, the safe fixes are made too."""
    from app.checking.plain_text import Tally, lines_of

    tally, code = Tally(), ExitCode.OK
    for checked in results:
        tally.add(checked)
        code = max(code, checked.code)
        for line in lines_of(checked):
            if checked.failure:
                say(line)
            else:
                out(line)
        if again and not checked.failure:
            code = max(code, _mend(checked, out, again))
    if tally.total > 1:
        out(tally.line)
    return code


def _mend(checked: "Checked", out: _Out, again: "_Again") -> ExitCode:
    from app.checking.fixes import mend, told

    path = Path(checked.target)
    if not path.is_file():
        say("  这是保存在年报助手里的年报，请打开界面（nianbao --resume）在检查结果里改正。")
        return ExitCode.OK
    try:
        for line in told(mend(path, checked.findings, again), checked.form):
            out(line)
    except NianbaoError as error:
        say(f"{path.name}：{error}")
        return ExitCode.FAILED
    return ExitCode.OK


def _as_document(results: "Iterable[Checked]", out: _Out, form: str) -> ExitCode:
    """All results as one document; what failed is also told in words."""
    kept = []
    for checked in results:
        kept.append(checked)
        if checked.failure:
            say(f"{checked.target}：{checked.failure}")
    if form == "html":
        from app.checking.html_page import as_page

        out(as_page(kept))
    else:
        from app.checking.json_and_sarif import as_json, as_sarif

        data = as_sarif(kept) if form == "sarif" else as_json(kept)
        out(json.dumps(data, ensure_ascii=False, indent=1))
    return max((checked.code for checked in kept), default=ExitCode.OK)
