"""Spoilt copies of the sample, and what the command line says of them."""

from pathlib import Path

import pytest
from docx import Document

from app.__main__ import main
from app.exit_codes import ExitCode

SAMPLE = Path(__file__).parents[2] / "app" / "samples" / "last-year.docx"


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
    code = ExitCode(main(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err
