"""`make test` and `make quick`: format, lint, types, import contracts, tests; the last line says what failed.

``python -m tests.checks [--quick] [arguments for pytest]``; ``--quick`` leaves out the tests of ``app/``."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
QUICK = ("tests/sections", "tests/prompts", "tests/store", "tests/test_imports.py", "tests/test_docs.py")
"""The rooms without a screen and without documents, and what holds all rooms together."""


def steps(arguments: list[str]) -> tuple[tuple[str, list[str]], ...]:
    """What is run, by name."""
    quick = "--quick" in arguments
    asked = [argument for argument in arguments if argument != "--quick"]
    return (
        ("format", ["ruff", "format", "--check", "."]),
        ("lint", ["ruff", "check", "."]),
        ("types", ["mypy"]),
        ("import contracts", ["lint-imports", "--no-logo"]),
        ("tests", ["pytest", *(QUICK if quick else ()), *asked]),
    )


def main() -> int:
    """Run every check; 1 when any failed."""
    failed = []
    for name, (tool, *options) in steps(sys.argv[1:]):
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if subprocess.run([BIN / tool, *options], cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
        print(f"   {time.monotonic() - started:.1f} s", flush=True)
    print("all checks passed" if not failed else f"failed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
