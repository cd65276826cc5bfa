"""The narrative against the clerk's own answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from sections.findings import Context, Finding, Fix, Rule, Severity
from sections.numerals import normalise, read_quantity
from sections.rules._basis import CARE
from sections.rules._texts import Piece, pieces
from sections.text import sentences
from sections.values import FACTS, LocalItem, Quantity, Value

_N: Final = r"(?<![0-9.,])(?P<n>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[万亿]?[余多]?)\s?"
_AMBIGUOUS: Final = ("proactive.published_total", "proactive.interpretations")
"""Facts whose words may also stand before a part of them (「网站公开政府信息539条」)."""
_IS: Final = r"(?:共计|共有|共|总计|合计|达到|达|有|了|计|：)?\s?"
_SENT: Final = r"(?:主动)?(?:公开|发布|推送)(?:各类)?(?:政府|政务)?(?:信息)?"
_PATTERNS: Final[tuple[tuple[str, str, str], ...]] = (
    ("proactive.published_total", "信息", rf"主动公开(?:各类)?(?:政府|政务)?信息{_IS}{_N}条"),
    ("proactive.website", "网站", rf"网站{_SENT}{_IS}{_N}条"),
    (
        "proactive.wechat",
        "微信",
        rf"微信(?:公众号)?(?:主动)?(?:公开|发布|推送)(?:各类)?(?:政府)?(?:信息)?{_IS}{_N}条",
    ),
    ("proactive.weibo", "微博", rf"微博(?:主动)?(?:公开|发布|推送)(?:各类)?(?:政府)?(?:信息)?{_IS}{_N}条"),
    ("proactive.interpretations", "解读", rf"(?:发布|制作)政策解读(?:材料|稿件)?{_IS}{_N}[篇件条]"),
    ("proactive.interpretations_text", "文字解读", rf"文字解读{_IS}{_N}[篇件条]"),
    ("proactive.interpretations_image", "解读", rf"图[片文]解读{_IS}{_N}[篇件条]"),
    ("proactive.interpretations_video", "视频解读", rf"视频解读{_IS}{_N}[篇件条]"),
    ("proactive.meetings_opened", "列席", rf"列席[^，。；0-9]{{0,8}}{_IS}{_N}次"),
    ("proactive.press_conferences", "新闻发布会", rf"新闻发布会{_IS}{_N}[场次]"),
    ("proactive.consultations", "征集", rf"意见征集{_IS}{_N}[次期项]"),
    ("proactive.opinions", "意见", rf"收到(?:公众|群众|社会)?(?:各类)?意见(?:建议|和建议)?{_IS}{_N}条"),
    (
        "proactive.public_questions",
        "复",
        rf"(?:留言|来信|咨询|问政|信箱)[^。；0-9]{{0,16}}?[答回]复{_IS}{_N}件",
    ),
    ("management.cleaned_documents", "清理", rf"清理(?:行政)?规范性文件{_IS}{_N}件"),
    ("management.cleaned_documents", "清理", rf"规范性文件[^。；0-9]{{0,24}}?(?:清理|文件){_IS}{_N}件"),
    ("platform.columns", "专栏", rf"(?:设置|开设)?(?:政府信息)?公开专栏{_IS}{_N}个"),
    ("platform.new_media_accounts", "新媒体", rf"政务新媒体账号{_IS}{_N}个"),
    ("platform.bulletins", "公报", rf"政府公报》?{_IS}{_N}期"),
    ("platform.reading_points", "查阅点", rf"查阅点{_IS}{_N}个"),
    ("platform.visits", "访问", rf"访问量?{_IS}{_N}(?:人次|次)"),
    ("supervision.trainings", "培训", rf"(?:组织|开展|举办)[^，。；0-9]{{0,10}}培训班?{_IS}{_N}[次场期]"),
    ("supervision.trainees", "人次", rf"(?:参训|培训)(?:人员)?{_IS}{_N}人次"),
    ("supervision.checks", "检查", rf"监督检查{_IS}{_N}次"),
    ("other.fee_notices", "通知", rf"收费通知{_IS}{_N}件"),
)
"""A fact, what must stand in the sentence for it to be worth looking, and how running text words it."""


@dataclass(frozen=True, slots=True)
class _Told:
    fact: str
    quantity: Quantity
    digits: str
    quote: str


class ProseAnswers(Rule):
    """What was answered 742 must not read 724 in a paragraph edited by hand."""

    code = "NB927"
    name = "正文的数字与填报的答案不符"
    severity = Severity.ERROR
    checks = (
        "起草的报告中，正文里公开条数、解读篇数、培训次数、本单位特色数据等，是否与填报的答案一致；"
        "修改过的段落尤其要查。"
    )
    why = "答案改了而段落没有跟着改，或手工修改段落时写错，就会出现两个数。"
    basis = CARE
    wrong = "答案：主动公开政府信息742条；正文：主动公开政府信息724条。"
    right = "答案和正文都是742条。"
    how = "核对台账，改答案或改正文；可以用答案中的数自动改正正文。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each number that is not the answer; one that is the answer to another question is let be."""
        if not context.answers_known:
            return
        facts = context.report.facts
        for piece in pieces(context.report):
            for sentence in sentences(piece.text):
                for told in (*_told(sentence), *_items(sentence, facts)):
                    answer = _answer(told, facts)
                    if answer is None or told.quantity.value == answer.value:
                        continue
                    if told.quantity.value not in _near(told.fact, facts):
                        yield self._found(piece, told, answer)

    def _found(self, piece: Piece, told: _Told, answer: Quantity) -> Finding:
        place = told.quote.rfind(told.digits)
        new = f"{told.quote[:place]}{answer}{told.quote[place + len(told.digits) :]}"
        once = piece.text.count(told.quote) == 1
        fix = Fix(f"把“{told.digits}”改为“{answer}”", piece.where, old=told.quote, new=new) if once else None
        name = FACTS[told.fact].label if told.fact in FACTS else told.fact
        message = f"正文写“{told.quote}”，“{name}”填报的是{answer}，两处不一致。"
        return self.finding(piece.where, message, told.quote, fix)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def _told(sentence: str) -> tuple[_Told, ...]:
    plain = normalise(sentence)
    return tuple(
        told
        for fact, gate, pattern in _PATTERNS
        if gate in plain
        for match in _compiled(pattern).finditer(plain)
        if (told := _read(fact, match, sentence))
    )


def _items(sentence: str, facts: Mapping[str, Value]) -> Iterator[_Told]:
    """The local items of the organ, by their names."""
    items = facts.get("platform.items", ())
    for item in items if isinstance(items, tuple) else ():
        if isinstance(item, LocalItem) and item.name in sentence:
            pattern = rf"{re.escape(item.name)}{_IS}{_N}{re.escape(item.unit)}"
            for match in re.finditer(pattern, normalise(sentence)):
                told = _read(item.name, match, sentence)
                if told:
                    yield told


def _read(fact: str, match: re.Match[str], sentence: str) -> _Told | None:
    number = read_quantity(match["n"])
    clause = re.split("[，。；：]", sentence[: match.start()])[-1]
    if number is None or re.search("去年|上年|同期", clause):
        return None
    digits = sentence[match.start("n") : match.end("n")]
    return _Told(fact, number, digits, sentence[match.start() : match.end()])


def _answer(told: _Told, facts: Mapping[str, Value]) -> Quantity | None:
    """The answer that the words are about; an approximate one answers only for approximate words."""
    value = facts.get(told.fact)
    if told.fact not in FACTS:
        items = facts.get("platform.items", ())
        named = (i for i in (items if isinstance(items, tuple) else ()) if isinstance(i, LocalItem))
        value = next((item.quantity for item in named if item.name == told.fact), None)
    return value if isinstance(value, Quantity) and value.exact is told.quantity.exact else None


def _near(fact: str, facts: Mapping[str, Value]) -> set[int]:
    """The other answers of the same topic and unit, where the words may mean one of them."""
    if fact not in _AMBIGUOUS:
        return set()
    own = FACTS[fact]
    others = [
        one.id for one in FACTS.values() if (one.topic, one.unit) == (own.topic, own.unit) and one != own
    ]
    return {value.value for one in others if isinstance(value := facts.get(one), Quantity)}
