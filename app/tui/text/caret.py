"""A place in a text, as a number of characters and as a line and a column."""


def index(text: str, place: tuple[int, int]) -> int:
    """How many characters stand before ``place``, a line and a column."""
    row, column = place
    return sum(len(line) + 1 for line in text.split("\n")[:row]) + column


def location(text: str, caret: int) -> tuple[int, int]:
    """The line and the column behind ``caret`` characters."""
    before = text[: max(caret, 0)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
