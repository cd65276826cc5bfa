"""Answers that cannot both be true: more of a part than there was, fewer people than occasions."""

from collections.abc import Callable, Mapping
from typing import Final

from sections.report.values import Quantity, Value

ANSWERED: Final = "requests.total.total"
"""The cell of what was answered in the year."""
OVERDUE: Final = "requests.overdue"
TRAININGS, TRAINEES = "supervision.trainings", "supervision.trainees"


def impossible(facts: Mapping[str, Value], number: Callable[[str], object]) -> tuple[tuple[str, str], ...]:
    """(fact, why in a sentence without its mark) of each answer that another one, or a cell by ``number``,
    speaks against; nothing that is only approximate."""
    overdue, answered = _exact(facts.get(OVERDUE)), number(ANSWERED)
    found = []
    if overdue and isinstance(answered, int) and overdue > answered:
        words = f"逾期答复{overdue}件，比本年度办理结果总计{answered}件还多"
        found.append((OVERDUE, words))
    trainings, trainees = _exact(facts.get(TRAININGS)), _exact(facts.get(TRAINEES))
    if trainings and trainees and trainees <= trainings:
        found.append((TRAINEES, f"培训{trainings}次，参训只有{trainees}人次，每次不到两人"))
    return tuple(found)


def _exact(value: Value | None) -> int | None:
    return value.value if isinstance(value, Quantity) and value.exact else None
