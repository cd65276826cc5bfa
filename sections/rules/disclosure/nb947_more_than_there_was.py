"""More mended, taken back or adopted than there was."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sections.language.numerals import normalise
from sections.language.quantities import Number, counts
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_PAIRS: Final = (
    ("发放|发出|下发|印发|寄出", "收回|回收|反馈|收到|收悉"),
    ("发现|查出|查找|检测出|排查出|反馈|通报|指出", "整改|纠正|解决|修正|销号"),
    ("收到|收集|征集|征求|征得", "采纳|吸收"),
    ("承办|转办|交办|接到|收到|受理", "办结|办复|回复|答复|已办"),
    ("共有|现有|总数为?", "(?:已|全部)?(?:公布|公开|覆盖|建成|公示)"),
    ("参加|参训|参与", "(?:培训|考试|考核)?合格"),
)
"""What there was, and what became of it."""
_TOLD: Final = (
    "(?:已|均|全部|有效|及时|实际|共|其中|完成|了)*(?:{})"
    "(?:意见|建议|问题|到位|完毕|完成|了|有效|问卷|答卷|回执|表格|为|共|已)*"
)
_MORE: Final = re.compile("上年|去年|往年|结转|累计|历年|另|含|以来|遗留|此前|余|约")
"""Words of others that may have been added."""
_NEAR: Final = 24


class MoreThanThereWas(Rule):
    """Of what was found, sent or received no more can be mended, taken back or adopted."""

    code = "NB947"
    name = "办理的比收到的多"
    severity = Severity.WARNING
    checks = (
        "同一句里先写发放、发现、收到、转办多少，后写收回、整改、采纳、办结多少（单位相同）的，后一个数是否大于前一个数；"
        "“发现8个，已整改6个，另有2个正在整改”的两项之和是否等于总数。"
        "写明含上年、累计的不算；申请公开的件数由表格核对。"
    )
    why = "收回的问卷不会比发放的多，整改的问题不会比发现的多，必有一个数写错。"
    basis = ACCURATE
    wrong = "发放问卷500份，收回520份。"
    right = "发放问卷500份，收回482份。"
    how = "核对两个数，改正其中一个；包含以前年度的写明。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each pair of such numbers."""
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for words, quote in still_open(sentence):
                    yield self.finding(piece.where, words, quote)
                for before, after, quote in more_than_there_was(sentence):
                    unit = after.unit
                    words = f"“{quote}”：后一个数{after.text}{unit}大于前一个数{before.text}{unit}，请核对。"
                    yield self.finding(piece.where, words, quote)


@lru_cache(maxsize=2048)
def more_than_there_was(sentence: str) -> tuple[tuple[Number, Number, str], ...]:
    """(what there was, what became of it, the words) of each pair of numbers that cannot be."""
    return tuple(_found(sentence))


_STILL: Final = re.compile(
    r"(?:发现|查出|排查|指出|通报|收到|征集)[^，。；0-9]{0,10}(?P<all>[0-9]+)(?P<unit>[个条处项件])[^，。；0-9]{0,6}，(?:已|均|完成)*(?:整改|解决|办结|采纳|回复)[^，。；0-9]{0,6}"
    r"(?P<done>[0-9]+)(?P=unit)[^，。；0-9]{0,4}，(?:另有|尚有|还有|其余|剩余|仍有)(?P<left>[0-9]+)(?P=unit)(?:[^，。；]{0,4})(?:正在|尚|未|仍|待|整改|办理)"
)
"""「发现问题8个，已整改6个，另有2个正在整改」: both make the whole."""


def still_open(sentence: str) -> Iterator[tuple[str, str]]:
    """(message, quote) of each whole that is not what is done and what is left."""
    for match in _STILL.finditer(normalise(sentence)):
        whole, done, left = (int(match[name]) for name in ("all", "done", "left"))
        if done + left != whole:
            unit = match["unit"]
            words = f"“{match[0]}”：已办的{done}{unit}与未办的{left}{unit}之和不是{whole}{unit}。"
            yield words, match[0]


def _found(sentence: str) -> Iterator[tuple[Number, Number, str]]:
    numbers = counts(sentence)
    for before, after in pairwise(numbers):
        if (
            before.unit != after.unit
            or not (before.certain and after.certain)
            or after.amount <= before.amount
        ):
            continue
        head = re.split("[，、。；：]", sentence[: before.start])[-1]
        between = sentence[before.stop : after.start]
        if len(between) > _NEAR or _MORE.search(head + between) or "公开" in head:
            continue
        if any(
            re.search(there, head)
            and re.fullmatch("(?:问题|隐患|意见|建议|线索)?[，、（；]?" + _TOLD.format(done), between)
            for there, done in _PAIRS
        ):
            yield before, after, sentence[before.start - len(head) : after.stop]
