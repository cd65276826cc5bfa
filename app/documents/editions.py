"""What tells the editions of a report apart once they are files: the marks at the head of their pages."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sections.report.report import Report

REVIEW_HEAD: Final = "送审稿，供内部审核"
"""At the head of every page of the reviewer's edition."""


def is_review(report: "Report") -> bool:
    """Whether a report was read from a reviewer's edition of ours: its marks stand among the text and the
    numbers, so that it is never taken for the report itself."""
    return any(remnant.kind == "mark" and remnant.text == REVIEW_HEAD for remnant in report.remnants)
