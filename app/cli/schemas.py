"""The JSON Schemas of what other programs may rely on, by name."""

from typing import Any, Final

from app.errors import SessionError

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> dict[str, Any]:
    """The schema of ``report``, ``check`` or ``answers``. Raises ``SessionError`` for another name."""
    if name not in _MAKERS:
        raise SessionError(f"没有“{name}”的结构说明。", f"可以用的是 {'、'.join(_MAKERS)}。")
    made, version = _MAKERS[name]()
    return {"$schema": DIALECT, "$id": f"urn:{version.replace('/', ':')}"} | made


def _report() -> tuple[dict[str, Any], str]:
    from sections.report.report import SCHEMA, Report

    return Report.model_json_schema(by_alias=True), SCHEMA


def _check() -> tuple[dict[str, Any], str]:
    from app.checking.check_json import SCHEMA, check_schema

    return check_schema(), SCHEMA


def _answers() -> tuple[dict[str, Any], str]:
    from app.session.answers_file import SCHEMA
    from app.session.answers_schema import answers_schema

    return answers_schema(), SCHEMA


_MAKERS: Final = {"report": _report, "check": _check, "answers": _answers}
