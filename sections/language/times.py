"""Of which time a number about a fact speaks, by the words of time that stand before it in its sentence."""

import re
from functools import lru_cache
from typing import Final

MANY_YEARS: Final = -2
"""Of what was done in more than the year of the report: 历年累计, 开通以来."""
DOING: Final = (
    "(?:公开|公布|发布|推送|推出|更新|制作|召开|举办|举行|组织|开展|进行|收到|征集|答复|回复|办理|受理"
    "|设置|编发|编印)"
)
"""Verbs of what an organ does."""
YEARS: Final = (
    r"历[年次来]|历史(?:累计|总|访问|上)|近[0-9一二两三四五六七八九十]{1,3}年|[0-9二两三四五六七八九十]{1,2}年[间来]"
    r"|“?十[二三四五]五”?(?:期间|时期|以来)|20[0-9]{2}年?[至到—－~～-]+20[0-9]{2}年"
)
"""Words of several years."""
SINCE: Final = r"(?<![今本全一]年)(?<!年初)(?<!年度)(?<!20[0-9]{2}年)以来"
"""Words of the years since something began; 「今年以来」 is this year."""
_TITLE: Final = re.compile("《[^《》]*》")
_TIME: Final = re.compile(
    rf"(?P<many>{YEARS}|{SINCE}|至今(?![年日天]))"
    r"|(?P<this>今年|本年度?|当年|全年|年内|一年来|年度内)"
    r"|(?:(?<=^)|(?<=[，,；;。：:、（）(])|(?<=截至|截止|其中)|(?<=自)|(?<=[于在我到至]))(?P<year>20[0-9]{2})年"
)
"""The words that say of which year it is what comes behind them."""
_RATE: Final = re.compile(
    r"(?:每(?:半年|[个半]?[月季周年日天])|[日月年周人户]均|平均每?|[上下]半年|(?:[一二三四1-4]|每)季度"
    r"|(?<![0-9])(?:[2-9]|1[0-2])月?(?:份|[0-9]{1,2}日)?[至到—－~～-]+[0-9]{1,2}月"
    r"|(?<![0-9])1月?(?:份|[0-9]{1,2}日)?[至到—－~～-]+(?!12月)[0-9]{1,2}月)"
)
_TIME_ALONE: Final = re.compile(r"(?:^|[，,；;。])[^，,；;。]{0,8}(?:半年|季度)[，,]$")
_MONTH: Final = re.compile(r"(?<![0-9])(?:1[0-2]|[1-9])月(?:份|[^0-9至到—－~～-]|[0-9])")
WHOLE_YEAR: Final = re.compile(r"(?<![0-9])1月(?:1日)?(?:起)?[至到—－~～-]+|12月(?:31日|底)?")
"""「1月1日至12月31日」, 「截至12月底」."""
_ENDS: Final = re.compile("[，,；;：:]")


@lru_cache(maxsize=8192)
def year_before(words: str) -> int:
    """The year that ``words`` before a number name last; 0 where they name none or this year, ``MANY_YEARS``
    where they speak of more years than one."""
    plain = _TITLE.sub(lambda title: "《" + "某" * (len(title[0]) - 2) + "》", re.split("[；;]", words)[-1])
    last = 0
    for match in _TIME.finditer(plain):
        last = int(match["year"]) if match["year"] else MANY_YEARS if match["many"] else 0
    return last


def is_rate(before: str, clause: str) -> bool:
    """Whether a clause, or a time standing alone before it, tells a rate or of a part of the year: 「每月公开
    信息30条」, 「上半年，公开信息300条」."""
    return bool(_RATE.search(clause) or _TIME_ALONE.search(before))


def is_of_a_month(words: str) -> bool:
    """Whether the clause at the end of ``words`` tells of one month: 「5月举办培训1次」."""
    clause = _ENDS.split(words)[-1]
    return bool(_MONTH.search(WHOLE_YEAR.sub("", clause)))
