"""Results as data that others may rely on: a list of ``nianbao/check/1``, for one file as for many."""

from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from app.checking.last_year import Source
from app.checking.place_names import place_name
from app.checking.results import Checked
from sections.rules.base import Finding, Severity

SCHEMA: Final = "nianbao/check/1"


class _Object(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class FixData(_Object):
    """A safe fix: set cell ``where`` to ``value``, replace ``old`` by ``new`` in paragraph ``where``, or,
    of a draft, say the answer ``adds`` there."""

    label: str
    where: str
    value: int | None
    old: str
    new: str
    adds: str = ""


class FindingData(_Object):
    """A finding. ``where`` is a cell's path, a paragraph's key or a section, ``place`` the same in words;
    ``fingerprint`` stays as long as rule, place and numbers do. ``compulsory``: it must be mended;
    ``answer``: why it stands as it is, where that was answered."""

    code: str = Field(pattern=r"^NB\d{3}$")
    severity: Severity
    section: str
    where: str
    place: str
    message: str
    quote: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    compulsory: bool
    answer: str
    fix: FixData | None


class LastYearData(_Object):
    """The report that was compared with; ``file`` is null for one that nianbao keeps."""

    unit: str
    year: int
    source: Source
    file: str | None


class FileData(_Object):
    """The result of one file or, with ``stored``, of one report that nianbao keeps (``单位@年份``).

    ``failure`` says in a sentence why it could not be checked; ``unread`` counts places that could not be
    read for certain."""

    schema_: Literal["nianbao/check/1"] = Field(alias="schema", default="nianbao/check/1")
    version: str
    """Of nianbao."""
    file: str
    stored: bool
    unit: str
    year: int
    form: str
    last_year: LastYearData | None
    unread: int
    findings: tuple[FindingData, ...]
    note: str
    failure: str | None


def as_json(results: Iterable[Checked]) -> list[dict[str, Any]]:
    """All results, in their order: what `nianbao check --format json` prints."""
    return [_file(checked).model_dump(mode="json", by_alias=True) for checked in results]


def check_schema() -> dict[str, Any]:
    """The JSON Schema of the list."""
    return TypeAdapter(list[FileData]).json_schema(by_alias=True)


def _file(checked: Checked) -> FileData:
    last = checked.last
    return FileData(
        version=version("nianbao"),
        file=checked.target,
        stored=checked.stored,
        unit=checked.unit,
        year=checked.year,
        form=checked.form_id,
        last_year=last
        and LastYearData(unit=last.unit, year=last.year, source=last.source, file=last.file or None),
        unread=checked.unread,
        findings=tuple(_finding(checked, finding) for finding in checked.findings),
        note=checked.note,
        failure=checked.failure or None,
    )


def _finding(checked: Checked, finding: Finding) -> FindingData:
    return FindingData(
        code=finding.code,
        severity=finding.severity,
        section=finding.section,
        where=finding.where,
        place=place_name(checked.form, finding.where),
        message=finding.message,
        quote=finding.quote,
        fingerprint=finding.fingerprint,
        compulsory=finding.compulsory,
        answer=finding.answer,
        fix=finding.fix and FixData(**asdict(finding.fix)),
    )
