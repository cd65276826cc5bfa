"""`--fix` over many files: what it changes, whether anything right is among it, whether twice is once.

``python -m tests.fuzz.fixes FOLDER… [--show]`` takes every report below the folders; where a folder has an
``index.json`` of planted faults, each file is held against its base. ``--show`` prints each change."""

import argparse
import io
import json
import re
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from app.checking.fixes import mend
from app.checking.last_year import LastReport, LastYear, Source
from app.checking.results import Selection, check_file
from app.documents.read.importer import read_report
from sections.errors import NianbaoError
from sections.rules.base import Finding

SUFFIXES = {".docx", ".html", ".htm", ".txt", ".doc", ".pdf", ".xlsx", ".wps", ".md"}


@dataclass
class Told:
    """What was counted over all files, and what must stay empty."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def files(folder: Path) -> Iterator[tuple[Path, Path | None, Path | None, bool]]:
    """(file, its base, last year's report, whether what was planted is right)."""
    planted: dict[str, dict[str, object]] = {}
    if (folder / "index.json").exists():
        planted = {one["file"]: one for one in json.loads((folder / "index.json").read_text("utf-8"))}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            one = planted.get(path.name)
            base, last = (folder / str(one[name]) if one else None for name in ("base", "last_year"))
            yield path, base, last, bool(one and one["silent"])


def lines_of(path: Path) -> list[str]:
    """The paragraphs of a document, those in cells among them; the lines of a text."""
    if path.suffix != ".docx":
        return path.read_bytes().decode("utf-8", "replace").split("\n")
    body = Document(str(path)).element.body
    return ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p"))]


def formats_of(path: Path) -> list[bytes]:
    """Every run's and paragraph's properties, in order."""
    body = Document(str(path)).element.body
    return [etree.tostring(one) for one in body.iter(qn("w:rPr"), qn("w:pPr"), qn("w:tcPr"))]


def other_parts(path: Path) -> dict[str, bytes]:
    """The parts of a package besides its text."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        names = [name for name in package.namelist() if not re.fullmatch(r"word/document\d*\.xml", name)]
        return {name: package.read(name) for name in names}


def changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, str, str]]:
    """The lines that differ: number, words before, words after."""
    pairs = zip(before, after, strict=True)
    return [(at, one, other) for at, (one, other) in enumerate(pairs) if one != other]


def shortest(one: str, other: str) -> str:
    """The words that differ, with a little around them."""
    spans = [op for op in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if op[0] != "equal"]
    a, b = spans[0][1], spans[-1][2]
    c, d = spans[0][3], spans[-1][4]
    return f"{one[max(0, a - 6) : b + 6]} -> {other[max(0, c - 6) : d + 6]}"


def findings(last: LastYear, path: Path) -> tuple[Finding, ...]:
    return check_file(str(path), last, Selection()).findings


def spoilt(copy: Path, mended: Path, base: Path | None) -> Iterator[str]:
    """What else than the fault was changed: words that are right in the base, formats, other parts."""
    if base is not None and len(lines_of(base)) == len(lines_of(copy)):
        planted = {at for at, *_ in changes(lines_of(base), lines_of(copy))}
        for at, one, other in changes(lines_of(copy), lines_of(mended)):
            if at not in planted:
                yield f"beside the fault: {shortest(one, other)}"
    if copy.suffix == ".docx":
        if formats_of(copy) != formats_of(mended):
            yield "formats"
        if other_parts(copy) != other_parts(mended):
            yield "other parts of the package"


def run(path: Path, base: Path | None, last: Path | None, right: bool, told: Told, show: bool) -> None:
    """Mend one file in a folder of its own, and look at what became of it."""
    before_year = LastYear((LastReport(read_report(last), Source.GIVEN, str(last)),) if last else ())
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, folder))
        again = partial(findings, before_year)
        told.counts["files"] += 1
        try:
            mended = mend(copy, again(copy), again)
        except NianbaoError as error:
            told.counts["refused in a sentence"] += 1
            print(f"{path.name}: {error}")
            return
        if mended.path is None:
            return
        told.counts["mended"] += 1
        told.counts["right sentences changed"] += right
        changed = changes(lines_of(copy), lines_of(mended.path))
        told.counts["lines changed"] += len(changed)
        told.wrong += [f"{path.name}: {words}" for words in spoilt(copy, mended.path, base)]
        second = mend(mended.path, again(mended.path), again)
        if second.done:
            told.wrong.append(f"{path.name}: a second run changes {[one.code for one in second.done]}")
        for _, one, other in changed if show else ():
            print(f"{path.name}: {'/'.join(sorted({f.code for f in mended.done}))}: {shortest(one, other)}")


def main() -> None:
    """Mend everything and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    told = Told()
    for folder in asked.folders:
        for one in files(folder):
            run(*one, told, asked.show)
    for name in ("files", "mended", "lines changed", "right sentences changed", "refused in a sentence"):
        print(f"| {name} | {told.counts[name]} |")
    print(f"| changed beside a fault, in formats, in other parts, or by a second run | {len(told.wrong)} |")
    for line in told.wrong:
        print(line)


if __name__ == "__main__":
    main()
