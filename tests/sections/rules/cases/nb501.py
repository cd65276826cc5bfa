"""Cases of NB501: 有问题没有改进措施."""

from tests.support.rule_case import Case, problem_list, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB501",
        True,
        text("problems", "", "存在的问题：一是形式单一；二是更新不及时。"),
        says="没有写改进措施",
    ),
    Case(
        "NB501",
        True,
        Spoilt(changes={"problems": problem_list(("形式单一", ""))}),
        says="“形式单一”还没有写对应的改进措施",
        answers_known=True,
    ),
    Case(
        "NB501",
        False,
        Spoilt(changes={"problems": problem_list(("形式单一", "制作视频解读"))}),
        answers_known=True,
    ),
    Case("NB501", False),
)
