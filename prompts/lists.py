"""Typed choices and lists: by number or by name, and local items with their numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from prompts.numbers import MEASURES, read_count
from prompts.question import Choice
from prompts.typed import LAST_YEAR, NotUnderstood, quote
from sections.language.numerals import normalise
from sections.report.values import LocalItem

TOPIC_NAMES: Final = {
    "proactive": "主动公开",
    "requests": "依申请公开",
    "management": "政府信息管理",
    "platform": "平台建设",
    "supervision": "监督保障",
}
"""Topic of part one -> how it is written behind a local item."""

LONGEST_PART: Final = 200
LONGEST_LINE: Final = 1000
MOST_PARTS: Final = 50

_HARD: Final = re.compile(r"[；;\n]")
_SOFT: Final = re.compile(r"[、，,]")
_ORDINAL: Final = r"(?:第?[一二三四五六七八九十]+是)"
_BULLET: Final = re.compile(
    rf"^(?:{_ORDINAL}[，,：:]?|[（(][0-9一二三四五六七八九十]+[)）]|[0-9]{{1,2}}(?:[.．](?![0-9])|[)）、])"
    r"|[一二三四五六七八九十]+、|[①-⑳]|[•·●*-] )\s*"
)
_NUMBERS: Final = re.compile(r"[0-9]{1,3}(?:[ 、，,；;\n和及]+[0-9]{1,3})*[。.]?")
_POINTED: Final = re.compile(r"[0-9](?:\.[0-9])+\.?")
_ALL: Final = frozenset({"全部", "都有", "全选", "以上全部", "以上都有", "所有", "全都有"})

_DIGIT: Final = "0-9〇零一二两三四五六七八九十百千万亿"
_TOPIC: Final = rf"(?: ?[（(](?P<topic>{'|'.join(TOPIC_NAMES.values())})[)）])?"
_ITEM: Final = re.compile(
    rf"(?P<name>.*[^{_DIGIT}余多.,，' ：:])(?P<gap>[ ：:，,]*)(?P<number>[{_DIGIT}][{_DIGIT}余多.,，']*) ?"
    rf"(?P<unit>[^{_DIGIT}余多.,，' ：:（）()]{{1,8}}){_TOPIC}"
)
_AGAINST: Final = re.compile(rf"(?:比|较|与|同){LAST_YEAR}|同比|环比")
_APPROXIMATE: Final = re.compile(r"(?:约|近|超过|超|逾)$")


def numbers_of(text: str) -> tuple[int, ...]:
    """「1、3」 as (1, 3); empty when the text is no list of numbers."""
    typed = normalise(text)
    if _NUMBERS.fullmatch(typed) is None:
        return ()
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"[0-9]+", typed)))


def numbers_among(text: str, choices: Sequence[object]) -> tuple[int, ...]:
    """As ``numbers_of``, also with points between the numbers; and of up to nine choices digit by digit,
    「13」, where that is the number of none."""
    typed = normalise(text).strip()
    if _POINTED.fullmatch(typed):
        typed = typed.replace(".", "、").rstrip("、")
    numbers = numbers_of(typed)
    if len(numbers) == 1 and len(choices) < min(numbers[0], 10):
        digits = tuple(dict.fromkeys(int(digit) for digit in str(numbers[0])))
        if len(digits) > 1 and all(1 <= digit <= len(choices) for digit in digits):
            return digits
    return numbers


def by_number(number: int, choices: Sequence[Choice]) -> str:
    """The choice with that number, from 1; raises ``NotUnderstood`` where there is none."""
    if not 1 <= number <= len(choices):
        raise NotUnderstood(f"没有第{number}项，请输入1到{len(choices)}之间的序号，或者直接写出内容。")
    return choices[number - 1].value


def by_name(text: str, choices: Iterable[Choice], exactly: bool = False) -> str | None:
    """The choice of that name, or the only one whose name has ``text`` in it.

    Unless ``exactly``, also the only one whose name is part of ``text``, where that denies nothing."""
    names = [choice.value for choice in choices]
    if text in names:
        return text
    longer = not exactly and not re.search("[没未不非无]", text)
    near = [name for name in names if text in name or (longer and name in text)]
    return near[0] if len(near) == 1 else None


def read_list(text: str, choices: Sequence[Choice] = ()) -> tuple[str, ...]:
    """A list in one's own words, separated by semicolons or line breaks, or else by commas and 、.

    With ``choices`` (phrases with commas of their own) only semicolons, line breaks and full stops separate,
    and the choices may be named by number. Raises ``NotUnderstood``."""
    if choices and (numbers := numbers_among(text, choices)):
        return tuple(by_number(number, choices) for number in numbers)
    if choices:
        text = re.sub(rf"(?<=[，,；;。]) *(?={_ORDINAL})", "；", text).replace("。", "；")
    soft = _SOFT if not choices and not _HARD.search(text) else _HARD
    parts = [_bare(part) for part in soft.split(text)]
    named = [_numbered(part, choices) for part in parts if part]
    if not named:
        raise NotUnderstood(f"没看懂{quote(text)}，请写出内容，几个之间用分号“；”隔开。")
    return _checked(dict.fromkeys(named))


def _bare(part: str) -> str:
    return _BULLET.sub("", part.strip()).strip(" 。，,、")


def _numbered(part: str, choices: Sequence[Choice]) -> str:
    if not part.isdecimal():
        return part
    if choices:
        return by_number(int(normalise(part[:4])), choices)
    raise NotUnderstood(f"{quote(part)}是一个数，这里要写名称，几个之间用分号“；”隔开。")


def _checked(parts: Iterable[str]) -> tuple[str, ...]:
    kept = tuple(parts)
    if len(kept) > MOST_PARTS:
        raise NotUnderstood(f"一共写了{len(kept)}项，太多了，请保留最主要的，不超过{MOST_PARTS}项。")
    long = next((part for part in kept if len(part) > LONGEST_PART), None)
    if long is not None:
        raise NotUnderstood(f"{quote(long)}这一项太长，请控制在{LONGEST_PART}个字以内。")
    return kept


def read_choices(text: str, choices: Sequence[Choice], own: bool) -> tuple[str, ...]:
    """Several choices by number or name, others too where ``own``. Raises ``NotUnderstood``."""
    if text.rstrip("。") in _ALL:
        return tuple(choice.value for choice in choices)
    if numbers := numbers_among(text, choices):
        return tuple(by_number(number, choices) for number in numbers)
    hard = _HARD.search(text)
    parts = [_bare(part) for part in (_HARD if hard else _SOFT).split(text)]
    return _checked(dict.fromkeys(_one_of(part, choices, own) for part in parts if part))


def _one_of(part: str, choices: Sequence[Choice], own: bool) -> str:
    if part.isdecimal():
        return by_number(int(normalise(part[:4])), choices)
    name = by_name(part, choices, exactly=own)
    if name is None and not own:
        raise NotUnderstood(f"没有{quote(part)}这一项，请从{names_of(choices)}中选择，可以输入序号。")
    return name or part


def names_of(choices: Iterable[Choice]) -> str:
    """The choices as they are listed in a sentence."""
    return "、".join(f"“{choice.value}”" for choice in choices)


def read_items(text: str) -> tuple[LocalItem, ...]:
    """「惠民惠农财政补贴公示 15 项；…」: names, numbers, units; raises ``NotUnderstood``."""
    joined = re.sub(r"(?<=[0-9]) +(?=[万亿千百余多])", "", normalise(text))
    lines = [_bare(line) for line in _HARD.split(joined)]
    items = tuple(_item(part) for line in lines if line for part in _parts(line))
    names = [item.name for item in items]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise NotUnderstood(f"{quote(double)}写了两次，同名的数据请合并成一项。")
    _checked(names)
    return items


def _parts(line: str) -> Iterator[str]:
    """The items of a line; a comma or 、 separates two where an item is complete before it."""
    if len(line) > LONGEST_LINE:
        raise NotUnderstood(f"{quote(line)}这一行太长，请用分号“；”把各项隔开。")
    held = ""
    for piece in re.split(r"(、|[，,](?![0-9]{3}(?![0-9])))", line):
        if piece in {"、", "，", ","} and _is_complete(held):
            yield held
            held = ""
        else:
            held += piece
    if held.strip():
        yield held.strip()


def _is_complete(text: str) -> bool:
    match = _ITEM.fullmatch(text)
    return match is not None and (match["unit"] in MEASURES or " " in match["gap"])


def _item(part: str) -> LocalItem:
    match = _ITEM.fullmatch(part)
    example = "例如“惠民惠农财政补贴公示 15 项”"
    if match is None:
        raise NotUnderstood(f"没看懂{quote(part)}，请按“名称 数字 单位”来写，{example}。")
    name, number = match["name"], match["number"]
    if not match["gap"] and (about := _APPROXIMATE.search(name)):
        name, number = name[: about.start()].rstrip("：:，, "), about[0] + number
    if not name:
        raise NotUnderstood(f"{quote(part)}缺少名称，请按“名称 数字 单位”来写，{example}。")
    if _AGAINST.match(name):
        raise NotUnderstood(f"与去年的比较会自动算出，{quote(part)}不用写，只写今年的数，{example}。")
    quantity = read_count(number, match["unit"], example="15")
    topic = next((key for key, label in TOPIC_NAMES.items() if label == match["topic"]), "platform")
    return LocalItem(name, quantity, match["unit"], topic)
