"""What a number of the prose is called: by the cells that bear it out, not by the first that it may mean."""

from sections.facts import FACTS, SUBJECTS
from sections.facts.cells.sums import CellSum, sums_of
from sections.report.parts import Figure
from sections.report.report import Report


def figure_name(figure: Figure, report: Report) -> str:
    """「收办申请3607件」 is new and carried in together where the table has 3511 new and 96 carried in.

    What no sum of cells bears out is called as prose calls it."""
    if figure.name or figure.id in FACTS:
        return figure.name or FACTS[figure.id].label
    label = report.form.labels.get(figure.id, figure.id)
    sums = [one for one in sums_of(report.form).get(figure.id, ()) if _is_known(one, report)]
    fitting = [one.name for one in sums if _total(one, report) == figure.value]
    if not sums or (fitting and fitting[0] == sums[0].name):
        return label
    said = SUBJECTS[figure.id].label if figure.id in SUBJECTS else label
    return fitting[0] if fitting else f"{said}（与表格不同）"


def _is_known(one: CellSum, report: Report) -> bool:
    return all(report.number(cell) is not None for cell in (*one.cells, *one.less))


def _total(one: CellSum, report: Report) -> int:
    numbers = (
        sign * (report.number(cell) or 0)
        for sign, cells in ((1, one.cells), (-1, one.less))
        for cell in cells
    )
    return int(sum(numbers))
