"""What the words behind a number say of another year: 「15项，较去年增加8项」, 「，与去年持平」."""

from typing import Final

from sections.language.quantities import Reduced
from sections.language.statement import Comparison
from sections.language.wordings import pattern

_CHANGE: Final = pattern(
    "({item 6 -（）})?[，（]?(较|比|同比)(去年|上年|上一年度?|上年度)?(同期)?"
    "(新增|增加|增长|多|增|减少|下降|少|减|持平|相同)({n:})?"
)
_SAME: Final = pattern("[，（]?(与|和|同)(去年|上年)(持平|相同)")
_LESS: Final = ("减少", "下降", "少", "减")


def comparison(line: Reduced, place: int) -> tuple[Comparison, int] | None:
    """What stands at ``place`` of the reduced text, and where it ends; None where nothing is compared."""
    if same := _SAME.regex.match(line.text, place):
        return Comparison(0), same.end()
    match = _CHANGE.regex.match(line.text, place)
    if match is None:
        return None
    words = match[0][: match.start("n") - match.start()] if match["n"] else match[0]
    if words.endswith(("持平", "相同")):
        return Comparison(0), match.end()
    way = -1 if words.rstrip().endswith(_LESS) else 1
    number = line.number(match.start("n")) if match["n"] else None
    if number is None or number.value is None:
        return Comparison(way), match.end()
    if number.measure == "%":
        return Comparison(way, percent=way * number.value, exact=number.exact), match.end()
    return Comparison(way, by=number.value, exact=number.exact), match.end()
