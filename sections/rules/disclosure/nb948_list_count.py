"""Lists with more or fewer entries than the number beside them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from sections.language.numerals import chinese_number
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_N: Final = r"(?P<n>[0-9]{1,2}|[一两二三四五六七八九十]{1,2})"
_DAY: Final = r"(?:[0-9]{1,2}月)?[0-9]{1,2}日"
_DATES: Final = re.compile(
    rf"{_N}(?:场|次|期|批)[^。；0-9]{{0,12}}?(?:分别|依次|[（(])[^。；，0-9]{{0,6}}(?P<list>{_DAY}(?:[、和及，]{_DAY})+)"
)
"""「召开发布会2场，分别于3月5日、6月8日、9月10日召开」."""
_DATES_FIRST: Final = re.compile(
    rf"于(?P<list>{_DAY}(?:[、和及，]{_DAY})+)[^，。；0-9]{{0,14}}?{_N}(?:场|次|期|批|轮)(?![人篇条])"
)
"""「先后于3月5日、6月8日、9月10日集中培训2次」: on one day there may have been more than one."""
_MONTHS: Final = re.compile(
    rf"[于在](?P<list>[0-9]{{1,2}}月(?:[、和及，][0-9]{{1,2}}月)+)(?:份)?[^。；0-9]{{0,12}}?{_N}(?:场|次|期|批|轮)(?![人篇条])"
)
_EACH_MONTH: Final = re.compile(
    rf"{_N}(?:场|次|期|批|轮)[（(，](?:分别)?[于在]?(?P<list>[0-9]{{1,2}}月(?:[、和及，][0-9]{{1,2}}月)+)份?各[^，。；]{{0,4}}[一1](?:场|次|期|批|轮)"
)
"""「讲座3场（4月、6月、9月、11月各一场）」."""
_VALUES: Final = re.compile(
    rf"(?<![0-9第]){_N}(?:场|次|期|批|轮|项|个|家)[^。；、和与及0-9]{{0,12}}分别[为是]"
    r"(?P<list>[0-9]+(?:\.[0-9]+)?(?P<unit>[分%件条篇次名人])(?:[、和][0-9]+(?:\.[0-9]+)?(?P=unit))+)(?=[，。；]|$)"
)
"""「测评2次，得分分别为92分、95分、96分」."""
_COLON: Final = re.compile(
    rf"(?<![0-9第]){_N}(?:个|项|种|类|块|大|处|所)[^，。；、：0-9（]{{0,8}}："
    r"(?P<list>[^，。；、：（）0-9“《]{2,12}(?:、[^，。；、：（）0-9“《]{2,12})+)(?P<open>等)?(?=[。；]|$)"
)
"""「开设三类栏目：政策文件、办事指南、救助公示、养老服务」."""
_RESPECTIVELY: Final = re.compile(
    rf"(?<![0-9第]){_N}(?:个(?!方面|部分|环节)|种|块)[^，。；、：0-9（]{{0,8}}，?分别[是为]"
    r"(?P<list>[^，。；、：（）0-9“《]{2,12}(?:、[^，。；、：（）0-9“《]{2,12})+)(?P<open>等)?(?=[。；]|$)"
)
"""「专栏6个，分别是政策文件、办事指南、……」."""
_QUOTED: Final = re.compile(
    rf"(?<![0-9第]){_N}(?:个|项|种|类|块)[^，。；、：0-9（]{{0,8}}[：:，（(]?(?:包括|分别[是为]|即|为)?"
    r"(?P<list>[“《][^”》]{1,24}[”》](?:[、和及与，]?[“《][^”》]{1,24}[”》])+)(?P<open>等)?"
)
"""「新设栏目3个：“甲”“乙”」."""
_NAMED: Final = re.compile(
    rf"(?<![0-9第]){_N}(?:个方面|方面|个部分|部分|个环节|大类|类|项)(?:工作|内容|措施|制度|机制|任务)?[，：:]?(?P<how>包括|分别[是为]|即|[是为])"
    r"(?P<list>[^，。；、：（）]{2,12}(?:[、和及与][^，。；、：（）]{2,12})+)(?P<open>等)?(?=[，。；]|$)"
)
_BEFORE: Final = re.compile(
    rf"(?:^|(?<=[，。；：由从对在按将]))(?P<list>[^，。；、：（）]{{2,12}}(?:、[^，。；、：（）]{{2,12}})+?)(?P<open>等)"
    rf"{_N}(?P<what>个?部分|个?方面|个环节|大类|类(?!别)|项|个)"
)
"""「总体情况、主动公开……等六部分」."""
_SHORT: Final = 2
_CLOSED: Final = ("部分", "方面", "环节")
"""What is divided into so many and no more, so that 「等五个方面」 behind four is doubted."""
_LEAST: Final = 3
"""Entries from which a list that lacks just one is doubted."""


def _number(text: str) -> int:
    return 2 if text == "两" else int(text) if text.isdecimal() else chinese_number(text) or 0


@lru_cache(maxsize=2048)
def miscounted_lists(sentence: str) -> tuple[tuple[str, str, bool], ...]:
    """(message, quote, whether it is sure) of each list whose entries are not as many as is said."""
    return tuple(_found(sentence))


def _found(sentence: str) -> Iterator[tuple[str, str, bool]]:
    yield from _days(sentence)
    yield from _values(sentence)
    yield from _entries(sentence)
    for match in _NAMED.finditer(sentence):
        listed = len(re.split("、", match["list"])) + len(
            re.findall("[^、]{2}[和及与][^、]{2}", match["list"])
        )
        least = len(re.split("、", match["list"]))
        said = _number(match["n"])
        if not match["open"] and not least <= said <= listed:
            yield from _told(match, least, sure=False)
    for match in _BEFORE.finditer(sentence):
        listed, said = match["list"].count("、") + 1, _number(match["n"])
        if listed > said or (listed == said - 1 and listed >= _LEAST and match["what"].endswith(_CLOSED)):
            yield from _told(match, listed, sure=False)


def _days(sentence: str) -> Iterator[tuple[str, str, bool]]:
    """Days and months beside the number of events; behind them, there may be more than one a day."""
    for match in _DATES.finditer(sentence):
        yield from _told(match, len(re.findall(_DAY, match["list"])), sure=True)
    for match in (*_DATES_FIRST.finditer(sentence), *_MONTHS.finditer(sentence)):
        listed = len(re.findall("[、和及，]", match["list"])) + 1
        if listed > _number(match["n"]):
            yield from _told(match, listed, sure=True)


def _values(sentence: str) -> Iterator[tuple[str, str, bool]]:
    """A month, or a value, for each of so many."""
    for match in _EACH_MONTH.finditer(sentence):
        yield from _told(match, match["list"].count("月"), sure=True)
    for match in _VALUES.finditer(sentence):
        yield from _told(match, len(re.findall("[、和]", match["list"])) + 1, sure=False)


def _entries(sentence: str) -> Iterator[tuple[str, str, bool]]:
    """What is listed behind a colon, or between quotation marks."""
    for match in (*_COLON.finditer(sentence), *_RESPECTIVELY.finditer(sentence)):
        listed = match["list"].count("、") + 1
        joined = re.search("[^、]{3}[和及与][^、]{3}", match["list"])
        if not joined and (listed > _number(match["n"]) or not match["open"]):
            sure = all(len(item) > _SHORT for item in match["list"].split("、"))
            yield from _told(match, listed, sure=sure)
    for match in _QUOTED.finditer(sentence):
        listed = len(re.findall("[“《]", match["list"]))
        if not match["open"] or listed > _number(match["n"]):
            yield from _told(match, listed, sure=True)


def _told(match: re.Match[str], listed: int, *, sure: bool) -> Iterator[tuple[str, str, bool]]:
    said = _number(match["n"])
    if said and listed != said:
        yield f"“{match[0]}”：写的是{match['n']}，列出了{listed}个，请核对。", match[0], sure


class ListCount(Rule):
    """As many entries are listed as are said to be."""

    code = "NB948"
    name = "列举的个数与所写的数不符"
    severity = Severity.WARNING
    checks = (
        "“发布会2场，分别于……”后的日期，“新设栏目3个：”“专栏3个，分别是”后的名称，“测评2次，得分分别为”后的数值，是否与所写的数一样多；"
        "“……等六部分”“等六个方面”前只列出五个的，“三方面，包括……”后列出不是三个的，只作提示。写明“等”的不要求列全。"
    )
    why = "数目和清单写在一起，一数便知。"
    basis = ACCURATE
    wrong = "召开新闻发布会2场，分别于3月5日、6月8日、9月10日举行。"
    right = "召开新闻发布会3场，分别于3月5日、6月8日、9月10日举行。"
    how = "核对后改正数目，或补上、删去一项。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such list."""
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for words, quote, sure in miscounted_lists(sentence):
                    yield self.finding(piece.where, words, quote, severity=None if sure else Severity.INFO)
