"""The organ's own indicators among the answers: each answered by itself, told as the organ's own items."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sections.facts import INDICATORS
from sections.language.statements import OWN_ITEMS
from sections.report.values import LocalItem, Quantity, Value

_KEY: Final = re.compile("(?P<name>.+)（(?P<measure>[^（）]+)）")
_TOPICS: Final = {fact.id: topic for topic, fact in INDICATORS.items()}


def indicator_key(name: str, measure: str) -> str:
    """What stands behind the colon of an indicator's answer: 「科普短片（期）」."""
    return f"{name}（{measure}）"


def name_and_measure(key: str) -> tuple[str, str]:
    """The name and the measure of an indicator; 项 where none is named."""
    match = _KEY.fullmatch(key)
    return (match["name"], match["measure"]) if match else (key, "项")


def with_indicators(facts: Mapping[str, Value]) -> dict[str, Value]:
    """``facts`` with the answers about single indicators among the organ's own items, one a name."""
    answered = {item.name: item for item in _answered(facts)}
    if not answered:
        return dict(facts)
    items = facts.get(OWN_ITEMS, ())
    typed = [item for item in items if isinstance(item, LocalItem)] if isinstance(items, tuple) else []
    left = [item for item in typed if item.name not in answered]
    plain = {field: value for field, value in facts.items() if field.partition(":")[0] not in _TOPICS}
    return plain | {OWN_ITEMS: (*answered.values(), *left)}


def _answered(facts: Mapping[str, Value]) -> Iterator[LocalItem]:
    for field, value in facts.items():
        fact, _, key = field.partition(":")
        if fact in _TOPICS and key and isinstance(value, Quantity):
            name, measure = name_and_measure(key)
            yield LocalItem(name, value, measure, _TOPICS[fact])
