"""One report being written: what both front ends call. Prompts and store meet in this folder alone.

Every change is saved before the call returns; then the report is assembled, drafted and checked anew, so
that what a front end shows is always what is stored.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import copy
from datetime import datetime
from typing import Self

from app.errors import ClosedError
from app.session.conversation import Conversation
from app.session.corrections import Corrections
from app.session.exporting import Exporting
from app.session.finishing import EarlierVersion, Finishing
from app.session.homecoming import Homecoming
from app.session.last_year import LastYear
from app.session.narrative import Narrative
from app.session.open_report import OpenReport
from app.session.past import Past
from app.session.sentences import Sentences
from app.session.tables import Tables
from app.session.unchanged import Unchanged
from sections.report.report import Report
from sections.rules.base import Finding
from store.database import Store
from store.model import ReportRecord, Status


class Session:
    """One report, open, and the parts that do something with it. Use as a context manager, or ``close`` it.

    Every part raises ``ReadOnlyError`` where it would write and another window holds the report."""

    def __init__(
        self,
        store: Store,
        record: ReportRecord,
        past: Past,
        now: Callable[[], datetime],
    ) -> None:
        self._open = opened = OpenReport(store, record, past, now)
        self.conversation = Conversation(opened)
        self.unchanged = Unchanged(opened)
        self.tables = Tables(opened)
        self.narrative = Narrative(opened)
        self.sentences = Sentences(opened)
        self.corrections = Corrections(opened, self.tables, self.narrative)
        self.finishing = Finishing(opened)
        self.exporting = Exporting(opened, self.finishing)
        self.homecoming = Homecoming(opened, self.conversation, self.tables, self.narrative, self.finishing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let another window write."""
        self._open.close()

    def all_or_nothing(self) -> AbstractContextManager[None]:
        """What is changed within is saved together, or not at all; one undo takes it back."""
        return self._open.store.transaction()

    def at_version(self, number: int) -> Self:
        """This session with a final version as its finished document, to be exported as it was.

        Raises ``SessionError`` where there is none of that number."""
        shown = copy(self)
        shown.finishing = EarlierVersion(self._open, self.finishing.version(number))
        shown.exporting = Exporting(self._open, shown.finishing)
        shown.exporting.earlier = self.exporting.earlier
        return shown

    @property
    def id(self) -> int:
        """Of the report, in the store."""
        return self._open.id

    @property
    def organ(self) -> str:
        """The organ's full name."""
        return self.report.unit

    @property
    def year(self) -> int:
        """The year reported on."""
        return self._open.record.year

    @property
    def status(self) -> Status:
        """How far the report is."""
        return self._open.record.status

    @property
    def readonly(self) -> bool:
        """Whether nothing can be changed: another window holds the report, or it is closed."""
        return self._open.readonly or self._open.closed

    @property
    def closed(self) -> bool:
        """Whether the report is finalised or imported, and has to be reopened before it is changed."""
        return self._open.closed

    @property
    def damage(self) -> tuple[str, ...]:
        """What of the report is damaged, in sentences; the rest is shown."""
        return self._open.damage

    @property
    def why_readonly(self) -> str:
        """In a sentence why nothing can be changed here."""
        if reason := self._open.store.read_only:
            return f"{reason}现在只能查看，不能修改。"
        if self._open.closed:
            return str(ClosedError(self.status.label))
        return "这份年报正在另一个窗口中填写，这里只能查看，不能修改。关闭那个窗口后重新打开即可填写。"

    @property
    def saved(self) -> datetime:
        """When something was saved last, local time."""
        return self._open.saved

    @property
    def report(self) -> Report:
        """The report as its answers make it now."""
        return self._open.derived.report

    @property
    def last(self) -> Report | None:
        """Last year's report of the organ."""
        return self._open.last

    @property
    def last_year(self) -> LastYear:
        """The same, with whose it is and what is to be said of it."""
        return self._open.last_year

    @property
    def compared(self) -> str:
        """In a sentence what the report is compared with, where it is not simply its organ's of last year."""
        return self._open.compared

    @property
    def not_carried(self) -> str:
        """In a sentence which numbers cannot follow from last year's report and are asked."""
        return self._open.not_carried

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find in the draft."""
        return self._open.derived.findings

    @property
    def template_problems(self) -> tuple[str, ...]:
        """What is wrong with the clerk's own templates, a sentence each, and with the office's own rules."""
        from app.session.office import problem_of_office_rules

        problem = problem_of_office_rules()
        return (*self._open.drafter.problems, *([problem] if problem else []))


__all__ = ["Session"]
