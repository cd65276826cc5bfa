"""An office's own say over the check: the level of hints, and standard phrases laid over the built-in ones.

What stands in a statute or the form's notice binds: such a rule may be raised, never lowered or left out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from sections.errors import NianbaoError
from sections.rules._phrases import PHRASES, Phrases, phrases_of
from sections.rules.base import Basis, Finding, Severity

OFF: Final = "off"
LEVELS: Final = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
_TABLES: Final = frozenset({"levels", "misquoted", "frame", "meeting", "campaign", "unknown"})


class OfficeRulesError(NianbaoError):
    """The office's own file cannot be taken; the words name the place."""


@dataclass(frozen=True, eq=False)
class OfficeRules:
    """``levels``: severity by code, None for a rule that is left out; ``phrases``: the whole list."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    phrases: Phrases = PHRASES

    def leaves_out(self, code: str) -> bool:
        """Whether the office does not want the rule."""
        return code in self.levels and self.levels[code] is None

    def judged(self, finding: Finding, usual: Severity) -> Finding:
        """A finding of a rule whose severity is ``usual``, as grave as the office has it.

        What the rule itself takes for less certain stays less grave."""
        level = self.levels.get(finding.code)
        if level is None or finding.compulsory:
            return finding
        if finding.severity is not usual and finding.severity.rank > level.rank:
            return finding
        return replace(finding, severity=level)


STANDARD: Final = OfficeRules()
"""Nothing of an office's own."""


def read_office_rules(text: str, name: str) -> OfficeRules:
    """What the file ``name`` says. Raises ``OfficeRulesError`` with one sentence."""
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise OfficeRulesError(
            f"检查口径文件 {name} 写得不对（{error}）。", "请按 TOML 的写法改正。"
        ) from error
    for table in data:
        if table not in _TABLES:
            raise OfficeRulesError(f"检查口径文件 {name}：没有“{table}”这一节。", _HOW)
    levels = data.pop("levels", {})
    if not isinstance(levels, dict):
        raise OfficeRulesError(f"检查口径文件 {name}：“levels”应写成一节 [levels]。", _HOW)
    found = {code.upper(): _level(code, level, name) for code, level in levels.items()}
    try:
        return OfficeRules(found, _laid_over(data))
    except (re.error, KeyError, TypeError, ValueError, AttributeError) as error:
        raise OfficeRulesError(f"检查口径文件 {name}：表述写得不对（{error}）。", _HOW) from error


_HOW: Final = "写法见 docs/checking.md“本单位的检查口径”。"


def _level(code: str, level: Any, name: str) -> Severity | None:
    rule = _rules().get(code.upper())
    if rule is None:
        raise OfficeRulesError(
            f"检查口径文件 {name}：没有编号为“{code}”的规则。", "nianbao rules 列出全部编号。"
        )
    if level != OFF and level not in LEVELS:
        raise OfficeRulesError(
            f"检查口径文件 {name}：{code} 的级别“{level}”不对。", "只能写 error、warning、info 或 off。"
        )
    wanted = None if level == OFF else LEVELS[level]
    binding, usual = rule
    if binding.binds and (wanted is None or wanted.rank > usual.rank):
        raise OfficeRulesError(
            f"检查口径文件 {name}：{code} 的依据是{binding.label}，不能关闭或调低。", "请去掉这一行。"
        )
    return wanted


@cache
def _rules() -> dict[str, tuple[Basis, Severity]]:
    from sections.rules.run import RULES

    return {rule.code: (rule.level, rule.severity) for rule in RULES}


def _laid_over(data: Mapping[str, Any]) -> Phrases:
    """The built-in phrases under those of the office: what it says of the same thing counts."""
    own = phrases_of(data)
    rights = {misquoted.wrong.pattern for misquoted in own.misquotations}
    names = {meeting.name for meeting in own.meetings} | {campaign.name for campaign in own.campaigns}
    return Phrases(
        own.misquotations
        + tuple(misquoted for misquoted in PHRASES.misquotations if misquoted.wrong.pattern not in rights),
        own.meetings + tuple(meeting for meeting in PHRASES.meetings if meeting.name not in names),
        own.campaigns + tuple(campaign for campaign in PHRASES.campaigns if campaign.name not in names),
        own.unknown if data.get("unknown") else PHRASES.unknown,
    )
