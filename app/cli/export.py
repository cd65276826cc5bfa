"""`nianbao export`: one file, or the whole set into a folder."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import STANDARD_OUTPUT, complain, library, out_bytes, say
from app.cli.targets import selected
from app.errors import ExportRefusedError, FileThereError, SessionError
from app.exit_codes import ExitCode
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.session.library import Library
    from app.session.session import Session
    from app.session.views import ReportSummary
    from sections.form.model import Form
    from sections.rules.base import Finding

_TOLD: Final = "要覆盖它，请加 --force。"
_NO_TEXT: Final = frozenset({"docx", "review", "pdf", "xlsx"})
"""Kinds that a terminal cannot show."""


def export(arguments: argparse.Namespace) -> ExitCode:
    """A stored report as a file of any kind, or as all of them; with ``--all`` many reports."""
    if bool(arguments.output) == bool(arguments.all):
        raise SessionError("请写明导出到哪里：-o 文件，或者 --all 文件夹。", "两个不能同时用。")
    with library() as found:
        cards = selected(found, arguments.ref)
        if not arguments.all and len(cards) > 1:
            told = "请写明一份，或者用 --all 导出到文件夹。"
            raise SessionError(f"“{arguments.ref}”对应{len(cards)}份年报，一个文件装不下。", told)
        return max(_exported(found, card, arguments, alone=len(cards) == 1) for card in cards)


def _exported(
    found: "Library", card: "ReportSummary", arguments: argparse.Namespace, *, alone: bool
) -> ExitCode:
    """One report; of many, one that cannot be exported does not stop the rest."""
    try:
        found.store.document(card.id)
        for words in found.store.damage(card.id):
            complain(words)
        with found.open(card.id) as session:
            shown = session.at_version(arguments.number) if arguments.number else session
            if arguments.all:
                return _write_all(shown, Path(arguments.all), arguments)
            return write_out(
                shown,
                arguments.output,
                arguments.format,
                as_draft=arguments.as_draft,
                layout=arguments.layout,
                force=arguments.force,
            )
    except NianbaoError as error:
        if alone:
            raise
        complain(f"{card.unit}@{card.year}：{error}")
        return ExitCode.FAILED


def write_out(
    session: "Session", output: str, kind: str | None, *, as_draft: bool, layout: str = "", force: bool
) -> ExitCode:
    """Write one file or to standard output, say what was found on the way, and what was written."""
    for problem in session.template_problems:
        complain(problem)
    try:
        if output == STANDARD_OUTPUT:
            return _to_standard_output(session, kind or "json", as_draft, layout)
        return _to_file(session, Path(output), kind, as_draft=as_draft, layout=layout, force=force)
    except ExportRefusedError as error:
        return _refused(session, error)


def _to_file(
    session: "Session", output: Path, kind: str | None, *, as_draft: bool, layout: str, force: bool
) -> ExitCode:
    from app.documents.write.kinds import SUFFIXES

    suffix = output.suffix.lower()
    try:
        kind = kind or SUFFIXES.get(suffix, suffix.lstrip("."))
        done = session.exporting.write(output, kind, as_draft, layout, force)
    except FileThereError as error:
        raise SessionError(str(error), _TOLD) from error
    say_findings(session.finishing.document.form, done.findings)
    mark = "（草稿）" if as_draft else ""
    say(f"已写入 {output}{mark}，{_size(done.size)}。")
    return _code(done.findings)


def _to_standard_output(session: "Session", kind: str, as_draft: bool, layout: str) -> ExitCode:
    if kind in _NO_TEXT and sys.stdout.isatty():
        raise SessionError(f"{kind} 文件不能直接显示在终端里。", "请用 -o 写明文件名，或者接到别的程序。")
    data, findings = session.exporting.data(kind, as_draft, layout)
    out_bytes(data)
    say_findings(session.finishing.document.form, findings)
    return _code(findings)


def _write_all(session: "Session", folder: Path, arguments: argparse.Namespace) -> ExitCode:
    from app.documents.write.kinds import KINDS

    for problem in session.template_problems:
        complain(problem)
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
            complain(f"{head}没有写成。{done}{_TOLD if isinstance(done, FileThereError) else ''}")
        else:
            say(f"{head}{done.path.name}，{_size(done.size)}。")
    good = len(KINDS) - failed
    say(f"写入 {folder}：{good}个文件" + (f"，{failed}个没有写成。" if failed else "。"))
    return ExitCode.FAILED if failed else _code(session.finishing.findings())


def _refused(session: "Session", error: ExportRefusedError) -> ExitCode:
    say_findings(session.finishing.document.form, session.finishing.findings())
    complain(f"{session.organ}{session.year}年：{error}")
    return ExitCode.FINDINGS


def _code(findings: "Sequence[Finding]") -> ExitCode:
    errors = any(finding.severity == "error" for finding in findings)
    return ExitCode.FINDINGS if errors else ExitCode.OK


def _size(size: int) -> str:
    return f"{max(size / 1024, 1):.0f} KB"


def say_findings(form: "Form", findings: "Sequence[Finding]") -> None:
    """Say every finding in words."""
    from app.checking.plain_text import finding_lines

    for line in finding_lines(form, findings):
        say(line)
