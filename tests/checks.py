"""`make test`: format, lint, types, import contracts, every test; the last line says what failed."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
CHECKS = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("import contracts", ["lint-imports"]),
    ("tests", ["pytest"]),
)


def main() -> int:
    """Run every check; 1 when any failed."""
    failed = []
    for name, (tool, *options) in CHECKS:
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if subprocess.run([BIN / tool, *options], cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
        print(f"   {time.monotonic() - started:.1f} s", flush=True)
    print("all checks passed" if not failed else f"failed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
