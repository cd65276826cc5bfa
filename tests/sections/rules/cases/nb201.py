"""Cases of NB201: 现行有效件数小于本年制发减废止."""

from tests.support.rule_case import Case, cells
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB201", True, cells(proactive__normative_documents__in_force=1), says="少于3−1＝2件", with_last=False
    ),
    Case(
        "NB201",
        True,
        Spoilt(
            cells={"proactive.normative_documents.in_force": 1},
            last_cells={"proactive.normative_documents.in_force": None},
        ),
        says="少于3−1＝2件",
    ),
    Case("NB201", False, cells(proactive__normative_documents__in_force=1)),
    Case("NB201", False, cells(proactive__normative_documents__in_force=2), with_last=False),
)
