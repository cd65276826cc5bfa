"""Spoilt copies of the sample, and what the command line says of them.

``python -m tests.support.sample_with_mistakes`` makes the sample with mistakes that README shows."""

from pathlib import Path
from typing import Final

import pytest
from docx import Document

from app.__main__ import main
from app.checking.editable_files import copy_of
from app.exit_codes import ExitCode

SAMPLE = Path(__file__).parents[2] / "app" / "samples" / "last-year.docx"
MISTAKEN = SAMPLE.with_name("with-mistakes.docx")
MISTAKES: Final = {
    "其中自然人申请2件": "其中自然人申请3件",
    "开展行政规范性文件清理": "开展行政规范性文件的的清理",
    "2024年，完善惠民": "2024年,完善惠民",
    "培训覆盖面还不够广。": "培训覆盖面还不够广",
    "五、存在的主要问题及改进情况": "五、存在的问题及整改措施",
}
"""Right words of the sample -> the mistake in their place."""


def mistaken() -> bytes:
    """The sample with all the mistakes, a letter in a cell and a total that does not add up."""
    copy = copy_of(SAMPLE)
    assert copy is not None
    for right, wrong in MISTAKES.items():
        assert copy.replace(right, wrong), right
    zeros = copy.cells({"0"})
    zeros[60].text = "O"
    copy.cells({"3"})[-1].text = "4"
    return copy.data()


def spoilt(path: Path, changes: dict[str, str]) -> Path:
    """The sample with words of its paragraphs or cells replaced, format kept."""
    document = Document(str(SAMPLE))
    paragraphs = [*document.paragraphs]
    paragraphs += [
        p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs
    ]
    for old, new in changes.items():
        run = next(run for p in paragraphs for run in p.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)
    document.save(str(path))
    return path


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[ExitCode, str, str]:
    """What a command ends with, prints and says."""
    code = ExitCode(main(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


if __name__ == "__main__":
    MISTAKEN.write_bytes(mistaken())
