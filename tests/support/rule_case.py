"""A case of a rule: a spoilt pair of reports, and what the rule is to say of it; and ways to spoil them."""

from dataclasses import dataclass, field
from typing import Literal

from sections.report.parts import Problem, Problems, Profile, Remark, Unread
from sections.report.report import Report
from sections.rules._texts import pieces
from sections.rules.base import Severity, Suspicion
from tests.support.sound_report import PROBLEMS, Spoilt

GOVERNMENT = Profile(name="云岭市青禾区人民政府", kind="人民政府")


@dataclass(frozen=True)
class Case:
    """``found`` is whether rule ``code`` reports anything; the rest is what its first finding must show."""

    code: str
    found: bool
    spoilt: Spoilt = field(default_factory=Spoilt)
    says: str = ""
    where: str = ""
    severity: Severity | None = None
    fixed: tuple[str, str] | None = None
    """The fix's old and new words, each as part of them."""
    with_last: bool = True
    drafting: bool = False
    answers_known: bool = False
    earlier: tuple[Report, ...] = ()
    """Reports of the years before last year's."""
    suspected: tuple[str, str] | None = None
    """What a proofreader suspects wherever it stands, and what it takes it for."""
    struck: tuple[tuple[str, str, str], ...] = ()
    """What was struck of last year's sentences."""

    @property
    def id(self) -> str:
        """A name for the test."""
        words = self.says or next(iter(self.spoilt.replace.values()), ("", ""))[1] or ""
        return f"{self.code}-{'found' if self.found else 'clean'}-{words[:16]}"


def suspected(case: Case, report: Report) -> dict[str, tuple[Suspicion, ...]]:
    """What the proofreader of a case says of its report."""
    found, mend = case.suspected or ("", "")
    return {
        piece.where: (Suspicion(piece.text.find(found), found, mend),)
        for piece in pieces(report)
        if found and found in piece.text
    }


def cells(**values: int | None) -> Spoilt:
    """Cells of this year, two underscores for a dot."""
    return Spoilt(cells={name.replace("__", "."): value for name, value in values.items()})


def text(section: str, old: str, new: str) -> Spoilt:
    """New words for old ones in one part of this year's report."""
    return Spoilt(replace={section: (old, new)})


def added(section: str, sentence: str) -> Spoilt:
    """A sentence put at the end of a part."""
    ends = {
        "overview": "没有发生责任追究的情形。",
        "problems": "制作图片和视频解读。",
        "other": "没有其他需要报告的事项。",
    }
    return Spoilt(replace={section: (ends[section], ends[section] + sentence)})


def unread(where: str, raw: str, **cell: int | None) -> Spoilt:
    """A place that could not be read, with cells beside it; two underscores for a dot."""
    values = {name.replace("__", "."): value for name, value in cell.items()}
    return Spoilt(cells=values, changes={"unread": (Unread(where=where, raw=raw),)})


def remarked(
    kind: Literal["label", "short_label", "blank", "merged", "unit", "misplaced"], where: str, *words: str
) -> Spoilt:
    """A place where the source deviates from the form: as printed, and as it should be."""
    return Spoilt(
        changes={
            "remarks": (
                Remark(kind=kind, where=where, **dict(zip(("printed", "right"), words, strict=False))),
            )
        }
    )


def problem_list(*pairs: tuple[str, str]) -> Problems:
    """This year's problems with their measures, as the questions ask for them."""
    return Problems(text=PROBLEMS, items=tuple(Problem(problem=p, measure=m) for p, m in pairs))


def both(sentence: str, before: str) -> Spoilt:
    """A sentence in this year's part one and another in last year's."""
    end = "并把结果通报各科室。"
    return Spoilt(replace=added("overview", sentence).replace, last_replace={"overview": (end, end + before)})
