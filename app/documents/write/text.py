"""The report as text to paste and mail: plain, with tabs between the cells, and Markdown."""

import re
from collections.abc import Iterator

from app.documents.outline import parts, table_rows
from sections.report.report import Report

_BLANK = "\u3000\u3000"


def write_text(report: Report, draft: bool = False) -> bytes:
    """UTF-8 with a mark, which the editors of Windows need; the same report gives the same bytes."""
    return "".join(f"{line}\r\n" for line in _lines(report, draft)).encode("utf-8-sig")


def _lines(report: Report, draft: bool) -> Iterator[str]:
    if draft:
        yield "【草稿】"
    before = ""
    for part in parts(report):
        if part.kind in {"heading", "signature"} and before != part.kind:
            yield ""
        if part.kind == "table":
            for row in table_rows(report.form.tables[part.key], report):
                yield "\t".join(text for _, text in row)
        else:
            yield _BLANK + part.text if part.kind == "text" else part.text
        before = part.kind


def write_markdown(report: Report, draft: bool = False) -> bytes:
    """UTF-8; merged cells are blank behind their first position."""
    return ("\n".join(_marked(report, draft)) + "\n").encode()


def _marked(report: Report, draft: bool) -> Iterator[str]:
    if draft:
        yield "**草稿**\n"
    marks = {"title": "# ", "heading": "## ", "topic": "### "}
    for part in parts(report):
        if part.kind == "table":
            yield from _pipes(part.key, report)
            yield ""
        else:
            yield f"{marks.get(part.kind, '')}{_escaped(part.text)}\n"


def _pipes(section: str, report: Report) -> Iterator[str]:
    form = report.form.tables[section]
    grid = [[""] * form.width for _ in range(form.height)]
    for row in table_rows(form, report):
        for cell, text in row:
            grid[cell.row][cell.col] = _escaped(text)
    lines = [f"| {' | '.join(row)} |" for row in grid]
    yield from [lines[0], "|" + " --- |" * form.width, *lines[1:]]


def _escaped(text: str) -> str:
    """What Markdown would take for marks of its own is only text."""
    text = re.sub(r"([\\`*_|<>\[\]#~&])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)", r"\1\\\2\3", text)
