"""How the tables of a source deviate from the form where their numbers are certain all the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from app.documents.read.blocks import Grid
from app.documents.read.labels import (
    bare,
    dispute_column,
    is_short,
    proactive_column,
    proactive_row,
    request_column,
    request_group,
    request_row,
)
from sections.form import (
    DISPUTE_COLUMNS,
    PROACTIVE_COLUMNS,
    PROACTIVE_DOCUMENT_ROWS,
    PROACTIVE_SINGLE_ROWS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    RESULT_GROUPS,
)
from sections.report.parts import Remark

_ROWS: Final = {row.name: (row.label, f"requests.{row.name}.total") for row in REQUEST_ROWS}
_GROUPS: Final = {label: (label, f"requests.{rows[0]}.total") for label, rows in RESULT_GROUPS.items()}
_HEADS: Final = {column.name: (column.label, f"requests.new.{column.name}") for column in REQUEST_COLUMNS}
_DOCUMENTS: Final = {
    row.name: (row.label, f"proactive.{row.name}.in_force") for row in PROACTIVE_DOCUMENT_ROWS
} | {row.name: (row.label, f"proactive.{row.name}") for row in PROACTIVE_SINGLE_ROWS}
_DOCUMENT_HEADS: Final = {
    column.name: (column.label, f"proactive.normative_documents.{column.name}")
    for column in PROACTIVE_COLUMNS
}
_OUTCOMES: Final = {
    column.name: (column.label, f"disputes.reconsideration.{column.name}") for column in DISPUTE_COLUMNS
}
_Labels = Mapping[str, tuple[str, str]]
_KINDS: Final[tuple[tuple[Callable[[str], str | None], _Labels], ...]] = (
    (request_row, _ROWS),
    (request_group, _GROUPS),
    (request_column, _HEADS),
    (proactive_row, _DOCUMENTS),
    (proactive_column, _DOCUMENT_HEADS),
    (dispute_column, _OUTCOMES),
)


def label_remarks(grids: Iterable[Grid]) -> list[Remark]:
    """Labels that are printed otherwise than in the form and nowhere as in the form, one remark each."""
    texts = dict.fromkeys(cell.text for grid in grids for row in grid.rows for cell in row)
    found: dict[str, Remark] = {}
    right: set[str] = set()
    for text in texts:
        for label, where in _named(text):
            if bare(text) == bare(label):
                right.add(label)
            elif not is_short(text):
                kind = "label" if bare(text) not in bare(label) else "short_label"
                found.setdefault(label, Remark(kind=kind, where=where, printed=text.strip(), right=label))
    return [remark for label, remark in found.items() if label not in right]


def _named(text: str) -> Iterator[tuple[str, str]]:
    """The label of the form that a text stands for, with the first field it is about."""
    for find, labels in _KINDS:
        name = find(text)
        if name is not None and name in labels:
            yield labels[name]
            return
