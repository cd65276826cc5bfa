"""Cases of NB104: 引言缺项."""

from sections.report.parts import Overview
from tests.support.rule_case import Case, text
from tests.support.sound_report import Spoilt

CASES = (
    Case("NB104", True, text("opening", "", ""), says="没有引言"),
    Case("NB104", True, text("opening", "", "根据条例编制本报告。"), says="统计期限、查阅或联系方式"),
    Case("NB104", False, text("opening", "", ""), drafting=True),
    Case(
        "NB104",
        False,
        Spoilt(
            replace={"opening": ("", "")},
            changes={
                "overview": Overview(
                    text="本报告依据条例编制，统计期限为全年度。",
                    lead="本报告依据条例编制，统计期限为全年度，可在县网站查阅。",
                )
            },
        ),
    ),
    Case("NB104", False),
    Case(
        "NB104",
        False,
        text(
            "opening",
            "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》，编制本报告。",
            "根据市政府办公室关于编制年度报告的通知，编制本报告。",
        ),
    ),
)
