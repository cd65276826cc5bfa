"""Findings and their places, fixes, export, finalising."""

from pathlib import Path

from app.errors import ExportRefusedError
from app.session.state import belongs, writes
from app.session.tables import Tables
from app.session.texts import Texts
from app.views import (
    Exported,
    Outcome,
    Place,
)
from sections.findings import Finding, Fix, Severity, check
from sections.form import TABLES
from sections.report import PARAGRAPHS
from store.model import Status


class Leaving(Tables, Texts):
    """Check, mend, export and finish."""

    def place_of(self, finding: Finding) -> Place:
        """Where a finding can be mended."""
        where = finding.where
        one = next((one for one in self._asked if where in {*one.fields, one.id}), None)
        section = where.split(".")[0]
        if section in TABLES and where in TABLES[section].fields:
            return Place("cell", question=one.id if one else "", field=where)
        if where in PARAGRAPHS:
            return Place("text", question=self._first_question(where), key=where)
        return Place("question", question=one.id if one else self._first_question(where))

    def _first_question(self, where: str) -> str:
        for key in (where, where.split(".", maxsplit=1)[0]):
            found = next((one.id for one in self._asked if belongs(one, key)), "")
            if found:
                return found
        return self._asked[0].id

    @writes
    def apply(self, fix: Fix) -> Outcome:
        """Do what a rule offers as safe: set a cell, or replace words in a paragraph."""
        if fix.value is not None:
            return self.set_cells({fix.where: str(fix.value)})
        text = self._paragraph_texts().get(fix.where, "")
        if fix.old not in text:
            return Outcome(False, "文字已经改变，请重新检查。")
        return self.edit(fix.where, text.replace(fix.old, fix.new, 1))

    def final_findings(self) -> tuple[Finding, ...]:
        """What a check of the finished document finds; here an unanswered cell is an error."""
        return tuple(check(self._context(drafting=False)))

    def suggested_name(self) -> str:
        """A file name for the document."""
        return f"{self.unit}{self.year}年政府信息公开工作年度报告.docx"

    def export(self, path: Path, kind: str = "docx", as_draft: bool = False, layout: str = "") -> Exported:
        """Write the document; ``layout`` names its layout (see ``load_layout``). ``ExportRefusedError`` while
        errors are open, unless a draft is asked for."""
        from app.documents.files import save
        from app.documents.write import write

        findings = self.final_findings()
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if errors and not as_draft:
            raise ExportRefusedError(
                f"还有{len(errors)}处错误没有改正，不能导出定稿：{errors[0].message}",
                "请先改正，或者导出带“草稿”标记的文件。",
            )
        data = write(self.report, kind, draft=as_draft, layout=layout)
        save(path, data)
        return Exported(path, len(data), as_draft, findings)

    @writes
    def finalise(self) -> None:
        """Mark the report as finished and keep it whole: it is what next year is compared with."""
        self._store.put_document(self.id, self.report)
        self._store.set_status(self.id, Status.FINAL)
        self._stored = self._store.report(self.id)
        self._touch()
