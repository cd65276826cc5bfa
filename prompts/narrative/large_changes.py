"""Counts that moved much against last year: their cause is asked, and told behind them.

A number that jumps without a word is what reviewers ask about first."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from prompts.narrative.amounts import Amounts
from prompts.narrative.wording import trimmed
from sections.facts import FACTS, INDICATORS, Fact
from sections.report.report import Report
from sections.report.values import Kind, Quantity, Value

MOST: Final = 2
"""Causes that are asked for: no more than a reader wants to know."""
_LEAST: Final = 10
_SHARE: Final = Decimal("0.5")
_PARTS: Final = frozenset(
    {f"proactive.interpretations_{form}" for form in ("text", "image", "video")}
    | {f"proactive.{channel}" for channel in ("website", "wechat", "weibo", "other_channels")}
)
"""What moves with its whole."""
BY_NAME: Final[Mapping[str, Fact]] = {
    fact.number_name: fact
    for fact in FACTS.values()
    if fact.topic in INDICATORS and fact.kind is Kind.COUNT and fact.wordings
}
_BECAUSE: Final = ("主要是因为", "主要是由于", "主要原因是", "原因是", "主要是", "因为", "由于")


def large_changes(answers: Mapping[str, Value], last: Report | None) -> tuple[Fact, ...]:
    """The counts that rose or fell by half or more, and by ten at least; one a topic, ``MOST`` in all."""
    if last is None:
        return ()
    before = Amounts(last)
    found: dict[str, Fact] = {}
    for fact in BY_NAME.values():
        if fact.id not in _PARTS and _is_large(answers.get(fact.id), before.of(fact.id)):
            found.setdefault(fact.topic, fact)
    return tuple(found.values())[:MOST]


def _is_large(now: Value | None, was: Quantity | None) -> bool:
    if not isinstance(now, Quantity) or was is None or not was.value:
        return False
    moved = abs(now.value - was.value)
    return moved >= _LEAST and moved >= was.value * _SHARE


def cause_in(answer: str) -> str:
    """An answer as it stands behind 「主要是」."""
    words = trimmed(answer)
    for lead in _BECAUSE:
        words = words.removeprefix(lead)
    return words


def moved(now: Value | None, was: Quantity | None) -> str:
    """「增加较多」: which way and how far a count went."""
    if not isinstance(now, Quantity) or was is None or now.value == was.value:
        return "有所变化"
    return f"{'增加' if now.value > was.value else '减少'}{'较多' if _is_large(now, was) else ''}"
