"""Cases of NB107: 单位名称前后不一致."""

import datetime as dt

from sections.report.parts import Signature
from sections.rules.base import Severity
from tests.support.rule_case import GOVERNMENT, Case, added, text
from tests.support.sound_report import Spoilt


def _signed(organ: str) -> Spoilt:
    return Spoilt(changes={"signature": Signature(organ=organ, date=dt.date(2026, 1, 20))})


CASES = (
    Case("NB107", True, _signed("云岭市青禾区财政局"), where="signature"),
    Case("NB107", True, _signed("云岭市青河区文化和旅游局"), says="“云岭市青河区文化和旅游局”"),
    Case("NB107", True, added("overview", "我镇高度重视政务公开。"), says="我镇"),
    Case("NB107", True, added("overview", "我县政务公开迈上新台阶。"), says="我县"),
    Case("NB107", True, text("overview", "2025年，青禾区文化", "2025年，县文化"), says="“县文化和旅游局”"),
    Case("NB107", False, _signed("青禾区文化和旅游局")),
    Case("NB107", False, _signed("青禾区文旅局")),
    Case(
        "NB107",
        False,
        added("overview", "我局、我区、我市公开工作持续推进，按照市文化和旅游局部署做好工作。"),
    ),
    Case("NB107", False, Spoilt(changes={"profile": GOVERNMENT, **_signed("青禾区人民政府办公室").changes})),
    Case(
        "NB107",
        True,
        Spoilt(changes={"opening": "本报告可在青河区人民政府网站查阅。"}),
        says="引言写“青河区”",
    ),
    Case(
        "NB107",
        True,
        Spoilt(changes={"opening": "如有疑问，请与云岭市青禾区财政局办公室联系。"}),
        says="请读者与“云岭市青禾区财政局”联系",
    ),
    Case(
        "NB107",
        False,
        Spoilt(changes={"opening": "可在青禾区人民政府网站查阅，地址：青禾区河东路3号，请与区文旅局联系。"}),
    ),
    Case(
        "NB107",
        False,
        Spoilt(
            changes={"opening": "地址：云岭市高新区创业大道8号，请与云岭市青禾区政务服务和数据管理局联系。"}
        ),
    ),
    Case(
        "NB107",
        True,
        text("overview", "青禾区文化和旅游局围绕", "市文化和旅游局坚持围绕"),
        says="开头写“市文化和旅游局”",
        severity=Severity.INFO,
    ),
    Case(
        "NB107",
        True,
        text("overview", "青禾区文化和旅游局围绕", "区财政局坚持围绕"),
        says="开头写“区财政局”",
        severity=Severity.INFO,
    ),
    Case("NB107", True, added("overview", "青河区文化和旅游局高度重视公开。"), says="青河区文化和旅游局"),
    Case("NB107", False, added("overview", "6月，青河区文化和旅游局来我局交流，区财政局坚持公开预算。")),
    Case("NB107", True, added("overview", "我院高度重视公开工作。"), says="自称“我院”"),
    Case("NB107", True, added("overview", "本镇高度重视公开工作。"), says="自称“本镇”"),
    Case(
        "NB107",
        False,
        Spoilt(changes={"opening": "本报告可通过区人民政府网站查阅，登录青禾区政府网站下载。"}),
    ),
    Case(
        "NB107",
        True,
        text("overview", "青禾区文化和旅游局围绕", "镇政府坚持围绕"),
        says="开头写“镇政府”",
        severity=Severity.INFO,
    ),
    Case("NB107", False, Spoilt(changes={"opening": "如有疑问，请与区政府办公室公开科联系。"})),
)
