"""Cases of NB112: 人民政府的报告缺少考核、评议或责任追究结果."""

from sections.report.parts import Profile
from sections.rules.base import Severity
from tests.support.rule_case import Case, added
from tests.support.sound_report import Spoilt

_GOVERNMENT = "云岭市青禾区人民政府"


def _named(unit: str, kind: str = "") -> Spoilt:
    return Spoilt(changes={"unit": unit, "profile": Profile(name=unit, kind=kind)})


CASES = (
    Case(
        "NB112", True, _named(_GOVERNMENT), says="没有找到工作考核、社会评议。", where="overview.supervision"
    ),
    Case("NB112", True, _named("青禾区", kind="人民政府"), severity=Severity.WARNING),
    Case(
        "NB112",
        False,
        Spoilt(
            changes={"unit": _GOVERNMENT},
            replace=added("overview", "公开工作纳入年度考核，并请群众代表开展社会评议。").replace,
        ),
    ),
    Case("NB112", False),
)
