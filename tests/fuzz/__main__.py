"""`python -m tests.fuzz --count 20000 --first 0 --log FILE`: a fuzz run over all readers."""

import argparse
import sys
from pathlib import Path

from tests.fuzz.run import run


def main() -> int:
    """Run and print the summary; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--log", type=Path)
    arguments = parser.parse_args()
    summary = run(arguments.first, arguments.count, arguments.log)
    for name, number in sorted(summary.counts.items()):
        print(f"{number:7} {name}")
    print(f"slowest {summary.slowest:.2f} s, largest process {summary.largest:.0f} MB")
    print(f"{len(summary.wrong)} wrong")
    return int(bool(summary.wrong))


if __name__ == "__main__":
    sys.exit(main())
