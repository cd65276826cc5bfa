"""Which report a checked one is compared with: the one given for all, or what is known of its last year."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sections.report.report import Report


def _nothing(_: "Report") -> "Report | None":
    return None


@dataclass(frozen=True, slots=True)
class LastYear:
    """A report that was given for all files, and where to look for others.

    ``find`` gives last year's report of a report's organ, or None; it must be a function of a module, so that
    it can be handed to helper processes."""

    given: "Report | None" = None
    find: "Callable[[Report], Report | None]" = _nothing

    def of(self, report: "Report") -> "tuple[Report | None, str]":
        """What to compare ``report`` with, and a sentence where the given one does not precede it."""
        if self.given is None:
            return self.find(report), ""
        if _precedes(self.given, report):
            return self.given, ""
        note = f"上年的年报是“{self.given.unit}”{self.given.year}年的，与这一份不衔接，没有用来比较。"
        return self.find(report), note


def _precedes(last: "Report", report: "Report") -> bool:
    """Whether ``last`` may be last year's report of the organ, whose name may have lost its region."""
    years = not (last.year and report.year) or last.year == report.year - 1
    return years and (last.unit.endswith(report.unit) or report.unit.endswith(last.unit))
