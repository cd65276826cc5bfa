"""`nianbao export`: one file, or the whole set into a folder."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import library, say
from app.errors import ExportRefusedError, FileThereError, SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.session.session import Session
    from sections.form.model import Form
    from sections.rules.base import Finding

_TOLD: Final = "要覆盖它，请加 --force。"


def export(arguments: argparse.Namespace) -> ExitCode:
    """A stored report as a file of any kind, or as all of them."""
    if bool(arguments.output) == bool(arguments.all):
        raise SessionError("请写明导出到哪里：-o 文件，或者 --all 文件夹。", "两个不能同时用。")
    with library() as found:
        card = found.find(arguments.ref)
        if arguments.output == "-":
            report = found.report_of(found.store.report(card.id))
            print(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
            return ExitCode.OK
        with found.open(card.id) as session:
            if arguments.all:
                return _write_all(session, Path(arguments.all), arguments)
            return write_out(
                session,
                Path(arguments.output),
                arguments.format,
                as_draft=arguments.as_draft,
                layout=arguments.layout,
                force=arguments.force,
            )


def write_out(
    session: "Session", output: Path, kind: str | None, *, as_draft: bool, layout: str = "", force: bool
) -> ExitCode:
    """Write one file, say what was found on the way, and what was written."""
    from app.documents.write.kinds import SUFFIXES

    for problem in session.template_problems:
        say(problem)
    suffix = output.suffix.lower()
    try:
        kind = kind or SUFFIXES.get(suffix, suffix.lstrip("."))
        done = session.exporting.write(output, kind, as_draft, layout, force)
    except ExportRefusedError as error:
        return _refused(session, error)
    except FileThereError as error:
        raise SessionError(str(error), _TOLD) from error
    _say_findings(session.finishing.document.form, done.findings)
    mark = "（草稿）" if as_draft else ""
    say(f"已写入 {output}{mark}，{_size(done.size)}。")
    return _code(done.findings)


def _write_all(session: "Session", folder: Path, arguments: argparse.Namespace) -> ExitCode:
    from app.documents.write.kinds import KINDS
    from sections.errors import NianbaoError

    for problem in session.template_problems:
        say(problem)
    failed = 0
    try:
        session.finishing.refuse_errors(arguments.as_draft)
    except ExportRefusedError as error:
        return _refused(session, error)
    written = session.exporting.write_all(folder, arguments.as_draft, arguments.layout, arguments.force)
    for number, (kind, done) in enumerate(written, start=1):
        head = f"{number}/{len(KINDS)} {kind.label}："
        if isinstance(done, NianbaoError):
            failed += 1
            say(f"{head}没有写成。{done}{_TOLD if isinstance(done, FileThereError) else ''}")
        else:
            say(f"{head}{done.path.name}，{_size(done.size)}。")
    good = len(KINDS) - failed
    say(f"写入 {folder}：{good}个文件" + (f"，{failed}个没有写成。" if failed else "。"))
    return ExitCode.FAILED if failed else _code(session.finishing.findings())


def _refused(session: "Session", error: ExportRefusedError) -> ExitCode:
    _say_findings(session.finishing.document.form, session.finishing.findings())
    say(str(error))
    return ExitCode.FINDINGS


def _code(findings: "Sequence[Finding]") -> ExitCode:
    errors = any(finding.severity == "error" for finding in findings)
    return ExitCode.FINDINGS if errors else ExitCode.OK


def _size(size: int) -> str:
    return f"{max(size / 1024, 1):.0f} KB"


def _say_findings(form: "Form", findings: "Sequence[Finding]") -> None:
    from app.checking.plain_text import finding_lines

    for line in finding_lines(form, findings):
        say(line)
