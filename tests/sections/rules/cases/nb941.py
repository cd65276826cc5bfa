"""Cases of NB941: 分项之和与总数不符."""

from sections.report.parts import Other
from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB941",
        True,
        text("overview", "网站510条", "网站500条"),
        says="总数写842条，分项相加500＋300＋32＝832条，相差10条",
        severity=Severity.WARNING,
    ),
    Case(
        "NB941",
        True,
        added("overview", "编发简报40期（综合类20期、业务类15期、专刊6期）。"),
        says="20＋15＋6＝41期",
        severity=Severity.ERROR,
    ),
    Case(
        "NB941",
        True,
        Spoilt(
            changes={
                "other": Other(
                    text="对5件申请收取信息处理费300元。其中，文化站2件，收取100元；文化馆2件，收取200元；图书馆2件。"
                )
            }
        ),
        says="2＋2＋2＝6件",
    ),
    Case(
        "NB941",
        True,
        text("overview", "申请30件", "申请30件，较去年增加5件，其中自然人申请24件，法人或其他组织申请5件"),
        says="24＋5＝29件",
    ),
    Case("NB941", False, added("overview", "编发简报40期，其中综合类20期、业务类15期等。")),
    Case(
        "NB941", False, added("overview", "编发简报40期（综合类20期、业务类15期、专刊5期），较去年增加2期。")
    ),
    Case("NB941", False, added("overview", "编发简报40余期，其中综合类20期、业务类15期、专刊6期。")),
    Case(
        "NB941",
        True,
        added("overview", "全年公开信息863条，其中网站514条、微信公众号348条。"),
        says="514＋348＝862条",
        severity=Severity.INFO,
    ),
    Case(
        "NB941",
        False,
        added("overview", "全年公开信息5386条，其中概况类151条；新闻类2650条，公开类2585条。"),
    ),
    Case("NB941", False, added("overview", "全年公开信息963条，其中网站514条、微信公众号348条。")),
    *(
        Case("NB941", found, added("overview", f"收到公开申请30件，{words}。"))
        for words, found in (
            ("其中网络提交20件、信函10件、予以公开12件、部分公开5件", False),
            ("其中网络提交20件、信函11件、予以公开12件、部分公开5件", True),
            ("其中网络提交20件、信函10件、当面5件、予以公开12件", True),
            ("线上20件、线下10件、自然人24件", False),
            ("线上20件、线下9件、自然人24件", True),
        )
    ),
    Case("NB941", False),
    Case("NB941", True, added("overview", "制作图解6期、短视频4期，共12期。"), says="相差2期"),
    Case("NB941", False, added("overview", "制作图解6期、短视频4期，共10期。")),
    Case("NB941", True, added("overview", "通过网站发布514条、微信公众号发布348条，共计872条。")),
    Case("NB941", False, added("overview", "通过网站发布514条、微信公众号发布348条，共计862条。")),
    Case("NB941", True, added("overview", "全区52条建议分布为：城南街道20条、北苑街道18条、东山镇16条。")),
    Case("NB941", False, added("overview", "召开座谈会2次、走访企业3次，共收集意见12条。")),
    Case("NB941", False, added("overview", "印发文件3件，共120份；解答咨询6次、8次，共为群众办事20次。")),
    Case("NB941", True, added("overview", "收到建议51件，其中通过网络提交30件，信函提交20件。")),
    Case("NB941", False, added("overview", "收到建议51件，其中通过网络提交30件，信函提交21件。")),
    Case("NB941", False, added("overview", "收到建议51件，其中通过网络提交30件，涉及养老的20件。")),
    Case("NB941", True, added("overview", "全年处理来电100件，其中夜间来电150件。"), says="比总数还多"),
    Case("NB941", False, added("overview", "全年处理来电150件，其中夜间来电100件。")),
    Case(
        "NB941",
        False,
        added("overview", "公开申请引发行政诉讼1件。其中网络申请20件、信函申请10件。"),
    ),
)
