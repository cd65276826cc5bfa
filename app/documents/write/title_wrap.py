"""The organ's name in the title: a long one is parted between its words (GB/T 9704-2012, 7.3.1 词意完整)."""

import re
from typing import Final

from app.documents.layouts import Layout

_AFTER: Final = re.compile(r"人民政府|委员会|管理局|自治[区州县旗]|[省市州盟旗县区乡镇](?![政域])")


def first_line(organ: str, layout: Layout) -> str:
    """What of ``organ`` belongs on the title's first line; all of it where one line holds it.

    It is parted behind the name of a place or an office, near the middle, the first line not the shorter
    one; a name without such a place is left to the word processor, and comes back whole."""
    room = layout.width // (layout.title_size * 10)
    if len(organ) <= room:
        return organ
    ends = [match.end() for match in _AFTER.finditer(organ)]
    fits = [end for end in ends if len(organ) - end <= end <= room]
    return organ[: min(fits)] if fits else organ


def inset(organ: str, layout: Layout) -> int:
    """Twips to keep free at both sides so that ``organ`` turns behind its first line, or 0.

    No line break is put in: the name stays one text for whoever copies or reads the document."""
    first = first_line(organ, layout)
    if first == organ:
        return 0
    return max(0, (layout.width - round((len(first) + 0.4) * layout.title_size * 10)) // 2)
