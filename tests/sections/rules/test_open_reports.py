"""Published reports and their spoilt variants: every fault known of them is found, and nothing else.

The reports are other people's and stay in the shared folder; without it these tests are skipped by name."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from app.documents.read.importer import read_report
from sections.errors import NianbaoError
from sections.rules.base import Context, Finding, Severity
from sections.rules.run import check

SHARED = Path(__file__).parents[4] / "shared" / "reports"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the open reports are not on this machine")

TELLS = {
    "sum": {"NB301", "NB302", "NB401"},
    "identity": {"NB303"},
    "label_typo": {"NB305"},
    "merged_rows": {"NB304"},
    "typo": {"NB970"},
    "heading": {"NB953"},
    "fee_statement": {"NB601"},
    "title": {"NB101"},
    "blank_cells": {"NB306"},
    "punctuation": {"NB962"},
    "value": {"NB903"},
}
"""The kind of a known fault, and the rules of which one must report it."""

BEYOND = {
    # A people's government that says nothing of 考核, 评议 and 责任追究; an opening that says 本报告 twice.
    "hongze-2023": {"NB112", "NB973"},
    "shuyang-fgj-2023": {"NB305"},  # 规范性文件 for 行政规范性文件, known as a note
    "qijiang-mzj-2024": {"NB104"},  # no word on where to read the report or whom to ask
    # The source left the opening out, as its notes say; a city's government that does not say 责任追究.
    "suqian-2023": {"NB104", "NB112"},
}
"""Findings beyond the known ones, each judged by eye to be right. Every NB104 is no more than information."""

VARIANTS_OF = {"c01-blank-zero": {"NB306"}}
"""Robust variants whose change is a fault of its own: blank cells."""


def sources(kind: str = "") -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every source with what is known of it; of the variants those of ``kind``."""
    if not kind:
        for file in sorted(SHARED.glob("*/expected.json")):
            known = json.loads(file.read_text(encoding="utf-8"))
            yield from ((one, known) for one in sorted(file.parent.iterdir()) if one != file)
    for file in sorted((SHARED / "variants").glob("*.json")) if kind else ():
        known = json.loads(file.read_text(encoding="utf-8"))
        if known["kind"] == kind:
            (source,) = (one for one in file.parent.glob(f"{file.stem}.*") if one != file)
            yield source, known


@lru_cache(maxsize=32)
def found(source: Path) -> tuple[Finding, ...]:
    """What a check of the file finds, last year unknown."""
    return tuple(check(Context(read_report(source))))


def codes(source: Path) -> set[str]:
    return {finding.code for finding in found(source)}


def faults(known: dict[str, Any]) -> set[str]:
    """The kinds of the known errors and warnings."""
    return {one["kind"] for one in known["known_findings"] if one["severity"] != "note"}


@needs_shared
@pytest.mark.parametrize(("source", "known"), sources(), ids=lambda one: getattr(one, "name", ""))
def test_every_known_fault_of_a_published_report_is_found_and_nothing_else(
    source: Path, known: dict[str, Any]
) -> None:
    due = [TELLS[kind] for kind in faults(known)]
    assert all(codes(source) & tells for tells in due), faults(known)
    assert codes(source) - set().union(*due) == BEYOND.get(source.parent.name, set())
    errors = {finding.code for finding in found(source) if finding.severity is Severity.ERROR}
    assert errors <= set().union(*due)


@needs_shared
@pytest.mark.parametrize(("source", "known"), sources("defect"), ids=lambda one: getattr(one, "name", ""))
def test_every_planted_fault_is_found(source: Path, known: dict[str, Any]) -> None:
    planted = [TELLS[one["kind"]] for one in known["planted_findings"]]
    assert planted
    assert all(codes(source) & tells for tells in planted)
    told = (one for one in found(source) if one.severity is Severity.ERROR or one.code == "NB307")
    places = {finding.where for finding in told}  # 「〇」 is read as 0, and told by NB307
    assert len(places) >= len(planted)


@needs_shared
@pytest.mark.parametrize(("source", "known"), sources("robust"), ids=lambda one: getattr(one, "name", ""))
def test_another_layout_brings_no_other_finding(source: Path, known: dict[str, Any]) -> None:
    try:
        now = codes(source)
    except NianbaoError as error:
        if source.suffix in known["expect"] or "format" in known["expect"]:
            pytest.skip(f"this machine cannot read it: {error}")
        raise
    original = codes(SHARED / "qijiang-mzj-2024" / "rebuilt.docx")
    assert now - VARIANTS_OF.get(source.stem, set()) == original


@needs_shared
@pytest.mark.parametrize(("source", "known"), sources("honesty"), ids=lambda one: getattr(one, "name", ""))
def test_what_is_no_report_is_refused(source: Path, known: dict[str, Any]) -> None:
    assert not known["planted_findings"]
    with pytest.raises(NianbaoError, match=r"附件|不是|没有|无法"):
        read_report(source)


def counted() -> Iterator[Any]:
    """The numbers of the published narratives that agree with a table, each with its source."""
    for source, known in sources():
        if source.suffix == ".html" and source.with_suffix(".docx").exists():
            continue
        for figure in known["figures"]:
            if figure.get("agrees_with_table"):
                yield pytest.param(source, figure, id=f"{source.parent.name}-{figure['value']}")


@needs_shared
@pytest.mark.parametrize(("source", "figure"), counted())
def test_every_number_that_a_table_holds_is_told_when_it_is_changed(
    source: Path, figure: dict[str, Any]
) -> None:
    report = read_report(source)
    quote, value = figure["quote"], str(figure["value"])
    key = next(key for key, text in report.paragraphs.items() if quote in text)
    head, _, tail = quote.rpartition(value)
    other = report.paragraphs[key].replace(quote, f"{head}{int(value) + 7}{tail}", 1)
    wrong = report.model_copy(update={"paragraphs": {**report.paragraphs, key: other}})
    before = {(one.code, one.quote) for one in found(source)}
    assert {(one.code, one.quote) for one in check(Context(wrong))} - before
