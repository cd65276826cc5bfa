"""`nianbao draft`: a report from a file of answers."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import say
from app.cli.export import write_out
from app.cli.targets import refuse_output
from app.errors import SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.answers_file import AnswersFile
    from app.session.library import Library
    from app.session.session import Session


@contextmanager
def scratch_library() -> "Iterator[Library]":
    """A library of its own that is gone afterwards."""
    from app.session.library import Library
    from store.database import Store
    from store.files import scratch_folder

    with (
        scratch_folder() as folder,
        Store.open(folder / "draft.db") as store,
    ):
        yield Library(store)


def draft(arguments: argparse.Namespace) -> ExitCode:
    """A report from a file of answers, without touching the clerk's own reports."""
    last = Path(arguments.last_year) if arguments.last_year else None
    inputs = (arguments.answers, arguments.last_year or "")
    refuse_output(arguments.output, inputs, force=arguments.force)
    with (
        scratch_library() as found,
        drafted(
            found, Path(arguments.answers), last, arguments.words, predecessor=arguments.predecessor
        ) as session,
    ):
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
    from app.session.answers_file import load, take
    from prompts.narrative.narrative import Words

    file = load(answers)
    if last is not None:
        _take_last_year(found, last, file, predecessor)
    session = found.start(file.unit, file.year)
    chosen = Words(words) if words else file.words or Words.OWN
    file = replace(file, words=chosen if session.last is not None else None)
    blank = take(session, file)
    if blank:
        say(f"答案文件没有写到的{blank}个表格数字按0填写。")
    return session


def _take_last_year(found: "Library", last: Path, file: "AnswersFile", predecessor: bool) -> None:
    """Keep last year's report for the draft, and say whose it is."""
    from app.documents.read.importer import read_report
    from sections.organ_names import same_organ

    report = read_report(last)
    if report.unit and not predecessor and not same_organ(report.unit, file.unit):
        told = "如果是本单位的前身（更名、机构改革），请加 --predecessor。"
        raise SessionError(f"{last.name} 是“{report.unit}”的年报，不是“{file.unit}”的，没有使用。", told)
    if report.year != file.year - 1:
        say(f"注意：上年的年报是{report.year}年的，不是{file.year - 1}年的，没有用来比较。")
    else:
        say(f"上年的年报：{report.unit or file.unit}{report.year}年（{last.name}）。")
    found.take_over(report.model_copy(update={"unit": file.unit}))
