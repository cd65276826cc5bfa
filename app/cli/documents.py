"""Commands that read and write documents."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.run import library, say
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.library import Library
    from app.session import Session
    from sections.findings import Finding
    from sections.report import Report


def import_files(arguments: argparse.Namespace) -> ExitCode:
    """Read reports and keep them; one bad file does not stop the rest."""
    results = [_import_one(Path(name), arguments) for name in arguments.files]
    if len(results) > 1:
        say(f"共{len(results)}份，导入成功{results.count(True)}份。")
    return ExitCode.OK if all(results) else ExitCode.FAILED


def _import_one(path: Path, arguments: argparse.Namespace) -> bool:
    from app.documents.read import read_report

    try:
        report = _completed(read_report(path), arguments)
        if arguments.json:
            print(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
        else:
            with library() as found:
                found.take_over(report)
            _say_imported(path, report)
    except NianbaoError as error:
        say(f"{path.name}：{error}")
        return False
    return True


def _completed(report: "Report", arguments: argparse.Namespace) -> "Report":
    return report.model_copy(
        update={"unit": report.unit or arguments.unit, "year": report.year or arguments.year}
    )


def _say_imported(path: Path, report: "Report") -> None:
    say(f"已导入 {path.name}：{report.unit}，{report.year}年。")
    for figure in report.figures:
        before = f"（上一年{figure.last_year}{figure.unit}）" if figure.last_year is not None else ""
        say(f"  正文数字：{figure.name or _label(figure.id)} {figure.value}{figure.unit}{before}")
    for item in report.problems.items:
        say(f"  存在的问题：{item.problem}")
    for note in report.notes:
        say(f"  说明：{note}")
    for place in report.unread:
        say(f"  没有读出：{_label(place.where)}，原文“{place.raw}”{place.reason}")


def _label(field: str) -> str:
    from sections.form import label_of, table_fields
    from sections.values import fact_of

    fact = fact_of(field)
    return fact.label if fact else label_of(field) if field in table_fields() else field


@contextmanager
def _scratch() -> "Iterator[Library]":
    """A library of its own that is gone afterwards."""
    from app.library import Library
    from store.database import Store

    with (
        tempfile.TemporaryDirectory(prefix="nianbao-") as folder,
        Store.open(Path(folder) / "draft.db") as store,
    ):
        yield Library(store)


def draft(arguments: argparse.Namespace) -> ExitCode:
    """A report from a file of answers, without touching the clerk's own reports."""
    last = Path(arguments.last_year) if arguments.last_year else None
    with _scratch() as found, _drafted(found, Path(arguments.answers), last) as session:
        return _write_out(session, Path(arguments.output), None, arguments.as_draft)


def _drafted(found: "Library", answers: Path, last: Path | None) -> "Session":
    from app.answers import load, take

    file = load(answers)
    if last is not None:
        report = read_any(last)
        if report.year != file.year - 1:
            say(f"注意：上年的年报是{report.year}年的，不是{file.year - 1}年的，没有用来比较。")
        found.take_over(report.model_copy(update={"unit": file.unit}))
    session = found.start(file.unit, file.year)
    blank = take(session, file)
    if blank:
        say(f"答案文件没有写到的{blank}个表格数字按0填写。")
    return session


def read_any(path: Path) -> "Report":
    """A report from any file: a document, or our own JSON."""
    from pydantic import ValidationError

    from app.documents.read import NotAReport, read_report
    from sections.report import Report

    if path.suffix.lower() != ".json":
        return read_report(path)
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise NotAReport(f"读不到文件 {path}。", "请检查路径和权限。") from error
    except ValidationError as error:
        raise NotAReport(f"{path.name} 不是年报 JSON。", "格式说明见 nianbao schema。") from error


def _write_out(
    session: "Session", output: Path, kind: str | None, as_draft: bool, layout: str = ""
) -> ExitCode:
    from app.errors import ExportRefusedError
    from sections.findings import Severity

    for problem in session.template_problems:
        say(problem)
    try:
        done = session.export(output, kind or output.suffix.lstrip(".").lower(), as_draft, layout)
    except ExportRefusedError as error:
        _print_findings(session.final_findings(), sys.stderr.write)
        say(str(error))
        return ExitCode.FINDINGS
    _print_findings(done.findings, sys.stderr.write)
    mark = "（草稿）" if as_draft else ""
    say(f"已写入 {output}{mark}，{done.size / 1024:.0f} KB。")
    errors = any(finding.severity is Severity.ERROR for finding in done.findings)
    return ExitCode.FINDINGS if errors else ExitCode.OK


def export(arguments: argparse.Namespace) -> ExitCode:
    """A stored report as a document or as JSON."""
    with library() as found:
        card = found.find(arguments.ref)
        with found.open(card.id) as session:
            if arguments.output == "-":
                print(
                    json.dumps(
                        found.report_of(found.store.report(card.id)).to_json(), ensure_ascii=False, indent=1
                    )
                )
                return ExitCode.OK
            output = Path(arguments.output)
            return _write_out(session, output, arguments.format, arguments.as_draft, arguments.layout)


def check(arguments: argparse.Namespace) -> ExitCode:
    """Check files or stored reports."""
    last = read_any(Path(arguments.last_year)) if arguments.last_year else None
    results = [_check_one(target, last, arguments.format) for target in arguments.targets]
    if arguments.format == "json":
        found = [result[1] for result in results if result[1]]
        print(
            json.dumps(
                found if len(arguments.targets) > 1 else next(iter(found), {}), ensure_ascii=False, indent=1
            )
        )
    return max((result[0] for result in results), default=ExitCode.OK)


def _check_one(target: str, last: "Report | None", form: str) -> tuple[ExitCode, dict[str, object]]:
    from sections.findings import Severity

    try:
        report, findings = _checked(target, last)
    except NianbaoError as error:
        say(f"{target}：{error}")
        return ExitCode.FAILED, {}
    if form == "text":
        print(f"{report.unit} {report.year}年：" + (f"{len(findings)}处" if findings else "没有发现问题。"))
        _print_findings(findings, sys.stdout.write)
    code = ExitCode.FINDINGS if any(f.severity is Severity.ERROR for f in findings) else ExitCode.OK
    return code, {
        "file": target,
        "unit": report.unit,
        "year": report.year,
        "findings": [
            {
                "code": f.code,
                "severity": str(f.severity),
                "where": f.where,
                "message": f.message,
                "quote": f.quote,
            }
            for f in findings
        ],
    }


def _checked(target: str, last: "Report | None") -> "tuple[Report, Sequence[Finding]]":
    from sections.findings import Context
    from sections.findings import check as run_rules

    path = Path(target)
    if path.exists():
        report = read_any(path)
        return report, run_rules(Context(report, last))
    with library() as found, found.open(found.find(target).id) as session:
        return session.report, session.final_findings()


def _print_findings(findings: "Iterable[Finding]", write: Callable[[str], object]) -> None:
    from sections.form import HEADINGS

    section = ""
    for finding in sorted(
        findings, key=lambda f: list(HEADINGS).index(f.section) if f.section in HEADINGS else 9
    ):
        if finding.section != section:
            section = finding.section
            write(f"{HEADINGS.get(section, '其他')}\n")
        quote = f"（原文：{finding.quote}）" if finding.quote else ""
        write(f"  {finding.severity.label} {finding.code} {finding.message}{quote}\n")


def demo(arguments: argparse.Namespace) -> ExitCode:
    """The main job, unattended, on the sample that nianbao ships."""
    samples = Path(__file__).parent.parent / "samples"
    folder = Path(arguments.output)
    say("示例单位“示例县民政局”是虚构的。")
    with _scratch() as found:
        say("一、读入去年的年报 samples/last-year.docx，按 samples/answers.json 回答今年的问题。")
        with _drafted(found, samples / "answers.json", samples / "last-year.docx") as session:
            say(
                f"二、{session.unit}{session.year}年：{session.progress().done}个问题已回答，共检查出{len(session.final_findings())}处。"
            )
            code = _write_out(session, folder / session.suggested_name(), None, False)
            _write_out_findings(folder / "findings.json", session)
    say(f"三、文件在 {folder} 中，可以用 WPS 或 Word 打开。")
    return code


def _write_out_findings(path: Path, session: "Session") -> None:
    from dataclasses import asdict

    from app.documents.files import save

    found = [asdict(finding) for finding in session.final_findings()]
    save(path, json.dumps(found, ensure_ascii=False, indent=1).encode())
