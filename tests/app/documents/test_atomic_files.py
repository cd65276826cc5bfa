"""A file is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from app.documents import atomic_files
from app.documents.atomic_files import save
from app.documents.errors import DocumentError


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "新文件夹" / "年报.docx"
    save(target, b"one")
    save(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(target.parent.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DocumentError, match="写不进去"):
        save(tmp_path / "file" / "年报.docx", b"")
    with pytest.raises(DocumentError, match="文件夹"):
        save(tmp_path, b"")
    with pytest.raises(DocumentError, match="文件名太长"):
        save(tmp_path / ("长" * 200 + ".docx"), b"")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "年报.docx"
    save(target, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(atomic_files.os, "fsync", full)
    with pytest.raises(DocumentError, match="磁盘已满"):
        save(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
