"""What a rule is, what it looks at, and what it finds. Knows no rule: see ``run`` for all of them."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar, Final

from sections.language.numerals import normalise
from sections.report.report import Report

if TYPE_CHECKING:
    from sections.rules.office import OfficeRules

_NUMBERS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")


class Severity(StrEnum):
    """An error stops the export of a final document; a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The severity in the clerk's words."""
        return {"error": "错误", "warning": "提醒", "info": "提示"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Basis(StrEnum):
    """On what level the basis of a rule stands; only the first two are called 规定 in a message."""

    STATUTE = "statute"
    FORM_NOTICE = "form"
    STANDARD = "standard"
    PRACTICE = "practice"

    @property
    def label(self) -> str:
        """The level in the clerk's words."""
        return {
            "statute": "法律法规",
            "form": "格式规定",
            "standard": "国家标准",
            "practice": "工作惯例",
        }[self.value]

    @property
    def binds(self) -> bool:
        """Whether an office's own file may not switch the rule off."""
        return self in {Basis.STATUTE, Basis.FORM_NOTICE}


@dataclass(frozen=True, slots=True)
class Fix:
    """Safe: set cell ``where`` to ``value``, or replace ``old`` by ``new`` in paragraph ``where``.

    Of a draft: put the sentence of the answer ``adds`` (its path) into paragraph ``where``."""

    label: str
    where: str
    value: int | None = None
    old: str = ""
    new: str = ""
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``where`` is a field (``requests.new.total``), a paragraph key (``overview.lead``) or a
    section; ``message`` is Chinese, with the numbers of both sides; ``quote`` the words in question."""

    code: str
    severity: Severity
    where: str
    message: str
    quote: str = ""
    fix: Fix | None = None
    compulsory: bool = False
    """Whether the form's own arithmetic forbids it (强制): it must be mended and cannot be answered."""
    answer: str = ""
    """Why it stands as it is (核对无误), where somebody has said so; it is then no more than a hint."""

    @property
    def fingerprint(self) -> str:
        """Of the rule, the place and the numbers of both sides: the same as long as the facts are the same,
        however the message is worded. Sixteen hexadecimal digits."""
        numbers = sorted(_NUMBERS.findall(normalise(f"{self.message} {self.quote}")))
        words = self.quote if not numbers else ""
        facts = "|".join((self.code, self.where, *numbers, words))
        return sha256(facts.encode()).hexdigest()[:16]

    @property
    def section(self) -> str:
        """The section it belongs to; ``overview`` for what stands before part one, ``other`` for what stands
        behind part six."""
        head = self.where.split(".")[0]
        if head == "signature":
            return "other"
        return "overview" if head in {"opening", "title", "period", "profile"} else head


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A probable slip of the pen at ``start`` of a paragraph: the words there, and what was meant."""

    start: int
    found: str
    mend: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule looks at: the report, last year's where known, and the organ's kind.

    ``drafting`` is true while a clerk is still at work: what is merely unanswered is then no error yet."""

    report: Report
    last: Report | None = None
    drafting: bool = False
    answers_known: bool = False
    """Whether ``report.facts`` are the clerk's own answers (a draft), not figures read from prose."""
    edited: frozenset[str] = field(default_factory=frozenset)
    earlier: tuple[Report, ...] = ()
    """The organ's reports of the years before last year's that are known, newest first."""
    suspected: Mapping[str, tuple[Suspicion, ...]] = field(default_factory=dict)
    """By paragraph what a proofreader suspects, where one was asked."""
    office: "OfficeRules | None" = None
    """What the office has said of levels and phrases, in a file of its own."""
    struck: tuple[tuple[str, str, str], ...] = ()
    """(paragraph, what was struck, what is left) of each sentence of last year's that nobody decided on."""


class Rule(ABC):
    """A rule: one documented object in its own file; docs/rules.md is generated from these.

    Words that are not written yet are empty, and the tests name them."""

    code: ClassVar[str]
    """``NB`` and three digits: 1xx–6xx by section, 9xx across sections and years. Never reused."""
    name: ClassVar[str]
    """The fault in a few Chinese words."""
    severity: ClassVar[Severity]
    checks: ClassVar[str] = ""
    why: ClassVar[str] = ""
    basis: ClassVar[str]
    level: ClassVar[Basis]
    """Where ``basis`` stands, worked out of its words; a rule may say so itself."""
    compulsory: ClassVar[bool] = False
    """Whether what it finds is against the form's own arithmetic."""
    wrong: ClassVar[str] = ""
    right: ClassVar[str] = ""
    how: ClassVar[str] = ""
    """How to mend it."""

    def __init_subclass__(cls) -> None:
        if "basis" in vars(cls) and "level" not in vars(cls):
            cls.level = _level_of(cls.basis)

    @abstractmethod
    def check(self, context: Context) -> Iterable[Finding]:
        """Yield what is wrong."""

    def finding(
        self,
        where: str,
        message: str,
        quote: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule."""
        return Finding(
            self.code, severity or self.severity, where, message, quote, fix, compulsory=self.compulsory
        )


def _level_of(basis: str) -> Basis:
    """By what a basis names first: the regulation or another law, the form's notice, a standard, or none."""
    if "GB/T" in basis:
        return Basis.STANDARD
    if "第四十七条（监督检查）" in basis:
        return Basis.PRACTICE
    if basis.startswith("《中华人民共和国政府信息公开工作年度报告格式》"):
        return Basis.FORM_NOTICE
    return Basis.STATUTE
