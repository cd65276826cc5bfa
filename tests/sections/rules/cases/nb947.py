"""Cases of NB947: 办理的比收到的多."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added

CASES = (
    Case(
        "NB947",
        True,
        added("overview", "发放问卷500份，收回520份，满意率96%。"),
        says="后一个数520份大于前一个数500份",
        severity=Severity.WARNING,
    ),
    Case("NB947", True, added("overview", "抽查4次，发现问题6个，整改8个。"), says="发现问题6个，整改8个"),
    Case("NB947", True, added("overview", "收到意见32条、采纳38条。")),
    Case("NB947", True, added("overview", "受理来信120件，办结122件。")),
    Case("NB947", False, added("overview", "发放问卷500份，收回482份；发现问题6个，已全部整改6个。")),
    Case("NB947", False, added("overview", "受理来信120件，连同上年结转共办结122件。")),
    Case("NB947", False, added("overview", "发现问题6个，制定措施8个；收到留言5条，回复部门9个。")),
    Case("NB947", False, added("overview", "发现问题近10个，整改12个。")),
    Case("NB947", True, added("overview", "参训120人次，培训合格130人次。"), says="大于前一个数"),
)
