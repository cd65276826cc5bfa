"""Doubled words and marks."""

from collections.abc import Iterable

from sections.language.slips import doubled
from sections.rules._basis import LANGUAGE
from sections.rules._slips import slips
from sections.rules.base import Context, Finding, Rule, Severity


class Doubled(Rule):
    """的的, 。。 and ，。 are slips wherever they stand."""

    code = "NB961"
    name = "文字或标点重复"
    severity = Severity.WARNING
    checks = "正文中肯定是笔误的重复：的的、了了、进一步进一步，以及。。、，，、，。等叠用的标点。"
    why = "文字不严谨，影响报告的严肃性。"
    basis = LANGUAGE
    wrong = "加强对政务新媒体的的监管。。"
    right = "加强对政务新媒体的监管。"
    how = "删去多余的字或标点，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each slip with its mending."""
        return slips(self, context, doubled, lambda slip: f"“{slip.found}”重复，应为“{slip.mend}”。")
