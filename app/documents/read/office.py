"""Old Word and WPS files (.doc, .wps) and RTF: LibreOffice, where it is installed, makes a .docx of them.

It runs without a window, with a profile of its own that forbids macros and links, and not for long."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from app.documents.read.blocks import Block
from app.documents.read.docx import read_docx
from app.documents.read.errors import NotAReport

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF: Final = b"{\\rtf"
MOST_BYTES: Final = 30 * 1024 * 1024
MOST_SECONDS: Final = 60.0
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_RESAVE: Final = "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。"
_SETTING: Final = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{0}" oor:op="fuse"><value>{1}</value></prop></item>'
)
_PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format("DisableMacrosExecution", "true")
    + _SETTING.format("MacroSecurityLevel", "3")
    + _SETTING.format("BlockUntrustedRefererLinks", "true")
    + "</oor:items>"
)
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_WORD_MAGIC: Final = b"\xec\xa5"
_LOCKED: Final = 0x0100


def read_office(data: bytes) -> list[Block]:
    """The paragraphs and tables of a .doc, .wps or RTF file. Raises ``NotAReport``."""
    kind = "RTF 格式" if data.startswith(RTF) else "旧格式（.doc 或 .wps）"
    _refuse(data)
    program = find_program()
    if program is None:
        raise NotAReport(f"这是{kind}的文件，本机没有 LibreOffice，不能直接读取。", _RESAVE)
    made = _converted(program, data)
    if made is None:
        raise NotAReport(f"这是{kind}的文件，转换没有成功，无法读取。", _RESAVE)
    return read_docx(made)


def find_program() -> str | None:
    """Where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def _refuse(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise NotAReport("文件过大，不像是一份年报，没有读取。", "请确认选择的文件。")
    if data.startswith(RTF):
        return
    if "EncryptedPackage".encode("utf-16-le") in data or _is_locked(data):
        raise NotAReport("文件设有密码，无法读取。", "请取消密码后另存为 .docx 再导入。")
    if _WORD_STREAM not in data:
        raise NotAReport(
            "这不是文字文档，看来是表格或演示文稿（.xls 或 .ppt）。", "请导入年报的 Word 原件（.docx）。"
        )


def _is_locked(data: bytes) -> bool:
    """Whether the head of the Word stream, which begins on a sector, says that it is encrypted."""
    for at in range(512, min(len(data), 1 << 20), 512):
        if data.startswith(_WORD_MAGIC, at):
            return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _LOCKED)
    return False


def _converted(program: str, data: bytes) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / ("report.rtf" if data.startswith(RTF) else "report.doc")
        source.write_bytes(data)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _run([
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "docx", "--outdir", str(folder / "out"), str(source),
        ])  # fmt: skip
        made = folder / "out" / "report.docx"
        return made.read_bytes() if made.exists() else None


def _run(command: list[str]) -> None:
    """Run to the end or, when that takes too long, until it and what it started are stopped."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        raise NotAReport("文件转换用时过长，已停止。", _RESAVE) from None
