"""What running text counts that the tables count too: each subject with its wordings, the surest first.

A number that one subject has read is not read by another, so their order matters. What the tables say of each
stands in ``sums``."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sections.facts.cells.applicants import APPLICANTS
from sections.facts.cells.disputes import DISPUTES
from sections.facts.cells.disputes import OUTCOMES as ENDINGS
from sections.facts.cells.documents import DOCUMENTS, FEES
from sections.facts.cells.outcomes import GROUPS, ROWS
from sections.facts.cells.requests import ANSWERED, APPLICATIONS, CARRIED, HANDLED, TOTALS
from sections.form.elements import UNNAMED_TOPICS
from sections.language.subject import Subject

_NOT_OF_REQUESTS: Final = frozenset({"overview.management", "overview.platform", "overview.supervision"})
"""Paragraphs in which 办结 and 受理 are said of other things."""
_NOT_ANSWERED: Final = _NOT_OF_REQUESTS | {"overview.proactive", UNNAMED_TOPICS}


def _of_requests(subject: Subject) -> Subject:
    elsewhere = _NOT_ANSWERED if subject.id == "requests.total.total" else _NOT_OF_REQUESTS
    return replace(subject, elsewhere=elsewhere)


CELLS: Final[dict[str, Subject]] = {
    subject.id: _of_requests(subject) if subject.id.startswith("requests.") else subject
    for subject in (*CARRIED, *APPLICANTS, *DISPUTES, *ENDINGS, *ROWS, *GROUPS, *TOTALS, *DOCUMENTS, FEES)
}
"""By id, which is the path of a cell or names a sum of cells."""


def _ids(*groups: Iterable[Subject]) -> frozenset[str]:
    return frozenset(subject.id for group in groups for subject in group)


APPLICANT_SUBJECTS: Final = _ids(APPLICANTS)
REQUEST_SUBJECTS: Final = _ids(CARRIED, APPLICANTS, TOTALS)
GROUP_SUBJECTS: Final = _ids(GROUPS)
RESULT_SUBJECTS: Final = _ids(ROWS, GROUPS)
OUTCOME_SUBJECTS: Final = _ids(ENDINGS)
DISPUTE_SUBJECTS: Final = _ids(DISPUTES, ENDINGS)
DOCUMENT_SUBJECTS: Final = _ids(DOCUMENTS)
OF_ANY_REQUESTS: Final = _ids((ANSWERED, APPLICATIONS, HANDLED))
"""What a wording reads at the end of a clause that may say of which requests it speaks."""
