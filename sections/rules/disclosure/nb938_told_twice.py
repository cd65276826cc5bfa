"""One thing told twice with two numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from sections.language.scope import names_area
from sections.language.statement import Scope, Statement
from sections.language.statements import OWN_ITEMS, statements
from sections.rules._basis import CARE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_TOTAL: Final = re.compile(r"全年|本年度?|20[0-9]{2}年|年内|累计|总计|合计|共计|总共|共")
_NAMES_NOTHING: Final = re.compile(
    r"全年|本年度?|20[0-9]{2}年度?|年内|累计|总计|合计|共计|总共|共|我[局办委镇乡县市区]|本[局办委]|组织|开展|举办|召开"
    r"|发布|发出|编发|制作|进行|实施|先后|围绕|通过|了|各类|会议?$|[，、：。；]"
)
_EACH_PERIOD: Final = re.compile("按(?:季度?|月|周)|逐[月季]")
"""「按季度检查4次」 tells the whole year."""
_ALIKE: Final = {"场": "次", "期": "次", "条": "篇"}
"""Measures of the same thing: 培训3次 and 培训3期."""
_SEVERAL: Final = re.compile(r"其中|包括|分别|每|平均|首次|[第上下]半年|季度|月份?(?=[，、])|另|再|又|还")
_NO_FACTS: Final = frozenset({"opening", "overview.requests", "overview.lead"})
"""What these count the tables hold, so that NB921 to NB923 judge it."""
_SINGLE: Final = frozenset({"other.fee_received", "other.fee_notices", "other.fee_charged"})
"""What part six tells once for the whole year, however it is put."""


@dataclass(frozen=True, slots=True)
class _Told:
    piece: Piece
    statement: Statement
    value: Decimal
    total: bool
    """Whether its words say that it is all of the year."""
    name: str
    """What is counted, without the words that any sentence may have."""


class ToldTwice(Rule):
    """A number that is told twice is the same both times; the whole year's is not less than a part."""

    code = "NB938"
    name = "同一事项前后数字不一致"
    severity = Severity.WARNING
    checks = (
        "正文两处写同一件事（如培训次数、解读篇数、发布会场数、收取的处理费）的数字是否一致；"
        "“全年共”的数是否小于其中一项的数。对象不同的不比。"
    )
    why = "前后打架的数字，读者一眼就能看出来。"
    basis = CARE
    wrong = "召开新闻发布会2场。……召开新闻发布会3场。"
    right = "两处都写2场"
    how = "核对后改正其中一处；口径不同的写明口径。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each pair of numbers of one thing that cannot both be, at the second of them."""
        by_subject: dict[tuple[str, str, bool], list[_Told]] = {}
        for piece in pieces(context.report):
            if piece.where in _NO_FACTS and "处理费" not in piece.text:
                continue
            for told in _told(piece, context.report.year):
                measure = _ALIKE.get(told.statement.measure, told.statement.measure)
                area = names_area(told.statement.sentence)
                by_subject.setdefault((told.statement.subject, measure, area), []).append(told)
        for group in by_subject.values():
            seen: set[str] = set()
            for first, second in combinations(group, 2):
                found = self._pair(first, second)
                if found is not None and found.quote not in seen:
                    seen.add(found.quote)
                    yield found

    def _pair(self, first: _Told, second: _Told) -> Finding | None:
        if first.value == second.value or first.statement.sentence == second.statement.sentence:
            return None
        quotes = first.statement.quote, second.statement.quote
        if first.value > second.value:
            whole, part = second, first
        else:
            whole, part = first, second
        same = first.name == second.name or first.statement.subject in _SINGLE
        words = f"正文前面写“{quotes[0]}”，后面写“{quotes[1]}”，"
        if same or (whole.total and not part.total):
            return self.finding(second.piece.where, f"{words}两处不一致。", quotes[1])
        return None


def _told(piece: Piece, year: int) -> Iterator[_Told]:
    for one in statements(piece.text, piece.where):
        if one.subject == OWN_ITEMS or one.subject.startswith(
            ("requests.", "disputes.", "proactive.n", "proactive.r")
        ):
            continue
        if one.none or not one.exact or one.value is None or one.part or not one.of_this_year:
            continue
        if one.scope is not Scope.OWN or one.year not in {0, year}:
            continue
        number = one.at[0] - one.span[0]
        before = one.sentence[: one.sentence.find(one.quote)] if one.quote in one.sentence else ""
        clause = _EACH_PERIOD.sub("", re.split("[，；。：]", before)[-1] + one.quote[:number])
        if _SEVERAL.search(clause):
            continue
        name = _NAMES_NOTHING.sub("", clause)
        yield _Told(piece, one, one.value, bool(_TOTAL.search(clause)), name)
