"""Where a finding is corrected, and doing what a rule offers as safe."""

from collections.abc import Iterable

from app.session.narrative import Narrative
from app.session.open_report import OpenReport, SessionPart, belongs, writes
from app.session.tables import Tables
from app.session.views import FindingLocation, Outcome
from sections.rules.base import Finding, Fix


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
        if where in form.paragraphs:
            return FindingLocation("text", question=self._first_question(where), key=where)
        return FindingLocation("question", question=question or self._first_question(where))

    def _first_question(self, where: str) -> str:
        asked = self._open.derived.asked
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
