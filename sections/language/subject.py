"""What a number of running text can be about: a fact, a cell, or a sum of cells, with how reports word it.

Plain records: the list of reports needs the facts, but reads no prose and so compiles no wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, with sentences that it reads (the number in 【】) and sentences that it does not.

    How the words are written: ``sections/language/wordings.py``."""

    words: str
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


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
    within: str = ""
    """A wording that must stand in the sentence up to the end of the number's own words."""
    not_in_sentence: str = ""
    """A wording before the number, anywhere in its sentence, with which it counts something else."""
    not_followed: str = ""
    """A wording that begins within the number's own words and goes on behind it, with which it is only one of
    several numbers of a whole."""
    elsewhere: frozenset[str] = frozenset()
    """Paragraphs in which the same words mean other things."""
