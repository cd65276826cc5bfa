"""What people type and what it means; and what is shown can be typed back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.interview import QuestionInstance
from prompts.reading import NotUnderstood, read_answer, show
from prompts.typed import clean
from sections.report.values import LocalItem, Quantity, Value
from tests.support.form import TOPICS
from tests.support.interview_states import ITEM, QUESTION_OF, SEVEN, read, refused


@pytest.mark.parametrize("text", ["是", "有", "对", "是的。", "已开展", "1", "Y", "都是"])
def test_yes(text: str) -> None:
    assert read("management.cleanup", text) is True


@pytest.mark.parametrize("text", ["否", "无", "没有", "不是", "2", "0", "N", "未开展"])
def test_no(text: str) -> None:
    assert read("management.cleanup", text) is False


def test_neither_yes_nor_no() -> None:
    assert "“是”或“否”" in refused("management.cleanup", "也许吧")


@pytest.mark.parametrize(
    "text",
    [
        "2026年1月20日",
        "2026-1-20",
        "2026-01-20",
        "2026/1/20",
        "2026.1.20",
        "20260120",
        "２０２６年１月２０日",
        "2026 年 1 月 20 日",
        "二〇二六年一月二十日",
    ],
)
def test_dates(text: str) -> None:
    assert read("signature.date", text) == "2026-01-20"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("今天", "没看懂"),
        ("1月20日", "没看懂"),
        ("2026-2-30", "没有“2026-2-30”这一天"),
        ("1926-1-1", "年份不对"),
        ("9" * 9000, "没看懂"),
    ],
)
def test_dates_that_are_refused(text: str, said: str) -> None:
    assert said in refused("signature.date", text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("profile.name", " 示例县\r\n民\x00政\u200b局 ", "示例县民政局"),
        ("profile.postcode", "１０００００", "100000"),
        ("profile.telephone", "０１０－１２３４５６７８", "010-12345678"),
        ("profile.email", "无", ""),
        ("supervision.assessment", "考核结果为优秀。", "考核结果为优秀"),
        ("other.matters", "公开建议12件。\n\n 另有1件。", "公开建议12件。\n另有1件。"),
        ("other.matters", "没有其他需要报告的事项。", ""),
        ("other.matters", "无", ""),
    ],
)
def test_texts(field: str, text: str, value: str) -> None:
    assert read(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("profile.name", "", "还没有输入内容"),
        ("profile.name", "\x00\u200b", "还没有输入内容"),
        ("profile.name", "无", "必须写明"),
        ("profile.name", "。", "没看懂"),
        ("profile.postcode", "10000", "六位数字"),
        ("profile.telephone", "打电话", "010-12345678"),
        ("profile.email", "abc", "gov.cn"),
        ("profile.address", "长" * 501, "500个字以内"),
        ("other.matters", "长" * 5001, "5000个字以内"),
        ("profile.address", "同去年", "没有去年这一项的记录"),
        ("requests.table", "3", "表格"),
    ],
)
def test_texts_that_are_refused(field: str, text: str, said: str) -> None:
    if field == "requests.table":
        field = "requests.new.other"
    assert said in refused(field, text)


@pytest.mark.parametrize("text", ["2件", "两个", "共12项", "３次"])
def test_a_bare_count_is_no_list_of_names(text: str) -> None:
    assert "只是一个数目" in refused("proactive.highlights", text)


@pytest.mark.parametrize("text", ["《示例县防汛预案》", "第2次听证会；12345热线", "无"])
def test_names_with_numbers_are_a_list(text: str) -> None:
    assert isinstance(read("proactive.highlights", text), tuple)


def test_as_last_year_for_every_kind() -> None:
    assert read("profile.address", "同去年", "人民路1号") == "人民路1号"
    assert read("requests.channels", "与去年一致", ("信函申请",)) == ("信函申请",)
    assert read("platform.items", "同上年", (ITEM,)) == (ITEM,)
    assert read("signature.wanted", "和去年一样", False) is False


# --- what is shown can be typed back ------------------------------------------------------------------

_WORDS = st.text("县局公开政务信息救助养老服务，、ab12", min_size=1, max_size=12).filter(
    lambda text: (
        not text.isdecimal()
        and text[0] not in "，、12"
        and text[-1] not in "，、"
        and not any(word == text for word in ("无",))
    )
)
_COUNTS = st.integers(0, 10**12).map(Quantity) | st.integers(1, 9999).flatmap(
    lambda number: st.sampled_from(
        [f"{number}余", f"{number}万余", f"约{number}", f"近{number}", f"{number}多"]
    ).map(lambda words: Quantity(number * (10_000 if "万" in words else 1), words))
)
_ITEMS = st.builds(
    LocalItem,
    _WORDS.filter(lambda word: word[-1] not in "12"),
    _COUNTS,
    st.sampled_from(["项", "人次", "人"]),
    st.sampled_from(sorted(TOPICS)),
)


def _chosen(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(
        st.sampled_from([choice.value for choice in QUESTION_OF[field].choices]), unique=True, min_size=1
    ).map(tuple)


@settings(max_examples=150)
@given(
    st.one_of(
        st.tuples(st.just("proactive.published_total"), _COUNTS),
        st.tuples(st.just("supervision.trainees"), _COUNTS),
        st.tuples(
            st.just("other.fee_charged"), st.integers(0, 10**13).map(lambda cents: Decimal(cents) / 100)
        ),
        st.tuples(st.just("management.cleanup"), st.booleans()),
        st.tuples(
            st.just("profile.kind"), st.sampled_from([c.value for c in QUESTION_OF["profile.kind"].choices])
        ),
        st.tuples(st.just("requests.channels"), _chosen("requests.channels")),
        st.tuples(st.just("problems.items"), _chosen("problems.items")),
        st.tuples(st.just("problems.items"), st.lists(_WORDS, unique=True, max_size=4).map(tuple)),
        st.tuples(st.just("proactive.key_areas"), st.lists(_WORDS, unique=True, max_size=4).map(tuple)),
        st.tuples(st.just("profile.address"), _WORDS | st.just("")),
        st.tuples(st.just("other.matters"), st.lists(_WORDS, max_size=3).map("\n".join)),
        st.tuples(
            st.just("platform.items"),
            st.lists(_ITEMS, unique_by=lambda item: item.name, max_size=4).map(tuple),
        ),
        st.tuples(
            st.just("signature.date"), st.dates().filter(lambda day: 2008 <= day.year <= 2100).map(str)
        ),
    )
)
def test_what_is_shown_can_be_typed_back(pair: tuple[str, Value]) -> None:
    field, value = pair
    if field == "profile.address" and value == "":
        field = "profile.website"
    shown = show(value, QUESTION_OF[field].unit)
    assert read(field, shown) == value


def _read_or_sentence(field: str, text: str) -> Value:
    one = QuestionInstance(QUESTION_OF[field], "培训少" if QUESTION_OF[field].repeat else "")
    try:
        return read_answer(one, text, SEVEN)
    except NotUnderstood as error:
        return str(error)


@settings(max_examples=100)
@given(
    st.sampled_from(sorted(QUESTION_OF)),
    st.text(max_size=40)
    | st.text("0123456789一二十百千万亿余约.,，、；;:：-+/年月日条元%项比去年多少同 \n", max_size=20),
)
def test_any_text_gives_a_value_or_a_sentence(field: str, text: str) -> None:
    assert _read_or_sentence(field, text) is not None


@given(st.text(max_size=60))
def test_cleaning_is_done_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\x00" not in clean(text)


def test_what_is_shown() -> None:
    assert show(Quantity(203), "条") == "203 条"
    assert show(Quantity(140_000, "14万余"), "次") == "14万余 次"
    assert show(Decimal("7.5"), "万元") == "7.5 万元"
    assert show(True) == "是"
    assert show("2026-01-20") == "2026年1月20日"
    assert show(()) == "无"
    assert show("") == "无"
    assert show(3) == "3"
    assert (
        show((ITEM, LocalItem("检查", Quantity(2), "次", "supervision")))
        == "惠民惠农财政补贴公示 15 项；检查 2 次（监督保障）"
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("profile.website", "2"),
        ("profile.website", "无2"),
        ("profile.short_name", "。。"),
        ("management.review_system", "没有3"),
        ("requests.handling", "无2"),
        ("profile.new_media", "微信；无2"),
        ("other.matters", "0"),
        ("supervision.assessment", "2"),
    ],
)
def test_where_words_are_wanted_a_number_is_none(field: str, text: str) -> None:
    assert "例如" in refused(field, text)


@pytest.mark.parametrize("text", ["服务😀", "👍", "3️⃣个栏目", "✨亮点"])
@pytest.mark.parametrize("field", ["profile.website", "overview.focus", "other.matters", "platform.items"])
def test_no_pictograph_comes_into_a_report(field: str, text: str) -> None:
    assert "表情符号" in refused(field, text)


@pytest.mark.parametrize("text", ["★★★级窗口建设", "①公开、②解读", "室温26℃展厅", "“√”标记的栏目"])
def test_marks_of_documents_are_kept(text: str) -> None:
    assert read("other.matters", text) == text
