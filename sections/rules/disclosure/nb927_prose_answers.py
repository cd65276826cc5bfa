"""The narrative against the clerk's own answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sections.facts import FACTS
from sections.language.sentences import sentences
from sections.language.statement import Statement
from sections.language.statements import OWN_ITEMS
from sections.report.figures import items_in, statements_in
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity, Value
from sections.rules._basis import ACCURATE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_AMBIGUOUS: Final = ("proactive.published_total", "proactive.interpretations")
"""Facts whose words may also stand before a part of them (「网站公开政府信息539条」)."""
_DIGIT: Final = re.compile("[0-9０-９]")


class ProseAnswers(Rule):
    """What was answered 742 must not read 724 in a paragraph edited by hand."""

    code = "NB927"
    name = "正文的数字与填报的答案不符"
    severity = Severity.ERROR
    checks = (
        "起草的报告中，正文里公开条数、解读篇数、培训次数、本单位特色数据等，是否与填报的答案一致；"
        "修改过的段落尤其要查。"
    )
    why = "答案改了而段落没有跟着改，或手工修改段落时写错，就会出现两个数。"
    basis = ACCURATE
    wrong = "答案：主动公开政府信息742条；正文：主动公开政府信息724条。"
    right = "答案和正文都是742条。"
    how = "核对台账，改答案或改正文；可以用答案中的数自动改正正文。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number that is not the answer; one that is the answer to another question is let be."""
        if not context.answers_known:
            return
        facts = context.report.facts
        items = _items(facts)
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for statement in _told(piece.where, sentence, items, context.report):
                    answer, said = _answer(statement, facts), statement.quantity
                    if answer is None or said is None or said.exact is not answer.exact:
                        continue
                    if said.value != answer.value and said.value not in _near(statement.subject, facts):
                        yield self._found(piece, sentence, statement, answer)

    def _found(self, piece: Piece, sentence: str, statement: Statement, answer: Quantity) -> Finding:
        name = statement.name or FACTS[statement.subject].label
        quote = sentence[slice(*statement.span)]
        message = f"正文写“{quote}”，“{name}”填报的是{answer}，两处不一致。"
        if statement.none or piece.text.count(quote) != 1:
            return self.finding(piece.where, message, quote)
        start, end = statement.at
        new = f"{sentence[statement.span[0] : start]}{answer}{sentence[end : statement.span[1]]}"
        label = f"把“{sentence[start:end]}”改为“{answer}”"
        return self.finding(piece.where, message, quote, Fix(label, piece.where, old=quote, new=new))


def _told(where: str, sentence: str, items: list[LocalItem], report: Report) -> Iterator[Statement]:
    """What one sentence says; a number that is right of an item by its name is of no fact besides."""
    of_items = list(items_in(sentence, items))
    values = {item.name: item.quantity for item in items}
    right = {said.at for said in of_items if said.quantity == values[said.name]}
    yield from (said for said in _of_facts(where, sentence, report) if said.at not in right)
    yield from of_items


def _of_facts(where: str, sentence: str, report: Report) -> list[Statement]:
    """What one sentence says of facts; items are looked up by the names that the clerk gave them."""
    if not _DIGIT.search(sentence):
        return []
    return [
        statement
        for statement in statements_in({where: sentence}, report.year, report.unit)
        if statement.subject in FACTS and statement.subject != OWN_ITEMS
    ]


def _items(facts: Mapping[str, Value]) -> list[LocalItem]:
    items = facts.get(OWN_ITEMS, ())
    return [item for item in (items if isinstance(items, tuple) else ()) if isinstance(item, LocalItem)]


def _answer(statement: Statement, facts: Mapping[str, Value]) -> Quantity | None:
    """The answer that a statement is about; of an item the one of its name."""
    if statement.name:
        return next((item.quantity for item in _items(facts) if item.name == statement.name), None)
    value = facts.get(statement.subject)
    return value if isinstance(value, Quantity) else None


def _near(fact: str, facts: Mapping[str, Value]) -> set[int]:
    """The other answers of the same topic and unit, where the words may mean one of them."""
    if fact not in _AMBIGUOUS:
        return set()
    own = FACTS[fact]
    alike = [fact.id for fact in FACTS.values() if (fact.topic, fact.measure) == (own.topic, own.measure)]
    return {value.value for one in alike if isinstance(value := facts.get(one), Quantity) and one != fact}
