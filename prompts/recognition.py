"""What recurs in an organ's reports, recognised from last year's text and the organ's name.

Offered as the default of its question, never put in unasked. Where two witnesses do not agree, nothing is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from prompts.narrative import focus
from prompts.narrative.cases import tells_a_case
from prompts.narrative.reviewing import fullest_review
from prompts.typed import is_nothing
from sections.language.sentences import sentences
from sections.organs import Organ
from sections.report.report import Report
from sections.report.values import Value

_ORGAN: Final = "局|委员会|委|办公室|办|政府|管委会|街道|镇|乡|中心|厅|院"
_SUBJECT: Final = re.compile(
    rf"(?:^|[0-9]{{4}}年，?|。)(?P<name>[^，。“”0-9]{{1,9}}(?:{_ORGAN}))(?=坚持|认真|深入|严格|全面|始终|以|按照|紧)"
)
_WE: Final = re.compile("我[局委办市县区镇乡街院厅]")
_SHORT: Final = re.compile(rf"[省市县区旗镇乡](?P<rest>[^省市县区旗镇乡]{{2,}}(?:{_ORGAN}))$")
_LEVELS: Final = (
    ("乡镇级", re.compile("(?:镇|乡|街道)(?:人民政府|办事处|$)|街道办事处$")),
    ("县级", re.compile("[县旗区](?:人民政府|[^省市县区旗]{2,}$|$)")),
    ("省级", re.compile("^[^市县区]{2,4}省(?:人民政府|[^省市县区]{2,}$|$)")),
)
"""「某市某局」 may be of a city or of a county's city: nothing is offered."""
_ACCOUNT: Final = re.compile(
    "(?P<name>“[^“”]{2,14}”)(?P<kind>微信公众号|微信视频号|政务微信|政务微博|微博|抖音号|头条号|客户端)|(?P<other>微信公众号|政务微博|微博|抖音号|头条号)(?P<named>“[^“”]{2,14}”)"
)
_WEBSITE: Final = re.compile(
    r"(?P<site>[^，。（）：；]{2,24}?(?:网站|门户网))[（(]?(?:网址[：:])?(?P<address>(?:https?://|www\.)[A-Za-z0-9./_-]+)[）)]?"
)
_LEADING: Final = re.compile("^.*(?:通过|登录|访问|可在|在)")
_CHANNELS: Final = (
    ("网站在线申请", re.compile("在线申请|网上申请|网站申请|网络申请")),
    ("信函申请", re.compile("信函|邮寄")),
    ("当面申请", re.compile("当面|现场申请|窗口")),
    ("电子邮件申请", re.compile("电子邮件|电子邮箱")),
    ("传真申请", re.compile("传真")),
)
_HANDLING: Final = (
    ("专人负责", re.compile("专人(?:负责|办理|受理|跟踪)|(?:明确|指定|安排|确定)专人")),
    ("台账登记", re.compile("台账|登记(?:备案|造册|制度)")),
    ("部门会商", re.compile("会商|(?:共同|联合)(?:研究|研判)")),
    ("合法性审核", re.compile("合法性审[核查]|法律顾问|法制审核|法制机构审")),
    ("主动沟通", re.compile("(?:主动|加强|及时)与?申请人?(?:的)?(?:沟通|联系)|与申请人(?:的)?沟通")),
    ("规范文书", re.compile("(?:答复|文书)(?:文书)?(?:格式|模板|样式)|规范(?:答复)?文书|文书规范")),
)
_DONE_SO: Final = {
    "management.secrecy_review": re.compile("保密审[查核]"),
    "management.within_20_days": re.compile("20个工作日内(?:及时)?(?:主动)?(?:予以)?公开"),
}
"""What last year's text says was done; of the year that is reported on it tells nothing."""
_DENIED: Final = re.compile("未|没有|不足|不够|不到位|个别|尚")
_FEWEST: Final = 2
"""Channels that must be named for the list to be one of channels."""


def recognised(fact: str, last: Report) -> Value | None:
    """The value of a fact as last year's text or the organ's name have it; None where they do not say."""
    find = _FINDERS.get(fact)
    return find(last) if find is not None else None


def _text(last: Report) -> str:
    return "\n".join((last.opening, last.overview.text or "\n".join(last.paragraphs.values())))


def _short_name(last: Report) -> str | None:
    """As the text calls it, where its letters are those of the name in their order; else by the name."""
    lead = last.overview.lead or last.paragraphs.get("overview.lead", "")
    match = _SUBJECT.search(lead)
    if match is not None and match["name"] != last.unit and _is_short_for(match["name"], last.unit):
        return match["name"]
    if (we := _WE.search(lead)) is not None:
        return we[0]
    short = _SHORT.search(last.unit)
    return short[0] if short else None


def _is_short_for(short: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in short)


def _kind(last: Report) -> str | None:
    if Organ(last.unit).is_government:
        return "人民政府"
    if re.search("街道办事处$|管理?委(?:员)?会$|管委会$", last.unit):
        return "派出机构"
    return "政府部门" if re.search("(?:局|委员会|委|厅|办公室|办)$", last.unit) else None


def _level(last: Report) -> str | None:
    return next((level for level, words in _LEVELS if words.search(last.unit)), None)


def _review(last: Report) -> str | None:
    return fullest_review(_text(last))


def _accounts(last: Report) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(_account_names(_text(last)))) or None


def _account_names(text: str) -> Iterator[str]:
    for match in _ACCOUNT.finditer(text):
        yield f"{match['name']}{match['kind']}" if match["name"] else f"{match['other']}{match['named']}"


def _website(last: Report) -> str | None:
    match = _WEBSITE.search(last.opening)
    return f"{_LEADING.sub('', match['site'])}（{match['address']}）" if match else None


def _areas(last: Report) -> tuple[str, ...] | None:
    return _focus(_text(last), focus.AREAS, last)


def _work(last: Report) -> tuple[str, ...] | None:
    return _focus(last.overview.lead or last.paragraphs.get("overview.lead", ""), focus.WORK, last)


def _focus(text: str, fact: str, last: Report) -> tuple[str, ...] | None:
    """The first list that is the organ's own, not that of a body of which a case is told."""
    lists = (
        found.names
        for sentence in sentences(text)
        for found in focus.focus_lists(sentence)
        if found.fact == fact and not tells_a_case(sentence, f"{last.unit} {_short_name(last)}")
    )
    return next(lists, None)


def _channels(last: Report) -> tuple[str, ...] | None:
    text = last.overview.topics.get("requests", "") or last.paragraphs.get("overview.requests", "")
    found = tuple(name for name, words in _CHANNELS if words.search(text))
    return found if len(found) >= _FEWEST else None


def _handling(last: Report) -> tuple[str, ...] | None:
    text = last.overview.topics.get("requests", "") or last.paragraphs.get("overview.requests", "")
    return tuple(name for name, words in _HANDLING if words.search(text)) or None


def _no_matters(last: Report) -> str | None:
    """「无」, where part six is no more than that."""
    return "" if is_nothing(last.other.text.strip()) else None


def _done_so(fact: str) -> Callable[[Report], bool | None]:
    def find(last: Report) -> bool | None:
        told = (one for one in sentences(_text(last)) if _DONE_SO[fact].search(one))
        return True if any(_DENIED.search(one) is None for one in told) else None

    return find


_FINDERS: Final[Mapping[str, Callable[[Report], Value | None]]] = {
    "profile.short_name": _short_name,
    "profile.kind": _kind,
    "profile.level": _level,
    "profile.new_media": _accounts,
    "profile.website": _website,
    "management.review_system": _review,
    focus.AREAS: _areas,
    focus.WORK: _work,
    "requests.channels": _channels,
    "requests.handling": _handling,
    "other.matters": _no_matters,
    **{fact: _done_so(fact) for fact in _DONE_SO},
}
