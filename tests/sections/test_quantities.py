"""The numbers of running text, and the sentence with a sign for each."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sections.language.numerals import normalise
from sections.language.quantities import MEASURES, SIGNS, encoded, quantities, reduced
from sections.report.values import Quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公开政府信息１，２３４条", [("1，234", "条", Quantity(1234))]),
        ("约1.2万篇", [("约1.2万", "篇", Quantity(12000, "约1.2万"))]),
        ("1亿2000万次", [("1亿2000万", "次", Quantity(120_000_000))]),
        ("召开会议3场次、受理2件次", [("3", "场", Quantity(3)), ("2", "件", Quantity(2))]),
        ("培训260人次", [("260", "人次", Quantity(260))]),
        ("一千二百余条", [("一千二百余", "条", Quantity(1200, "一千二百余"))]),
        ("网站300条左右", [("300左右", "条", Quantity(300, "约300"))]),
        ("20个工作日内答复 5 件", [("20", "工作日", Quantity(20)), ("5", "件", Quantity(5))]),
        (
            "2024年3月5日",
            [("2024", "年", Quantity(2024)), ("3", "月", Quantity(3)), ("5", "日", Quantity(5))],
        ),
        ("网上预约8次，附近3处", [("8", "次", Quantity(8)), ("3", "处", Quantity(3))]),
        ("拨打12345", [("12345", "", Quantity(12345))]),
        ("统一部署，进一步一次性告知，办好每一件，第三方，上一年，A4纸", []),
        ("三安全一稳定，第十九条", []),
        ("七八件", [("七八", "件", None)]),
    ],
)
def test_numbers_are_found_with_their_measures(
    text: str, found: list[tuple[str, str, Quantity | None]]
) -> None:
    assert [(one.text, one.measure, one.quantity) for one in quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "value", "step", "exact"),
    [
        ("52.15%", "52.15", "0.01", True),
        ("52.15万元", "521500", "100", True),
        ("1250.5元", "1250.5", "0.1", True),
        ("1,203元", "1203", "1", True),
        ("3亿次", "300000000", "100000000", True),
        ("14万余次", "140000", "10000", False),
    ],
)
def test_what_a_number_is_worth_and_how_fine_it_is(text: str, value: str, step: str, exact: bool) -> None:
    (number,) = quantities(text)
    assert (number.value, number.step, number.exact) == (Decimal(value), Decimal(step), exact)


def test_a_number_with_its_measure_is_one_sign() -> None:
    line = reduced("2025年共公开信息 1,234 条，较去年增加５条。")
    year, many = SIGNS["年"], SIGNS["条"]
    assert line.text == f"{year}{encoded('共公开信息 ')}{many}{encoded('，较去年增加')}{many}{encoded('。')}"
    assert [line.number(place).text for place in line.places] == ["2025", "1,234", "5"]
    assert line.sentence[line.origin(line.text.index("较")) :] == "较去年增加5条。"


def test_every_measure_has_a_sign_of_its_own() -> None:
    assert len(set(SIGNS.values())) == len(MEASURES)
    assert all(len(encoded(sign)) == 1 and encoded(sign) not in SIGNS.values() for sign in SIGNS.values())


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(
        alphabet="公开信息共计了条件人次场万亿余约近一二十百0123456789０９,，. %年月À\x01\ue000。",
        max_size=60,
    )
)
def test_places_lead_back_to_the_sentence(text: str) -> None:
    line = reduced(text)
    plain = normalise(text)
    assert line.sentence == plain
    for place, sign in enumerate(line.text):
        if place in line.places:
            number = line.number(place)
            assert number.start == line.origin(place)
            assert plain[number.start : number.end].startswith(
                number.text.removesuffix("左右").removesuffix("以上")
            )
        else:
            assert encoded(plain[line.origin(place)]) == sign
