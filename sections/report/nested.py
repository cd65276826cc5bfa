"""The tables as nested JSON, section, row, column: the shape that other programs rely on.

Every form writes the keys of the outer shape, which are those of the form of 2021: ``null`` where it has no
such cell, 0 where a row of its own counts that cell's cases."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Final, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

from sections.form import disclosure_2021
from sections.form.model import Form
from sections.form.registry import FORMS, is_cell, measure_of
from sections.report.cells import Number
from sections.report.values import LARGEST_COUNT

Count = Annotated[int, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT, strict=True)] | None
"""A number of 件. None: not answered yet, or not readable in the source; never a guessed 0.

Negative numbers are representable because published reports contain them: a rule reports them."""
Money = Annotated[Decimal, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT)] | None
_CONFIG: Final = ConfigDict(frozen=True, extra="forbid", validate_default=False)
_TEXT: Final = "text"
_SHAPE: Final = disclosure_2021.FORM


@cache
def paths_in_json(form: Form) -> tuple[str, ...]:
    """The paths of the JSON: those of the outer shape, then the form's own."""
    return tuple(dict.fromkeys((*_SHAPE.paths, *form.paths)))


@cache
def merged_paths(form: Form) -> frozenset[str]:
    """Paths of the outer shape whose cases a row of the form counts with its own."""
    return frozenset(
        path
        for table in form.tables.values()
        for row in table.rows
        for name in row.merges
        for path in _SHAPE.tables[table.section].row_paths(name)
    )


def nested(
    form: Form, cells: Mapping[str, Number | None], texts: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """The tables of a report as plain JSON, money as text, each with the text beside it if there is any."""
    tree: dict[str, dict[str, Any]] = {section: {} for section in form.tables}
    merged = merged_paths(form)
    for path in paths_in_json(form):
        value = cells.get(path, 0 if path in merged else None)
        section, row, *column = path.split(".")
        plain = format(value, "f") if isinstance(value, Decimal) else value
        if column:
            tree[section].setdefault(row, {})[column[0]] = plain
        else:
            tree[section][row] = plain
    for section, text in texts.items():
        if section in tree and text:
            tree[section][_TEXT] = text
    return tree


def flat(form: Form, tables: Mapping[str, Any]) -> tuple[dict[str, Number | None], dict[str, str]]:
    """The cells of nested tables and the texts beside them; raises ``pydantic.ValidationError``."""
    cells: dict[str, Number | None] = {}
    texts: dict[str, str] = {}
    for section, model in models(form).items():
        table = model.model_validate(tables.get(section, {}))
        if text := getattr(table, _TEXT):
            texts[section] = text
        for path in form.tables[section].paths:
            value: Any = table
            for name in path.split(".")[1:]:
                value = None if value is None else getattr(value, name)
            cells[path] = value
    return cells, texts


@cache
def models(form: Form) -> Mapping[str, type[BaseModel]]:
    """A model a table of the form, for validation; unknown rows and columns are refused."""
    return _models(paths_in_json(form))


def schema_models() -> Mapping[str, type[BaseModel]]:
    """A model a table with what any form may write in it, for the JSON Schema."""
    return _models(tuple(dict.fromkeys(path for form in FORMS.values() for path in paths_in_json(form))))


def _models(paths: tuple[str, ...]) -> dict[str, type[BaseModel]]:
    sections = dict.fromkeys(path.split(".", 1)[0] for path in paths)
    return {
        section: _table_model(section, tuple(path for path in paths if path.startswith(f"{section}.")))
        for section in sections
    }


def _table_model(section: str, paths: tuple[str, ...]) -> type[BaseModel]:
    rows: dict[str, Any] = {}
    for path in paths:
        _, name, *column = path.split(".")
        measure = measure_of(path)
        kind = Money if measure is not None and measure.is_money else Count
        if column:
            rows.setdefault(name, {})[column[0]] = (kind, None)
        else:
            rows[name] = (kind, None)
    fields = {
        name: (
            _row_model(section, tuple(found.items())),
            Field(default_factory=dict, validate_default=True),
        )
        if isinstance(found, dict)
        else found
        for name, found in rows.items()
    }
    fields[_TEXT] = (str, "")
    made: type[BaseModel] = create_model(section.title(), __config__=_CONFIG, **cast(Any, fields))
    return made


@cache
def _row_model(section: str, columns: tuple[tuple[str, Any], ...]) -> type[BaseModel]:
    """Rows of the same columns share their model."""
    made: type[BaseModel] = create_model(
        f"{section.title()}Row", __config__=_CONFIG, **cast(Any, dict(columns))
    )
    return made


def whole_cells(form: Form, cells: Mapping[str, Any]) -> dict[str, Number | None]:
    """``cells`` with every cell of the form; raises ``ValueError`` for what is no number a cell can hold."""
    counts = form.counts
    for path, value in cells.items():
        if value is not None and not (_is_count(value) if path in counts else _fits(form, path, value)):
            raise ValueError(f"{path} cannot hold {value!r}")
    return {path: cells.get(path) if path in counts else _money(cells.get(path)) for path in form.paths}


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_COUNT


def _fits(form: Form, path: str, value: Any) -> bool:
    """Whether an amount of money fits its cell; a number of another form's cell is passed over."""
    if path not in form.places:
        return is_cell(path)
    amount = _money(value)
    return amount is not None and abs(amount) <= LARGEST_COUNT


def _money(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool | float):
        return None
    try:
        amount = Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        return None
    return amount if amount.is_finite() else None
