"""Names of what others may rely on, ``nianbao/<what>/<number>``: another number is refused by its number."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_NAME: Final = re.compile(r"(nianbao/[a-z]+)/(\d{1,9})")


def why_refused(found: Any, expected: str) -> str:
    """In a few words why a ``schema`` is not the expected one; empty where it is."""
    if found == expected:
        return ""
    name = _NAME.fullmatch(found) if isinstance(found, str) else None
    what, _, number = expected.rpartition("/")
    if name is None or name[1] != what:
        return f"schema 应为 {expected}，不是“{found}”"
    return f"是第{int(name[2])}版的格式，这个版本的年报助手只认第{number}版"


def unknown_names(given: Any, known: Any, place: str = "") -> Iterator[str]:
    """The names of plain JSON data that ``known``, the same data as it was understood, does not have."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for name, value in given.items():
            if name not in known:
                yield f"{place}{name}"
            else:
                yield from unknown_names(value, known[name], f"{place}{name}.")
    elif isinstance(given, list) and isinstance(known, list):
        for number, (one, other) in enumerate(zip(given, known, strict=False)):
            yield from unknown_names(one, other, f"{place}{number}.")
