"""`python -m tests.fuzz.damaged_run --count 20000 --first 0`: damaged tables with known truth, none
silently wrong."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from app.documents.read.errors import NotAReport
from app.documents.read.importer import read_report
from tests.fuzz.damage import Damaged, damaged, undamaged

_TOLD: Final = 2_000
"""Files after which a long run says how far it is."""


@dataclass(slots=True)
class Result:
    """Counts by kind of damage."""

    files: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    nulls: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str, str, str, object]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)


def read_one(seed: int, result: Result, make: Callable[[int], Damaged] = damaged) -> None:
    """Read one damaged report and hold every cell against the truth."""
    made = make(seed)
    result.files[made.kind] += 1
    result.formats[made.format] += 1
    with tempfile.NamedTemporaryFile(suffix=f".{made.format.rpartition('.')[2]}") as file:
        file.write(made.data)
        file.flush()
        try:
            report = read_report(Path(file.name))
        except NotAReport:
            result.refused[made.kind] += 1
            return
    listed = report.unreadable
    for path, right in made.truth.items():
        number = report.number(path)
        if number is None:
            result.nulls[made.kind] += 1
        if number not in right and (number is not None or path not in listed):
            result.wrong.append((seed, made.kind, made.format, path, number))


def run(first: int, count: int, make: Callable[[int], Damaged] = damaged) -> Result:
    """Read ``count`` reports from seed ``first`` on."""
    result = Result()
    for seed in range(first, first + count):
        known = len(result.wrong)
        read_one(seed, result, make)
        if len(result.wrong) > known:
            print(*result.wrong[known], file=sys.stderr, flush=True)
        if not (seed + 1 - first) % _TOLD:
            print(f"{seed + 1 - first} files, {len(result.wrong)} wrong", file=sys.stderr, flush=True)
    return result


def lines_of(result: Result, cells: int = 200) -> list[str]:
    """The table: files, share of nulls, wrong cells, a kind a line."""
    wrong = Counter(kind for _, kind, *_ in result.wrong)
    return [
        f"{(n := result.files[kind]):7} {result.nulls[kind] / cells / n:8.2%} {wrong[kind]:5}  {kind}"
        for kind in sorted(result.files)
    ]


def main() -> int:
    """Run and print; 1 when a cell was silently wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--whole", action="store_true", help="undamaged reports: no cell may be null")
    parser.add_argument("--only", nargs="+", help="formats: the damage of a seed is another then")
    arguments = parser.parse_args()
    make = partial(damaged, formats=arguments.only) if arguments.only else damaged
    result = run(arguments.first, arguments.count, undamaged if arguments.whole else make)
    print(*lines_of(result), sep="\n")
    print(*(f"{count:7} {name}" for name, count in sorted(result.formats.items())), sep="\n")
    for found in result.wrong[:600]:
        print(*found)
    files, nulls, refused = (c.total() for c in (result.files, result.nulls, result.refused))
    print(f"{files} files, {len(result.wrong)} cells silently wrong, {nulls} null, {refused} files refused")
    return int(bool(result.wrong) or (arguments.whole and bool(nulls + refused)))


if __name__ == "__main__":
    sys.exit(main())


__all__ = ["Damaged", "Result", "lines_of", "read_one", "run"]
