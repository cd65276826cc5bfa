"""What templates say of the tables: totals, outcomes, decisions, disputes, and their changes."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Final

from prompts.narrative import wording
from sections.form.registry import is_cell
from sections.report.report import Report
from sections.report.values import Quantity

_GROUPS: Final = {
    "denied": "不予公开",
    "unavailable": "无法提供",
    "rejected": "不予处理",
    "other": "其他处理",
}
"""What a template calls the groups of outcomes, and what the form does, its numbering aside."""
_MAIN: Final = frozenset({"proactive.published_total", "requests.new.total"})
"""Numbers whose change is always told in full."""


class TableWords:
    """Numbers of the tables in words; everything is strict: an unknown cell raises ``KeyError``."""

    def __init__(self, report: Report, last: Report | None, seed: str = "") -> None:
        self._report, self._last = report, last
        self.seed = seed or report.unit
        """What the ways of this narrative are drawn by: it stays when the organ's name is corrected."""

    def style(self, place: str) -> Callable[[Quantity | None, Quantity | None, str], str]:
        """How changes are told at a place of this organ's narrative: in full of the main numbers."""
        sign = hashlib.sha256(f"{self.seed}{place}".encode()).digest()[0]
        told = wording.Told.FULL if place in _MAIN else list(wording.Told)[sign % len(wording.Told)]
        return lambda now, last, unit: _behind(now, last, unit, told)

    def num(self, field: str) -> int:
        """A number of the tables, 0 where it is not known or this report's form has no such cell.

        Raises ``KeyError`` for a cell that no form has."""
        if not is_cell(field):
            raise KeyError(field)
        return int(self._report.number(field) or 0)

    def group(self, name: str) -> int:
        """The sum of a group of outcomes: denied, unavailable, rejected, other (件)."""
        return sum(self.num(cell) for cell in self._of_group(_GROUPS[name]))

    def _of_group(self, label: str) -> Iterable[str]:
        """The totals of a group's rows; where the form counts the group as one row, of that."""
        table = self._report.form.tables["requests"]
        for row in table.rows:
            if any(one.endswith(label) for one in (*row.groups, row.label)):
                yield f"requests.{row.name}.total"

    def by_applicant(self) -> str:
        """「其中自然人申请3件，法人或其他组织申请1件」; empty for one kind alone."""
        people = self.num("requests.new.natural_person")
        organisations = self.num("requests.new.total") - people
        if not (people and organisations):
            return ""
        shown = [wording.round_number(number) for number in (people, organisations)]
        return f"其中自然人申请{shown[0]}件，法人或其他组织申请{shown[1]}件"

    def _outcomes(self) -> dict[str, int]:
        return {
            "予以公开": self.num("requests.granted.total"),
            "部分公开": self.num("requests.partial.total"),
            "不予公开": self.group("denied"),
            "无法提供": self.group("unavailable"),
            "不予处理": self.group("rejected"),
            "其他处理": self.group("other"),
        }

    def outcomes(self) -> str:
        """「其中予以公开3件，部分公开1件」; 「均予以公开」 where there is one kind alone."""
        found = {name: number for name, number in self._outcomes().items() if number}
        if len(found) == 1:
            (name,) = found
            return f"均作{name}" if name == "其他处理" else f"均{name}"
        return "其中" + "，".join(f"{name}{wording.round_number(n)}件" for name, n in found.items())

    def outcome(self) -> str:
        """What became of a single request: 「予以公开」."""
        return next((name for name, number in self._outcomes().items() if number), "其他处理")

    def received_change(self) -> str:
        """The change of 本年新收 against last year, with a leading comma, or nothing."""
        return self._cell_change("requests.new.total", "requests.new.total")

    def _cell_change(self, cell: str, place: str, unit: str = "件") -> str:
        last = self._last.number(cell) if self._last else None
        before = None if last is None else Quantity(int(last))
        return self.style(place)(Quantity(self.num(cell)), before, unit)

    def decisions(self) -> str:
        """「行政许可决定71件、行政处罚决定4件」, each with its change where one is known."""
        names = {"licences": "行政许可", "penalties": "行政处罚", "coercive_measures": "行政强制"}
        counts = {row: number for row in names if (number := self.num(f"proactive.{row}"))}
        shown = wording.round_numbers([*counts.values()])
        found = [
            f"{names[row]}决定{number}件{self._cell_change(f'proactive.{row}', 'decisions')}"
            for row, number in zip(counts, shown, strict=True)
        ]
        return ("；" if any("，" in one for one in found) else "、").join(found)

    def documents(self) -> str:
        """「制发3件、废止2件」 of 行政规范性文件."""
        names = {"issued": "制发", "repealed": "废止"}
        counts = {label: self.num(f"proactive.normative_documents.{key}") for key, label in names.items()}
        return wording.joined(
            f"{label}{wording.round_number(number)}件" for label, number in counts.items() if number
        )

    def disputes(self) -> str:
        """「行政复议1件（结果维持1件）、行政诉讼2件（尚未审结2件）」; empty when there are none."""
        review = self._cases("行政复议", ("reconsideration",))
        court = self._cases("行政诉讼", ("litigation_direct", "litigation_after_reconsideration"))
        return wording.joined([review, court])

    def _cases(self, name: str, groups: tuple[str, ...]) -> str:
        def count(outcome: str) -> int:
            return sum(self.num(f"disputes.{group}.{outcome}") for group in groups)

        columns = self._report.form.tables["disputes"].columns
        parts = [
            f"{c.label}{wording.round_number(count(c.name))}件"
            for c in columns
            if c.name != "total" and count(c.name)
        ]
        return f"{name}{wording.round_number(count('total'))}件（{'、'.join(parts)}）" if parts else ""

    def no_disputes(self) -> bool:
        """Whether part four is answered and all zero."""
        rows = self._report.form.tables["disputes"].rows
        totals = [self._report.number(f"disputes.{row.name}.total") for row in rows]
        return all(total == 0 for total in totals)


def _behind(now: Quantity | None, last: Quantity | None, unit: str, told: wording.Told) -> str:
    """A change with a comma before it; nothing where nothing changed."""
    words = wording.change(now, last, unit, told) if now is not None and now != last else ""
    return f"，{words}" if words else ""
