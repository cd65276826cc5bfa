"""Where a finding is corrected, and doing what a rule offers as safe."""

from collections.abc import Iterable
from typing import Final

from app.session.narrative import Narrative
from app.session.open_report import OpenReport, SessionPart, belongs, writes
from app.session.tables import Tables
from app.session.views import FindingLocation, Outcome
from prompts.reading import told
from sections.language.numerals import normalise
from sections.report.values import Kind
from sections.rules.base import Finding, Fix

_WRITTEN: Final = frozenset({Kind.TEXT, Kind.PARAGRAPH, Kind.LIST, Kind.DATE})
"""Kinds whose answers stand in the report in the clerk's own words."""
_ASKED_IN: Final = {"opening": "profile", "title": "profile"}
"""Where a finding is -> the part of the interview that asks for the words there."""


class Corrections(SessionPart):
    """Find the place of a finding; apply a fix."""

    def __init__(self, opened: OpenReport, tables: Tables, narrative: Narrative) -> None:
        super().__init__(opened)
        self._tables, self._narrative = tables, narrative

    def location_of(self, finding: Finding) -> FindingLocation:
        """Where a finding can be corrected."""
        where, form = finding.where, self._open.derived.report.form
        asked = self._open.derived.asked
        question = next((asking.id for asking in asked if where in {*asking.fields, asking.id}), "")
        if where in form.places:
            return FindingLocation("cell", question=question, field=where)
        if where not in self._open.content.texts and (answered := self._answered_with(finding)):
            return FindingLocation("question", question=answered)
        if where in form.paragraphs:
            return FindingLocation("text", question=self._first_question(where), key=where)
        return FindingLocation("question", question=question or self._first_question(where))

    def _answered_with(self, finding: Finding) -> str:
        """The id of the question whose answer has the words in question; "" where they are the program's."""
        answers, part = self._open.content.answers, _ASKED_IN.get(finding.where, finding.where)
        for asking in self._open.derived.asked:
            answer = answers.get(asking.fields[0])
            if (
                len(finding.quote) > 1
                and answer is not None
                and asking.question.kind in _WRITTEN
                and (belongs(asking, part) or asking.id.startswith(f"{part}."))
                and normalise(finding.quote) in normalise(told(answer.value))
            ):
                return asking.id
        return ""

    def _first_question(self, where: str) -> str:
        asked = self._open.derived.asked
        if named := [asking.id for asking in asked if asking.id.startswith(f"{where}.")]:
            return named[-1] if where == "signature" else named[0]
        for key in (where, where.split(".", maxsplit=1)[0]):
            first = next((question.id for question in asked if belongs(question, key)), "")
            if first:
                return first
        return asked[0].id

    @writes
    def answer(self, finding: Finding, reason: str) -> Outcome:
        """Keep why a finding stands as it is (核对无误); with no reason the answer is taken back."""
        if finding.compulsory:
            return Outcome(False, "这一处违反表格自身的勾稽关系，必须改正，不能以核对无误通过。")
        reason = " ".join(reason.split())
        if reason:
            self._open.store.answer_finding(self._open.id, finding.fingerprint, reason)
        else:
            self._open.store.withdraw_finding_answer(self._open.id, finding.fingerprint)
        self._open.reload()
        return Outcome(True, "已记为核对无误。" if reason else "已取消核对无误。")

    def with_answers(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings that were made elsewhere (by a proofreader), with the answers given to them."""
        from sections.rules.run import answered

        return tuple(answered(findings, self._open.derived.content.finding_answers))

    @writes
    def apply(self, fix: Fix) -> Outcome:
        """Do what a rule offers as safe: set a cell, replace words in a paragraph, or put a sentence in."""
        if fix.adds:
            return self._narrative.add_unsaid(fix.adds)
        if fix.value is not None:
            return self._tables.set_cells({fix.where: str(fix.value)})
        text = self._open.derived.report.paragraphs.get(fix.where, "")
        if fix.old not in text:
            return Outcome(False, "文字已经改变，请重新检查。")
        return self._narrative.edit(fix.where, text.replace(fix.old, fix.new, 1))
