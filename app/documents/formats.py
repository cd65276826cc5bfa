"""The formats of files nianbao reads: how each is known by its name and its content, and what reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.documents.read.blocks import Aside, Block

_MARKUP: Final = re.compile(
    rb"^[^<\w]{0,400}(?:<!--.*?-->\s*)*<(?:[!?]\s*(?:doctype\s+html|xml)|[a-z][a-z0-9]{0,9}[\s>/])",
    re.I | re.S,
)
_MIME: Final = re.compile(rb"^MIME-Version:", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes, whether a file's bytes are in it, and the function that reads it.

    ``reader`` is ``module:function`` inside ``app.documents.read.formats``, loaded when first needed; our own
    JSON, which is no document, has none."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    reader: str

    def blocks(self, data: bytes) -> "list[Block | Aside]":
        """The paragraphs and tables of a file of this format, and what is kept out. Raises ``NotAReport``."""
        module, _, function = self.reader.partition(":")
        read = getattr(import_module(f".read.formats.{module}", __package__), function)
        blocks: list[Block | Aside] = read(data)
        return blocks


def _is_our_json(data: bytes) -> bool:
    return data.lstrip().startswith(b"{") and b'"nianbao/report/' in data[:256]


def _is_workbook(data: bytes) -> bool:
    return data.startswith(b"PK") and b"xl/workbook.xml" in data


JSON: Final = Format("json", "数据（JSON）", (".json",), _is_our_json, "")
FORMATS: Final = (
    JSON,
    Format("xlsx", "工作簿（Excel、WPS）", (".xlsx",), _is_workbook, "workbook:read_workbook"),
    Format("docx", "Word、WPS 文档", (".docx",), lambda data: data.startswith(b"PK"), "docx:read_docx"),
    Format("pdf", "PDF", (".pdf",), lambda data: b"%PDF-" in data[:1024], "pdf:read_pdf"),
    Format(
        "legacy",
        "旧版 Word、WPS、RTF",
        (".doc", ".wps", ".rtf"),
        lambda data: data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")),
        "legacy_office:read_office",
    ),
    Format(
        "mhtml",
        "存档的网页",
        (".mht", ".mhtml"),
        lambda data: _MIME.search(data[:2048]) is not None,
        "html:read_archived",
    ),
    Format(
        "html",
        "网页",
        (".html", ".htm"),
        lambda data: _MARKUP.search(data[:4096].replace(b"\x00", b"")) is not None,
        "html:read_html",
    ),
    Format("text", "纯文本、Markdown", (".txt", ".md"), lambda _: True, "text:read_text"),
)
"""In the order in which they are tried on a file's content."""
SUFFIXES: Final = tuple(suffix for each in FORMATS for suffix in each.suffixes)
"""Of the files that are taken from a folder; a file that is named itself may have any name."""


def format_of(data: bytes) -> Format:
    """The format that a file's content is in; what is nothing else is text."""
    return next(each for each in FORMATS if each.recognises(data))


def is_report_file(path: Path) -> bool:
    """Whether a file of a folder is taken for a report: by its suffix, and JSON by its content too."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES or path.name.startswith(("~$", ".")) or not path.is_file():
        return False
    if suffix in JSON.suffixes:
        with path.open("rb") as file:
            return JSON.recognises(file.read(1024))
    return True
