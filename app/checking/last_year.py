"""What a checked report is compared with: a report that was given, one checked beside it, or one kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.documents.editions import is_review
from sections.organ_names import same_organ

if TYPE_CHECKING:
    from sections.report.report import Report


class Source(StrEnum):
    """Where last year's report came from."""

    GIVEN = "given"
    """``--last-year``."""
    BESIDE = "beside"
    """Another file of the same call."""
    STORE = "store"
    """The reports kept on this computer."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Which report another one was compared with; ``file`` is empty for one that is kept."""

    unit: str
    year: int
    source: Source
    file: str = ""

    @property
    def words(self) -> str:
        """「示例县民政局2023年的年报（a.docx）」."""
        place = self.file or "保存在年报助手里"
        return f"{self.unit or '没有写明单位'}{f'{self.year}年' if self.year else ''}的年报（{place}）"


@dataclass(frozen=True, slots=True)
class LastReport:
    """Last year's report and how it is named."""

    report: "Report"
    source: Source
    file: str = ""
    whose: str = ""
    """The name that it was written under, where it counts as the report of another name or organ."""

    @property
    def compared(self) -> Compared:
        """What is said of it."""
        return Compared(self.whose or self.report.unit, self.report.year, self.source, self.file)


def _nothing(_: "Report") -> "tuple[LastReport | None, str]":
    return None, ""


def _none(_: "Report") -> "tuple[Report, ...]":
    return ()


def _no_one_report(fitting: list[LastReport]) -> str:
    """In a sentence why what was given is not one report of the year before, if it is not."""
    names = "、".join(one.file for one in fitting)
    units = list(dict.fromkeys(report.report.unit for report in fitting if report.report.unit))
    if any(not same_organ(units[0], unit) for unit in units):
        how = "合并而来的，请都导入，用 nianbao organs --predecessor 登记，数字会相加"
        return f"上年的年报是几个单位的（{names}），没有用来比较；{how}。"
    if len({tuple(report.report.cells.items()) for report in fitting}) > 1:
        return f"上年的年报有几份，数字不一样（{names}），没有用来比较。"
    return ""


@dataclass(frozen=True, slots=True)
class LastYear:
    """Reports that were given, and where to look for others.

    ``find`` gives last year's report of a report's organ, or None, and a sentence where there is more to say
    of it; it must be a function of a module, so that it can be handed to helper processes. ``predecessor``
    takes a given report for that of the organ that was there before it, whatever its name."""

    given: tuple[LastReport, ...] = ()
    find: "Callable[[Report], tuple[LastReport | None, str]]" = _nothing
    predecessor: bool = False
    find_earlier: "Callable[[Report], tuple[Report, ...]]" = _none
    """The same for the reports of the years before last year's, newest first."""

    def earlier(self, report: "Report") -> "tuple[Report, ...]":
        """The reports of the years before last year's: those that were given, else those that are found."""
        given = [one.report for one in self.given if self._is_earlier(one.report, report)]
        return tuple(sorted(given, key=lambda report: -report.year)) or self.find_earlier(report)

    def _is_earlier(self, one: "Report", report: "Report") -> bool:
        before = 0 < one.year < report.year - 1
        return before and same_organ(one.unit, report.unit) and not is_review(one)

    def of(self, report: "Report") -> tuple[LastReport | None, str]:
        """What to compare ``report`` with, and a sentence where none of the given ones is its last year's."""
        all_fitting = [one for one in self.given if self._precedes(one.report, report)]
        kept, told = (None, "") if all_fitting else self.find(report)
        if kept and not told:
            all_fitting = self._under_its_name(kept)
        fitting = [report for report in all_fitting if not is_review(report.report)] or all_fitting[:1]
        if no_one := _no_one_report(fitting):
            return None, no_one
        if fitting:
            return fitting[0], ""
        return kept, (self._unfit() if self.given else "") + told

    def _under_its_name(self, kept: LastReport) -> list[LastReport]:
        """The given reports of the organ that ``kept``, which counts in full, is of, by a name that is known
        to have been its own; they count as that one does."""
        organ, named = kept.report.unit, (kept.whose, kept.report.year)
        mine = [report for report in self.given if (report.report.unit, report.report.year) == named]
        return [
            replace(report, report=report.report.model_copy(update={"unit": organ}), whose=kept.whose)
            for report in mine
        ]

    def _precedes(self, last: "Report", report: "Report") -> bool:
        years = not (last.year and report.year) or last.year == report.year - 1
        unnamed = not (last.unit and report.unit)
        return years and (self.predecessor or unnamed or same_organ(last.unit, report.unit))

    def _unfit(self) -> str:
        told = "、".join(f"“{one.report.unit}”{one.report.year}年" for one in self.given[:5])
        more = f"等{len(self.given)}份" if len(self.given) > 5 else ""
        return f"上年的年报是{told}{more}的，与这一份不衔接，没有用来比较。"
