"""The organ's name in the title: a long one is parted between its words (GB/T 9704-2012, 7.3.1 词意完整)."""

import re
from typing import Final

from app.documents.layouts import Layout

_AFTER: Final = re.compile(r"人民政府|委员会|管理局|自治[区州县旗]|[省市州盟旗县区乡镇](?![政域])")


def title_lines(organ: str, layout: Layout) -> str:
    """``organ`` with a line feed between the lines that the title needs; none where one line holds it.

    It is parted behind the name of a place or an office, as near to the middle as may be; a name without
    such a place is left to the word processor."""
    room = layout.width // (layout.title_size * 10)
    if len(organ) <= room:
        return organ
    ends = [match.end() for match in _AFTER.finditer(organ)]
    fits = [end for end in ends if end <= room and len(organ) - end <= room]
    if not fits:
        return organ
    end = min(fits, key=lambda end: abs(2 * end - len(organ)))
    return f"{organ[:end]}\n{organ[end:]}"
