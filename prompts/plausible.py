"""Counts that are readable but hardly meant: to be typed once more before they are taken."""

from typing import Final

from sections.report.values import Quantity, Value

_USUALLY_AT_MOST: Final = {
    "platform.columns": 1_000,
    "platform.new_media_accounts": 500,
    "platform.bulletins": 200,
    "platform.reading_points": 1_000,
    "proactive.meetings_opened": 500,
    "proactive.press_conferences": 500,
    "proactive.consultations": 2_000,
    "supervision.trainings": 500,
    "supervision.checks": 1_000,
    "requests.overdue": 1_000,
    "other.fee_notices": 1_000,
}
"""Fact -> what even a province's report does not exceed, as a rule."""
_TIMES: Final = 50
_LEAST: Final = 500
"""A count below is not doubted for last year's sake: small numbers do jump."""


def doubt(fact: str, value: Value, last: Value | None, unit: str) -> str:
    """In a sentence why a count is hardly meant; empty where nothing speaks against it."""
    if not isinstance(value, Quantity):
        return ""
    number = f"{value}{unit}"
    most = _USUALLY_AT_MOST.get(fact.partition(":")[0])
    if most is not None and value.value > most:
        return f"{number}比一般的多得多，请看看是不是填错了题。确实是这个数，就再按一次回车。"
    if isinstance(last, Quantity) and last.value and value.value >= max(last.value * _TIMES, _LEAST):
        return (
            f"去年是{last}{unit}，{number}是它的{value.value // last.value}倍。确实是这个数，就再按一次回车。"
        )
    return ""
