"""How long it takes to check a report: one never seen before, and the same again with one cell changed."""

import statistics
import time
from collections.abc import Iterator

from sections.report.parts import Overview
from sections.report.report import Report
from sections.rules.base import Context
from sections.rules.run import check
from tests.support.sound_report import clean, last

_ROUNDS = 40


def measure() -> Iterator[tuple[str, float, float]]:
    """Medians in milliseconds with their budgets; every rule runs."""
    check(Context(clean(), last()))
    yield "check a report never seen before", _median([_other_words(place) for place in range(_ROUNDS)]), 10.0
    text = clean().overview
    changed = [clean({"requests.new.natural_person": place}, overview=text) for place in range(_ROUNDS)]
    yield "check again with one cell changed, last year known", _median(changed, last()), 4.0


def _other_words(place: int) -> Report:
    """The clean report in words of which no cache knows anything."""
    text = clean().overview.text
    return clean(overview=Overview(text=text.replace("。", f"{chr(0x4E00 + 7 * place)}。")))


def _median(reports: list[Report], before: Report | None = None) -> float:
    times = []
    for report in reports:
        started = time.perf_counter()
        check(Context(report, before))
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000
