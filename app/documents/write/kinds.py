"""Documents out: every kind by its name, each made of one edition of a report."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.clean_text import cleaned, cleaned_within
from app.documents.errors import DocumentError
from sections.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.layouts import Layout
    from app.documents.sources import Sourced
    from sections.rules.base import Finding

LONGEST_NAME: Final = 180
"""Bytes of a file name in UTF-8; the systems allow 255, and a draft's mark and an ending still come."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is written: the report, last year's to compare it with, what was found, and how.

    ``draft`` marks a document 草稿; ``layout`` names the DOCX's layout (see ``layouts.load_layout``);
    ``beside`` is the file name of the DOCX that a web page offers. For the reviewer's edition: ``years`` are
    the reports of all years that are kept, this one last; ``sources`` where everything comes from."""

    report: Report
    last: Report | None = None
    findings: "Sequence[Finding]" = ()
    draft: bool = False
    layout: str = ""
    beside: str = ""
    years: "Sequence[Report]" = ()
    sources: "Sequence[Sourced]" = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name on the command line, what the clerk calls it, and how its name ends."""

    name: str
    label: str
    ending: str
    write: Callable[[Edition], bytes]

    def file_name(self, report: Report, draft: bool = False) -> str:
        """单位 + 年份 + 文种, fit for every file system."""
        mark = "（草稿）" if draft else ""
        return f"{_stem(report)}{self.ending.replace('.', mark + '.', 1)}"


def _stem(report: Report) -> str:
    name = (
        "".join("_" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in cleaned(report.unit)).strip(" .")
        or "年报"
    )
    rest = f"{report.year}年{report.form.document_name}"
    room = LONGEST_NAME - len(rest.encode())
    return name.encode()[:room].decode(errors="ignore") + rest


def _layout(edition: Edition) -> "Layout":
    from app.documents.layouts import GBT9704, load_layout

    return load_layout(edition.layout) if edition.layout else GBT9704


def _docx(edition: Edition) -> bytes:
    from app.documents.write.docx import write_docx

    return write_docx(edition.report, edition.draft, _layout(edition))


def _review(edition: Edition) -> bytes:
    from app.documents.write.review import write_review

    return write_review(
        edition.report,
        edition.last,
        edition.findings,
        _layout(edition),
        years=edition.years,
        sources=edition.sources,
    )


def _pdf(edition: Edition) -> bytes:
    from app.documents.write.pdf import write_pdf

    return write_pdf(edition.report, edition.draft, _layout(edition))


def _page(edition: Edition) -> bytes:
    from app.documents.write.html import write_page

    return write_page(edition.report, edition.last, edition.beside, edition.draft)


def _fragment(edition: Edition) -> bytes:
    from app.documents.write.html import write_fragment

    return write_fragment(edition.report, edition.draft)


def _workbook(edition: Edition) -> bytes:
    from app.documents.write.workbook import write_workbook

    return write_workbook(edition.report, edition.last, edition.draft)


def _json(edition: Edition) -> bytes:
    from app.documents.write.json import write_json

    return write_json(edition.report)


def _markdown(edition: Edition) -> bytes:
    from app.documents.write.text import write_markdown

    return write_markdown(edition.report, edition.draft)


def _text(edition: Edition) -> bytes:
    from app.documents.write.text import write_text

    return write_text(edition.report, edition.draft)


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("docx", "正式文本（Word、WPS）", ".docx", _docx),
        Kind("review", "送审稿，标出变化和检查结果", "（送审稿）.docx", _review),
        Kind("pdf", "PDF", ".pdf", _pdf),
        Kind("html", "网页", ".html", _page),
        Kind("fragment", "网页正文，粘贴到网站后台", "（网页正文）.html", _fragment),
        Kind("xlsx", "表格和勾稽（Excel、WPS）", ".xlsx", _workbook),
        Kind("md", "Markdown 文本", ".md", _markdown),
        Kind("txt", "纯文本", ".txt", _text),
        Kind("json", "数据（JSON）", ".json", _json),
    )
}
"""Name -> kind, in the order they are offered."""
SUFFIXES: Final = {kind.ending: kind.name for kind in KINDS.values() if kind.ending.startswith(".")}
"""Suffix -> the kind it means."""


def write(edition: Edition, kind: str) -> bytes:
    """The report as a file of ``kind``. Raises ``DocumentError``."""
    if kind not in KINDS:
        raise DocumentError(f"不能写成“{kind or '没有后缀'}”格式。", f"请用 {'、'.join(SUFFIXES)} 作后缀。")
    return KINDS[kind].write(_without_controls(edition))


def _without_controls(edition: Edition) -> Edition:
    """No kind of file carries what commands a terminal or turns letters round."""
    return replace(cleaned_within(edition), layout=edition.layout)
