"""How reports word what the tables count: every wording reads its examples, and nothing of the others."""

import pytest

from sections.facts.cells.disputes import EACH
from sections.facts.cells.reading import SUBJECTS, cell_statements
from sections.facts.cells.sums import SUMS
from sections.language.quantities import reduced
from sections.language.subject import Subject
from sections.language.wordings import Wording

WORDINGS = [
    pytest.param(subject, wording, id=f"{subject.id}-{number}")
    for subject in SUBJECTS
    for number, wording in enumerate((*subject.wordings, *subject.nothing))
]


def read(wording: Wording, sentence: str) -> list[str]:
    """The numbers (or, of a 没有, the words) that a wording finds."""
    line = reduced(sentence)
    found = wording.pattern.find(line)
    return [line.number(match.start("n")).text if "n" in match.re.groupindex else "" for match in found]


def without_marks(example: str) -> str:
    return example.replace("【", "").replace("】", "")


@pytest.mark.parametrize(("subject", "wording"), WORDINGS)
def test_a_wording_reads_its_examples_and_nothing_else(subject: Subject, wording: Wording) -> None:
    assert wording.examples, wording.words
    assert wording.counter_examples, wording.words
    for example in wording.examples:
        number = example.partition("【")[2].partition("】")[0]
        assert read(wording, without_marks(example)) == [number], example
    for other in wording.counter_examples:
        assert read(wording, other) == [], other


@pytest.mark.parametrize(("subject", "wording"), WORDINGS)
def test_among_all_wordings_an_example_is_read_as_its_own(subject: Subject, wording: Wording) -> None:
    for example in wording.examples:
        place = example.find("【")
        found = cell_statements(without_marks(example))
        own = [one for one in found if one.subject == subject.id or subject.id == EACH]
        assert any(one.none if place < 0 else one.at[0] == place for one in own), (example, found)


def test_the_tables_know_every_subject() -> None:
    assert {subject.id for subject in SUBJECTS} - set(SUMS) == {EACH}
