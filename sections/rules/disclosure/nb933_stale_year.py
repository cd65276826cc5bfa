"""A year of another report left standing."""

import re
from collections.abc import Iterable

from sections.language.numerals import normalise
from sections.language.quantities import counts, years_of
from sections.language.sentences import sentences
from sections.language.statement import Statement
from sections.language.statements import of_sentence
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules._basis import ACCURATE
from sections.rules._cells import last_year, numbers
from sections.rules._contradiction import sums
from sections.rules._texts import Piece, pieces
from sections.rules._year import proven_year
from sections.rules.base import Context, Finding, Fix, Rule, Severity

_OPENS = re.compile(
    r"^(?:（[一二三四五六七八九十]+）[^。]{0,20}。|[一二三四五六七八九十]是|其中，)?(?:截至|截止)?(?P<year>20[0-9]{2})年"
    r"(?:12月31日|底|末)?(?:度)?(?=[，,]|全[年省市区县镇乡]|[我本共]|累计|(?:政府信息|政务)公开工作"
    r"|[省市区县][一-龥]{0,8}(?:局|委|办|政府))"
)
_WHOLE_YEAR = re.compile(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:全年|，?全[省市区县]|，?我[省市区县局委办厅镇乡院]|，?本[单机])"
)
_PLAN = re.compile(r"(?P<year>20[0-9]{2})年(?:度)?，?[一-龥]{0,12}?(?:将|拟|计划)(?!于)[一-龥]")
_AHEAD = re.compile("将|拟|计划|打算|下一步|结转")
_EARLIER = re.compile(r"去年|上年|上一年|同期|相比|[比较自从]20[0-9]{2}|结转|起|历年|—|至")
_PAPER = re.compile("印发|出台|实施|发布的|报告|制定|成立|启动")
"""What was done once in an earlier year may be told, unless it is counted: 「2023年，共制定文件3件」."""
_COUNTED = re.compile("^[^，,]{0,16}[，,][^，,。；]{0,24}(?:共|累计|全年)[^，,。；]{0,12}[0-9]")


def _retold(context: Context, piece: Piece, sentence: str) -> bool:
    """Whether a sentence that names last year tells last year's numbers, all as they were reported."""
    last = last_year(context)
    if last is None or years_of(sentence) != [last.year]:
        return False
    told = [one for one in of_sentence(sentence, piece.where) if one.number is not None]
    return bool(told) and len(told) >= len(counts(sentence)) and all(_was(last, one) for one in told)


def _was(last: Report, told: Statement) -> bool:
    answer = last.facts.get(told.subject)
    known = [one.value for one in sums(told.subject, numbers(last), last.unreadable)]
    return told.value in known or (isinstance(answer, Quantity) and answer.value == told.value)


class StaleYear(Rule):
    """The narrative speaks of the year of the report."""

    code = "NB933"
    name = "正文留有往年的年份"
    severity = Severity.ERROR
    checks = (
        "正文以“某年，”“某年我局”等开头叙述全年工作的，年份是否为报告年度；第五部分写“某年将……”的，年份是否在报告年度之后。"
        "引用往年文件、与往年比较的不算。"
    )
    why = "在上年文稿上改写时漏改年份，是被指照抄上年的最直接证据。"
    basis = ACCURATE
    wrong = "2024年度报告：“2023年，全区主动公开政府信息1200条。”"
    right = "2024年度报告：“2024年，全区主动公开政府信息1200条。”"
    how = "改为报告年度，并核对同一句的数字是否也是上年的；句中有数字的不自动改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each sentence about another year than the report's."""
        proven = proven_year(context)
        year = proven or context.report.year
        if not year:
            return
        for piece in pieces(context.report):
            if piece.where == "opening":
                continue
            for sentence in sentences(piece.text):
                if not _retold(context, piece, sentence):
                    yield from self._judge(piece, sentence, year, sure=bool(proven))

    def _looks_back(self, piece: Piece, sentence: str) -> bool:
        """Whether the sentence may rightly speak of an earlier year."""
        followed_up = piece.section == "problems" and re.search("整改|改进|存在|问题", sentence)
        told = _PAPER.search(sentence) and not _COUNTED.search(sentence)
        return bool(followed_up or told or _EARLIER.search(sentence))

    def _judge(self, piece: Piece, sentence: str, year: int, *, sure: bool) -> Iterable[Finding]:
        plain = normalise(sentence)
        match = _OPENS.match(plain) or _WHOLE_YEAR.search(plain)
        other = int(match["year"]) if match else year
        ahead = piece.section != "problems" and not _AHEAD.search(plain)
        wrong = other < year or (other > year and ahead)
        if match and wrong and str(year) not in plain and not self._looks_back(piece, plain):
            old = f"{match['year']}年"
            new = f"{year}年"
            quote = plain[: match.end() + 12]
            once = sure and piece.text.count(old) == 1 and not counts(plain)
            fix = Fix(f"把“{old}”改为“{new}”", piece.where, old=old, new=new) if once else None
            severity = Severity.WARNING if piece.section == "problems" or not sure else None
            yield self.finding(piece.where, f"正文写“{old}”，本报告是{year}年度的。", quote, fix, severity)
            return
        plan = _PLAN.search(plain) if piece.section == "problems" else None
        if plan and int(plan["year"]) <= year:
            words = f"下一步打算写“{plan[0]}”，本报告是{year}年度的，打算应是{year + 1}年的。"
            yield self.finding(piece.where, words, plan[0], severity=Severity.WARNING)
