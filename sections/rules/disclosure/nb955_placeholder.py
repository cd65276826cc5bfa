"""Placeholders left in the text."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sections.language.slips import excerpt
from sections.rules._basis import ACCURATE
from sections.rules._texts import Piece, pieces
from sections.rules.base import Context, Finding, Rule, Severity

_MARKS = (*"XxＸｘ×_＿?？{}%□○Nn", "……", "某某", "TODO", "TBD", "FIXME")
"""One of these must stand in the text for it to be worth looking."""
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ])[XxＸｘ×]{2,}(?![A-Za-z]|技术|型)|(?<![A-Za-z])[XxＸ×](?=[件条项次个篇场期年月日份元%])|(?<![A-Za-z])[Nn](?=[件条项次篇])"
    r"|20[XxＸ×_]{1,2}年|[_＿]{2,}|(?<![A-Za-z0-9])[_＿](?=[件条项次个篇场期年月日份元%])|…{3,}|[?？]{2,}|\{\{|\}\}|\{%|%\}|某某(?=[局科委办县市区镇乡街单部])|□{2,}|○{2,}|TODO|TBD|FIXME"
)
_MEASURES = "件条项次篇场期份个元"
_LOST = re.compile(
    rf"[（(]\s*[）)]\s*(?=[{_MEASURES}])|[?？*＊]+(?=[{_MEASURES}](?![性体事例]))"
    rf"|(?<![\u3400-\u9fff][）)])[（(]\s*[）)]|(?:培训|会议|活动|检查|讲座|发布会|座谈会|参训|参会|惠及)[{_MEASURES}](?:次)?(?=[，。；])"
    r"|(?:自查|督查|督导|抽查|调研|宣讲|讲座|演练|专题会|推进会|问卷|简报|图解|视频|通报|刊发|推送)(?:次|场|期|条|篇|份|个)(?=[，。；、])"
    r"|(?:率|占比|比例|满意度)(?:为|达到?|是|在|约)?[%％]"
    r"|[（(]具体[^（）()。]{0,4}(?:网址|数字|数据|地址)[^（）()。]{0,10}[）)]|具体网址(?=[，。；）)])"
    r"|(?:主动公开|(?:公开|发布)(?:政府|各类)?信息|政策解读|政策文件)(?:条|篇)(?=[，。；]|$)"
    r"|(?:处理|办理|回复|收到|推送|刊发)(?:群众|网民)?(?:留言|来信|来电|意见|建议|稿件|推文|文章)(?:条|篇|封)(?=[，。；])"
    r"|(?:收到|受理|办结|答复)(?:政府信息公开|公开)申请件(?=[，。；]|$)"
)
"""An empty bracket or a question mark for a number; a measure whose number is missing."""
_TO_FILL_IN = re.compile(
    r"[【\[［（(](?:待|请|此处|插入|填写|补充)[^】\]］）)]{0,20}[】\]］）)]|待(?:填|补充?|核实|确认)(?=[】\]）)])"
    r"|(?:数据|数字|此处|本段|名单|时间|比例|件数)[^，。；]{0,2}待(?:补充?|核实|核对|确认|填写?|定)(?=[，。；）)]|$)"
    r"|请?在?此处(?:填写|插入|补充|添加)|请(?:填写|插入|填入)[^，。；]{0,10}"
    r"|[\u4e00-\u9fff][ \u3000]{2,}(?=[条次场篇期份件](?:[，。；]|$))"
    r"|(?:^|(?<=[。；，\n]))待(?:填写?|补充|完善|核实|确认)(?=[。；\n]|$)|\$\{[^{}\n]{1,20}\}|<[\u4e00-\u9fff]{2,10}>|某[县区市镇乡]某[局委办镇乡村]"
    r"|20[0-9]{2}年[ \u3000]*月(?:[ \u3000]*日)?(?![0-9])|(?:^|(?<=[。\n]))示例[：:]|[Ll]orem ipsum"
)


class Placeholder(Rule):
    """What was to be filled in has been."""

    code = "NB955"
    name = "留有占位符"
    severity = Severity.ERROR
    checks = (
        "标题和正文中是否留有XX、××、____、【待填】、TODO、{{ }}、某某局等占位符，"
        "以及“公开（）条”“公开信息条”“自查次”“满意率为%”这样缺了数字的。"
    )
    why = "占位符说明模板没有填完，公布后十分难看。"
    basis = ACCURATE
    wrong = "全年主动公开政府信息XX条。"
    right = "全年主动公开政府信息699条。"
    how = "填入实际内容，或删去这句话。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each placeholder, quoting its surroundings."""
        report = context.report
        for piece in (Piece("title", report.title or report.unit), *pieces(report)):
            for word, quote in placeholders(piece.text):
                yield self.finding(piece.where, f"留有占位符“{word}”，还没有填写。", quote)


@lru_cache(maxsize=1024)
def placeholders(text: str) -> tuple[tuple[str, str], ...]:
    """Each placeholder with the words around it."""
    found = [*_TO_FILL_IN.finditer(text), *_LOST.finditer(text)]
    if any(mark in text for mark in _MARKS):
        found += _PLACEHOLDER.finditer(text)
    return tuple((match[0], excerpt(text, match.start(), len(match[0]))) for match in found)
