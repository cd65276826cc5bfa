"""Rows of a table pasted as a line of text whose cells are set apart by spaces alone."""

import re

from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import holds_number, read_number

_UNIT = re.compile(r"(?<=\d)[ \u3000]+(?=(?:万元|[元件条])(?:\s|$))")
"""The space between a number and its unit."""
_LEAST = 3
"""Numbers in a line that has no label; fewer may be one number with spaces in it."""
_LONGEST = 400
_MOST_LABELS = 8
"""Words before the numbers: groups and a label, some of them with spaces inside."""


def split_row(line: str) -> list[str]:
    """The cells of a line: a label and the numbers behind it, heads, or numbers alone; else the line itself.

    A blank cell leaves no trace, so that a row may have too few cells; it is then in doubt, never shifted."""
    words = _UNIT.sub("", line[:_LONGEST]).split()
    if len(words) < 2 or len(line) > _LONGEST or read_number(line) is not None:
        return [line.strip()]
    at = len(words)
    while at and holds_number(words[at - 1]):
        at -= 1
    labels, numbers = words[:at], words[at:]
    if not labels:
        return words if len(words) >= _LEAST else [line.strip()]
    if all(is_label(word) for word in labels):
        return words
    if is_label("".join(labels)):
        return ["".join(labels), *numbers]
    if numbers and any(is_label(word) for word in labels[:_MOST_LABELS]):
        return words
    return [line.strip()]
