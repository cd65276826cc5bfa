"""What a fact of the narrative is: something that a question asks for and no table of the form holds."""

from dataclasses import dataclass
from typing import Final

from sections.language.subject import Subject
from sections.report.values import Kind

INDICATOR: Final = "indicator"
"""Behind the topic, the fact of one number of the organ's own: ``platform.indicator:科普短片（期）``."""


@dataclass(frozen=True, slots=True)
class Fact(Subject):
    """Its id is its name everywhere: in answers, in ``figures`` of the report JSON, in templates, in rules.

    ``recurs`` says whether last year's value may be offered as the default: so of what stands from year to
    year (an address, how many columns there are), never of what was done or kept to in a year.
    Fees of part six are in 元, as the notices of 国办函〔2020〕109号 are."""

    kind: Kind = Kind.COUNT
    recurs: bool = False

    @property
    def number_name(self) -> str:
        """What its number is called in a sentence: 「组织培训的数量」, 「培训的人次」, 「网站访问量」."""
        if self.label.endswith("量"):
            return self.label
        return f"{self.label}的人次" if self.measure == "人次" else f"{self.label}的数量"

    @property
    def topic(self) -> str:
        """The first part of the id: a topic of part one, ``overview``, ``problems``, ``profile``…"""
        return self.id.split(".")[0]
