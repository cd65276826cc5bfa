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
    Case("NB941", False),
)
