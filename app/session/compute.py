"""What follows from a draft's answers: one frozen value, made by one pure function.

The cells are worked out at once. The narrative is drafted, the rules are run and the questions gone through
only when they are asked for: a draft that merely stands behind this year's is compared with, never checked,
and the question one stopped at is on the screen before anything of it is drafted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.session.office import usable_office_rules
from app.session.views import by_location
from prompts import interview
from prompts.interview import InterviewState, QuestionInstance
from prompts.narrative.edited import followed, from_record, slots_by_basis
from prompts.narrative.narrative import FRESH, Choices, Words
from prompts.narrative.sentence import Choice, Decision, Slot
from sections.form.registry import written_form
from sections.report.assemble import assemble, with_texts
from sections.report.cells import ResolvedCell, Sources, resolve
from sections.report.report import Report
from sections.report.values import Value
from sections.rules.base import Context, Finding
from store.database import Store
from store.model import Decided, Edited, StoredAnswer

if TYPE_CHECKING:
    from prompts.narrative.compose import Draft, Drafter


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What the store holds of a draft: answers by field, edited paragraphs by key, the wording chosen by
    sentence id, and the ids of the questions skipped."""

    answers: Mapping[str, StoredAnswer]
    texts: Mapping[str, Edited]
    wordings: Mapping[str, int]
    skipped: frozenset[str]
    finding_answers: Mapping[str, str] = field(default_factory=dict)
    """Why findings stand as they are, by fingerprint."""
    choices: Choices = FRESH
    """Whose words the narrative has, and what was decided about single sentences."""
    records: Mapping[str, Decided] = field(default_factory=dict)
    """Everything that is stored of sentences, the places of edited paragraphs among it."""

    @classmethod
    def load(cls, store: Store, report_id: int) -> "DraftContent":
        """Everything that ``store`` holds of a report. Raises ``StoreError``."""
        texts, decided = store.texts(report_id), store.decisions(report_id)
        return cls(
            store.answers(report_id),
            texts,
            store.wordings(report_id),
            frozenset(store.skipped(report_id)),
            {
                finding: finding_answer.reason
                for finding, finding_answer in store.finding_answers(report_id).items()
            },
            choices_of(decided),
            decided,
        )

    def slots_of(self, key: str) -> tuple[Slot, ...]:
        """The places of an edited paragraph: as kept with the text, else by the draft it was edited from."""
        edited = self.texts[key]
        kept = _recorded(key, edited.text, self.records)
        return kept if kept is not None else slots_by_basis(edited.text, key, edited.basis)

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
    """A draft worked out. ``bare`` is its report without the narrative; ``kept`` the whole report where it is
    closed, that is finalised or imported."""

    content: DraftContent
    last: Report | None
    cells: Mapping[str, ResolvedCell]
    bare: Report
    drafter: "Drafter"
    kept: Report | None = None
    imported: bool = False
    """Whether ``kept`` was read from a file: its answers are what was read, not the clerk's."""
    earlier_reports: Callable[[], Sequence[Report]] = tuple
    """Gives the reports of the years before last year's, newest first."""

    @cached_property
    def earlier(self) -> tuple[Report, ...]:
        """The reports of the years before last year's, newest first."""
        return tuple(self.earlier_reports())

    @cached_property
    def drafts(self) -> "Mapping[str, Draft]":
        """The drafted paragraphs by key; of a closed report none."""
        if self.kept is not None:
            return {}
        content = self.content
        return self.drafter.draft(self.bare, self.last, content.wordings, content.choices, self.earlier)

    @cached_property
    def edited(self) -> Mapping[str, str]:
        """The paragraphs that were edited, by key, with today's numbers in their places; those of a closed
        report as they were kept."""
        if self.kept is not None:
            return self.kept.paragraphs
        return {
            key: followed(edited.text, self.content.slots_of(key), self.bare, self.last)[0]
            for key, edited in self.content.texts.items()
        }

    @cached_property
    def report(self) -> Report:
        """The whole report, with the paragraphs that were edited in their words."""
        if self.kept is not None:
            return self.kept
        texts = {key: draft.text for key, draft in self.drafts.items()} | dict(self.edited)
        return with_texts(self.bare, {key: texts[key] for key in self.bare.form.paragraphs if texts.get(key)})

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What every rule finds in the draft, or in the closed report."""
        return self.check(drafting=self.kept is None)

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
            year=self.bare.year,
            unit=self.bare.unit,
            skipped=self.content.skipped,
            cells=self.bare.cells,
            form=self.bare.form,
        )

    @cached_property
    def asked(self) -> tuple[QuestionInstance, ...]:
        """The questions that apply, in order."""
        return interview.asked(self.state)

    def check(self, *, drafting: bool) -> tuple[Finding, ...]:
        """What every rule finds; unless ``drafting``, what has not been answered yet is an error.

        The rules are loaded with the first check."""
        from sections.rules.run import answered, check

        edited = frozenset(self.content.texts)
        context = Context(
            self.report,
            self.last,
            drafting=drafting,
            answers_known=not self.imported,
            edited=frozenset() if self.imported else edited,
            earlier=self.earlier,
            office=usable_office_rules(),
            struck=tuple(self._struck()),
        )
        return tuple(answered(check(context), self.content.finding_answers))

    def _struck(self) -> Iterator[tuple[str, str, str]]:
        """The sentences without a clause of last year's, while nobody has decided on them."""
        for key, draft in self.drafts.items():
            for sentence in draft.sentences if key not in self.content.texts else ():
                if sentence.struck and sentence.id not in self.content.choices.decisions:
                    yield key, sentence.struck, sentence.text


SEED: Final = "seed"
"""In the place of a sentence's id: the first name of a draft, by which its wordings are drawn."""
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
        seed=decided[SEED].text if SEED in decided else "",
    )


def closed(derived: Derived, document: Report, *, imported: bool) -> Derived:
    """A finalised or imported report as it was kept, whatever its answers would make of it today."""
    texts = {key: Edited(text, text) for key, text in document.paragraphs.items()}
    content = replace(derived.content, texts=texts)
    cells = {
        path: ResolvedCell(document.number(path), cell.source, document.overruled.get(path, ""))
        for path, cell in derived.cells.items()
    }
    return replace(derived, content=content, cells=cells, bare=document, kept=document, imported=imported)


PLACES: Final = "slots:"
"""Before the key of a paragraph or the id of a sentence, in the place of an id: its places (``edited``)."""


def _recorded(name: str, text: str, decided: Mapping[str, Decided]) -> tuple[Slot, ...] | None:
    record = decided.get(f"{PLACES}{name}")
    return from_record(text, record.text) if record is not None else None


def compute(
    content: DraftContent,
    organ: str,
    year: int,
    last: Report | None,
    drafter: "Drafter",
    *,
    earlier: Callable[[], Sequence[Report]] = tuple,
) -> Derived:
    """Resolve the cells and assemble the report of ``organ`` for ``year``, which ``drafter`` will draft;
    ``earlier`` gives the reports of the years before ``last``."""
    values, reasons = content.values, content.reasons
    cells = resolve(written_form(year), Sources(values, last, reasons))
    bare = assemble(values, organ, year, last, reasons, cells=cells)
    return Derived(content, last, cells, bare, drafter, earlier_reports=earlier)
