"""Cases of NB938: 同一事项前后数字不一致."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB938", True, added("overview", "全年共组织业务培训1次。"), says="不一致", severity=Severity.WARNING
    ),
    Case("NB938", True, added("overview", "召开新闻发布会2场。召开新闻发布会3场。")),
    Case("NB938", True, added("overview", "按季度检查四次。全年检查5次。"), severity=Severity.WARNING),
    Case("NB938", True, added("overview", "全年组织业务培训4期。")),
    Case(
        "NB938",
        True,
        Spoilt(
            replace={
                "overview": ("上年结转2件，", "收取信息处理费60元。"),
                "other": ("收取信息处理费0元", "收取信息处理费80元"),
            }
        ),
    ),
    Case("NB938", True, added("other", "收取信息处理费60元。全年收取信息处理费80元。")),
    Case(
        "NB938",
        False,
        added("overview", "全年共组织业务培训2次。召开新闻发布会2场，全年召开新闻发布会两场。"),
    ),
    Case(
        "NB938",
        False,
        added("overview", "组织保密培训1次。围绕旅游市场发布政策解读3篇，围绕演出发布政策解读2篇。"),
    ),
    Case(
        "NB938",
        False,
        added("overview", "全年共组织培训6次，其中业务培训4次。上半年开展检查2次。去年培训9次。"),
    ),
    Case("NB938", False, added("overview", "计划明年组织业务培训5次，比去年组织业务培训3次有所增加。")),
    Case(
        "NB938",
        True,
        added("overview", "公布养老机构27家。公布养老机构28家。"),
        says="前面写“公布养老机构27家”",
        severity=Severity.INFO,
    ),
    Case(
        "NB938",
        True,
        added("overview", "工作考核结果为良好。年度考核结果为优秀。"),
        says="两处不一致",
        severity=Severity.INFO,
    ),
    Case(
        "NB938", False, added("overview", "公布养老机构27家。其中公办公布养老机构9家。去年公布养老机构25家。")
    ),
    Case(
        "NB938",
        True,
        added("overview", "社会评议满意率96.5%。全年社会评议满意率95.6%。"),
        says="两处不一致",
        severity=Severity.INFO,
    ),
    Case(
        "NB938",
        True,
        added("overview", "公布养老机构27家，其中公办9家。全年公布养老机构28家。"),
        says="前面写",
        severity=Severity.INFO,
    ),
)
