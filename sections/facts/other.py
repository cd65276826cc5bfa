"""其他需要报告的事项: the fees for handling applications, and the rest."""

from typing import Final

from sections.facts.fact import Fact
from sections.language.subject import Wording
from sections.report.values import Kind

OTHER: Final = (
    Fact(
        "other.fee_notices",
        "发出信息处理费收费通知",
        "件",
        wordings=(
            Wording(
                "收费通知书?的?(件数)?{n:件份}",
                ("发出收费通知【3】件，收取260元。", "本年度发出收费通知的件数为【0】件。"),
                ("收费通知送达3人。", "上年发出收费通知3件。"),
            ),
            Wording(
                "对{n:件}{item 10}公开申请(案件|事项)?收取",
                ("对【5】件政府信息公开申请收取了信息处理费350元。",),
                ("对5件政府信息公开申请作出答复。",),
            ),
            Wording(
                "发出{n:件份}{item 8}收费通知",
                ("发出【2】份信息处理费收费通知。",),
                ("发出2份补正通知。",),
            ),
        ),
        nothing=(
            Wording(
                "<没有>(发出|开具|制发){clause 12}收费通知",
                ("全年没有发出收费通知。",),
                ("全年没有收到收费咨询。",),
            ),
        ),
    ),
    Fact(
        "other.fee_charged",
        "信息处理费通知收取金额",
        "元",
        wordings=(
            Wording(
                "(通知收取|要求缴纳|通知(?=金额))(信息处理费)?的?总?(金额|费用)?{n:元}",
                ("通知收取金额【80】元。", "收费通知金额【45】元。", "要求缴纳信息处理费共【1.5万】元。"),
                ("实际收取80元。", "通知收取人3名。"),
            ),
            Wording(
                "收费通知{sentence 8}{other:件份}，(收费|应收)?总?金额{n:元}",
                ("发出收费通知的件数为2件，总金额为【160】元。", "发出收费通知2件，应收金额【160】元。"),
                ("发出补正通知2件，涉及金额160元。",),
            ),
        ),
        kind=Kind.AMOUNT,
    ),
    Fact(
        "other.fee_received",
        "信息处理费实际收取金额",
        "元",
        wordings=(
            Wording(
                "(?<!通知)(收取|收到)了?(政府信息公开)?信息处理费{n:元}",
                ("收取信息处理费共【1250.5】元。", "收取信息处理费共计【1.2万】元。"),
                ("通知收取信息处理费80元。", "退还信息处理费80元。"),
            ),
            Wording(
                "(实际收取|实际收到|实收)(信息处理费|金额)?{n:元}",
                ("通知收取金额80元，实际收取【60】元。",),
                ("通知收取金额80元，实际退还60元。",),
            ),
        ),
        nothing=(
            Wording(
                "<没有>(有|发生|产生)?(收取|收到)?{clause 14}(信息处理费|收费)的?(情况|行为)?(?=，|。|；|$)",
                ("本机关未收取信息处理费。", "全年未发生信息公开收费情况。"),
                ("全年没有发出收费通知。", "收取信息处理费80元。"),
            ),
        ),
        kind=Kind.AMOUNT,
    ),
    Fact("other.matters", "其他需要报告的事项", kind=Kind.PARAGRAPH),
)
