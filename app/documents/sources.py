"""Where what a report says comes from, as the reviewer's edition prints it and the terminal shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactSource:
    """A fact or a number: what it is called, this year's value, where it comes from, last year's value."""

    label: str
    value: str
    origin: str
    last: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """A sentence, or a row of a table, with its facts: the part of the report in which it stands, its words,
    and whose words they are."""

    part: str
    text: str
    words: str = ""
    facts: tuple[FactSource, ...] = ()
