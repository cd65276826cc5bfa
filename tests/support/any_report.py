"""Any sound report, for properties of what is written and read back."""

import datetime as dt

from hypothesis import strategies as st

from sections.report.assemble import with_texts
from sections.report.parts import Signature
from sections.report.report import Report
from tests.support.form import PARAGRAPHS, TABLES, TOPICS, table_fields

_SUBJECTS = ("本机关", "全年", "一年来", "各科室", "工作专班", "县档案馆")
_DEEDS = (
    "通过网站发布信息{n}条",
    "答复群众留言{n}件",
    "“面对面”交流{n}次（含线上）",
    "清理过期内容{n}处，增长{n}.5%",
    "更新公开指南、目录各{n}份；补齐要素",
    "印发《示例办法》（示政发〔2025〕{n}号）",
)
_sentence = st.builds(
    lambda subject, deed, n, end: f"{subject}{deed.format(n=n)}{end}",
    st.sampled_from(_SUBJECTS),
    st.sampled_from(_DEEDS),
    st.integers(0, 10**6),
    st.sampled_from(("。", "，成效明显。")),
)
_paragraph = st.lists(_sentence, min_size=1, max_size=6).map("".join)
_text = st.lists(_paragraph, min_size=1, max_size=2).map("\n".join)
OPENING = "依照《中华人民共和国政府信息公开条例》编写本报告，统计期限为2025年1月1日至12月31日。"
_count = st.one_of(st.just(0), st.integers(0, 99), st.integers(0, 9_999_999))
_organ = st.sampled_from(("示例县水务局", "虚构市人民政府办公室", "示例区某某街道办事处", "虚构省档案局"))
_signature = st.none() | st.builds(
    Signature, organ=_organ, date=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
)
_fees = st.decimals(0, 10**7, places=2)


def _with_sums(cells: dict[str, object]) -> dict[str, object]:
    """Part four with its totals: where none of them holds, its one line of numbers is in doubt."""
    for total in (field for field in cells if field.startswith("disputes.") and field.endswith(".total")):
        group = total.removesuffix("total")
        cells[total] = sum(cells[field] for field in cells if field.startswith(group) and field != total)
    return cells


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    cells = _with_sums({field: draw(_count) for field in table_fields()}) | {"proactive.fees": draw(_fees)}
    bare = Report.from_cells(cells, unit=draw(_organ), year=2025, signature=draw(_signature))
    return with_texts(
        bare, {"opening": OPENING + draw(_paragraph), **{key: draw(_text) for key in PARAGRAPHS[1:]}}
    )


def assert_same(report: Report, again: Report) -> None:
    for form in TABLES.values():
        for field in form.paths:
            assert again.number(field) == report.number(field), field
    assert (again.unit, again.year, again.title_lines) == (report.unit, report.year, report.title_lines)
    assert again.opening == report.opening
    assert again.overview.lead == report.overview.lead
    for name in TOPICS:
        assert again.overview.topics.get(name, "") == report.overview.topics.get(name, ""), name
    assert again.problems.text == report.problems.text
    assert again.other.text == report.other.text
    assert again.signature == report.signature
    assert again.unread == ()
