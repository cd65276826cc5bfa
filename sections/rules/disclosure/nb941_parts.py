"""A total and its parts in running text."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from sections.language.parts import Parts, found_parts
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_OPEN_ENDED: Final = re.compile(
    "(?<![平高中初上下])等(?![级次])|^[，：]?(?:主要|重点)|(?:主要|重点)(?:有|是|为|包括|涉及|公开|发布)|[约近](?=[0-9])"
)
"""Words of a list that names some of many; 「重点工作3条」 is one of its items."""
_BOTH_WAYS: Final = re.compile(
    "线上.*线下|线下.*线上|网上.*网下|网络.*(?:信函|线下|书面|当面)|(?:信函|当面).*网络|公办.*民办|民办.*公办|男.*女|上半年.*下半年"
)
"""Two parts that are mostly all there are."""
_QUARTERS: Final = re.compile("一季度.*二季度.*三季度.*四季度")
_NEARLY: Final = Decimal("0.9")
_NEARLY_ALL: Final = Decimal("0.97")


class PartsOfWhole(Rule):
    """「2139条，其中……」: the parts add up to the whole."""

    code = "NB941"
    name = "分项之和与总数不符"
    severity = Severity.ERROR
    checks = (
        "同一句话里先写总数、后写分项（“其中……”或括号内逐项列出），或先写分项、紧接着写“共计”的，"
        "分项之和是否等于总数，有没有一项比总数还多。只列举部分的不算。"
    )
    why = "总数和分项写在一起，加一加就知道对不对。"
    basis = ACCURATE
    wrong = "全年公开政府信息2139条，其中网站1520条、微信公众号420条、微博200条。"
    right = "全年公开政府信息2140条，其中网站1520条、微信公众号420条、微博200条。"
    how = "核对各分项和总数；分项有重复计算或只列了一部分的，在句中说明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each sum that does not come out; certain only of a list in brackets."""
        for piece in pieces(context.report):
            for group in found_parts(piece.text):
                if _is_doubtful(group):
                    if len(group.parts) == 1:
                        yield self._greater(piece.where, group)
                        continue
                    parts = "＋".join(_plain(part) for part in group.parts)
                    sure = group.listed and len(group.parts) > 2
                    tail = "" if sure else "如有重复计算或只列举了一部分，请在句中说明。"
                    yield self.finding(
                        piece.where,
                        f"总数写{_plain(group.total)}{group.unit}，分项相加{parts}＝{_plain(group.added)}{group.unit}，"
                        f"相差{_plain(abs(group.total - group.added))}{group.unit}。{tail}",
                        group.quote,
                        severity=None if sure else Severity.INFO if _may_be_some(group) else Severity.WARNING,
                    )

    def _greater(self, where: str, group: Parts) -> Finding:
        """A part that is more than its whole."""
        total, part = (f"{_plain(number)}{group.unit}" for number in (group.total, group.added))
        words = f"总数写{total}，其中的一项写{part}，比总数还多。"
        return self.finding(where, words, group.quote, severity=Severity.WARNING)


def _is_doubtful(group: Parts) -> bool:
    """Whether a difference says something: too much does, too little only of a list that looks whole."""
    if group.holds or not group.parts:
        return False
    if group.added > group.total:
        return True
    if len(group.parts) == 1:
        return False
    if _OPEN_ENDED.search(group.words):
        return False
    if (
        group.summed
        or group.listed
        or _QUARTERS.search(group.words)
        or ("自然人" in group.words and re.search("法人|企业", group.words))
    ):
        return True
    if len(group.parts) == 2 and _BOTH_WAYS.search(group.words):
        return True
    return (len(group.parts) > 2 and group.added >= _NEARLY * group.total) or _may_be_some(group)


def _may_be_some(group: Parts) -> bool:
    """Whether two parts make nearly all of the whole, so that there may well be others: only a hint."""
    plain = not (group.summed or group.listed or _BOTH_WAYS.search(group.words))
    nearly = _NEARLY_ALL * group.total <= group.added < group.total
    one_list = re.fullmatch("[^，。；、]*、[^，。；、]*[。；]?", group.words) is not None
    return plain and len(group.parts) == 2 and nearly and one_list


def _plain(number: Decimal) -> str:
    """A number without a useless fraction."""
    return format(number.normalize(), "f")
