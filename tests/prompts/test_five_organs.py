"""Five organs from last year's text to this year's: complete, bound, nothing of last year left, signable."""

import re

import pytest

from prompts.narrative.binding import bind
from prompts.narrative.compose import Draft, Drafter
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.sentence import Origin
from sections.report.assemble import with_texts
from sections.report.unsaid import unsaid
from sections.rules.base import Context, Severity
from sections.rules.run import check
from tests.support.five_organs import ORGANS, Organ

IMPOSSIBLE = re.compile(
    "结合职责，|从具体事项看|具体工作中，|保证……|在工作考核上|上，本年度未|在[^，。]{2,6}上，[0-9]|增长[3-9][0-9]{2}|[0-9]{3}0000[件次条]"
    "|(?<!其)中(?:市级|市本级)[0-9]|办理收到|形成主动公开|针对[^，：；。]*：针对|今年以来|首次|新增了"
)
"""What stood in drafts and a leader struck."""


def drafts_of(organ: Organ, words: Words) -> dict[str, Draft]:
    return Drafter().draft(organ.report, organ.last, {}, Choices(words))


@pytest.mark.parametrize("words", Words)
@pytest.mark.parametrize("name", ORGANS)
def test_nothing_answered_is_missing_and_no_rule_finds_an_error(name: str, words: Words) -> None:
    organ = ORGANS[name]
    texts = {key: draft.text for key, draft in drafts_of(organ, words).items()}
    assert unsaid(organ.report, texts) == ()
    whole = with_texts(organ.report, texts)
    found = check(Context(whole, organ.last, drafting=False, answers_known=True))
    assert [one for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("words", Words)
@pytest.mark.parametrize("name", ORGANS)
def test_no_phrase_that_a_leader_struck(name: str, words: Words) -> None:
    for draft in drafts_of(ORGANS[name], words).values():
        assert not IMPOSSIBLE.search(draft.text), draft.text


@pytest.mark.parametrize("name", ORGANS)
def test_nothing_of_last_year_is_left_and_every_number_is_bound(name: str) -> None:
    organ = ORGANS[name]
    for key, draft in drafts_of(organ, Words.OWN).items():
        for one in draft.sentences:
            assert not re.search(r"(?<![0-9〔])2024", one.text), one.text
            if one.origin is Origin.OWN and not key.startswith("problems."):
                assert bind(one.text, key, organ.report).unbound == () or "100%" in one.text, one.text


@pytest.mark.parametrize("name", ORGANS)
def test_what_last_year_said_stands_or_is_listed_as_left_out(name: str) -> None:
    organ = ORGANS[name]
    drafts = drafts_of(organ, Words.OWN)
    known = {one.last for draft in drafts.values() for one in (*draft.sentences, *draft.left_out)}
    for key, text in organ.texts.items():
        for sentence in re.findall("[^。]+。", text):
            assert sentence in known, (key, sentence)
