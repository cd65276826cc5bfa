"""Counts, changes against last year, cells and money as people type them."""

from decimal import Decimal

import pytest

from prompts.reading import NotUnderstood, read_amount, read_cell
from sections.report.values import Quantity
from tests.support.interview_states import SEVEN, read, refused


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("699", 699),
        (" ６９９ ", 699),
        ("1,234", 1234),
        ("1，234", 1234),
        ("1 234", 1234),
        ("699条", 699),
        ("699 条。", 699),
        ("699件", 699),
        ("六百九十九", 699),
        ("六百九十九条", 699),
        ("1.2万", 12000),
        ("1万2千", 12000),
        ("两场", 2),
        ("共计300条", 300),
        ("今年共有12次", 12),
        ("12.0", 12),
        ("1\x002", 12),
        ("无", 0),
        ("没有", 0),
        ("没有。", 0),
        ("否", 0),
        ("0", 0),
        ("〇", 0),
        ("未开展", 0),
        ("/", 0),
        ("同去年", 7),
        ("与去年持平", 7),
        ("和上年一样多", 7),
        ("持平", 7),
        ("比去年多8项", 15),
        ("比去年多了8", 15),
        ("比去年少3", 4),
        ("较去年增加8", 15),
        ("较上年减少七条", 0),
        ("在去年基础上增加2个", 9),
        ("去年+8", 15),
        ("多8", 15),
    ],
)
def test_exact_counts(text: str, value: int) -> None:
    assert read("proactive.published_total", text, SEVEN) == Quantity(value)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("14万余", Quantity(140_000, "14万余")),
        ("14万余条", Quantity(140_000, "14万余")),
        ("300多条", Quantity(300, "300多")),
        ("300条左右", Quantity(300, "约300")),
        ("大约300", Quantity(300, "约300")),
        ("一千二百余条", Quantity(1200, "一千二百余")),
    ],
)
def test_approximate_counts_keep_their_words(text: str, quantity: Quantity) -> None:
    assert read("proactive.published_total", text) == quantity


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "还没有输入内容"),
        ("abc", "没看懂“abc”"),
        ("699元", "“元”不合适，这里要填多少条"),
        ("3万元", "“元”不合适"),
        ("50%", "“%”不合适"),
        ("５０％", "“%”不合适"),
        ("30天", "“天”不合适"),
        ("699条政府信息", "例如“699条”"),
        ("-3", "是负数"),
        ("－3", "是负数"),
        ("+8", "“8”或者“比去年多8”"),
        ("新增8项", "比去年多8项"),
        ("1.5", "不是整数"),
        ("12和15", "没看懂"),
        ("3-5", "没看懂"),
        ("七八", "没看懂"),
        ("几十", "没看懂"),
        ("有", "请写明有多少条"),
        ("9999999999999", "太大了"),
        pytest.param("9" * 5000, "太大了", id="long"),
        pytest.param("九" * 5000, "没看懂", id="long Chinese"),
        pytest.param("a" * 100_000, "没看懂", id="long nonsense"),
        ("比去年少8", "去年是7条，不可能再少8条"),
        ("比去年增长10%", "算不出准确的数"),
        ("比去年多约8", "没法加减"),
        ("比去年多8元", "“元”不合适"),
    ],
)
def test_counts_that_are_refused(text: str, said: str) -> None:
    sentence = refused("proactive.published_total", text, SEVEN)
    assert said in sentence
    assert "例如" in sentence or "请写" in sentence


def test_a_change_needs_last_years_exact_number() -> None:
    assert "没有去年这一项的记录" in refused("proactive.wechat", "比去年多8")
    assert "没有去年这一项的记录" in refused("proactive.wechat", "同去年")
    vague = Quantity(140_000, "14万余")
    assert "“14万余”不是准确的数" in refused("proactive.wechat", "比去年多8", vague)
    assert read("proactive.wechat", "同去年", vague) == vague


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("3.5万元", "元", "35000"),
        ("3.5万元", "万元", "3.5"),
        ("3.5万", "万元", "3.5"),
        ("3.5 万元", "万元", "3.5"),
        ("251000元", "万元", "25.1"),
        ("251000元", "元", "251000"),
        ("52.15", "万元", "52.15"),
        ("7.50", "元", "7.5"),
        ("1,200.50元", "元", "1200.5"),
        ("¥300", "万元", "0.03"),
        ("三万五千元", "万元", "3.5"),
        ("无", "元", "0"),
        ("0", "万元", "0"),
        ("100", "元", "100"),
    ],
)
def test_amounts(text: str, unit: str, amount: str) -> None:
    read_as = read_amount(text, unit)
    assert read_as == Decimal(amount)
    assert str(read_as) == amount


@pytest.mark.parametrize(
    "text", ["", "-3", "-3元", "约300", "300美元", "12件", "0.001", "9e9", "9" * 13, "9" * 500, "一些"]
)
def test_amounts_that_are_refused(text: str) -> None:
    for unit in ("元", "万元"):
        if (text, unit) != ("0.001", "万元"):
            with pytest.raises(NotUnderstood, match="例如"):
                read_amount(text, unit)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("３", 3),
        ("-", 0),
        ("—", 0),
        ("/", 0),
        ("无", 0),
        ("3.00", 3),
        ("1,234", 1234),
        ("12件", 12),
        ("十二", 12),
    ],
)
def test_cells(text: str, number: int) -> None:
    assert read_cell(text) == number


@pytest.mark.parametrize(
    "text", ["", " ", "-3", "3.5", "14万余", "12%", "12元", "#REF!", "1O", "9" * 14, "9" * 5000, "3 4"]
)
def test_cells_that_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="例如"):
        read_cell(text)
