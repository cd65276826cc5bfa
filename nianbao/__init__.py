"""nianbao as a library: read, check, draft and write 政府信息公开工作年度报告 from other programs.

::

    import nianbao

    report = nianbao.read("2025.docx")
    for finding in nianbao.check(report, last_year=nianbao.read("2024.docx")):
        print(finding.code, finding.message)
    draft = nianbao.draft("answers.json", last_year=nianbao.read("2024.docx"))
    nianbao.export(draft.report, "2025.docx", findings=draft.findings)

Everything raises ``NianbaoError`` with a Chinese sentence fit for a clerk, whatever stands in a file; an
argument of a wrong type is a ``TypeError``. Nothing here reads or changes the
reports that the assistant keeps. What stands in ``__all__`` is kept as docs/cli.md says; the packages behind
it are not."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version as _version
from pathlib import Path
from typing import Any, Literal

from sections.errors import NianbaoError
from sections.organ_names import same_organ
from sections.report.report import Report
from sections.rules.base import Finding, Fix, Severity

__all__ = [
    "KINDS",
    "Draft",
    "Finding",
    "Fix",
    "NianbaoError",
    "Report",
    "Severity",
    "check",
    "draft",
    "export",
    "read",
    "render",
    "same_organ",
    "schema",
]
__version__ = _version("nianbao")

StrPath = str | os.PathLike[str]
KINDS = ("docx", "review", "pdf", "html", "fragment", "xlsx", "md", "txt", "json")
"""The kinds of document that ``render`` and ``export`` write."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report made of answers, with what the rules find in it."""

    report: Report
    findings: tuple[Finding, ...]


def read(path: StrPath) -> Report:
    """The report in a published file (Word, WPS, web page, PDF, text, workbook) or in our JSON.

    What could not be read for certain is None and listed in ``Report.unread``."""
    from app.documents.read.importer import read_report

    return read_report(Path(path))


def check(
    report: Report,
    last_year: Report | None = None,
    *,
    earlier: Iterable[Report] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """What the rules find; ``select`` and ``ignore`` are codes or beginnings of codes (``NB3``).

    ``earlier`` are the organ's reports of the years before last year's, for what comes back after years."""
    from app.checking.last_year import LastReport, Source
    from app.checking.results import Selection, check_report

    selection = Selection.of(",".join(select), ",".join(ignore))
    last = None if last_year is None else LastReport(last_year, Source.GIVEN)
    before = sorted(earlier, key=lambda one: -one.year)
    return check_report("", report, last, selection, earlier=before).findings


def draft(
    answers: StrPath | Mapping[str, Any],
    last_year: Report | None = None,
    *,
    words: Literal["own", "fresh"] | None = None,
    predecessor: bool = False,
) -> Draft:
    """A report made of a file of answers, or of the same as plain data (``schema("answers")``).

    ``words`` are last year's own or fresh ones; ``predecessor`` takes last year's report of an organ of
    another name for that of this one's predecessor."""
    from app.errors import SessionError
    from app.session.answers_file import load, understood
    from app.session.drafting import drafted_from, refuse_other_organ, scratch_library

    file = understood(answers, "answers") if isinstance(answers, Mapping) else load(Path(answers))
    if last_year is not None:
        if not predecessor:
            refuse_other_organ(last_year, file.unit, "last_year")
        if last_year.year != file.year - 1:
            raise SessionError(f"上年的年报是{last_year.year}年的，不是{file.year - 1}年的，没有使用。")
    with scratch_library() as found, drafted_from(found, file, last_year, words)[0] as session:
        return Draft(session.finishing.document, tuple(session.finishing.findings()))


def render(
    report: Report,
    kind: str,
    *,
    last_year: Report | None = None,
    findings: Sequence[Finding] = (),
    as_draft: bool = False,
    layout: str = "",
) -> bytes:
    """A report as the content of a file of one of ``KINDS``.

    ``last_year`` and ``findings`` stand in the reviewer's edition and beside the tables; ``as_draft`` marks
    the document 草稿; ``layout`` names its layout."""
    from app.documents.write.kinds import Edition, write

    return write(Edition(report, last_year, findings, as_draft, layout), kind)


def export(
    report: Report,
    path: StrPath,
    kind: str = "",
    *,
    last_year: Report | None = None,
    findings: Sequence[Finding] = (),
    as_draft: bool = False,
    layout: str = "",
    replace: bool = False,
) -> Path:
    """Write a report to a file in one step; ``kind`` is that of the suffix where it is not given.

    Raises ``NianbaoError`` while ``findings`` has an error, unless ``as_draft``, and for a file that is
    there, unless ``replace``."""
    from app.documents.atomic_files import save
    from app.documents.write.kinds import SUFFIXES
    from app.errors import FileThereError
    from app.session.finishing import refuse_errors

    target = Path(path)
    kind = kind or SUFFIXES.get(target.suffix.lower(), target.suffix.lstrip("."))
    if kind != "review":
        refuse_errors(findings, as_draft)
    if target.exists() and not replace:
        raise FileThereError(target)
    data = render(report, kind, last_year=last_year, findings=findings, as_draft=as_draft, layout=layout)
    save(target, data)
    return target


def schema(name: Literal["report", "check", "answers"] = "report") -> dict[str, Any]:
    """The JSON Schema of a report, of the result of a check, or of a file of answers."""
    from app.cli.schemas import json_schema

    return json_schema(name)
