"""Elements of Word's XML by name. Most have few children, which are looked through faster than searched."""

from typing import Any, Final

MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def first_child(element: Any | None, tag: str) -> Any | None:
    """The first child with that tag."""
    for child in () if element is None else element:
        if child.tag == tag:
            return child
    return None


def first_children(element: Any | None) -> dict[str, Any]:
    """Tag -> the first child that has it."""
    found: dict[str, Any] = {}
    for child in () if element is None else element:
        found.setdefault(child.tag, child)
    return found
