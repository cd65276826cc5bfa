"""Results as data for other programs: our own JSON and SARIF 2.1.0."""

from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from app.checking.results import Checked
from sections.rules.base import Finding, Rule, Severity

SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_json(results: list[Checked]) -> Any:
    """An object a file, in their order; a list of them for several. ``failure`` says why one is unread."""
    files = [_file(checked) for checked in results]
    return files[0] if len(files) == 1 else files


def _file(checked: Checked) -> dict[str, Any]:
    told = {
        "file": checked.target,
        "unit": checked.unit,
        "year": checked.year,
        "last_year_known": checked.compared,
        "unread": checked.unread,
        "findings": [_finding(finding) for finding in checked.findings],
    }
    more = {"note": checked.note, "failure": checked.failure}
    return told | {key: words for key, words in more.items() if words}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "section": finding.section,
        "where": finding.where,
        "message": finding.message,
        "quote": finding.quote,
        "fix": finding.fix.label if finding.fix else None,
    }


def as_sarif(results: list[Checked]) -> dict[str, Any]:
    """One run; files that could not be read are its notifications."""
    from sections.rules.run import RULES

    index = {rule.code: place for place, rule in enumerate(RULES)}
    unread = [checked for checked in results if checked.failure]
    run = {
        "tool": {
            "driver": {
                "name": "nianbao",
                "fullName": "年报助手",
                "version": version("nianbao"),
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": checked.failure},
                        "locations": [{"physicalLocation": _artifact(checked.target)}],
                    }
                    for checked in unread
                ],
            }
        ],
        "results": [_result(checked, finding, index) for checked in results for finding in checked.findings],
    }
    return {"$schema": SARIF, "version": "2.1.0", "runs": [run]}


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


def _result(checked: Checked, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    from app.checking.place_names import place_name

    message = f"{finding.message}（原文：{finding.quote}）" if finding.quote else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": _artifact(checked.target),
                "logicalLocations": [
                    {"fullyQualifiedName": finding.where, "name": place_name(checked.form, finding.where)}
                ],
            }
        ],
    }


def _artifact(target: str) -> dict[str, Any]:
    from urllib.parse import quote

    path = Path(target)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    return {"artifactLocation": {"uri": uri}}
