"""Cases of NB970: 错别字."""

from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB970", True, added("overview", "畅通受理渠。"), says="应为“渠道”", fixed=("受理渠。", "受理渠道。")
    ),
    Case("NB970", True, added("overview", "截止2025年12月31日，可登陆区政府门户网站查询。")),
    Case("NB970", True, added("overview", "群众反应问题的渠道更多，修定了行政规范文件。"), says="应为“反映”"),
    Case("NB970", True, added("overview", "依申公开答复复核更严，公示拦及时更新。"), says="应为“依申请公开”"),
    Case(
        "NB970",
        False,
        added(
            "overview", "对舆情快速反应，安排修订规范性文件，第一时间作为重点，统筹推进，答复复议机关来函。"
        ),
    ),
    Case("NB970", False, added("overview", "畅通受理渠道，截至2025年底，报名截止日期已过，与以往相同。")),
)
