"""Labels that are broken over lines of a text, put together again."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from app.documents.read.blocks import Cell
from app.documents.read.likeness import has_open_bracket
from app.documents.read.tables.cell_order import is_words
from app.documents.read.tables.labels import is_label, is_whole_label

_ENUMERATOR: Final = re.compile(r"[（(][一二三四五六七][)）]|[一二三四]、")
_MOST_PIECES: Final = 5
_MOST_ALIKE: Final = 3
"""Pieces of which something is put together that is only like a label."""


def joined(flat: Sequence[Cell]) -> list[Cell]:
    """The cells in order, a label that is broken over some of them as one."""
    result: list[Cell] = []
    for has_words, run in groupby(flat, is_words):
        if has_words:
            result += _labels(list(run))
        else:
            result += run
    return result


def _labels(run: Sequence[Cell]) -> Iterator[Cell]:
    """Cells with words that follow one another, those that are one label together as one."""
    at = 0
    while at < len(run):
        words = run[at : at + _MOST_PIECES]
        count = _pieces(words) if len(words) > 1 else 1
        text = "".join(cell.text for cell in words[:count]) if count > 1 else ""
        yield Cell(text, run[at].origin) if text else run[at]
        at += count


def _pieces(words: Sequence[Cell]) -> int:
    """How many cells from the first one on are one label: as few as give one to the letter, or else
    something like one; 1 where it stands alone, as one to the letter does whose brackets are closed."""
    texts = [cell.text for cell in words]
    if is_whole_label(texts[0]) and not has_open_bracket(texts[0]):
        return 1
    counts = range(2, len(texts) + 1)
    whole = (count for count in counts if _is_whole(texts[:count]))
    alike = (count for count in counts if count <= _MOST_ALIKE and _is_alike(texts[:count]))
    return next(whole, None) or next(alike, None) or 1


def _is_whole(texts: Sequence[str]) -> bool:
    """Whether pieces are a label to the letter, and none behind the first is one of its own."""
    return is_whole_label("".join(texts)) and not any(map(is_whole_label, texts[1:]))


def _is_alike(texts: Sequence[str]) -> bool:
    """Whether pieces, none of them a label, are like one together; its numbering may lead it."""
    if not is_label("".join(texts)):
        return False
    led = len(texts) == 2 and _ENUMERATOR.fullmatch(texts[0].strip()) is not None
    return led or not any(map(is_label, texts))
