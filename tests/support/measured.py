"""How exactly the open reports are read: cells, and characters of the narrative.

``python -m tests.support.measured [FOLDER]`` prints the table."""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support.read_reports import SHARED

PROSE = ("overview", "problems", "other")
UNREADABLE = ("c10-attachment-page.html",)
"""Files that hold no report and must be refused."""


@dataclass(frozen=True)
class Measure:
    """``kept``: the share of the narrative's characters that were read, white space aside; ``strays``: the
    share of what was read that does not belong there."""

    cells: int
    of: int
    kept: float
    strays: float
    seconds: float


def sources(folder: Path = SHARED) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every readable file of the folder with what it must give."""
    for truth in sorted(folder.glob("*/expected.json")):
        expected = json.loads(truth.read_text("utf-8"))
        yield from ((file, expected) for file in sorted(truth.parent.glob("*.*")) if file != truth)
    for truth in sorted(folder.glob("variants/*.json")):
        expected = json.loads(truth.read_text("utf-8")).get("expected")
        for file in sorted(truth.parent.glob(f"{truth.stem}.*")):
            if expected and file != truth and file.name not in UNREADABLE:
                yield file, expected


def measure(path: Path, expected: Mapping[str, Any]) -> Measure:
    begun = time.perf_counter()
    report = read_report(path)
    seconds = time.perf_counter() - begun
    right = sum(_same(report, field, expected) for field in FORM.paths)
    wanted = [_squeezed(expected[part]["text"]) for part in PROSE if part in expected]
    got = [_squeezed(getattr(report, part).text) for part in PROSE if part in expected]
    common = sum(_common(one, other) for one, other in zip(wanted, got, strict=True))
    whole, read = sum(map(len, wanted)), sum(map(len, got))
    return Measure(
        right,
        len(FORM.paths),
        common / whole if whole else 1.0,
        (read - common) / read if read else 0.0,
        seconds,
    )


def _same(report: Report, field: str, expected: Mapping[str, Any]) -> bool:
    value: Any = expected
    for name in field.split("."):
        value = value[name]
    number = report.number(field)
    if value is None or number is None:
        return value is number
    return Decimal(str(value)) == number


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _common(one: str, other: str) -> int:
    """The characters that stand in both in the same order."""
    if one == other:
        return len(one)
    return sum(
        block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    )


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    print("| file | cells | narrative | strays | ms |\n| --- | --- | --- | --- | --- |")
    for path, expected in sources(folder):
        found = measure(path, expected)
        name = path.name if path.parent.name == "variants" else f"{path.parent.name}/{path.name}"
        print(
            f"| {name} | {found.cells}/{found.of} | {found.kept:.2%} | {found.strays:.2%} "
            f"| {found.seconds * 1000:.0f} |"
        )


if __name__ == "__main__":
    main()
