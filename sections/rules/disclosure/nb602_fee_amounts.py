"""The three numbers about 信息处理费 among themselves."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sections.language.numerals import normalise
from sections.language.sentences import sentences
from sections.report.values import Quantity
from sections.rules._basis import FEES
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_RECEIVED = re.compile(
    r"(?<!通知)收取(?:政府)?(?:信息公开)?(?:信息)?处理费(?:共计|合计|总计|共|金额|为)*\s?"
    r"(?P<n>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)\s?(?P<unit>万元|元)"
)
_NO_NOTICE = re.compile("(?:没有|未)(?:发出|制发|发送|产生|出具)[^，。；]{0,16}?(?:收费通知|费用)")


class FeeAmounts(Rule):
    """Nothing is charged without a notice, and no more is received than was charged."""

    code = "NB602"
    name = "信息处理费的件数与金额不合"
    severity = Severity.ERROR
    checks = (
        "填报的收费通知件数、通知收取金额、实际收取金额：没有通知却有金额，或实际收取多于通知收取；"
        "正文的收取金额与填报的是否一致，与“没有发出收费通知”是否矛盾。"
    )
    why = "收费以书面通知为前提，实收不会多于应收。"
    basis = FEES
    wrong = "发出收费通知0件，实际收取120元。"
    right = "发出收费通知1件，通知收取120元，实际收取120元。"
    how = "按收费台账核对三个数。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield what cannot be."""
        facts = context.report.facts
        notices, charged, received = (
            facts.get(f"other.fee_{name}") for name in ("notices", "charged", "received")
        )
        paid = received if isinstance(received, Decimal) else Decimal(0)
        due = charged if isinstance(charged, Decimal) else None
        if isinstance(notices, Quantity) and not notices.value and (paid or due):
            words = f"发出收费通知0件，却填了金额（通知收取{due or 0}元，实际收取{paid}元）。"
            yield self.finding("other.fee_notices", words)
        elif due is not None and paid > due:
            yield self.finding("other.fee_received", f"实际收取{paid}元，多于通知收取的{due}元。")
        yield from self._prose(context, received if isinstance(received, Decimal) else None)

    def _prose(self, context: Context, received: Decimal | None) -> Iterable[Finding]:
        """What part six says, against the answers and against itself."""
        for piece in pieces(context.report):
            if "处理费" not in piece.text:
                continue
            for sentence in sentences(piece.text):
                plain = normalise(sentence)
                match = _RECEIVED.search(plain)
                if match is None:
                    continue
                said = Decimal(re.sub("[,，]", "", match["n"])) * (10000 if match["unit"] == "万元" else 1)
                if context.answers_known and received is not None and said != received:
                    words = f"正文写“{match[0]}”，填报的实际收取金额是{received}元，两处不一致。"
                    yield self.finding(piece.where, words, match[0])
                elif said and _NO_NOTICE.search(plain[: match.start()]):
                    words = f"正文称没有发出收费通知，又写“{match[0]}”，前后矛盾。"
                    yield self.finding(piece.where, words, sentence)
