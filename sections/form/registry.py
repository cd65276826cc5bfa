"""Every form there is, by its id, and which of them a year's reports are in."""

from typing import Final

from sections.form import disclosure_2019, disclosure_2021
from sections.form.elements import Measure
from sections.form.model import Form

FORMS: Final[dict[str, Form]] = {form.id: form for form in (disclosure_2021.FORM, disclosure_2019.FORM)}
"""The first is the one that a source is taken to be in as long as nothing tells otherwise."""

SECTIONS: Final = tuple(disclosure_2021.HEADINGS)
"""The six parts, in order: the names that run through the whole program."""


def form(form_id: str) -> Form:
    """The form of that id; raises ``KeyError`` for one there is not."""
    return FORMS[form_id]


def written_form(year: int) -> Form:
    """The form that a report of ``year`` is drafted in: that in force, else the earliest written."""
    written = sorted((form for form in FORMS.values() if form.is_written), key=lambda form: form.first_year)
    return next((form for form in reversed(written) if form.first_year <= year), written[0])


def measure_of(path: str) -> Measure | None:
    """What a cell of any form counts; None for what is no cell of any."""
    return next((form.measure(path) for form in FORMS.values() if path in form.places), None)


def is_cell(path: str) -> bool:
    """Whether any form has a cell of that path."""
    return any(path in form.places for form in FORMS.values())


def label_of(path: str) -> str:
    """A cell in the words of the first form that has it; the path itself for what is no cell of any."""
    return next((form.label(path) for form in FORMS.values() if path in form.places), path)
