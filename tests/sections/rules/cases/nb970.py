"""Cases of NB970: 错别字."""

from sections.rules.base import Severity
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
    Case("NB970", True, added("overview", "推进正务公开，做到公开透名。"), says="应为“政务公开”"),
    Case("NB970", True, added("overview", "加强组织领异。"), says="应为“组织领导”", fixed=("领异", "领导")),
    Case("NB970", True, added("overview", "法制政府建设有序推进。"), says="应为“法治政府”"),
    Case("NB970", True, added("overview", "行政范性文件逐件登记。"), says="应为“行政规范性文件”"),
    Case(
        "NB970",
        True,
        added("overview", "编制权利清单。"),
        says="常为“权力清单”之误",
        severity=Severity.INFO,
    ),
    Case(
        "NB970",
        False,
        added("overview", "规范行政执法行为，采取主动行动，档案管理到位，申请认定补贴，参与全程监督。"),
    ),
    Case(
        "NB970",
        False,
        added(
            "overview", "完善应急反应情况通报。既将公开纳入考核，又公开项目绿化方案、工程拦标价和渠江治理。"
        ),
    ),
    Case(
        "NB970", True, added("overview", "做到及时、准确、全面的公开信。"), fixed=("公开信。", "公开信息。")
    ),
    Case("NB970", False, added("overview", "向市民发出一封热情的公开信，全面的公开信息目录。")),
    Case(
        "NB970",
        True,
        added("overview", "严格按照工作程续办理，健全审核机治。"),
        says="“工作程续”常为“工作程序”之误",
        severity=Severity.INFO,
    ),
    Case("NB970", True, added("overview", "切实保障知情权、参于权。"), severity=Severity.INFO),
    Case("NB970", False, added("overview", "14个乡镇、32个部门均设专栏，参与全程监督。")),
    Case("NB970", True, added("overview", "健全长效机。"), says="长效机制", severity=Severity.INFO),
    Case("NB970", True, added("overview", "领导高度重，专人负责。"), says="高度重视", severity=Severity.INFO),
    Case("NB970", True, added("overview", "信息发不及时。"), says="发布不及时"),
    Case("NB970", True, added("overview", "贯彻落时。"), says="贯彻落实"),
    Case(
        "NB970",
        False,
        added("overview", "健全责任追究制，完善门户网，推进标准化、规范化，群众满意，工作有所作为。"),
    ),
)
