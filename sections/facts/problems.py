"""存在的主要问题及改进情况: asked once for each problem, see ``fact_of``."""

from typing import Final

from sections.facts.fact import Fact
from sections.report.values import Kind

PROBLEMS: Final = (
    Fact("problems.items", "存在的主要问题", kind=Kind.LIST),
    Fact("problems.measure", "改进措施", kind=Kind.TEXT),
    Fact("problems.outcome", "上年问题的整改结果", kind=Kind.CHOICE),
    Fact("problems.action", "上年问题的整改做法", kind=Kind.TEXT),
)

OUTCOMES: Final = ("已解决", "明显改善", "仍在推进")
