"""Cases of NB966: 固定表述有误."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB966", True, added("overview", "学习党的二十大四中全会精神。"), fixed=("二十大四中", "二十届四中")
    ),
    Case("NB966", True, added("overview", "统筹推进“四个全面”总体布局。"), says="规范表述是“战略布局”"),
    Case("NB966", True, added("overview", "坚持公开为原则、不公开为例外。"), says="公开为常态"),
    Case("NB966", True, added("overview", "学习中国共产党第二十届全国代表大会精神。"), says="规范表述是“次”"),
    Case("NB966", True, added("overview", "坚持以习近平新时代特色社会主义思想为指导。")),
    Case("NB966", True, added("overview", "坚持以习近平新时代中国特色社会主义新思想为指导。")),
    Case("NB966", True, added("overview", "坚定“三个自信”。"), says="“四个自信”"),
    Case("NB966", True, added("overview", "坚持以人民为中心的发展理念。"), says="发展思想"),
    Case("NB966", True, added("overview", "学习党的二十届五中全会精神。"), says="会议清单"),
    Case(
        "NB966",
        True,
        added("overview", "落实县委、省委、市委决策部署。"),
        says="通常由上级到下级排列",
        severity=Severity.INFO,
    ),
    Case(
        "NB966",
        True,
        added("overview", "做到“两个维护”，深刻领悟“两个确立”的决定性意义。"),
        says="通行的表述",
        severity=Severity.INFO,
    ),
    Case(
        "NB966",
        False,
        added(
            "overview",
            "学习习近平法治思想和习近平总书记关于网络强国的重要思想，深刻领悟“两个确立”的决定性意义，增强“四个意识”、"
            "坚定“四个自信”、做到“两个维护”，落实党中央、国务院和省委、市委、县委部署，完善县委、县政府工作机制。",
        ),
    ),
    Case(
        "NB966",
        False,
        added(
            "overview",
            "坚持以习近平新时代中国特色社会主义思想为指导，学习党的二十大和二十届三中全会精神，深化“放管服”改革。",
        ),
    ),
    Case("NB966", True, added("overview", "扎实开展主体教育。"), says="规范表述是“主题教育”"),
    Case("NB966", False, added("overview", "学校主体教育功能得到发挥。")),
    Case("NB966", True, added("overview", "坚持以习近平新时代中国特色社会主义为指导。"), says="规范表述是"),
    Case("NB966", True, added("overview", "习进平总书记讲话。"), says="习近平"),
    Case("NB966", True, added("overview", "学习党的20大精神。"), says="二十大"),
    Case("NB966", True, added("overview", "增强“四种意识”。"), says="四个意识"),
    Case("NB966", True, added("overview", "深刻领悟“两个维护”的决定性意义。"), says="两个确立"),
    Case("NB966", True, added("overview", "深化“放管付”改革。"), says="放管服"),
    Case("NB966", True, added("overview", "推进治理能力现化。"), says="治理能力现代化"),
    Case("NB966", True, added("overview", "铸牢中华民族共同体意思。"), says="共同体意识"),
    Case("NB966", True, added("overview", "坚持稳中求进工作总要求。"), says="总基调"),
    Case("NB966", True, added("overview", "贯彻新发展理念念。"), says="新发展理念"),
    Case(
        "NB966",
        True,
        added("overview", "落实国务院、党中央部署。"),
        says="由上级到下级",
        severity=Severity.INFO,
    ),
    Case(
        "NB966",
        True,
        added("overview", "在区政府、区委领导下。"),
        says="由上级到下级",
        severity=Severity.INFO,
    ),
    Case(
        "NB966", True, added("overview", "在区政府区委领导下。"), says="由上级到下级", severity=Severity.INFO
    ),
    Case(
        "NB966",
        False,
        added(
            "overview",
            "贯彻新发展理念，坚持稳中求进工作总基调，学习党的二十大精神，在市委、市政府和区委、区政府领导下，做好法制审核，深化“放管服”改革。",
        ),
    ),
)
