"""「收到申请4件，均……答复」: a sentence that says of the applications counted that all were answered."""

import re
from typing import Final

_RECEIVED: Final = re.compile("(?:收到|接到|收办|受理|新收|接收)[^。；]*?[0-9]+[件宗]")
_ALL: Final = re.compile(
    "(?:均|全部|都|一律|件件|逐件)[^，。；]{0,40}?(?:答复|回复|办结|办理完毕|办理完结|办毕|处理完毕)(?![的率期时])"
)
_LIMITED: Final = re.compile("办结的|答复的|到期|应办结|应答复|届满|除|结转|其余|尚未|正在")
"""Words by which it speaks of some of them."""


def all_answered(sentence: str) -> str:
    """The words by which it says so; empty where it does not, or speaks only of those that were due."""
    received = _RECEIVED.search(sentence)
    match = _ALL.search(sentence, received.start()) if received else None
    return match[0] if match is not None and not _LIMITED.search(sentence) else ""
