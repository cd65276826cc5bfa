"""Old Word and WPS files (.doc, .wps) and RTF: LibreOffice, where it is installed, makes a .docx of them."""

from typing import Final

from app.documents.libreoffice import TooSlowError, converted, find_program
from app.documents.read.blocks import Aside, Block
from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx import read_docx

RTF: Final = b"{\\rtf"
MOST_BYTES: Final = 30 * 1024 * 1024
_RESAVE: Final = "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。"
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_OTHER_STREAMS: Final = tuple(
    name.encode("utf-16-le") for name in ("Workbook", "Book\0", "PowerPoint Document")
)
"""Of tables and slides."""
_WORD_MAGIC: Final = b"\xec\xa5"
_LOCKED: Final = 0x0100


def read_office(data: bytes) -> list[Block | Aside]:
    """The paragraphs and tables of a .doc, .wps or RTF file. Raises ``NotAReport``."""
    kind = "RTF 格式" if data.startswith(RTF) else "旧格式（.doc 或 .wps）"
    _refuse(data)
    program = find_program()
    if program is None:
        raise NotAReport(f"这是{kind}的文件，本机没有 LibreOffice，不能直接读取。", _RESAVE)
    try:
        made = converted(program, data, "rtf" if data.startswith(RTF) else "doc", "docx")
    except TooSlowError:
        raise NotAReport("文件转换用时过长，已停止。", _RESAVE) from None
    if made is None:
        raise NotAReport(f"这是{kind}的文件，转换没有成功，无法读取。", _RESAVE)
    return read_docx(made)


def _refuse(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise NotAReport("文件过大，不像是一份年报，没有读取。", "请确认选择的文件。")
    if data.startswith(RTF):
        return
    if "EncryptedPackage".encode("utf-16-le") in data or _is_locked(data):
        raise NotAReport("文件设有密码，无法读取。", "请取消密码后另存为 .docx 再导入。")
    if _WORD_STREAM in data:
        return
    if any(name in data for name in _OTHER_STREAMS):
        raise NotAReport(
            "这不是文字文档，看来是表格或演示文稿（.xls 或 .ppt）。", "请导入年报的 Word 原件（.docx）。"
        )
    raise NotAReport("文件已损坏，无法读取。", _RESAVE)


def _is_locked(data: bytes) -> bool:
    """Whether the head of the Word stream, which begins on a sector, says that it is encrypted."""
    for at in range(512, min(len(data), 1 << 20), 512):
        if data.startswith(_WORD_MAGIC, at):
            return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _LOCKED)
    return False
