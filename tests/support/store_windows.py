"""Starting other windows, as processes of their own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def window(what: str, path: Path, report_id: int = 0) -> "subprocess.Popen[str]":
    """A process of ``tests.support.store_writer``."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.store_writer", what, str(path), str(report_id)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def kill(process: "subprocess.Popen[str]") -> list[str]:
    """kill -9, and the whole lines that it had said and nobody had read."""
    process.kill()
    with process:
        assert process.stdout is not None
        said = process.stdout.read()
    return said.splitlines()
