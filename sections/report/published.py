"""Which of the numbers of what was published is the number of all that was published."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sections.language.channels import channels_told, kinds_of
from sections.language.statement import Statement

TOTAL: Final = "proactive.published_total"
_OF_ALL: Final = "公开"
"""What is published at all is 公开; what one channel brings (发布) is its own."""
_SEVERAL: Final = re.compile("等(?:各类|多种|多个)?(?:平台|渠道|方式|途径)")
"""Behind one channel: it stands for all of them."""
_SUCH_AS: Final = "等"
"""In the words of a number: it counts what is named before it, and may be one kind of the whole."""


def totals_of(said: Sequence[Statement], texts: Iterable[str]) -> list[Statement]:
    """Of the numbers read as the total those that are it: that of one channel only where ``texts`` tell of no
    other channel."""
    whole = [statement for statement in said if len(kinds_of(statement)) != 1]
    if whole:
        return _outright(whole)
    said = [one for one in said if kinds_of(one) != {"other"}]
    told = frozenset[str]().union(*map(channels_told, texts)) if said else frozenset()
    return [
        one for one in said if told <= kinds_of(one) and (_OF_ALL in one.quote or _SEVERAL.search(one.clause))
    ]


def _outright(whole: list[Statement]) -> list[Statement]:
    """Those told without examples, unless one told with them is more."""
    plain = [one for one in whole if _SUCH_AS not in one.quote]
    most = max((one.value or 0 for one in plain), default=0)
    return plain if plain and all((one.value or 0) <= most for one in whole) else whole
