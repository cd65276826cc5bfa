"""Cases of NB202: 没有规章制定权的单位填了规章."""

from sections.report.parts import Profile
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _of(kind: str, level: str, **cells: int) -> Spoilt:
    numbers = {f"proactive.regulations.{name}": number for name, number in cells.items()}
    return Spoilt(cells=numbers, changes={"profile": Profile(kind=kind, level=level)})


CASES = (
    Case(
        "NB202", True, _of("人民政府", "乡镇级", issued=1), says="1件", where="proactive.regulations.issued"
    ),
    Case("NB202", True, _of("政府部门", "市级", in_force=2), where="proactive.regulations.in_force"),
    Case("NB202", False, _of("人民政府", "市级", issued=1)),
    Case("NB202", False, _of("", "", issued=1)),
    Case("NB202", False, _of("人民政府", "乡镇级", in_force=0)),
)
