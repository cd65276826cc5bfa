"""What a rule is, what it looks at, and what it finds. Knows no rule: see ``run`` for all of them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from sections.report.report import Report


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


@dataclass(frozen=True, slots=True)
class Fix:
    """Safe: set cell ``where`` to ``value``, or replace ``old`` by ``new`` in paragraph ``where``."""

    label: str
    where: str
    value: int | None = None
    old: str = ""
    new: str = ""


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

    @property
    def section(self) -> str:
        """The section it belongs to; ``overview`` for what stands before part one."""
        head = self.where.split(".")[0]
        return "overview" if head in {"opening", "title", "period", "profile", "signature"} else head


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


class Rule(ABC):
    """A rule: one documented object in its own file; docs/rules.md is generated from these."""

    code: ClassVar[str]
    """``NB`` and three digits: 1xx–6xx by section, 9xx across sections and years. Never reused."""
    name: ClassVar[str]
    """The fault in a few Chinese words."""
    severity: ClassVar[Severity]
    checks: ClassVar[str]
    why: ClassVar[str]
    basis: ClassVar[str]
    wrong: ClassVar[str]
    right: ClassVar[str]
    how: ClassVar[str]
    """How to mend it."""

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
        return Finding(self.code, severity or self.severity, where, message, quote, fix)
