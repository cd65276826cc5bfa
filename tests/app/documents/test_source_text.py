"""The source's text beside the numbers: where each row of the tables stands in it."""

from pathlib import Path

from app.documents.read.blocks import Grid, Paragraph, plain_grid
from app.documents.read.importer import read_with_page
from app.documents.read.source_text import page_of
from sections.form.disclosure_2021 import FORM

SAMPLE = Path(__file__).parents[3] / "app" / "samples" / "last-year.docx"


def grid(*rows: str) -> Grid:
    return plain_grid(row.split("|") for row in rows)


def test_every_row_of_the_sample_is_found() -> None:
    report, page = read_with_page(SAMPLE)
    for section in ("proactive", "requests"):
        for field in FORM.tables[section].paths:
            line = page.line_of(field)
            assert line is not None
            words = "".join(page.lines[line].split())
            assert FORM.label(field).split("·")[0] in words or FORM.label(field).split("·")[1] in words
            if section == "requests":
                assert str(report.number(field)) in words.split("│")


def test_part_four_is_looked_at_where_its_numbers_stand() -> None:
    blocks = [
        Paragraph("四、政府信息公开行政复议、行政诉讼情况"),
        grid("行政复议|行政诉讼", "结果维持|结果纠正|其他结果|尚未审结|总计", "1|0|0|0|1", "注：以上为件数"),
        Paragraph("五、存在的主要问题及改进情况"),
    ]
    page = page_of(blocks, FORM)
    line = page.line_of("disputes.reconsideration.upheld")
    assert line is not None
    assert page.lines[line] == "1 │ 0 │ 0 │ 0 │ 1"


def test_a_row_that_is_not_there_leads_to_its_table() -> None:
    page = page_of([Paragraph("前言"), grid("一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1")], FORM)
    assert page.line_of("requests.carried_out.total") == 1
    assert page.line_of("proactive.fees") is None
