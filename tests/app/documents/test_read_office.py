import json
import random
import sys
from pathlib import Path

import pytest

from app.documents.libreoffice import find_program
from app.documents.read.importer import NotAReport, read_report
from tests.support import made, rendering, writers
from tests.support import variations as v
from tests.support.read_reports import SHARED, assert_equal, assert_read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an old Office file begins with."""
OLD = SHARED / "variants" / "c09-old-doc.doc"
WORD = OLE + b"\x00" * 1016 + b"\xec\xa5\xc1\x00" + b"\x00" * 508 + "WordDocument".encode("utf-16-le")


def refused(data: bytes, folder: Path) -> str:
    path = folder / "年报.doc"
    path.write_bytes(data)
    with pytest.raises(NotAReport) as error:
        read_report(path)
    return str(error.value)


def test_an_old_word_file_is_read_where_libreoffice_is() -> None:
    if not OLD.exists():
        pytest.skip("needs the variant c09-old-doc.doc")
    if find_program() is None:
        pytest.skip("needs LibreOffice")
    assert_equal(read_report(OLD), json.loads(OLD.with_suffix(".json").read_text("utf-8"))["expected"])


@rendering.needs_soffice
@pytest.mark.parametrize(("kind", "suffix"), [("doc", "wps"), ("rtf", "doc")])
def test_what_is_written_in_an_old_format_is_what_is_read(kind: str, suffix: str, tmp_path: Path) -> None:
    texts = made.numbers()
    source = tmp_path / "年报.docx"
    source.write_bytes(writers.docx(v.VARIATIONS["cut, heads repeated"](v.report(texts))))
    old = rendering.convert(source, kind)
    assert_read(read_report(old.rename(old.with_suffix(f".{suffix}"))), texts)


@pytest.mark.parametrize(("data", "name"), [(WORD, ".doc"), (rb"{\rtf1 hello}", "RTF")])
def test_without_libreoffice_the_format_is_named_and_the_way_out(
    data: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("app.documents.libreoffice._PLACES", ())
    said = refused(data, tmp_path)
    assert name in said
    assert "另存为 .docx" in said


def test_locked_files_and_sheets_are_called_so(tmp_path: Path) -> None:
    locked = bytearray(WORD)
    locked[1024 + 11] = 0x01
    assert "密码" in refused(bytes(locked), tmp_path)
    assert "密码" in refused(OLE + "EncryptedPackage".encode("utf-16-le"), tmp_path)
    for other in ("Workbook", "PowerPoint Document"):
        assert "表格或演示文稿" in refused(OLE + other.encode("utf-16-le"), tmp_path)
    assert "已损坏" in refused(OLE + random.Random(1).randbytes(9_000), tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
@pytest.mark.parametrize(("script", "said"), [("exit 1", "没有成功"), ("sleep 30", "用时过长")])
def test_a_conversion_that_fails_or_hangs_is_given_up(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("app.documents.libreoffice.MOST_SECONDS", 0.5)
    assert said in refused(WORD, tmp_path)
