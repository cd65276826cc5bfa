"""`nianbao demo`: the main job on the sample that nianbao ships."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import say
from app.cli.draft import drafted
from app.cli.export import write_out
from app.errors import SessionError
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.session import Session


def demo(arguments: argparse.Namespace) -> ExitCode:
    """The main job, unattended, on the sample that nianbao ships.

    Raises ``SessionError`` where it would write over a file that it did not write itself like this."""
    from app.session.drafting import scratch_library

    samples = Path(__file__).parent.parent / "samples"
    folder = Path(arguments.output)
    say("示例单位“示例县民政局”是虚构的。")
    with scratch_library() as found:
        say("一、读入去年的年报 samples/last-year.docx，按 samples/answers.json 回答今年的问题。")
        with drafted(found, samples / "answers.json", samples / "last-year.docx") as session:
            say(
                f"二、{session.organ}{session.year}年：{session.conversation.progress().done}个问题已回答，共检查出{len(session.finishing.findings())}处。"
            )
            target, findings = folder / session.exporting.suggested_name(), folder / "findings.json"
            told = _findings(session)
            if not arguments.force:
                _refuse_other(target, _document(session, found.store.path.parent))
                _refuse_other(findings, told)
            code = write_out(session, str(target), None, as_draft=False, force=True)
            _save(findings, told)
    say(f"三、文件在 {folder} 中，可以用 WPS 或 Word 打开。")
    return code


def _document(session: "Session", scratch: Path) -> bytes:
    path = scratch / "demo.docx"
    session.exporting.write(path)
    return path.read_bytes()


def _findings(session: "Session") -> bytes:
    from dataclasses import asdict

    found = [asdict(finding) for finding in session.finishing.findings()]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _refuse_other(path: Path, data: bytes) -> None:
    from app.documents.atomic_files import digest, digest_of

    if path.exists() and digest_of(path) != digest(data):
        raise SessionError(f"{path} 已经存在，没有覆盖。", "要覆盖它，请加 --force，或者用 -o 换一个文件夹。")


def _save(path: Path, data: bytes) -> None:
    from app.documents.atomic_files import save

    save(path, data)
