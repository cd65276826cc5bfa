"""Half-width marks in Chinese text."""

import re
from collections.abc import Iterable

from sections.language.slips import half_width
from sections.rules._slips import slips
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_QUOTES = re.compile(r'"+(?=[\u4e00-\u9fff])[^"\n]{1,40}"+')


class HalfWidth(Rule):
    """Between Chinese characters stand Chinese marks."""

    code = "NB963"
    name = "中文里用了半角标点"
    severity = Severity.WARNING
    checks = "两个汉字之间的逗号、分号、冒号、句号等是否为半角（英文）标点；英文引号只作提示。"
    why = "公文使用中文标点，半角标点多为输入法没有切换。"
    basis = "《标点符号用法》（GB/T 15834—2011）"
    wrong = "加强培训,完善制度."
    right = "加强培训，完善制度。"
    how = "改为全角标点，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such mark with the full-width one."""
        yield from slips(
            self, context, half_width, lambda slip: f"汉字之间用了半角“{slip.found}”，应为“{slip.mend}”。"
        )
        for piece in pieces(context.report):
            for match in _QUOTES.finditer(piece.text):
                words = "中文里用了英文引号，应为“”。"
                yield self.finding(piece.where, words, match[0], severity=Severity.INFO)
