"""The three numbers about 信息处理费 among themselves."""

from collections.abc import Iterable
from decimal import Decimal

from sections.findings import Context, Finding, Rule, Severity
from sections.rules._basis import FEES
from sections.values import Quantity


class FeeAmounts(Rule):
    """Nothing is charged without a notice, and no more is received than was charged."""

    code = "NB602"
    name = "信息处理费的件数与金额不合"
    severity = Severity.ERROR
    checks = "填报的收费通知件数、通知收取金额、实际收取金额：没有通知却有金额，或实际收取多于通知收取。"
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
