"""The report as a whole: stored, drafted, checked, exported, imported; schema ``nianbao/report/1``."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    SkipValidation,
    field_serializer,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema

from sections.facts import from_json
from sections.form.model import Form
from sections.form.registry import FORMS, form, is_cell
from sections.report.cells import Number
from sections.report.nested import flat, merged_paths, nested, schema_models, whole_cells
from sections.report.parts import (
    Figure,
    LeftOut,
    Other,
    Overview,
    Period,
    Problems,
    Profile,
    Remark,
    Remnant,
    Signature,
    Unread,
)
from sections.report.values import Value, to_json

SCHEMA: Final = "nianbao/report/1"
_IF_ANY: Final = frozenset({"left_out", "remnants"})
"""What the JSON form has only of files that left something out, or carry something along."""


class Report(BaseModel):
    """One organ's report of one year. Frozen; a change makes a new one."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    schema_: Literal["nianbao/report/1"] = Field(default=SCHEMA, alias="schema")
    unit: str = ""
    year: int = Field(default=0, ge=0, le=9999)
    form_id: str = Field(default="2021", alias="form", json_schema_extra=lambda s: s.update(enum=list(FORMS)))
    title: str = ""
    """As printed, its lines joined by a line feed; empty for the standard title."""
    headings: dict[str, str] = Field(default_factory=dict)
    """Section name -> heading as printed in a source; empty for a draft, whose headings are the form's."""
    profile: Profile = Field(default_factory=Profile)
    period: Period | None = None
    opening: str = ""
    overview: Overview = Field(default_factory=Overview)
    cells: SkipValidation[dict[str, Number | None]] = Field(default_factory=dict)
    """Path -> number, every cell of the form; in JSON nested: ``proactive``, ``requests``, ``disputes``."""
    texts: dict[str, str] = Field(default_factory=dict)
    """Part two to four -> the sentences beside its table; in JSON ``proactive.text`` and so on."""
    problems: Problems = Field(default_factory=Problems)
    other: Other = Field(default_factory=Other)
    signature: Signature | None = None
    facts: dict[str, Any] = Field(default_factory=dict)
    """Fact id -> ``values.Value``; in JSON as ``values.to_json`` writes it."""
    paragraphs: dict[str, str] = Field(default_factory=dict)
    """Paragraph key (``overview.lead``, ``problems.found``…) -> text, see ``Form.paragraphs``."""
    overruled: dict[str, str] = Field(default_factory=dict)
    """Carried cell -> why the clerk overruled what follows from last year."""
    figures: tuple[Figure, ...] = ()
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Of an imported report only."""
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    """Lines of a source that stand nowhere else in the report."""

    remnants: tuple[Remnant, ...] = ()
    """What the source carries besides its text."""

    @field_validator("facts", mode="before")
    @classmethod
    def _facts_in(cls, raw: Mapping[str, Any]) -> dict[str, Value]:
        return {key: from_json(key, to_json(value)) for key, value in dict(raw).items()}

    @field_serializer("facts")
    def _facts_out(self, facts: dict[str, Value]) -> dict[str, Any]:
        return {key: to_json(value) for key, value in facts.items()}

    @model_validator(mode="before")
    @classmethod
    def _tables_in(cls, raw: Any) -> Any:
        """Cells from the nested tables."""
        if not isinstance(raw, Mapping):
            return raw
        data = dict(raw)
        form_id = data.get("form_id", data.get("form", "2021"))
        if form_id not in FORMS:
            raise ValueError(f"unknown form {form_id!r}")
        own = form(form_id)
        if "cells" in data:
            data["cells"] = whole_cells(own, data["cells"])
        else:
            data["cells"], data["texts"] = flat(own, data)
        return data

    @model_serializer(mode="wrap")
    def _tables_out(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data = handler(self)
        data.pop("cells")
        data.pop("texts")
        out: dict[str, Any] = {}
        for key, value in data.items():
            out[key] = value
            if key == "overview":
                out |= nested(self.form, self.cells, self.texts)
        return out

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        made = handler.resolve_ref_schema(handler(schema))
        properties: dict[str, Any] = {}
        for key, value in made["properties"].items():
            if key not in {"cells", "texts"}:
                properties[key] = value
            if key == "overview":
                tables = schema_models()
                properties |= {
                    name: handler(model.__pydantic_core_schema__) for name, model in tables.items()
                }
        made["properties"] = properties
        return made

    @property
    def form(self) -> Form:
        """The form it is in."""
        return form(self.form_id)

    @property
    def title_lines(self) -> tuple[str, str]:
        """The organ, and the year with the name of the document."""
        first, _, second = self.title.partition("\n")
        return (first or self.unit, second or f"{self.year}年{self.form.document_name}")

    def number(self, path: str) -> Number | None:
        """The number at ``path``; None where it is unanswered or unreadable, or of another form; 0 where
        a row of this form counts the cases of that cell.

        Raises ``AttributeError`` for what is no cell of any form."""
        try:
            return self.cells[path]
        except KeyError:
            if is_cell(path):
                return 0 if path in merged_paths(self.form) else None
            raise AttributeError(path) from None

    def total(self, fields: Iterable[str]) -> Number:
        """The sum of ``fields``, what is unanswered counting nothing."""
        return sum((self.number(field) or 0 for field in fields), 0)

    def fact(self, fact: str) -> Value | None:
        """The value of a fact, or None."""
        return self.facts.get(fact)

    @property
    def unreadable(self) -> frozenset[str]:
        """The fields that could not be read."""
        return frozenset(place.where for place in self.unread)

    @classmethod
    def from_cells(cls, cells: Mapping[str, Number | None], **rest: Any) -> Self:
        """A report whose tables hold ``cells`` (path -> number) and everything else from ``rest``."""
        return cls(cells=cells, **rest)

    def with_cells(self, cells: Mapping[str, Number | None], **rest: Any) -> Self:
        """This report with other numbers in its tables, and ``rest`` changed, unvalidated."""
        return self.model_copy(update={"cells": {path: cells.get(path) for path in self.form.paths}, **rest})

    def to_json(self) -> dict[str, Any]:
        """The JSON form that other programs may rely on; what only some files carry stands there for them."""
        data = self.model_dump(mode="json", by_alias=True)
        return {name: value for name, value in data.items() if value or name not in _IF_ANY}
