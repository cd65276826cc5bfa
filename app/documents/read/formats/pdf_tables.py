"""The cells of ruled tables on a printed page: rectangles between rules that cross."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.documents.read.formats.pdf_errors import TooMuchError
from app.documents.read.formats.pdf_page import PrintedPage

NEAR: Final = 3.0
"""Points within which two rules are one, and one reaches another."""
_SAME: Final = 0.5
"""Points within which pieces of a rule are drawn in one place."""
_ROW: Final = 6.0
"""Points that a row is high at least."""
_MOST_RULES: Final = 12_000
"""Lines on a page, dotted ones as one."""
_LEAST_DOTS: Final = 8
"""In one dotted line, side by side."""
_LEAST_OPEN: Final = 3
"""Vertical rules that end at one height without a rule across, so that a row has lost its edge there."""
Rule = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def tables_on(page: PrintedPage) -> list[list[Box]]:
    """The tables of a page, each as its cells from top to bottom and left to right. Raises
    ``TooMuchError``."""
    down = _joined(_lines_of(page.down))
    across = _joined(_lines_of(page.across))
    if len(across) + len(down) > _MOST_RULES:
        raise TooMuchError
    across = _joined([*across, *_closing(across, down)])
    return [sorted(cells, key=lambda box: (box[1], box[0])) for cells in _together(_cells(across, down))]


def _lines_of(rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules with every dotted line as one, and not as the edges of its dots, which run both ways."""
    places: dict[int, list[Rule]] = {}
    for rule in rules:
        if rule[2] - rule[1] < NEAR:
            places.setdefault(round(rule[0] * 2), []).append(rule)
    dotted = [
        (_middle(run), run[0][1], run[-1][2])
        for dots in places.values()
        if len(dots) >= _LEAST_DOTS
        for run in _runs(dots)
        if len(run) >= _LEAST_DOTS
    ]
    return [*(rule for rule in rules if rule[2] - rule[1] >= NEAR), *dotted] if dotted else rules


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules side by side or one after another as one; specks dropped."""
    made: list[Rule] = []
    for group in _clusters(sorted(rules)):
        common = _middle(group)
        for run in _runs(group):
            start, end = run[0][1], max(rule[2] for rule in run)
            if end - start >= NEAR:
                own = _middle(run)
                made.append((common if abs(own - common) < _SAME else own, start, end))
    return made


def _runs(group: Iterable[Rule]) -> Iterator[list[Rule]]:
    """The rules of one place in pieces without gaps: those of other tables may stand a little aside."""
    run: list[Rule] = []
    end = 0.0
    for rule in sorted(group, key=lambda one: one[1]):
        if run and rule[1] > end + NEAR:
            yield run
            run = []
        end = max(end, rule[2]) if run else rule[2]
        run.append(rule)
    yield run


def _middle(rules: Sequence[Rule]) -> float:
    return sum(rule[0] for rule in rules) / len(rules)


def _clusters(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in rules:
        if group and rule[0] - group[-1][0] > NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _closing(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[Rule]:
    """The rules that a page break has taken from a row: where several vertical ones end at one height, and no
    rule across ends them."""
    for at, other in ((1, 2), (2, 1)):
        ends = sorted((rule[at], rule[0]) for rule in down if abs(rule[other] - rule[at]) > _ROW)
        for group in _clusters([(height, place, place) for height, place in ends]):
            height = min(rule[0] for rule in group) if at == 1 else max(rule[0] for rule in group)
            near = [rule for rule in across if abs(rule[0] - height) <= _ROW]
            places = sorted(rule[1] for rule in group)
            is_open = [not any(start - NEAR <= x <= end + NEAR for _, start, end in near) for x in places]
            if sum(is_open) >= _LEAST_OPEN:
                first, last = is_open.index(True), len(places) - 1 - is_open[::-1].index(True)
                yield height, places[max(first - 1, 0)], places[min(last + 1, len(places) - 1)]


def _cells(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[Box]:
    """The smallest rectangles whose corners are crossings and whose sides are ruled."""
    grid = _Crossings(across, down)
    for x, y in sorted(grid.points, key=lambda point: (point[1], point[0])):
        if found := grid.cell_at(x, y):
            yield found


class _Crossings:
    """Where rules cross, and between which crossings they run."""

    def __init__(self, across: Sequence[Rule], down: Sequence[Rule]) -> None:
        self._ys = sorted({rule[0] for rule in across})
        self._xs = sorted({rule[0] for rule in down})
        self.points = {
            (x, y)
            for y, left, right in across
            for x, top, bottom in down
            if _meets(x, left, right) and _meets(y, top, bottom)
        }
        self._rights = {y: _spans(rule for rule in across if rule[0] == y) for y in self._ys}
        self._downs = {x: _spans(rule for rule in down if rule[0] == x) for x in self._xs}

    def cell_at(self, x: float, y: float) -> Box | None:
        """The cell whose top left corner is a crossing, if there is one."""
        for below in self._ys[bisect_right(self._ys, y) :]:
            if not _ruled(self._downs[x], y, below):
                return None
            if (x, below) in self.points and (right := self._side(x, y, below)):
                return x, y, right, below
        return None

    def _side(self, x: float, y: float, below: float) -> float | None:
        """The right side of the cell between two heights, if its four sides are ruled."""
        for right in self._xs[bisect_right(self._xs, x) :]:
            if not (_ruled(self._rights[y], x, right) and _ruled(self._rights[below], x, right)):
                return None
            corners = {(right, y), (right, below)} <= self.points
            if corners and _ruled(self._downs[right], y, below):
                return right
        return None


def _meets(value: float, start: float, end: float) -> bool:
    return start - NEAR <= value <= end + NEAR


def _spans(rules: Iterable[Rule]) -> list[tuple[float, float]]:
    return [(start - NEAR, end + NEAR) for _, start, end in rules]


def _ruled(spans: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _together(cells: Iterable[Box]) -> list[list[Box]]:
    """The cells that share corners, from the highest table to the lowest."""
    groups: list[tuple[set[tuple[float, float]], list[Box]]] = []
    for cell in cells:
        corners = {(cell[i], cell[j]) for i in (0, 2) for j in (1, 3)}
        touching = [group for group in groups if group[0] & corners]
        whole = corners.union(*(group[0] for group in touching))
        inside = [*(one for group in touching for one in group[1]), cell]
        groups = [*(group for group in groups if group not in touching), (whole, inside)]
    return [found for _, found in sorted(groups, key=lambda group: min(box[1] for box in group[1]))]
