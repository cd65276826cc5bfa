"""Part three: requests received and handled, by applicant (件)."""

from pydantic import Field

from sections.base import Count, Section


class RequestRow(Section):
    """One row of the table, by applicant; ``total`` as computed (a draft) or as printed (an import)."""

    natural_person: Count = None
    enterprise: Count = None
    research: Count = None
    public_interest: Count = None
    legal_service: Count = None
    other: Count = None
    total: Count = None


def _row() -> RequestRow:
    return Field(default_factory=RequestRow)


class Requests(Section):
    """The 25 rows of the table of part three, in the order of the form."""

    new: RequestRow = _row()
    carried_in: RequestRow = _row()
    granted: RequestRow = _row()
    partial: RequestRow = _row()
    denied_state_secret: RequestRow = _row()
    denied_law_forbids: RequestRow = _row()
    denied_security_stability: RequestRow = _row()
    denied_third_party: RequestRow = _row()
    denied_internal_affairs: RequestRow = _row()
    denied_process: RequestRow = _row()
    denied_enforcement_file: RequestRow = _row()
    denied_admin_query: RequestRow = _row()
    unavailable_not_held: RequestRow = _row()
    unavailable_needs_creation: RequestRow = _row()
    unavailable_unclear: RequestRow = _row()
    rejected_petition: RequestRow = _row()
    rejected_repeat: RequestRow = _row()
    rejected_publication: RequestRow = _row()
    rejected_excessive: RequestRow = _row()
    rejected_reconfirm: RequestRow = _row()
    other_no_correction: RequestRow = _row()
    other_no_fee: RequestRow = _row()
    other_other: RequestRow = _row()
    total: RequestRow = _row()
    carried_out: RequestRow = _row()
