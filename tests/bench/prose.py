"""How long it takes to read what a narrative says: in words never seen before, and first in a process."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from sections.language.statements import statements
from tests.support.sound_report import clean

_ROUNDS = 40
_FIRST = """
import time
from tests.support.sound_report import clean
text = clean().overview.text
started = time.perf_counter()
from sections.language.statements import statements
statements(text)
print((time.perf_counter() - started) * 1000)
"""


def measure() -> Iterator[tuple[str, float, float]]:
    """Medians in milliseconds with their budgets."""
    text = "\n".join((clean().overview.text, clean().problems.text, clean().other.text))
    statements(text)
    times = []
    for place in range(_ROUNDS):
        other = text.replace("。", f"{chr(0x4E00 + 7 * place)}。")
        started = time.perf_counter()
        statements(other)
        times.append((time.perf_counter() - started) * 1000)
    yield f"statements of a narrative of {len(text)} characters", statistics.median(times), 5.0
    first = [
        subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    ]
    yield "the first statements of a process, wordings compiled", statistics.median(map(float, first)), 70.0
