"""`nianbao draft`: a report from a file of answers."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import say
from app.cli.export import write_out
from app.cli.targets import refuse_existing
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.answers_file import AnswersFile
    from app.session.library import Library
    from app.session.session import Session
    from sections.report.report import Report


def draft(arguments: argparse.Namespace) -> ExitCode:
    """A report from a file of answers, without touching the clerk's own reports."""
    from app.session.drafting import scratch_library

    last = Path(arguments.last_year) if arguments.last_year else None
    refuse_existing(arguments.output, force=arguments.force)
    with (
        scratch_library() as found,
        drafted(
            found, Path(arguments.answers), last, arguments.words, predecessor=arguments.predecessor
        ) as session,
    ):
        for words in filter(None, (session.compared, session.not_carried)):
            say(words)
        return write_out(session, arguments.output, arguments.format, as_draft=arguments.as_draft, force=True)


def drafted(
    found: "Library",
    answers: Path,
    last: Path | None,
    words: str | None = None,
    *,
    predecessor: bool = False,
) -> "Session":
    """A session on the report that a file of answers makes, after last year's report where there is one.

    ``words``: ``own`` or ``fresh``; else what the file says, else last year's own where they are known.
    Raises ``SessionError`` for last year's report of another organ, unless it is said to be the
    ``predecessor``."""
    from app.session.answers_file import load
    from app.session.drafting import drafted_from

    file = load(answers)
    report = None if last is None else _last_year(last, file, predecessor)
    session, blank = drafted_from(found, file, report, words, last.name if last else "")
    if blank:
        say(f"答案文件没有写到的{blank}个表格数字按0填写。")
    return session


def _last_year(path: Path, file: "AnswersFile", predecessor: bool) -> "Report":
    """Last year's report, once it is said whose it is."""
    from app.documents.read.importer import read_report
    from app.session.drafting import refuse_other_organ

    report = read_report(path)
    if not predecessor:
        refuse_other_organ(report, file.unit, path.name)
    if report.year != file.year - 1:
        say(f"注意：上年的年报是{report.year}年的，不是{file.year - 1}年的，没有用来比较。")
    else:
        say(f"上年的年报：{report.unit or file.unit}{report.year}年（{path.name}）。")
    return report
