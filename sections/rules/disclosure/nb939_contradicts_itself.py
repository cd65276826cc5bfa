"""Two sentences that cannot both be true."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from sections.language.quantities import counts
from sections.language.sentences import sentences
from sections.rules._basis import ACCURATE
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity


@dataclass(frozen=True, slots=True)
class _Pair:
    """A denial and what it denies; ``unless`` what takes a sentence of the second kind out."""

    denies: re.Pattern[str]
    tells: re.Pattern[str]
    unless: re.Pattern[str]
    sure: bool = True


_NOT: Final = r"(?:未|没有|无|不存在|未曾)"
_NEVER: Final = re.compile(r"(?!)")
_PAIRS: Final = (
    _Pair(
        re.compile(rf"{_NOT}[^，。；]{{0,10}}(?:责任追究|被?问责|追责)(?!办法|制度|机制)"),
        re.compile(
            r"(?:给予|对)[0-9一二两三四五六七八九十]+[名人][^，。；]{0,8}(?:问责|追责)|追究[0-9一二两三四五六七八九十]+[名人][^，。；]{0,6}责任"
            r"|问责(?:了)?(?:干部|(?:工作|责任|相关)?人员|责任人)?[0-9一二两三四五六七八九十]+[人名]|对[^，。；]{0,16}(?:予以|进行|给予|实施)(?:了)?(?:问责|追责|责任追究)"
            r"|追究[^，。；]{0,16}责任[0-9一二两三四五六七八九十]+[人次]|责任追究[1-9一二两三四五六七八九十][0-9]*[人次起]"
        ),
        re.compile(r"将|要|如|凡|的，|未|没有|无|依规|严肃|纪委|监委|纪检|案例"),
    ),
    _Pair(
        re.compile(
            rf"{_NOT}(?:有)?(?:收取|收到)[^，。；]{{0,14}}(?:信息处理费|处理费用)|{_NOT}收取任何费用|{_NOT}收费情况|未收费"
            r"|(?:^|(?<=[，；])|全年|本年度?|一律|全部|均)(?:一律|全部|均)?(?:免收|免除)(?:政府)?(?:信息公开)?信息处理费"
        ),
        re.compile(
            r"(?:收取|收到|收费)[^，。；未没]{0,12}(?:信息)?(?:处理费|金额|总额)(?:共|共计|合计|为)?[1-9][0-9.]*万?元"
        ),
        re.compile("未|没有|无|退"),
    ),
    _Pair(
        re.compile(rf"{_NOT}(?:开通|开设|设立|运维|开办)[^，。；]{{0,8}}(?:政务)?新媒体"),
        re.compile(
            r"(?:微信公众号|政务微博|官方微博|抖音号|政务新媒体)[^，。；]{0,8}(?:发布|推送|推文)[^，。；]{0,10}[0-9]+[条篇期]"
        ),
        re.compile(r"县融媒|区融媒|市融媒|上级|报送"),
    ),
    _Pair(
        re.compile(
            r"(?:均|全部|都)[^，。；]{0,16}(?:20|二十)个工作日(?:之)?内[^，。；]{0,6}(?:公开|发布)"
            r"|(?:20|二十)个工作日(?:之)?内(?:均|全部|都)[^，。；]{0,6}(?:公开|发布)"
            r"|公开[^，。；]{0,6}(?:均|全部|都)[^，。；]{0,16}(?:20|二十)个工作日(?:之)?内完成"
            r"|公开[^，。；]{0,6}(?:没有|未|无一)[^，。；]{0,4}超[过出][^，。；]{0,12}(?:20|二十)个工作日"
            r"|公开[^。；]{0,16}(?:在|于)(?:20|二十)个工作日(?:之)?内[^，。；]{0,14}(?:公开|发布)"
        ),
        re.compile(
            r"(?:公开|发布|更新)(?:还|仍|得)?不(?:够)?及时|(?:逾期|超期|延迟|滞后)(?:公开|发布|更新)"
            r"|(?:公开|发布|更新)[^，。；]{0,4}(?:时效性?|及时性)(?:还|仍)?(?:不|有待|较差|偏低)"
            r"|(?:公开|发布|更新)(?:还|仍)?(?:存在)?(?:滞后|延迟|拖延|迟缓)"
        ),
        re.compile(r"上年|去年|[针对]"),
        sure=False,
    ),
    _Pair(
        re.compile(
            r"(?:均|全部|都|始终|一律)?严格(?:按照|依照|依据|遵照|执行|依法)[^。；]{0,30}(?:办理|答复|受理)"
            r"|(?:均|全部|都)(?:规范|依法依规|依法)(?:办理|答复)"
        ),
        re.compile(r"(?:申请|答复|办理)[^，。；]{0,8}(?:还|仍)?(?:不(?:够|尽)?规范|有待规范|不严谨)"),
        re.compile(r"上年|去年|[针对]"),
        sure=False,
    ),
    _Pair(
        re.compile(
            rf"{_NOT}(?:发布|制作|开展)(?:过)?[^，。；]{{0,6}}(?:政策)?解读(?:材料|稿件)?(?=[，。；])"
        ),
        re.compile(
            r"(?:发布|制作|推出)[^，。；未没]{0,10}解读(?:材料|稿件)?[^，。；0-9]{0,4}[1-9][0-9]*[篇条件期]"
        ),
        re.compile("上年|去年"),
    ),
    _Pair(
        re.compile(
            r"(?:账号|公众号|政务微博|新媒体)(?:数量|总数|账号)?(?:共|为)?0[个家]|0个(?:政务)?(?:新媒体|公众号)(?:账号)?"
        ),
        re.compile(
            r"(?:微信公众号|政务微博|官方微博|抖音号|政务新媒体)[^，。；]{0,8}(?:发布|推送|推文)[^，。；]{0,10}[1-9][0-9]*[条篇期]"
        ),
        re.compile("县融媒|区融媒|市融媒|上级|报送"),
    ),
    _Pair(
        re.compile(
            rf"{_NOT}(?:设立|设置|设|开通|公布|公开)?(?:受理|办公|公开|专用)?(?:电子)?(?:邮箱|邮件)(?:申请)?(?:渠道|方式|受理)?(?=[，。；])"
        ),
        re.compile(
            r"(?:电子邮件|电子邮箱|邮箱)(?:方式|渠道)?(?:提交|提出|收到|接收)?(?:的)?申请[0-9]*[件条]?"
        ),
        re.compile("未|没有|无|不"),
    ),
    _Pair(
        re.compile(r"整改率(?:为|达到?)?(?:100%|百分之百)|(?:全部|均已|已全部)整改(?:完成|到位|完毕)"),
        re.compile(
            r"(?:尚|还|仍|另)有[^，。；]{0,6}[0-9一二两三四五六七八九十]+[个项处条][^，。；]{0,6}(?:正在|尚未|未|待|抓紧)[^，。；]{0,4}整改"
        ),
        _NEVER,
    ),
    _Pair(
        re.compile(rf"{_NOT}(?:召开|举行|举办)(?:过)?(?:任何|相关)?新闻发布会"),
        re.compile(r"(?:召开|举行|举办)[^，。；]{0,8}新闻发布会[0-9一二两三四五六七八九十]+[场次]"),
        _NEVER,
    ),
    _Pair(
        re.compile(
            rf"{_NOT}(?:组织|开展|举办)(?:过)?(?:任何|相关|专题|业务|集中|政务公开|(?:政府)?信息公开|的)*培训"
        ),
        re.compile(
            r"(?:组织|开展|举办)[^，。；]{0,10}培训[^，。；]{0,4}[0-9一二两三四五六七八九十]+[场次期]"
        ),
        re.compile("参加"),
    ),
)


def _denial(pair: _Pair, sentence: str) -> re.Match[str] | None:
    """The words that deny, unless they are of an earlier year."""
    match = pair.denies.search(sentence)
    clause = re.split("[，；]", sentence[: match.start()])[-1] if match else ""
    return None if _EARLIER.search(clause) else match


_EARLIER: Final = re.compile("上一?年|去年|往年|此前|以前")
_SOLVED: Final = re.compile("已(?:经|全部|基本)?(?:得到)?(?:解决|整改到位|完成整改|整改完毕|销号)")
_OPEN: Final = re.compile("不|薄弱|单一|滞后|欠缺|偏少|缺乏")
_MARK: Final = re.compile("^[^：]{0,12}：|^[一二三四五六]是")
_NEAR: Final = 6
_SAME: Final = 8
"""Characters that two clauses share when they tell of one problem."""


_MATTER: Final = 4
"""Characters of a matter (政策解读) that two clauses name."""
_GENERAL: Final = re.compile(
    "政府信息公开|政务公开|信息公开|主动公开|依申请公开|公开工作|工作人员|(?:的)?(?:主要)?问题|方面|[0-9]|上年|存在"
)
_LACKING: Final = re.compile(
    "单一|偏少|较少|不足|不够|不及时|不高|不强|不全|为主|滞后|薄弱|缺乏|欠缺|有待|不规范|不到位"
)


def _same_matter(solved: str, other: str) -> bool:
    """Whether what is solved and what is listed name the same matter, and both how it is wanting."""
    if _SOLVED.search(other) or not (
        re.search(f"问题|{_LACKING.pattern}", solved) and _LACKING.search(other)
    ):
        return False
    one, two = (_LACKING.sub("，", _GENERAL.sub("，", _MARK.sub("", clause))) for clause in (solved, other))
    return len(_common(one, two).strip("，")) >= _MATTER


def _cut(clause: str) -> str:
    return _MARK.sub("", clause)[:_CUT]


_CUT: Final = 24
_NONE: Final = re.compile("没有|未|无")
_DENIED: Final = re.compile(
    "(?:没有|尚未|未(?!来)|无)(?:再|曾)?(?:设立|设置|开设|开通|建立|建有|建成|开办|召开|举办|举行|组织|开展|制作|发布|印发|出台|聘请|运营)?"
    "过?(?:任何|相关|独立)?(?P<thing>[\u3400-\u9fff]{4,12}?)(?:的?情况|账号|活动|工作)?(?=[，。；])"
)
_NOT_ALL: Final = re.compile(
    "部分|个别|一些|有的|少数|乡镇|各|村|上年|去年|此前|以前|年初|原|县级|基层|下属|所属|20[0-9]{2}"
)
"""Words of others, of some of many or of another time, before what is denied."""
_OF_TABLES: Final = re.compile(
    "申请|需要报告的事项|复议|诉讼|处理费|规范性文件|许可|处罚|强制|追究|结转|问题|培训|发布会"
)
"""What other rules and pairs judge."""
_OTHERS: Final = re.compile("未|没有|无|融媒|全[省市县区]|上级|上年|去年|同期|乡镇|各|村|计划|拟|将")


_OF_A_LIST: Final = re.compile("大?(?:部分|方面|内容|章节?|板块|类别|环节|领域|事项)")
"""Right behind a number that counts what is listed before it: 「……其他事项六个部分」."""


def _counted(thing: str, sentence: str) -> str:
    """The words in which ``sentence`` counts the thing; "" where it does not, or counts that of others."""
    start = sentence.find(thing)
    clause = re.split("[，；。]", sentence[:start])[-1]
    number = next((one for one in counts(sentence) if one.start >= start + len(thing)), None)
    if _OTHERS.search(clause) or number is None or not number.certain or not number.amount:
        return ""
    between = sentence[start + len(thing) : number.start]
    if len(between) > _NEAR or re.search("[，。；、]", between):
        return ""
    if _OF_A_LIST.match(sentence, number.stop):
        return ""
    return sentence[start : number.stop]


def _common(one: str, other: str) -> str:
    """The longest words that two clauses share."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


class ContradictsItself(Rule):
    """What is denied in one place is not told in another."""

    code = "NB939"
    name = "正文前后说法矛盾"
    severity = Severity.WARNING
    checks = (
        "正文一处说没有发生责任追究、没有开设新媒体、没有开展培训或发布会，另一处又写了人数、条数、次数；"
        "一处说整改率100%、另一处说还有没整改的；一处说没有某事物、另一处以同一名称写了它的数目；"
        "第五部分说已经解决的问题又列为问题的，只作提示；一处说均在20个工作日内公开，第五部分又把公开不及时列为问题的，一处说严格按规定办理申请，又把办理不规范列为问题的，只作提示。"
    )
    why = "两句话不能同时成立，必有一处有误。"
    basis = ACCURATE
    wrong = "对2名责任人员予以问责。……全年没有发生责任追究情形。"
    right = "对2名责任人员予以问责。"
    how = "核对后删去或改正其中一处。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each pair once, at what is told."""
        parts = [
            (piece.where, sentence) for piece in pieces(context.report) for sentence in sentences(piece.text)
        ]
        for pair in _PAIRS:
            denied = next((match[0] for _, one in parts if (match := _denial(pair, one))), "")
            if not denied:
                continue
            for where, part in parts:
                match = pair.tells.search(part)
                clause = re.split("[，；]", part[: match.start()])[-1] if match else ""
                if _EARLIER.search(clause):
                    continue
                if match and not pair.unless.search(clause + match[0]) and match[0] not in denied:
                    words = f"正文一处写“{denied}”，另一处写“{match[0]}”，"
                    words += "前后矛盾。" if pair.sure else "请核对两处说法。"
                    yield self.finding(where, words, match[0], severity=None if pair.sure else Severity.INFO)
                    break
        yield from self._thing_denied(parts)
        yield from self._solved_again(context)

    def _thing_denied(self, parts: list[tuple[str, str]]) -> Iterable[Finding]:
        """Whatever there is said to be none of, and is counted elsewhere by the same name."""
        for where, sentence in parts:
            for match in _DENIED.finditer(sentence) if _NONE.search(sentence) else ():
                thing, before = (
                    match["thing"].split("等")[0],
                    re.split("[，；]", sentence[: match.start()])[-1],
                )
                if len(thing) < _MATTER or _NOT_ALL.search(before) or _OF_TABLES.search(thing):
                    continue
                for other in (words for _, words in parts if words != sentence and thing in words):
                    told = _counted(thing, other)
                    if told:
                        words = f"正文一处写“{match[0]}”，另一处写“{told}”，前后矛盾。"
                        severity = Severity.INFO if where == "problems" else None
                        yield self.finding(where, words, match[0], severity=severity)
                        break

    def _solved_again(self, context: Context) -> Iterable[Finding]:
        """A problem that is said to be solved and is listed among the open ones too."""
        for piece in pieces(context.report):
            if piece.section != "problems" or not _SOLVED.search(piece.text):
                continue
            clauses = [one for one in re.split("[。；\n]|，(?:但|不过|然而)", piece.text) if one]
            for solved in (clause for clause in clauses if _SOLVED.search(clause)):
                for other in clauses:
                    common = (
                        _common(_MARK.sub("", solved), _MARK.sub("", other)) if other is not solved else ""
                    )
                    if not _OPEN.search(common) and _same_matter(solved, other):
                        words = (
                            f"“{_cut(solved)}”写已经解决，“{_cut(other)}”又列为问题，请核对是否同一个问题。"
                        )
                        yield self.finding(piece.where, words, other, severity=Severity.INFO)
                    elif len(common) >= _SAME and not _SOLVED.search(other) and _OPEN.search(common):
                        words = f"“{common}”一处写已经解决，另一处又列为问题，请核对。"
                        yield self.finding(piece.where, words, other, severity=Severity.INFO)
