"""Whether every character of a source stands in the report that was read of it, or among what was left out.

``python -m tests.support.accounted FILE…`` prints a line a file: characters in, in the report, left
out, lost."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from app.documents.formats import format_of
from app.documents.read.blocks import Aside, Grid, Paragraph
from app.documents.read.characters import ordinary, ordinary_blocks
from app.documents.read.importer import read_report
from app.documents.read.tables.form_tables import is_table_of_form
from app.documents.read.tables.labels import is_label
from sections.report.report import Report


@dataclass(frozen=True)
class Account:
    """Characters without white space; ``lost`` are the lines that stand nowhere."""

    characters: int
    in_report: int
    left_out: int
    lost: tuple[str, ...]


def account(path: Path) -> Account:
    """What became of the lines of a file, and of the cells that hold words and are no labels."""
    report = read_report(path)
    said, left = squeezed("\n".join(texts(report))), {squeezed(one.text) for one in report.left_out}
    characters = in_report = left_out = 0
    lost: list[str] = []
    for line in map(squeezed, lines(path)):
        characters += len(line)
        if line in said:
            in_report += len(line)
        elif line in left:
            left_out += len(line)
        else:
            lost.append(line)
    return Account(characters, in_report, left_out, tuple(lost))


def lines(path: Path) -> list[str]:
    """The lines of running text of a file, and the words in tables that are none of the form's."""
    data = path.read_bytes()
    read = format_of(data).blocks(data)
    found = [ordinary(block.text) for block in read if isinstance(block, Aside)]
    for block in ordinary_blocks(block for block in read if not isinstance(block, Aside)):
        if isinstance(block, Paragraph):
            found += block.text.split("\n")
        else:
            found += words(block)
    return [line for line in found if line.strip()]


def words(grid: Grid) -> list[str]:
    cells = {cell.origin: cell.text for row in grid.rows for cell in row}.values()
    if not is_table_of_form(grid):
        return [line for text in cells for line in text.split("\n")]
    return [text for text in cells if len(text) > 12 and not is_label(text) and "。" in text]


def texts(report: Report) -> list[str]:
    signature = report.signature
    date = f"{signature.date.year}年{signature.date.month}月{signature.date.day}日" if signature else ""
    return [
        report.title, report.opening, *report.headings.values(), report.overview.text, *report.texts.values(),
        report.problems.text, report.other.text, signature.organ if signature else "", date,
    ]  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u3000]", "", text)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        made = account(Path(name))
        print(f"{made.characters:7} {made.in_report:7} {made.left_out:7} {made.lost}  {name}")
