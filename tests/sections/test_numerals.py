"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sections.language.numerals import chinese_number, read_decimal, read_quantity
from sections.report.values import Quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("六百九十九", 699),
        ("十", 10),
        ("十五", 15),
        ("一百一十五", 115),
        ("一百二", 120),
        ("一百零二", 102),
        ("三千五", 3500),
        ("三千零五", 3005),
        ("一万二", 12000),
        ("一万零二", 10002),
        ("一亿二千万", 120_000_000),
        ("三万五千亿", 3_500_000_000_000),
        ("二〇二五", 2025),
        ("两百", 200),
        ("零", 0),
    ],
)
def test_chinese_numbers(text: str, value: int) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "万",
        "百",
        "十百",
        "二三百",
        "七八",
        "三五",
        "一二万",
        "百五",
        "亿亿",
        "一万万二三",
        "条",
        "九" * 5000,
    ],
)
def test_what_is_no_well_formed_chinese_number(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("６９９", Quantity(699)),
        ("1,234", Quantity(1234)),
        ("1，234", Quantity(1234)),
        ("1.2万", Quantity(12000)),
        ("3千万", Quantity(30_000_000)),
        ("1万2千", Quantity(12000)),
        ("1亿2000万", Quantity(120_000_000)),
        ("14万余", Quantity(140_000, "14万余")),
        ("14余万", Quantity(140_000, "14余万")),
        ("一千二百余", Quantity(1200, "一千二百余")),
        ("近三百", Quantity(300, "近三百")),
        ("万余", Quantity(10_000, "万余")),
        ("300左右", Quantity(300, "约300")),
        ("300以上", Quantity(300, "超过300")),
        ("约0", Quantity(0)),
    ],
)
def test_quantities(text: str, quantity: Quantity) -> None:
    assert read_quantity(text) == quantity


@pytest.mark.parametrize(
    "text", ["1.5", "1,23", "3万5", "1.23456万", "-3", "1e5", "³", "٣", "9" * 5000, "九" * 5000, ""]
)
def test_what_is_no_quantity(text: str) -> None:
    assert read_quantity(text) is None


def test_decimals() -> None:
    assert read_decimal("52.15") == Decimal("52.15")
    assert read_decimal("3.5万") == 35000
    assert read_decimal("14万余") is None


def _spell(number: int) -> str:
    """A number below 10000 in Chinese, the school way."""
    digits = "零一二三四五六七八九"
    words = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += digits[digit] + name
        elif words and number and not words.endswith("零"):
            words += "零"
    return words or "零"


@settings(max_examples=200)
@given(st.integers(0, 9999), st.integers(0, 9999))
def test_every_number_spelt_out_is_read(high: int, low: int) -> None:
    spelt = _spell(low)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        spelt = f"{_spell(high)}万{gap}{spelt if low else ''}"
    assert read_quantity(spelt) == Quantity(high * 10_000 + low)
