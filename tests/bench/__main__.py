"""`make bench`: prints what was measured beside what was promised (medians unless said, milliseconds)."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator

import tests.bench


def measures() -> Iterator[tuple[str, float, float | None]]:
    """(what, milliseconds, budget) of every module of the benchmark that has a `measure`."""
    for module in pkgutil.iter_modules(tests.bench.__path__, "tests.bench."):
        if not module.name.endswith("__main__"):
            for name, milliseconds, *budget in importlib.import_module(module.name).measure():
                yield name, milliseconds, budget[0] if budget else None


def main() -> int:
    """Print a line a measure; the exit code does not judge, a noisy machine is no failure."""
    for name, milliseconds, budget in measures():
        promised = f"budget {budget:7.1f} ms" if budget is not None else ""
        print(f"{name:<56} {milliseconds:9.1f} ms   {promised}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
