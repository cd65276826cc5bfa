"""From answers to the report: what is computed, carried and overruled."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sections.form.elements import Source
from sections.report.assemble import assemble, with_texts
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.cells import table_cells
from tests.support.form import APPLICANTS, REQUEST_ROWS, source_of, table_fields
from tests.support.form import RESULTS as RESULT_ROWS

WRITABLE = [field for field in table_fields() if source_of(field) is not Source.COMPUTED]
COUNTS = st.integers(min_value=0, max_value=10**6)
CELLS = st.dictionaries(st.sampled_from([f for f in WRITABLE if f != "proactive.fees"]), COUNTS, max_size=30)


def last_year(**cells: int) -> Report:
    return Report.from_cells(
        {name.replace("__", "."): n for name, n in cells.items()}, unit="甲局", year=2024
    )


@given(CELLS)
def test_totals_are_the_sums_of_their_parts(answers: dict[str, int]) -> None:
    cells = table_cells(answers, None)
    for row in REQUEST_ROWS:
        known = [cells[f"requests.{row.name}.{name}"] for name in APPLICANTS]
        expected = sum(n for n in known if n is not None) if any(n is not None for n in known) else None
        assert cells[f"requests.{row.name}.total"] == expected
    for name in APPLICANTS:
        parts = [cells[f"requests.{row}.{name}"] or 0 for row in RESULT_ROWS]
        assert (cells[f"requests.total.{name}"] or 0) == sum(parts)


@given(CELLS)
def test_what_was_answered_stands_in_the_report(answers: dict[str, int]) -> None:
    report = assemble(answers, "甲局", 2025, None)
    assert {field: report.number(field) for field in answers} == answers


def test_carried_cells_follow_from_last_year() -> None:
    last = last_year(requests__carried_out__natural_person=4, proactive__normative_documents__in_force=12)
    answers = {"proactive.normative_documents.issued": 3, "proactive.normative_documents.repealed": 5}
    cells = table_cells(answers, last)
    assert cells["requests.carried_in.natural_person"] == 4
    assert cells["requests.carried_in.total"] == 4
    assert cells["proactive.normative_documents.in_force"] == 10


def test_a_carried_cell_changes_only_with_a_reason() -> None:
    last = last_year(requests__carried_out__natural_person=4)
    field = "requests.carried_in.natural_person"
    assert table_cells({field: 6}, last)[field] == 4
    assert table_cells({field: 6}, last, {field: "机构改革划入2件"})[field] == 6
    assert assemble({field: 6}, "甲局", 2025, last, {field: "机构改革划入2件"}).overruled == {
        field: "机构改革划入2件"
    }


def test_an_unreadable_cell_of_last_year_carries_nothing() -> None:
    assert table_cells({}, last_year())["requests.carried_in.natural_person"] is None


def test_facts_find_their_sections() -> None:
    report = assemble(
        {
            "profile.short_name": "县局",
            "problems.items": ("人手不足",),
            "problems.measure:人手不足": "充实力量",
            "signature.wanted": True,
            "signature.date": "2026-01-19",
            "proactive.fees": Decimal("5.20"),
        },
        "示例县某局",
        2025,
        None,
    )
    assert report.profile.name == "示例县某局"
    assert report.profile.short_name == "县局"
    assert [(p.problem, p.measure) for p in report.problems.items] == [("人手不足", "充实力量")]
    assert report.signature is not None
    assert str(report.signature.date) == "2026-01-19"
    assert report.to_json()["proactive"]["fees"] == "5.20"


def test_texts_make_the_parts_and_the_quotes() -> None:
    report = assemble(
        {
            "proactive.published_total": Quantity(742),
            "platform.items": (LocalItem("补贴公示", Quantity(15), "项"),),
        },
        "甲局",
        2025,
        None,
    )
    full = with_texts(
        report,
        {
            "overview.lead": "全年平稳。",
            "overview.proactive": "全年公开信息742条，更新及时。",
            "overview.platform": "完善补贴公示15项。",
            "problems.found": "一是人手不足。",
        },
    )
    assert full.overview.text.split("\n") == [
        "全年平稳。",
        "（一）主动公开",
        "全年公开信息742条，更新及时。",
        "（二）政府信息公开平台建设",
        "完善补贴公示15项。",
    ]
    assert full.problems.text == "一是人手不足。"
    assert [(f.id, f.value, f.quote) for f in full.figures] == [
        ("proactive.published_total", 742, "全年公开信息742条"),
        ("platform.items", 15, "完善补贴公示15项"),
    ]


def test_a_figure_quotes_its_own_sentence_or_none() -> None:
    facts = {"supervision.trainings": Quantity(3), "management.cleaned_documents": Quantity(13)}
    report = Report(unit="示例县水务局", year=2025, facts=facts)
    told = {
        "overview.proactive": "全年向社会征集意见3次。",
        "overview.management": "规范性文件现行有效13件。",
    }
    assert [figure.quote for figure in with_texts(report, told).figures] == ["", ""]
    told |= {"overview.supervision": "举办培训3次。"}
    assert [figure.quote for figure in with_texts(report, told).figures] == ["举办培训3次", ""]
