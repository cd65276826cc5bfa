"""Cases of NB916: 整张表格与上年相同."""

from tests.support.form import table_fields
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt, clean

_THIS = {field: clean().number(field) for field in table_fields() if not field.startswith("disputes")}

CASES = (
    Case("NB916", True, Spoilt(last_cells=_THIS), says="“三、收到和处理政府信息公开申请情况”的表格与上年"),
    Case("NB916", False, Spoilt(last_cells={**_THIS, "requests.new.other": 1, "proactive.licences": 1})),
    Case("NB916", False),
)
