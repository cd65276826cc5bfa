"""Every wording of every subject reads its examples and leaves its counter-examples alone."""

import re
from collections.abc import Iterator

import pytest

from sections.facts import FACTS, INDICATORS, SUBJECTS
from sections.facts.cells import CELLS
from sections.facts.cells.sums import sums_of
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Row
from sections.form.model import Form
from sections.form.registry import FORMS
from sections.language.quantities import reduced
from sections.language.statements import statements
from sections.language.subject import Subject, Wording
from sections.language.wordings import pattern
from sections.report.values import Kind
from tests.support.form import table_fields

_MARK = re.compile("【([^】]*)】")


def _wordings() -> Iterator[tuple[Subject, Wording]]:
    for subject in SUBJECTS.values():
        yield from ((subject, wording) for wording in (*subject.wordings, *subject.nothing))


def _places(sentence: str) -> tuple[str, list[int]]:
    """The sentence without its 【】, and where the numbers in them begin."""
    places, plain, end = [], "", 0
    for mark in _MARK.finditer(sentence):
        plain += sentence[end : mark.start()]
        places.append(len(plain))
        plain, end = plain + mark[1], mark.end()
    return plain + sentence[end:], places


def _read(subject: Subject, sentence: str) -> list[int]:
    """Where what ``sentence`` says of ``subject`` this year begins: a number, or the words of nothing."""
    said = (one for one in statements(sentence) if one.subject == subject.id and one.of_this_year)
    return [one.at[0] for one in said]


def _not_in_the_notation() -> list[str]:
    wrong = []
    for subject, wording in _wordings():
        try:
            pattern(wording.words)
        except ValueError as error:
            wrong.append(f"{subject.id}: {error}")
    return wrong


MISWRITTEN = _not_in_the_notation()
written = pytest.mark.skipif(bool(MISWRITTEN), reason="a wording is not in the notation")
"""While one is miswritten, none is read."""
WORDINGS = list(_wordings())


@pytest.mark.parametrize(("subject", "wording"), WORDINGS)
def test_a_wording_has_examples_and_counter_examples(subject: Subject, wording: Wording) -> None:
    assert wording.examples, f"no example for {wording.words!r} of {subject.id}"
    assert wording.counter_examples, f"no counter-example for {wording.words!r} of {subject.id}"


@written
@pytest.mark.parametrize(("subject", "wording"), WORDINGS)
def test_a_wording_reads_its_examples(subject: Subject, wording: Wording) -> None:
    for example in wording.examples:
        plain, places = _places(example)
        line = reduced(plain)
        own = pattern(wording.words).find(line)
        if wording in subject.nothing:
            assert own, f"{wording.words!r} does not read {plain!r}"
            assert _read(subject, plain), f"nothing is read for {subject.id} in {plain!r}"
            continue
        assert places, f"mark the number with 【】 in {plain!r}"
        starts = {line.number(match.start("n")).start for match in own}
        assert set(places) <= starts, f"{wording.words!r} of {subject.id} does not read {example!r}"
        assert _read(subject, plain) == places, f"{subject.id} is not read so: {example!r}"


@written
@pytest.mark.parametrize(("subject", "wording"), WORDINGS)
def test_a_wording_leaves_its_counter_examples_alone(subject: Subject, wording: Wording) -> None:
    for example in wording.counter_examples:
        plain, places = _places(example)
        if wording in subject.nothing:
            wrong = [one for one in statements(plain) if one.subject == subject.id and one.none]
        else:
            read = _read(subject, plain)
            wrong = [place for place in read if place in places or not places]
        assert not wrong, f"{subject.id} is read in {example!r}, and must not be"


def test_every_count_and_amount_is_found_in_prose() -> None:
    asked = {fact.id for fact in FACTS.values() if fact.kind in {Kind.COUNT, Kind.AMOUNT}}
    own = {fact.id for fact in INDICATORS.values()}  # read as the organ's own items
    silent = sorted(asked - SUBJECTS.keys() - own)
    assert not silent, f"give {silent} a Wording, in its record in sections/facts/"
    assert not own & SUBJECTS.keys()


def test_every_subject_is_a_count_an_amount_a_cell_or_a_sum() -> None:
    counted = {fact.id for fact in FACTS.values() if fact.kind in {Kind.COUNT, Kind.AMOUNT}}
    assert SUBJECTS.keys() - counted - set(table_fields()) <= sums_of(FORM).keys()


def test_the_tables_know_every_cell_and_sum_that_is_read() -> None:
    assert CELLS.keys() <= sums_of(FORM).keys()


def test_no_example_stands_in_two_places() -> None:
    said = [example for _, wording in WORDINGS for example in wording.examples]
    assert len(said) == len(set(said))


def test_every_wording_is_written_in_the_notation() -> None:
    assert not MISWRITTEN, "see sections/language/wordings.py"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: f"form-{form.id}")
def test_every_outcome_of_a_form_has_its_wording(form: Form) -> None:
    requests = form.tables["requests"]
    total = next(one for one in form.derived if one.path == "requests.total.natural_person")
    outcomes = {requests.row(part) for part in total.parts}
    silent = [
        row.label for row in outcomes if f"requests.{row.name}.total" not in CELLS and not _is_rest(row)
    ]
    assert not silent, f"teach sections/facts/cells/outcomes.py how prose words {silent}"


def _is_rest(row: Row) -> bool:
    """其他 has no words of its own."""
    return row.takes_group or bool(row.merges)
