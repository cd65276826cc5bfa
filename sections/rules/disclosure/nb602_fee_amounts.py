"""The three numbers about 信息处理费 among themselves."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final

from sections.language.sentences import sentences
from sections.language.statement import Statement
from sections.language.statements import statements
from sections.report.values import Quantity
from sections.rules._basis import FEES
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_NOTICES, _CHARGED, _RECEIVED = (f"other.fee_{name}" for name in ("notices", "charged", "received"))


_TOO_MUCH: Final = 10_000
"""元 that no office takes in a year for copies and pages: the unit was mistaken."""


class FeeAmounts(Rule):
    """Nothing is charged without a notice, and no more is received than was charged."""

    code = "NB602"
    name = "信息处理费的件数与金额不合"
    severity = Severity.ERROR
    checks = (
        "填报的收费通知件数、通知收取金额、实际收取金额：没有通知却有金额，或实际收取多于通知收取；"
        "正文的收取金额与填报的是否一致，与“没有发出收费通知”是否矛盾，是否多于正文的通知金额；上万元、小于一分、负数的请核对。"
    )
    why = "收费以书面通知为前提，实收不会多于应收。"
    basis = FEES
    wrong = "发出收费通知0件，实际收取120元。"
    right = "发出收费通知1件，通知收取120元，实际收取120元。"
    how = "按收费台账核对三个数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield what cannot be."""
        facts = context.report.facts
        notices, charged, received = map(facts.get, (_NOTICES, _CHARGED, _RECEIVED))
        paid = received if isinstance(received, Decimal) else Decimal(0)
        due = charged if isinstance(charged, Decimal) else None
        prose = list(self._prose(context, received if isinstance(received, Decimal) else None))
        said = any(_AGAINST_ITSELF.search(finding.message) for finding in prose)
        if not said and isinstance(notices, Quantity) and not notices.value and (paid or due):
            words = f"发出收费通知0件，却填了金额（通知收取{due or 0}元，实际收取{paid}元）。"
            yield self.finding(_NOTICES, words)
        elif not said and due is not None and paid > due:
            yield self.finding(_RECEIVED, f"实际收取{paid}元，多于通知收取的{due}元。")
        yield from prose

    def _prose(self, context: Context, received: Decimal | None) -> Iterable[Finding]:
        """What part six says, against the answers and against itself."""
        for piece in pieces(context.report):
            if "处理费" not in piece.text and "收费通知" not in piece.text:
                continue
            for sentence in sentences(piece.text):
                for words, quote, severity in _units(sentence):
                    yield self.finding(piece.where, words, quote, severity=severity)
            said = [statement for statement in statements(piece.text, piece.where) if statement.of_this_year]
            for sentence, group in groupby(said, key=lambda statement: statement.sentence):
                for words, quote in _wrong(list(group), received if context.answers_known else None):
                    yield self.finding(piece.where, words, quote or sentence)


_AGAINST_ITSELF: Final = re.compile("前后矛盾|多于同一句")
_DOUBTED: Final = Decimal("0.1")
"""万元 from which an amount given in 万元 is doubted; from 1 on it is an error."""
_NO_MONEY: Final = re.compile(r"信息处理费(?:共|共计|合计|为)?([1-9][0-9]*)([件份次条人])")
_DUE: Final = re.compile(
    r"应收(?:取)?([0-9.]+)元[，、；][^。]{0,20}?实(?:际)?收(?:取)?([0-9.]+)元[，、；][^。]{0,12}?减免([0-9.]+)元"
)

_AMOUNT: Final = r"([0-9]+(?:\.[0-9]+)?)元"
_CHARGED_THEN_PAID: Final = re.compile(
    rf"(?:涉及|涉|核定|应缴|应收|要求缴纳)(?:信息处理费|费用|总?金额|收费|的)*(?:共|共计|合计|为)?{_AMOUNT}[，、；]"
    rf"[^，。；0-9]{{0,6}}(?:实收|实际收取|实缴|实际缴纳|实际到账|已收取?|收到)(?:信息处理费|费用|金额)?(?:共|共计|合计|为)?{_AMOUNT}"
)
"""Amounts that no fact names, one behind the other."""


def _units(sentence: str) -> Iterator[tuple[str, str, Severity]]:
    """Amounts in another unit than 元, and amounts due that are not what was received and remitted."""
    for match in _NO_MONEY.finditer(sentence):
        yield f"“{match[0]}”：金额的单位是元，请核对。", match[0], Severity.WARNING
    for match in re.finditer(r"处理费(?:共|共计|合计)?([0-9]+(?:\.[0-9]+)?)万元", sentence):
        if _DOUBTED <= Decimal(match[1]) < 1:
            yield f"“{match[0]}”：信息处理费以元计，请核对单位。", match[0], Severity.INFO
    for match in re.finditer(r"处理费(?:共|共计|合计|为)?[0-9]+\.[0-9]{3,}元", sentence):
        yield f"“{match[0]}”：金额算到分，请核对数额和单位。", match[0], Severity.WARNING
    for match in re.finditer(r"(?<![0-9])[-－−][0-9]+(?:\.[0-9]+)?元", sentence):
        yield f"“{match[0]}”：金额不能是负数，请核对。", match[0], Severity.ERROR
    for match in _CHARGED_THEN_PAID.finditer(sentence):
        if Decimal(match[2]) > Decimal(match[1]):
            words = f"“{match[0]}”：实际收取{match[2]}元，多于通知收取的{match[1]}元。"
            yield words, match[0], Severity.ERROR
    for match in _DUE.finditer(sentence):
        due, paid, remitted = map(Decimal, match.groups())
        if due != paid + remitted:
            words = f"应收{due}元，实收{paid}元与减免{remitted}元之和是{paid + remitted}元，两处不一致。"
            yield words, match[0], Severity.WARNING


def _wrong(said: list[Statement], received: Decimal | None) -> Iterator[tuple[str, str]]:
    """What a sentence says of amounts received that cannot be, and the words; none for the whole sentence."""
    no_notice = any(statement.subject == _NOTICES and statement.none for statement in said)
    due = next(
        (statement.value for statement in said if statement.subject == _CHARGED and statement.exact), None
    )
    for statement in said:
        if (
            statement.subject != _RECEIVED
            or statement.number is None
            or statement.value is None
            or not statement.exact
        ):
            continue
        if received is not None and statement.value != received:
            yield (
                f"正文写“{statement.quote}”，填报的实际收取金额是{received}元，两处不一致。",
                statement.quote,
            )
        elif statement.value and no_notice:
            yield f"正文称没有发出收费通知，又写“{statement.quote}”，前后矛盾。", ""
        elif statement.value >= _TOO_MUCH:
            yield f"正文写“{statement.quote}”，信息处理费以元计，请核对单位是否应为元。", statement.quote
        elif due is not None and statement.value > due:
            yield f"正文写“{statement.quote}”，多于同一句写的通知收取金额{due}元。", statement.quote
