"""The sentences of the narrative, one by one: where each comes from, and what is decided of it."""

from collections.abc import Container, Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from app.session.compute import PLACES, WORDS
from app.session.open_report import SessionPart, writes
from app.session.views import BoundPlace, Outcome, SentenceMark, SentenceView
from prompts.narrative.compose import Draft
from prompts.narrative.edited import slots_of, to_record
from prompts.narrative.likeness import MOST, SECTIONS, is_alike, share
from prompts.narrative.narrative import Choices, Words, bound
from prompts.narrative.own_words import last_sentences, text_of
from prompts.narrative.part_five import FOUND, FRAMED, left_of
from prompts.narrative.sentence import MARKS, Choice, Mark, Origin, Sentence
from sections.facts import fact_of
from sections.report.unsaid import unsaid
from store.texts import OF_SENTENCE

if TYPE_CHECKING:
    from app.documents.sources import Sourced


class _Decisions:
    """Whatever was decided of sentences, as a place that an undo stays within."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.startswith(OF_SENTENCE)


DECISIONS: Final[Container[str]] = _Decisions()
"""What ``conversation.undo`` may take back where nothing but sentences is in sight."""


class Sentences(SessionPart):
    """Show the sentences, and take the clerk's decisions about last year's."""

    @property
    def choices(self) -> Choices:
        """Whose words, and every decision by sentence id."""
        return self._open.content.choices

    @property
    def words(self) -> Words:
        """Whose words the narrative begins with."""
        return self._open.content.choices.words

    def all(self) -> tuple[SentenceView, ...]:
        """Every sentence that stands, in order, and among them last year's that do not, where they stood."""
        return tuple(self._views())

    def _views(self) -> Iterator[SentenceView]:
        derived = self._open.derived
        places = {sentence.id: place for place, sentence in enumerate(last_sentences(self._open.last))}
        for key, draft in derived.drafts.items():
            ids = {sentence.id for sentence in draft.sentences}
            for sentence in _in_reading_order(draft, places):
                stands = sentence.id in ids
                shown = bound(sentence, key, derived.report) if stands else sentence
                yield self._view(key, shown, stands)
        framed = [sentence for key in FRAMED for sentence in self._drafted(key) if sentence.last]
        for sentence in left_of(self._open.last, framed):
            yield self._view(FOUND, sentence, stands=False)

    def _drafted(self, key: str) -> tuple[Sentence, ...]:
        draft = self._open.derived.drafts.get(key)
        return draft.sentences if draft else ()

    def _view(self, key: str, sentence: Sentence, stands: bool) -> SentenceView:
        places = tuple(
            BoundPlace(slot.path, sentence.text[slot.start : slot.end], slot.start, slot.end)
            for slot in sentence.slots
        )
        marks = tuple(SentenceMark(str(mark), _told(mark, sentence)) for mark in sentence.marks)
        decision = self._open.content.choices.decisions.get(sentence.id)
        return SentenceView(
            id=sentence.id,
            paragraph=key,
            text=sentence.text,
            origin=str(sentence.origin),
            stands=stands,
            places=places,
            marks=marks,
            last=sentence.last,
            decision=str(decision.choice) if decision else "",
        )

    def sources(self) -> "tuple[Sourced, ...]":
        """Where what the report says comes from, sentence by sentence and row by row."""
        from app.session.sources import Sources

        return Sources(self._open).all()

    @property
    def likeness(self) -> float | None:
        """Which share of parts one and five says what last year's report says, 0 to 1; None without one."""
        if self._open.last is None:
            return None
        return share(self._open.derived.report.paragraphs, self._open.last)

    @property
    def likeness_in_words(self) -> str:
        """The same in a few words; empty without last year's report."""
        likeness = self.likeness
        if likeness is None:
            return ""
        return f"正文{likeness:.0%}的字与去年相同" if round(likeness * 100) else "正文没有与去年相同的话"

    def candidates(self) -> tuple[SentenceView, ...]:
        """Over half as last year: the sentences that another wording would help most, as few as are enough.

        Those that follow no answer come first, the longest first."""
        likeness = self.likeness
        if likeness is None or likeness <= MOST:
            return ()
        before = text_of(self._open.last)
        alike = [
            view
            for view in self.all()
            if view.stands and view.paragraph.startswith(SECTIONS) and is_alike(view.text, before)
        ]
        first = sorted(alike, key=lambda view: (bool(view.places), -len(view.text)))
        lengths = accumulate(len(view.text) for view in first)
        size = sum(len(view.text) for view in alike) / likeness
        enough = next(
            (n for n, gone in enumerate(lengths, 1) if gone >= (likeness - MOST) * size), len(first)
        )
        return tuple(first[:enough])

    def missing(self) -> tuple[str, ...]:
        """Answered facts that no sentence says, by their labels."""
        return tuple(
            path.partition(":")[2] or (known.label if (known := fact_of(path)) else path)
            for path in self.unsaid()
        )

    def unsaid(self) -> tuple[str, ...]:
        """Answered facts that no sentence says, by their paths: what ``narrative.add_unsaid`` takes."""
        report = self._open.derived.report
        return unsaid(report, report.paragraphs)

    @writes
    def use(self, words: Words) -> Outcome:
        """Begin with the organ's own words of last year, or with fresh ones; decisions stay."""
        self._open.store.put_decision(self._open.id, WORDS, str(words))
        self._open.reload()
        return Outcome(True, "已改用去年的句子。" if words is Words.OWN else "已改用新写的句子。")

    @writes
    def decide(self, sentence_id: str, choice: Choice, text: str = "") -> Outcome:
        """Keep or leave out a sentence of last year's, or keep it in the clerk's words."""
        known = {view.id: view for view in self.all() if view.origin != Origin.TEMPLATE}
        if sentence_id not in known:
            return Outcome(False, f"没有“{sentence_id}”这一句。")
        if Mark.PART_FIVE in {mark.code for mark in known[sentence_id].marks}:
            return Outcome(False, f"{MARKS[Mark.PART_FIVE]}。")
        clean = "".join(text.split("\n")).strip()
        if choice is Choice.TEXT and not clean:
            return Outcome(False, "改写的句子不能是空的。要去掉这一句，请选“不用”。")
        kept = clean if choice is Choice.TEXT else ""
        places = slots_of(kept, known[sentence_id].paragraph, self._open.derived.report)
        with self._open.store.transaction():
            self._open.store.put_decision(self._open.id, sentence_id, str(choice), kept)
            if kept:
                record = to_record(kept, places)
                self._open.store.put_decision(self._open.id, f"{PLACES}{sentence_id}", "", record)
        self._open.reload()
        return Outcome(True, "", (known[sentence_id].paragraph,))

    @writes
    def keep_unmarked(self) -> Outcome:
        """Keep every sentence of last year's that nothing speaks against and that is not decided on."""
        open_ones = [
            view for view in self.all() if not (view.stands or view.marks or view.decision) and view.last
        ]
        with self._open.store.transaction():
            for view in open_ones:
                self._open.store.put_decision(self._open.id, view.id, str(Choice.KEEP))
        self._open.reload()
        count = len(open_ones)
        return Outcome(bool(count), f"沿用了{count}句，数字已更新。" if count else "没有可以直接沿用的句子。")


def _in_reading_order(draft: Draft, places: Mapping[str, int]) -> list[Sentence]:
    """What stands, with each sentence that does not behind those that stood before it last year."""
    made = list(draft.sentences)
    for sentence in draft.left_out:
        mine = places.get(sentence.id, len(places))
        before = [at for at, other in enumerate(made, 1) if places.get(other.id, mine) < mine]
        made.insert(before[-1] if before else 0, sentence)
    return made


def _told(mark: Mark, sentence: Sentence) -> str:
    """What a mark tells the clerk of this sentence."""
    return f"{MARKS[mark]}（“{sentence.struck}”），要保留就改写" if mark is Mark.STRUCK else MARKS[mark]
