"""One thing told twice with two numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from sections.language.cell_statements import cell_statements
from sections.language.quantities import COUNTS, quantities, years_of
from sections.language.scope import names_area
from sections.language.sentences import sentences
from sections.language.statement import Scope, Statement
from sections.language.statements import OWN_ITEMS, statements
from sections.rules._basis import ACCURATE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_TOTAL: Final = re.compile(r"全年|本年度?|20[0-9]{2}年|年内|累计|总计|合计|共计|总共|共")
_NAMES_NOTHING: Final = re.compile(
    r"全年|本年度?|20[0-9]{2}年度?|年内|累计|总计|合计|共计|总共|共|我[局办委镇乡县市区]|本[局办委]|组织|开展|举办|召开"
    r"|人员|人数|数量|发布|发出|编发|制作|进行|实施|先后|围绕|通过|了|各类|会议?$|[，、：。；]"
)
_OTHER_TIME: Final = re.compile("去年|上年|同期|往年|20[0-9]{2}年|增|减|提高|上升|下降")
_LEAST_NAME: Final = 4
"""Characters of a name that says for itself what is counted."""
_LONGEST: Final = 60
"""Characters of the clause before a number; a longer one names nothing."""
_GRADE: Final = re.compile(
    r"(?P<what>工作考核|考核|社会评议|评议)(?:结果|等次)(?:均)?(?:为|被评为|是)?[“]?(?P<grade>优秀|良好|合格|基本合格|不合格)"
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
        "“全年共”的数是否小于其中一项的数。对象不同的不比；不认识的事项，名称一字不差而数不同的，只作提示。"
    )
    why = "前后打架的数字，读者一眼就能看出来。"
    basis = ACCURATE
    wrong = "召开新闻发布会2场。……召开新闻发布会3场。"
    right = "两处都写2场"
    how = "核对后改正其中一处；口径不同的写明口径。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each pair of numbers of one thing that cannot both be, at the second of them."""
        yield from self._unknown(context)
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

    def _unknown(self, context: Context) -> Iterator[Finding]:
        """Things that no wording knows, by the words before their number: only hints."""
        seen: dict[tuple[str, str], tuple[str, str, str]] = {}
        for piece in pieces(context.report):
            if piece.section not in {"overview", "problems"}:
                continue
            for sentence in sentences(piece.text):
                for name, unit, value, quote in (
                    *labelled(sentence, context.report.year),
                    *_grades(sentence),
                ):
                    before = seen.setdefault((name, unit), (value, quote, sentence))
                    known = before[0] == value or before[2] == sentence
                    if not known and not (_is_read(*before[1:]) or _is_read(quote, sentence)):
                        words = f"正文前面写“{before[1]}”，后面写“{quote}”，两处不一致，请核对。"
                        yield self.finding(piece.where, words, quote, severity=Severity.INFO)

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
        if same or (whole.total and not part.total and _one_thing(whole.name, part.name)):
            return self.finding(second.piece.where, f"{words}两处不一致。", quotes[1])
        return None


def _one_thing(one: str, other: str) -> bool:
    """Whether two names share a word: 检查 and 自查 do not, 业务培训 and 培训 do."""
    return not (one and other) or any(one[place : place + 2] in other for place in range(len(one) - 1))


@lru_cache(maxsize=2048)
def labelled(sentence: str, year: int) -> tuple[tuple[str, str, str, str], ...]:
    """(what is counted, unit, value, words) of each number that has a name of its own before it."""
    sentence = sentence.split("其中", maxsplit=1)[0]
    if _SEVERAL.search(sentence) or _OTHER_TIME.search(sentence.replace(f"{year}年", "")):
        return ()
    found = []
    for number in quantities(sentence):
        clause = re.split("[，、：。；（）]", sentence[max(number.start - _LONGEST, 0) : number.start])[-1]
        if len(clause) == _LONGEST:
            continue
        name = _NAMES_NOTHING.sub("", clause).removesuffix("为").removesuffix("达")
        named = len(name) >= _LEAST_NAME and (number.measure in COUNTS or name.endswith(("率", "度")))
        if named and number.certain | (number.measure == "%" and number.exact):
            quote = sentence[number.start - len(clause) : number.stop]
            found.append((name, number.unit, str(number.amount), quote))
    return tuple(found)


def _is_read(quote: str, sentence: str) -> bool:
    """Whether a wording reads the number in which ``quote`` ends, so that the rules about it judge."""
    place = sentence.find(quote)
    ends = {statement.at[1] for statement in (*statements(sentence), *cell_statements(sentence))}
    return any(place < end <= place + len(quote) for end in ends)


def _grades(sentence: str) -> Iterator[tuple[str, str, str, str]]:
    for match in _GRADE.finditer(sentence):
        yield match["what"].removeprefix("工作").removeprefix("社会"), "", match["grade"], match[0]


def _told(piece: Piece, year: int) -> Iterator[_Told]:
    for statement in statements(piece.text, piece.where):
        if statement.subject == OWN_ITEMS or statement.subject.startswith(
            ("requests.", "disputes.", "proactive.n", "proactive.r")
        ):
            continue
        if (
            statement.none
            or not statement.exact
            or statement.value is None
            or statement.part
            or not statement.of_this_year
        ):
            continue
        if statement.scope is not Scope.OWN or statement.year not in {0, year}:
            continue
        if (named := years_of(re.split("[。；]", statement.sentence)[0])) and year not in named:
            continue
        number = statement.at[0] - statement.span[0]
        before = (
            statement.sentence[: statement.sentence.find(statement.quote)]
            if statement.quote in statement.sentence
            else ""
        )
        clause = _EACH_PERIOD.sub("", re.split("[，；。：]", before)[-1] + statement.quote[:number])
        if _SEVERAL.search(clause):
            continue
        name = _NAMES_NOTHING.sub("", clause)
        yield _Told(piece, statement, statement.value, bool(_TOTAL.search(clause)), name)
