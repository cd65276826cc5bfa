"""Answers of this year that are usually those of last year, to be seen by the clerk and never put in unasked.

What tells of a merit of the year (考核结果为优秀) or counts something is none of them."""

import re
from typing import Final

from sections.language.sentences import sentences
from sections.report.report import Report
from sections.report.unsaid import EVIDENCE
from sections.report.values import Quantity, Value

_USUAL: Final[dict[str, Value]] = {
    "proactive.other_channels": Quantity(0),
    "requests.on_time": True,
    "management.secrecy_review": True,
    "management.within_20_days": True,
    "supervision.assessment": "",
    "other.fee_notices": Quantity(0),
    "other.matters": "",
}
"""What most organs answer every year."""
_SHOWN: Final = ("management.secrecy_review", "management.within_20_days")
"""Which of them a sentence of last year's tells, where it was not asked."""
_DENIED: Final = re.compile("未|没有|不够|不及时|不严|滞后|超过|漏")


def as_before(field: str, answered: Value | None, last: Report | None) -> Value | None:
    """What may be answered as last year, ``answered`` then or told in its text; None for the rest."""
    usual = _USUAL.get(field)
    if usual is None or last is None:
        return None
    if answered is not None:
        return usual if answered == usual else None
    return usual if field in _SHOWN and _told(field, last) else None


def _told(field: str, last: Report) -> bool:
    """Whether a sentence says it, and none with the same words denies it."""
    text = "\n".join((last.overview.text, *last.paragraphs.values()))
    said = [sentence for sentence in sentences(text) if EVIDENCE[field].search(sentence)]
    return bool(said) and not any(_DENIED.search(sentence) for sentence in said)
