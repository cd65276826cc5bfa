"""Which of the lines that may be headings are those of the six parts.

A narrative may have headings of its own in the same words (「2. 主动公开政府信息情况」 inside part one,
「五、存在的问题」 before the statutory parts), and a part may be printed by other words than the form's.
The parts follow one another and three of them stand over a table; so of all ways to take the lines in order
the one counts whose lines are most like the form's headings and stand before tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.documents.read.headings import TABLED, Wording, heading_of, split_heading, wording_of
from sections.form.registry import SECTIONS

TABLE: Final = ""
"""Stands among the lines where a table of the form is."""
_WEIGHTS: Final = {Wording.OF_THE_FORM: 8, Wording.NUMBERED: 6, Wording.OTHER: 4, Wording.WITH_DIGITS: 2}
_MOST: Final = 600
"""Lines that may be headings; a report has a dozen."""
_OVER_ITS_TABLE: Final = 5


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    section: str
    weight: int


def headings_in(lines: Sequence[str]) -> dict[int, str]:
    """The place among ``lines`` -> the part whose heading stands there."""
    found = list(_candidates(lines))
    chosen = {candidate.at: candidate.section for candidate in _heaviest(found)}
    for candidate in sorted(found, key=lambda candidate: (-candidate.weight, candidate.at)):
        if candidate.section not in chosen.values():
            chosen[candidate.at] = candidate.section
    return chosen


def _candidates(lines: Sequence[str]) -> Iterator[_Candidate]:
    every = ((i, text, section) for i, line in enumerate(lines) if line and (
        section := heading_of(text := split_heading(line)[0])))  # fmt: skip
    found = list(islice(every, _MOST))
    ends = [*(i for i, *_ in found), len(lines)][1:]
    for (at, text, section), end in zip(found, ends, strict=False):
        over = section in TABLED and TABLE in lines[at + 1 : end]
        yield _Candidate(at, section, _WEIGHTS[wording_of(text, section)] + over * _OVER_ITS_TABLE)


def _heaviest(found: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest run of candidates that stand in the order of the parts; of equals the first."""
    best: list[tuple[int, list[_Candidate]]] = []
    for candidate in found:
        order = SECTIONS.index(candidate.section)
        before = max(
            (run for run in best if SECTIONS.index(run[1][-1].section) < order),
            key=lambda run: run[0],
            default=(0, []),
        )
        best.append((before[0] + candidate.weight, [*before[1], candidate]))
    return max(best, key=lambda run: run[0], default=(0, []))[1]
