"""The values an answer can have, and the facts of the narrative that the form's tables do not hold.

Every fact has an id that is its name everywhere: in answers, in ``figures`` of the report JSON, in templates
and in rules. Counts carry their unit (条, 件, 次…); fees of part six are in 元, as the notices of
国办函〔2020〕109号 are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

from sections.form.registry import measure_of

LARGEST_COUNT: Final = 10**12
"""Above any count a public body can report; larger ones are typing slips."""


class Kind(StrEnum):
    """The kind of a value, and of the question that asks for it."""

    COUNT = "count"
    AMOUNT = "amount"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEMS = "items"
    DATE = "date"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count; ``words`` keeps an approximate one as it is to be printed (「14万余」)."""

    value: int
    words: str = ""

    def __str__(self) -> str:
        """As it is printed in running text, without its unit."""
        return self.words or str(self.value)

    @property
    def exact(self) -> bool:
        """Whether arithmetic with it can be exact."""
        return not self.words


@dataclass(frozen=True, slots=True)
class LocalItem:
    """A figure of the organ's own: a name, a number, a unit, and the topic of part one it belongs to."""

    name: str
    quantity: Quantity
    unit: str
    topic: str = "platform"


Value = Quantity | Decimal | bool | str | tuple[str, ...] | tuple[LocalItem, ...] | int
"""What an answer holds. A plain ``int`` is a cell of a table; a fact that counts is a ``Quantity``."""

Answers = Mapping[str, Value]
"""Field or fact id -> value. What is not there has not been answered."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the narrative: its id, kind, what it is called, its unit; ``recurs`` says whether last
    year's value may be offered as the default (never so for a count of the year)."""

    id: str
    kind: Kind
    label: str
    unit: str = ""
    recurs: bool = False

    @property
    def topic(self) -> str:
        """The first part of the id: a topic of part one, ``overview``, ``problems``, ``profile``…"""
        return self.id.split(".")[0]


def _count(fact: str, label: str, unit: str) -> Fact:
    return Fact(fact, Kind.COUNT, label, unit)


FACTS: Final[dict[str, Fact]] = {
    fact.id: fact
    for fact in (
        Fact("profile.name", Kind.TEXT, "单位全称", recurs=True),
        Fact("profile.short_name", Kind.TEXT, "单位简称", recurs=True),
        Fact("profile.kind", Kind.CHOICE, "单位性质", recurs=True),
        Fact("profile.level", Kind.CHOICE, "行政层级", recurs=True),
        Fact("profile.parent", Kind.TEXT, "政府信息公开工作主管部门", recurs=True),
        Fact("profile.address", Kind.TEXT, "办公地址", recurs=True),
        Fact("profile.postcode", Kind.TEXT, "邮政编码", recurs=True),
        Fact("profile.telephone", Kind.TEXT, "联系电话", recurs=True),
        Fact("profile.email", Kind.TEXT, "电子邮箱", recurs=True),
        Fact("profile.website", Kind.TEXT, "网站名称及网址", recurs=True),
        Fact("profile.new_media", Kind.LIST, "政务新媒体账号", recurs=True),
        Fact("signature.wanted", Kind.FLAG, "是否落款", recurs=True),
        Fact("signature.date", Kind.DATE, "成文日期"),
        Fact("overview.focus", Kind.LIST, "本年度工作重点", recurs=True),
        _count("proactive.published_total", "主动公开政府信息", "条"),
        _count("proactive.website", "通过网站公开", "条"),
        _count("proactive.wechat", "通过微信公众号发布", "条"),
        _count("proactive.weibo", "通过微博发布", "条"),
        _count("proactive.other_channels", "通过其他渠道公开", "条"),
        _count("proactive.interpretations", "发布政策解读", "篇"),
        _count("proactive.interpretations_text", "文字解读", "篇"),
        _count("proactive.interpretations_image", "图片解读", "篇"),
        _count("proactive.interpretations_video", "视频解读", "篇"),
        _count("proactive.meetings_opened", "邀请公众代表列席会议", "次"),
        _count("proactive.press_conferences", "召开新闻发布会", "场"),
        _count("proactive.consultations", "开展意见征集", "次"),
        _count("proactive.opinions", "收到公众意见建议", "条"),
        _count("proactive.public_questions", "答复公众留言咨询", "件"),
        Fact("proactive.key_areas", Kind.LIST, "重点领域", recurs=True),
        Fact("requests.channels", Kind.CHOICES, "申请受理渠道", recurs=True),
        Fact("requests.handling", Kind.CHOICES, "申请办理机制", recurs=True),
        Fact("requests.on_time", Kind.FLAG, "均在法定期限内答复"),
        _count("requests.overdue", "逾期答复", "件"),
        Fact("management.review_system", Kind.CHOICE, "信息发布审核制度", recurs=True),
        Fact("management.secrecy_review", Kind.FLAG, "公开前保密审查"),
        Fact("management.cleanup", Kind.FLAG, "开展行政规范性文件清理"),
        _count("management.cleaned_documents", "清理行政规范性文件", "件"),
        Fact("management.within_20_days", Kind.FLAG, "20个工作日内公开"),
        _count("platform.columns", "设置公开专栏", "个"),
        _count("platform.new_media_accounts", "运维政务新媒体账号", "个"),
        _count("platform.bulletins", "编发政府公报", "期"),
        _count("platform.reading_points", "设置政务公开查阅点", "个"),
        _count("platform.visits", "网站访问量", "次"),
        Fact("platform.items", Kind.ITEMS, "本单位特色数据"),
        _count("supervision.trainings", "组织培训", "次"),
        _count("supervision.trainees", "培训", "人次"),
        _count("supervision.checks", "开展监督检查", "次"),
        Fact("supervision.assessment", Kind.TEXT, "工作考核情况", recurs=True),
        Fact("supervision.social_evaluation", Kind.TEXT, "社会评议情况", recurs=True),
        Fact("supervision.accountable", Kind.FLAG, "发生责任追究"),
        Fact("supervision.accountability", Kind.TEXT, "责任追究结果"),
        Fact("problems.items", Kind.LIST, "存在的主要问题"),
        Fact("problems.measure", Kind.TEXT, "改进措施"),
        Fact("problems.outcome", Kind.CHOICE, "上年问题的整改结果"),
        Fact("problems.action", Kind.TEXT, "上年问题的整改做法"),
        _count("other.fee_notices", "发出信息处理费收费通知", "件"),
        Fact("other.fee_charged", Kind.AMOUNT, "信息处理费通知收取金额", "元"),
        Fact("other.fee_received", Kind.AMOUNT, "信息处理费实际收取金额", "元"),
        Fact("other.matters", Kind.PARAGRAPH, "其他需要报告的事项"),
    )
}
"""Every fact by id. Facts asked once per item of a list have the item behind a colon, see ``fact_of``."""

ORGAN_KINDS: Final = ("人民政府", "政府部门", "派出机构", "其他")
ORGAN_LEVELS: Final = ("省级", "市级", "县级", "乡镇级")
OUTCOMES: Final = ("已解决", "明显改善", "仍在推进")


def fact_of(field: str) -> Fact | None:
    """The fact a field holds (``problems.measure:培训少``: ``problems.measure``); None for a cell."""
    return FACTS.get(field.partition(":")[0])


def to_json(value: Value | LocalItem) -> Any:
    """A value as plain JSON: money as text, 14万余 as ``{"value": 140000, "words": "14万余"}``."""
    match value:
        case Quantity(number, words):
            return {"value": number, "words": words} if words else number
        case Decimal():
            return format(value, "f")
        case LocalItem(name, quantity, unit, topic):
            return {"name": name, "value": to_json(quantity), "unit": unit, "topic": topic}
        case tuple():
            return [to_json(part) for part in value]
    return value


def from_json(field: str, raw: Any) -> Value:
    """The value of ``field`` from plain JSON.

    Raises ``ValueError`` with a Chinese sentence fit for the clerk when ``raw`` is not of the field's kind.
    """
    fact = fact_of(field)
    if fact is None:
        measure = measure_of(field)
        return _amount(raw) if measure is not None and measure.is_money else _whole(raw)
    match fact.kind:
        case Kind.COUNT:
            return _quantity(raw)
        case Kind.AMOUNT:
            return _amount(raw)
        case Kind.FLAG:
            if isinstance(raw, bool):
                return raw
            raise ValueError(f"「{raw}」应为“是”或“否”（true 或 false）")
        case Kind.LIST | Kind.CHOICES:
            return _texts(raw)
        case Kind.ITEMS:
            return _items(raw)
    return _text(raw)


def _whole(raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"「{raw}」应为整数")
    if abs(raw) > LARGEST_COUNT:
        raise ValueError(f"「{raw}」数字过大，请核对")
    return raw


def _quantity(raw: Any) -> Quantity:
    if isinstance(raw, dict) and set(raw) <= {"value", "words"} and isinstance(raw.get("words", ""), str):
        return Quantity(_whole(raw.get("value")), raw.get("words", ""))
    return Quantity(_whole(raw))


def _amount(raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise ValueError(f'「{raw}」应为金额，请写成带引号的数字，如 "7.5"')
    try:
        amount = Decimal(raw)
    except InvalidOperation as error:
        raise ValueError(f'「{raw}」应为金额，如 "7.5"') from error
    if not amount.is_finite() or abs(amount) > LARGEST_COUNT:
        raise ValueError(f"「{raw}」金额过大，请核对")
    return amount


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise ValueError(f"「{raw}」应为文字（带引号）")
    return raw


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise ValueError(f'「{raw}」应为列表，如 ["甲", "乙"]')
    return tuple(_text(part) for part in raw)


def _items(raw: Any) -> tuple[LocalItem, ...]:
    if not isinstance(raw, list) or not all(isinstance(part, dict) for part in raw):
        raise ValueError(f"「{raw}」应为列表，每一项写明 name、value、unit")
    return tuple(
        LocalItem(
            _text(part.get("name")),
            _quantity(part.get("value")),
            _text(part.get("unit", "项")),
            _text(part.get("topic", "platform")),
        )
        for part in raw
    )
