"""`nianbao demo`: the main job on the sample that nianbao ships."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import say
from app.cli.draft import drafted
from app.cli.export import write_out
from app.exit_codes import ExitCode

if TYPE_CHECKING:
    from app.session.session import Session


def demo(arguments: argparse.Namespace) -> ExitCode:
    """The main job, unattended, on the sample that nianbao ships."""
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
            target = folder / session.exporting.suggested_name()
            code = write_out(session, str(target), None, as_draft=False, force=True)
            _write_out_findings(folder / "findings.json", session)
    say(f"三、文件在 {folder} 中，可以用 WPS 或 Word 打开。")
    return code


def _write_out_findings(path: Path, session: "Session") -> None:
    from dataclasses import asdict

    from app.documents.atomic_files import save

    found = [asdict(finding) for finding in session.finishing.findings()]
    save(path, json.dumps(found, ensure_ascii=False, indent=1).encode())
