"""Parts that are only a set phrase."""

import re
from collections.abc import Iterable

from sections.rules._basis import CARE
from sections.rules._texts import lead_of, overview_pieces, overview_text, section_text, topic_of
from sections.rules.base import Context, Finding, Rule, Severity

_LEAST = {"overview": 60, "problems": 20}
_EMPTY = re.compile("(?:暂?无|没有|略)(?:此项|相关)?(?:内容|情况)?")
_NOTHING = re.compile(r"(?:暂?无|没有|略|不存在|未发现)[^，；]{0,14}")


class SetPhrase(Rule):
    """Parts one and five say something."""

    code = "NB952"
    name = "内容空洞或只有套话"
    severity = Severity.WARNING
    checks = (
        "第一部分不足60字、第五部分不足20字，或者只写“无”“暂无”的；第一部分的小标题下没有内容的。"
        "第六部分由信息处理费一条检查。"
    )
    why = "主管部门把内容空洞、敷衍塞责列为通报情形。"
    basis = CARE
    wrong = "五、存在的主要问题及改进情况　无"
    right = "写明一两个实际问题，以及对应的改进措施。"
    how = "补写实际情况。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each part with next to nothing in it."""
        for section, least in _LEAST.items():
            text = re.sub(r"\s", "", section_text(context.report, section))
            if text and (len(text) < least or _NOTHING.fullmatch(text.rstrip("。"))):
                yield self.finding(
                    section,
                    f"“{context.report.form.headings[section]}”只有{len(text)}个字，内容空洞。",
                    text[:40],
                    severity=Severity.INFO if context.drafting else None,
                )
        if not (context.drafting or context.answers_known):
            yield from self._topics(overview_text(context.report))

    def _topics(self, text: str) -> Iterable[Finding]:
        for piece in overview_pieces(text):
            lead = lead_of(piece.text.split("\n", 1)[0])
            if lead is None or piece.where == "overview.lead" or topic_of(lead) is None:
                continue
            body = re.sub(r"[\s。：:]", "", piece.text.partition(lead)[2])
            if not body or _EMPTY.fullmatch(body):
                only = f"只写“{body}”" if body else "只有标题，没有内容"
                yield self.finding(piece.where, f"第一部分“{lead}”{only}。", piece.text[:40])
