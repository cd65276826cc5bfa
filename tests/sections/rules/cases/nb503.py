"""Cases of NB503: 上年的问题没有下文."""

from sections.report.parts import FollowUp, Problems
from sections.rules.base import Severity
from tests.support.rule_case import Case, problem_list
from tests.support.sound_report import PROBLEMS, Spoilt, clean

CASES = (
    Case(
        "NB503",
        True,
        Spoilt(
            changes={"problems": problem_list(("基层公开专栏更新不够及时", "每月检查"))},
            last_changes={"problems": problem_list(("基层公开专栏更新还不够及时", "加强检查"))},
        ),
        says="几乎一样",
    ),
    Case(
        "NB503",
        True,
        Spoilt(changes={"problems": Problems(text=PROBLEMS, follow_ups=(FollowUp(problem="人手不足"),))}),
        says="“人手不足”还没有说明整改结果",
        answers_known=True,
        severity=Severity.INFO,
    ),
    Case(
        "NB503",
        True,
        Spoilt(changes={"problems": problem_list(("基层公开专栏更新不够及时", "每月检查"))}),
        says="2022年的报告也写过，请说明为什么又出现",
        severity=Severity.INFO,
        earlier=(clean(year=2022, problems=problem_list(("基层公开专栏更新还不够及时", "加强检查"))),),
    ),
    Case(
        "NB503",
        False,
        Spoilt(changes={"problems": problem_list(("场馆预告太晚", "提前发布"))}),
        earlier=(clean(year=2022, problems=problem_list(("基层公开专栏更新还不够及时", "加强检查"))),),
    ),
    Case(
        "NB503",
        False,
        Spoilt(
            changes={"problems": problem_list(("场馆预告太晚", "提前发布"))},
            last_changes={"problems": problem_list(("人手不足", "增加人员"))},
        ),
    ),
)
