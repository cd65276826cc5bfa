"""What stays the same of a finding, and on what level a rule stands."""

from dataclasses import replace

from sections.rules.base import Basis, Finding, Severity
from sections.rules.run import RULES

FOUND = Finding("NB921", Severity.ERROR, "overview.requests", "正文写“收到30件”，表格中为31件。", "收到30件")


def test_a_fingerprint_outlives_another_wording_and_another_severity() -> None:
    other = replace(FOUND, message="“收到30件”与表格的31件不一致。", severity=Severity.WARNING)
    assert other.fingerprint == FOUND.fingerprint


def test_a_fingerprint_changes_with_the_rule_the_place_and_each_number() -> None:
    others = (
        replace(FOUND, code="NB922"),
        replace(FOUND, where="overview.lead"),
        replace(FOUND, message="正文写“收到30件”，表格中为32件。"),
        replace(FOUND, quote="收到29件", message="正文写“收到29件”，表格中为31件。"),
    )
    assert len({FOUND.fingerprint, *(one.fingerprint for one in others)}) == len(others) + 1


def test_without_numbers_the_words_in_question_tell_findings_apart() -> None:
    one, other = (
        Finding("NB961", Severity.WARNING, "overview", "重复。", quote) for quote in ("的的", "了了")
    )
    assert one.fingerprint != other.fingerprint


def test_each_rule_stands_on_a_level_and_practice_binds_nobody() -> None:
    levels = {rule.code: rule.level for rule in RULES}
    assert levels["NB601"].binds
    assert levels["NB301"] is Basis.FORM_NOTICE
    assert levels["NB967"] is Basis.STATUTE
    assert levels["NB963"] is Basis.STANDARD
    assert levels["NB921"] is Basis.STATUTE
    assert levels["NB935"] is Basis.PRACTICE
    assert {rule.severity for rule in RULES if rule.level is Basis.PRACTICE} == {Severity.INFO}
    assert [level for level in Basis if level.binds] == [Basis.STATUTE, Basis.FORM_NOTICE]
