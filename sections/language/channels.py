"""By which kinds of channel something was published, by the words before its number."""

import re
from functools import lru_cache
from typing import Final

from sections.language.quantities import quantities
from sections.language.sentences import LONGEST_SENTENCE, sentences
from sections.language.statement import Statement

_KINDS: Final = {
    "site": re.compile("网站|网页|官网|门户|(?:公开|信息)平台|(?:公开|政府|政务|信息)网(?!络|格)"),
    "new_media": re.compile(
        "微信|微博|公众号|订阅号|视频号|抖音|快手|头条(?!新闻)|新媒体|融媒体?|客户端|小程序|[Aa][Pp][Pp]"
    ),
    "press": re.compile("报[刊纸]|日报|晚报|电视|广播|(?<![新自融])媒体"),
    "offline": re.compile(
        "公[示告开]栏(?!目)|宣传栏|[电显]子?屏|LED|查阅[点室处]|宣传[册单资]|张贴|面对面|短信"
    ),
    "other": re.compile("其[他它](?:渠道|方式|途径|形式|平台|载体)"),
}
_PIECES: Final = frozenset("条篇")
_BACK: Final = 120
"""Characters before a number in which its channels stand."""


def kinds_before(sentence: str, start: int) -> frozenset[str]:
    """The kinds of channel named between the number of pieces before and the number at ``start``."""
    stops = (
        number.stop for number in quantities(sentence) if number.measure in _PIECES and number.stop <= start
    )
    words = sentence[max(0, start - _BACK, *stops) : start]
    return frozenset(kind for kind, named in _KINDS.items() if named.search(words))


def kinds_of(statement: Statement) -> frozenset[str]:
    """The kinds of channel that a number was published by; none where none is named."""
    if statement.number is None:
        return frozenset()
    return kinds_before(statement.sentence, statement.number.start)


@lru_cache(maxsize=512)
def channels_told(text: str) -> frozenset[str]:
    """The kinds of channel of which ``text`` tells a number that was published by it alone."""
    found: set[str] = set()
    for sentence in sentences(text):
        line = sentence[:LONGEST_SENTENCE]
        for number in quantities(line):
            kinds = kinds_before(line, number.start) if number.measure in _PIECES else frozenset()
            if len(kinds) == 1:
                found |= kinds
    return frozenset(found)
