"""From the report to its paragraphs: Jinja2 templates, several wordings a sentence, strict and bounded.

A template file holds the sentences of one paragraph in order. A sentence ``name`` is the blocks ``name__1``,
``name__2``… (its wordings) and, where it does not always apply, ``name__when``, which renders to nothing when
the sentence is to be left out. The clerk may lay a file of the same name over a built-in one; a broken one is
named with its line and the built-in one is used.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from prompts.narrative import law_name, own_topics
from prompts.narrative.arrangement import arranged
from prompts.narrative.coverage import FEE_WORDS, FEES, Coverage, says_the_same
from prompts.narrative.likeness import set_phrases
from prompts.narrative.narrative import (
    FRESH,
    PLAIN,
    Choices,
    OwnSentences,
    Words,
    all_renewed,
    facts_of,
    merged,
    own_sentences,
)
from prompts.narrative.own_words import text_of
from prompts.narrative.sandbox import BUILT_IN
from prompts.narrative.sentence import Origin, Sentence
from prompts.narrative.template_api import TOLD_BY, TemplateApi, offered_names
from prompts.narrative.templates import (
    INSTEAD,
    TemplateError,
    built_in_template,
    compile_template,
    name_of,
    renderer,
)
from prompts.narrative.year_before import as_others_say, as_templates_say, says_other
from sections.form.elements import OWN_TOPICS
from sections.language.sentences import likest, masked
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.unsaid import items_of

if TYPE_CHECKING:
    from jinja2 import Template

TOO_LIKE: Final = 0.8
"""A wording this like a sentence of last year's is not offered first (see ``similarity``)."""
_CHANGES: Final = re.compile(
    "，[较比]去年(?:增加|减少|增长|下降)[^，。；、）]*(?:，(?:增长|下降)[^，。；、）]*)?"
)
AMONG: Final = "其中"
_BLOCK: Final = re.compile(r"{% block (\w+)__[1-9][0-9]* %}(.*?){% endblock %}", re.DOTALL)
_NAMED: Final = re.compile(r'"([a-z_]+(?:\.[a-z_]+)+)"')
_OPENER: Final = 2
"""Characters that make an opener: 全年, 本年."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted paragraph; ``left_out`` are last year's sentences that it does not take over."""

    key: str
    sentences: tuple[Sentence, ...]
    left_out: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as it is printed."""
        return own_topics.joined(self.sentences)


def file_of(key: str) -> str:
    """The template file of a paragraph: ``overview/lead.j2``."""
    section, _, name = key.partition(".")
    return f"{section}/{name}.j2" if name else f"overview/{section}.j2"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a draft is made from: what templates may ask, the texts of the years before, newest first, and the
    wordings that were chosen."""

    facts: TemplateApi
    before: tuple[str, ...]
    wordings: Mapping[str, int]


class Drafter:
    """Holds the compiled templates. ``overlay`` is the folder of the clerk's own."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._overlay = overlay
        self._templates: dict[str, ParagraphTemplate] = {}
        self._problems: dict[str, str] = {}
        self._last_said: tuple[Report, frozenset[str]] | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the clerk's own templates, a sentence each."""
        return tuple(self._problems.values())

    def draft(
        self,
        report: Report,
        last: Report | None,
        wordings: Mapping[str, int],
        choices: Choices = FRESH,
        earlier: Sequence[Report] = (),
    ) -> dict[str, Draft]:
        """Every paragraph that has something to say, by key; last year's own sentences as ``choices`` say,
        the others in wordings that ``last`` and the ``earlier`` years, newest first, did not have.

        Where more than half would be as last year, set phrases that nobody decided on are given up."""
        every, coverage = self._own_words(report, last), Coverage(report)
        own = own_sentences(every, report, last, choices)
        before = tuple(as_templates_say(text) for one in (last, *earlier) if (text := text_of(one)))
        telling = Telling(TemplateApi(report, last, facts_of(own, coverage), choices.seed), before, wordings)
        bare = {key: self._paragraph(key, telling) for key in report.form.paragraphs}
        drafts = self._merged(bare, own, coverage, telling, last)
        if last is None or choices.words is not Words.OWN:
            return _in_its_word(drafts, last)
        texts = {key: draft.text for key, draft in drafts.items()}
        standing = [(key, sentence) for key, draft in drafts.items() for sentence in draft.sentences]
        alike = set_phrases(standing, texts, coverage, last, choices.decisions)
        if alike:
            own = own_sentences(every, report, last, replace(choices, alike=alike))  # these say no facts
            drafts = self._merged(bare, own, coverage, telling, last)
        return _in_its_word(drafts, last)

    def _merged(
        self,
        bare: Mapping[str, Draft],
        own: Mapping[str, OwnSentences],
        coverage: Coverage,
        telling: Telling,
        last: Report | None,
    ) -> dict[str, Draft]:
        """The paragraphs of the templates with the organ's own sentences, each opening with another word."""
        drafts: dict[str, Draft] = {}
        opener = ""
        for key, plain in bare.items():
            draft = self._unlike(plain, opener, telling)
            if not (key in own and own[key].kept):
                draft = replace(draft, sentences=arranged(key, draft.sentences, telling.facts.seed, last))
            if key in own:
                order = self._script(key).order if draft.sentences else {}
                sentences = merged(key, draft.sentences, own[key], coverage, order)
                draft = Draft(key, sentences, own[key].left_out)
                draft = self._standing_alone(draft, telling)
            elif key == FEES and FEE_WORDS in own:
                kept = [sentence.text for sentence in own[FEE_WORDS].kept]
                draft = Draft(
                    key,
                    tuple(sentence for sentence in draft.sentences if not says_the_same(sentence.id, kept)),
                )
            if draft.sentences or draft.left_out:
                drafts[key] = draft
            if draft.sentences:
                opener = draft.text[:_OPENER]
        return drafts

    def _own_words(self, report: Report, last: Report | None) -> dict[str, list[Sentence]]:
        """Last year's sentences that are the organ's own: what templates said then is said anew."""
        said = self._said_by_templates(last)
        every = all_renewed(report, last)
        return {
            key: [sentence for sentence in ones if _wording_of(sentence.last) not in said]
            for key, ones in every.items()
        }

    def _said_by_templates(self, last: Report | None) -> frozenset[str]:
        """Every wording of the templates for last year's answers; nothing for a report without answers."""
        if last is None or not last.facts:
            return frozenset()
        if self._last_said is None or self._last_said[0] is not last:
            facts = TemplateApi(last, None)
            said: set[str] = set()
            for key in last.form.paragraphs:
                # A template of the clerk's that last year's answers break said nothing then.
                with suppress(TemplateError):
                    if key != OWN_TOPICS:
                        said.update(map(_wording_of, self._script(key).every_wording(facts)))
            self._last_said = last, frozenset(said)
        return self._last_said[1]

    def about(self, path: str, key: str, report: Report, last: Report | None) -> str:
        """What the templates say of one fact or own indicator alone, in the paragraph ``key``."""
        items = {f"{OWN_ITEMS}:{item.name}" for item in items_of(report)}
        facts = TemplateApi(report, last, frozenset({*report.facts, *items} - {path, OWN_ITEMS}))
        draft = self._paragraph(key, Telling(facts, (), {}))
        coverage = Coverage(report)
        said = (sentence for sentence in draft.sentences if {path} in coverage.of(sentence, key))
        return "".join(sentence.text for sentence in said)

    def _unlike(self, draft: Draft, opener: str, telling: Telling) -> Draft:
        """The paragraph with another first wording where the one before opens with the same word."""
        first = draft.sentences[0] if draft.sentences else None
        if first is None or not opener or first.id in telling.wordings:
            return draft
        reworded = self._reworded(first, draft.key, opener, telling)
        return replace(draft, sentences=(reworded, *draft.sentences[1:]))

    def _standing_alone(self, draft: Draft, telling: Telling) -> Draft:
        """The paragraph without 其中 behind a sentence of the organ's own: it may count something else."""
        made: list[Sentence] = []
        for sentence in draft.sentences:
            alone = sentence.origin is Origin.TEMPLATE and sentence.id not in telling.wordings
            follows = not made or made[-1].origin is not Origin.TEMPLATE
            made.append(
                self._reworded(sentence, draft.key, AMONG, telling) if alone and follows else sentence
            )
        return replace(draft, sentences=tuple(made))

    def _reworded(self, sentence: Sentence, key: str, opener: str, telling: Telling) -> Sentence:
        """A template's sentence in a wording that does not open with ``opener``, if there is one."""
        if not sentence.text.startswith(opener):
            return sentence
        return self._script(key).reworded(sentence, opener, telling)

    def _paragraph(self, key: str, telling: Telling) -> Draft:
        if key == OWN_TOPICS:
            return Draft(key, ())  # no template knows what an organ's own topics are
        script = self._script(key)
        try:
            sentences = tuple(script.sentences(telling))
            told = tuple(one for one in sentences if script.own or not one.id.endswith(PLAIN))
            return Draft(key, told or sentences)
        except TemplateError as error:
            if script.own:
                self._problems[key] = str(error)
                self._templates[key] = ParagraphTemplate.built_in(key)
                return self._paragraph(key, telling)
            raise

    def _script(self, key: str) -> "ParagraphTemplate":
        if key not in self._templates:
            self._templates[key] = self._overlaid(key) or ParagraphTemplate.built_in(key)
        return self._templates[key]

    def _overlaid(self, key: str) -> "ParagraphTemplate | None":
        path = self._overlay / file_of(key) if self._overlay else None
        if path is None or not (path.is_symlink() or path.exists()):
            return None
        try:
            return ParagraphTemplate.read(key, path, own=True)
        except TemplateError as error:
            self._problems[key] = str(error)
            return None


class ParagraphTemplate:
    """One compiled template: the sentences of a paragraph with their wordings."""

    def __init__(self, key: str, path: Path, template: "Template", own: bool) -> None:
        self.key, self.path, self.own = key, path, own
        self._template = template
        parts = [name.rpartition("__") for name in template.blocks]
        self.names = tuple(dict.fromkeys(name for name, _, _ in parts))
        self._wordings = Counter(name for name, _, part in parts if part != "when")

    @staticmethod
    @cache
    def built_in(key: str) -> "ParagraphTemplate":
        """The template that nianbao ships."""
        file = file_of(key)
        return ParagraphTemplate(key, BUILT_IN / file, built_in_template(file), own=False)

    @classmethod
    def read(cls, key: str, path: Path, own: bool = True) -> "ParagraphTemplate":
        """Compile a file that anybody may have written. Raises ``TemplateError`` naming what is wrong."""
        script = cls(key, path, compile_template(path, offered_names()), own)
        if not script.names or not all(name and script.wordings(name) for name in script.names):
            raise TemplateError(f"模板 {name_of(path)} 的块名不对：每句话应写成“名称__1”“名称__2”。", INSTEAD)
        return script

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Which place each sentence has, by its id, and each fact that sentences name, by its path."""
        places = {f"{self.key}.{name}": place for place, name in enumerate(self.names)}
        for name, body in _BLOCK.findall(self.path.read_text("utf-8")):
            told = (fact for call, facts in TOLD_BY.items() if call in body for fact in facts)
            for fact in (*_NAMED.findall(body), *told):
                places.setdefault(fact, self.names.index(name))
        return places

    def wordings(self, name: str) -> int:
        """How many wordings a sentence has."""
        return self._wordings[name]

    def sentences(self, telling: Telling) -> Iterator[Sentence]:
        """The sentences that apply, each in the wording asked for, else in one that no year before had."""
        render = self.rendering(telling.facts)
        for name in self.names:
            if f"{name}__when" in self._template.blocks and not render(f"{name}__when"):
                continue
            number, sentence_id = self.wordings(name), f"{self.key}.{name}"
            chosen = telling.wordings.get(sentence_id)
            if chosen is None:
                wording, text = self._fresh(name, telling, render)
            else:
                wording = chosen % number
                text = render(f"{name}__{wording + 1}")
            if text:
                yield Sentence(sentence_id, text, wording, number)

    def reworded(self, sentence: Sentence, opener: str, telling: Telling) -> Sentence:
        """A sentence in another wording, that does not open with ``opener``; as it is where there is none."""
        name = sentence.id.removeprefix(f"{self.key}.")
        wording, text = self._fresh(name, telling, self.rendering(telling.facts), opener)
        return replace(sentence, text=text, wording=wording) if text else sentence

    def every_wording(self, facts: TemplateApi) -> Iterator[str]:
        """Every wording of every sentence that applies."""
        render = self.rendering(facts)
        for name in self.names:
            if f"{name}__when" in self._template.blocks and not render(f"{name}__when"):
                continue
            for number in range(self.wordings(name)):
                yield self.rendering(facts)(f"{name}__{number + 1}")

    def _fresh(
        self, name: str, telling: Telling, render: Callable[[str], str], opener: str = ""
    ) -> tuple[int, str]:
        """The first wording, in an order of the organ's own, that no year before had. Where every one is like
        some year's, the one whose like, then whose self, stood longest ago; then the least like. None that
        opens with ``opener``: "" where every one does."""
        number = self.wordings(name)
        whose = f"{telling.facts.seed}{self.key}{name}"
        start = int.from_bytes(hashlib.sha256(whose.encode()).digest()[:4]) % number
        found: list[tuple[_Had, int, str]] = []
        for step in range(number):
            wording = (start + step) % number
            text = render(f"{name}__{wording + 1}")
            if opener and (not text or text.startswith(opener)):
                continue
            had = _last_had(text, telling.before)
            if had is None:
                return wording, text
            found.append((had, step, text))
        _, step, text = min(found, default=(_Had(0, 0, 0.0), 0, ""))
        return (start + step) % number, text

    def rendering(self, facts: TemplateApi) -> Callable[[str], str]:
        """Renders a block by name, its white space gone. Raises ``TemplateError``."""
        return renderer(self._template, facts.names(), self.path, facts.size)


class _Had(NamedTuple):
    """When a wording stood last, as what is tried first: years back, below zero, of what is like it and of
    itself (numbers masked), and how like."""

    like: int
    itself: int
    likeness: float


def _last_had(text: str, before: Sequence[str]) -> _Had | None:
    """When a wording stood last in the texts of years, newest first; None for never."""
    likeness = [likest(text, one)[0] for one in before]
    like = next((years for years, value in enumerate(likeness) if value >= TOO_LIKE), None)
    if like is None:
        return None
    itself = likeness.index(1.0) if 1.0 in likeness else len(before)
    return _Had(-like, -itself, likeness[like])


def _in_its_word(drafts: dict[str, Draft], last: Report | None) -> dict[str, Draft]:
    """The drafts with the templates' sentences in the organ's words: 上年, and 《条例》 where it is known."""
    ways = [as_others_say] if says_other(text_of(last)) else []
    every = [sentence for draft in drafts.values() for sentence in draft.sentences]
    own = (sentence.text for sentence in every if sentence.origin is not Origin.TEMPLATE)
    ways += [] if law_name.is_known((sentence.text for sentence in every), own) else [law_name.in_full]
    return {key: replace(draft, sentences=_said(draft.sentences, ways)) for key, draft in drafts.items()}


def _said(sentences: tuple[Sentence, ...], ways: Sequence[Callable[[str], str]]) -> tuple[Sentence, ...]:
    made: list[Sentence] = []
    for sentence in sentences:
        text = sentence.text
        for way in ways if sentence.origin is Origin.TEMPLATE else ():
            text = way(text)
        made.append(sentence if text == sentence.text else replace(sentence, text=text))
    return tuple(made)


def _wording_of(text: str) -> str:
    """A sentence without its changes against another year and the marks that go with them, numbers masked."""
    plain = law_name.in_short(as_templates_say(text))
    return masked(_CHANGES.sub("", plain).replace("；", "，"))
