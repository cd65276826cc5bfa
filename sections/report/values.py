"""The values an answer can have, and their JSON form. What they are the values of: ``sections/facts``."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

LARGEST_COUNT: Final = 10**12
"""Above any count a public body can report; larger ones are typing slips."""


class Kind(StrEnum):
    """The kind of a value, and of the question that asks for it."""

    COUNT = "count"
    AMOUNT = "amount"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEMS = "items"
    DATE = "date"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count; ``words`` keeps an approximate one as it is to be printed (「14万余」)."""

    value: int
    words: str = ""

    def __str__(self) -> str:
        """As it is printed in running text, without its unit."""
        return self.words or str(self.value)

    @property
    def exact(self) -> bool:
        """Whether arithmetic with it can be exact."""
        return not self.words


@dataclass(frozen=True, slots=True)
class LocalItem:
    """A figure of the organ's own: a name, a number, a unit, and the topic of part one it belongs to."""

    name: str
    quantity: Quantity
    unit: str
    topic: str = "platform"


Value = Quantity | Decimal | bool | str | tuple[str, ...] | tuple[LocalItem, ...] | int
"""What an answer holds. A plain ``int`` is a cell of a table; a fact that counts is a ``Quantity``."""

Answers = Mapping[str, Value]
"""Field or fact id -> value. What is not there has not been answered."""


def to_json(value: Value | LocalItem) -> Any:
    """A value as plain JSON: money as text, 14万余 as ``{"value": 140000, "words": "14万余"}``."""
    match value:
        case Quantity(number, words):
            return {"value": number, "words": words} if words else number
        case Decimal():
            return format(value, "f")
        case LocalItem(name, quantity, unit, topic):
            return {"name": name, "value": to_json(quantity), "unit": unit, "topic": topic}
        case tuple():
            return [to_json(part) for part in value]
    return value


def value_from_json(kind: Kind | None, raw: Any) -> Value:
    """A value of ``kind`` from plain JSON; None is the kind of a cell that counts.

    Raises ``ValueError`` with a Chinese sentence fit for the clerk when ``raw`` is of another kind.
    """
    match kind:
        case None:
            return _whole(raw)
        case Kind.COUNT:
            return _quantity(raw)
        case Kind.AMOUNT:
            return _amount(raw)
        case Kind.FLAG:
            if isinstance(raw, bool):
                return raw
            raise ValueError(f"「{raw}」应为“是”或“否”（true 或 false）")
        case Kind.LIST | Kind.CHOICES:
            return _texts(raw)
        case Kind.ITEMS:
            return _items(raw)
    return _text(raw)


def _whole(raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"「{raw}」应为整数")
    if abs(raw) > LARGEST_COUNT:
        raise ValueError(f"「{raw}」数字过大，请核对")
    return raw


def _quantity(raw: Any) -> Quantity:
    if isinstance(raw, dict) and set(raw) <= {"value", "words"} and isinstance(raw.get("words", ""), str):
        return Quantity(_whole(raw.get("value")), raw.get("words", ""))
    return Quantity(_whole(raw))


def _amount(raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise ValueError(f'「{raw}」应为金额，请写成带引号的数字，如 "7.5"')
    try:
        amount = Decimal(raw)
    except InvalidOperation as error:
        raise ValueError(f'「{raw}」应为金额，如 "7.5"') from error
    if not amount.is_finite() or not -LARGEST_COUNT <= amount <= LARGEST_COUNT:
        raise ValueError(f"「{raw}」金额过大，请核对")
    return amount


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise ValueError(f"「{raw}」应为文字（带引号）")
    return raw


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise ValueError(f'「{raw}」应为列表，如 ["甲", "乙"]')
    return tuple(_text(part) for part in raw)


def _items(raw: Any) -> tuple[LocalItem, ...]:
    if not isinstance(raw, list) or not all(isinstance(part, dict) for part in raw):
        raise ValueError(f"「{raw}」应为列表，每一项写明 name、value、unit")
    return tuple(
        LocalItem(
            _text(part.get("name")),
            _quantity(part.get("value")),
            _text(part.get("unit", "项")),
            _text(part.get("topic", "platform")),
        )
        for part in raw
    )
