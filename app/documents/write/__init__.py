"""Documents out: the format is chosen by name."""

from typing import Final

from app.documents.errors import DocumentError
from sections.report import Report

KINDS: Final = ("docx", "json")


def write(report: Report, kind: str, draft: bool = False, layout: str = "") -> bytes:
    """The report as a file of ``kind``; ``draft`` marks a document 草稿, ``layout`` names its layout
    (see ``layouts.load_layout``). Raises ``DocumentError``."""
    if kind == "docx":
        from app.documents.layouts import GBT9704, load_layout
        from app.documents.write.docx import write_docx

        return write_docx(report, draft, load_layout(layout) if layout else GBT9704)
    if kind == "json":
        from app.documents.write.json import write_json

        return write_json(report)
    raise DocumentError(
        f"不能写成“{kind or '没有后缀'}”格式。", f"请用 {'、'.join('.' + one for one in KINDS)} 作后缀。"
    )
