"""What the clerk typed as a value, or one clear sentence why not; values as they are shown and typed back."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from prompts.interview import QuestionInstance
from prompts.lists import (
    TOPIC_NAMES,
    by_name,
    by_number,
    names_of,
    numbers_of,
    read_choices,
    read_items,
    read_list,
)
from prompts.narrative.phrases import is_sentence
from prompts.numbers import read_amount, read_cell, read_count
from prompts.typed import NotUnderstood, as_last, clean, is_nothing, last_or_refuse, quote
from prompts.wording_checks import refuse_unprintable, refuse_wordless
from sections.language.numerals import chinese_number, normalise
from sections.report.values import Kind, LocalItem, Quantity, Value

__all__ = ["NotUnderstood", "read_amount", "read_answer", "read_cell", "show"]

LONGEST_TEXT: Final = 500
LONGEST_PARAGRAPH: Final = 5000
LONGEST_ANSWER: Final = 20_000


def read_answer(one: QuestionInstance, text: str, last: Value | None = None) -> Value:
    """The value that ``text`` gives the question ``one``; raises ``NotUnderstood``.

    ``last`` is last year's value, for 「同去年」 and 「比去年多8」."""
    question = one.question
    if question.kind is Kind.COUNT:
        return read_count(text, question.unit, last, _example(one, "12"))
    typed = clean(text[: 2 * LONGEST_ANSWER])
    if len(typed) > LONGEST_ANSWER:
        raise NotUnderstood(f"写了{len(text)}个字，太长了，请分开填写或者删减。")
    if not typed:
        raise NotUnderstood("还没有输入内容，请输入答案，或者输入“/跳过”。")
    if as_last(typed):
        return last_or_refuse(typed, last, "请直接写出来")
    refuse_unprintable(typed)
    return _READERS[question.kind](one, typed)


def _example(instance: QuestionInstance, otherwise: str) -> str:
    return next((example for example in instance.question.examples if not is_nothing(example)), otherwise)


def _amount(instance: QuestionInstance, typed: str) -> Value:
    return read_amount(typed, instance.question.unit)


_YES: Final = (
    "是 是的 有 有的 对 对的 嗯 好 好的 要 需要 已 已开展 开展 开展了 开展过 做了 都是 均是 全部 全是"
    " 都 均 都有 y yes true √ ✓ 1"
)
_NO: Final = (
    "否 不是 不 不对 没 没有 没有的 无 未 未开展 没开展 没有开展 没做 不要 不需要 不用"
    " 不全是 不都是 n no false × ✗ 0 2"
)
_FLAGS: Final = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)


def _flag(_: QuestionInstance, typed: str) -> Value:
    word = normalise(typed).rstrip("。.!！").casefold()
    if word not in _FLAGS:
        raise NotUnderstood(f"没看懂{quote(typed)}，这里请回答“是”或“否”。")
    return _FLAGS[word]


def _choice(instance: QuestionInstance, typed: str) -> Value:
    choices, own = instance.choices(), instance.question.own_choice
    if numbers := numbers_of(typed):
        if len(numbers) > 1:
            raise NotUnderstood(f"这里只能选一项，{quote(typed)}写了{len(numbers)}项，请只输入一个序号。")
        return by_number(numbers[0], choices)
    word = typed.strip(" 。")
    if own:
        return (by_name(word, choices, exactly=True) if len(word) > 2 else None) or _text(instance, typed)
    name = by_name(word, choices)
    if name is None:
        raise NotUnderstood(f"没有{quote(typed)}这一项，请从{names_of(choices)}中选一项，可以输入序号。")
    return name


def _choices(instance: QuestionInstance, typed: str) -> Value:
    if is_nothing(typed):
        if instance.question.required:
            raise NotUnderstood(f"这里至少要选一项，例如“{_example(instance, '1')}”。")
        return ()
    return _worded(read_choices(typed, instance.choices(), instance.question.own_choice), instance)


def _worded(parts: tuple[str, ...], instance: QuestionInstance) -> tuple[str, ...]:
    """The parts of a list, each in words."""
    known = {choice.value for choice in instance.choices()}
    for part in parts:
        if part not in known:
            example = next((choice.value for choice in instance.choices()), _example(instance, "写出名称"))
            refuse_wordless(part, example, required=instance.question.required)
    return parts


_SHAPES: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "profile.postcode": (re.compile(r"[0-9]{6}"), "邮政编码是六位数字，例如“100000”"),
    "profile.telephone": (
        re.compile(r"(?=(?:[^0-9]*[0-9]){5})[0-9()（） 、,，；;转+-]+"),
        "电话只写数字，区号后用短横线，例如“010-12345678”",
    ),
    "profile.email": (
        re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z0-9]+"),
        "电子邮箱的写法例如“xxgk@example.gov.cn”",
    ),
}
"""Fields that have a form of their own, and what to say where it is not kept."""


_SENTENCES: Final = frozenset(
    {"supervision.assessment", "supervision.social_evaluation", "supervision.accountability"}
)
"""Free answers that are printed as sentences: a bare number is none."""


def _text(instance: QuestionInstance, typed: str) -> Value:
    line = "".join(typed.split("\n"))
    if is_nothing(line):
        return _no_text(instance)
    choices = instance.choices()
    if choices and (numbers := numbers_of(line)):
        return "，".join(by_number(number, choices) for number in numbers)
    if instance.item:
        line = re.sub(
            r"^(?:[一二三四五六七八九十]是|[（(][0-9]+[)）]|[0-9]+[.．、](?![0-9]))[，,：:]?\s*", "", line
        )
    line = line.rstrip("。；;，,、 ")
    if len(line) > LONGEST_TEXT:
        raise NotUnderstood(f"写了{len(line)}个字，有些长了，请控制在{LONGEST_TEXT}个字以内。")
    if not line or (instance.question.id in _SENTENCES and not is_sentence(line)):
        raise NotUnderstood(f"没看懂{quote(typed)}，请写出内容，例如“{_example(instance, '无')}”。")
    if instance.question.id not in _SHAPES:
        refuse_wordless(line, _example(instance, "写成一句话"), required=instance.question.required)
    return _shaped(instance.question.id, line)


def _no_text(one: QuestionInstance) -> str:
    if one.question.required:
        raise NotUnderstood(f"这一项必须写明，不能填“无”，例如“{_example(one, '写成一句完整的话')}”。")
    return ""


def _shaped(field: str, line: str) -> str:
    if field not in _SHAPES:
        return line
    pattern, right = _SHAPES[field]
    value = normalise(line).replace("－", "-").replace("—", "-")
    if not pattern.fullmatch(value):
        raise NotUnderstood(f"{quote(line)}不像是对的，{right}。")
    return value


_NOTHING_MORE: Final = re.compile(r"(?:本年度?|今年)?(?:无|没有|暂无)其[他它](?:需要报告的)?(?:事项|情况)")


def _paragraph(one: QuestionInstance, typed: str) -> Value:
    if is_nothing(typed) or _NOTHING_MORE.fullmatch(typed.rstrip("。")):
        return ""
    text = "\n".join(line for line in typed.split("\n") if line)
    if len(text) > LONGEST_PARAGRAPH:
        raise NotUnderstood(f"写了{len(text)}个字，太长了，请控制在{LONGEST_PARAGRAPH}个字以内。")
    refuse_wordless(text, _example(one, "写成完整的句子"), required=one.question.required)
    return text


def _list(instance: QuestionInstance, typed: str) -> Value:
    if _ONLY_COUNTED.fullmatch(normalise(typed)):
        raise NotUnderstood(f"{quote(typed)}只是一个数目", "这里要写名称，没有就填“无”。")
    return () if is_nothing(typed) else _worded(read_list(typed, instance.choices()), instance)


_ONLY_COUNTED: Final = re.compile(
    r"(?:共|有)?(?:[0-9]{1,6}|[一二两三四五六七八九十百]{1,4})(?:个|件|项|份|次|场|条|篇|部|家)"
)


def _items(_: QuestionInstance, typed: str) -> Value:
    return () if is_nothing(typed) else read_items(typed)


_DATE: Final = re.compile(
    r"([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})[日号]?|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BETWEEN: Final = re.compile(r"(?<=[0-9])(?: *[—–―、，,] *| +)(?=[0-9])")
"""What stands between year, month and day besides."""


def _date(asked: QuestionInstance, typed: str) -> Value:
    """A day as ``2026-01-20``."""
    such = f"例如“{_example(asked, '2026年1月20日')}”"
    plain = re.sub(
        r"[〇零一二三四五六七八九十]+",
        lambda found: str(number) if (number := chinese_number(found[0])) is not None else found[0],
        _BETWEEN.sub("-", normalise(typed)).replace(" ", "").rstrip("。"),
    )
    match = _DATE.fullmatch(plain)
    if match is None:
        raise NotUnderstood(f"没看懂{quote(typed)}，请写出年、月、日，{such}。")
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        date = dt.date(year, month, day)
    except ValueError as error:
        raise NotUnderstood(f"没有{quote(typed)}这一天，请核对后再填，{such}。") from error
    if not 2008 <= year <= 2100:
        raise NotUnderstood(f"{quote(typed)}的年份不对，请核对后再填，{such}。")
    return date.isoformat()


def _table(_: QuestionInstance, __: str) -> Value:
    raise NotUnderstood("这一题请在表格里填写。")


_READERS: Final[Mapping[Kind, Callable[[QuestionInstance, str], Value]]] = {
    Kind.AMOUNT: _amount,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TEXT: _text,
    Kind.PARAGRAPH: _paragraph,
    Kind.LIST: _list,
    Kind.ITEMS: _items,
    Kind.DATE: _date,
    Kind.TABLE: _table,
}


def show(value: Value, unit: str = "") -> str:
    """A value as it is displayed, and as it can be typed back: ``read_answer`` of it gives the value again.

    What is empty is 「无」; lists are separated by semicolons, since their parts may have commas."""
    match value:
        case bool():
            return "是" if value else "否"
        case Quantity() | int():
            return f"{value} {unit}".rstrip()
        case Decimal():
            return f"{value:f} {unit}".rstrip()
        case str():
            return _shown_text(value)
    parts = [_shown_item(part) if isinstance(part, LocalItem) else part for part in value]
    if len(parts) == 1 and isinstance(value[0], str) and re.search(r"[、，,]", parts[0]):
        return f"{parts[0]}；"
    return "；".join(parts) or "无"


def told(value: Value, unit: str = "") -> str:
    """A value as it is told, without the mark that only typing it back needs."""
    return show(value, unit).removesuffix("；")


def _shown_text(value: str) -> str:
    if date := _ISO.fullmatch(value):
        year, month, day = (int(part) for part in date.groups())
        return f"{year}年{month}月{day}日"
    return value or "无"


def _shown_item(item: LocalItem) -> str:
    topic = f"（{TOPIC_NAMES[item.topic]}）" if item.topic in TOPIC_NAMES and item.topic != "platform" else ""
    return f"{item.name} {item.quantity} {item.unit}{topic}"
