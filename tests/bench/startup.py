"""How long the command takes to start."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = Path(sys.executable).parent / "nianbao"


def _median(*arguments: str, home: str) -> float:
    times = []
    for _ in range(15):
        started = time.perf_counter()
        subprocess.run(
            [COMMAND, *arguments], env=os.environ | {"NIANBAO_HOME": home}, capture_output=True, check=True
        )
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def measure() -> list[tuple[str, float, float]]:
    """`--help` and `list` as whole processes."""
    with tempfile.TemporaryDirectory() as home:
        return [
            ("nianbao --help (process)", _median("--help", home=home), 80),
            ("nianbao list (process)", _median("list", home=home), 400),
        ]
