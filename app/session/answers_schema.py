"""The JSON Schema of a file of answers, made of the facts and of the cells that can be typed."""

import re
from typing import Any, Final

from app.session.answers_file import SCHEMA
from prompts.narrative.narrative import Words
from sections.facts import FACTS
from sections.form.elements import Source
from sections.form.registry import FORMS
from sections.report.values import LARGEST_COUNT, Kind

_COUNT: Final = {"type": "integer", "minimum": -LARGEST_COUNT, "maximum": LARGEST_COUNT}
_AMOUNT: Final = {"anyOf": [{"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}, {"type": "integer"}]}
_TEXT: Final = {"type": "string"}
_TEXTS: Final = {"type": "array", "items": _TEXT}
_QUANTITY: Final = {
    "anyOf": [
        _COUNT,
        {
            "type": "object",
            "properties": {"value": _COUNT, "words": _TEXT},
            "required": ["value"],
            "additionalProperties": False,
        },
    ]
}
_ITEMS: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": _TEXT, "value": _QUANTITY, "unit": _TEXT, "topic": _TEXT},
        "required": ["name", "value"],
    },
}
_OF_KIND: Final[dict[Kind, dict[str, Any]]] = {
    Kind.COUNT: _QUANTITY,
    Kind.AMOUNT: _AMOUNT,
    Kind.FLAG: {"type": "boolean"},
    Kind.LIST: _TEXTS,
    Kind.CHOICES: _TEXTS,
    Kind.ITEMS: _ITEMS,
}


def answers_schema() -> dict[str, Any]:
    """What ``answers_file.load`` takes; a fact asked once an item has the item behind a colon."""
    facts = {
        f"^{re.escape(fact.id)}(:.+)?$": _OF_KIND.get(fact.kind, _TEXT) | {"title": fact.label}
        for fact in FACTS.values()
    }
    paragraphs = sorted({key for form in FORMS.values() for key in form.paragraphs})
    decision = {"anyOf": [{"enum": ["keep", "drop"]}, _object({"text": _TEXT}, ["text"])]}
    properties = {
        "schema": {"const": SCHEMA},
        "unit": {"type": "string", "minLength": 1, "title": "单位全称"},
        "year": {"type": "integer", "minimum": 2008, "maximum": 2100, "title": "报告的年度"},
        "answers": _object(_cells(), []) | {"patternProperties": facts},
        "reasons": {"type": "object", "additionalProperties": _TEXT},
        "texts": _object(dict.fromkeys(paragraphs, _TEXT), []),
        "by": {"type": "object", "additionalProperties": _TEXT},
        "words": {"enum": [str(words) for words in Words]},
        "wordings": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
        "sentences": {"type": "object", "additionalProperties": decision},
    }
    return {"title": "年报的答案"} | _object(properties, ["unit", "year"])


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _cells() -> dict[str, Any]:
    """The cells that can be typed, of every form."""
    return {
        path: (_AMOUNT if form.measure(path).is_money else _COUNT) | {"title": form.label(path)}
        for form in FORMS.values()
        for path, source in form.sources.items()
        if source is not Source.COMPUTED
    }
