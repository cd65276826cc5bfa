"""Which of the numbers of what was published is the number of all that was published."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sections.language.channels import channels_told, kinds_of
from sections.language.statement import Statement

TOTAL: Final = "proactive.published_total"
_SEVERAL: Final = re.compile("等(?:各类|多种|多个)?(?:平台|渠道|方式|途径)")
"""Behind one channel: it stands for all of them."""
_SUCH_AS: Final = "等"
"""In the words of a number: it counts what is named before it, and may be one kind of the whole."""


def totals_of(said: Sequence[Statement], texts: Iterable[str]) -> list[Statement]:
    """Of the numbers read as the total those that are it: never that of one channel, which
    stands for all where others are only hinted at and ``texts`` tell the number of none."""
    whole = [statement for statement in said if len(kinds_of(statement)) != 1]
    if whole:
        return _outright(whole)
    said = [one for one in said if _SEVERAL.search(_before(one))]
    told = frozenset[str]().union(*map(channels_told, texts)) if said else frozenset()
    return [one for one in said if told <= kinds_of(one)]


def _before(one: Statement) -> str:
    """What stands before its number in its sentence, from the last ； on."""
    return re.split("[；;]", one.sentence[: one.number.start if one.number else 0])[-1]


def _outright(whole: list[Statement]) -> list[Statement]:
    """Those told without examples, unless one told with them is more."""
    plain = [one for one in whole if _SUCH_AS not in one.quote]
    most = max((one.value or 0 for one in plain), default=0)
    return plain if plain and all((one.value or 0) <= most for one in whole) else whole
