"""Documents made visible: DOCX to PDF through LibreOffice, with every Chinese face mapped to a free one.

A PDF is kept under the hash of what it was made of, so that the tests of a session, on any worker, convert a
document once. What is a day old is thrown away."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

FACES: Final = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "仿宋": "Noto Serif CJK SC",
    "楷体_GB2312": "AR PL KaitiM GB",
    "楷体": "AR PL KaitiM GB",
    "黑体": "Noto Sans CJK SC",
    "宋体": "AR PL SungtiL GB",
    "方正小标宋简体": "AR PL SungtiL GB",
    "Times New Roman": "Liberation Serif",
}
"""Face of the document -> the free one that stands for it; Debian has no 仿宋 and no 小标宋."""

_DAY: Final = 86400
_LIMIT: Final = 120
_FILTER: Final = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"%s"}}'
)


@cache
def soffice() -> str:
    """LibreOffice's command, or an empty string."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


@cache
def missing_faces() -> tuple[str, ...]:
    """The free faces that are not installed."""
    if not shutil.which("fc-list"):
        return tuple(FACES.values())
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return tuple(sorted({face for face in FACES.values() if face not in listed}))


@cache
def chromium() -> str:
    """A headless Chromium's command, or an empty string."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


needs_soffice = pytest.mark.skipif(not soffice(), reason="LibreOffice (soffice) is not installed")
needs_pages = pytest.mark.skipif(
    not soffice() or bool(missing_faces()),
    reason="LibreOffice (soffice) is not installed"
    if not soffice()
    else f"fonts are not installed: {'、'.join(missing_faces())}",
)
needs_poppler = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils are not installed")
needs_chromium = pytest.mark.skipif(not chromium(), reason="Chromium is not installed")


def pdf_of(docx: bytes, comments: bool = False, fresh: bool = False) -> Path:
    """The PDF that LibreOffice makes of ``docx``: tagged, with outline; ``comments`` keeps Word's
    comments as annotations.

    ``fresh`` converts again, for comparing two conversions."""
    kind = _FILTER % str(comments).lower()
    name = hashlib.sha256(docx + kind.encode() + _fontconfig().encode()).hexdigest()[:24]
    made = folder() / f"{name}.pdf"
    with _alone(name):
        if fresh:
            made.unlink(missing_ok=True)
        if not made.exists():
            source = folder() / f"{name}.docx"
            source.write_bytes(docx)
            convert(source, kind)
    return made


def pages_of(pdf: Path, dots_per_inch: int = 80) -> list[Path]:
    """The pages of ``pdf`` as PNG files beside it."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dots_per_inch), "-png", pdf, stem], check=True, timeout=_LIMIT)
    return sorted(pdf.parent.glob(f"{stem.name}-*.png"))


def convert(source: Path, kind: str) -> Path:
    """``source`` converted by LibreOffice to ``kind`` (a filter of ``--convert-to``), beside it."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts_file()), "HOME": str(folder())}
    profile = folder() / f"profile-{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    with tempfile.TemporaryDirectory(dir=folder()) as half:
        subprocess.run(
            [
                *(soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", half, str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=_LIMIT,
            env=environment,
        )
        made = next(Path(half).iterdir())
        return made.replace(source.with_suffix(made.suffix))


@cache
def folder() -> Path:
    """Where the files are kept: one folder of this user's, for every worker."""
    place = Path(tempfile.gettempdir()) / f"nianbao-rendered-{os.getuid()}"
    place.mkdir(mode=0o700, exist_ok=True)
    for old in place.iterdir():
        with contextlib.suppress(OSError):
            if old.is_file() and time.time() - old.stat().st_mtime > _DAY:
                old.unlink()
    return place


@contextlib.contextmanager
def _alone(name: str) -> Iterator[None]:
    import fcntl

    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def _fonts_file() -> Path:
    place = folder() / "fonts.conf"
    half = folder() / f"fonts.{os.getpid()}"
    half.write_text(_fontconfig(), encoding="utf-8")
    return half.replace(place)


def _fontconfig() -> str:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>'
        for asked, given in FACES.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>'
    )
