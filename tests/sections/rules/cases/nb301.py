"""Cases of NB301: 行总计与六类申请人之和不符."""

from sections.report.parts import Remark
from tests.support.rule_case import Case, cells, unread
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB301",
        True,
        cells(requests__new__total=31),
        says="相加为30件（自然人24＋",
        where="requests.new.total",
    ),
    Case("NB301", True, cells(requests__denied_process__enterprise=1), says="相差1件"),
    Case("NB301", False),
    Case("NB301", False, unread("requests.new.total", "3 O", requests__new__total=None)),
    Case(
        "NB301",
        True,
        Spoilt(
            cells={"requests.granted.total": 0},
            changes={"remarks": (Remark(kind="blank", where="requests.granted.total"),)},
        ),
        says="总计留空，相差12件",
    ),
)
