"""Cases of NB953: 标题与规定不符."""

from sections.rules.base import Severity
from tests.support.form import HEADINGS
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _heading(section: str, words: str) -> Spoilt:
    return Spoilt(changes={"headings": {**HEADINGS, section: words}})


CASES = (
    Case(
        "NB953", True, _heading("problems", "五、存在的主要问题及整改措施"), says="文字不符", where="problems"
    ),
    Case("NB953", True, _heading("overview", "1、 总体情况"), says="编号不符", where="overview"),
    Case("NB953", True, _heading("other", ""), says="没有找到标题", severity=Severity.INFO),
    Case("NB953", False, _heading("disputes", "四、政府信息公开行政复议, 行政诉讼 情况：")),
    Case("NB953", False, Spoilt(changes={"headings": {}})),
)
