"""依申请公开: what the questions ask of it, and the counts of applications that the form has no cell for."""

from typing import Final

from sections.facts.fact import Fact
from sections.language.subject import Subject
from sections.language.wordings import Wording
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

SUMS: Final = (
    Subject(
        "requests.handled",
        "收办政府信息公开申请",
        "件",
        (
            Wording(
                "(收办|办理)(各类)?(政府|政务)?信息公开申请(事项|案件|件)?{n:件宗}",
                ("全年收办政府信息公开申请案件【36】件。", "办理信息公开申请【7】宗。"),
                ("收到政府信息公开申请36件。", "办理信访事项36件。"),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.denied",
        "不予公开",
        "件",
        (Wording("不予公开{n:件}", ("其中不予公开【3】件。",), ("予以公开3件。", "未予公开的文件3件。")),),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.unavailable",
        "无法提供",
        "件",
        (Wording("无法提供{n:件}", ("本机关无法提供【4】件。",), ("无法提供材料的4件。", "已提供4件。")),),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.rejected",
        "不予处理",
        "件",
        (Wording("不予处理{n:件}", ("不予处理【1】件。",), ("不予受理1件。",)),),
        elsewhere=NOT_OF_REQUESTS,
    ),
    Subject(
        "requests.handled_otherwise",
        "其他处理",
        "件",
        (
            Wording(
                "其他处理(（{sentence 1-20 -（）}）)?{n:件}",
                ("其他处理【2】件。", "其他处理（申请人逾期不补正）【1】件。"),
                ("其他处理方式另行说明，共1件。",),
            ),
        ),
        elsewhere=NOT_OF_REQUESTS,
    ),
)
"""New applications and those carried in together, and the groups of outcomes."""
