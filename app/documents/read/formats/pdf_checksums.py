"""Whether a PDF file says what was written: packed streams carry a sum of their bytes."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

_STREAM: Final = b"stream"
_LINE_END: Final = b"\r\n"
_END: Final = b"endstream"
_OBJECT: Final = b"obj"
_HEAD: Final = 400
"""Bytes before a stream in which its dictionary stands."""
_PACKED: Final = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_OF_NO_TEXT: Final = re.compile(rb"/Image\b|/Length1\b|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
"""Pictures and the outlines of letters, which are large and say nothing of what is written."""
_MOST: Final = 32 * 1024 * 1024
"""Bytes unpacked of one file."""
_WRONG_SUM: Final = "incorrect data check"


def is_damaged(data: bytes) -> bool:
    """Whether a stream of a file that is not locked cannot be unpacked, or its sum is wrong where those of
    others are right: some programs write no right sum at all."""
    sound = wrong = False
    left = _MOST
    for packed in _streams(data):
        unpacking = zlib.decompressobj()
        try:
            left -= len(unpacking.decompress(packed, left))
        except zlib.error as error:
            if _WRONG_SUM not in str(error):
                return True
            wrong = True
        else:
            sound = sound or unpacking.eof
        if (sound and wrong) or left <= 0:
            break
    return sound and wrong


def _streams(data: bytes) -> Iterator[bytes]:
    """The packed streams that may say what is written."""
    at = data.find(_STREAM)
    while at >= 0:
        start = at + len(_STREAM)
        head = data[max(0, at - _HEAD) : at].rpartition(_OBJECT)[2]
        is_end = data.startswith(_END, at + len(_STREAM) - len(_END))
        if not is_end and _PACKED.search(head) and not _OF_NO_TEXT.search(head):
            end = data.find(_END, start)
            yield data[start : end if end >= 0 else len(data)].lstrip(_LINE_END)
        at = data.find(_STREAM, start)
