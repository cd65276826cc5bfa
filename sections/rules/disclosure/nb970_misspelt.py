"""Misspellings that are certain."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sections.language.misspellings import misspellings
from sections.language.slips import Slip, excerpt
from sections.rules._basis import LANGUAGE
from sections.rules._slips import listed_slips, slips
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_MISSPELT: Final[tuple[tuple[str, str, str], ...]] = (
    ("政府公信", r"政府公信(?=[，。；、])", "政府公信力"),
    ("发不及时", r"(?<!开)发不及时", "发布不及时"),
    ("公开信", r"(?<=[面确时规观]的)公开信(?=[，。；])", "公开信息"),
    ("渠", r"(?<=受理|公开|申请|获取|发布)渠(?=[，。；、]|和|更加|进一步|畅通|不畅|$)", "渠道"),
    ("登陆", r"登陆(?=[^，。]{0,10}(?:网站|网页|平台|系统|专栏|门户))", "登录"),
    ("截止", r"截止到?(?=(?:20[0-9]{2}年|本?年底|目前|12月))", "截至"),
    ("布署", "布署", "部署"),
    ("部份", "部份", "部分"),
    ("松驰", "松驰", "松弛"),
    ("提制增效", "提制增效", "提质增效"),
    ("平隐", r"平隐(?=[，。；、运有过推]|$)", "平稳"),
    ("督促检察", r"督促检察(?![机院官建工])", "督促检查"),
    ("取得的了", r"(?<=取得)的了", "了"),
    ("进下一步", r"(?<![推促跟迈转])进下一步(?=[规加完提优健推强深])", "进一步"),
    (
        "不过",
        r"(?<!只)不过(?=(?:顺畅|规范|完善|及时|到位|深入|全面|丰富|充分|健全|精准|紧密)[，。；、])",
        "不够",
    ),
    ("既时", "既时(?=公开|更新|发布|回应)", "及时"),
    ("予已", "予已(?=公开|答复|处理)", "予以"),
    ("与以", "(?<![参赋给])与以(?=公开|答复|处理)", "予以"),
    ("以经", "以经(?=公开|答复|完成|建立)", "已经"),
    ("法定其限", "法定其限", "法定期限"),
    ("法定期线", "法定期线", "法定期限"),
    ("政务新煤体", "政务新煤体", "政务新媒体"),
    ("公从号", "公从号", "公众号"),
    ("微信公共号", "微信公共号", "微信公众号"),
    ("规范性文体", "规范性文体", "规范性文件"),
    ("行政复意", "行政复意", "行政复议"),
    ("行政讼诉", "行政讼诉", "行政诉讼"),
    ("信息公天", "信息公天", "信息公开"),
    ("主动公天", "主动公天", "主动公开"),
    ("信息功开", "信息功开", "信息公开"),
    ("社会平议", "社会平议", "社会评议"),
    ("责任追纠", "责任追纠", "责任追究"),
    ("保蜜审查", "保蜜审查", "保密审查"),
    ("政府信公开", r"政府信公开", "政府信息公开"),
    ("政府息公开", r"政府息公开", "政府信息公开"),
    ("依申公开", r"依申公开", "依申请公开"),
    ("依申请公工作", r"依申请公工作", "依申请公开工作"),
    ("信息公申请", r"信息公申请", "信息公开申请"),
    ("规范文件", r"行政规范文件", "行政规范性文件"),
    ("规性文件", r"规性文件", "规范性文件"),
    ("规范性件", r"规范性件", "规范性文件"),
    ("予公开", r"(?<=[0-9]件，)予公开", "予以公开"),
    ("反应", r"(?<=群众|企业|来信|来访|集中)反应(?=(?:的?问题|的?情况|的?意见|的?诉求))", "反映"),
    ("时侯", r"时侯", "时候"),
    ("贯撤", r"贯撤", "贯彻"),
    ("惯彻", r"惯彻", "贯彻"),
    ("按排", r"按排(?=部|专|人|了|工)", "安排"),
    (
        "既将",
        r"既将(?=到期|届满|开展|召开|完成|到来|实施|出台|上线|投入|建成)(?![^。；]{0,30}[又也])",
        "即将",
    ),
    ("既使", r"既使(?![^。；]{0,40}[又也])", "即使"),
    ("编篡", r"编篡", "编纂"),
    ("通迅", r"通迅", "通讯"),
    ("修定", r"(?<![编纂])修定(?=了|完善|并|印发|《)", "修订"),
    ("制做", r"制做", "制作"),
    ("做为", r"做为(?=第一|重要|一项|主要|政府)", "作为"),
    ("峻工", r"峻工", "竣工"),
    ("防碍", r"防碍", "妨碍"),
    ("复盖", r"复盖(?=面|率|范围|全)", "覆盖"),
    ("切时", r"切时(?=做好|加强|提高|履行|推进|保障)", "切实"),
    ("针对", r"针对[行形型](?=的|和|、|不|强|，|。|$)", "针对性"),
    ("及时行", r"及时行(?=的|和|、|不|强)", "及时性"),
    ("再接再励", r"再接再励", "再接再厉"),
    ("按步就班", r"按步就班", "按部就班"),
    ("公示拦", r"公示拦", "公示栏"),
    ("公开拦", r"公开拦(?=[，。；、]|内|上|公示|更新|张贴|和|等)", "公开栏"),
    ("专拦", r"专拦(?!截)", "专栏"),
    ("目绿", r"(?<=公开)目绿|目绿(?=[，。；、]|管理|更新|编制|清单)", "目录"),
    ("档按", r"档按", "档案"),
    ("答复复", r"答复复(?!议)", "答复"),
    ("申请请", r"申请请(?!求|示)", "申请"),
    ("审杏", r"审杏", "审查"),
    ("答覆", r"答覆", "答复"),
    ("制渡", r"制渡", "制度"),
    (
        "微薄",
        r"微薄(?=[、和及与]?(?:微信|公众号|抖音|账号|平台|官微))|(?:(?<=微信、)|(?<=网站、)|(?<=政务))微薄",
        "微博",
    ),
    ("俩", r"俩(?=[件次条项份个场期篇])", "两"),
    ("依法申请公开", r"依法申请公开(?=办理|工作|渠道|答复|流程|情况|平台|事项|制度|件)", "依申请公开"),
    ("取的", r"取的(?=了|明显|较好|新的?|实效|成效|积极|显著)", "取得"),
    ("服务形政府", "服务形政府", "服务型政府"),
    ("企事业单", r"企事业单(?!位)(?=信息|公开|的|和|，|。|、)", "企事业单位"),
    ("机制不健", r"机制不健(?=[，。；、]|$)", "机制不健全"),
    ("制度不健", r"制度不健(?=[，。；、]|$)", "制度不健全"),
)
"""What must stand in the text for it to be worth looking, the misspelling, and the right spelling."""


@lru_cache(maxsize=1024)
def misspelt(text: str) -> tuple[Slip, ...]:
    """Each misspelling with the right spelling."""
    listed = listed_slips(text, _MISSPELT)
    standard = [misspelling.slip for misspelling in misspellings(text) if misspelling.certain]
    return tuple(sorted((*listed, *(slip for slip in standard if not _overlaps(slip, listed))), key=_start))


def _start(slip: Slip) -> int:
    return slip.start


def _overlaps(slip: Slip, others: list[Slip]) -> bool:
    end = slip.start + len(slip.found)
    return any(other.start < end and slip.start < other.start + len(other.found) for other in others)


class Misspelt(Rule):
    """Misspellings of words that such reports use, from a fixed list."""

    code = "NB970"
    name = "错别字"
    severity = Severity.WARNING
    checks = (
        "正文有没有年报中常见、且可以肯定的错别字，如“受理渠”“登陆网站”“截止2025年”“布署”“部份”（固定清单）。"
    )
    why = "错别字最容易被读者和检查人员发现。"
    basis = LANGUAGE
    wrong = "畅通依申请公开受理渠。截止2025年12月31日……"
    right = "畅通依申请公开受理渠道。截至2025年12月31日……"
    how = "改为正确写法，可以自动修改。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each misspelling with the right spelling."""
        yield from slips(self, context, misspelt, _words)
        for piece in pieces(context.report):
            known = list(misspelt(piece.text))
            for hint in (
                misspelling.slip for misspelling in misspellings(piece.text) if not misspelling.certain
            ):
                if _overlaps(hint, known):
                    continue
                words = f"“{hint.found}”常为“{hint.mend}”之误，请核对。"
                quote = excerpt(piece.text, hint.start, len(hint.found))
                yield self.finding(piece.where, words, quote, severity=Severity.INFO)


def _words(slip: Slip) -> str:
    return f"“{slip.found}”似为错别字，应为“{slip.mend}”。"
