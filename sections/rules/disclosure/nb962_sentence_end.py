"""Paragraphs without a closing mark."""

from collections.abc import Iterable

from sections.language.slips import unended
from sections.rules._basis import PUNCTUATION
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Fix, Rule, Severity


class SentenceEnd(Rule):
    """A paragraph of sentences ends with a closing mark."""

    code = "NB962"
    name = "段末没有句号"
    severity = Severity.WARNING
    checks = "由句子组成的段落，末尾是否有句号等结束标点；小标题不算。"
    why = "缺句号多因粘贴时截断，也可能是文字没有写完。"
    basis = PUNCTUATION
    wrong = "并将信息通过电子邮箱发送给申请人"
    right = "并将信息通过电子邮箱发送给申请人。"
    how = "确认文字完整后补上句号，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such paragraph with the full stop put in."""
        for piece in pieces(context.report):
            for slip in unended(piece.text):
                once = piece.text.count(slip.found) == 1
                fix = Fix("补上句号", piece.where, old=slip.found, new=slip.mend) if once else None
                yield self.finding(piece.where, f"“……{slip.found}”段末没有句号。", slip.found, fix)
