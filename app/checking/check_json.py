"""Results as data that others may rely on: schema ``nianbao/check/1``, one shape for one and for many."""

from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.checking.last_year import Source
from app.checking.place_names import place_name
from app.checking.results import Checked
from sections.rules.base import Finding, Severity

SCHEMA: Final = "nianbao/check/1"


class _Object(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class FixData(_Object):
    """A safe fix: set cell ``where`` to ``value``, or replace ``old`` by ``new`` in paragraph ``where``."""

    label: str
    where: str
    value: int | None
    old: str
    new: str


class FindingData(_Object):
    """A finding. ``where`` is a cell's path, a paragraph's key or a section, ``place`` the same in words;
    ``fingerprint`` stays as long as rule, place and numbers do."""

    code: str = Field(pattern=r"^NB\d{3}$")
    severity: Severity
    section: str
    where: str
    place: str
    message: str
    quote: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
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


class CheckData(_Object):
    """What `nianbao check --format json` prints."""

    schema_: Literal["nianbao/check/1"] = Field(alias="schema")
    version: str
    """Of nianbao."""
    files: tuple[FileData, ...]


def as_json(results: Iterable[Checked]) -> dict[str, Any]:
    """All results, in their order."""
    files = tuple(_file(checked) for checked in results)
    data = CheckData(schema_="nianbao/check/1", version=version("nianbao"), files=files)
    return data.model_dump(mode="json", by_alias=True)


def _file(checked: Checked) -> FileData:
    last = checked.last
    return FileData(
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
        fix=finding.fix and FixData(**asdict(finding.fix)),
    )
