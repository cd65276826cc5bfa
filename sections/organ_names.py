"""Whether two names are the same organ's: a name may have lost its region, never a part of itself.

「示例县民政局」 and 「民政局」 are one organ, 「河东镇」 and 「东镇」 are two: what the longer name has more
must be a region. A government is named with and without 「人民政府」. What a name alone cannot tell (a bureau
renamed, merged or split) is for the clerk to say."""

import re
import unicodedata
from typing import Final

_REGION: Final = re.compile(
    r".*(?:[^省市州盟镇乡]{2,}(?:省|市|州|盟|镇|乡)|[^县区旗]+(?:县|区|旗)|自治[区州县旗]|街道)"
)
"""Words that end with a region and hold nothing behind it; a 县 may have a name of one character, 和县."""
_RANKS: Final = frozenset("省市县区旗州镇乡")
_GOVERNMENT: Final = re.compile(r"(?<=[省市县区州盟旗镇乡])(?:人民)?政府$")
_NO_LETTER: Final = re.compile(r"[\s·•]+")


def same_organ(one: str, other: str) -> bool:
    """Whether two names are one organ's; False where either is empty."""
    longer, shorter = sorted((_plain(one), _plain(other)), key=len, reverse=True)
    if longer == shorter:
        return bool(shorter)
    if len(shorter) < 2 or not longer.endswith(shorter):
        return False
    before = longer.removesuffix(shorter)
    if _REGION.fullmatch(before):
        return True
    return shorter[0] in _RANKS and len(shorter) > 2 and bool(_REGION.fullmatch(before + shorter[0]))


def _plain(name: str) -> str:
    return _GOVERNMENT.sub("", _NO_LETTER.sub("", unicodedata.normalize("NFKC", name)))
