"""Text that the clerk wrote: a changed answer changes its own place and no other, and back to the letter."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.narrative.compose import Drafter
from prompts.narrative.edited import followed, from_record, slots_by_basis, slots_of, to_record
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.sentence import Slot
from sections.facts import FACTS
from sections.report.report import Report
from sections.report.values import Kind, Quantity
from tests.support.drafted import made
from tests.support.five_organs import ORGANS, Organ

COUNTS = {
    name: tuple(fact for fact in organ.now if fact in FACTS and FACTS[fact].kind is Kind.COUNT)
    for name, organ in ORGANS.items()
}
PLACES = [(name, fact) for name, facts in COUNTS.items() for fact in facts]
KEY = "overview.proactive"


def report_of(organ: Organ, **now: Any) -> Report:
    answers = organ.now | {name.replace("__", "."): value for name, value in now.items()}
    known = {name: value for name, value in answers.items() if value is not None}
    return made(known, organ.last, organ.name, 2025)


def texts_of(organ: Organ) -> dict[str, str]:
    drafts = Drafter().draft(report_of(organ), organ.last, {}, Choices(Words.OWN))
    return {key: f"工作各有进展，走访了1375户。{draft.text}" for key, draft in drafts.items()}


def outside(text: str, slots: tuple[Slot, ...], path: str) -> str:
    """The text without the places of one path and of its changes, and the commas that went with these."""
    for slot in sorted(slots, key=lambda slot: -slot.start):
        if slot.subject == path:
            text = text[: slot.start] + text[slot.end :]
    return re.sub("[，、（）]", "", text)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(PLACES), st.integers(0, 10**6))
def test_a_changed_answer_changes_its_places_and_no_others(place: tuple[str, str], number: int) -> None:
    name, fact = place
    organ = ORGANS[name]
    before, after = report_of(organ), report_of(organ, **{fact: Quantity(number)})
    for key, text in texts_of(organ).items():
        slots = slots_of(text, key, before)
        assert followed(text, slots, before, organ.last)[0] == text
        changed, moved = followed(text, slots, after, organ.last)
        assert outside(changed, moved, fact) == outside(text, slots, fact)
        assert (changed == text) or fact in {slot.subject for slot in slots}


def test_what_is_bound_takes_the_new_number_and_an_equal_one_elsewhere_does_not() -> None:
    organ = ORGANS["bureau"]
    text = "走访2011户，全年公开政府信息2011条，比上年多了165条，答复咨询471件。"
    slots = slots_of(text, KEY, report_of(organ))
    after = report_of(organ, proactive__published_total=2100)
    assert followed(text, slots, after, organ.last)[0] == (
        "走访2011户，全年公开政府信息2100条，比上年多254条，答复咨询471件。"
    )


def test_an_answer_that_is_taken_away_leaves_the_words() -> None:
    organ = ORGANS["bureau"]
    text = "答复消费者网上留言咨询471件。"
    slots = slots_of(text, KEY, report_of(organ))
    assert followed(text, slots, report_of(organ, proactive__public_questions=None), organ.last)[0] == text


def test_a_text_saved_without_its_places_has_those_that_its_draft_shows() -> None:
    basis = "全年主动公开政府信息2011条。答复公众留言咨询471件。"
    text = "今年公开政府信息2011条，走访471户，答复公众留言咨询480件。"
    slots = slots_by_basis(text, KEY, basis)
    assert {(slot.path, text[slot.start : slot.end]) for slot in slots} == {
        ("proactive.published_total", "2011")
    }


@given(st.text("甲12，。", min_size=1, max_size=12), st.data())
def test_places_are_stored_with_their_text(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    slots = (Slot("year", 0, end),)
    assert from_record(text, to_record(text, slots)) == slots
    assert from_record(f"{text}乙", to_record(text, slots)) is None


@pytest.mark.parametrize(
    "record",
    [
        *("", "[]", "null", '{"of": 1}', '{"of": "SIGN"}', '{"of": "SIGN", "slots": [["a", 3, 2]]}'),
        *('{"of": "SIGN", "slots": [["a", 0, 99]]}', '{"of": "SIGN", "slots": [[1, 0, 1]]}'),
    ],
)
def test_a_record_that_is_damaged_counts_for_none(record: str) -> None:
    sign = json.loads(to_record("甲乙丙丁", ()))["of"]
    assert from_record("甲乙丙丁", record.replace("SIGN", sign)) is None
