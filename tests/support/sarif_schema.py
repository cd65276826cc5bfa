"""The part of the schema of SARIF 2.1.0 that our output uses: what an object must and may have, and its form.

Written after the standard (OASIS sarif-v2.1.0, its sections named below); names that the standard has and we
do not use are left out, so that anything new in our output has to be looked up first."""

from typing import Any, Final

_LEVEL: Final = {"enum": ["none", "note", "warning", "error"]}
_LANGUAGE: Final = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def _list(item: dict[str, Any], *, least: int = 0, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": unique}


_TEXT: Final = {"type": "string"}
_LINE: Final = {"type": "integer", "minimum": 1}
_MESSAGE: Final = _object("text", text=_TEXT)  # 3.11
_MULTIFORMAT: Final = _object("text", text=_TEXT)  # 3.12
_ARTIFACT: Final = _object("", uri={"type": "string", "format": "uri-reference"}, uriBaseId=_TEXT)  # 3.4
_REGION: Final = _object("", startLine=_LINE, startColumn=_LINE, endLine=_LINE, endColumn=_LINE)  # 3.30
_PHYSICAL: Final = _object("artifactLocation", artifactLocation=_ARTIFACT, region=_REGION)  # 3.29
_LOGICAL: Final = _object("", name=_TEXT, fullyQualifiedName=_TEXT)  # 3.33
_LOCATION: Final = _object(
    "", physicalLocation=_PHYSICAL, logicalLocations=_list(_LOGICAL, unique=True)
)  # 3.28
_REPLACEMENT: Final = _object("deletedRegion", deletedRegion=_REGION, insertedContent=_object("", text=_TEXT))
_CHANGE: Final = _object(
    "artifactLocation replacements",
    artifactLocation=_ARTIFACT,
    replacements=_list(_REPLACEMENT, least=1),
)  # 3.56, 3.57
_FIX: Final = _object(
    "artifactChanges", description=_MESSAGE, artifactChanges=_list(_CHANGE, least=1, unique=True)
)  # 3.55
_RESULT: Final = _object(
    "message",
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    fixes=_list(_FIX, unique=True),
)  # 3.27
_RULE: Final = _object(
    "id",
    id=_TEXT,
    name=_TEXT,
    shortDescription=_MULTIFORMAT,
    fullDescription=_MULTIFORMAT,
    help=_MULTIFORMAT,
    defaultConfiguration=_object("", level=_LEVEL),
)  # 3.49
_DRIVER: Final = _object(
    "name",
    name=_TEXT,
    fullName=_TEXT,
    version=_TEXT,
    language=_LANGUAGE,
    rules=_list(_RULE, unique=True),
)  # 3.19
_NOTIFICATION: Final = _object(
    "message", level=_LEVEL, message=_MESSAGE, locations=_list(_LOCATION, unique=True)
)
_INVOCATION: Final = _object(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_list(_NOTIFICATION),
)  # 3.20, 3.58
_RUN: Final = _object(
    "tool",
    tool=_object("driver", driver=_DRIVER),
    language=_LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": _ARTIFACT},
    invocations=_list(_INVOCATION),
    results=_list(_RESULT),
)  # 3.14
SARIF: Final = _object(
    "version runs",
    version={"const": "2.1.0"},
    runs=_list(_RUN),
    **{"$schema": {"type": "string", "format": "uri"}},
)  # 3.13
