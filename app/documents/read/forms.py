"""Which form a source is in: its labels tell, never its year."""

from collections.abc import Iterable

from app.documents.read.blocks import Block, Paragraph
from app.documents.read.likeness import bare, squeeze
from app.documents.read.tables.labels import labels_of
from sections.form.model import Form
from sections.form.registry import FORMS

_LONGEST = 60


def form_of(blocks: Iterable[Block]) -> Form:
    """The form whose labels and headings the source has most of; of equals one of whose signs occurs.

    A form that has signs is only taken where one of them occurs."""
    texts = frozenset(_texts(blocks))
    squeezed = frozenset(map(squeeze, texts))
    plain = frozenset(map(bare, texts))
    signed = [form for form in FORMS.values() if not squeezed.isdisjoint(map(squeeze, form.signs))]
    return max(
        [*signed, *(form for form in FORMS.values() if not form.signs)],
        key=lambda form: len(plain & labels_of(form).exact) + len(squeezed & _headings(form)),
    )


def _headings(form: Form) -> frozenset[str]:
    return frozenset(map(squeeze, form.headings.values()))


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    """The short texts of a source: lines and cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (line for line in block.text.split("\n") if len(line) <= _LONGEST)
        else:
            yield from (cell.text for row in block.rows for cell in row if len(cell.text) <= _LONGEST)
