"""Text that the clerk wrote or edited: its numbers go on following the answers that they were bound to.

Bound once, when it is saved, to the answers of that moment; ever after the text is worked out from what was
saved, so that a changed answer changes its own place and no other, and an undo brings it back to the letter.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from prompts.narrative.amounts import Amounts
from prompts.narrative.binding import bind, bound_numbers
from prompts.narrative.renewal import Renewal
from prompts.narrative.sentence import Slot
from sections.facts import fact_of
from sections.form.registry import is_cell
from sections.language.sentences import placed_sentences
from sections.language.statements import OWN_ITEMS, statements
from sections.report.report import Report
from sections.report.values import Quantity

_SIGN: Final = 16


def slots_of(text: str, key: str, report: Report) -> tuple[Slot, ...]:
    """The places of a text of the paragraph ``key`` that say what ``report`` says, sentence by sentence."""
    return tuple(
        Slot(slot.path, slot.start + start, slot.end + start)
        for start, sentence in placed_sentences(text)
        for slot in bind(sentence, key, report).slots
    )


def slots_by_basis(text: str, key: str, basis: str) -> tuple[Slot, ...]:
    """The places of an edited text that say what ``basis`` says, the draft that it was made from.

    For texts that were saved without their places, by versions that knew none."""
    told = _Told(basis, key)
    return tuple(
        Slot(slot.path, slot.start + start, slot.end + start)
        for start, sentence in placed_sentences(text)
        for slot in bound_numbers(sentence, key, told)
    )


def followed(
    text: str, slots: Iterable[Slot], report: Report, last: Report | None
) -> tuple[str, tuple[Slot, ...]]:
    """The text with today's numbers in its places, and these where they stand now."""
    renewed, places, _ = Renewal(report, last, settled=True).renewed(text, slots)
    return renewed, places


def to_record(text: str, slots: Iterable[Slot]) -> str:
    """The places as they are stored, with a sign of the text that they are of."""
    return json.dumps({"of": _sign(text), "slots": [[slot.path, slot.start, slot.end] for slot in slots]})


def from_record(text: str, record: str) -> tuple[Slot, ...] | None:
    """The places of ``text``; None where the record is of another text, or cannot be read."""
    try:
        kept: Any = json.loads(record)
        if kept["of"] != _sign(text):
            return None
        return tuple(_places(kept["slots"], len(text)))
    except (ValueError, TypeError, KeyError):
        return None


def _places(raw: Any, size: int) -> Iterator[Slot]:
    end_before = 0
    for path, start, end in raw:
        if not (
            isinstance(path, str) and type(start) is type(end) is int and end_before <= start < end <= size
        ):
            raise ValueError(raw)
        end_before = end
        yield Slot(path, start, end)


def _sign(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:_SIGN]


class _Told(Amounts):
    """The numbers that a text says, by path: those that one fact, cell or own figure alone can be."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(None)
        self._numbers: dict[str, Quantity] = {}
        for statement in statements(text, key):
            subject = f"{OWN_ITEMS}:{statement.name}" if statement.subject == OWN_ITEMS else statement.subject
            plain = fact_of(statement.subject) is not None or is_cell(statement.subject)
            if statement.of_this_year and statement.quantity is not None and plain:
                self._numbers.setdefault(subject, statement.quantity)

    def of(self, path: str) -> Quantity | None:
        """The number that the text says of ``path``."""
        return self._numbers.get(path)

    def readings(self, subject: str) -> dict[str, Quantity]:
        """Of a subject the one number."""
        number = self._numbers.get(subject)
        return {subject: number} if number is not None else {}
