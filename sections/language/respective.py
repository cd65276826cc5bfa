"""Numbers told in the order of their things: 「网站、微信、微博分别发布信息210、90、15条」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from sections.language.quantities import Number, quantities

_WORD: Final = "分别"
_ENDS: Final = re.compile("[，,；;。：:]")
_JOINS: Final = re.compile("、|以及|[和及与]")
_GAP: Final = re.compile("[^，；。、：]{0,20}")
_BETWEEN: Final = frozenset({"、", "和", "及", "与", "，", ",", "以及"})
_YEAR: Final = re.compile("(20[0-9]{2})年?度?$")
_PUBLISHING: Final = re.compile("公开|公布|发布|推送|更新|推出|发文|发稿")
_CHANNELS: Final = {
    "proactive.website": re.compile(
        "(?:网站|官网|门户)(?:平台)?(?:公开|公布|发布|更新)?(?:政府|政务)?(?:信息)?量?$"
    ),
    "proactive.wechat": re.compile(
        "微信(?:公众号|公众平台|平台)?(?:公开|公布|发布|推送)?(?:政府|政务)?(?:信息)?$|公众号(?:发布|推送)?(?:信息)?量?$"
    ),
    "proactive.weibo": re.compile("微博(?:公开|公布|发布|推送)?(?:政府|政务)?(?:信息)?量?$"),
}


@dataclass(frozen=True, slots=True)
class Respective:
    """As many things as numbers, in their order; no things where they cannot be told apart."""

    things: tuple[str, ...]
    numbers: tuple[Number, ...]
    publishing: bool
    """Whether the numbers are of what was published."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years, where the things are years."""
        found = [match for thing in self.things if (match := _YEAR.search(thing))]
        return tuple(int(match[1]) for match in found) if len(found) == len(self.things) else ()

    @property
    def channels(self) -> tuple[str, ...]:
        """The facts of the channels, where the things are channels that published; "" for another thing."""
        if not self.publishing:
            return ()
        return tuple(
            next((fact for fact, named in _CHANNELS.items() if named.search(thing)), "")
            for thing in self.things
        )


@lru_cache(maxsize=2048)
def respective_lists(sentence: str) -> tuple[Respective, ...]:
    """Every such list of two numbers or more."""
    return tuple(_lists(sentence)) if _WORD in sentence else ()


def _lists(sentence: str) -> Iterator[Respective]:
    numbers = quantities(sentence)
    for match in re.finditer(_WORD, sentence):
        listed = _numbers_behind(sentence, match.end(), numbers)
        if len(listed) < 2:
            continue
        words = _ENDS.split(sentence[: match.start()])[-1]
        things = tuple(thing.strip() for thing in _JOINS.split(words))
        verb = sentence[match.end() : listed[0].start]
        told = things if len(things) == len(listed) else ()
        yield Respective(told, listed, bool(_PUBLISHING.search(words + verb)))


def _numbers_behind(sentence: str, start: int, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers of one list behind 分别, all in the measure of the last where they have none."""
    behind = [number for number in numbers if number.start >= start]
    if not behind or not _GAP.fullmatch(sentence[start : behind[0].start]):
        return ()
    listed = behind[:1]
    for number in behind[1:]:
        if sentence[listed[-1].stop : number.start] not in _BETWEEN:
            break
        listed.append(number)
    measure = listed[-1].measure
    if {number.measure for number in listed} - {measure, ""}:
        return ()
    return tuple(replace(number, measure=measure) for number in listed)
