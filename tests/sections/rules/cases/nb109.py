"""Cases of NB109: 事项日期晚于报告日期."""

import datetime as dt

from sections.report.parts import Signature
from tests.support.rule_case import Case, added
from tests.support.sound_report import Spoilt


def _with(sentence: str) -> Spoilt:
    signature = Signature(organ="云岭市青禾区文化和旅游局", date=dt.date(2026, 1, 20))
    return Spoilt(replace=added("overview", sentence).replace, changes={"signature": signature})


CASES = (
    Case("NB109", True, _with("2026年5月12日，组织政务公开培训1次。"), says="2026年5月12日"),
    Case("NB109", True, added("overview", "2027年3月召开发布会。")),
    Case("NB109", False, _with("2025年5月12日，组织政务公开培训1次。")),
    Case("NB109", False, _with("2026年1月8日，汇总全年数据。")),
    Case(
        "NB109", False, _with("2026年6月底前建成新平台；新办法自2026年3月1日起施行；计划2026年5月开展培训。")
    ),
)
