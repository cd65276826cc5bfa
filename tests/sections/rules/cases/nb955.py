"""Cases of NB955: 留有占位符."""

from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB955", True, text("overview", "842条", "XX条"), says="“XX”", where="overview.proactive"),
    Case("NB955", True, added("problems", "【待填】")),
    Case("NB955", True, added("other", "联系人：____")),
    Case("NB955", True, added("overview", "全年公开{{ proactive.total }}条。")),
    Case("NB955", True, added("overview", "由某某科负责。")),
    Case("NB955", False, added("overview", "推行“1+X”公开模式，办公系统7×24小时运行，提供OA、PDF下载……")),
    Case("NB955", True, added("overview", "全年主动公开（）条。")),
    Case("NB955", True, added("overview", "全年发布政府信息条，政策解读篇。")),
    Case("NB955", True, added("overview", "全年公开信息？条，详见（具体网址）。")),
    Case(
        "NB955",
        False,
        added("overview", "答复王某某的申请，推广XX技术，办理条件公开，公开信息条目清晰（略）。"),
    ),
    Case("NB955", True, added("overview", "在网站（）查阅。"), says="占位符"),
    Case("NB955", True, added("overview", "全年举办培训次，参训人次。"), says="占位符"),
    Case("NB955", True, added("overview", "培训情况待补充。待补充。"), says="占位符"),
    Case("NB955", True, added("overview", "举办${次数}次培训。"), says="占位符"),
    Case("NB955", True, added("overview", "2025年　月　日召开会议。"), says="占位符"),
    Case("NB955", True, added("overview", "某县某局高度重视。"), says="占位符"),
    Case("NB955", False, added("overview", "本次培训场次多，会议期间发放材料，待补充完善的目录已更新。")),
    Case("NB955", True, added("overview", "2025年月日召开会议。"), says="占位符"),
)
