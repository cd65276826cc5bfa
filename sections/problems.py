"""Part five: the main problems, what is done about them, and what became of last year's."""

from sections.base import Section


class Problem(Section):
    """A problem of this year and the measure that answers it."""

    problem: str
    measure: str = ""


class FollowUp(Section):
    """What became of a problem named in last year's report; ``outcome`` is one of ``values.OUTCOMES``."""

    problem: str
    outcome: str = ""
    action: str = ""


class Problems(Section):
    """``text`` is the whole part as printed."""

    text: str = ""
    items: tuple[Problem, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
