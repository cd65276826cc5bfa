"""Every rule, found by its file in ``disclosure/``, and the check of a report by them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from sections.form.registry import SECTIONS
from sections.rules import disclosure
from sections.rules.base import Context, Finding, Rule, Severity


def _rules_by_file() -> Iterator[Rule]:
    """One rule a file, in the order of their codes; raises ``TypeError`` for a file that holds none."""
    for name in sorted(module.name for module in iter_modules(disclosure.__path__)):
        module = import_module(f"{disclosure.__name__}.{name}")
        rules = [
            kind
            for kind in vars(module).values()
            if isinstance(kind, type) and issubclass(kind, Rule) and kind.__module__ == module.__name__
        ]
        if len(rules) != 1:
            raise TypeError(f"{module.__name__} must hold exactly one rule")
        yield rules[0]()


RULES: Final[tuple[Rule, ...]] = tuple(_rules_by_file())


def check(context: Context, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Every finding of ``rules`` (all rules by default), gravest first, then in the order of the document."""
    office = context.office
    if office is None or not office.levels:
        found = (finding for rule in rules for finding in rule.check(context))
    else:
        found = (
            office.judged(finding, rule.severity)
            for rule in rules
            if not office.leaves_out(rule.code)
            for finding in rule.check(context)
        )
    return sorted(found, key=_order)


def answered(findings: Iterable[Finding], reasons: Mapping[str, str]) -> list[Finding]:
    """The findings with the answers given to them, by fingerprint; an answered one is a hint, at the end.

    What is compulsory stays as it is: it can only be mended."""
    told = [
        replace(finding, severity=Severity.INFO, answer=reasons[finding.fingerprint])
        if not finding.compulsory and finding.fingerprint in reasons
        else finding
        for finding in findings
    ]
    return sorted(told, key=lambda finding: finding.severity.rank)


def _order(finding: Finding) -> tuple[int, int, str, str]:
    place = SECTIONS.index(finding.section) if finding.section in SECTIONS else len(SECTIONS)
    return (finding.severity.rank, place, finding.code, finding.where)
