"""Names of laws and documents that are certainly wrong."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from sections.language.slips import Slip
from sections.rules._basis import ACCURATE
from sections.rules._slips import listed_slips, slips
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_NAMES: Final[tuple[tuple[str, str, str], ...]] = (
    ("条列", r"《(?:中华人民共和国)?政府信息公开条列》", "《中华人民共和国政府信息公开条例》"),
    ("共和国信息公开", r"《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公开条例》"),
    ("政务", r"《(?:中华人民共和国)?政务(?:信息)?公开条例》", "《中华人民共和国政府信息公开条例》"),
    (
        "条例》",
        r"《(?:中华人民共和国)?政府信息公开(?:工作|管理|实施)条例》",
        "《中华人民共和国政府信息公开条例》",
    ),
    ("公开法", r"《(?:中华人民共和国)?政府信息公开法》", "《中华人民共和国政府信息公开条例》"),
    (
        "政府信息公开条例》",
        r"《(?:中国人民共和国|中华人民共和)政府信息公开条例》",
        "《中华人民共和国政府信息公开条例》",
    ),
    ("处理费管理办法", r"《(?:政府信息公开)?处理费管理办法》", "《政府信息公开信息处理费管理办法》"),
    ("《信息处理费", r"《信息处理费管理办法》", "《政府信息公开信息处理费管理办法》"),
    ("公开年度报告", r"《政府信息公开年度报告格式》", "《政府信息公开工作年度报告格式》"),
    ("711", r"国务院(?:令)?第?711令|国令第711条", "国令第711号"),
    ("国务院第711号", r"国务院第711号(?!令)", "国务院令第711号"),
    ("行政规范性文档", "行政规范性文档", "行政规范性文件"),
    ("711号令", r"国务院令?第711号令", "国务院令第711号"),
    ("国务院令711", r"国务院令[（(]?711号[）)]?", "国务院令第711号"),
    ("国令", r"国令(?:[（(]第711号[）)]|711号|第711(?![0-9号]))", "国令第711号"),
    ("公开条例》（国令", r"(?<=公开条例》（)国令第(?!711号)[0-9]{2,4}号", "国令第711号"),
    ("国务院令第711", r"国务院令第711(?![0-9号])", "国务院令第711号"),
    ("492", r"国务院令第492号(?![^。；]{0,14}(?:原|旧|修订前|废止|公布|发布|首次))", "国务院令第711号"),
    (
        "报告格式》（",
        r"(?<=年度报告格式》（)国办公开办函〔(?!2021〕30号)20[0-9]{2}〕[0-9]+号",
        "国办公开办函〔2021〕30号",
    ),
    ("公开条例》（", r"(?<=政府信息公开条例》（)国务院令第(?!711号|492号)[0-9]+号", "国务院令第711号"),
    (
        "管理办法》（",
        r"(?<=信息处理费管理办法》（)国办函〔(?!2020〕109号)20[0-9]{2}〕[0-9]+号",
        "国办函〔2020〕109号",
    ),
    (
        "之日起",
        r"(?<=之日起)(?:2[1-9]|[3-9][0-9]|[1-9][0-9]{2,})个工作日(?=内[^，。；]{0,6}(?:公开|发布|上网|答复))",
        "20个工作日",
    ),
    (
        "文件在",
        r"(?<=文件在)(?:2[1-9]|[3-9][0-9])个工作日(?=内[^，。；]{0,6}(?:公开|发布|上网))",
        "20个工作日",
    ),
    (
        "2021",
        r"(?!国办公开办函〔2021〕30号)国办公开[办函涵发字]{1,4}[〔\[（(【]?2021[〕\]）)】]?年?第?30号"
        r"|(?<=报告格式》（)(?!国办公开办函〔2021〕30号)(?:国办|国务院办公厅)[^（）]{0,10}"
        r"[〔\[（(【]?2021[〕\]）)】]?年?第?30号?(?=[）)])",
        "国办公开办函〔2021〕30号",
    ),
    ("国办公开办函", r"国办公开办函[〔\[（(【]2021[〕\]）)】]第?30(?!号)", "国办公开办函〔2021〕30号"),
    (
        "开办函",
        r"(?<!国办公)(?:国公开办函|国办开办函|国办公公开办函)〔2021〕30号",
        "国办公开办函〔2021〕30号",
    ),
    (
        "管理办法》（国办",
        r"(?<=信息处理费管理办法》（)国办(?!函〔)[^（）]{1,6}〔2020〕109号",
        "国办函〔2020〕109号",
    ),
    ("规范性档案", r"规范性档案(?=管理|审查|清理|制定|制发)", "规范性文件"),
    ("公布条例", r"政府信息公布条例", "政府信息公开条例"),
)
"""What must stand in the text for it to be worth looking, the wrong name, and the right one."""
_LONG_NAMES: Final = (
    "中华人民共和国政府信息公开条例",
    "中华人民共和国政府信息公开工作年度报告格式",
    "政府信息公开信息处理费管理办法",
)
_TITLE: Final = re.compile(r"《([^《》]{12,24})》")
_FEW: Final = 2
_ALIKE: Final = 0.9
"""No other law or document is called so nearly the same."""


@lru_cache(maxsize=1024)
def wrong_names(text: str) -> tuple[Slip, ...]:
    """Each wrong name with the right one."""
    listed = listed_slips(text, _NAMES)
    places = {slip.start for slip in listed}
    return (*listed, *(slip for slip in _almost(text) if slip.start not in places))


def _almost(text: str) -> Iterable[Slip]:
    """Long names in which a character or two are missing, doubled or wrong."""
    for match in _TITLE.finditer(text):
        for right in _LONG_NAMES:
            if match[1] != right and abs(len(match[1]) - len(right)) <= _FEW and _alike(match[1], right):
                yield Slip(match.start(), match[0], f"《{right}》")


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


_REVISED: Final = (
    ("行政复议法", 2023, 2024),
    ("行政处罚法", 2021, 2021),
    ("行政诉讼法", 2017, 2017),
    ("政府信息公开条例", 2019, 2019),
    ("保守国家秘密法", 2024, 2024),
)
"""A law, the year of its last revision, and the first year of report for which that is the law."""
_YEAR: Final = re.compile(
    r"《(?:中华人民共和国)?([^《》]{4,12})》[（(](20[0-9]{2}|19[0-9]{2})年?(?:修正|修订|修改|版|公布|）)"
)
_OLD_PERIOD: Final = re.compile(
    r"(?:15|十五)个?工作日的?(?:内)?的?(?:法定)?(?:答复|办理)(?:时限|期限)|(?:15|十五)个工作日(?:之)?内(?:依法)?(?:予以|作出|进行)?答复"
)
_UNUSUAL: Final = (
    (
        re.compile(r"(?<![《〈])中华人民共和国政府信息公开条例(?![》〉])"),
        "是法规名称，应加书名号，请核对。",
    ),
    (
        re.compile(r"(?:20|二十)日(?:之)?内(?:依法)?(?:予以|作出|进行)?答复"),
        "少了“工作”二字，法定答复期限是20个工作日，请核对。",
    ),
    (
        re.compile(
            r"延长[^，。；]{0,10}不(?:得)?超过(?!20个工作日|二十个工作日)[0-9一二三十]{1,3}个?(?:工作)?日"
        ),
        "与条例不符，延长的期限最长不超过20个工作日，请核对。",
    ),
)
"""Names and periods that are not as the law has them, and what is wrong: hints, as they may be quoted."""
_ARTICLE: Final = (
    re.compile(
        r"条例》?第(?!四十九|五十条|49条|50条)[一二三四五六七八九十0-9]{1,4}条(?:的)?(?:规定|要求)?[^，。；]{0,8}编制[^，。；]{0,8}年度报告"
    ),
    "与条例不符，年度报告由第四十九条、第五十条规定，请核对。",
)
_NO_REGULATION: Final = (
    re.compile(
        r"《(?:中华人民共和国)?(?:行政复议|行政诉讼|行政处罚|行政许可|行政强制|国家赔偿|保守国家秘密)条例》"
    ),
    "没有这部条例，同名的是法律，请核对。",
)
_FORM_OF_2019: Final = re.compile(r"国办公开办函[〔\[（(【]?2019[〕\]）)】]?年?第?60号")
"""The trial form; from the reports of 2021 on 国办公开办函〔2021〕30号 stands in its place."""
_SINCE: Final = 2021
_OWN_PERIOD: Final = re.compile(r"压缩|缩短|提前|承诺|平均|内部|第三方|征求|补正|力争|控制")


def outdated(text: str, year: int) -> Iterable[tuple[str, str, Severity]]:
    """(message, quote, severity) for each superseded form or law, and each period of the former 条例."""
    for match in _FORM_OF_2019.finditer(text):
        if year >= _SINCE:
            words = f"“{match[0]}”的格式只用于2019、2020年度，{year}年度应按国办公开办函〔2021〕30号编制。"
            yield words, match[0], Severity.WARNING
    for match in _YEAR.finditer(text):
        for law, revised, since in _REVISED:
            if match[1] == law and int(match[2]) < revised and year >= since:
                yield f"《{law}》{revised}年已修订，正文写“{match[2]}年”，请核对。", match[0], Severity.INFO
    for pattern, words in (*_UNUSUAL, _ARTICLE, _NO_REGULATION):
        for match in pattern.finditer(text):
            yield f"“{match[0]}”{words}", match[0], Severity.INFO
    for match in _OLD_PERIOD.finditer(text):
        sentence = text[text.rfind("。", 0, match.start()) + 1 : match.end() + 8]
        if year >= _CALLED_20 and not _OWN_PERIOD.search(sentence):
            words = f"“{match[0]}”是修订前条例的期限，现行答复期限是20个工作日，请核对。"
            yield words, match[0], Severity.INFO


_CITED: Final = re.compile("《(?:中华人民共和国)?([^《》]{2,18}(?<!办)法)》")
_NEARLY_A_LAW: Final = 0.72


@cache
def _laws() -> frozenset[str]:
    text = files("sections.rules").joinpath("laws.txt").read_text(encoding="utf-8")
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())


def almost_laws(text: str) -> Iterable[tuple[str, str]]:
    """(the name cited, the law it is nearly called) of each name that no law bears."""
    for match in _CITED.finditer(text):
        if match[1] in _laws() or "公开" in match[1]:
            continue
        near = max(_laws(), key=lambda law: SequenceMatcher(None, match[1], law, autojunk=False).ratio())
        if SequenceMatcher(None, match[1], near, autojunk=False).ratio() >= _NEARLY_A_LAW:
            yield match[0], near


_CALLED_20: Final = 2020


class WrongName(Rule):
    """The law on open government information has one name, and so have its fee rules and its form."""

    code = "NB965"
    name = "法规名称、文号或法定期限有误"
    severity = Severity.WARNING
    checks = (
        "正文引用的条例、信息处理费办法、年报格式等名称和文号，是否属于已知的错误写法（固定清单，"
        "只列肯定错误的），是否仍以2019年的格式文件为依据；书名号中的法律名称与某部法律相近而没有这部法律、引用法律的旧版本、修订前条例的15个工作日答复期限的，只作提示。"
    )
    why = "引错法规名称或沿用已废止的文号，直接影响报告的权威性。"
    basis = ACCURATE
    wrong = "《中华人民共和国信息公开条例》（国务院令第492号）"
    right = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
    how = "改为规范名称，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each wrong name with the right one."""
        year = context.report.year

        def in_force(text: str) -> tuple[Slip, ...]:
            return tuple(slip for slip in wrong_names(text) if "2021" not in slip.mend or not 0 < year < 2021)

        yield from slips(
            self, context, in_force, lambda slip: f"“{slip.found}”有误，规范写法是“{slip.mend}”。"
        )
        for piece in pieces(context.report):
            for cited, near in almost_laws(piece.text):
                words = f"没有名为{cited}的法律，是否为《{near}》，请核对。"
                yield self.finding(piece.where, words, cited, severity=Severity.INFO)
            for words, quote, severity in outdated(piece.text, context.report.year):
                yield self.finding(piece.where, words, quote, severity=severity)
