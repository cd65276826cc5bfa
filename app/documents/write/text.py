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
            yield from ("\t".join(row) for row in _grid(part.key, report))
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


def _grid(section: str, report: Report) -> list[list[str]]:
    """A table with as many cells in every row; merged ones are blank behind their first position."""
    form = report.form.tables[section]
    grid = [[""] * form.width for _ in range(form.height)]
    for row in table_rows(form, report):
        for cell, text in row:
            grid[cell.row][cell.col] = text
    return grid


def _pipes(section: str, report: Report) -> Iterator[str]:
    lines = [f"| {' | '.join(map(_escaped, row))} |" for row in _grid(section, report)]
    width = report.form.tables[section].width
    yield from [lines[0], "|" + " --- |" * width, *lines[1:]]


def _escaped(text: str) -> str:
    """What Markdown would take for marks of its own is only text."""
    text = re.sub(r"([\\`*_|<>\[\]#~&])", r"\\\1", text)
    return re.sub(r"^(\d*)([.)]|[-+=])(?=\s|$|[-=])", r"\1\\\2", text)
