"""What one report says otherwise than another, line by line: numbers, then sentences."""

from collections.abc import Iterator
from typing import Final

from sections.language.sentences import sentences
from sections.report.cells import Number
from sections.report.report import Report

_SHOWN: Final = 60


def differences(before: Report, after: Report) -> tuple[str, ...]:
    """Every number and sentence that differs, in the order of the report; () where they say the same."""
    return (*_numbers(before, after), *_texts(before, after))


def _numbers(before: Report, after: Report) -> Iterator[str]:
    if before.form_id != after.form_id:
        yield "两份年报的表格格式不同，没有逐格比较。"
        return
    for path, label in after.form.labels.items():
        if path in after.form.places and (old := before.number(path)) != (new := after.number(path)):
            yield f"{label}：{_shown(old)} → {_shown(new)}"


def _shown(number: Number | None) -> str:
    return "空白" if number is None else f"{number:f}" if not isinstance(number, int) else str(number)


def _texts(before: Report, after: Report) -> Iterator[str]:
    old, new = (_sentences(report) for report in (before, after))
    for sentence in old:
        if sentence not in new:
            yield f"少了：{_short(sentence)}"
    for sentence in new:
        if sentence not in old:
            yield f"多了：{_short(sentence)}"


def _sentences(report: Report) -> dict[str, None]:
    """In order, without white space, so that a report says the same in every kind of file."""
    parts = (report.opening, report.overview.text, report.problems.text, report.other.text)
    found = (sentence for part in parts if part for line in part.splitlines() for sentence in sentences(line))
    return dict.fromkeys(plain for sentence in found if (plain := "".join(sentence.split())))


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN]}……"
