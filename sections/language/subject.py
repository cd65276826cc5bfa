"""What a number of running text can be about: a fact, a cell, or a sum of cells, with how reports word it."""

from dataclasses import dataclass

from sections.language.wordings import Wording


@dataclass(frozen=True, slots=True)
class Subject:
    """``id`` is a fact's or a cell's; ``label`` what it is called, ``measure`` what it counts."""

    id: str
    label: str
    measure: str = ""
    wordings: tuple[Wording, ...] = ()
    """How its number is told, the surest first."""
    nothing: tuple[Wording, ...] = ()
    """How it is told that there was none."""
    unless: str = ""
    """A wording of what stands in the clause before a number that counts something else."""
    elsewhere: frozenset[str] = frozenset()
    """Paragraphs in which the same words mean other things."""
