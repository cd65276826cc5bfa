"""What the store hands out: plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sections.report.values import Value


class Status(StrEnum):
    """How far a report is: the code that is stored."""

    DRAFT = "draft"
    FINAL = "final"
    IMPORTED = "imported"

    @property
    def label(self) -> str:
        """The status in the clerk's words."""
        return {"draft": "草稿", "final": "已定稿", "imported": "已导入"}[self.value]

    @property
    def is_imported(self) -> bool:
        """Whether the report was read from a file."""
        return self is Status.IMPORTED

    @classmethod
    def _missing_(cls, value: object) -> "Status | None":
        """A window of 0.1 that is still open while the store is brought up to date writes the label."""
        return next((status for status in cls if status.label == value), None)


DISCLOSURE: Final = "disclosure"
"""The kind of report that is 政府信息公开工作年度报告. An organ has one report a year of each kind."""


class Origin(StrEnum):
    """Where an answer comes from."""

    TYPED = "typed"
    CARRIED = "carried"
    COMPUTED = "computed"
    IMPORTED = "imported"
    COLLECTED = "collected"
    """From a colleague's collection sheet; ``StoredAnswer.by`` says whose."""

    @property
    def label(self) -> str:
        """The origin in the clerk's words."""
        return {
            "typed": "填写",
            "carried": "沿用上年",
            "computed": "自动计算",
            "imported": "导入",
            "collected": "同事填报",
        }[self.value]


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report in the list: its organ, year and kind are its own alone. Times are local; ``saved`` is the
    last change, half-typed text included."""

    id: int
    unit: str
    year: int
    status: Status
    created: datetime
    saved: datetime
    kind: str = DISCLOSURE


class Change(StrEnum):
    """How an organ came from another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"

    @property
    def label(self) -> str:
        """The change in the clerk's words."""
        return {"renamed": "更名", "merged": "合并", "split": "分立"}[self.value]


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An organ that another came from; ``year`` is the year of the first report of the later one."""

    name: str
    year: int
    change: Change


@dataclass(frozen=True, slots=True)
class OrganRecord:
    """An organ by the name it bore last; ``names`` are all its names with the years of the reports that bear
    them, ``parent`` the organ it belongs to."""

    name: str
    kind: str
    parent: str
    names: Mapping[str, tuple[int, ...]]
    predecessors: tuple[Predecessor, ...] = ()


@dataclass(frozen=True, slots=True)
class Preceding:
    """What a report follows: last year's of the organ, or of what it came from; how, where it changed.

    Reports of which a part came to the organ, beside others that it follows whole, are left ``aside``."""

    records: tuple[ReportRecord, ...] = ()
    change: Change | None = None
    aside: tuple[ReportRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A final version of a report: its number, from 1, and when it was finalised."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DeletedReport:
    """A report that was deleted and can be brought back."""

    id: int
    unit: str
    year: int
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer: where it comes from, when it was given (local time), why a carried cell differs; ``by`` is
    the colleague who gave it, or the name of the file it was imported from."""

    value: Value
    origin: Origin
    at: datetime
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class FindingAnswer:
    """Why a finding of the check stands as it is, and when that was said (local time)."""

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edited:
    """A paragraph as a person wrote it, and the drafted text it was edited from."""

    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a sentence of the narrative, and the text typed in its place, if any."""

    choice: str
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where the clerk stands: the screen, the question, the cell of a table, the paragraph, and the text
    that is half typed there with the place of the caret in it; ``left`` is what was left half typed at other
    questions, by their ids."""

    screen: str = "interview"
    question: str = ""
    cell: str = ""
    key: str = ""
    typed: str = ""
    caret: int = 0
    left: Mapping[str, tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal. ``what`` is the kind of thing (``answers``, ``texts``, ``skipped``,
    ``wordings``, or something about the report itself), ``key`` which one, ``before`` and ``after`` its
    columns (None: was not there). Entries of one ``group`` are taken back together; ``undoes`` is the group
    that an undo took back."""

    id: int
    group: int
    at: datetime
    what: str
    key: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    undoes: int | None = None
