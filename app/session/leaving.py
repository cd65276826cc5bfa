"""Findings and their places, fixes, export, finalising."""

import dataclasses
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ExportRefusedError, FileThereError
from app.session.state import belongs, writes
from app.session.tables import Tables
from app.session.texts import Texts
from app.session.views import (
    Exported,
    Outcome,
    Place,
)
from sections.errors import NianbaoError
from sections.report.report import Report
from sections.rules.base import Context, Finding, Fix, Severity
from sections.rules.run import check
from store.model import Status

if TYPE_CHECKING:
    from app.documents.write.kinds import Edition, Kind


class Leaving(Tables, Texts):
    """Check, mend, export and finish."""

    def place_of(self, finding: Finding) -> Place:
        """Where a finding can be mended."""
        where = finding.where
        one = next((one for one in self._asked if where in {*one.fields, one.id}), None)
        if where in self.report.form.places:
            return Place("cell", question=one.id if one else "", field=where)
        if where in self.report.form.paragraphs:
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
        text = self._paragraph_texts(self.report.form).get(fix.where, "")
        if fix.old not in text:
            return Outcome(False, "文字已经改变，请重新检查。")
        return self.edit(fix.where, text.replace(fix.old, fix.new, 1))

    @property
    def document(self) -> Report:
        """What is exported: a draft as it stands, a finished or imported report as it was kept."""
        return self.report if self.status is Status.DRAFT else self._library.report_of(self._stored)

    def final_findings(self) -> tuple[Finding, ...]:
        """What a check of the finished document finds; here an unanswered cell is an error."""
        if self.status is Status.IMPORTED:
            return tuple(check(Context(self.document, self.last)))
        return tuple(check(self._context(drafting=False)))

    def suggested_name(self, kind: str = "docx", as_draft: bool = False) -> str:
        """A file name for the document."""
        from app.documents.write.kinds import KINDS

        return KINDS[kind].file_name(self.document, as_draft)

    def export(
        self, path: Path, kind: str = "docx", as_draft: bool = False, layout: str = "", replace: bool = False
    ) -> Exported:
        """Write the document; ``layout`` names its layout (see ``load_layout``).

        Raises ``ExportRefusedError`` while errors are open, unless a draft is asked for; the reviewer's
        edition shows them and is never refused. Raises ``FileThereError`` for a file at ``path`` that is not
        as this report was last exported there, unless ``replace``."""
        return self._write(self._edition(as_draft, layout), path, kind, replace)

    def _write(self, edition: "Edition", path: Path, kind: str, replace: bool) -> Exported:
        """One kind of file; a page offers the DOCX only where it lies beside it."""
        from app.documents.atomic_files import save
        from app.documents.write.kinds import write

        if kind != "review":
            _refuse_errors(edition.findings, edition.draft)
        if not replace:
            self._refuse_foreign(path)
        docx = self.suggested_name("docx", edition.draft)
        beside = docx if (path.parent / docx).is_file() else ""
        data = write(dataclasses.replace(edition, beside=beside), kind)
        save(path, data)
        self._note_export(path, data)
        return Exported(path, len(data), edition.draft, tuple(edition.findings))

    def _refuse_foreign(self, path: Path) -> None:
        """Raise ``FileThereError`` for a file that is not as it was exported."""
        from app.documents.atomic_files import digest_of

        if path.is_file():
            known = self._store.exported(self.id, _place(path))
            if not known or digest_of(path) != known:
                raise FileThereError(path, changed=bool(known))

    def _note_export(self, path: Path, data: bytes) -> None:
        """Remember what was written; where that cannot be kept, the next export there asks."""
        from app.documents.atomic_files import digest

        if not self.readonly:
            with suppress(NianbaoError):
                self._store.note_export(self.id, _place(path), digest(data))

    def refuse_errors(self, as_draft: bool) -> None:
        """Raise ``ExportRefusedError`` while errors are open, unless a draft is meant."""
        _refuse_errors(self.final_findings(), as_draft)

    def _edition(self, as_draft: bool, layout: str) -> "Edition":
        from app.documents.write.kinds import Edition

        return Edition(self.document, self.last, self.final_findings(), as_draft, layout)

    def export_all(
        self, folder: Path, as_draft: bool = False, layout: str = "", replace: bool = False
    ) -> "Iterator[tuple[Kind, Exported | NianbaoError]]":
        """Write every kind into ``folder``, one after another; what cannot be written does not stop the rest.

        A file that is there is only written over with ``replace``."""
        from app.documents.write.kinds import KINDS

        edition = self._edition(as_draft, layout)
        for kind in KINDS.values():
            path = folder / kind.file_name(edition.report, as_draft)
            try:
                if path.exists() and not replace:
                    raise FileThereError(Path(path.name))
                yield kind, self._write(edition, path, kind.name, replace=True)
            except NianbaoError as error:
                yield kind, error

    @writes
    def finalise(self) -> None:
        """Mark the report as finished and keep it whole: it is what next year is compared with."""
        self._store.put_document(self.id, self.report)
        self._store.set_status(self.id, Status.FINAL)
        self._stored = self._store.report(self.id)
        self._touch()


def _place(path: Path) -> str:
    """A path as it is remembered; bytes of its name that are no text are spelled out."""
    return os.fsencode(path.absolute()).decode(errors="backslashreplace")


def _refuse_errors(findings: "Sequence[Finding]", as_draft: bool) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and not as_draft:
        raise ExportRefusedError(
            f"还有{len(errors)}处错误没有改正，不能导出定稿：{errors[0].message}",
            "请先改正，或者导出带“草稿”标记的文件。",
        )
