"""One number of a report changed, anywhere in its tables and its prose: is it told?

``python -m tests.fuzz.numbers REPORT [LAST_YEAR] [--seed N]`` changes every number by 1 and by 7, with a seed
each number once more at random (two digits changed over, one lost, one doubled), and prints the shares that
are told and every number that is not."""

import argparse
import random
import re
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


def _slips(digits: str, chance: random.Random | None) -> Iterator[str]:
    """Other numbers for one that is written so."""
    places = len(digits.partition(".")[2])
    for more in _MORE:
        yield f"{float(digits) + more:.{places}f}"
    if chance is not None:
        place = chance.randrange(len(digits.partition(".")[0]))
        whole = [
            digits[:place] + digits[place + 1 : place + 2] + digits[place] + digits[place + 2 :],
            digits[:place] + digits[place + 1 :],
            digits[: place + 1] + digits[place:],
        ]
        fit = sorted({one for one in whole if re.fullmatch(r"0(\.\d+)?|[1-9]\d*(\.\d+)?", one)} - {digits})
        if fit:
            yield chance.choice(fit)


def mutated(report: Report, chance: random.Random | None = None) -> Iterator[tuple[str, Report]]:
    """The report with one number changed, each with what was changed."""
    for path, value in report.cells.items():
        for other in _slips(str(value), chance) if value is not None else ():
            number = type(value)(other)
            changed = report.model_copy(update={"cells": {**report.cells, path: number}})
            yield f"{report.form.label(path)}：{value} → {other}", changed
    for key, text in report.paragraphs.items():
        for match in () if key == "opening" else _NUMBER.finditer(text):
            for other in _slips(match[0], chance):
                written = text[: match.start()] + other + text[match.end() :]
                around = text[max(0, match.start() - 14) : match.end() + 4]
                yield f"{around} → {other}", with_paragraph(report, key, written)


def main() -> None:
    """Change each number, and say what was told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("report")
    parser.add_argument("last_year", nargs="?")
    parser.add_argument("--seed", type=int)
    asked = parser.parse_args()
    report = read_report(Path(asked.report))
    last = read_report(Path(asked.last_year)) if asked.last_year else None
    known = {(one.code, one.where, one.message) for one in check(Context(report, last))}
    told: dict[str, list[bool]] = {"tables": [], "prose": []}
    chance = None if asked.seed is None else random.Random(asked.seed)
    for what, changed in mutated(report, chance):
        new = {(one.code, one.where, one.message) for one in check(Context(changed, last))} - known
        told["prose" if changed.cells == report.cells else "tables"].append(bool(new))
        if not new:
            print(f"not told: {what}")
    for kind, results in told.items():
        print(f"{kind}: {sum(results)} of {len(results)} told")


if __name__ == "__main__":
    main()
