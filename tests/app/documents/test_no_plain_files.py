"""Pipes, devices, sockets and folders named like a file are refused at once by whatever reads files."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.layouts import load_layout
from app.documents.read.importer import read_report
from app.session import office
from app.session.answers_file import load
from prompts.narrative.templates import _text
from sections.errors import NianbaoError
from store.backup import restore

READERS: dict[str, Callable[[Path], object]] = {
    "report": read_report, "answers": load, "layout": load_layout, "template": _text,
    "rules": office._read, "backup": restore,
}  # fmt: skip


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@pytest.mark.parametrize("make", [pipe, folder, device, listening])
def test_what_is_no_plain_file_is_refused_in_one_sentence(
    read: Callable[[Path], object],
    make: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("年报.toml")
    make(path)
    with pytest.raises(NianbaoError) as refused:
        read(path)
    assert "年报" in str(refused.value)
    assert str(refused.value).endswith("。")
