"""`nianbao check` and `nianbao import`: one file or thousands, one bad one never stopping the rest."""

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
            return Checked(target, session.unit, session.year, findings, compared=session.last is not None)
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


# --- import -------------------------------------------------------------------------------------------


def import_files(arguments: argparse.Namespace) -> ExitCode:
    """Read reports and keep them; one bad file does not stop the rest."""
    total, good = len(arguments.files), 0
    shown = total > 1 and sys.stderr.isatty()
    for done, name in enumerate(arguments.files, start=1):
        if shown:
            print(f"\r\x1b[K{_bar(done - 1, total)} {Path(name).name}", end="", file=sys.stderr, flush=True)
        lines, kept = _imported(Path(name), arguments)
        good += kept
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        for line in lines if total == 1 else lines[:1]:
            say(line)
    if total > 1:
        say(f"共{total}份，导入成功{good}份" + (f"，没有成功{total - good}份。" if good < total else "。"))
    return ExitCode.OK if good == total else ExitCode.FAILED


def _bar(done: int, total: int, width: int = 20) -> str:
    full = done * width // total
    return f"[{'█' * full}{'░' * (width - full)}] {done}/{total}"


def _imported(path: Path, arguments: argparse.Namespace) -> tuple[list[str], bool]:
    """What is to be said of a file, and whether it was read (and kept, unless only its JSON is wanted)."""
    from app.documents.any import read_any

    try:
        report = read_any(path)
        report = report.model_copy(
            update={"unit": report.unit or arguments.unit, "year": report.year or arguments.year}
        )
        if arguments.json:
            print(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
            return [], True
        with library() as found:
            found.take_over(report)
    except NianbaoError as error:
        return [f"{path.name}：{error}"], False
    return list(_read(path, report, len(arguments.files) > 1)), True


def _read(path: Path, report: "Report", many: bool) -> Iterator[str]:
    doubts = f"，有{len(report.unread)}格没有读出" if many and report.unread else ""
    yield f"已导入 {path.name}：{report.unit}，{report.year}年{doubts}。"
    for figure in report.figures:
        before = f"（上一年{figure.last_year}{figure.unit}）" if figure.last_year is not None else ""
        yield f"  正文数字：{figure.name or _label(figure.id)} {figure.value}{figure.unit}{before}"
    for item in report.problems.items:
        yield f"  存在的问题：{item.problem}"
    for note in report.notes:
        yield f"  说明：{note}"
    for place in report.unread:
        yield f"  没有读出：{_label(place.where)}，原文“{place.raw}”{place.reason}"


def _label(field: str) -> str:
    from sections.form import label_of, table_fields
    from sections.values import fact_of

    fact = fact_of(field)
    return fact.label if fact else label_of(field) if field in table_fields() else field
