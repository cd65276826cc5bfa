"""Typed numbers: counts with measure words and changes against last year, cells of tables, and money."""

import re
from decimal import Decimal
from typing import Final, NoReturn

from prompts.typed import LAST_YEAR, NotUnderstood, as_last, clean, is_nothing, last_or_refuse, quote
from sections.form.elements import Measure
from sections.language.numerals import normalise, read_decimal, read_quantity
from sections.report.values import LARGEST_COUNT, Quantity, Value

_MEASURES: Final = (
    "条 件 个 次 篇 场 期 项 人次 人 名 位 份 则 家 处 部 批 起 宗 例 幅 段 集 号 回 遍 轮 本 册 户 类"
    " 批次 件次 场次 条次"
)
MEASURES: Final = frozenset(_MEASURES.split())
"""Measure words that people use for one another; any is taken for the question's own."""

_DIGIT: Final = "0-9〇零一二两三四五六七八九十百千万亿"
_ABOUT: Final = "(?:大约|大概|约|近|超过|超|逾)?"
_COUNT: Final = re.compile(
    r"(?:(?:今年|本年度?|全年|一年)?(?:一共|总共|共计|合计|总计|共有|共|有)?(?:是|为)?)(?P<sign>[-−+]|新增|加)?"
    rf"(?P<number>{_ABOUT}[{_DIGIT}](?:[{_DIGIT},，'. 余多]*[{_DIGIT}余多])?)"
    rf"(?P<unit>[^{_DIGIT}余多,，'.]*?)(?P<late>左右|上下|以上)?"
)
_CHANGE: Final = re.compile(
    rf"(?P<against>(?:比|较|同比|与|和|跟|在)?{LAST_YEAR}?(?:同期)?(?:相比|的?基础上)?)"
    r"(?P<way>增加|增长|新增|上升|多|增|加|\+|减少|下降|降低|少|减|-|−)了?(?P<rest>.+)"
)
_DOWN: Final = frozenset({"减少", "下降", "降低", "少", "减", "-", "−"})
_RATIO: Final = re.compile(r"[%‰倍成番半]|百分之|翻")
_AMOUNT: Final = re.compile(
    r"(?:一共|共计|合计|共)?(?P<yuan>人民币|RMB|rmb|[¥￥])?(?P<sign>[-−]?)"
    rf"(?P<number>[{_DIGIT}](?:[{_DIGIT},，'. ]*[{_DIGIT}])?)(?P<suffix>元整?|块钱?)?"
)
_LONGEST: Final = 60
"""Characters; longer texts are no number."""
_LONGEST_TYPED: Final = 400
_YUAN: Final = {"元": 1, "万元": 10_000}
_PLACES: Final = {"元": 2, "万元": 6}
"""Decimal places down to 分."""


def _tidy(text: str) -> str:
    """Half-width, without the spaces around units and without a final full stop."""
    text = normalise(clean(text[:_LONGEST_TYPED])).strip().rstrip("。.!！")
    return re.sub(r"\s+(?![0-9])|(?<![0-9])\s+", "", text)


def read_count(text: str, unit: str = "", last: Value | None = None, example: str = "12") -> Quantity:
    """A count as typed: exact, approximate, nothing, as last year, or so many more or fewer than then.

    Raises ``NotUnderstood``."""
    typed = _tidy(text)
    if not typed:
        raise NotUnderstood(f"还没有输入内容，请填一个数，例如“{example}”，没有就填“无”。")
    if is_nothing(typed):
        return Quantity(0)
    if len(typed) > _LONGEST:
        _refuse(typed, unit, example)
    if as_last(typed) or typed in {"持平", "不变", "没变化", "没有变化"}:
        return _last_count(text, last, f"请直接填今年的数，例如“{example}”")
    change = _CHANGE.fullmatch(typed)
    if change is not None and not (typed[0] in "-−+" or change["against"] + change["way"] in {"加", "新增"}):
        return _changed(text, change, unit, last, example)
    return _plain(typed, unit, example)


def _last_count(text: str, last: Value | None, instead: str) -> Quantity:
    known = last if isinstance(last, Quantity) else None
    value = last_or_refuse(text, known, instead)
    assert isinstance(value, Quantity)
    return value


def _changed(text: str, change: re.Match[str], unit: str, last: Value | None, example: str) -> Quantity:
    if _RATIO.search(change["rest"]):
        raise NotUnderstood(f"按{quote(text)}算不出准确的数，请直接填今年的数，例如“{example}”。")
    by = _plain(change["rest"], unit, example)
    instead = f"请直接填今年的数，例如“{example}”"
    before = _last_count(text, last, instead)
    if not (before.exact and by.exact):
        vague = f"去年的“{before}”" if not before.exact else f"“{by}”"
        raise NotUnderstood(f"{vague}不是准确的数，没法加减，{instead}。")
    value = before.value + (-by.value if change["way"] in _DOWN else by.value)
    if value < 0:
        raise NotUnderstood(f"去年是{before.value}{unit}，不可能再少{by.value}{unit}，{instead}。")
    return _bounded(Quantity(value), text, example)


def _plain(typed: str, unit: str, example: str) -> Quantity:
    match = _COUNT.fullmatch(typed)
    if match is None:
        _refuse(typed, unit, example)
    _check_sign(match["sign"], typed, example)
    _check_measure(match["unit"], match["number"], typed, unit, example)
    number = re.sub("大约|大概", "约", match["number"]) + (match["late"] or "").replace("上下", "左右")
    quantity = read_quantity(number)
    if quantity is None:
        _refuse(number, unit, example)
    return _bounded(quantity, typed, example)


def _check_sign(sign: str | None, typed: str, example: str) -> None:
    if sign in {"+", "新增", "加"}:
        bare = typed.partition(sign)[2]
        raise NotUnderstood(f"看不出{quote(typed)}是今年的数还是增加的数，请写“{bare}”或者“比去年多{bare}”。")
    if sign:
        raise NotUnderstood(f"{quote(typed)}是负数，这里的数不会小于0，请核对后再填，例如“{example}”。")


def _check_measure(measure: str, number: str, typed: str, unit: str, example: str) -> None:
    if not measure or measure == unit or measure in MEASURES:
        return
    if unit and measure.startswith(unit):
        raise NotUnderstood(f"{quote(typed)}里有多余的字，只填数和单位就好，例如“{number}{unit}”。")
    wanted = f"这里要填多少{unit}" if unit else "这里只填数"
    raise NotUnderstood(f"{quote(typed)}里的{quote(measure)}不合适，{wanted}，例如“{_with(example, unit)}”。")


def _with(example: str, unit: str) -> str:
    return example if not unit or not example[-1:].isdigit() else example + unit


def _refuse(typed: str, unit: str, example: str) -> NoReturn:
    """Say why ``typed`` is no count."""
    decimal = read_decimal(typed)
    if decimal is not None and decimal != decimal.to_integral_value():
        raise NotUnderstood(f"{quote(typed)}不是整数，这里要填整数，例如“{example}”。")
    if typed.isdecimal():
        _too_large(typed, example)
    if typed in {"有", "是", "若干", "许多", "很多", "一些"}:
        raise NotUnderstood(f"请写明有多少{unit}，例如“{example}”。")
    raise NotUnderstood(f"没看懂{quote(typed)}，这里要填一个数，例如“{example}”，没有就填“无”。")


def _too_large(typed: str, example: str) -> NoReturn:
    raise NotUnderstood(f"{quote(typed)}太大了，请看看是不是多打了几位，例如“{example}”。")


def _bounded(quantity: Quantity, typed: str, example: str) -> Quantity:
    if quantity.value > LARGEST_COUNT:
        _too_large(typed, example)
    return quantity


def read_number(text: str, measure: Measure) -> int | Decimal:
    """A cell of a table as typed or pasted, whole or money as its measure wants; raises ``NotUnderstood``."""
    return read_amount(text, measure) if measure.is_money else read_cell(text)


def read_cell(text: str) -> int:
    """A number of 件 in a table, as typed or pasted; raises ``NotUnderstood``. Dashes and 无 are 0."""
    quantity = Quantity(0) if is_nothing(_tidy(text)) else _exact_cell(text)
    if not quantity.exact:
        raise NotUnderstood(f"表格里要填准确的数，不能填{quote(text)}，例如“12”。")
    return quantity.value


def _exact_cell(text: str) -> Quantity:
    typed = _tidy(text)
    if not typed:
        raise NotUnderstood("这一格还没有填，请填一个整数，例如“12”，没有就填“0”。")
    return _plain(typed, "件", "12") if len(typed) <= _LONGEST else _refuse(typed, "件", "12")


def read_amount(text: str, unit: str) -> Decimal:
    """An amount of money in ``unit`` (元 or 万元); 「3.5万元」 and 「251000元」 are converted.

    Raises ``NotUnderstood``."""
    typed = _tidy(text)
    example = "7.5万元" if unit == "万元" else "1200元"
    if not typed:
        raise NotUnderstood(f"还没有输入内容，请填金额，例如“{example}”，没有就填“无”。")
    if is_nothing(typed):
        return Decimal(0)
    match = _AMOUNT.fullmatch(typed) if len(typed) <= _LONGEST else None
    number = read_decimal(match["number"]) if match else None
    if match is None or number is None:
        raise NotUnderstood(f"没看懂{quote(text)}，这里要填准确的金额，例如“{example}”，没有就填“无”。")
    if match["sign"]:
        raise NotUnderstood(f"{quote(text)}是负数，金额不会小于0，请核对后再填，例如“{example}”。")
    in_yuan = match["yuan"] or match["suffix"] or re.search(r"[万亿]|[0-9][百千]", match["number"])
    return _money(number / _YUAN[unit] if in_yuan else number, unit, text, example)


def _money(amount: Decimal, unit: str, text: str, example: str) -> Decimal:
    if amount > LARGEST_COUNT:
        _too_large(text, example)
    exact = amount.quantize(Decimal(1).scaleb(-_PLACES[unit]))
    if exact != amount:
        raise NotUnderstood(f"{quote(text)}的小数位太多，金额最多精确到分，例如“{example}”。")
    plain = exact.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
