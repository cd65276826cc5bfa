"""Which of the numbers of what was published is the number of all that was published."""

from collections.abc import Iterable, Sequence
from typing import Final

from sections.language.channels import channels_told, kinds_of
from sections.language.statement import Statement

TOTAL: Final = "proactive.published_total"
_OF_ALL: Final = "公开"
"""What is published at all is 公开; what one channel brings (发布) is its own."""


def totals_of(said: Sequence[Statement], texts: Iterable[str]) -> list[Statement]:
    """Of the numbers read as the total those that are it: that of one channel only where ``texts`` tell of no
    other channel."""
    whole = [statement for statement in said if len(kinds_of(statement)) != 1]
    if whole:
        return whole
    told = frozenset[str]().union(*map(channels_told, texts)) if said else frozenset()
    return [one for one in said if told <= kinds_of(one) and _OF_ALL in one.quote]
