"""The exported DOCX, read back from its XML."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx_integrity import check
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from app.documents.errors import DocumentError
from app.documents.make_base import BASE, W, make
from app.documents.write import write
from app.documents.write.docx import write_docx
from sections.assemble import with_texts
from sections.form import HEADINGS, TABLES, TOPICS, table_fields
from sections.report import Report, Signature

PARAGRAPHS = {
    "opening": "本报告依法编制。",
    "overview.lead": "全年工作平稳有序。",
    **{f"overview.{name}": f"{label[3:]}工作按要求开展。" for name, label in TOPICS.items()},
    "problems.found": "主要问题是人手不足。",
    "other.fees": "未收取信息处理费。",
}


def report(**cells: Any) -> Report:
    numbers = dict.fromkeys(table_fields(), 0) | {"proactive.fees": Decimal("12.50")} | cells
    bare = Report.from_cells(
        numbers,
        unit="示例县水务局",
        year=2025,
        signature=Signature(organ="示例县水务局", date=dt.date(2026, 1, 9)),
    )
    return with_texts(bare, PARAGRAPHS)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(element: etree._Element, path: str = ".//w:p") -> list[str]:
    found = element.xpath(path, namespaces={"w": W})
    return ["".join(one.xpath(".//w:t/text()", namespaces={"w": W})) for one in found]


def grid(table: etree._Element) -> Iterator[tuple[int, int, int, str, str]]:
    """(row, column, span, merge, text) of every cell."""
    for line, row in enumerate(table.findall(f"{{{W}}}tr")):
        column = 0
        for cell in row.findall(f"{{{W}}}tc"):
            span = int(cell.xpath("string(./w:tcPr/w:gridSpan/@w:val)", namespaces={"w": W}) or 1)
            merge = cell.find(f"{{{W}}}tcPr/{{{W}}}vMerge")
            kind = "" if merge is None else merge.get(f"{{{W}}}val", "continue")
            yield line, column, span, kind, "".join(texts(cell))
            column += span


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write_docx(report()) == write_docx(report())


def test_the_base_document_is_what_its_script_makes() -> None:
    with zipfile.ZipFile(BASE) as kept, zipfile.ZipFile(io.BytesIO(make())) as fresh:
        assert kept.namelist() == fresh.namelist()
        assert [kept.read(name) for name in kept.namelist()] == [
            fresh.read(name) for name in fresh.namelist()
        ]


def test_title_headings_and_topics_stand_in_order() -> None:
    body = part(write_docx(report()))
    assert texts(body, './/w:p[w:pPr/w:pStyle/@w:val="Title"]') == [
        "示例县水务局",
        "2025年政府信息公开工作年度报告",
    ]
    assert texts(body, './/w:p[w:pPr/w:pStyle/@w:val="Heading1"]') == list(HEADINGS.values())
    assert texts(body, './/w:p[w:pPr/w:pStyle/@w:val="Heading2"]') == list(TOPICS.values())
    assert [text for text in PARAGRAPHS.values() if text not in texts(body)] == []
    assert texts(body)[-2:] == ["示例县水务局", "2026年1月9日"]


def test_tables_are_the_forms_to_the_byte() -> None:
    tables = part(write_docx(report())).findall(f".//{{{W}}}tbl")
    assert len(tables) == 3
    for table, form in zip(tables, TABLES.values(), strict=True):
        cells = list(grid(table))
        rows = {line for line, *_ in cells}
        assert len(rows) == form.rows
        assert {sum(span for row, _, span, *_ in cells if row == line) for line in rows} == {form.cols}
        printed = {(line, column): text for line, column, _, kind, text in cells if kind != "continue"}
        assert {(c.row, c.col): c.text for c in form.cells if c.text} == {
            place: text for place, text in printed.items() if not text.replace(".", "").isdigit()
        }


def test_every_merge_that_goes_on_has_begun_above() -> None:
    for table in part(write_docx(report())).findall(f".//{{{W}}}tbl"):
        begun: dict[int, bool] = {}
        for _, column, span, kind, _ in grid(table):
            assert kind != "continue" or begun.get(column)
            begun.update(dict.fromkeys(range(column, column + span), bool(kind)))


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(table_fields()), st.integers(0, 10**9), max_size=20))
def test_numbers_read_back_are_the_numbers_put_in(numbers: dict[str, int]) -> None:
    written = report(**numbers)
    tables = part(write_docx(written)).findall(f".//{{{W}}}tbl")
    for table, form in zip(tables, TABLES.values(), strict=True):
        at = {(line, column): text for line, column, *_, text in grid(table)}
        for cell in form.cells:
            if cell.field:
                assert Decimal(at[cell.row, cell.col]) == written.number(cell.field)


@pytest.mark.parametrize("draft", [False, True])
def test_no_validator_has_anything_to_say(draft: bool, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write_docx(report(), draft))
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []


def test_a_draft_says_so_on_every_page_and_a_final_document_nowhere() -> None:
    draft, final = write_docx(report(), draft=True), write_docx(report())
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        headers = [name for name in archive.namelist() if "header" in name]
        assert len(headers) == 2
        assert all("草稿" in archive.read(name).decode() for name in headers)
    assert texts(part(draft))[0] == "【草稿】"
    assert "草稿" not in "".join(texts(part(final)))


def test_page_layout_follows_the_standard() -> None:
    body = part(write_docx(report()))
    size = body.find(f".//{{{W}}}pgSz")
    margins = body.find(f".//{{{W}}}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{{{W}}}w"), size.get(f"{{{W}}}h")) == ("11906", "16838")
    assert [margins.get(f"{{{W}}}{side}") for side in ("top", "bottom", "left", "right")] == [
        "2098",
        "1984",
        "1587",
        "1474",
    ]
    styles = etree.tostring(part(write_docx(report()), "word/styles.xml")).decode()
    assert "Theme" not in styles


def test_characters_xml_cannot_hold_do_not_stop_the_export() -> None:
    odd = with_texts(report(), PARAGRAPHS | {"overview.lead": "工作\x00平稳\x0b有序\ud800。<w:t>&"})
    assert "工作平稳有序。<w:t>&" in texts(part(write_docx(odd)))


def test_an_unanswered_cell_is_blank() -> None:
    body = part(write_docx(report(**{"requests.new.natural_person": None})))
    table = body.findall(f".//{{{W}}}tbl")[1]
    assert next(text for line, column, *_, text in grid(table) if (line, column) == (3, 3)) == ""


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(DocumentError, match="exe"):
        write(report(), "exe")
