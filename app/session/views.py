"""What a session shows its front ends: plain frozen data, ready to be displayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sections.form.elements import Source
from sections.form.model import Table
from sections.report.values import Kind
from store.model import DeletedReport, OrganRecord, Position, Status, Version

__all__ = [
    "CellView",
    "Choice",
    "DeletedReport",
    "Exported",
    "FindingLocation",
    "Imported",
    "Known",
    "OrganRecord",
    "Outcome",
    "OutlineEntry",
    "Paragraph",
    "Position",
    "QuestionView",
    "ReportSummary",
    "Status",
    "TableView",
    "Version",
]  # fmt: skip

if TYPE_CHECKING:
    from app.documents.read.source_text import Page
    from prompts.narrative.sentence import Sentence
    from sections.report.cells import Number
    from sections.report.report import Report
    from sections.rules.base import Finding, Severity


@dataclass(frozen=True, slots=True)
class BoundPlace:
    """A place ``[start:end]`` of a sentence that follows the answers: what it is bound to, and its words."""

    path: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """Why a sentence of last year's is not taken over unseen: a code, and the same in words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of the narrative with where its words come from (template, own, typed).

    ``stands`` is whether the draft has it; ``last`` is how it stood in last year's report."""

    id: str
    paragraph: str
    text: str
    origin: str
    stands: bool
    places: tuple[BoundPlace, ...] = ()
    marks: tuple[SentenceMark, ...] = ()
    last: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One report in the list: how far it is, what was found, when it was saved, and until when it is due:
    ``deadline`` is the day the law names (「1月31日」), ``days_left`` None when that is past."""

    id: int
    unit: str
    year: int
    status: Status
    saved: datetime | None
    done: int
    total: int
    errors: int
    warnings: int
    deadline: str
    days_left: int | None

    @property
    def is_imported(self) -> bool:
        """Whether it was read from a file, to compare the next year with."""
        return self.status is Status.IMPORTED


@dataclass(frozen=True, slots=True)
class Imported:
    """A report read from a file, before it is taken over; ``page`` is the text of the file."""

    path: Path
    report: Report
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The report of an organ and a year that is kept already when another is imported: what the new one says
    otherwise, a text a difference, and whether numbers of the tables are among it."""

    id: int
    unit: str
    year: int
    status: Status
    differences: tuple[str, ...] = ()
    other_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as shown: what is stored, and a word of explanation."""

    value: str
    hint: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with everything that is shown beside it.

    ``answer`` is the answer as displayed, ``typed_back`` as it would be typed; ``last`` is last year's value
    as displayed; ``default`` what an empty Enter accepts, ``guessed`` whether it is a guess
    by the organ's name; ``nothing`` is what one says of a table with nothing to fill in."""

    id: str
    text: str
    help: str
    source: str
    unit: str
    examples: tuple[str, ...]
    choices: tuple[Choice, ...]
    kind: Kind
    required: bool
    answer: str
    typed_back: str
    origin: str
    last: str
    default: str
    skipped: bool
    guessed: bool = False
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class UnchangedDetail:
    """A question that last year's answer may answer again: its id, what it is about, and that answer; or one
    that was skipped last year, or of which last year's report says nothing (``unwritten``)."""

    question: str
    label: str
    value: str
    skipped: bool = False
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer: its id, its words, who has the answer, whether it must be answered."""

    question: str
    text: str
    source: str
    required: bool


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline; ``first`` is the id of its first question, empty when it has none."""

    key: str
    label: str
    level: int
    state: Literal["done", "here", "open", "skipped", "none"]
    severity: Severity | None
    first: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change: whether it was taken, one sentence about it, and the fields it changed.

    ``doubted`` is a change that is taken when it is asked for once more."""

    accepted: bool
    message: str = ""
    changed: tuple[str, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table on the screen; ``reason`` is why a carried cell was overruled."""

    field: str
    value: Number | None
    source: Source
    last: Number | None
    editable: bool
    reason: str
    findings: tuple[Finding, ...]
    is_awaited: bool = False
    """Whether it will be carried as soon as this year's numbers that it needs are there."""
    carried: Number | None = None
    """What follows from last year's report, also where it was overruled."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table on the screen."""

    form: Table
    cells: dict[str, CellView]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the narrative; ``stale`` are (old, new) words that changed under an edited text."""

    key: str
    heading: str
    text: str
    sentences: tuple[Sentence, ...]
    changed: frozenset[str]
    edited: bool
    stale: tuple[tuple[str, str], ...]
    basis: str = ""
    """The draft that an edited text was made from."""


@dataclass(frozen=True, slots=True)
class FindingLocation:
    """Where a finding can be corrected: a question, a cell of a table, or a paragraph."""

    kind: Literal["question", "cell", "text"]
    question: str = ""
    field: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written."""

    path: Path
    size: int
    as_draft: bool
    findings: tuple[Finding, ...]


def by_location(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Findings by where they are: the path of a cell, the key of a paragraph, the id of a question."""
    grouped: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        grouped[finding.where] = (*grouped.get(finding.where, ()), finding)
    return grouped
