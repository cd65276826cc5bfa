"""The narrative against the clerk's own answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from sections.facts import FACTS
from sections.language.numerals import NUMBER, normalise, read_quantity
from sections.language.sentences import sentences
from sections.report.figures import find_figures
from sections.report.report import Figure
from sections.report.values import LocalItem, Quantity, Value
from sections.rules._basis import CARE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_AMBIGUOUS: Final = ("proactive.published_total", "proactive.interpretations")
"""Facts whose words may also stand before a part of them (「网站公开政府信息539条」)."""
_PAST: Final = re.compile("去年|上年|同期")


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
    basis = CARE
    wrong = "答案：主动公开政府信息742条；正文：主动公开政府信息724条。"
    right = "答案和正文都是742条。"
    how = "核对台账，改答案或改正文；可以用答案中的数自动改正正文。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number that is not the answer; one that is the answer to another question is let be."""
        if not context.answers_known:
            return
        facts = context.report.facts
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for figure in (*_figures(piece.where, sentence), *_items(sentence, facts)):
                    answer = _answer(figure, facts)
                    told = _told(figure)
                    if answer is None or told is None or told.exact is not answer.exact:
                        continue
                    if told.value != answer.value and told.value not in _near(figure.id, facts):
                        yield self._found(piece, sentence, figure, answer)

    def _found(self, piece: Piece, sentence: str, figure: Figure, answer: Quantity) -> Finding:
        name = figure.name or FACTS[figure.id].label
        place = normalise(sentence).find(figure.quote)
        quote = sentence[place : place + len(figure.quote)]
        message = f"正文写“{quote}”，“{name}”填报的是{answer}，两处不一致。"
        digits = next(
            (m for m in re.finditer(NUMBER, figure.quote) if read_quantity(m[0]) == _told(figure)), None
        )
        if digits is None or piece.text.count(quote) != 1:
            return self.finding(piece.where, message, quote)
        new = f"{quote[: digits.start()]}{answer}{quote[digits.end() :]}"
        label = f"把“{digits[0]}”改为“{answer}”"
        return self.finding(piece.where, message, quote, Fix(label, piece.where, old=quote, new=new))


@lru_cache(maxsize=4096)
def _figures(where: str, sentence: str) -> tuple[Figure, ...]:
    """The figures of one sentence that speak of this year."""
    if not re.search("[0-9０-９]", sentence):
        return ()
    plain = normalise(sentence)
    found = []
    for figure in find_figures({where: sentence}):
        if figure.name:
            continue  # local items are looked up by the names the clerk gave them
        before = re.split("[，。；：]", plain[: max(plain.find(figure.quote), 0)])[-1]
        if not _PAST.search(before):
            found.append(figure)
    return tuple(found)


def _local(facts: Mapping[str, Value]) -> Iterator[LocalItem]:
    items = facts.get("platform.items", ())
    return (item for item in (items if isinstance(items, tuple) else ()) if isinstance(item, LocalItem))


def _items(sentence: str, facts: Mapping[str, Value]) -> Iterator[Figure]:
    """The numbers of the organ's own items, by the names that the clerk gave them."""
    plain = normalise(sentence)
    for item in _local(facts):
        if item.name and item.name in plain:
            words = rf"{re.escape(item.name)}(?:共|达|有|为)?\s?(?P<n>{NUMBER})\s?{re.escape(item.unit)}"
            for match in re.finditer(words, plain):
                number = read_quantity(match["n"])
                if number is not None:
                    value = number.value if number.exact else str(number)
                    yield Figure(id="platform.items", value=value, quote=match[0], name=item.name)


def _told(figure: Figure) -> Quantity | None:
    if isinstance(figure.value, int):
        return Quantity(figure.value)
    return read_quantity(figure.value) if isinstance(figure.value, str) else None


def _answer(figure: Figure, facts: Mapping[str, Value]) -> Quantity | None:
    """The answer that a figure is about; of a local item the one of its name."""
    value = facts.get(figure.id)
    if figure.name:
        value = next((item.quantity for item in _local(facts) if item.name == figure.name), None)
    return value if isinstance(value, Quantity) else None


def _near(fact: str, facts: Mapping[str, Value]) -> set[int]:
    """The other answers of the same topic and unit, where the words may mean one of them."""
    if fact not in _AMBIGUOUS:
        return set()
    own = FACTS[fact]
    alike = [one.id for one in FACTS.values() if (one.topic, one.measure) == (own.topic, own.measure)]
    return {value.value for one in alike if isinstance(value := facts.get(one), Quantity) and one != fact}
