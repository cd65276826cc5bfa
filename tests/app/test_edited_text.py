"""Any sequence of answers, edits, decisions and undos: nothing answered is lost, and back to the letter."""

import random

import pytest

from app.session.library import Library
from app.session.session import Session
from prompts.narrative.narrative import Words
from prompts.narrative.sentence import Choice
from sections.facts import FACTS
from sections.report.values import Kind, Quantity
from tests.support.five_organs import ORGANS

COUNTS = (
    "proactive.published_total",
    "proactive.wechat",
    "supervision.trainings",
    "proactive.public_questions",
)
KEYS = ("overview.proactive", "overview.supervision", "overview.requests")


@pytest.fixture
def session(library: Library) -> Session:
    organ = ORGANS["bureau"]
    library.take_over(organ.last)
    opened = library.start(organ.name, 2025)
    is_count = {field: field in FACTS and FACTS[field].kind is Kind.COUNT for field in organ.now}
    values = {
        field: Quantity(v) if is_count[field] and type(v) is int else v for field, v in organ.now.items()
    }
    opened.conversation.take(values, {})
    return opened


def texts(session: Session) -> dict[str, str]:
    return dict(session.report.paragraphs)


def step(session: Session, dice: random.Random) -> None:
    """One thing that a clerk may do."""
    kind = dice.randrange(5)
    if kind == 0:
        session.conversation.take({dice.choice(COUNTS): Quantity(dice.randrange(1, 5000))}, {})
    elif kind == 1:
        key = dice.choice(KEYS)
        text = session.report.paragraphs[key]
        cut = text.partition("。")[2] if dice.random() < 0.3 else ""
        session.narrative.edit(key, cut or f"{text}今年又有新的进展。")
    elif kind == 2:
        views = [view for view in session.sentences.all() if view.last]
        choice = dice.choice((Choice.KEEP, Choice.DROP, Choice.TEXT))
        view = dice.choice(views)
        session.sentences.decide(view.id, choice, f"{view.text[:-1]}，成效较好。")
    elif kind == 3:
        before = session.sentences.words
        session.sentences.use(Words.FRESH if before is Words.OWN else Words.OWN)
    else:
        session.narrative.next_wording(dice.choice(KEYS))


def written(session: Session) -> int:
    return len(session._open.store.journal(session.id))


@pytest.mark.parametrize("seed", range(4))
def test_undo_brings_every_text_back_to_the_letter(session: Session, seed: int) -> None:
    dice = random.Random(seed)
    seen: list[dict[str, str]] = []
    for _ in range(8):
        before, entries = texts(session), written(session)
        step(session, dice)
        if written(session) > entries:
            seen.append(before)
    for before in reversed(seen):
        assert session.conversation.undo()
        assert texts(session) == before


@pytest.mark.parametrize("seed", range(4))
def test_what_was_answered_is_said_or_told_and_can_be_put_in(session: Session, seed: int) -> None:
    dice = random.Random(100 + seed)
    for _ in range(8):
        step(session, dice)
        told = [one for one in session.findings if one.code == "NB946"]
        assert len(told) >= bool(session.sentences.unsaid())
    for path in session.sentences.unsaid():
        assert session.narrative.add_unsaid(path).accepted, path
    assert session.sentences.unsaid() == ()


def test_one_key_puts_an_answer_in_that_an_edited_paragraph_does_not_say(session: Session) -> None:
    session.narrative.edit("overview.supervision", "监督保障工作有序开展。")
    for finding in [one for one in session.findings if one.code == "NB946"]:
        assert finding.fix
        assert session.corrections.apply(finding.fix).accepted
    assert texts(session)["overview.supervision"].startswith("监督保障工作有序开展。")
    assert "培训3次" in texts(session)["overview.supervision"]
    assert not [one for one in session.findings if one.code == "NB946"]


def test_what_of_part_five_is_not_taken_over_is_listed_and_not_kept(session: Session) -> None:
    (view,) = [one for one in session.sentences.all() if "基层所信息报送不及时" in one.last]
    assert not view.stands
    assert [mark.code for mark in view.marks] == ["part_five"]
    assert not session.sentences.decide(view.id, Choice.KEEP).accepted


def test_candidates_for_another_wording_are_offered_only_above_half(session: Session) -> None:
    session.sentences.use(Words.OWN)
    likeness = session.sentences.likeness
    assert likeness is not None
    assert bool(session.sentences.candidates()) == (likeness > 0.5)
    for view in [one for one in session.sentences.all() if one.last and not one.decision]:
        session.sentences.decide(view.id, Choice.KEEP)
    assert (session.sentences.likeness or 0) > likeness
    assert {one.id for one in session.sentences.candidates()} <= {
        one.id for one in session.sentences.all() if one.stands
    }
    assert session.sentences.candidates()


def test_no_more_sentences_are_offered_than_bring_the_likeness_to_half(session: Session) -> None:
    for view in [one for one in session.sentences.all() if one.last and not one.decision]:
        session.sentences.decide(view.id, Choice.KEEP)
    offered = session.sentences.candidates()
    for number, view in enumerate(offered, 1):
        assert (session.sentences.likeness or 0) > 0.5, f"{number - 1} of {len(offered)} were enough"
        session.sentences.decide(view.id, Choice.DROP)


def test_a_typed_sentence_follows_the_answers(session: Session) -> None:
    view = next(view for view in session.sentences.all() if "2011条" in view.text and view.last)
    session.sentences.decide(view.id, Choice.TEXT, "今年在市局网站公开政府信息2011条，件件可查。")
    both = {"proactive.published_total": Quantity(2100), "proactive.website": Quantity(2100)}
    session.conversation.take(both, {})
    assert "今年在市局网站公开政府信息2100条，件件可查。" in texts(session)["overview.proactive"]
    session.conversation.undo()
    assert "今年在市局网站公开政府信息2011条，件件可查。" in texts(session)["overview.proactive"]
