"""What follows from a draft's answers: one frozen value, made by one pure function.

Its report is worked out at once. The rules are run and the questions gone through only when they are asked
for: a draft that merely stands behind this year's is compared with, never checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from app.session.views import by_location
from prompts import interview
from prompts.interview import InterviewState, QuestionInstance
from prompts.narrative.compose import Draft, Drafter
from prompts.narrative.edited import followed, from_record, slots_by_basis
from prompts.narrative.narrative import FRESH, Choices, Words
from prompts.narrative.sentence import Choice, Decision, Slot
from sections.form.registry import written_form
from sections.report.assemble import assemble, with_texts
from sections.report.cells import ResolvedCell, Sources, resolve
from sections.report.report import Report
from sections.report.values import Value
from sections.rules.base import Context, Finding
from sections.rules.run import check
from store.database import Store
from store.model import Decided, Edited, StoredAnswer


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What the store holds of a draft: answers by field, edited paragraphs by key, the wording chosen by
    sentence id, and the ids of the questions skipped."""

    answers: Mapping[str, StoredAnswer]
    texts: Mapping[str, Edited]
    wordings: Mapping[str, int]
    skipped: frozenset[str]
    slots: Mapping[str, tuple[Slot, ...]] = field(default_factory=dict)
    """The places of edited paragraphs that follow the answers, by paragraph key."""
    choices: Choices = FRESH
    """Whose words the narrative has, and what was decided about single sentences."""

    @classmethod
    def load(cls, store: Store, report_id: int) -> "DraftContent":
        """Everything that ``store`` holds of a report. Raises ``StoreError``."""
        texts, decided = store.texts(report_id), store.decisions(report_id)
        return cls(
            store.answers(report_id),
            texts,
            store.wordings(report_id),
            frozenset(store.skipped(report_id)),
            {key: _places(key, edited, decided) for key, edited in texts.items()},
            choices_of(decided),
        )

    @property
    def values(self) -> dict[str, Value]:
        """The answers alone."""
        return {field: answer.value for field, answer in self.answers.items()}

    @property
    def reasons(self) -> dict[str, str]:
        """Why carried cells were overruled, by cell."""
        return {field: answer.reason for field, answer in self.answers.items() if answer.reason}


@dataclass(frozen=True)
class Derived:
    """A draft worked out. ``drafts`` are the drafted paragraphs by key; ``report`` has the edited ones,
    which ``edited`` are by key, with today's numbers."""

    content: DraftContent
    last: Report | None
    cells: Mapping[str, ResolvedCell]
    drafts: Mapping[str, Draft]
    edited: Mapping[str, str]
    report: Report

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What every rule finds in the draft."""
        return self.check(drafting=True)

    @cached_property
    def findings_at(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by where they are."""
        return by_location(self.findings)

    @cached_property
    def state(self) -> InterviewState:
        """What the interview looks at."""
        return InterviewState(
            answers=self.content.values,
            last=self.last,
            year=self.report.year,
            unit=self.report.unit,
            skipped=self.content.skipped,
            cells=self.report.cells,
            form=self.report.form,
        )

    @cached_property
    def asked(self) -> tuple[QuestionInstance, ...]:
        """The questions that apply, in order."""
        return interview.asked(self.state)

    def check(self, *, drafting: bool) -> tuple[Finding, ...]:
        """What every rule finds; unless ``drafting``, what has not been answered yet is an error."""
        edited = frozenset(self.content.texts)
        context = Context(self.report, self.last, drafting=drafting, answers_known=True, edited=edited)
        return tuple(check(context))


WORDS: Final = "words"
"""In the place of a sentence's id: whose words the whole narrative begins with."""


def choices_of(decided: Mapping[str, Decided]) -> Choices:
    """What was stored about sentences; what this version does not know is passed over."""
    words = decided[WORDS].choice if WORDS in decided else ""
    return Choices(
        Words(words) if words in set(Words) else Words.FRESH,
        {
            sentence: Decision(Choice(one.choice), one.text, _recorded(sentence, one.text, decided))
            for sentence, one in decided.items()
            if one.choice in set(Choice)
        },
    )


PLACES: Final = "slots:"
"""Before the key of a paragraph or the id of a sentence, in the place of an id: its places (``edited``)."""


def _recorded(name: str, text: str, decided: Mapping[str, Decided]) -> tuple[Slot, ...] | None:
    record = decided.get(f"{PLACES}{name}")
    return from_record(text, record.text) if record is not None else None


def _places(key: str, edited: Edited, decided: Mapping[str, Decided]) -> tuple[Slot, ...]:
    """As they were kept with the text; else by the draft it was edited from."""
    kept = _recorded(key, edited.text, decided)
    return kept if kept is not None else slots_by_basis(edited.text, key, edited.basis)


def compute(content: DraftContent, organ: str, year: int, last: Report | None, drafter: Drafter) -> Derived:
    """Resolve the cells, assemble the report of ``organ`` for ``year`` and draft its narrative."""
    values, reasons = content.values, content.reasons
    cells = resolve(written_form(year), Sources(values, last, reasons))
    bare = assemble(values, organ, year, last, reasons, cells=cells)
    drafts = drafter.draft(bare, last, content.wordings, content.choices)
    texts = {key: draft.text for key, draft in drafts.items()}
    edited = {
        key: followed(one.text, content.slots.get(key, ()), bare, last)[0]
        for key, one in content.texts.items()
    }
    texts |= edited
    paragraphs = {key: texts[key] for key in bare.form.paragraphs if texts.get(key)}
    return Derived(content, last, cells, drafts, edited, with_texts(bare, paragraphs))
