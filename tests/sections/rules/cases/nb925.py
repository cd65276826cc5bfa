"""Cases of NB925: 称均已办结却有结转."""

from sections.rules.base import Severity
from tests.support.rule_case import GOVERNMENT, Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB925",
        True,
        added("overview", "收到的政府信息公开申请均已办结。"),
        says="结转下年度继续办理3件，两处矛盾",
        severity=Severity.ERROR,
    ),
    Case("NB925", True, added("overview", "依申请公开办结率100%。"), severity=Severity.ERROR),
    Case(
        "NB925",
        True,
        Spoilt(
            changes={"profile": GOVERNMENT},
            replace={"overview": ("收到政府信息公开申请30件", "办公室收到的申请均已办结。区里的情况是")},
        ),
        says="如两处统计范围不同",
        severity=Severity.WARNING,
    ),
    Case("NB925", True, added("overview", "公开申请均按时办结。"), severity=Severity.WARNING),
    Case("NB925", False, added("overview", "依申请公开按时办结率100%。")),
    Case("NB925", True, added("overview", "公开申请全部已经答复。"), severity=Severity.WARNING),
    Case(
        "NB925",
        True,
        added("overview", "本年度共接到政府信息公开申请30件，均严格按照《条例》规定进行办理和答复。"),
        says="均严格按照《条例》规定进行办理和答复",
        severity=Severity.WARNING,
    ),
    Case("NB925", True, added("overview", "收到公开申请30件，全部由专人负责回复。")),
    Case("NB925", False, added("overview", "收到公开申请30件，已办结的均由专人负责答复。")),
    Case("NB925", False, added("overview", "收到公开申请30件，均在法定期限内答复。")),
    Case("NB925", False, added("overview", "收到群众留言30件，均由专人负责回复。")),
    Case("NB925", False, added("overview", "群众留言均已办结。到期的政府信息公开申请均已办结。")),
    Case("NB925", False),
    Case("NB925", True, text("overview", "办理结果为：", "办结率100%，办理结果为：")),
    Case("NB925", False, text("overview", "办理结果为：", "按时办结率100%，办理结果为：")),
    Case("NB925", False, text("overview", "办理结果为：", "到期申请办结率100%，办理结果为：")),
)
