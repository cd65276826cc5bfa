"""The text in the bytes of a file, whatever encoding it is in."""

import re
from typing import Final

from app.documents.read.characters import is_traditional, simplified
from app.documents.read.errors import NotAReport

MOST_BYTES: Final = 20 * 1024 * 1024
_LEFTOVER: Final = re.compile(r"\[bookmark:[^\]\n]{0,80}\]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text holds; an escape may stand in one and is taken out later."""


def decode(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or GB18030, with or without a mark. Raises ``NotAReport``."""
    if len(data) > MOST_BYTES:
        raise NotAReport("文件过大，不像是一份年报，没有读取。", "请确认选择的文件。")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            text = _LEFTOVER.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
            return simplified(text) if is_traditional(text) else text
    raise NotAReport("无法识别这个文件的格式。", "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x00" in data[:400]:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8", "gb18030")
