"""Cases of NB504: 问题或措施与上年逐字相同."""

from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt

_MEASURE = "编印窗口办理手册并逐科室讲解一遍"
_END = "制作图片和视频解读。"


def _pair(this: str, last: str) -> Spoilt:
    return Spoilt(
        replace={"problems": (_END, f"{_END}三是{this}。")},
        last_replace={"problems": ("实行新老人员结对。", f"实行新老人员结对。一是{last}。")},
    )


CASES = (
    Case("NB504", True, _pair(_MEASURE, _MEASURE), says=_MEASURE, where="problems"),
    Case("NB504", False, _pair(_MEASURE, "编印窗口办理手册并组织一次闭卷测试")),
    Case("NB504", False, _pair("加强业务培训", "加强业务培训")),
    Case("NB504", False, _pair(_MEASURE, _MEASURE), with_last=False),
)
