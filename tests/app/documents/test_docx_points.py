"""The points of a perfect export (design/document.md §5) that the XML shows, on the three reports."""

import re
import zipfile
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from app.documents.layouts import ALTERNATIVES, GBT9704
from app.documents.read.importer import read_report
from app.documents.write.base_document import W
from app.documents.write.docx import write_docx
from sections.rules.base import Context, Severity
from sections.rules.run import check as run_rules
from tests.support import reports
from tests.support.docx_xml import (
    Styles,
    find,
    grid,
    grid_faults,
    part,
    parts,
    styled,
    tables,
    text_of,
    texts,
)
from tests.support.form import HEADINGS, TABLES, TOPICS

pytestmark = pytest.mark.parametrize("name", reports.NAMES)


@cache
def made(name: str) -> bytes:
    return write_docx(reports.named(name))


def val(element: object, path: str) -> list[str]:
    return find(element, path)  # type: ignore[arg-type]


def test_point_01_paper_and_margins(name: str) -> None:
    body = part(made(name))
    assert val(body, ".//w:pgSz/@*") == ["11906", "16838"]
    margins = {
        side: int(val(body, f".//w:pgMar/@w:{side}")[0]) for side in ("top", "bottom", "left", "right")
    }
    assert margins == {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474}


def test_point_03_defaults_are_chinese_and_without_theme_fonts(name: str) -> None:
    data = made(name)
    defaults = "w:docDefaults/w:rPrDefault/w:rPr"
    styles = Styles(data).root
    assert val(styles, f"{defaults}/w:rFonts/@w:eastAsia") == ["仿宋_GB2312"]
    assert val(styles, f"{defaults}/w:sz/@w:val") == ["32"]
    assert val(styles, f"{defaults}/w:lang/@w:eastAsia") == ["zh-CN"]
    for name_of_part in ("styles", "document", "footer1", "footer2"):
        assert not re.search(
            r"w:(ascii|hAnsi|eastAsia|cs)[tT]heme=", parts(data)[f"word/{name_of_part}.xml"].decode()
        )
    assert all(len(fonts.attrib) == 4 for fonts in val(styles, ".//w:rFonts"))


def test_point_04_title(name: str) -> None:
    data, report = made(name), reports.named(name)
    style = Styles(data)
    assert texts(part(data), './/w:p[w:pPr/w:pStyle/@w:val="Title"]') == [
        report.unit,
        "2025年政府信息公开工作年度报告",
    ]
    assert style.value("Title", "w:rPr/w:rFonts/@w:eastAsia") == "方正小标宋简体"
    assert style.value("Title", "w:rPr/w:sz/@w:val") == "44"
    assert style.value("Title", "w:rPr/w:b/@w:val") == "0"
    assert style.value("Title", "w:pPr/w:jc/@w:val") == "center"


def test_point_05_headings(name: str) -> None:
    data = made(name)
    style = Styles(data)
    assert [text_of(one) for one in styled(part(data), "Heading1")] == list(HEADINGS.values())
    assert val(style.root, './w:style[@w:styleId="Heading1"]/w:name/@w:val') == ["heading 1"]
    assert style.value("Heading1", "w:pPr/w:outlineLvl/@w:val") == "0"
    assert style.value("Heading1", "w:rPr/w:rFonts/@w:eastAsia") == "黑体"
    assert style.value("Heading1", "w:rPr/w:sz/@w:val") == "32"
    assert style.value("Heading1", "w:rPr/w:color/@w:val") == "000000"
    assert val(style.root, './w:style[@w:styleId="Heading1"]/w:pPr/w:keepNext')


def test_point_06_topics_and_typed_numbers(name: str) -> None:
    data = made(name)
    assert [text_of(one) for one in styled(part(data), "Heading2")] == list(TOPICS.values())
    assert Styles(data).value("Heading2", "w:rPr/w:rFonts/@w:eastAsia") == "楷体_GB2312"
    assert not val(part(data), ".//w:numPr")
    assert not val(Styles(data).root, ".//w:numPr")
    assert "word/numbering.xml" not in parts(data)


def test_point_07_body_paragraphs(name: str) -> None:
    data = made(name)
    style = Styles(data)
    plain = val(part(data), "./w:body/w:p[not(w:pPr/w:pStyle)]")
    assert len(plain) >= 10
    assert [text_of(one) for one in plain].count("") == 1
    assert [text_of(one) for one in val(part(data), "./w:body/w:p")][2] == ""
    for one in plain:
        assert set(val(one, "w:pPr/*")) == set(val(one, "w:pPr/w:keepNext"))
        assert text_of(one) == text_of(one).strip(" \u3000")
    ppr = {
        "w:ind/@w:firstLineChars": "200", "w:ind/@w:firstLine": "640", "w:spacing/@w:line": "579",
        "w:spacing/@w:lineRule": "exact", "w:spacing/@w:before": "0", "w:spacing/@w:after": "0",
        "w:jc/@w:val": "both",
    }  # fmt: skip
    assert {path: style.value("Normal", f"w:pPr/{path}") for path in ppr} == ppr


def test_point_08_nothing_is_formatted_by_hand_and_everything_is_black(name: str) -> None:
    data = made(name)
    body = part(data)
    assert not val(body, ".//w:r/w:rPr/*[not(self::w:rStyle)]")
    assert not val(body, ".//w:highlight | .//w:ins | .//w:del | .//w:commentRangeStart")
    colours = val(body, ".//w:color/@w:val") + val(Styles(data).root, ".//w:color/@w:val")
    assert set(colours) == {"000000"}
    assert "word/comments.xml" not in parts(data)
    assert not re.search(r"\{\{|\}\}|×{2,}|XX|待填|TODO", text_of(body))


def test_point_09_three_tables_with_complete_merges(name: str) -> None:
    found = tables(made(name))
    shapes = [(len(val(one, "w:tr")), len(val(one, "w:tblGrid/w:gridCol"))) for one in found]
    assert shapes == [(14, 4), (28, 10), (4, 15)]
    assert grid_faults(made(name)) == []
    chains = []
    for table in found:
        going: dict[int, int] = {}
        for _, column, _, kind, _ in grid(table):
            if kind == "restart":
                chains.append(going.pop(column, 0))
                going[column] = 1
            elif kind == "continue":
                going[column] += 1
            else:
                chains.append(going.pop(column, 0))
        chains += going.values()
    assert sorted(filter(None, chains)) == sorted([22, 8, 3, 5, 3, 3, 2, 2, *[2] * 5])


def test_point_10_labels_are_the_forms_to_the_byte(name: str) -> None:
    for table, form in zip(tables(made(name)), TABLES.values(), strict=True):
        at = {(line, column): text for line, column, _, kind, text in grid(table) if kind != "continue"}
        assert {(c.row, c.col): c.text for c in form.cells if c.text} == {
            place: at[place] for place in ((c.row, c.col) for c in form.cells if c.text)
        }
        labels = [cell.text for cell in form.cells if cell.text]
        assert all(" " not in label and "," not in label and "(" not in label for label in labels)


def test_point_11_every_number_is_there_in_plain_digits(name: str) -> None:
    report = reports.named(name)
    for table, form in zip(tables(made(name)), TABLES.values(), strict=True):
        at = {(line, column): text for line, column, *_, text in grid(table)}
        for cell in form.cells:
            if cell.path:
                assert re.fullmatch(r"\d+(\.\d+)?", at[cell.row, cell.col])
                assert Decimal(at[cell.row, cell.col]) == report.number(cell.path)


def test_point_12_sums_hold(name: str) -> None:
    report = reports.named(name)
    for form in TABLES.values():
        for identity in form.identities:
            assert report.total(identity.left) == report.total(identity.right), identity
    errors = [one for one in run_rules(Context(report)) if one.severity is Severity.ERROR]
    assert not [one for one in errors if one.code.startswith(("NB3", "NB4"))]


def test_point_13_table_properties(name: str) -> None:
    for table, form in zip(tables(made(name)), TABLES.values(), strict=True):
        rows = val(table, "w:tr")
        assert [bool(val(row, "w:trPr/w:tblHeader")) for row in rows] == [
            line < form.header_rows for line in range(form.height)
        ]
        assert all(val(row, "w:trPr/w:cantSplit") for row in rows)
        assert val(table, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        assert val(table, "w:tblPr/w:tblCaption/@w:val")[0] in HEADINGS[form.section]
        assert val(table, "w:tblPr/w:tblDescription/@w:val")
        widths = list(map(int, val(table, "w:tblGrid/w:gridCol/@w:w")))
        assert sum(widths) == GBT9704.width == int(val(table, "w:tblPr/w:tblW/@w:w")[0])


def test_point_15_the_results_are_labelled_vertically(name: str) -> None:
    first, second, third = tables(made(name))
    assert val(second, ".//w:textDirection/@w:val") == ["tbRlV"] * 22
    assert not val(first, ".//w:textDirection") + val(third, ".//w:textDirection")


def test_point_16_borders_letters_and_sides(name: str) -> None:
    data = made(name)
    style = Styles(data)
    for table, form in zip(tables(data), TABLES.values(), strict=True):
        borders = val(table, "w:tblPr/w:tblBorders/*")
        assert [one.get(f"{{{W}}}sz") for one in borders] == ["4"] * 6
        assert {one.get(f"{{{W}}}val") for one in borders} == {"single"}
        assert not val(table, ".//w:tcBorders")
        used = set(val(table, ".//w:pStyle/@w:val"))
        assert all(18 <= int(style.value(one, "w:rPr/w:sz/@w:val")) <= 24 for one in used)
        assert {style.value(one, "w:rPr/w:rFonts/@w:eastAsia") for one in used} == {"宋体"}
        sides = {
            (line, column): style.value(val(cell, "w:p/w:pPr/w:pStyle/@w:val")[0], "w:pPr/w:jc/@w:val")
            for (line, column, *_), cell in zip(grid(table), val(table, "w:tr/w:tc"), strict=True)
        }
        for cell in form.cells:
            centred = bool(cell.path) or cell.head or cell.vertical
            assert sides[cell.row, cell.col] == ("center" if centred else "left")


def test_point_17_odd_and_even_page_numbers(name: str) -> None:
    data = made(name)
    assert val(part(data, "word/settings.xml"), "w:evenAndOddHeaders")
    assert sorted(val(part(data), ".//w:footerReference/@w:type")) == ["default", "even"]
    for footer, side in (("footer1", "left"), ("footer2", "right")):
        foot = part(data, f"word/{footer}.xml")
        assert val(foot, ".//w:instrText/text()") == [" PAGE "]
        assert text_of(foot) == "— 1 —"
        assert val(foot, ".//w:jc/@w:val") == [side]
        assert val(foot, f".//w:ind/@w:{side}Chars") == ["100"]
    assert Styles(data).value("Footer", "w:rPr/w:sz/@w:val") == "28"
    assert set(val(Styles(data).root, './w:style[@w:styleId="Footer"]/w:rPr/w:rFonts/@*')) == {"宋体"}


def test_point_18_signature_only_when_chosen(name: str) -> None:
    report = reports.named(name)
    signed = styled(part(made(name)), "Signature")
    if report.signature is None:
        assert signed == []
        return
    day = report.signature.date
    assert day is not None
    assert [text_of(one) for one in signed] == [
        report.signature.organ,
        f"{day.year}年{day.month}月{day.day}日",
    ]
    before = val(part(made(name)), './w:body/w:p[not(w:pPr/w:pStyle/@w:val="Signature")][last()]')[0]
    assert val(before, "w:pPr/w:keepNext")
    assert val(signed[0], "w:pPr/w:keepNext")
    assert val(signed[0], "w:pPr/w:spacing/@w:before") == [str(GBT9704.line)]


def test_point_19_properties_traces_and_bytes(name: str) -> None:
    data, report = made(name), reports.named(name)
    assert data == write_docx(report)
    core = parts(data)["docProps/core.xml"].decode()
    assert f"<dc:title>{report.unit}2025年政府信息公开工作年度报告</dc:title>" in core
    assert f"<dc:creator>{report.unit}</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    whole = b"".join(parts(data).values()).decode()
    for trace in ("python-docx", "Macintosh", "stylesWithEffects", "thumbnail", "description"):
        assert trace not in whole.replace("w:tblDescription", "")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_point_20_validators_fonts_and_reading_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made(name))
    assert OpenXmlValidator().validate(path).errors == []
    assert list(check(path)) == []
    assert grid_faults(made(name)) == []
    fonts = part(made(name), "word/fontTable.xml")
    for font in val(fonts, "w:font"):
        assert val(font, "w:altName/@w:val") == [ALTERNATIVES[font.get(f"{{{W}}}name")]]
    again, report = read_report(path), reports.named(name)
    assert again.cells == report.cells
