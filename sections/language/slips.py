"""Typing slips that can be known for certain: doubled words, half-width marks, unmatched brackets.

Pure functions of strings, all cached, because the same paragraphs are looked at after every key press."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sections.language.sentences import LEAST_SENTENCE


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at ``start``: the words there, and what they should be (empty: only a person can say)."""

    start: int
    found: str
    mend: str = ""
    certain: bool = True
    """Whether no right sentence can read so."""


_HAN: Final = r"[\u3400-\u9fff]"
_DOUBLED: Final[tuple[tuple[str, str, str], ...]] = (
    ("的的", r"(?<![目标靶似])的的(?![确士])", "的"),
    ("了了", r"(?<!受)了了(?![解然结])", "了"),
    ("和和", r"(?<![总温饱缓附共])和和(?![气平睦美谐])", "和"),
    ("与与", r"(?<![参赋给])与与(?![会时])", "与"),
    ("我局我局", r"我局我局", "我局"),
    ("公开公开", r"公开公开", "公开"),
    ("中全全会", r"(?<=中)全全会", "全会"),
    ("工作工作", r"工作工作(?![人者量室站组日队])", "工作"),
    ("信息信息", r"信息信息(?!化|量|源)", "信息"),
    ("申请申请", r"申请申请(?!人|表|书|量|公开)", "申请"),
    ("是是", r"(?<![不还但或可就凡都总正又便先])是是(?!否|非)", "是"),
    ("在在", r"(?<![存现实潜内自所正旨好])在在", "在"),
    ("及及", r"(?<![以普涉波顾触兼])及及(?![时格早第])", "及"),
    ("不不", r"(?<![无莫得])不不(?!是|得|能|可)", "不"),
    ("对对", r"(?<![面针应相核校比绝反])对对(?![照比口子])", "对"),
    ("被被", r"被被(?![子告申])", "被"),
    ("、，", r"、，", "，"),
    ("，", r"，[，、]+(?!。)", "，"),
    ("、、", r"、、+", "、"),
    ("；；", r"；；+", "；"),
    ("：：", r"：：+", "："),
    (
        "。",
        r"。[。，、；：]+|(?<!电话)(?<!传真)(?<!邮编)(?<!编码)(?<!地址)(?<!邮箱)(?<!网址)[，、；：]+。",
        "。",
    ),
    ("；", r"[，、]；|；[，、]", "；"),
)
"""What must stand in the text for it to be worth looking, the slip, and what it should be."""
_TWICE: Final = (
    "严格|认真|切实|积极|及时|加强|完善|开展|进行|提升|提高|强化|深入|持续|不断|全面|有效|结合|按照|根据|通过"
)
_AGAIN: Final = re.compile(rf"((?![〇零一二三四五六七八九十百千万亿]){_HAN}{{3,8}}|{_TWICE})\1")
"""Three characters and more, twice in a row; of two those that begin no noun (规范规范性文件 is right)."""
_TWO_AGAIN: Final = re.compile(
    rf"(?<!人民)((?![〇零一二三四五六七八九十百千万亿]){_HAN}{_HAN})\1(?![性化人员者率度权法局部书费量表会处所级类件机力式型])"
)
"""Any two characters twice in a row: 研究研究 and 规范规范性文件 are right, so that it is only a hint. Behind
人民 政府政府信息 is no slip at all."""
_STUTTER: Final = re.compile(
    "|".join(
        f"{word}{word[-1]}(?![{behind}，。；、])"
        for word, behind in (
            {
                "提高": "效质水标层端新精度低频校龄品",
                "加强": "化度力制项军",
                "完善": "待举意后",
                "健全": "面力程员年市县省区局国体民部镇乡文",
                "落实": "际施效事地时现在名物体行",
                "推进": "一度行展入步程口",
                "规范": "围本文畴例",
                "强化": "解工学肥验",
                "优化": "解工学",
                "深化": "解工学",
                "答复": "议核查审印工",
                "监督": "促办导查察",
                "培训": "练诫",
                "严格": "式局言外",
                "听取": "之于得消证用",
                "检查": "找询清处看明实阅验收封获扣",
                "考核": "查对心算定实准酸",
                "群众": "多人所望志",
                "机制": "定度造作约裁止服图订",
            }
        ).items()
    )
)
"""「提高高工作质量」: a common word with its last character twice, where no other word begins with it."""
_STAMMER: Final = re.compile(
    "(?<![信衣克舒制佩征折收说降])服服务|(?<=[不更公发布])及及时|公公开(?!展|始|放)|(?<![微相威诚守通书电短来回])信信息|申申请"
    "|(?<![回解问应报对])答答复|监监督|培培训|(?<![体机法编建控限管专定])制制度|(?<![职员分手施])工工作|(?<![受审抽自巡])检检查|群群众"
)
"""The first character of a word twice, where no word ends with it."""
_TAIL: Final = re.compile(rf"{_HAN}({_HAN})\1(?=[，。；、])")
"""「有待提高高。」: the last character of a clause twice."""
REDUPLICATED: Final = frozenset(
    "人常渐刚往处层步天年月户家个条件样种等多频屡时事细牢紧深大好慢早远久默悄纷统偏恰仅每代村看试想谢妈爸星宝公婆奶爷"
    "落累匆绵洋堂彬欣翩比项次份张声点滴句字一二三四五六七八九十零〇千万百亿"
)
_HALF: Final = re.compile(rf"(?<={_HAN})[,;:!?](?={_HAN})|(?<={_HAN})\.(?=$|\n|{_HAN})")
_FULL: Final = dict(zip(",;:!?.", "，；：！？。", strict=True))
_ONE_TO_TEN: Final = "[一二三四五六七八九十]{1,2}"
_ENUMERATION: Final = re.compile(rf"(?:^|(?<=[。；：，、\s]))(?:[0-9]{{1,2}}|{_ONE_TO_TEN}|[a-zA-Z])[）)]")
_PARTNERS: Final = dict(zip("）》】〕」』”〉", "（《【〔「『“〈", strict=True))
_MARKS: Final = re.compile(f"[{''.join(_PARTNERS)}{''.join(_PARTNERS.values())}]")
_HEADING: Final = re.compile(rf"\s*(?:[（(]{_ONE_TO_TEN}[）)]|{_ONE_TO_TEN}、|[0-9]{{1,2}}[.．、])")
_END: Final = re.compile(r"[。！？；：…—!?;:.”’」』）)》〉】\]]\s*$")
_REMARK_AT_END: Final = re.compile(r"[^。！？；：…，、（(](?:[（(][^（()）。]*[)）])\s*$")
"""A remark in brackets that belongs to the sentence before it: the full stop stands behind it."""
_CLAUSE_ENDS: Final = frozenset("，。；：\n")
_LONGEST_HEADING: Final = 40


@lru_cache(maxsize=2048)
def doubled(text: str) -> tuple[Slip, ...]:
    """Words and marks that stand twice (的的, 。。) or stand in one another's way (，。)."""
    slips = [
        Slip(match.start(), match[0], mend)
        for gate, pattern, mend in _DOUBLED
        if gate in text
        for match in re.finditer(pattern, text)
    ]
    known = {slip.start for slip in slips}
    slips += [
        Slip(match.start(), match[0], match[1])
        for match in _AGAIN.finditer(text)
        if match.start() not in known
    ]
    known = {place for slip in slips for place in range(slip.start, slip.start + len(slip.found))}
    slips += [
        Slip(match.start(), match[0], match[1], certain=False)
        for match in _TWO_AGAIN.finditer(text)
        if match[1][0] != match[1][1] and known.isdisjoint(range(*match.span()))
    ]
    slips += [
        Slip(match.start(), match[0], match[0][:-1], certain=False)
        for match in _STUTTER.finditer(text)
        if known.isdisjoint(range(*match.span()))
    ]
    slips += [
        Slip(match.start(), match[0], match[0][1:], certain=False)
        for match in _STAMMER.finditer(text)
        if known.isdisjoint(range(*match.span()))
    ]
    slips += [
        Slip(match.start(1), match[0][1:], match[1], certain=False)
        for match in _TAIL.finditer(text)
        if match[1] not in REDUPLICATED and match.start(1) not in known
    ]
    return tuple(sorted(slips, key=lambda slip: slip.start))


@lru_cache(maxsize=2048)
def half_width(text: str) -> tuple[Slip, ...]:
    """Half-width marks between Chinese characters."""
    return tuple(Slip(m.start(), m[0], _FULL[m[0]]) for m in _HALF.finditer(text))


@lru_cache(maxsize=2048)
def unmatched(text: str) -> tuple[Slip, ...]:
    """Brackets and quotation marks without their partner; 「1）」 of an enumeration needs none."""
    plain = _ENUMERATION.sub(lambda m: " " * len(m[0]), text).replace("(", "（").replace(")", "）")
    waiting: list[tuple[str, int]] = []
    slips = []
    for match in _MARKS.finditer(plain):
        c, place = match[0], match.start()
        if c not in _PARTNERS:
            waiting.append((c, place))
        elif waiting and waiting[-1][0] == _PARTNERS[c]:
            waiting.pop()
        else:
            slips.append(Slip(place, text[place]))
    slips += [Slip(place, text[place]) for _, place in waiting]
    return tuple(sorted(slips, key=lambda slip: slip.start))


@lru_cache(maxsize=2048)
def unended(text: str) -> tuple[Slip, ...]:
    """Paragraphs of whole sentences whose last one has no closing mark; headings need none."""
    return tuple(_unended(text))


def _unended(text: str) -> Iterator[Slip]:
    place = 0
    for line in text.split("\n"):
        words = line.rstrip()
        whole = len(words) > LEAST_SENTENCE and re.search("[，。；]", words)
        heading = _HEADING.match(words) and "。" not in words and len(words) <= _LONGEST_HEADING
        if whole and not heading and not (_END.search(words) and not _REMARK_AT_END.search(words)):
            tail = words[-LEAST_SENTENCE:]
            yield Slip(place + len(words) - len(tail), tail, f"{tail.rstrip('，、,')}。")
        place += len(line) + 1


def excerpt(text: str, start: int, length: int = 1, around: int = 24) -> str:
    """The clause around the words at ``start``, to quote the place; of a long one what is nearest."""
    left = start
    while left and start - left < around and text[left - 1] not in _CLAUSE_ENDS:
        left -= 1
    right = start + length
    while right < len(text) and right - start - length < around and text[right] not in _CLAUSE_ENDS:
        right += 1
    return text[left:right]
