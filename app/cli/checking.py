"""`nianbao check`: one file or thousands, one bad one never stopping the rest."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.run import library, say
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.checking.results import Checked, Selection
    from sections.report import Report


def check(arguments: argparse.Namespace) -> ExitCode:
    """Check files or stored reports, and tell the result in the form asked for."""
    from app.checking.results import Selection
    from app.documents.any import read_any

    selection = Selection.of(arguments.select, arguments.ignore)
    last = read_any(Path(arguments.last_year)) if arguments.last_year else None
    results = _followed(_results(arguments.targets, last, selection), len(arguments.targets), "检查")
    if arguments.format == "text":
        return _as_text(results, arguments)
    return _as_document(list(results), arguments.format)


def _results(targets: list[str], last: "Report | None", selection: "Selection") -> "Iterator[Checked]":
    """Files go to the helpers; what is no file is the name of a stored report."""
    from app.checking.many import check_files

    files = check_files([target for target in targets if Path(target).exists()], last, selection)
    for target in targets:
        yield next(files) if Path(target).exists() else _stored(target, selection)


def _stored(target: str, selection: "Selection") -> "Checked":
    from app.checking.results import Checked
    from app.documents.read import NotAReport

    try:
        if "." in Path(target).name or "/" in target:
            raise NotAReport(f"找不到文件 {target}。", "请检查文件名和所在的文件夹。")
        with library() as found, found.open(found.find(target).id) as session:
            findings = tuple(f for f in session.final_findings() if selection.allows(f.code))
            name = f"{session.unit}@{session.year}"
            return Checked(name, session.unit, session.year, findings, compared=session.last is not None)
    except NianbaoError as error:
        return Checked(target, failure=str(error))


def _followed(results: "Iterable[Checked]", total: int, doing: str) -> "Iterator[Checked]":
    """The results, a line that tells how far it is on a terminal."""
    shown = total > 1 and sys.stderr.isatty()
    for done, checked in enumerate(results, start=1):
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        yield checked
        if shown and done < total:
            print(f"已{doing}{done}/{total}份……", end="", file=sys.stderr, flush=True)


def _as_text(results: "Iterable[Checked]", arguments: argparse.Namespace) -> ExitCode:
    from app.checking.text import Tally, lines_of

    tally, code = Tally(), ExitCode.OK
    for checked in results:
        tally.add(checked)
        code = max(code, checked.code)
        for line in lines_of(checked):
            print(line, file=sys.stderr if checked.failure else sys.stdout)
        if arguments.fix and not checked.failure:
            code = max(code, _mend(checked))
        sys.stdout.flush()
    if tally.total > 1:
        print(tally.line)
    return code


def _mend(checked: "Checked") -> ExitCode:
    from app.checking.fixes import mend, told

    path = Path(checked.target)
    if not path.is_file():
        say("  这是保存在年报助手里的年报，请打开界面（nianbao --resume）在检查结果里改正。")
        return ExitCode.OK
    try:
        for line in told(mend(path, checked.findings)):
            print(line)
    except NianbaoError as error:
        say(f"{path.name}：{error}")
        return ExitCode.FAILED
    return ExitCode.OK


def _as_document(results: "list[Checked]", form: str) -> ExitCode:
    """All results as one document on standard output; what failed is also told in words."""
    for checked in results:
        if checked.failure:
            say(f"{checked.target}：{checked.failure}")
    if form == "html":
        from app.checking.page import as_page

        print(as_page(results))
    else:
        from app.checking.data import as_json, as_sarif

        data = as_sarif(results) if form == "sarif" else as_json(results)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    return max((checked.code for checked in results), default=ExitCode.OK)
