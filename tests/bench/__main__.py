"""`make bench`: prints what was measured beside what was promised (medians unless said, milliseconds)."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator

import tests.bench


def measures() -> Iterator[str]:
    """A line for every measure of every module of the benchmark: what, how much, the budget if there is one.

    A measure is (what, number, budget or nothing, unit or nothing for milliseconds)."""
    for module in pkgutil.iter_modules(tests.bench.__path__, "tests.bench."):
        if module.name.endswith("__main__"):
            continue
        for name, number, *rest in importlib.import_module(module.name).measure():
            budget, unit = [*rest, *(None, "ms")[len(rest) :]]
            promised = f"budget {budget:7.1f} {unit}" if budget is not None else ""
            yield f"{name:<56} {number:9.1f} {unit:<4} {promised}".rstrip()


def main() -> int:
    """Print a line a measure; the exit code does not judge, a noisy machine is no failure."""
    for line in measures():
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
