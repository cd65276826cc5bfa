"""How the tables of a source deviate from the form where their numbers are certain all the same."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from app.documents.read.blocks import Grid
from app.documents.read.likeness import bare
from app.documents.read.tables.labels import Labels, TableLabels, labels_of
from sections.form.elements import Shape
from sections.form.model import Form
from sections.report.parts import Remark


def label_remarks(grids: Iterable[Grid], form: Form) -> list[Remark]:
    """Labels that are printed otherwise than in the form and nowhere as in the form, one remark each."""
    labels = labels_of(form)
    texts = dict.fromkeys(cell.text for grid in grids for row in grid.rows for cell in row)
    found: dict[str, Remark] = {}
    right: set[str] = set()
    strays = frozenset("".join(text for table in labels.tables for text in table.outer.values()))
    for whole in texts:
        named = _named(whole, labels)
        if named is None:
            continue
        label, where = named
        text = whole if bare(whole) == bare(label) else _without_strays(whole, label, strays)
        if bare(text) == bare(label):
            right.add(label)
        elif not labels.is_alias(text):
            kind: Literal["label", "short_label"] = (
                "label" if bare(text) not in bare(label) else "short_label"
            )
            found.setdefault(label, Remark(kind=kind, where=where, printed=text.strip(), right=label))
    return [remark for label, remark in found.items() if label not in right]


def _without_strays(text: str, label: str, strays: frozenset[str]) -> str:
    """A label without the characters of the vertical one beside it that torn pages mix in: 「办\n理5.」."""
    lines = text.split("\n")
    kept = [line for line in lines if line.strip() not in strays] or lines
    number = re.match(r"[0-9][.、]", label)
    if number is None:
        return text
    place = kept[0].find(number[0])
    if place > 0 and set(kept[0][:place].strip()) <= strays:
        kept[0] = kept[0][place:]
    return "".join(kept) if len(kept) < len(lines) or place > 0 else text


_ORDER: Final = (Shape.MATRIX, Shape.BANDED, Shape.STRIP)
"""Whose label a text is that stands in several tables."""


@lru_cache(maxsize=4096)
def _named(text: str, labels: Labels) -> tuple[str, str] | None:
    """The label of the form that a text stands for, with the first cell it is about."""
    tables = sorted(labels.tables, key=lambda table: _ORDER.index(table.table.shape))
    return next((found for table in tables if (found := _label(text, table))), None)


def _label(text: str, table: TableLabels) -> tuple[str, str] | None:
    if table.table.shape is not Shape.STRIP:
        if row := table.row(text):
            label = next(one.label for one in table.table.rows if one.name == row)
            return label, table.table.row_paths(row)[-1]
        if group := table.group(text):
            return group, table.table.row_paths(table.table.groups[group][0].name)[-1]
    if column := table.column(text):
        return column, _under(table, column)
    return None


def _under(table: TableLabels, column: str) -> str:
    """A cell under a column: of a banded table the last of its first block, else the first."""
    under = [path for path, place in table.table.places.items() if place.column.label == column]
    if table.table.shape is not Shape.BANDED:
        return under[0]
    block = next(block for block in table.table.blocks if column in {head.label for head in block.columns})
    return table.path(block.rows[-1].name, column)
