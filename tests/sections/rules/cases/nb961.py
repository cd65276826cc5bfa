"""Cases of NB961: 文字或标点重复."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, added, text

CASES = (
    Case(
        "NB961",
        True,
        text("overview", "查询更方便。", "查询更方便。。"),
        says="应为“。”",
        fixed=("更方便。。", "更方便。"),
    ),
    Case("NB961", True, added("overview", "做法如下，。"), fixed=("如下，。", "如下。")),
    Case("NB961", False, added("overview", "监督电话：。")),
    Case("NB961", True, text("overview", "群众的文化", "群众的的文化"), fixed=("众的的文", "众的文")),
    Case(
        "NB961",
        True,
        added("overview", "全区政府信息公开政府信息公开工作有序推进。"),
        says="应为“政府信息公开”",
    ),
    Case("NB961", True, added("overview", "全区及及各镇认真落实。"), says="应为“及”"),
    Case(
        "NB961",
        False,
        added(
            "overview", "问题在于涉及及时答复、现在在办的，是是非非一一查清，各项工作等等，一年年一步步推进。"
        ),
    ),
    Case("NB961", True, added("overview", "全局严格严格执行制度。"), says="“严格严格”重复，应为“严格”"),
    Case("NB961", False, added("overview", "逐件清理规范规范性文件。")),
    Case("NB961", False, added("overview", "以便民为目的的改造完成了了解民意的工作。")),
    Case("NB961", True, added("overview", "召开召开专题会议。"), severity=Severity.INFO),
    Case("NB961", False, added("overview", "规范规范性文件管理，逐条逐项核对，多种多样。")),
    Case("NB961", True, added("overview", "解读材料不不够丰富，对对申请人答复。"), says="重复"),
    Case("NB961", True, added("overview", "质量有待提高高。"), says="重复", severity=Severity.INFO),
    Case(
        "NB961", False, added("overview", "做到人人有责，家家户户知晓，责任到人人。面对对象不同，分类公开。")
    ),
)
