"""Which rows of a sheet are running text and which a table, where nothing stands between them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from app.documents.read.headings import heading_of
from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import is_blank, read_number

Row = tuple[int, list[str]]
"""The number of a row in its sheet, and its cells."""
_LONG: Final = 30
_ENDS: Final = ("。", "：", ":", "！", "；")


def text_and_tables(rows: Sequence[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Rows that follow one another, cut into text (true) and tables."""
    wide = [at for at, (_, row) in enumerate(rows) if len(_filled(row)) > 1 and not _is_text(row)]
    if not wide:
        numbers = any(read_number(text) is not None for _, row in rows for text in _filled(row[1:]))
        yield list(rows), not numbers
        return
    first, last = wide[0], wide[-1]
    while first and _is_head(rows[first - 1][1]):
        first -= 1
    while last + 1 < len(rows) and _is_head(rows[last + 1][1]):
        last += 1
    texts = [not first <= at <= last or _is_text(row) for at, (_, row) in enumerate(rows)]
    for is_text, piece in groupby(zip(texts, rows, strict=True), key=lambda one: one[0]):
        yield [row for _, row in piece], is_text


def _filled(row: Sequence[str]) -> list[str]:
    return [text.strip() for text in row if not is_blank(text)]


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row is nothing but a label that stands over others."""
    return not _is_text(row) and all(map(is_label, _filled(row)))


def _is_text(row: Sequence[str]) -> bool:
    """Whether a row says a heading or a sentence, and no number or label."""
    filled = _filled(row)
    if any(is_label(text) or (len(filled) > 1 and read_number(text) is not None) for text in filled):
        return False
    return any(
        heading_of(text) or text.endswith(_ENDS) or (len(text) > _LONG and "。" in text) for text in filled
    )
