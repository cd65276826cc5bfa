"""Part two: what the organ published on its own initiative (条例 article 20, items 1, 5, 6 and 8)."""

from decimal import Decimal

from pydantic import Field

from sections.base import Count, Section


class DocumentCounts(Section):
    """件 made and repealed this year, and in force at its end."""

    issued: Count = None
    repealed: Count = None
    in_force: Count = None


class Proactive(Section):
    """The table of part two; ``fees`` in 万元."""

    regulations: DocumentCounts = Field(default_factory=DocumentCounts)
    normative_documents: DocumentCounts = Field(default_factory=DocumentCounts)
    licences: Count = None
    penalties: Count = None
    coercive_measures: Count = None
    fees: Decimal | None = None
