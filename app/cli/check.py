"""`nianbao check`: one file or thousands, one bad one never stopping the rest."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import STANDARD_OUTPUT, complain, detail, followed, json_text, out, printable, say
from app.cli.stored_results import StoredReports, earlier_in_store, last_year_in_store
from app.cli.targets import expanded, refuse_existing, refuse_input
from app.errors import SessionError
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.checking.last_year import LastYear
    from app.checking.results import Checked, Selection
    from sections.rules.base import Finding

    _Again = Callable[[Path], Sequence[Finding]]


def check(arguments: argparse.Namespace) -> ExitCode:
    """Check files or stored reports, and tell the result in the form asked for."""
    from app.checking.results import Selection
    from app.session.office import office_rules

    _refuse_nonsense(arguments)
    selection = Selection.of(
        arguments.select, arguments.ignore, proofread=arguments.proofread, office=office_rules()
    )
    last_files = expanded(arguments.last_year, recursive=arguments.recursive)
    targets = ["*"] if arguments.all else expanded(arguments.targets, recursive=arguments.recursive)
    for output in (arguments.output, arguments.baseline):
        refuse_input(output, (*targets, *last_files))
    refuse_existing(arguments.output, force=arguments.force)
    last_year = _last_year(arguments, last_files)
    results = _results(targets, last_year, selection, arguments.year)
    with _Baseline(arguments.baseline, arguments.force) as baseline, _Out(arguments.output) as told:
        copies = _AnnotatedCopies(arguments.annotate)
        results = copies.beside(baseline.applied(results))
        if arguments.format == "text":
            again = partial(_findings, last_year, selection) if arguments.fix else None
            return max(_as_text(results, told, again), copies.code)
        return max(_as_document(results, told, arguments.format), copies.code)


def _refuse_nonsense(arguments: argparse.Namespace) -> None:
    """Raise ``SessionError`` for options that contradict each other."""
    if arguments.fix and arguments.format != "text":
        raise SessionError("--fix 只能与 text 格式一起用。", "请去掉 --format，或者先改正再输出。")
    if bool(arguments.targets) == bool(arguments.all):
        raise SessionError(
            "命令没有写对：请写明检查什么（文件、文件夹、单位@年份），或者 --all。", "两种不能同时用。"
        )
    if arguments.year and not arguments.all:
        raise SessionError("--year 要与 --all 一起用。", "只查一份请写“单位@年份”。")
    if arguments.all and arguments.no_store:
        raise SessionError("--all 查的就是保存的年报，不能与 --no-store 一起用。", "请去掉其中一个。")


def _last_year(arguments: argparse.Namespace, files: Sequence[str]) -> "LastYear":
    from app.checking.last_year import LastReport, LastYear, Source
    from app.documents.read.importer import read_report

    given = tuple(LastReport(read_report(Path(name)), Source.GIVEN, name) for name in files)
    if arguments.no_store:
        return LastYear(given, predecessor=arguments.predecessor)
    return LastYear(given, last_year_in_store, arguments.predecessor, earlier_in_store)


def _findings(last_year: "LastYear", selection: "Selection", path: Path) -> "Sequence[Finding]":
    from app.checking.results import check_file

    return check_file(str(path), last_year, selection).findings


def _progress_line(total: int, done: int, name: str) -> str:
    return f"已检查{done}/{total}份，正在检查 {Path(name).name[:24]}……"


class _AnnotatedCopies:
    """The copies of ``--annotate``; ``code`` says whether every one could be written."""

    def __init__(self, folder: str) -> None:
        if folder and Path(folder).exists() and not Path(folder).is_dir():
            raise SessionError(f"--annotate 应写文件夹，{folder} 是一个文件。", "请换一个文件夹名。")
        self._folder = folder
        self.code = ExitCode.OK

    def beside(self, results: "Iterator[Checked]") -> "Iterator[Checked]":
        """The results as they come, each with its annotated copy where a folder is named."""
        for checked in results:
            yield checked
            if self._folder and not checked.failure and not checked.stored:
                self._write(checked)

    def _write(self, checked: "Checked") -> None:
        from datetime import datetime

        from app.checking.annotated import annotate

        try:
            said = annotate(checked, Path(self._folder), datetime.now().astimezone())
        except NianbaoError as error:
            complain(f"{Path(checked.target).name}：{error}")
            self.code = ExitCode.FAILED
        else:
            say(f"  批注稿已写入 {said}。")


class _Baseline:
    """The answers of ``--baseline``: read where the file is, written where it is not or with ``--force``."""

    def __init__(self, name: str, force: bool) -> None:
        if name == STANDARD_OUTPUT:
            raise SessionError("--baseline 应写文件名，不能是 -。", "这个文件写好理由后还要再读。")
        self._path = Path(name) if name else None
        self._writes = self._path is not None and (force or not self._path.exists())

    def __enter__(self) -> "_Baseline":
        return self

    def applied(self, results: "Iterator[Checked]") -> "Iterator[Checked]":
        """The results with the answers of the file, if one was named."""
        from app.checking.baseline import Baseline

        if self._path is None:
            return results
        self._baseline = Baseline.read(self._path)
        return self._baseline.applied(results)

    def __exit__(self, kind: object, *_: object) -> None:
        from app.documents.atomic_files import save

        if self._path is not None and self._writes and kind is None:
            save(self._path, self._baseline.data())
            say(f"已把{self._baseline.count}处记入 {self._path.name}，请在其中逐条写明理由（reason）。")


class _Out:
    """Where the result goes: standard output as it comes, or a file once it is complete."""

    def __init__(self, name: str) -> None:
        self._name = "" if name == STANDARD_OUTPUT else name
        self._lines: list[str] = []

    def __enter__(self) -> "_Out":
        return self

    def __call__(self, words: str) -> None:
        if self._name:
            self._lines.append(printable(words))
        else:
            out(words, flush=True)

    def data(self, words: str) -> None:
        """Data for other programs: UTF-8 wherever they go."""
        from app.cli.console import out_bytes

        if self._name:
            self._lines.append(words)
        else:
            out_bytes((words + "\n").encode("utf-8", "replace"))

    def __exit__(self, kind: object, *_: object) -> None:
        from app.documents.atomic_files import save

        if self._name and kind is None:
            save(Path(self._name), ("\n".join(self._lines) + "\n").encode("utf-8", "replace"))
            say(f"已写入 {self._name}。")


def _results(
    targets: list[str], last_year: "LastYear", selection: "Selection", year: int
) -> "Iterator[Checked]":
    """Files go to the helpers, and those of two years are paired; what is no file is a stored report."""
    from app.checking.paired_years import paired
    from app.checking.worker_pool import check_files

    files = [target for target in targets if Path(target).exists()]
    detail(f"要检查{len(files)}个文件，{len(targets) - len(files)}个保存的年报的名字。")
    checked = followed(check_files(files, last_year, selection), files, partial(_progress_line, len(files)))
    if len(files) > 1:
        checked = paired(checked, last_year, selection)
    there = set(files)
    with StoredReports(last_year, selection, year) as kept:
        for target in targets:
            if target in there:
                yield next(checked)
            else:
                yield from kept.results(target)


def _as_text(results: "Iterable[Checked]", told: _Out, again: "_Again | None") -> ExitCode:
    """All results as they come; with ``again``, which checks a file, the safe fixes are made too."""
    from app.checking.plain_text import Tally, lines_of

    tally, code = Tally(), ExitCode.OK
    for checked in results:
        tally.add(checked)
        code = max(code, checked.code)
        for line in lines_of(checked):
            if checked.failure:
                complain(line)
            else:
                told(line)
        if again and not checked.failure:
            code = max(code, _mend(checked, told, again))
    if tally.total > 1:
        told(tally.line)
    return code


def _mend(checked: "Checked", told: _Out, again: "_Again") -> ExitCode:
    from app.checking.fixes import mend
    from app.checking.fixes import mended_lines as told_of

    path = Path(checked.target)
    if checked.stored:
        say("  这是保存在年报助手里的年报，请打开界面（nianbao --resume）在检查结果里改正。")
        return ExitCode.OK
    try:
        for line in told_of(mend(path, checked.findings, again), checked.form):
            told(line)
    except NianbaoError as error:
        complain(f"{path.name}：{error}")
        return ExitCode.FAILED
    return ExitCode.OK


def _as_document(results: "Iterable[Checked]", told: _Out, form: str) -> ExitCode:
    """All results as one document; what failed is also told in words."""
    kept = []
    for checked in results:
        kept.append(checked)
        if checked.failure:
            complain(f"{checked.target}：{checked.failure}")
    if form == "html":
        from app.checking.html_page import as_page

        told.data(printable(as_page(kept)))
    elif form == "sarif":
        from app.checking.sarif import as_sarif

        told.data(json_text(as_sarif(kept)))
    else:
        from app.checking.check_json import as_json

        told.data(json_text(as_json(kept)))
    return max((checked.code for checked in kept), default=ExitCode.OK)
