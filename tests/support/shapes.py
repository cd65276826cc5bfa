"""The small reports, each with one fault, beside the whole one: ``python -m tests.support.shapes``.

Prints a line a file: cells that differ from the whole report and are no doubts, cells in doubt, the rest."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.documents.read.errors import NotAReport
from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support.read_reports import SHARED

SMALL = SHARED / "small"
OWN_NUMBERS = ("m06", "m16", "m22-e", "m28", "print-break", "m32", "own-chromium", "esc-unit", "c1-unit")
"""Reports whose numbers are not those of the base."""


@dataclass(frozen=True)
class Shape:
    """What was read of a file: ``wrong`` cells hold another number than the base, ``doubts`` none."""

    name: str
    report: Report | None
    wrong: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    told: bool = True
    """Whether every doubt is listed."""


def base_of(name: str) -> str:
    return "hon0-control.html" if name.startswith("hon") else "m00-base.html"


@cache
def small(name: str) -> Report:
    return read_report(SMALL / name)


def shape(path: Path) -> Shape:
    try:
        report = read_report(path)
    except NotAReport:
        return Shape(path.name, None)
    doubts = tuple(cell for cell in report.form.paths if report.number(cell) is None)
    told = set(doubts) <= report.unreadable
    if path.name.startswith(OWN_NUMBERS):
        return Shape(path.name, report, (), doubts, told)
    base = small(base_of(path.name))
    wrong = (cell for cell in report.form.paths if report.number(cell) not in (None, base.number(cell)))
    return Shape(path.name, report, tuple(wrong), doubts, told)


def files() -> list[Path]:
    kinds = {".docx", ".html", ".txt", ".pdf", ".md"}
    return [path for path in sorted(SMALL.glob("*.*")) if path.suffix in kinds and path.name != "README.md"]


def line(one: Shape) -> str:
    if one.report is None:
        return f"{one.name:34} refused"
    report = one.report
    return (
        f"{one.name:34} {len(one.wrong):3} wrong {len(one.doubts):4} doubts  {len(report.headings)} headings "
        f"{len(report.overview.topics)} topics {len(report.left_out):3} left out  {report.unit} {report.year}"
    )


if __name__ == "__main__":
    for path in files():
        print(line(shape(path)))
