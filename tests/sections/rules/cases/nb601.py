"""Cases of NB601: 没有报告信息处理费情况."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, text
from tests.support.sound_report import Spoilt


def _silent(form: int, year: int) -> Spoilt:
    """A report of that form and year whose part six says nothing of fees."""
    return Spoilt(changes={"form": str(form), "year": year}, replace={"other": ("", "没有其他事项。")})


CASES = (
    Case("NB601", True, text("other", "", "无"), says="只写“无”", where="other"),
    Case("NB601", True, text("other", "", "没有其他需要报告的事项。"), severity=Severity.WARNING),
    Case("NB601", True, text("other", "", "没有其他事项。"), drafting=True, severity=Severity.INFO),
    Case("NB601", True, _silent(2019, 2023), where="other"),
    Case("NB601", False, _silent(2019, 2020)),
    Case("NB601", False, text("other", "", "本年度政府信息公开没有发生收费。")),
)
