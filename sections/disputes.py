"""Part four: administrative reconsideration and litigation over requests (件)."""

from pydantic import Field

from sections.base import Count, Section


class Outcomes(Section):
    """Cases by outcome; ``total`` as computed (a draft) or as printed (an import)."""

    upheld: Count = None
    corrected: Count = None
    other: Count = None
    pending: Count = None
    total: Count = None


class Disputes(Section):
    """The three groups of the table of part four."""

    reconsideration: Outcomes = Field(default_factory=Outcomes)
    litigation_direct: Outcomes = Field(default_factory=Outcomes)
    litigation_after_reconsideration: Outcomes = Field(default_factory=Outcomes)
