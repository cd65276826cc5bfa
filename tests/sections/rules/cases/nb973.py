"""Cases of NB973: 语句重复累赘."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case("NB973", True, added("overview", "收到来信大约30件左右。"), severity=Severity.INFO),
    Case("NB973", True, text("opening", "，编制本报告。", "，本报告按要求编制此报告。")),
    Case("NB973", False, added("overview", "收到来信30件左右，超过20人参与，近30件已答复。")),
    Case("NB973", True, added("overview", "会议召开会议2次。"), says="意思重复"),
    Case("NB973", True, added("overview", "以区政府和区政府名义印发。"), says="意思重复"),
    Case("NB973", True, added("overview", "继续加强强化培训。"), says="意思重复"),
    Case(
        "NB973",
        False,
        added("overview", "会议召开前做好准备，各部门和部门之间加强协作，区政府和区政府办公室开展检查。"),
    ),
)
