"""What the templates say of an answer is never told to be missing, in whatever wording they say it."""

import random

import pytest

from prompts.narrative.compose import Drafter
from prompts.narrative.template_api import TemplateApi
from sections.facts import FACTS
from sections.facts.fact import INDICATOR
from sections.report.assemble import with_texts
from sections.report.unsaid import paragraph_of, unsaid
from sections.report.values import Kind, Quantity
from tests.support.drafted import NOTHING, made
from tests.support.form import PARAGRAPHS

COUNTED = tuple(
    fact.id
    for fact in FACTS.values()
    if fact.kind is Kind.COUNT
    and fact.topic not in {"overview", "profile", "signature", "problems", "other"}
    and not fact.id.endswith(INDICATOR)
)
WORDINGS = 6


@pytest.fixture(params=[True, False], ids=["in one sentence", "each in its own"])
def _together(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def several(facts: TemplateApi, *named: str) -> bool:
        return bool(request.param) and sum(facts.has(fact) for fact in named) > 1

    monkeypatch.setattr(TemplateApi, "several", several)


@pytest.mark.usefixtures("_together")
@pytest.mark.parametrize("wording", range(WORDINGS))
@pytest.mark.parametrize("size", [1, 12, 12000, 120000])
def test_a_freshly_drafted_text_misses_nothing(wording: int, size: int) -> None:
    dice = random.Random(f"{wording}{size}")
    for share in (0.3, 0.7, 1.0):
        counts = {fact: Quantity(size + place) for place, fact in enumerate(COUNTED) if dice.random() < share}
        report = made(counts | NOTHING)
        drafter = Drafter()
        ids = [
            sentence.id for draft in drafter.draft(report, None, {}).values() for sentence in draft.sentences
        ]
        drafts = drafter.draft(report, None, dict.fromkeys(ids, wording))
        texts = {key: draft.text for key, draft in drafts.items()}
        missing = [fact for fact in unsaid(report, texts) if fact in counts]
        assert not missing, [(fact, texts.get(paragraph_of(fact, report))) for fact in missing]


@pytest.mark.usefixtures("_together")
@pytest.mark.parametrize("fact", COUNTED)
def test_a_sentence_is_put_in_once(fact: str) -> None:
    """Behind what the templates say of a fact alone it is not missing any more."""
    report = made({fact: Quantity(4321)} | NOTHING)
    key = paragraph_of(fact, report)
    words = Drafter().about(fact, key, report, None)
    if words:
        added = with_texts(report, {key: f"本段是自己写的。{words}"})
        assert fact not in unsaid(added, added.paragraphs)
    assert key in PARAGRAPHS
