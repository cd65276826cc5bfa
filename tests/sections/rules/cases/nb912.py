"""Cases of NB912: 现行有效件数与上年衔接不上."""

from sections.rules.base import Severity
from tests.support.rule_case import Case, cells
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB912",
        True,
        cells(proactive__normative_documents__in_force=15),
        says="应为14件",
        drafting=True,
    ),
    Case(
        "NB912",
        True,
        cells(proactive__normative_documents__in_force=16),
        says="按上年12件＋本年制发3件−本年废止1件应为14件",
        where="proactive.normative_documents.in_force",
        severity=Severity.ERROR,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.regulations.in_force": 0},
            replace={"overview": ("年中把历年文件", "开展规章清理后，年中把历年文件")},
        ),
        severity=Severity.WARNING,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.regulations.in_force": 0},
            changes={"overruled": {"proactive.regulations.in_force": "职能划出"}},
        ),
        severity=Severity.INFO,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.regulations.in_force": 0},
            replace={"overview": ("年中把历年文件", "清理失效文件2件，年中把历年文件")},
        ),
        severity=Severity.ERROR,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.normative_documents.in_force": 10},
            replace={"overview": ("年中把历年文件", "因职责移交划出规范性文件4件，年中把历年文件")},
        ),
        severity=Severity.WARNING,
    ),
    Case("NB912", False),
)
