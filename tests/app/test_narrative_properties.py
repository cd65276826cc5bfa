"""Whatever is answered, edited and decided in whatever order: a number changes its own places, an undo brings
the text back to the letter, and no answered fact is lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st

from app.session.drafting import scratch_library
from app.session.library import Library
from app.session.session import Session
from prompts.narrative.amounts import Amounts
from prompts.narrative.narrative import Words
from prompts.narrative.sentence import Choice, Origin, Sentence
from sections.facts import FACTS
from sections.language.numerals import read_quantity
from sections.language.statements import OWN_ITEMS
from sections.report.unsaid import paragraph_of
from sections.report.values import Kind, LocalItem, Quantity, Value
from tests.support.five_organs import ORGANS

NUMBERS = st.integers(0, 12) | st.integers(0, 10**6)
COUNTED = {
    name: tuple(fact for fact in organ.now if fact in FACTS and FACTS[fact].kind is Kind.COUNT)
    for name, organ in ORGANS.items()
}
MORE = ("proactive.meetings_opened", "supervision.checks", "platform.reading_points", "proactive.opinions")
CELLS = ("requests.new.natural_person", "requests.granted.natural_person", "proactive.licences")
EDITS = (
    lambda text: f"{text}走访了1375户。",
    lambda text: text.partition("。")[2] or text,
    lambda text: text.replace("全年", "这一年", 1),
    lambda text: re.sub(r"[0-9]+(?=[件条次])", "12", text, count=1),
)
Step = tuple[str, int, int]
ORGAN = st.sampled_from(sorted(ORGANS))
STEP = st.one_of(
    st.tuples(st.just("answer"), st.integers(0, 40), NUMBERS),
    st.tuples(st.just("item"), st.integers(0, 8), NUMBERS),
    st.tuples(st.just("cell"), st.integers(0, 2), st.integers(0, 99)),
    st.tuples(st.just("decide"), st.integers(0, 60), st.integers(0, 2)),
    st.tuples(st.just("edit"), st.integers(0, 12), st.integers(0, len(EDITS) - 1)),
    st.tuples(st.just("words"), st.integers(0, 1), st.just(0)),
)


@contextmanager
def opened(name: str) -> Iterator[tuple[Session, Library]]:
    """This year's report of one of the five organs, in its own words of last year."""
    with scratch_library() as library, started(name, library) as session:
        yield session, library


def started(name: str, library: Library) -> Session:
    organ = ORGANS[name]
    library.take_over(organ.last)
    session = library.start(organ.name, 2025)
    values: dict[str, Value] = {
        field: Quantity(value) if field in COUNTED[name] and type(value) is int else value
        for field, value in organ.now.items()
    }
    session.conversation.take(values, {})
    session.sentences.use(Words.OWN)
    for section in session.report.form.tables:
        session.tables.finish(section)
    return session


def answered(session: Session, name: str, step: Step) -> None:
    """One change of an answer, a figure of the organ's own or a cell."""
    what, which, number = step
    if what == "item":
        items = [item for item in session.report.facts.get(OWN_ITEMS, ()) if isinstance(item, LocalItem)]
        if items:
            old = items[which % len(items)]
            items[which % len(items)] = LocalItem(old.name, Quantity(number), old.unit, old.topic)
            session.conversation.take({OWN_ITEMS: tuple(items)}, {})
    elif what == "cell":
        session.tables.set_cells({CELLS[which]: str(number)})
    else:
        facts = (*COUNTED[name], *MORE)
        session.conversation.take({facts[which % len(facts)]: Quantity(number)}, {})


def done(session: Session, name: str, step: Step) -> None:
    """One step, whatever it is; what is refused changes nothing."""
    what, which, way = step
    if what == "decide":
        views = [view for view in session.sentences.all() if view.origin != Origin.TEMPLATE]
        if views:
            choice = list(Choice)[way]
            session.sentences.decide(views[which % len(views)].id, choice, "走访1375户，公开信息12条。")
    elif what == "edit":
        keys = [key for key in session.narrative.paragraphs() if key.startswith("overview.")]
        key = keys[which % len(keys)]
        session.narrative.edit(key, EDITS[way](session.narrative.paragraph(key).text))
    elif what == "words":
        session.sentences.use(list(Words)[which])
    else:
        answered(session, name, step)


def texts(session: Session) -> dict[str, str]:
    return {key: paragraph.text for key, paragraph in session.narrative.paragraphs().items()}


def standing(session: Session) -> dict[str, Sentence]:
    """The sentences of last year's and the clerk's that stand, by id."""
    found = (paragraph.sentences for paragraph in session.narrative.paragraphs().values())
    return {one.id: one for ones in found for one in ones if one.origin is not Origin.TEMPLATE}


def outside(one: Sentence, subjects: set[str]) -> str:
    """A sentence without the places of some subjects and their marks, and without its number in a list."""
    text = one.text
    for slot in sorted(one.slots, key=lambda slot: -slot.start):
        if slot.subject in subjects:
            text = text[: slot.start] + text[slot.end :]
    return re.sub("^[一二三四五六七八九十]是", "", re.sub("[，、（）约近]", "", text) if subjects else text)


def changes(session: Session, library: Library) -> int:
    """How many changes were made that one undo each takes back."""
    return len({entry.group for entry in library.store.journal(session.id)})


@settings(max_examples=12)
@given(ORGAN, st.lists(STEP, min_size=1, max_size=7))
def test_undo_brings_every_text_back_to_the_letter(name: str, steps: list[Step]) -> None:
    with opened(name) as (session, library):
        seen = [texts(session)]
        for step in steps:
            before = changes(session, library)
            done(session, name, step)
            made = changes(session, library) - before
            seen += [{}] * (made - 1) + ([texts(session)] if made else [])
        for before_it in reversed(seen[:-1]):
            assert session.conversation.undo()
            assert not before_it or texts(session) == before_it


@settings(max_examples=12)
@given(ORGAN, st.lists(STEP, min_size=1, max_size=7))
def test_no_answered_fact_is_lost(name: str, steps: list[Step]) -> None:
    with opened(name) as (session, _):
        for step in steps:
            done(session, name, step)
        told = {one.where for one in session.findings if one.code == "NB946"}
        lost = session.sentences.unsaid()
        assert {paragraph_of(path, session.report) for path in lost} == told
        for path in lost:
            if path in session.sentences.unsaid():
                assert session.narrative.add_unsaid(path).accepted, path
        assert session.sentences.unsaid() == ()


@settings(max_examples=25)
@given(ORGAN, STEP.filter(lambda step: step[0] in {"answer", "item", "cell"}))
def test_an_answer_changes_the_places_bound_to_it_and_no_others(name: str, step: Step) -> None:
    with opened(name) as (session, _):
        before, old = standing(session), session.report
        answered(session, name, step)
        after, new = standing(session), session.report
        was, now = Amounts(old), Amounts(new)
        for sentence_id in before.keys() & after.keys():
            one, other = before[sentence_id], after[sentence_id]
            moved = {slot.subject for slot in one.slots if was.of(slot.subject) != now.of(slot.subject)}
            assert outside(one, moved) == outside(other, moved)
            for slot in other.slots:
                if slot.path in moved and (number := now.of(slot.path)) is not None:
                    written = read_quantity(other.text[slot.start : slot.end])
                    assert written is not None
                    assert written == number or not written.exact
