"""Cases of NB954: 序号不连续."""

from tests.support.rule_case import Case, added, text
from tests.support.sound_report import LEAD, Spoilt

CASES = (
    Case("NB954", True, text("problems", "；二是文件", "；三是文件"), says="“三是”之前没有“二是”"),
    Case(
        "NB954",
        True,
        text("problems", "一是部分场馆的活动信息发布不够及时；二是", "二是"),
        says="“二是”之前没有“一是”",
    ),
    Case("NB954", True, text("problems", "；二是文件", "；文件"), says="只有“一是”"),
    Case(
        "NB954",
        True,
        added("overview", "一是抓培训；三是抓检查；三是抓考核；四是抓宣传。"),
        says="“三是”写了两次，没有“二是”，前一个应为“二是”",
    ),
    Case(
        "NB954",
        True,
        text("overview", "（四）", "（五）"),
        says="“（五）”写了两次，没有“（四）”，前一个应为“（四）”",
    ),
    Case("NB954", True, added("overview", "第一，抓培训。第三，抓考核。"), says="“第三，”之前没有“第二，”"),
    Case("NB954", True, added("overview", "①抓培训；②抓检查；④抓考核。"), says="“④”之前没有“③”"),
    Case("NB954", True, text("problems", "有两方面不足", "有三方面不足"), says="写“三方面不足”，后面列了2项"),
    Case("NB954", True, added("problems", "\n1.抓培训。\n3.抓考核。"), says="“3.”之前没有“2.”"),
    Case(
        "NB954",
        True,
        Spoilt(
            changes={"paragraphs": {"overview.lead": LEAD}},
            replace={"overview": ("（三）", "（四）")},
        ),
        says="“（四）”写了两次，没有“（三）”",
    ),
    Case(
        "NB954",
        False,
        added("problems", "\n1.抓培训。\n2.抓考核。\n12.5万元用于培训。\n第一，抓培训；第二，抓考核。"),
    ),
    Case("NB954", False),
    Case("NB954", True, text("overview", "（五）监督保障。", "五、监督保障。"), says="应写“（五）监督保障”"),
)
