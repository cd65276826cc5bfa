"""Text in which nothing commands a terminal or turns the order of letters round, whatever a file holds."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from sections.report.report import Report

T = TypeVar("T")

UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]"
)
"""C0 without tab and line feed, DEL, C1, marks of direction, line and paragraph separators, halves."""


def cleaned(text: str) -> str:
    """The text without them: for names, for what is shown on a screen and for what is exported."""
    return UNSAFE.sub("", text)


def marked(text: str) -> str:
    """The text with a sign in the place of each: for words on a command line."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(json_text: str) -> str:
    """JSON that says the same, with each spelled out."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def cleaned_data(data: Any) -> Any:
    """Plain JSON data with every text cleaned, the names in it too: where two become one, the second is kept
    with signs in the place of what it had."""
    if isinstance(data, str):
        return cleaned(data)
    if isinstance(data, dict):
        clean: dict[str, Any] = {}
        for key, value in data.items():
            name = cleaned(key)
            clean[marked(key) if name in clean else name] = cleaned_data(value)
        return clean
    return [cleaned_data(value) for value in data] if isinstance(data, list) else data


def cleaned_report(report: "Report") -> "Report":
    """A report with every text cleaned; itself where nothing was to be cleaned."""
    data = report.to_json()
    clean = cleaned_data(data)
    return report if clean == data else type(report).model_validate(clean)


def cleaned_within(value: T) -> T:
    """A value with every text in it cleaned: records, lists and reports, whatever they hold."""
    clean: object = value
    if isinstance(value, str) and type(value) is str:
        clean = cleaned(value)
    elif isinstance(value, tuple | list):
        clean = type(value)(map(cleaned_within, value))
    elif is_dataclass(value) and not isinstance(value, type):
        clean = replace(
            value, **{field.name: cleaned_within(getattr(value, field.name)) for field in fields(value)}
        )
    elif hasattr(value, "to_json"):
        clean = cleaned_report(cast("Report", value))
    return cast("T", clean)
