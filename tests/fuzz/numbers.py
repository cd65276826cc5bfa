"""One number of a report changed, anywhere in its tables and its prose: is it told?

``python -m tests.fuzz.numbers REPORT [LAST_YEAR]`` prints the share that is, and every number that is not."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.documents.read.importer import read_report
from sections.report.report import Report
from sections.rules.base import Context
from sections.rules.run import check
from tests.support.changed_text import with_paragraph

_NUMBER: Final = re.compile(r"(?<![0-9.年第〔-])[0-9]+(?:\.[0-9]+)?(?![0-9年月日号〕.]|个工作日|:)")
_MORE: Final = (1, 7)
"""What is added to a number, the one after the other."""


def mutated(report: Report) -> Iterator[tuple[str, Report]]:
    """The report with one number changed, each with what was changed."""
    for path, value in report.cells.items():
        if value is not None:
            for more in _MORE:
                changed = report.model_copy(update={"cells": {**report.cells, path: value + more}})
                yield f"{report.form.label(path)}：{value} → {value + more}", changed
    for key, text in report.paragraphs.items():
        for match in () if key == "opening" else _NUMBER.finditer(text):
            for more in _MORE:
                digits = match[0].partition(".")[2]
                other = f"{float(match[0]) + more:.{len(digits)}f}"
                written = text[: match.start()] + other + text[match.end() :]
                around = text[max(0, match.start() - 14) : match.end() + 4]
                yield f"{around} → {other}", with_paragraph(report, key, written)


def main() -> None:
    """Change each number, and say what was told."""
    report, *before = (read_report(Path(name)) for name in sys.argv[1:3])
    last = before[0] if before else None
    known = {(one.code, one.where, one.message) for one in check(Context(report, last))}
    told: dict[str, list[bool]] = {"tables": [], "prose": []}
    for what, changed in mutated(report):
        new = {(one.code, one.where, one.message) for one in check(Context(changed, last))} - known
        told["prose" if changed.cells == report.cells else "tables"].append(bool(new))
        if not new:
            print(f"not told: {what}")
    for kind, results in told.items():
        print(f"{kind}: {sum(results)} of {len(results)} told")


if __name__ == "__main__":
    main()
