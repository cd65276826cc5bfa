"""Cases of NB502: 有改进措施没有写问题."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB502",
        True,
        text("problems", "", "下一步，将继续加强业务培训，完善公开目录。"),
        says="没有写存在的主要问题",
    ),
    Case("NB502", False),
    Case(
        "NB502",
        True,
        Spoilt(
            replace={
                "problems": (
                    "针对这些问题，采取了以下措施：一是建立场馆活动预告清单，每周五更新下周安排；二是与区融媒体中心合作制作图片和视频解读。",
                    "改进措施：一是更换办公区的门窗玻璃；二是采购两台打印设备供窗口使用。",
                )
            }
        ),
        says="没有一处相同的内容",
        severity=Severity.INFO,
    ),
)
