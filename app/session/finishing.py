"""The finished document: which it is, what a check finds in it, and keeping it."""

from collections.abc import Sequence
from typing import Final

from app.errors import ExportRefusedError, ReadOnlyError, SessionError
from app.session.office import usable_office_rules
from app.session.open_report import OpenReport, SessionPart, writes
from sections.form.elements import Source
from sections.report.report import Report
from sections.rules.base import Context, Finding, Severity
from store.journal import JOURNALED
from store.model import Origin, Status, Version

CHANGED_BY_CLERK: Final = frozenset(JOURNALED)
_AS_IT_WAS: Final = "与重新打开以前的年报一致"


class Finishing(SessionPart):
    """Check the document as finished; finalise it."""

    @property
    def document(self) -> Report:
        """What is exported: a draft as it stands, a finalised or imported report as it was kept."""
        opened = self._open
        kept = opened.store.document(opened.id) if opened.closed else None
        return kept or opened.derived.report

    def findings(self) -> tuple[Finding, ...]:
        """What a check of the finished document finds; here an unanswered cell is an error."""
        if self._open.record.status is Status.IMPORTED:
            from sections.rules.run import answered, check

            found = check(
                Context(
                    self.document,
                    self._open.last,
                    earlier=self._open.derived.earlier,
                    office=usable_office_rules(),
                )
            )
            return tuple(answered(found, self._open.content.finding_answers))
        return self._open.derived.check(drafting=False)

    def refuse_errors(self, as_draft: bool) -> None:
        """Raise ``ExportRefusedError`` while errors are open, unless a draft is meant."""
        refuse_errors(self.findings(), as_draft)

    @writes
    def finalise(self) -> None:
        """Mark the report as finished and keep it whole: it is what next year is compared with. It is closed
        from now on; each final version stays."""
        opened = self._open
        with opened.store.transaction():
            opened.store.put_document(opened.id, opened.derived.report)
            opened.store.keep_version(opened.id, opened.derived.report)
            opened.store.set_status(opened.id, Status.FINAL)
        opened.reload()

    def reopen(self) -> None:
        """Make a finalised or imported report a draft that says what it says; the version it was is kept.

        Raises ``ReadOnlyError`` while another window holds it, ``SessionError`` for a report in a form that
        is not written any more."""
        opened = self._open
        if opened.readonly:
            raise ReadOnlyError(opened.store.read_only)
        document = self.document
        if document.form_id != opened.derived.bare.form_id:
            raise SessionError("这份年报用的是以前的格式，只能查看和对照，不能重新打开修改。")
        changed_since = opened.record.status is Status.FINAL and self._was_changed_since()
        with opened.store.transaction():
            opened.store.keep_version(opened.id, document)
            opened.store.set_status(opened.id, Status.DRAFT)
            opened.reload()
            if not changed_since:
                self._take_up(document)
        opened.reload()
        opened.move_on()

    @property
    def before_reopening(self) -> Status | None:
        """What the report was before it was reopened; None where it was not, or is closed again."""
        opened = self._open
        if opened.record.status is not Status.DRAFT:
            return None
        changes = [entry for entry in opened.store.journal(opened.id) if entry.what == "status"]
        before = (changes[-1].before or {}).get("status") if changes else None
        return Status(before) if before else None

    @writes
    def put_back(self) -> Status:
        """Close a reopened report again as what it was, with the document that was kept then; what was
        changed since is kept as a version. Raises ``SessionError`` where it was not reopened."""
        opened, before = self._open, self.before_reopening
        if before is None:
            raise SessionError("这份年报没有重新打开过，没有可以恢复的一版。")
        with opened.store.transaction():
            if self._was_changed_since():
                opened.store.keep_version(opened.id, opened.derived.report)
            opened.store.set_status(opened.id, before)
        opened.reload()
        return before

    @property
    def is_just_reopened(self) -> bool:
        """Whether nothing was changed since the report was reopened."""
        return self.before_reopening is not None and not self._was_changed_since()

    def _was_changed_since(self) -> bool:
        """Whether something was changed after the status, as versions before allowed in a final report."""
        entries = self._open.store.journal(self._open.id)
        final = max((entry.group for entry in entries if entry.what == "status"), default=0)
        return any(entry.group > final and entry.what in CHANGED_BY_CLERK for entry in entries)

    def _take_up(self, document: Report) -> None:
        """Whatever the answers make otherwise today is made to say what the document says."""
        store, derived = self._open.store, self._open.derived
        for path, cell in derived.cells.items():
            number = document.number(path)
            if number is None or number == cell.value or cell.source is Source.COMPUTED:
                continue
            reason = "" if cell.source is Source.TYPED else _AS_IT_WAS
            store.put(self._open.id, {path: number}, Origin.IMPORTED, reason)
        for key, text in document.paragraphs.items():
            if key in derived.report.form.paragraphs and text != derived.report.paragraphs.get(key):
                draft = derived.drafts.get(key)
                store.put_text(self._open.id, key, text, draft.text if draft else text)
        self._keep_wordings(document)
        for key, draft in derived.drafts.items():
            if draft.text and not document.paragraphs.get(key):
                store.put_text(self._open.id, key, "", draft.text)

    def _keep_wordings(self, document: Report) -> None:
        """Sentences that the templates still make as they stand in the document keep their wording, whatever
        becomes of the organ's name or of the years before."""
        opened = self._open
        for key, draft in opened.derived.drafts.items():
            if draft.text == document.paragraphs.get(key):
                for sentence in draft.sentences:
                    if sentence.wordings > 1 and sentence.id not in opened.content.wordings:
                        opened.store.put_wording(opened.id, sentence.id, sentence.wording)

    def versions(self) -> list[Version]:
        """The final versions that were kept, oldest first."""
        return self._open.store.versions(self._open.id)

    def differences(self, number: int, other: int | None = None) -> tuple[str, ...]:
        """What another final version, or the report now, says otherwise than the version ``number``.

        Raises ``SessionError`` where there is no such version."""
        from app.session.differences import in_words

        before = self.version(number)
        return in_words(before, self.document if other is None else self.version(other))

    def version(self, number: int) -> Report:
        """A final version. Raises ``SessionError`` where there is none of that number."""
        found = self._open.store.version(self._open.id, number)
        if found is None:
            raise SessionError(f"没有第{number}次定稿的版本。", "请用 nianbao versions 查看有哪些版本。")
        return found


class EarlierVersion(Finishing):
    """A final version in the place of the report: to be looked at and exported as it was."""

    def __init__(self, opened: OpenReport, report: Report) -> None:
        super().__init__(opened)
        self._report = report

    @property
    def document(self) -> Report:
        """The version."""
        return self._report

    def findings(self) -> tuple[Finding, ...]:
        """What a check finds in the version."""
        from sections.rules.run import answered, check

        found = check(
            Context(
                self._report,
                self._open.last,
                earlier=self._open.derived.earlier,
                office=usable_office_rules(),
            )
        )
        return tuple(answered(found, self._open.content.finding_answers))


def refuse_errors(findings: Sequence[Finding], as_draft: bool) -> None:
    """Raise ``ExportRefusedError`` when there are errors among ``findings``, unless a draft is meant."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and not as_draft:
        raise ExportRefusedError(
            f"还有{len(errors)}处错误没有改正，不能导出定稿：{errors[0].message}",
            "请先改正；核对无误的，在检查结果里按 W 写明理由；也可以导出带“草稿”标记的文件。",
        )
