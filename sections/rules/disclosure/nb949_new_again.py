"""What is called new two years running."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sections.rules._basis import CARE
from sections.rules._cells import last_year
from sections.rules._texts import pieces, section_text
from sections.rules.base import Context, Finding, Rule, Severity

_NEW: Final = re.compile(
    r"(?:新增|新设|新建|新开设|新开通|新推出|首次(?:开设|推出|开展|举办|编制|建立)?)(?:了|立)?"
    r"(?P<what>“[^”\n]{2,20}”|[\u4e00-\u9fff“”《》]{5,20})"
)
_LEAST: Final = 5
"""Characters by which a thing without a name in quotation marks is known."""


class NewAgain(Rule):
    """What was new last year is not new this year."""

    code = "NB949"
    name = "上年已写新增的事项又写新增"
    severity = Severity.INFO
    checks = "正文写“新增”“新设”“首次”的事项，上年报告是否已经写过新增（须有上年报告；按名称比较）。"
    why = "同一件事连续两年都是“新增”，多为沿用上年文稿。"
    basis = CARE
    wrong = "连续两年都写“新设‘养老地图’栏目”。"
    right = "上年写新设，本年写“养老地图”栏目更新了多少次。"
    how = "改写本年实际的新做法；确属再次新增的不用理会。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each thing once."""
        last = last_year(context)
        if last is None:
            return
        before = dict(new_things(section_text(last, "overview")))
        for piece in pieces(context.report):
            if piece.section == "overview":
                for what, quote in new_things(piece.text):
                    if what in before:
                        words = f"正文写“{quote}”，上年报告已写“{before[what]}”，请核对。"
                        yield self.finding(piece.where, words, quote)


def new_things(text: str) -> Iterator[tuple[str, str]]:
    """(the thing, the words) of all that is called new."""
    for match in _NEW.finditer(text):
        what = match["what"]
        if what.startswith("“") or len(what) >= _LEAST:
            yield what.strip("“”"), match[0]
