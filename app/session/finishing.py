"""The finished document: which it is, what a check finds in it, and keeping it."""

from collections.abc import Sequence

from app.errors import ExportRefusedError
from app.session.open_report import SessionPart, writes
from sections.report.report import Report
from sections.rules.base import Context, Finding, Severity
from store.model import Status


class Finishing(SessionPart):
    """Check the document as finished; finalise it."""

    @property
    def document(self) -> Report:
        """What is exported: a draft as it stands, a finished or imported report as it was kept."""
        opened = self._open
        if opened.record.status is Status.DRAFT:
            return opened.derived.report
        return opened.store.document(opened.id) or opened.derived.report

    def findings(self) -> tuple[Finding, ...]:
        """What a check of the finished document finds; here an unanswered cell is an error."""
        if self._open.record.status is Status.IMPORTED:
            from sections.rules.run import answered, check

            found = check(Context(self.document, self._open.last))
            return tuple(answered(found, self._open.content.finding_answers))
        return self._open.derived.check(drafting=False)

    def refuse_errors(self, as_draft: bool) -> None:
        """Raise ``ExportRefusedError`` while errors are open, unless a draft is meant."""
        refuse_errors(self.findings(), as_draft)

    @writes
    def finalise(self) -> None:
        """Mark the report as finished and keep it whole: it is what next year is compared with."""
        opened = self._open
        opened.store.put_document(opened.id, opened.derived.report)
        opened.store.set_status(opened.id, Status.FINAL)
        opened.record = opened.store.report(opened.id)
        opened.touch()


def refuse_errors(findings: Sequence[Finding], as_draft: bool) -> None:
    """Raise ``ExportRefusedError`` when there are errors among ``findings``, unless a draft is meant."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and not as_draft:
        raise ExportRefusedError(
            f"还有{len(errors)}处错误没有改正，不能导出定稿：{errors[0].message}",
            "请先改正；核对无误的，在检查结果里按 A 写明理由；也可以导出带“草稿”标记的文件。",
        )
