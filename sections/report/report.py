"""The report as a whole: stored, drafted, checked, exported, imported; schema ``nianbao/report/1``."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_serializer, field_validator

from sections.base import Section
from sections.disputes import Disputes
from sections.facts import from_json
from sections.form import (
    APPLICANTS,
    DISPUTE_GROUPS,
    DISPUTE_OUTCOMES,
    DOCUMENT_NAME,
    REQUEST_ROWS,
    RESULT_ROWS,
)
from sections.other import Other
from sections.overview import Overview
from sections.proactive import Proactive
from sections.problems import Problems
from sections.report.values import Value, to_json
from sections.requests import Requests

SCHEMA: Final = "nianbao/report/1"
Number = int | Decimal


class Profile(Section):
    """The organ that publishes the report. Article 12 of the 条例 wants its contact published."""

    name: str = ""
    short_name: str = ""
    kind: str = ""
    level: str = ""
    parent: str = ""
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""
    new_media: tuple[str, ...] = ()


class Period(Section):
    """The days the numbers cover, both included."""

    start: dt.date
    end: dt.date


class Signature(Section):
    """The optional 落款: organ and date."""

    organ: str
    date: dt.date | None = None


class Figure(Section):
    """A number of the narrative that the questions ask for, with the words it stands in.

    ``last_year`` is what the same words say of the year before (「较去年新增8项」 beside 15 gives 7)."""

    id: str
    value: int | float | str
    quote: str = ""
    unit: str = ""
    name: str = ""
    """Of a local item: what it is called."""
    last_year: int | None = None


class Unread(Section):
    """A place of a source that could not be read for certain, with its raw text."""

    where: str
    raw: str
    reason: str = ""


class Remark(Section):
    """How a source deviates from the form at a place whose number is certain all the same.

    ``label``: a misspelt label; ``short_label``: one cut short; ``blank``: a cell left blank, read as 0;
    ``merged``: （六）其他处理 as one row."""

    kind: Literal["label", "short_label", "blank", "merged"]
    where: str
    printed: str = ""
    right: str = ""
    """The label of the form."""


class Report(BaseModel):
    """One organ's report of one year. Frozen; a change makes a new one."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    schema_: Literal["nianbao/report/1"] = Field(default=SCHEMA, alias="schema")
    unit: str = ""
    year: int = Field(default=0, ge=0, le=9999)
    form: Literal["2021", "2019"] = "2021"
    title: str = ""
    """As printed, its lines joined by a line feed; empty for the standard title."""
    headings: dict[str, str] = Field(default_factory=dict)
    """Section name -> heading as printed in a source; empty for a draft, whose headings are the form's."""
    profile: Profile = Field(default_factory=Profile)
    period: Period | None = None
    opening: str = ""
    overview: Overview = Field(default_factory=Overview)
    proactive: Proactive = Field(default_factory=Proactive)
    requests: Requests = Field(default_factory=Requests)
    disputes: Disputes = Field(default_factory=Disputes)
    problems: Problems = Field(default_factory=Problems)
    other: Other = Field(default_factory=Other)
    signature: Signature | None = None
    facts: dict[str, Any] = Field(default_factory=dict)
    """Fact id -> ``values.Value``; in JSON as ``values.to_json`` writes it."""
    paragraphs: dict[str, str] = Field(default_factory=dict)
    """Paragraph key (``overview.lead``, ``problems.found``…) -> text, see ``PARAGRAPHS``."""
    overruled: dict[str, str] = Field(default_factory=dict)
    """Carried cell -> why the clerk overruled what follows from last year."""
    figures: tuple[Figure, ...] = ()
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Of an imported report only."""
    notes: tuple[str, ...] = ()

    @field_validator("facts", mode="before")
    @classmethod
    def _facts_in(cls, raw: Mapping[str, Any]) -> dict[str, Value]:
        return {key: from_json(key, to_json(value)) for key, value in dict(raw).items()}

    @field_serializer("facts")
    def _facts_out(self, facts: dict[str, Value]) -> dict[str, Any]:
        return {key: to_json(value) for key, value in facts.items()}

    @property
    def title_lines(self) -> tuple[str, str]:
        """The organ, and the year with the name of the document."""
        first, _, second = self.title.partition("\n")
        return (first or self.unit, second or f"{self.year}年{DOCUMENT_NAME}")

    def number(self, field: str) -> Number | None:
        """The number at ``field``; None where it is unanswered or unreadable. Raises ``AttributeError``."""
        value: Any = self
        for name in field.split("."):
            value = getattr(value, name)
        return value  # type: ignore[no-any-return]

    def total(self, fields: Iterable[str]) -> Number:
        """The sum of ``fields``, what is unanswered counting nothing."""
        return sum((self.number(field) or 0 for field in fields), 0)

    def fact(self, fact: str) -> Value | None:
        """The value of a fact, or None."""
        return self.facts.get(fact)

    @property
    def unreadable(self) -> frozenset[str]:
        """The fields that could not be read."""
        return frozenset(place.where for place in self.unread)

    @classmethod
    def from_cells(cls, cells: Mapping[str, Number | None], **rest: Any) -> Self:
        """A report whose tables hold ``cells`` (field -> number) and everything else from ``rest``."""
        tree: dict[str, Any] = {"proactive": {}, "requests": {}, "disputes": {}}
        for field, value in cells.items():
            section, row, *column = field.split(".")
            if column:
                tree[section].setdefault(row, {})[column[0]] = value
            else:
                tree[section][row] = value
        return cls(**tree, **rest)

    def to_json(self) -> dict[str, Any]:
        """The JSON form that other programs may rely on."""
        return self.model_dump(mode="json", by_alias=True)


PARAGRAPHS: Final = (
    "opening",
    "overview.lead",
    "overview.proactive",
    "overview.requests",
    "overview.management",
    "overview.platform",
    "overview.supervision",
    "problems.improved",
    "problems.found",
    "problems.measures",
    "other.fees",
    "other.matters",
)
"""Every paragraph key, in the order of the document."""


def computed_cells(cells: Mapping[str, Number | None]) -> dict[str, Number | None]:
    """The totals that follow from ``cells``: row totals, （七）总计 by column, the totals of part four (件).

    A total of nothing but unanswered cells is None."""
    known = dict(cells)

    def add(target: str, parts: Iterable[str]) -> None:
        values = [known[part] for part in parts if known.get(part) is not None]
        known[target] = sum(values, 0) if values else None  # type: ignore[arg-type]

    for name in APPLICANTS:
        add(f"requests.total.{name}", [f"requests.{row}.{name}" for row in RESULT_ROWS])
    for row in REQUEST_ROWS:
        add(f"requests.{row.name}.total", [f"requests.{row.name}.{name}" for name in APPLICANTS])
    for group in DISPUTE_GROUPS:
        add(f"disputes.{group.name}.total", [f"disputes.{group.name}.{name}" for name in DISPUTE_OUTCOMES])
    return {field: value for field, value in known.items() if field not in cells or value != cells[field]}


def carried_cells(last: Report | None, cells: Mapping[str, Number | None]) -> dict[str, Number]:
    """What follows from last year's report: 上年结转 by column, and 现行有效 = last year's + 制发 − 废止.

    Only what last year's report says for certain; ``cells`` holds this year's 制发 and 废止."""
    if last is None:
        return {}
    carried: dict[str, Number] = {}
    for name in APPLICANTS:
        left = last.number(f"requests.carried_out.{name}")
        if left is not None:
            carried[f"requests.carried_in.{name}"] = left
    for row in ("regulations", "normative_documents"):
        before = last.number(f"proactive.{row}.in_force")
        issued, repealed = (cells.get(f"proactive.{row}.{name}") for name in ("issued", "repealed"))
        if before is not None and issued is not None and repealed is not None:
            carried[f"proactive.{row}.in_force"] = before + issued - repealed
    return carried
