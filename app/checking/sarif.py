"""Results as SARIF 2.1.0, for tools that show findings beside the files."""

import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from app.checking.place_names import place_name
from app.checking.results import Checked
from app.checking.text_regions import Region, TextFile
from sections.rules.base import Finding, Fix, Rule, Severity

SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "nianbao/v1"
_ROOT: Final = "WORKINGDIR"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(results: Iterable[Checked]) -> dict[str, Any]:
    """One run; files that could not be read are its notifications."""
    from sections.rules.run import RULES

    results = list(results)
    index = {rule.code: place for place, rule in enumerate(RULES)}
    driver = {
        "name": "nianbao",
        "fullName": "年报助手",
        "version": version("nianbao"),
        "language": "zh-CN",
        "rules": [_rule(rule) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": Path.cwd().as_uri().rstrip("/") + "/"}},
        "invocations": [_invocation(results)],
        "results": [result for checked in results for result in _results(checked, index)],
    }
    return {"$schema": SARIF, "version": "2.1.0", "runs": [run]}


def _invocation(results: list[Checked]) -> dict[str, Any]:
    """Whether all could be checked; what could not, and what was compared, in words."""
    notes = [_notification(checked, "error", checked.failure) for checked in results if checked.failure]
    notes += [
        _notification(result, "note", f"与{result.last.words}比较。") for result in results if result.last
    ]
    notes += [_notification(checked, "note", checked.note) for checked in results if checked.note]
    failed = any(checked.failure for checked in results)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notes}


def _notification(checked: Checked, level: str, words: str) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": _artifact(checked)}}
    return {"level": level, "message": {"text": words}, "locations": [where]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": type(rule).__name__,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.checks},
        "help": {"text": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Rule) -> str:
    lines = (rule.why, f"依据：{rule.basis}", f"错误示例：{rule.wrong}", f"正确示例：{rule.right}", rule.how)
    return "\n".join(lines)


def _results(checked: Checked, index: dict[str, int]) -> Iterable[dict[str, Any]]:
    if checked.findings:
        file = TextFile() if checked.stored else TextFile.of(Path(checked.target))
        for finding in checked.findings:
            yield _result(checked, finding, index[finding.code], file)


def _result(checked: Checked, finding: Finding, rule: int, file: TextFile) -> dict[str, Any]:
    message = f"{finding.message}（原文：{finding.quote}）" if finding.quote else finding.message
    place = {"fullyQualifiedName": finding.where, "name": place_name(checked.form, finding.where)}
    physical: dict[str, Any] = {"artifactLocation": _artifact(checked)}
    if region := file.region(finding.quote):
        physical["region"] = _region(region)
    result = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": physical, "logicalLocations": [place]}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    fix = _fix(checked, finding.fix, file) if finding.fix else None
    return result | ({"fixes": [fix]} if fix else {})


def _fix(checked: Checked, fix: Fix, file: TextFile) -> dict[str, Any] | None:
    """A replacement of words that stand in one place of a text file; other fixes are made by ``--fix``."""
    region = file.region(fix.old)
    if region is None:
        return None
    replacement = {"deletedRegion": _region(region), "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": _artifact(checked), "replacements": [replacement]}
    return {"description": {"text": fix.label}, "artifactChanges": [change]}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(checked: Checked) -> dict[str, str]:
    """A file by its URI, a relative one from the folder where the command was given; a report that nianbao
    keeps has no file, and a URI of its own kind."""
    if checked.stored:
        return {"uri": f"nianbao:{quote(checked.target)}"}
    path = Path(checked.target)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": _ROOT}
