from pathlib import Path

import pytest

from app.documents import libreoffice
from tests.support import measured
from tests.support.read_reports import SHARED

FILES = list(measured.sources()) if SHARED.exists() else []
LOST = {"c24-letter-o.docx": 2}
"""Cells whose number is not certain: a letter in place of a digit is left to the clerk."""


@pytest.mark.skipif(not FILES, reason="needs the open reports")
@pytest.mark.parametrize(("path", "expected"), FILES, ids=[f"{p.parent.name}/{p.name}" for p, _ in FILES])
def test_open_reports_are_read_to_the_cell_and_the_character(path: Path, expected: dict[str, object]) -> None:
    if path.suffix == ".doc" and libreoffice.find_program() is None:
        pytest.skip("needs LibreOffice")
    found = measured.measure(path, expected)
    assert found.cells == found.of - LOST.get(path.name, 0)
    assert found.kept >= 0.99
    assert found.strays <= 0.01


def test_what_is_missing_and_what_is_too_much_is_measured() -> None:
    assert measured._common("今年的信息都已公开", "第3页今年的信息已公开") == 8
