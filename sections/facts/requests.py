"""依申请公开: what the questions ask of it."""

from typing import Final

from sections.facts.fact import Fact
from sections.language.subject import Wording
from sections.report.values import Kind

NOT_OF_REQUESTS: Final = frozenset({"overview.management", "overview.platform", "overview.supervision"})
"""Paragraphs in which 办结 and 受理 are said of other things."""

REQUESTS: Final = (
    Fact("requests.channels", "申请受理渠道", kind=Kind.CHOICES, recurs=True),
    Fact("requests.handling", "申请办理机制", kind=Kind.CHOICES, recurs=True),
    Fact("requests.on_time", "均在法定期限内答复", kind=Kind.FLAG),
    Fact(
        "requests.overdue",
        "逾期答复",
        "件",
        wordings=(
            Wording(
                "逾期答复{n:件}",
                ("收到逾期未答复申请0件，逾期答复【2】件。", "逾期答复的有【3】件。"),
                ("逾期未答复申请2件。", "逾期补正2件。"),
            ),
            Wording(
                "{n:件}超过法定期限",
                ("有【2】件超过法定期限答复。",),
                ("有2件经批准延长期限。",),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
)
