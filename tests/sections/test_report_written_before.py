"""JSON files that version 0.1 wrote load, are written again with all they hold, and agree with the schema.

They lie in ``tests/data`` with the JSON Schema of 0.1 and are never made anew: other programs have such files
and were written against that schema. More keys may come."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from sections.report.report import Report
from sections.rules.base import Context, Severity
from sections.rules.run import check

DATA = Path(__file__).parents[1] / "data"
SCHEMA = json.loads((DATA / "reports" / "schema-0.1.json").read_text("utf-8"))
WRITTEN = {
    file.stem: json.loads(file.read_text("utf-8"))
    for file in (
        *sorted((DATA / "reports").glob("*-20*.json")),
        *sorted((DATA / "store").glob("report-*.json")),
    )
}
every_file = pytest.mark.parametrize("before", WRITTEN.values(), ids=WRITTEN.keys())
TABLES = ("proactive", "requests", "disputes")


def lost(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """The places of ``before`` that ``after`` does not have, or has otherwise; more may stand there."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            here = f"{place}.{key}"
            yield from lost(value, after[key], here) if key in after else [here]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from lost(one, other, f"{place}[{number}]")
    elif before != after or type(before) is not type(after):
        yield place


def leaves(tree: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{place}.{key}".lstrip("."))
    else:
        yield place, tree


def properties(schema: dict[str, Any], root: dict[str, Any], place: str = "") -> Iterator[str]:
    """The paths of every property that a schema names."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    for key in ("anyOf", "allOf", "items"):
        found = schema.get(key, [])
        for one in found if isinstance(found, list) else [found]:
            yield from properties(one, root, place)
    for name, one in schema.get("properties", {}).items():
        yield f"{place}.{name}".lstrip(".")
        yield from properties(one, root, f"{place}.{name}".lstrip("."))


def today() -> dict[str, Any]:
    return Report.model_json_schema(by_alias=True)


def test_there_are_files_of_both_forms() -> None:
    assert {"read-2019", "written-2021", "report-1", "report-3", "report-4"} == set(WRITTEN)
    assert {report["form"] for report in WRITTEN.values()} == {"2019", "2021"}


@every_file
def test_what_a_file_holds_is_written_again(before: dict[str, Any]) -> None:
    report = Report.model_validate(before)
    assert list(lost(before, report.to_json())) == []
    assert Report.model_validate_json(json.dumps(report.to_json())) == report


@every_file
def test_every_number_of_the_tables_is_where_it_was(before: dict[str, Any]) -> None:
    after = Report.model_validate(before)
    numbers = {
        f"{section}.{place}": value
        for section in TABLES
        for place, value in leaves(before[section])
        if place != "text"
    }
    assert len(numbers) > 190
    cells = {place: after.number(place) for place, value in numbers.items() if value is not None}
    assert {place: str(value) for place, value in cells.items()} == {
        place: str(value) for place, value in numbers.items() if value is not None
    }


@every_file
@pytest.mark.parametrize("schema", [SCHEMA, today()], ids=["of 0.1", "of today"])
def test_every_file_agrees_with_the_schema(before: dict[str, Any], schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(before)] == []


@every_file
def test_what_is_written_today_agrees_with_the_schema_of_then(before: dict[str, Any]) -> None:
    after = Report.model_validate(before).to_json()
    errors = Draft202012Validator(SCHEMA).iter_errors(after)
    assert [error.message for error in errors if error.validator != "additionalProperties"] == []


def test_no_property_of_the_schema_has_gone() -> None:
    assert set(properties(SCHEMA, SCHEMA)) <= set(properties(today(), today()))


def test_the_comparison_sees_what_is_lost() -> None:
    before = {"a": {"b": 1, "c": [1, 2]}, "d": None}
    assert list(lost(before, {"a": {"b": 1, "c": [1, 2], "more": 0}, "d": None})) == []
    assert list(lost(before, {"a": {"b": 2, "c": [1, 3]}})) == [".a.b", ".a.c[1]", ".d"]


def test_a_report_of_the_trial_form_is_not_accused_of_what_was_not_kept_of_it() -> None:
    report = Report(**WRITTEN["read-2019"])
    assert report.form_id == "2019"
    found = check(Context(report))
    assert {finding.code for finding in found} <= {"NB904"}
    assert [finding.severity for finding in found] == [Severity.INFO] * len(found)
    assert all("请重新导入原来的文件" in finding.message for finding in found)


@pytest.mark.parametrize(
    "tables",
    [
        {"requests": {"foo": {"total": 1}}},
        {"requests": {"new": {"foo": 1}}},
        {"proactive": {"foo": 1}},
        {"requests": None},
        {"disputes": []},
        {"requests": {"new": None}},
        {"proactive": {"fees": "1e400000000"}},
        {"proactive": {"regulations": {"made": 1}}},
    ],
)
def test_tables_that_are_not_the_forms_are_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Report(unit="示例县水务局", year=2024, **tables)
