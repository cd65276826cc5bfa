"""What a template may ask about a report: a few words, each a function of field or fact ids."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, Final

from prompts.narrative import phrases, wording
from prompts.narrative.large_changes import BY_NAME, cause_in, moved
from prompts.narrative.own_figures import OwnFigures
from prompts.narrative.points import names_in_prose
from prompts.narrative.sandbox import size_of
from prompts.narrative.table_words import TableWords
from sections.facts import FACTS, fact_of
from sections.form.registry import is_cell
from sections.language.statements import OWN_ITEMS
from sections.organs import GOVERNMENT, organ_of
from sections.report.report import Report
from sections.report.unsaid import CAUSE, PRACTICE
from sections.report.values import Quantity, Value

_CHANNELS: Final = {
    "proactive.website": "网站公开",
    "proactive.wechat": "微信公众号发布",
    "proactive.weibo": "微博发布",
    "proactive.other_channels": "其他渠道公开",
}
_PUBLISHED: Final = "政府信息"
"""What a channel published, told where it stands alone."""
_THROUGH: Final = {"proactive.website": "通过网站"}
_FORMS: Final = {
    "proactive.interpretations_text": "文字解读",
    "proactive.interpretations_image": "图片解读",
    "proactive.interpretations_video": "视频解读",
}
TOLD_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "channels(": tuple(_CHANNELS),
    "forms(": tuple(_FORMS),
    "fees(": ("other.fee_notices", "other.fee_charged", "other.fee_received"),
    "locals(": (OWN_ITEMS,),
}
"""The facts that a function of templates tells without being given their names, by its call."""
_ADDRESS: Final = re.compile(r"https?:|[a-z0-9-]+\.", re.IGNORECASE)
_BRACKETS: Final = re.compile("[（(][^（）()]*[）)]")
_PARTS: Final = frozenset(_FORMS)
"""Told as parts, without a change of their own."""


class TemplateApi(TableWords):
    """The names a template can use; everything is strict: an unknown id raises ``KeyError``."""

    def __init__(
        self, report: Report, last: Report | None, said: frozenset[str] = frozenset(), seed: str = ""
    ) -> None:
        """``said`` are facts that the organ's own sentences say: for a template they are not there."""
        super().__init__(report, last, seed)
        self._said = said
        self.size = size_of([report.unit, *map(str, report.facts.values())])
        """How many characters there are to tell of."""
        self._names = self._make_names()

    def names(self) -> Mapping[str, Any]:
        """Name -> value or function, as templates see them."""
        return self._names

    def _make_names(self) -> dict[str, Any]:
        report = self._report
        offered: tuple[Callable[..., Any], ...] = (
            self.has,
            self.no,
            self.answered,
            self.n,
            self.several,
            self.series,
            self.change,
            self.text,
            self.paragraphs,
            self.listed,
            self.num,
            self.group,
            self.by_applicant,
            self.outcomes,
            self.forms,
            self.of_forms,
            self.fees,
            self.locals,
            self.causes,
            self.channels,
            self.among_all,
            self.known,
            self.contact,
            self.platforms,
            self.decisions,
            self.received_change,
            self.outcome,
            self.disputes,
            self.no_disputes,
            self.documents,
            self.improvements,
            self.found,
            self.points,
            self.measures,
            self.more,
            self.several_channels,
            self.only_channel,
            self.unchanged,
            self.named_accounts,
            self.some_accounts,
            self.is_sentence,
            self.led,
        )
        return {function.__name__: function for function in offered} | {
            "unit": _in_full(report),
            "organ": report.profile.short_name or report.unit,
            "year": report.year,
            "profile": report.profile,
            "government": report.profile.kind == "人民政府",
            "problems": report.problems.items,
            "follow_ups": [
                follow_up for follow_up in report.problems.follow_ups if follow_up.outcome or follow_up.action
            ],
            "numbered": wording.numbered,
            "sentence": wording.sentence,
        }

    def _fact(self, fact: str) -> Value | None:
        if fact_of(fact) is None:
            raise KeyError(fact)
        value = None if fact in self._said else self._report.fact(fact)
        if fact == PRACTICE and isinstance(value, tuple):
            return tuple(str(part) for part in value if f"{fact}:{part}" not in self._said)
        return value

    def known(self, name: str) -> bool:
        """Whether a cell of a table has a number, or a fact an answer."""
        known = self._report.number(name) if is_cell(name) else self._fact(name)
        return known is not None

    def has(self, fact: str) -> bool:
        """Whether a fact is something: a count or amount above 0, yes, a text, a list with entries."""
        value = self._fact(fact)
        return value.value > 0 if isinstance(value, Quantity) else bool(value)

    def no(self, fact: str) -> bool:
        """Whether a fact is known to be nothing: 0, or no."""
        value = self._fact(fact)
        return value is not None and not self.has(fact)

    def answered(self, topic: str) -> bool:
        """Whether anything of a topic of part one was answered, be it with 无; of nothing nothing is said."""
        return any(fact.topic == topic and self._report.fact(fact.id) is not None for fact in FACTS.values())

    def n(self, fact: str) -> str:
        """A count or an amount with its unit: 「699条」. Raises ``ValueError`` for what has no answer."""
        value, known = self._fact(fact), fact_of(fact)
        if known is None or value is None:
            raise ValueError(fact)
        return f"{_without_measure(value)}{known.measure}"

    def several(self, *facts: str) -> bool:
        """Whether an organ tells these facts in one sentence: where it has more than one of them, and by its
        name, so that not every narrative goes fact by fact."""
        together = hashlib.sha256(f"{self.seed}{facts[0]}".encode()).digest()[2] % 2 == 0
        return together and sum(self.has(fact) for fact in facts) > 1

    def series(self, *told: tuple[str, str]) -> str:
        """Facts in a row, each behind its words: 「开设专栏9个，设立查阅点4个」; those that are something."""
        found = [f"{words}{self.n(fact)}{self.change(fact)}" for words, fact in told if self.has(fact)]
        return ("；" if any("，" in one for one in found[:-1]) else "，").join(found)

    def change(self, fact: str) -> str:
        """「，较去年增加8项，增长53.3%」, 「，较去年增长6.6%」, or nothing; ``unchanged`` tells of no change.

        How much is told is the organ's and the fact's own, so that not every sentence ends alike. Why it
        changed stands behind it, where it was answered: 「，主要是……」."""
        words, cause = self._change(fact, fact), self._cause(fact)
        return f"{words}，主要是{cause}" if words and cause else words

    def _cause(self, fact: str) -> str:
        """Why a count moved, in the clerk's words."""
        known = fact_of(fact)
        path = f"{CAUSE}:{known.number_name}" if known is not None else CAUSE
        return cause_in(self.text(path)) if self.is_sentence(path) else ""

    def _change(self, fact: str, place: str) -> str:
        now, known = self._fact(fact), fact_of(fact)
        assert known is not None
        number = now if isinstance(now, Quantity) else None
        return self.style(place)(number, self._last_quantity(fact), known.measure)

    def unchanged(self, topic: str) -> str:
        """The facts of a topic that are as last year, where there are several: 「甲、乙的数量」."""
        same = [
            fact.label
            for fact in FACTS.values()
            if fact.topic == topic and fact.id not in _PARTS and self._is_unchanged(fact.id)
        ]
        return f"{wording.joined(same)}的数量" if len(same) > 1 else ""

    def _is_unchanged(self, fact: str) -> bool:
        now, last = self._fact(fact), self._last_quantity(fact)
        return isinstance(now, Quantity) and now.exact and bool(now.value) and now == last

    def _last_quantity(self, fact: str) -> Quantity | None:
        if self._last is None:
            return None
        value = self._last.fact(fact)
        if isinstance(value, Quantity):
            return value
        figure = next((figure for figure in self._last.figures if figure.id == fact), None)
        return Quantity(figure.value) if figure is not None and isinstance(figure.value, int) else None

    def text(self, fact: str) -> str:
        """A text as it can stand inside a sentence."""
        return wording.trimmed(str(self._fact(fact) or ""))

    def paragraphs(self, fact: str) -> str:
        """A long answer in its own paragraphs, each closed by a full stop."""
        lines = str(self._fact(fact) or "").splitlines()
        return "\n".join(filter(None, map(wording.sentence, lines)))

    def listed(self, fact: str) -> str:
        """A list in a row: 「甲、乙、丙」."""
        value = self._fact(fact)
        return wording.joined(str(part) for part in value) if isinstance(value, tuple) else ""

    def more(self, fact: str) -> str:
        """「等」 behind a list of several, nothing behind a single one."""
        value = self._fact(fact)
        return "等" if isinstance(value, tuple) and len(value) > 1 else ""

    def is_sentence(self, fact: str) -> bool:
        """Whether a free answer can be printed as a sentence."""
        return phrases.is_sentence(self.text(fact))

    def led(self, fact: str, topic: str, lead: str, other: str = "") -> str:
        """A free answer, behind ``lead`` where it does not name its topic itself, else behind ``other``."""
        return phrases.led(self.text(fact), topic, lead, other)

    def named_accounts(self) -> str:
        """「（甲、乙）」 where as many accounts are named as counted; else nothing."""
        return f"（{self.listed('profile.new_media')}）" if self._accounts_left() == 0 else ""

    def some_accounts(self) -> str:
        """「，主要有甲、乙」 where fewer accounts are named than counted; else nothing."""
        return f"，主要有{self.listed('profile.new_media')}" if self._accounts_left() > 0 else ""

    def _accounts_left(self) -> int:
        """How many accounts are counted and not named; -1 where none or too many are named."""
        named, count = self._fact("profile.new_media"), self._fact("platform.new_media_accounts")
        if not isinstance(named, tuple) or not named or not isinstance(count, Quantity):
            return -1
        return max(-1, count.value - len(named))

    def contact(self) -> str:
        """「地址：…，邮政编码：…，电话：…，电子邮箱：…」, as far as known."""
        names = {"address": "地址", "postcode": "邮政编码", "telephone": "电话", "email": "电子邮箱"}
        found = {label: getattr(self._report.profile, name) for name, label in names.items()}
        return "，".join(f"{label}：{wording.trimmed(text)}" for label, text in found.items() if text)

    def platforms(self) -> str:
        """「县政府门户网站、微信公众号“示例水务”」: where the organ publishes, as far as it is named."""
        site = self.text("profile.website")
        return wording.joined([_site(site), self.listed("profile.new_media")])

    def improvements(self) -> list[str]:
        """What became of each of last year's problems."""
        way = hashlib.sha256(self.seed.encode()).digest()[1]
        before: Counter[str] = Counter()
        told: list[str] = []
        for one in self._report.problems.follow_ups:
            told.append(phrases.improvement(one.problem, one.action, one.outcome, way, before[one.outcome]))
            before[one.outcome] += 1
        return [words for words in told if words]

    def found(self) -> list[str]:
        """This year's problems."""
        return [phrases.flat(problem.problem) for problem in self._report.problems.items]

    def points(self) -> str:
        """This year's problems in a row, in points unless the organ told last year's without."""
        found = self.found()
        plain = self._last is not None and names_in_prose(self._last.problems)
        return wording.in_a_row(found) if plain else wording.numbered(found)

    def measures(self) -> list[str]:
        """The measures, in the order of the problems."""
        return [phrases.measure(one.measure) for one in self._report.problems.items if one.measure]

    def fees(self) -> str:
        """「发出信息处理费收费通知2件，通知收取金额30元，实际收取30元」; empty for none."""
        if self._report.fact("other.fee_notices") in (None, Quantity(0)):
            return ""
        words = ("发出信息处理费收费通知", "通知收取金额", "实际收取")
        facts = ("other.fee_notices", "other.fee_charged", "other.fee_received")
        found = [f"{said}{self.n(fact)}" for said, fact in zip(words, facts, strict=True) if self.known(fact)]
        named = not found or "信息处理费" in found[0]
        return "，".join(found) if named else f"信息处理费{'，'.join(found)}"

    def forms(self) -> str:
        """「文字解读8篇、图片解读5篇」."""
        return wording.joined(f"{label}{self.n(fact)}" for fact, label in _FORMS.items() if self.has(fact))

    def of_forms(self, lead: str) -> str:
        """「，其中文字解读8篇」 behind the whole; 「，均为视频解读」 where one form is all of it."""
        whole = self._fact("proactive.interpretations")
        every = next((label for fact, label in _FORMS.items() if self._fact(fact) == whole), "")
        if every and sum(self.has(fact) for fact in _FORMS) == 1:
            return f"，均为{every}"
        return f"，{lead}{self.forms()}" if self.forms() else ""

    def several_channels(self) -> bool:
        """Whether more than one channel has a number, and no other sentence tells one of them."""
        elsewhere = any(fact in self._said and self._report.fact(fact) for fact in _CHANNELS)
        return not elsewhere and sum(self.has(fact) for fact in _CHANNELS) > 1

    def only_channel(self) -> str:
        """「通过网站」 where all that was published was published there, else nothing."""
        return next((_THROUGH[fact] for fact in _CHANNELS if self._is_only_channel(fact)), "")

    def _is_only_channel(self, fact: str) -> bool:
        total, here = self._fact("proactive.published_total"), self._fact(fact)
        return fact in _THROUGH and here is not None and here == total and not self.several_channels()

    def among_all(self) -> str:
        """「其中，」 behind the total where no channel has more than it; else nothing."""
        total = self._report.fact("proactive.published_total")
        parts = [self._report.fact(fact) for fact in _CHANNELS]
        counts = [part.value for part in parts if isinstance(part, Quantity)]
        return "其中，" if isinstance(total, Quantity) and max(counts, default=0) <= total.value else ""

    def channels(self) -> str:
        """「网站公开539条，较去年增加107条；微信公众号发布203条」; 「网站公开政府信息539条」 alone."""
        what = "" if self.several_channels() else _PUBLISHED
        found = [
            f"{label}{what}{self.n(fact)}{self._change(fact, 'channels')}"
            for fact, label in _CHANNELS.items()
            if self.has(fact) and not self._is_only_channel(fact)
        ]
        return ("；" if any("，" in one for one in found) else "、").join(found)

    def locals(self, topic: str) -> list[str]:
        """The organ's own figures of a topic, each with its change: 「补贴公示15项，较去年增加8项」."""
        return list(self._figures.clauses(topic, _without_measure, self.style(f"own.{topic}")))

    def causes(self, topic: str, because: str = "") -> list[str]:
        """Why counts moved that ``change`` tells nothing of here: 「培训的人次较去年增加较多，主要是……」."""
        return [
            f"{name}较去年{self._moved(fact.id)}，{because}{cause}"
            for name, fact in BY_NAME.items()
            if fact.topic == topic
            and (cause := self._cause(fact.id))
            and (fact.id in self._said or not self._change(fact.id, fact.id))
        ]

    def _moved(self, fact: str) -> str:
        return moved(self._report.fact(fact), self._last_quantity(fact))

    @cached_property
    def _figures(self) -> OwnFigures:
        return OwnFigures(self._report, self._last, self._said)


def _site(name: str) -> str:
    """A web site in words, its address in brackets left out; one that is an address alone is 政府网站."""
    return "政府网站" if _ADDRESS.match(name) else _BRACKETS.sub("", name)


def _without_measure(value: Value) -> str:
    """A count or an amount as it is printed, without its measure."""
    if isinstance(value, Quantity):
        return value.words or wording.round_number(value.value)
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _in_full(report: Report) -> str:
    """The name of the organ whose report it is; a government's that goes by its region's with what it is."""
    named = report.unit.endswith("政府") or not organ_of(report).is_government
    return report.unit if named else f"{report.unit}{GOVERNMENT}"


@cache
def offered_names() -> frozenset[str]:
    """Every name that a template may use."""
    return frozenset(TemplateApi(Report(unit="", year=2021), None).names())
