"""A number of last year left standing."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from sections.language.cell_statements import cell_statements
from sections.language.numerals import normalise
from sections.language.quantities import Number, counts
from sections.language.sentences import LEAST_SENTENCE, sentences
from sections.report.values import Quantity
from sections.rules._basis import CARE
from sections.rules._cells import last_year
from sections.rules._texts import Piece, pieces, section_text
from sections.rules.base import Context, Finding, Rule, Severity

_CLAUSE = re.compile(r"[^，。；：\n]+")
_LEAST_CLAUSE = 8
"""Characters of a clause that says what it counts."""
_MEASURES = frozenset({"人次", *"条件次篇场期份宗起册名个家项"})
_ABOUT = "约近超过逾"
_ENOUGH = 20
_SECTIONS = ("overview", "problems")


class StaleNumber(Rule):
    """A sentence that is last year's word for word, count and all, has probably not been updated."""

    code = "NB934"
    name = "正文留有上年的数字"
    severity = Severity.INFO
    checks = (
        "含有件数、条数、次数的句子，是否连同数字与上年报告完全一样（年份除外）。"
        "数字与本年表格相符的不算；小于20的、句子改了而其中一小句连同数字没有改的，只作提示。"
    )
    why = "两年的条数恰好一样很少见，多半是沿用上年文稿没有更新。"
    basis = CARE
    wrong = "上年、本年都写“全年发布政策解读47篇，召开新闻发布会12场。”"
    right = "按本年台账更新：“全年发布政策解读52篇，召开新闻发布会12场。”"
    how = "按本年台账核对；确实相同的可以不理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such sentence with its numbers."""
        last = last_year(context)
        if last is None:
            return
        for section in _SECTIONS:
            before = section_text(last, section)
            known = _known(before, last.year)
            for piece in pieces(context.report):
                if piece.section == section and before:
                    yield from self._piece(piece, known, context)

    def _piece(self, piece: Piece, known: frozenset[str], context: Context) -> Iterator[Finding]:
        year, answered = context.report.year, _answered(context)
        for sentence in sentences(piece.text):
            if _plain(sentence, year) not in known:
                yield from self._clauses(piece, sentence, known, answered)
            if len(sentence) < LEAST_SENTENCE or _plain(sentence, year) not in known:
                continue
            told = {
                statement.number.text for statement in cell_statements(sentence) if statement.number
            } | answered
            open_ones = [number for number in _counted(sentence) if number.text not in told]
            if open_ones:
                large = any(_size(number) >= _ENOUGH for number in open_ones)
                listed = "、".join(f"{number.text.lstrip(_ABOUT)}{number.measure}" for number in open_ones)
                yield self.finding(
                    piece.where,
                    f"这句话连同数字（{listed}）与上年报告完全一样，请确认数字是本年的。",
                    sentence,
                    severity=None if large else Severity.INFO,
                )

    def _clauses(
        self, piece: Piece, sentence: str, known: frozenset[str], answered: set[str]
    ) -> Iterator[Finding]:
        """Clauses of a changed sentence that stood in last year's, count and all: only hints."""
        told = {
            statement.number.text for statement in cell_statements(sentence) if statement.number
        } | answered
        for clause in _CLAUSE.findall(sentence):
            counted = [number for number in _counted(clause) if number.text not in told]
            if counted and len(clause) >= _LEAST_CLAUSE and _plain(clause, 0) in known:
                words = f"“{clause}”连同数字与上年报告相同，请确认数字是本年的。"
                yield self.finding(piece.where, words, clause, severity=Severity.INFO)


def _answered(context: Context) -> set[str]:
    """The numbers that the clerk answered for this year."""
    facts = context.report.facts.values() if context.answers_known else ()
    return {str(value) for value in facts if isinstance(value, Quantity)}


@lru_cache(maxsize=16)
def _known(text: str, year: int) -> frozenset[str]:
    whole = frozenset(_plain(sentence, year) for sentence in sentences(text))
    return whole | {_plain(clause, 0) for clause in _CLAUSE.findall(text)}


@lru_cache(maxsize=4096)
def _plain(sentence: str, year: int) -> str:
    """The sentence without white space and with the year of its report left out."""
    return re.sub(r"\s", "", normalise(sentence)).replace(str(year), "")


def _counted(sentence: str) -> list[Number]:
    """What it counts in figures; 「一次」 in characters says little."""
    return [
        number
        for number in counts(sentence)
        if number.measure in _MEASURES
        and "1" <= number.text.lstrip(_ABOUT)[0] <= "9"
        and "以上" not in number.text
    ]


def _size(number: Number) -> Decimal:
    return number.value or Decimal(0)
