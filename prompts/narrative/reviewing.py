"""How organs name their way of reviewing what they publish: 三审三校制度, “三级审核”机制, 先审后发."""

import re
from typing import Final

_REVIEW: Final = re.compile(
    "(?P<core>[二三四五]审[一二三四五]校|[二三四五]级审[核查批]|[二三四五]审[一二三四五]核|先审后发)"
    "”?(?P<kind>制度|机制|程序)?"
)


def reviews_in(text: str) -> frozenset[str]:
    """The ways that a text names, without 制度 or 机制."""
    return frozenset(match["core"] for match in _REVIEW.finditer(text))


def fullest_review(text: str) -> str | None:
    """The longest name of a way of reviewing that a text has; None for none."""
    names = {match["core"] + (match["kind"] or "") for match in _REVIEW.finditer(text)}
    return max(sorted(names), key=len) if names else None
