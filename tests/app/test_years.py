"""Years beside each other: all that are kept, leaps marked, on the screen and in the reviewer's edition."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject

from app.documents.write.kinds import Edition, write
from app.documents.write.years_chart import years_chart
from app.session.library import Library
from app.session.years import reports_of, years_of
from app.tui.text.cell_width import width
from app.tui.years.years_rows import BAR, years_rows
from app.tui.years.years_screen import YearsScreen
from sections.report.cells import Number
from sections.report.key_numbers import leaps, series_of
from sections.report.report import Report
from sections.report.values import Quantity
from tests.support.desk import SMALL, WIDE, desk
from tests.support.sound_report import UNIT, clean

LICENCES = "proactive.licences"


def of(year: int, cells: Mapping[str, Number | None] | None = None, **more: object) -> Report:
    return clean(cells, year=year, title="", **more)


def seven_years() -> list[Report]:
    """2019 to 2025 without 2022; the licences leap in 2024 and fall back."""
    licences = {2019: 90, 2020: 100, 2021: 110, 2023: 118, 2024: 1180, 2025: 120}
    return [of(year, {LICENCES: count}) for year, count in licences.items()]


def test_a_leap_is_five_times_of_a_number_that_matters() -> None:
    assert leaps(1180, 118)
    assert leaps(0, 60)
    assert not leaps(590, 118)
    assert not leaps(49, 1)
    assert not leaps(None, 500)


def test_series_have_every_year_and_mark_the_leaps() -> None:
    series = {one.label: one for one in series_of(seven_years())}
    licences = series["行政许可"]
    assert [year for year, _ in licences.values] == list(range(2019, 2026))
    assert dict(licences.values)[2022] is None
    assert (licences.leaping, licences.largest, licences.measure) == (frozenset({2024, 2025}), 1180, "件")
    assert "行政事业性收费" not in series
    assert series_of([]) == ()
    published = series_of([of(2025, facts={"proactive.published_total": Quantity(7)})])[0]
    assert published.values == ((2025, 7),)


def test_all_years_of_an_organ_are_found(library: Library) -> None:
    for report in seven_years():
        library.take_over(report)
    library.take_over(of(2024, {LICENCES: 5}).model_copy(update={"unit": "示例县民政局"}))
    with library.start(UNIT, 2026):
        pass
    years = [report.year for report in reports_of(library, UNIT)]
    assert years == [2019, 2020, 2021, 2023, 2024, 2025, 2026]
    assert [report.year for report in reports_of(library, UNIT, 2023)] == years[:4]
    licences = next(one for one in years_of(library, UNIT) if one.label == "行政许可")
    assert dict(licences.values)[2024] == 1180


@pytest.mark.parametrize("room", [30, 58, 78, 198])
def test_bars_fit_and_stand_to_each_other_as_the_numbers(room: int) -> None:
    rows = years_rows(series_of(seven_years()), room)
    assert all(width(one.text) <= room for one in rows)
    licences = [one.text for one in rows if one.key == "行政许可"][1:]
    assert len(licences) == 7
    bars = [line.count(BAR) for line in licences]
    assert max(bars) == bars[5] > 0
    assert bars[3] == 0
    assert "没有" in licences[3]
    mark = "相差悬殊" if room > 50 else "▲"
    assert [(mark in line) for line in licences] == [False] * 5 + [True, True]
    assert bars[0] <= bars[1] <= bars[2] < bars[5]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_years_are_one_key_from_home(library: Library, size: tuple[int, int]) -> None:
    for report in seven_years():
        library.take_over(report)
    async with desk(library, size=size) as here:
        await here.press("y")
        assert isinstance(here.app.screen, YearsScreen)
        assert UNIT in here.shown
        assert "2019—2025年度" in here.shown
        await here.press("end")
        assert "行政诉讼" in here.shown
        await here.press("escape")
        assert not isinstance(here.app.screen, YearsScreen)


async def test_without_reports_there_is_nothing_to_show(library: Library) -> None:
    async with desk(library) as here:
        await here.press("y")
        assert "还没有可以对照的年报" in here.shown


def reviewed(years: list[Report]) -> DocumentObject:
    this = years[-1]
    data = write(Edition(this, years[-2] if len(years) > 1 else None, years=tuple(years)), "review")
    assert data == write(Edition(this, years[-2] if len(years) > 1 else None, years=tuple(years)), "review")
    return Document(io.BytesIO(data))


def test_the_reviewers_edition_has_a_page_of_all_years() -> None:
    document = reviewed(seven_years())
    [table] = [table for table in document.tables if table.cell(0, 0).text == "主要数字"]
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == ["主要数字", *(f"{year}年" for year in range(2019, 2026))]
    row = next(row for row in table.rows if row.cells[0].text.startswith("行政许可"))
    assert [cell.text for cell in row.cells[1:]] == ["90", "100", "110", "—", "118", "▲1180", "▲120"]
    assert any(paragraph.text == "历年主要数字" for paragraph in document.paragraphs)


def test_two_years_need_no_page_of_their_own() -> None:
    assert not any(p.text == "历年主要数字" for p in reviewed(seven_years()[-2:]).paragraphs)


def test_the_picture_says_everything_in_words_too() -> None:
    svg = years_chart(series_of(seven_years()))
    assert "行政许可（件）：2019年90、2020年100、2021年110、2022年不详、2023年118、2024年1180、" in svg

    assert svg.count("▲") >= 2
    assert years_chart(()) == ""


def test_an_export_finds_the_years_by_itself(library: Library, tmp_path: Path) -> None:
    for report in seven_years():
        library.take_over(report)
    with library.start(UNIT, 2026) as session:
        session.exporting.write(tmp_path / "a.docx", "review")
    [table] = [t for t in Document(str(tmp_path / "a.docx")).tables if t.cell(0, 0).text == "主要数字"]
    assert table.rows[0].cells[-1].text == "2026年"
