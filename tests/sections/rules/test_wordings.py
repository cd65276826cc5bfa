"""The narrative in many wordings: true numbers pass, wrong ones are told, other matters are left alone."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sections.report.parts import Overview, Profile
from sections.rules.base import Context, Finding
from sections.rules.run import check
from tests.support.prose_wordings import CONTRADICTS, ELSEWHERE, HOLDS, TRUE
from tests.support.sound_report import LEAD, TOPICS, clean, last

PROSE = {"NB921", "NB922", "NB923", "NB924", "NB925", "NB926", "NB928", "NB931", "NB932", "NB941", "NB943"}
ABOUT_THE_WHOLE = {"NB111", "NB112", "NB935", "NB936"}
"""Rules about all of part one, which the sentence takes the place of."""
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9月日%年])|[一二三四五六七八九十]+(?=件)")
GOVERNMENT = Profile(name="云岭市青禾区人民政府", kind="人民政府")


def found(sentence: str, topic: str = "requests", profile: Profile | None = None) -> list[Finding]:
    topics = {**TOPICS, topic: f"{TOPICS[topic].split('。')[0]}。{sentence}"}
    text = Overview(text="\n".join((LEAD, *topics.values())))
    return check(Context(clean(overview=text, profile=profile or Profile()), last()))


def by_topic(sentences: Mapping[str, tuple[str, ...]]) -> list[Any]:
    return [pytest.param(topic, one, id=one[:24]) for topic, ones in sentences.items() for one in ones]


def mutated() -> Iterator[tuple[str, str]]:
    """Each true sentence with one number changed, the place shown."""
    for sentence in TRUE:
        for match in NUMBER.finditer(sentence):
            other = str(int(match[0]) + 7) if match[0].isdigit() else "四十四"
            head, tail = sentence[: match.start()], sentence[match.end() :]
            yield f"{head}{other}{tail}", f"{head[-12:]}[{match[0]}]{tail[:4]}"


@pytest.mark.parametrize("sentence", TRUE, ids=lambda sentence: sentence[:24])
def test_what_the_tables_say_is_no_fault_in_any_wording(sentence: str) -> None:
    assert [finding for finding in found(sentence) if finding.code in PROSE] == []


@pytest.mark.parametrize("sentence", [pytest.param(text, id=place) for text, place in mutated()])
def test_every_other_number_is_told(sentence: str) -> None:
    assert {finding.code for finding in found(sentence)} & PROSE


@pytest.mark.parametrize(
    ("topic", "sentence"),
    by_topic(ELSEWHERE),
)
@pytest.mark.parametrize("profile", [Profile(), GOVERNMENT], ids=["bureau", "government"])
def test_other_matters_are_left_alone(topic: str, sentence: str, profile: Profile) -> None:
    told = [one for one in found(sentence, topic, profile) if one.code not in ABOUT_THE_WHOLE]
    assert told == []


@pytest.mark.parametrize(("topic", "sentence"), by_topic(HOLDS))
def test_changes_and_sums_that_hold_are_left_alone(topic: str, sentence: str) -> None:
    assert [one for one in found(sentence, topic) if one.code not in ABOUT_THE_WHOLE] == []


@pytest.mark.parametrize(("topic", "sentence"), by_topic(CONTRADICTS))
def test_changes_and_sums_that_do_not_hold_are_told(topic: str, sentence: str) -> None:
    assert {one.code for one in found(sentence, topic)} & PROSE
