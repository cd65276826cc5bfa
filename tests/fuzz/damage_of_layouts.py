"""Tables in other layouts than the form's, whole and damaged: turned, as lists, in pieces, with rows grown
together."""

from functools import partial
from typing import Final

from tests.fuzz.draft import DAMAGES, Damage, Draft
from tests.support.table_layouts import LAYOUTS
from tests.support.variations import Sheet

_FURTHER: Final = (
    "nothing", "cell removed", "cell added", "cell blank", "cell doubled", "cells merged", "cell split",
    "cells merged down", "cell span wrong", "cell split down", "cells merged over more",
    "cell merged with its label",
    "label renamed", "label removed", "label span wrong", "label above its numbers",
    "label broken over two rows",
    "number in the cell of the label", "head renamed", "head removed", "head doubled", "head span wrong",
    "head reaches down", "head row removed", "row removed", "row doubled", "row added", "rows exchanged",
    "two rows in one", "last years row below", "last years row above", "line of text inside",
    "rows of last year below the table", "table twice with other numbers", "table of last year before",
    "table torn", "column dropped", "column dropped with its head", "column added without head",
    "column added on the right", "column added on the left", "column added anywhere",
    "last year beside a column", "heads repeated inside", "sign for nothing", "wrong published sum",
    "letter or word", "two numbers", "number written otherwise", "mark before the number",
    "invisible characters",
)  # fmt: skip
OF_LAYOUTS: Final[dict[str, Damage]] = {}


def _laid_out(name: str, d: Draft, s: str) -> None:
    """The table of the layout in its place, with one further damage where that fits it."""
    section, layout = LAYOUTS[name]
    texts = {put.field: put.text for rows in d.sheets.values() for row in rows for put in row if put.field}
    sheets = [part for part in layout(texts) if isinstance(part, Sheet)]
    keys = (section, f"{section} again")
    for key, sheet in zip(keys, sheets, strict=False):
        d.sheets[key] = [list(row) for row in sheet.rows]
    for key in keys:
        if key in d.sheets and any(put.field for row in d.sheets[key] for put in row):
            _further(d, section)
            return


def _further(d: Draft, s: str) -> None:
    kind = d.chance.choice(_FURTHER)
    before = {key: [list(row) for row in rows] for key, rows in d.sheets.items()}
    truth = {path: set(values) for path, values in d.truth.items()}
    try:
        DAMAGES[kind](d, s)
    except (IndexError, StopIteration, ValueError, KeyError):
        d.sheets.clear()
        d.sheets |= before
        d.truth.clear()
        d.truth |= truth


for _name, (_section, _layout) in LAYOUTS.items():
    if "captioned" not in _name and "lines under" not in _name and "block turned" not in _name:
        OF_LAYOUTS[_name] = partial(_laid_out, _name)
