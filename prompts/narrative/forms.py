"""The forms of interpretation that an organ names: 「采取文字解读、图片解读等方式」.

A form that is counted and not named is added where the others stand; one that is named and counted as none
makes the sentence untrue."""

import re
from typing import Final

from sections.report.report import Report
from sections.report.values import Quantity

_FORMS: Final = {
    "proactive.interpretations_text": ("文字", "文字|文稿"),
    "proactive.interpretations_image": ("图片", "图片|图文|图解|图表|漫画"),
    "proactive.interpretations_video": ("视频", "短?视频|音视频|动漫|动画"),
}
"""Each form's fact, the word for it, and the words by which organs name it."""
_NAME: Final = "|".join(names for _, names in _FORMS.values())
_MANNER: Final = "(?:解读|解析)?"
_ONE: Final = f"(?:{_NAME}){_MANNER}"
_LIST: Final = re.compile(
    f"{_ONE}(?:、{_ONE})*(?P<last>(?P<joint>、|和|及|以及)(?:{_NAME})(?P<manner>{_MANNER}))"
)
_OF_READING: Final = "解读"
_COUNTED: Final = re.compile("[0-9]")


def added(text: str, report: Report) -> tuple[int, str]:
    """Where a list of forms lacks what is counted this year, and what is put there; ``(0, "")``: no list."""
    found = _list_of(text)
    if found is None:
        return 0, ""
    missing = [
        word
        for fact, (word, names) in _FORMS.items()
        if _count(fact, report) and not re.search(names, found[0])
    ]
    words = "".join(f"、{word}{found['manner']}" for word in missing)
    return (found.end() if found["joint"] == "、" else found.start("last")), words


def untrue(text: str, report: Report) -> bool:
    """Whether a list names a form of which there is none this year."""
    found = _list_of(text)
    return found is not None and any(
        _count(fact, report) == 0 and re.search(names, found[0]) for fact, (_, names) in _FORMS.items()
    )


def _list_of(text: str) -> re.Match[str] | None:
    """The list of forms in a sentence about interpretation; none where its forms are counted one by one."""
    found = _LIST.search(text)
    counted = found is not None and _COUNTED.match(text, found.end())
    return found if found is not None and _OF_READING in text and not counted else None


def _count(fact: str, report: Report) -> int | None:
    value = report.fact(fact)
    return value.value if isinstance(value, Quantity) else None
