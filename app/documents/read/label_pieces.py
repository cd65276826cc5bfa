"""Pieces of the labels of the forms, as a source has them that breaks a label over lines or cells."""

from functools import cache

from app.documents.read.likeness import squeeze
from sections.form.registry import FORMS


def is_piece_of_label(text: str) -> bool:
    """Whether a text stands in a label of a form as it is printed there."""
    plain = squeeze(text)
    return not plain or any(plain in label for label in _printed())


@cache
def _printed() -> frozenset[str]:
    return frozenset(
        squeeze(cell.text)
        for form in FORMS.values()
        for table in form.tables.values()
        for cell in table.cells
    )
