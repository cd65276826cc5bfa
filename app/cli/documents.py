"""Commands that read and write documents."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.exporting import write_out
from app.cli.run import say
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.session import Session


@contextmanager
def _scratch() -> "Iterator[Library]":
    """A library of its own that is gone afterwards."""
    from app.session.library import Library
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
        return write_out(session, Path(arguments.output), None, as_draft=arguments.as_draft, force=True)


def _drafted(found: "Library", answers: Path, last: Path | None) -> "Session":
    from app.documents.formats import read_any
    from app.session.answers_file import load, take

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
            code = write_out(session, folder / session.suggested_name(), None, as_draft=False, force=True)
            _write_out_findings(folder / "findings.json", session)
    say(f"三、文件在 {folder} 中，可以用 WPS 或 Word 打开。")
    return code


def _write_out_findings(path: Path, session: "Session") -> None:
    from dataclasses import asdict

    from app.documents.atomic_files import save

    found = [asdict(finding) for finding in session.final_findings()]
    save(path, json.dumps(found, ensure_ascii=False, indent=1).encode())
