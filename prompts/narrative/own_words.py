"""Last year's own sentences: bound to this year's facts, brought up to date, marked where they cannot be.

Nothing is taken over unseen that speaks of last year's own things: such a sentence is marked, and stands in
the draft only by the clerk's decision.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from prompts.narrative import focus, forms
from prompts.narrative.binding import Binding, bind
from prompts.narrative.cases import tells_a_case
from prompts.narrative.edited import followed
from prompts.narrative.indicators import Indicator, verb_of
from prompts.narrative.own_topics import is_heading, text_of_own_topics
from prompts.narrative.renewal import Renewal
from prompts.narrative.reviewing import reviews_in
from prompts.narrative.sentence import Decision, Mark, Origin, Sentence, Slot, own_id
from sections.form.elements import OWN_TOPICS
from sections.language.all_answered import all_answered
from sections.language.numerals import read_quantity
from sections.language.quantities import Number, quantities, years_of
from sections.language.sentences import placed_sentences
from sections.language.statements import OWN_ITEMS
from sections.report.report import Report
from sections.report.unsaid import PRACTICE, PRACTICES, says_part
from sections.report.values import LocalItem

_NEW: Final = re.compile("新增|新开|新设|新建|首次|首创|率先|创新开发|今年以来|正式启用|上线")
_ISSUED: Final = re.compile(
    "(?:印发|出台|制定|修订|下发|制发)了?《[^》]*(?:通知|意见|方案|办法|指引|规定|要点|制度|细则|清单)"
)
_MEETING: Final = re.compile("届[一二三四五六七]中全会|经济工作会议|两会精神|[一二三四五六七八九十0-9]+周年")
_CAMPAIGN: Final = re.compile(
    "主题教育|专项行动|专项整治|三年行动|集中整治|大兴调查研究|百日|攻坚年|提升年|深化年"
)
_COMPARED: Final = re.compile("[较比](?:去年|上年|上一年)|同比|(?:去年|上年)同期")
_ALL_IN_TIME: Final = re.compile(
    "均[^，。；]*(?:期限|按时|按期|及时)|(?:按时|按期)(?:答复|办结)率[^，。；]*100[%％]"
)
_RECEIVED: Final = re.compile("收到|新收|受理|接收|接到")
"""Behind it 均按期答复 speaks of applications that may still be open."""
_DATE: Final = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_ORDINAL: Final = re.compile("第[一二三四五六七八九十0-9]+[期届次轮批]")
_WHOLE_YEAR: Final = re.compile("1月1日|12月31日")
_CLAUSE: Final = re.compile("[^，。；：]+[，。；：]?")
_ENOUGH: Final = 3
"""Clauses of a sentence that must be left when one that names a meeting is struck."""
_SOME: Final = 2
"""And when one is struck that says what another sentence says as well."""
LEAST: Final = 6
"""Characters of a sentence; a shorter one (「无」) says nothing that is worth keeping."""
TOPICS: Final = ("proactive", "requests", "management", "platform", "supervision")
SECTIONS: Final = ("opening", "overview", "other")


@dataclass(frozen=True, slots=True)
class LastSentence:
    """A sentence of last year's with what its numbers are bound to; ``key`` is of its paragraph."""

    id: str
    key: str
    text: str
    """Without the misspellings that are certain."""
    binding: Binding
    written: str
    """As it stood."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A report as the key of a cache: by its identity, since reports do not change."""

    report: Report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and other.report is self.report


def last_sentences(last: Report | None) -> tuple[LastSentence, ...]:
    """Every sentence of last year's opening, part one and part six, in order; read once a report."""
    return () if last is None else _last_sentences(_Source(last))


@lru_cache(maxsize=4)
def _last_sentences(source: _Source) -> tuple[LastSentence, ...]:
    return tuple(_read(source.report))


def _read(last: Report) -> Iterator[LastSentence]:
    seen: set[str] = set()
    for key, text in paragraphs_of(last).items():
        for _, sentence in placed_sentences(text):
            if len(sentence) < LEAST and not is_heading(sentence):
                continue
            name = own_id(key, sentence)
            if name not in seen:
                seen.add(name)
                spelt = _spelt(sentence)
                yield LastSentence(name, key, spelt, bind(spelt, key, last, naming=True), sentence)


def _spelt(text: str) -> str:
    """With the misspellings mended that no right sentence can have."""
    from sections.rules.disclosure.nb970_misspelt import (
        misspelt,  # the first screen waits for no list of words
    )

    for slip in sorted(misspelt(text), key=lambda slip: -slip.start):
        if slip.certain and slip.mend:
            text = text[: slip.start] + slip.mend + text[slip.start + len(slip.found) :]
    return text


def paragraphs_of(last: Report) -> Mapping[str, str]:
    """Last year's paragraphs that hold its own words, by the keys of today's form."""
    found = {key: text for key, text in last.paragraphs.items() if key.split(".")[0] in SECTIONS}
    if not found:
        topics = {f"overview.{name}": text for name, text in last.overview.topics.items()}
        parts = {"opening": last.opening, "overview.lead": last.overview.lead, **topics}
        found = {key: text for key, text in parts.items() if text}
    own = text_of_own_topics(last)
    return found | ({OWN_TOPICS: own} if own else {})


def text_of(last: Report | None) -> str:
    """All running text of last year's report; empty where there is none."""
    if last is None:
        return ""
    parts = (last.opening, last.overview.text, last.problems.text, last.other.text)
    return "\n".join(part for part in parts if part)


def renewed_sentences(last: Report | None, report: Report) -> dict[str, list[Sentence]]:
    """Last year's sentences as they would stand this year, by paragraph, with their marks."""
    found: dict[str, list[Sentence]] = {}
    renewal = Renewal(report, last)
    for sentence in last_sentences(last):
        assert last is not None
        found.setdefault(sentence.key, []).append(_renewed(sentence, renewal, report, last.year))
    return found


def renewed(sentence: LastSentence, report: Report, last: Report) -> Sentence:
    """One sentence of last year's as it would stand this year."""
    return _renewed(sentence, Renewal(report, last), report, last.year)


def _renewed(sentence: LastSentence, renewal: Renewal, report: Report, last_year: int) -> Sentence:
    sentence, struck = _without_what_is_not_so(_with_every_form(sentence, report), report)
    text, slots, missing = renewal.renewed(sentence.text, sentence.binding.slots)
    text = _closed(text)
    marks = tuple(dict.fromkeys(_marks(sentence, renewal, report, last_year, missing)))
    marks += (Mark.STRUCK,) if struck else ()
    return Sentence(sentence.id, text, 0, 1, Origin.OWN, slots, marks, sentence.written, missing, struck)


def _with_every_form(sentence: LastSentence, report: Report) -> LastSentence:
    """With each form of interpretation that is counted this year, where it lists forms."""
    at, words = forms.added(sentence.text, report)
    if not words:
        return sentence
    text = sentence.text[:at] + words + sentence.text[at:]
    return replace(sentence, text=text, binding=sentence.binding.shifted(at, len(words)))


def _without_what_is_not_so(sentence: LastSentence, report: Report) -> tuple[LastSentence, str]:
    """Without the clauses that name a meeting, which another may have followed, or say that all was answered,
    or in time, where that is not so of what was received; and what was struck."""
    sentence, meeting = _without(sentence, _MEETING.search, _ENOUGH)
    if not _late(sentence.text, report):
        return sentence, meeting
    said = all_answered(sentence.text)
    is_not_so = (lambda clause: said in clause) if said else _ALL_IN_TIME.search
    sentence, untrue = _without(sentence, is_not_so, _SOME)
    return sentence, "；".join(part for part in (meeting, untrue) if part)


def _without(
    sentence: LastSentence, is_struck: Callable[[str], object], least: int
) -> tuple[LastSentence, str]:
    """Without the clauses between commas that ``is_struck``, none with a place that follows an answer, and
    what was struck. Where fewer than ``least`` would be left the sentence stays whole, and is marked."""
    clauses = list(_CLAUSE.finditer(sentence.text))
    struck = [match for match in clauses if is_struck(match[0])]
    if not struck or len(clauses) - len(struck) < least or struck[0].start() == 0:
        return sentence, ""
    text, binding = sentence.text, sentence.binding
    for match in reversed(struck):
        by = 0 if match[0].endswith("，") else 1  # the last one goes with the comma before it
        start, end = match.start() - by, match.end() - by
        if "，" not in (text[start], text[end - 1]) or any(
            slot.start < end and start < slot.end for slot in binding.slots
        ):
            return sentence, ""
        text = text[:start] + text[end:]
        binding = binding.shifted(end, start - end)
    gone = "".join(match[0] for match in struck).rstrip("，。；")
    return replace(sentence, text=text, binding=binding), gone


def _closed(text: str) -> str:
    """With the full stop that a source may lack."""
    return (
        text
        if is_heading(text) or text.endswith(("。", "！", "？", "”", "）", "：", ":"))
        else f"{text.rstrip('；;，,.')}。"
    )


def _marks(
    sentence: LastSentence, renewal: Renewal, report: Report, last_year: int, missing: tuple[str, ...]
) -> Iterator[Mark]:
    rest = _outside_slots(sentence)
    for name in _counted_again(sentence, renewal):
        rest = rest.replace(name, "")
    yield from (mark for mark, words in _WORDS.items() if words.search(rest))
    if any(not _WHOLE_YEAR.fullmatch(date) for date in _DATE.findall(rest)) or _dated(rest, last_year):
        yield Mark.DATED
    if [number for number in sentence.binding.unbound if not _is_rate(sentence.text, number)] or _misread(
        sentence, report
    ):
        yield Mark.UNBOUND
    yield from _marks_of_missing(missing)
    if tells_a_case(sentence.text, f"{report.unit} {report.profile.short_name}"):
        yield Mark.CASE
    if _lists_other_focus(sentence, report):
        yield Mark.LISTED
    if _contradicted(sentence, renewal, report):
        yield Mark.CONTRADICTED


def _counted_again(sentence: LastSentence, renewal: Renewal) -> Iterator[str]:
    """The names of own figures that have a number this year too: what they call new is new again."""
    for slot in sentence.binding.slots:
        subject, _, name = slot.path.partition(":")
        now = renewal.number(slot.path) if subject == OWN_ITEMS else None
        if now is not None and now.value:
            yield name


def _lists_other_focus(sentence: LastSentence, report: Report) -> bool:
    """Whether it lists as the focus what was neither answered last year nor this year."""
    bound_places = {slot.start for slot in sentence.binding.slots}
    return any(
        found.start not in bound_places and set(focus.names_of(report, found.fact)) - set(found.names)
        for found in focus.focus_lists(sentence.text)
    )


def _marks_of_missing(paths: tuple[str, ...]) -> Iterator[Mark]:
    """What is to be said of places that have nothing this year."""
    for path in paths:
        if path in focus.FACTS:
            yield Mark.LISTED
        else:
            yield Mark.CONTACT if path.startswith("profile.") else Mark.UNANSWERED


_WORDS: Final = {
    Mark.NOVELTY: _NEW,
    Mark.MEETING: _MEETING,
    Mark.ISSUED: _ISSUED,
    Mark.CAMPAIGN: _CAMPAIGN,
    Mark.COMPARED: _COMPARED,
}


def _outside_slots(sentence: LastSentence) -> str:
    """The words of a sentence that no slot stands for; a slot leaves a blank."""
    parts: list[str] = []
    end = 0
    for slot in sentence.binding.slots:
        parts += sentence.text[end : slot.start], " "
        end = slot.end
    return "".join((*parts, sentence.text[end:]))


def _dated(text: str, last_year: int) -> bool:
    """Whether it names last year or one near it, a document of last year's among them."""
    named = any(year >= last_year - 1 for year in years_of(text)) or bool(
        re.search(f"(?<![0-9]){last_year}(?![0-9])", text)
    )
    return named or bool(_ORDINAL.search(text))


def _is_rate(text: str, number: Number) -> bool:
    """Whether it is all that was answered in time (按时答复率100%); see ``_contradicted``."""
    return any(match.start() <= number.start < match.end() for match in _ALL_IN_TIME.finditer(text))


def _misread(sentence: LastSentence, report: Report) -> bool:
    """Whether it has a number that reads as a fact which it was not last year: it would be wrong now."""
    bound_places = {slot.start for slot in sentence.binding.slots}
    return any(
        said.number is not None and said.at[0] not in bound_places and report.fact(said.subject) is not None
        for said in sentence.binding.said
    )


def _contradicted(sentence: LastSentence, renewal: Renewal, report: Report) -> bool:
    """Whether it says that there was nothing of something, or something of nothing; or 均 of what was not."""
    if forms.untrue(sentence.text, report):
        return True
    for subject in sentence.binding.denied:
        now = renewal.number(subject)
        if now is not None and now.value:
            return True
    for slot in sentence.binding.slots:
        number = renewal.number(slot.path)
        written = read_quantity(sentence.text[slot.start : slot.end])
        if number is not None and not number.value and written != number:
            return True
    review = report.fact("management.review_system")
    if isinstance(review, str) and (named := reviews_in(sentence.text)) and not (named & reviews_in(review)):
        return True
    return _late(sentence.text, report) or _not_practised(sentence, report)


def _not_practised(sentence: LastSentence, report: Report) -> bool:
    """Whether it tells of a way of handling applications that was answered and is not among this year's."""
    practised = report.fact(PRACTICE)
    if not isinstance(practised, tuple) or sentence.key != "overview.requests":
        return False
    return any(
        says_part(sentence.text, practice) for practice in PRACTICES if practice not in practised
    ) and not any(says_part(sentence.text, part) for part in practised if isinstance(part, str))


def _late(text: str, report: Report) -> bool:
    """Whether a text says that all was answered, or in time, and that is not so, or not known."""
    if all_answered(text) and _has_open_ones(report):
        return True
    if not _ALL_IN_TIME.search(text):
        return False
    of_open_ones = bool(_RECEIVED.search(text)) and _has_open_ones(report)
    return report.fact("requests.on_time") is not True or of_open_ones


def _has_open_ones(report: Report) -> bool:
    """Whether applications go on to next year."""
    carried = (carry.last for carry in report.form.carries if carry.last.partition(".")[0] == "requests")
    return any(report.number(path) for path in carried)


def indicators_of(last: Report | None) -> tuple[Indicator, ...]:
    """Last year's own indicators of part one, each name once, in the order of the text."""
    return () if last is None else _indicators_of(_Source(last))


@lru_cache(maxsize=4)
def _indicators_of(source: _Source) -> tuple[Indicator, ...]:
    last = source.report
    found: dict[str, Indicator] = {}
    for sentence in last_sentences(last):
        for slot in sentence.binding.slots:
            subject, _, name = slot.path.partition(":")
            number = next((n for n in quantities(sentence.text) if n.start == slot.start), None)
            if subject != OWN_ITEMS or number is None or number.quantity is None:
                continue
            topic = sentence.key.partition(".")[2]
            topic = topic if topic in TOPICS else TOPICS[0]
            verb = verb_of(sentence.text, number, name) or _verb_before(sentence.text, slot, found)
            made = Indicator(name, number.measure or "项", topic, number.quantity, sentence.text, verb)
            found.setdefault(name, made)
    return (*found.values(), *_untold(last, set(found)))


def _verb_before(text: str, slot: Slot, found: Mapping[str, Indicator]) -> str:
    """The verb that an indicator shares with the one listed right before it: 「公开事项84项，文件61件」."""
    before = next(reversed([*found.values()]), None)
    if before is None or before.sentence != text:
        return ""
    clauses = re.split("[，、]", text[: slot.start])
    return before.verb if len(clauses) > 1 and before.name in clauses[-2] else ""


def _untold(last: Report, told: set[str]) -> Iterator[Indicator]:
    """Indicators that last year's answers have and its text does not."""
    items = last.fact(OWN_ITEMS)
    for item in items if isinstance(items, tuple) else ():
        if isinstance(item, LocalItem) and item.name not in told:
            yield Indicator(item.name, item.unit, item.topic, item.quantity, "")


def with_text(
    sentence: Sentence, decision: Decision, key: str, report: Report, last: Report | None
) -> Sentence:
    """A sentence in words of the clerk's, its numbers following this year's answers."""
    text, slots = decision.text, decision.slots
    if slots is None:
        slots = bind(text, key, report).slots
    text, slots = followed(text, slots, report, last)
    return replace(sentence, text=text, origin=Origin.TYPED, slots=slots, marks=(), open=())
