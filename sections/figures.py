"""The numbers of the narrative: facts that the questions ask for, found in prose by patterns kept as data.

Used by the importer (last year's figures) and by the rules (prose against answers)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from sections.numerals import normalise, read_decimal, read_quantity
from sections.report import Figure
from sections.values import FACTS

LONGEST: Final = 30_000
"""Characters of a paragraph that are searched; no paragraph of a report is longer."""

_ARABIC: Final = r"[0-9]{1,15}(?:[,，' ][0-9]{3}){0,5}(?:\.[0-9]{1,4})?(?:[百千万]?[万亿]|千|百)?"
_N: Final = (
    rf"(?:约|近|超过|超|逾)?(?:{_ARABIC}|[〇零一二两三四五六七八九十百千万亿]{{1,15}})(?:余|多)?(?:万|亿)?"
)
_LINK: Final = r"(?:共计|总计|累计|合计|总数|总量|数量|达到|共|达|计|有|为|了|的|是|[:：]){0,3}"
_PUBLIC: Final = r"(?:各类)?(?:政府|政务|公开|工作)?"
_VERB: Final = r"(?:组织|开展|举办|召开|举行|进行|发布|制作|编发|编印|出版|收到)"

PATTERNS: Final[dict[str, tuple[str, ...]]] = {
    "proactive.published_total": (
        rf"公开{_PUBLIC}信息{_LINK}#条",
        rf"公开{_LINK}#条{_PUBLIC}信息",
        rf"(?:全年|年内|累计)(?:共)?发布{_PUBLIC}信息{_LINK}#条",
    ),
    "proactive.website": (
        rf"(?:政府|门户|官方)?网站(?:平台)?(?:主动)?(?:公开|发布|更新){_PUBLIC}(?:信息|内容)?{_LINK}#条",
        rf"网站{_PUBLIC}信息{_LINK}#条",
    ),
    "proactive.wechat": (
        rf"微信(?:公众号|平台|公众平台)?[^，。；、]{{0,12}}?(?:发布|推送|公开|推出){_PUBLIC}(?:信息|文章|消息|内容|图文)?{_LINK}#[条篇]",
        rf"微信(?:公众号)?(?:信息)?{_LINK}#[条篇]",
    ),
    "proactive.weibo": (
        rf"微博[^，。；、]{{0,12}}?(?:发布|推送|公开){_PUBLIC}(?:信息|消息|内容)?{_LINK}#[条篇]",
        rf"微博(?:信息)?{_LINK}#[条篇]",
    ),
    "proactive.other_channels": (rf"其他渠道[^，。；、]{{0,6}}?(?:公开|发布)?{_PUBLIC}(?:信息)?{_LINK}#条",),
    "proactive.interpretations": (
        rf"(?:发布|制作|公开|开展)?(?:政策|文件)解读(?:材料|信息|稿件|文章)?{_LINK}#[篇条件期个]",
        rf"发布解读(?:材料)?{_LINK}#[篇条件期]",
        r"(?:发布|制作|公开)#[篇条件期个](?:政策|文件)解读",
    ),
    "proactive.interpretations_text": (rf"文字(?:类)?解读(?:材料)?{_LINK}#[篇条件期个]",),
    "proactive.interpretations_image": (
        rf"(?:图片|图解|图文|图表)(?:类)?(?:解读)?(?:材料)?{_LINK}#[篇条件期个]",
    ),
    "proactive.interpretations_video": (rf"(?:音频)?视频(?:类)?(?:解读)?(?:材料)?{_LINK}#[篇条件期个]",),
    "proactive.meetings_opened": (rf"列席[^，。；]{{0,10}}?(?:会议)?[^，。；]{{0,4}}?{_LINK}#[次场]",),
    "proactive.press_conferences": (
        rf"新闻发布会{_LINK}#[场次]",
        rf"新闻发布会[^。；]{{0,16}}?召开{_LINK}#[场次]",
        r"(?:召开|举行|举办)#[场次](?:[^，。；、0-9]{0,6})新闻发布会",
    ),
    "proactive.consultations": (
        rf"(?:意见征集|征集调查|征求意见|征集意见|民意征集)(?:活动)?{_LINK}#[次期场项件]",
        r"(?:开展|组织|进行)#[次期场项](?:[^，。；、0-9]{0,8})(?:意见征集|征集调查|征求意见|民意征集)",
    ),
    "proactive.opinions": (
        rf"(?:收到|征集)[^，。；]{{0,8}}?(?:意见建议|意见和建议|意见|建议){_LINK}#[条件个]",
        r"(?:收到|征集)#[条件个](?:[^，。；、0-9]{0,6})(?:意见|建议)",
    ),
    "proactive.public_questions": (
        rf"(?:答复|回复|办理|回应|受理)[^，。；]{{0,8}}?(?:留言咨询|留言|咨询|网络问政|来信){_LINK}#[件条次]",
        rf"(?:来信留言|留言|咨询)，答复{_LINK}#[件条次]",
    ),
    "requests.new.total": (
        rf"(?:收到|新收|接到|接收|受理|收悉|收办|收取|办理)(?:各类)?(?:政府|政务)?(?:信息)?(?:依申请)?(?:政府|政务)?(?:信息)?公开(?:政府信息)?(?:申请)?(?:事项|案件|件)?{_LINK}#[件宗条份]",
        rf"(?:收到|新收|接到|受理|收悉|收办)[^，。；0-9]{{0,24}}公开(?:的)?申请(?:表)?(?:事项|案件)?{_LINK}#[件宗条份]",
        r"(?:收到|新收|接到|受理)#[件宗条份](?:[^，。；、0-9]{0,12})公开申请",
    ),
    "requests.carried_in.total": (rf"上年(?:度)?结转(?:的)?(?:申请)?{_LINK}#件",),
    "requests.carried_out.total": (
        rf"(?:结)?转下(?:一)?年度?(?:继续)?(?:办理)?{_LINK}#件",
        r"#件[，]?(?:结转下(?:一)?年度?)",
    ),
    "requests.granted.total": (rf"(?<!不)予以公开{_LINK}#件",),
    "requests.partial.total": (rf"部分公开{_LINK}#件",),
    "requests.total.total": (rf"办结(?:申请)?{_LINK}#件",),
    "requests.overdue": (rf"逾期答复{_LINK}#件", r"有#件超过法定期限"),
    "management.cleaned_documents": (
        rf"清理(?:行政)?(?:规范性)?(?:文件)?{_LINK}#件",
        rf"清理[^。；]{{0,14}}?文件{_LINK}#件",
    ),
    "platform.columns": (
        rf"(?:设置|开设|设立|设有|现有)[^，。；]{{0,8}}?(?:专栏|栏目){_LINK}#个",
        r"(?:设置|开设|设立|设有)#个(?:[^，。；、0-9]{0,10})(?:专栏|栏目)",
    ),
    "platform.new_media_accounts": (
        rf"政务新媒体(?:账号|帐号)?{_LINK}#个",
        r"(?:开设|开通|运维|管理|共有|现有)#个(?:政府系统)?政务新媒体",
    ),
    "platform.bulletins": (
        rf"政府公报》?(?:全年)?(?:编发|编印|出版)?{_LINK}#期",
        r"(?:编发|编印|出版|发行|刊发)#期《?(?:[^，。；、0-9]{0,8})政府公报",
    ),
    "platform.reading_points": (
        rf"(?:查阅点|查阅场所|查阅中心|公开专区){_LINK}#[个处]",
        r"(?:设置|设立|设有|建成|建设|现有|提升)#[个处](?:[^，。；、0-9]{0,14})(?:查阅点|查阅场所|查阅中心|公开专区)",
    ),
    "platform.visits": (rf"(?:访问量|总访问次数|访问次数|点击量|浏览量|网站访问){_LINK}#(?:人次|次)",),
    "supervision.trainings": (
        rf"(?:培训(?:会|班|活动)?){_LINK}#[次场期]",
        rf"{_VERB}#[次场期](?:[^，。；、0-9]{{0,14}})培训",
    ),
    "supervision.trainees": (rf"(?:参训|培训|参加培训)(?:人员|人数)?{_LINK}#(?:人次|人|名)",),
    "supervision.checks": (
        rf"(?:监督检查|检查|督查){_LINK}#[次轮]",
        rf"{_VERB}#[次轮](?:[^，。；、0-9]{{0,10}})(?:监督检查|检查|督查)",
    ),
    "other.fee_received": (
        r"(?:收取|收到)(?:了)?(?:政府信息公开)?信息处理费(?:共计|共|总计|合计|计|为)?#(?:万元|元)",
    ),
    "other.fee_notices": (
        rf"(?:收费通知|收费通知书){_LINK}#[件份]",
        r"对#件(?:[^，。；、0-9]{0,10})公开申请(?:案件|事项)?收取",
    ),
}
"""Fact id -> patterns; ``#`` stands for the number, what follows it is its unit."""
_NONE: Final = r"(?:未|没有|无|并未)"
NOTHING: Final[dict[str, str]] = {
    "requests.new.total": rf"{_NONE}(?:曾)?(?:收到|接到|受理)[^，。；0-9]{{0,20}}公开(?:的)?申请",
    "other.fee_notices": rf"{_NONE}(?:发出|开具|制发)[^，。；0-9]{{0,12}}收费通知",
    "other.fee_received": rf"{_NONE}(?:有|发生|产生)?(?:收取|收到)?[^，。；0-9]{{0,14}}(?:信息处理费|收费)"
    r"(?:的)?(?:情况|行为)?(?=，|。|；|$)",
}
"""Fact id -> what says that there was nothing: 0."""

_CHANGE: Final = (
    rf"(?:[^，。；（）]{{0,6}})?[，,（(]?(?:较|比|同比)(?:去年|上年|上一年度?|上年度)?(?:同期)?"
    rf"(?P<way>新增|增加|增长|多|增|减少|下降|少|减|持平|相同)(?:了)?(?P<by>{_N})?(?P<of>[%％件条项个次期篇场人])?"
)
_SAME: Final = re.compile(r"[，,（(]?(?:与|和|同)(?:去年|上年)(?:持平|相同)")
_LOCAL: Final = re.compile(
    rf"(?P<name>[^\s，。；：:、0-9（）]{{2,30}}?){_LINK}(?P<n>{_N})(?P<unit>[项个次期件条场篇家户份处])(?={_CHANGE})"
)
_MADE: Final = (
    r"(?:制作|形成|优化|印发|编制|编印|建成|发放|录制|拍摄|推送|接待|赠阅|开展|举办|办理|完善|新增)"
)
_PIECES: Final = r"(?:项|个|次|期|篇|家|户|份|处|部|套|册|场|人次|条|件)"
_MADE_BEHIND: Final = re.compile(
    rf"{_MADE}(?P<name>[\u4e00-\u9fff“”《》]{{2,14}}?){_LINK}(?P<n>{_N})(?P<unit>{_PIECES})(?=[，。；、（])"
)
_MADE_BEFORE: Final = re.compile(
    rf"{_MADE}(?P<n>{_N})(?P<unit>{_PIECES})(?P<name>[\u4e00-\u9fff“”《》]{{2,14}}?)(?=[，。；、（])"
)
"""Numbers of the organ's own: 「制作119期政策问答」 and 「印发通报4期」."""
_LOCAL_LIST: Final = re.compile(r"(?:具体工作中|结合职责|从具体事项看)，(?P<list>[^。]{4,400})。")
_LOCAL_PART: Final = re.compile(
    rf"(?P<name>[^，；。]{{2,40}}?)(?P<n>{_N})(?P<unit>[^\d，；。]{{1,3}})(?=，|；|。|$)"
)
_LEADING: Final = re.compile(
    r"^(?:20\d\d年度?|年度?|全年|本年度?|其中|共|新)*(?:完善|完成|开展|建成|办理|发布|实施|推进|举办|落实|优化)?"
)
_NOT_NOW: Final = re.compile(r"去年|上年|上一年|计划|力争|拟于")
_CLAUSE: Final = 40
_NO_NAME: Final = re.compile(r"^(?:[较比同了]|.*(?:同比|增长|减少|下降|达到|第$))")
_WHOLE_UNITS: Final = ("人次", "万元")
_MORE: Final = frozenset({"新增", "增加", "增长", "多", "增"})
_TOPICS: Final = ("proactive", "requests", "management", "platform", "supervision")


def find_figures(paragraphs: Mapping[str, str]) -> list[Figure]:
    """The figures in ``paragraphs`` (key as in ``report.PARAGRAPHS`` -> text), each fact once, in order."""
    found: dict[str, Figure] = {}
    locals_: list[Figure] = []
    for key, raw in paragraphs.items():
        text = normalise(raw[:LONGEST])
        taken: list[tuple[int, int]] = []
        for fact, figure, span in _facts(key, text):
            taken.append(span)
            found.setdefault(fact, figure)
        if key.removeprefix("overview.") in _TOPICS:
            locals_ += _local_items(text, taken)
    return [*found.values(), *locals_]


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (fact, re.compile(pattern.replace("#", f"(?P<n>{_N})(?P<unit>", 1) + ")"))
        for fact, patterns in PATTERNS.items()
        for pattern in patterns
    )


@cache
def _nothing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((fact, re.compile(pattern)) for fact, pattern in NOTHING.items())


def _facts(key: str, text: str) -> Iterator[tuple[str, Figure, tuple[int, int]]]:
    if not (key.startswith(("overview", "other", "opening"))):
        return
    for fact, pattern in _compiled():
        for match in pattern.finditer(text):
            figure = _figure(fact, text, match)
            if figure is not None and not _of_another_time(fact, text, match.start()):
                yield fact, figure, match.span("n")
    for fact, pattern in _nothing():
        if match := pattern.search(text):
            unit = FACTS[fact].unit if fact in FACTS else "件"
            yield fact, Figure(id=fact, value=0, quote=match[0], unit=unit), match.span()


def _of_another_time(fact: str, text: str, at: int) -> bool:
    """Whether the words before a number speak of last year or of a plan."""
    clause = re.split(r"[，。；：]", text[max(0, at - _CLAUSE) : at])[-1]
    return not fact.startswith("requests.carried") and bool(_NOT_NOW.search(clause))


def _figure(fact: str, text: str, match: re.Match[str], name: str = "") -> Figure | None:
    value = _value(match["n"])
    if value is None:
        return None
    unit = next((whole for whole in _WHOLE_UNITS if match["unit"].startswith(whole)), match["unit"][:1])
    start = match.start("name") + match["name"].rindex(name) if name else match.start()
    last, end = _last_year(text, match.end("unit"), value if isinstance(value, int) else None)
    start, end = min(start, match.start("n")), max(end, match.end())
    return Figure(id=fact, value=value, quote=text[start:end], unit=unit, name=name, last_year=last)


def _value(text: str) -> int | float | str | None:
    """A number as it is counted with, or the words of an approximate one."""
    quantity = read_quantity(text)
    if quantity is not None:
        return quantity.value if quantity.exact else str(quantity)
    exact = read_decimal(text)
    return None if exact is None else float(exact)


def _last_year(text: str, at: int, value: int | None) -> tuple[int | None, int]:
    """What the words behind a number say of the year before, and where they end."""
    if value is not None and (same := _SAME.match(text, at)):
        return value, same.end()
    change = re.compile(_CHANGE).match(text, at)
    if change is None or value is None:
        return None, at
    if change["way"] in {"持平", "相同"}:
        return value, change.end()
    by = read_quantity(change["by"]) if change["by"] else None
    if by is None or not by.exact or (change["of"] or "") in {"%", "％"}:
        return None, at
    before = value - by.value if change["way"] in _MORE else value + by.value
    return (before if before >= 0 else None), change.end()


def _local_items(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    seen: set[int] = set()
    matches = [
        m for part in _LOCAL_LIST.finditer(text) for m in _LOCAL_PART.finditer(text, *part.span("list"))
    ]
    matches += [m for words in (_LOCAL, _MADE_BEHIND, _MADE_BEFORE) for m in words.finditer(text)]
    for match in matches:
        start = match.start("n")
        name = _LEADING.sub("", match["name"].strip('“”"，'))
        if start in seen or any(a <= start < b for a, b in taken) or not name or _NO_NAME.match(name):
            continue
        seen.add(start)
        figure = _figure("platform.items", text, match, name)
        if figure is not None and not _of_another_time("platform.items", text, match.start()):
            yield figure
