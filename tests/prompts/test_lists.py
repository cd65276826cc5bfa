"""Choices, lists and local items as people type them."""

import pytest

from prompts.lists import numbers_among
from prompts.problems.catalogue import PROBLEMS, measures_for
from prompts.question import Choice
from sections.report.values import LocalItem, Quantity, Value
from tests.support.interview_states import ITEM, QUESTION_OF, read, refused


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("profile.kind", "1", "人民政府"),
        ("profile.kind", "２", "政府部门"),
        ("profile.kind", "部门", "政府部门"),
        ("profile.level", "县", "县级"),
        ("problems.outcome:培训少", "解决", "已解决"),
        ("management.review_system", "三审三校", "三审三校制度"),
        ("management.review_system", "本局两审制", "本局两审制"),
        ("management.review_system", "无", ""),
        ("requests.channels", "1、2", ("网站在线申请", "信函申请")),
        ("requests.channels", "1 2", ("网站在线申请", "信函申请")),
        ("requests.channels", "信函，网站、政务服务平台", ("信函申请", "网站在线申请", "政务服务平台")),
        ("requests.handling", "无", ()),
    ],
)
def test_choices(field: str, text: str, value: Value) -> None:
    assert read(field, text) == value


def test_all_choices() -> None:
    every = tuple(choice.value for choice in QUESTION_OF["requests.channels"].choices)
    assert read("requests.channels", "全部") == every


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("profile.kind", "政府", "请从“人民政府”"),
        ("profile.kind", "9", "1到4之间的序号"),
        ("profile.kind", "0", "1到4之间的序号"),
        ("profile.kind", "1、2", "只能选一项"),
        ("problems.outcome:培训少", "没有明显改善", "请从“已解决”"),
        ("requests.channels", "1、9", "没有第9项"),
        ("requests.channels", "无", "至少要选一项"),
    ],
)
def test_choices_that_are_refused(field: str, text: str, said: str) -> None:
    assert said in refused(field, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("社会救助、养老服务", ("社会救助", "养老服务")),
        ("社会救助，养老服务；慈善", ("社会救助，养老服务", "慈善")),
        ("1、社会救助\n2、养老服务\n", ("社会救助", "养老服务")),
        ("社会救助、社会救助。", ("社会救助",)),
        ("学习宣传、贯彻条例；", ("学习宣传、贯彻条例",)),
        ("无", ()),
    ],
)
def test_lists(text: str, value: tuple[str, ...]) -> None:
    assert read("proactive.key_areas", text) == value


def test_lists_that_are_refused() -> None:
    assert "要写名称" in refused("profile.new_media", "2")
    assert "没看懂" in refused("profile.new_media", "，，")
    assert "太多了" in refused("profile.new_media", "；".join(f"账号{n}号" for n in range(60)))
    assert "太长" in refused("profile.new_media", "长" * 300)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1、3", (PROBLEMS[0].problem, PROBLEMS[2].problem)),
        ("１.3", (PROBLEMS[0].problem, PROBLEMS[2].problem)),
        ("2；业务培训次数偏少", (PROBLEMS[1].problem, "业务培训次数偏少")),
        ("解读形式单一，图解、视频偏少", ("解读形式单一，图解、视频偏少",)),
        ("一是培训偏少。二是公开不及时。", ("培训偏少", "公开不及时")),
        ("一是培训偏少，二是公开不及时", ("培训偏少", "公开不及时")),
        ("（1）培训偏少；（2）公开不及时；", ("培训偏少", "公开不及时")),
    ],
)
def test_problems(text: str, value: tuple[str, ...]) -> None:
    assert read("problems.items", text) == value


def test_problems_by_a_number_that_does_not_exist() -> None:
    assert "没有第2025项" in refused("problems.items", "2025")
    assert "没有第21项" in refused("problems.items", "1、21")


def test_measures_by_number_and_in_own_words() -> None:
    first, second, _ = measures_for("培训偏少")
    assert read("problems.measure:培训偏少", "1") == first
    assert read("problems.measure:培训偏少", "1、2") == f"{first}，{second}"
    assert read("problems.measure:培训偏少", "一是每季度培训一次。") == "每季度培训一次"
    assert "没有第9项" in refused("problems.measure:培训偏少", "9")
    assert "不能填“无”" in refused("problems.measure:培训偏少", "无")
    assert read("problems.action:培训偏少", "无") == ""


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("惠民惠农财政补贴公示 15 项", (ITEM,)),
        ("惠民惠农财政补贴公示15项；", (ITEM,)),
        ("惠民惠农财政补贴公示：十五项", (ITEM,)),
        ("1、惠民惠农财政补贴公示 15 项\n2、热线 1,234 件", (ITEM, LocalItem("热线", Quantity(1234), "件"))),
        (
            "惠民惠农财政补贴公示15项，热线办件14万余件",
            (ITEM, LocalItem("热线办件", Quantity(140_000, "14万余"), "件")),
        ),
        (
            "惠民、惠农公示 15 项、专题 3 期",
            (LocalItem("惠民、惠农公示", Quantity(15), "项"), LocalItem("专题", Quantity(3), "期")),
        ),
        ("12345热线约300件", (LocalItem("12345热线", Quantity(300, "约300"), "件"),)),
        ("附近 3 处", (LocalItem("附近", Quantity(3), "处"),)),
        ("业务检查 2 次（监督保障）", (LocalItem("业务检查", Quantity(2), "次", "supervision"),)),
        ("无", ()),
    ],
)
def test_local_items(text: str, items: tuple[LocalItem, ...]) -> None:
    assert read("platform.items", text) == items


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("公示 15", "名称 数字 单位"),
        ("15项", "名称 数字 单位"),
        ("公示很多项", "名称 数字 单位"),
        ("公示 15 项，较去年新增8项", "与去年的比较会自动算出"),
        ("公示 15 项；公示 3 项", "写了两次"),
        ("满意度 98.5 %", "不是整数"),
        ("公示 9999999999999 项", "太大了"),
    ],
)
def test_local_items_that_are_refused(text: str, said: str) -> None:
    assert said in refused("platform.items", text)


@pytest.mark.parametrize("text", ["13", "1.3", "１．３", "3、1"])
def test_choices_are_taken_by_their_digits(text: str) -> None:
    choices = [Choice(name) for name in ("网站", "信函", "当面", "邮件", "传真")]
    assert set(numbers_among(text, choices)) == {1, 3}
    assert numbers_among("16", choices) == (16,)
    assert numbers_among("12", choices * 3) == (12,)
