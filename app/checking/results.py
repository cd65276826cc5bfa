"""Checking one file: what is selected, what is found, what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.checking.last_year import Compared, LastReport, LastYear
from app.checking.proofreading import proofread
from app.documents.editions import is_review
from app.errors import SessionError
from app.exit_codes import ExitCode
from sections.errors import NianbaoError
from sections.form.registry import form
from sections.rules.base import Finding, Severity

if TYPE_CHECKING:
    from sections.form.model import Form
    from sections.report.report import Report
    from sections.rules.office import OfficeRules


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules count: codes or beginnings of codes (``NB3``); nothing selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    proofread: bool = False
    """Whether the dictionary is asked for slips of the pen as well."""
    office: "OfficeRules | None" = None
    """What the office has said of levels and phrases."""

    @classmethod
    def of(
        cls, select: str, ignore: str, *, proofread: bool = False, office: "OfficeRules | None" = None
    ) -> "Selection":
        """From what was typed, codes parted by commas. Raises ``SessionError`` for a code there is not."""
        return cls(_codes(select), _codes(ignore), proofread, office)

    def allows(self, code: str) -> bool:
        """Whether findings of a rule are wanted."""
        return (not self.select or code.startswith(self.select)) and not (
            self.ignore and code.startswith(self.ignore)
        )


def _codes(typed: str) -> tuple[str, ...]:
    from sections.rules.run import RULES

    codes = tuple(code.upper() for code in typed.replace("，", ",").replace(" ", ",").split(",") if code)
    for code in codes:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise SessionError(f"没有编号为“{code}”的规则。", "运行 nianbao rules 可以看到全部编号。")
    return codes


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of one target; ``failure`` says in a sentence why there is none."""

    target: str
    unit: str = ""
    year: int = 0
    findings: tuple[Finding, ...] = ()
    failure: str = ""
    last: Compared | None = None
    """Last year's report that it was compared with, where one was known."""
    unread: int = 0
    """Places that could not be read for certain, whatever rules were selected."""
    note: str = ""
    """What else is to be said of the check as a whole."""
    form_id: str = "2021"
    """Of the report's form, in whose words places are told."""
    stored: bool = False
    """Whether ``target`` names a report that nianbao keeps and no file."""

    @property
    def form(self) -> "Form":
        """The report's form."""
        return form(self.form_id)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity; those answered are none of them."""
        return sum(finding.severity is severity and not finding.answer for finding in self.findings)

    @property
    def answered(self) -> int:
        """How many findings were answered: right as it is."""
        return sum(bool(finding.answer) for finding in self.findings)

    @property
    def code(self) -> ExitCode:
        """What the command ends with for this target alone."""
        if self.failure:
            return ExitCode.FAILED
        return ExitCode.FINDINGS if self.count(Severity.ERROR) else ExitCode.OK


def check_report(
    target: str,
    report: "Report",
    last: LastReport | None,
    selection: Selection,
    *,
    earlier: "Sequence[Report]" = (),
    note: str = "",
) -> Checked:
    """Hold a report against the selected rules, beside last year's and ``earlier`` ones, newest first."""
    from sections.report.gaps import gaps_of
    from sections.rules.base import Context
    from sections.rules.run import RULES, check

    suspected = proofread(report) if selection.proofread else {}
    before = None if last is None else last.report
    context = Context(report, before, earlier=tuple(earlier), suspected=suspected, office=selection.office)
    chosen = selection.select or selection.ignore
    found = check(context, [rule for rule in RULES if selection.allows(rule.code)] if chosen else RULES)
    return Checked(
        target,
        report.unit,
        report.year,
        tuple(found),
        last=None if last is None else last.compared,
        unread=len(list(gaps_of(report))),
        note=note,
        form_id=report.form_id,
    )


def check_beside(target: str, report: "Report", last_year: LastYear, selection: Selection) -> Checked:
    """Hold a report against the selected rules, beside what ``last_year`` knows of the years before."""
    last, note = last_year.of(report)
    if is_review(report):
        return _of_review(check_report(target, report, None, selection))
    return check_report(target, report, last, selection, earlier=last_year.earlier(report), note=note)


def _of_review(checked: Checked) -> Checked:
    """The result of a reviewer's edition: the marks that it carries are told; what they hide or add to the
    text and the numbers is nothing to judge a report by."""
    from sections.rules.disclosure.nb958_carried_along import CarriedAlong

    carried = tuple(finding for finding in checked.findings if finding.code == CarriedAlong.code)
    told = "这是送审稿，里面有审核用的标记，数字和文字没有检查。请检查正式文本。"
    return replace(checked, findings=carried, unread=0, note=told)


def check_file(target: str, last_year: LastYear, selection: Selection) -> Checked:
    """Read a file and check it beside last year's report, where one is known.

    Whatever is wrong with the file is told in ``failure``; nothing is raised."""
    from app.documents.read.importer import read_report

    try:
        return check_beside(target, read_report(Path(target)), last_year, selection)
    except NianbaoError as error:
        return Checked(target, failure=str(error))


def of_section(form: "Form", findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Findings by heading, in the order of the document."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.section, []).append(finding)
    order = [*form.headings, *grouped]
    sections = sorted(grouped, key=order.index)
    return [(form.headings.get(section, "其他"), grouped[section]) for section in sections]
