"""The charts: every number in words and at its bar, told apart without colour, readable at any size."""

import re

import pytest
from lxml import etree

from app.documents.write import charts
from app.documents.write.charts import channels_chart, outcomes_chart, to_png
from sections.report.report import Report
from sections.report.values import Quantity
from tests.support import reports
from tests.support.form import table_fields

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def bars(svg: str) -> list[tuple[float, str]]:
    """Width and fill of the drawn bars, the legend's left out."""
    rects = etree.fromstring(svg.encode()).iter(f"{SVG}rect")
    return [
        (float(r.get("width")), r.get("fill"))
        for r in rects
        if r.get("height") == "12" and r.get("x") == "150"
    ][1:]


def with_requests(**totals: int) -> Report:
    cells = dict.fromkeys(table_fields(), 0) | {f"requests.{row}.total": n for row, n in totals.items()}
    return Report.from_cells(cells, unit="某局", year=2025)


def test_outcomes_are_summed_by_group_and_stand_beside_last_years() -> None:
    now = with_requests(granted=4, denied_state_secret=1, denied_process=2, carried_out=3)
    before = with_requests(granted=8).model_copy(update={"year": 2024})
    svg = outcomes_chart(now, before)
    words = texts(svg)
    assert words[:3] == ["政府信息公开申请办理结果（件）", "2025年", "2024年"]
    assert words[3:6] == ["予以公开", "4", "8"]
    assert words[words.index("不予公开") :][:3] == ["不予公开", "3", "0"]
    assert words[words.index("结转下年度") :][:3] == ["结转下年度", "3", "0"]
    drawn = bars(svg)
    assert [round(wide) for wide, _ in drawn[:2]] == [180, 360]
    assert drawn[0][1] != drawn[1][1]


def test_what_is_drawn_is_said_in_words() -> None:
    report, last = reports.sample_with_last()
    for svg in (outcomes_chart(report, last), channels_chart(report, last)):
        about = etree.fromstring(svg.encode()).findtext(f"{SVG}desc") or ""
        numbers = [word for word in texts(svg) if word.isdigit()]
        assert numbers
        assert all(number in about for number in numbers)


def test_nothing_to_show_is_no_chart() -> None:
    assert outcomes_chart(reports.zeros(), None) == ""
    assert channels_chart(reports.zeros(), None) == ""


def test_a_number_that_is_not_known_is_not_drawn_as_none() -> None:
    now = with_requests(granted=4)
    before = Report(unit="某局", year=2024)
    words = texts(outcomes_chart(now, before))
    assert words[3:6] == ["予以公开", "4", "不详"]


@pytest.mark.parametrize("most", [1, 9_999_999])
def test_every_bar_and_number_stays_inside(most: int) -> None:
    facts = {"proactive.website": Quantity(most), "proactive.wechat": Quantity(1)}
    report = Report.from_cells(dict.fromkeys(table_fields(), 0), unit="某局", year=2025, facts=facts)
    svg = channels_chart(report, None)
    assert max(wide for wide, _ in bars(svg)) <= 360
    assert min(wide for wide, _ in bars(svg)) >= 1
    ends = [
        float(x) + 8 * len(number)
        for x, number in re.findall(r'x="([\d.]+)" y="\d+" font-size="12">(\d+)', svg)
    ]
    assert max(ends) < 640


def test_it_is_drawn_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "_has_chinese", lambda: True)
    svg = outcomes_chart(with_requests(granted=4), None)
    png = to_png(svg, 320)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 320
    assert to_png(svg, 320) == png


def test_without_a_chinese_face_there_is_no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "_has_chinese", lambda: False)
    assert to_png(outcomes_chart(with_requests(granted=4), None), 320) == b""
