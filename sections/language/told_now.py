"""A sentence without what a number was in another year: 「解读由上年的9篇增加到14篇」 as 「解读14篇」."""

from dataclasses import replace
from typing import Final

from sections.language.quantities import Reduced, encoded
from sections.language.wordings import pattern

_GREW: Final = "(增加|增长|增|上升|提高|提升|升|扩大|减少|下降|降低|降|减|精简|压减|整合|归并)"
_FROM: Final = pattern(
    f"(由|从|自){{item 12}}{{other}}(、{{item 8}}{{other}})*，?"
    f"{_GREW}(到|至|为|成)({{year}}度?)?的?(?={{other}})"
)
_LAST_YEAR: Final = pattern(
    f"(?<![较比])(?<!{{year}})(去年|上年){{item 14}}{{other}}，(今年|本年度?)?{_GREW}(到|至|为)(?={{other}})"
)
_RATE: Final = pattern(
    f"(同比|<较上年>){_GREW}({{other:%}})?，(?=(达到?|为|至|共计?)?{{other:条篇件次期场个份人次}})"
)
_THIS: Final = encoded("今年")


def told_now(line: Reduced) -> Reduced:
    """``line`` where each number that is told with what it was before follows its thing at once."""
    for words in (_FROM, _RATE):
        for match in reversed(words.find(line)):
            line = _without(line, *match.span())
    for match in _LAST_YEAR.find(line)[:1]:
        start, end = match.span()
        number = next(place for place in line.places if place >= start)
        text = line.text[:start] + _THIS + line.text[start + len(_THIS) :]
        line = _without(replace(line, text=text), number, end)
    return line


def _without(line: Reduced, start: int, end: int) -> Reduced:
    """``line`` without the words between two places, the latter that of a number."""
    kept = [
        (number, place)
        for number, place in zip(line.numbers, line.places, strict=True)
        if not start <= place < end
    ]
    return replace(
        line,
        text=line.text[:start] + line.text[end:],
        numbers=tuple(number for number, _ in kept),
        places=tuple(place if place < start else place - (end - start) for _, place in kept),
    )
