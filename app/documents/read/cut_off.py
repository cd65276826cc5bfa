"""Pages that end in the middle of a table, as one does whose saving was broken off."""

import re
from collections.abc import Container, Iterator
from typing import Final

from app.documents.formats import format_of
from sections.form.model import Form

_TABLE: Final = re.compile(rb"<(/?)table[\s>]", re.IGNORECASE)
_NUMERALS: Final = "一二三四五六"


def cut_off(content: bytes, form: Form, headings: Container[str]) -> Iterator[str]:
    """That a page ends inside a table, and which parts of the report are not there."""
    absent = [f"第{_NUMERALS[at]}" for at, section in enumerate(form.headings) if section not in headings]
    if absent and any(map(_ends_in_table, _pages(content))):
        told = "、".join(absent)
        yield (
            f"文件在表格中间就结束了，没有保存完整，{told}部分没有读到，"
            "请重新保存整个网页，或者找到 Word 原件后再导入。"
        )


def _pages(content: bytes) -> Iterator[bytes]:
    """The source of a page, or of those saved in one file."""
    name = format_of(content).name
    if name == "html":
        yield content.replace(b"\x00", b"")
    elif name == "mhtml":
        from email import message_from_bytes

        for part in message_from_bytes(content).walk():
            payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(payload, bytes):
                yield payload


def _ends_in_table(page: bytes) -> bool:
    """Whether more tables begin than end, and neither does the page."""
    tags = [tag[1] for tag in _TABLE.finditer(page)]
    return tags.count(b"") > tags.count(b"/") and b"</html" not in page[-4096:].lower()
