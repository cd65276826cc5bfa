import io
import json
import random
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.read.importer import NotAReport, read_report
from sections.form.disclosure_2021 import FORM, HEADINGS
from sections.report.assemble import with_texts
from sections.report.report import Report
from tests.support import made
from tests.support.read_reports import SHARED, assert_equal, wrong

REAL = {
    "qijiang-mzj-2024/rebuilt.docx": "qijiang-mzj-2024/expected.json",
    "suqian-2023/source.docx": "suqian-2023/expected.json",
    **{f"variants/{name}.docx": f"variants/{name}.json" for name in (
        "c02-slash-zero", "c05-total-first", "c07-nested-docx", "c20-new-sum", "c24-letter-o",
    )},
}  # fmt: skip


def read(data: bytes, folder: Path) -> Report:
    path = folder / "年报.docx"
    path.write_bytes(data)
    return read_report(path)


def test_every_number_stands_in_the_field_it_was_written_for(tmp_path: Path) -> None:
    texts = made.numbers()
    report = read(made.package(made.body(texts)), tmp_path)
    assert wrong(report, texts) == {}
    assert report.unread == ()
    assert (report.unit, report.year, report.form_id) == ("虚构县园林局", 2025, "2021")
    assert report.title == "\n".join(made.TITLE)


def test_the_narrative_comes_apart_into_its_parts(tmp_path: Path) -> None:
    report = read(made.package(made.body(made.numbers())), tmp_path)
    assert report.opening == made.OPENING
    assert report.period is not None
    assert report.period.end.isoformat() == "2025-12-31"
    assert report.overview.text == "\n".join(made.OVERVIEW)
    assert report.overview.lead == made.OVERVIEW[0]
    assert report.overview.topics["management"] == "信息先审后发。"
    assert set(report.overview.topics) == {"proactive", "requests", "management", "platform", "supervision"}
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)
    assert [(one.problem, one.measure) for one in report.problems.items] == [
        ("栏目更新偏慢", "每月巡查栏目"), ("答复文书不统一", "统一文书范本"),
    ]  # fmt: skip
    assert (report.profile.address, report.profile.telephone) == ("虚构县桂花街6号", "0999-7654321")
    figures = {(figure.id, figure.name): figure for figure in report.figures}
    assert figures["proactive.published_total", ""].value == 1208
    assert figures["platform.items", "公园绿地名录"].last_year == 9


@pytest.mark.parametrize(
    "spoil",
    [
        " ".join,
        lambda text: text.replace("（", "(").replace("）", ")").replace("“", '"').replace("”", '"'),
        lambda text: text.replace("法规禁止公开", "止公开"),
        lambda text: text.replace("1.", "1、").replace("2.", "2．"),
    ],
    ids=["inner spaces", "half-width brackets and quotes", "a typing slip", "other numbering"],
)
def test_labels_are_recognised_however_they_are_written(spoil: object, tmp_path: Path) -> None:
    texts = made.numbers()
    assert wrong(read(made.package(made.body(texts, spoil)), tmp_path), texts) == {}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("", 0), ("-", 0), ("—", 0), ("－", 0), ("/", 0), ("／", 0), ("１２", 12), ("1,234", 1234),
        ("1，234", 1234), ("7件", 7),
        ("无", 0), ("〇", 0), ("○", 0), ("～", 0),
        (" 8 ", 8), ("-3", -3), ("１，２３４ 件", 1234),
    ],
)  # fmt: skip
def test_numbers_as_clerks_write_them(printed: str, number: int, tmp_path: Path) -> None:
    texts = made.summed(made.numbers(requests__new__research=str(number)))
    texts |= {"requests.new.research": printed, "requests.new.total": str(int(texts["requests.new.total"]))}
    assert read(made.package(made.body(texts)), tmp_path).number("requests.new.research") == number


@pytest.mark.parametrize(
    "printed", ["O", "1.5", "1.0", "三", "减4", "1.000", "无关", "1 2", "12,34", "1/2", "9" * 40]
)
def test_what_is_no_certain_number_is_null_and_listed(printed: str, tmp_path: Path) -> None:
    report = read(made.package(made.body(made.numbers(requests__new__research=printed))), tmp_path)
    assert report.number("requests.new.research") is None
    assert [(place.where, place.raw) for place in report.unread] == [("requests.new.research", printed)]


@pytest.mark.parametrize("decimals", [".0", ".00"])
def test_whole_numbers_of_a_table_that_writes_decimals_are_whole(decimals: str, tmp_path: Path) -> None:
    texts = made.numbers()
    printed = {path: f"{text}{decimals}" for path, text in texts.items()}
    assert wrong(read(made.package(made.body(printed)), tmp_path), texts) == {}


def test_fees_in_yuan_become_wan_yuan_with_a_note(tmp_path: Path) -> None:
    texts = made.numbers(proactive__fees="251000")
    head = made.body(texts, lambda text: text.replace("单位：万元", "单位：元"))
    report = read(made.package(head), tmp_path)
    assert report.number("proactive.fees") == Decimal("25.1")
    assert "251000" in "".join(report.notes)


def test_wrong_sums_stay_as_printed(tmp_path: Path) -> None:
    report = read(
        made.package(made.body(made.numbers(disputes__reconsideration__total="0"))),
        tmp_path,
    )
    assert report.number("disputes.reconsideration.total") == 0


def test_tracked_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    kept = "<w:ins><w:r><w:t>4</w:t></w:r></w:ins>"
    gone = "<w:del><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></w:del>"
    texts = made.numbers(requests__new__research="@@")
    inner = made.body(texts).replace('<w:r><w:t xml:space="preserve">@@</w:t></w:r>', gone + kept)
    assert read(made.package(inner), tmp_path).number("requests.new.research") == 4


def test_content_controls_and_frames_around_tables_are_read(tmp_path: Path) -> None:
    texts = made.numbers()
    frame = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    inner = made.body(texts).replace("<w:tbl>", "\x00<w:tbl>").replace("</w:tbl>", "</w:tbl>\x01")
    head, tail = frame.split("{}")
    framed = inner.replace("\x00", head).replace("\x01", tail)
    report = read(made.package(f"<w:sdt><w:sdtContent>{framed}</w:sdtContent></w:sdt>"), tmp_path)
    assert wrong(report, texts) == {}


NUMBERING = f"""<w:numbering xmlns:w="{made.NAMESPACE}">
<w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{made.NAMESPACE}"><w:style w:styleId="a1"><w:pPr><w:numPr><w:numId w:val="7"/>
</w:numPr></w:pPr></w:style></w:styles>"""


def test_automatic_numbers_of_headings_and_topics_are_printed(tmp_path: Path) -> None:
    texts = made.numbers()
    inner = made.body(texts)
    for heading in HEADINGS.values():
        plain = made.paragraph(heading[2:]).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr>')
        inner = inner.replace(made.paragraph(heading), plain)
    level = '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    for line in made.OVERVIEW[1:]:
        inner = inner.replace(made.paragraph(line), made.paragraph(line[3:]).replace("<w:p>", level))
    document = made.package(inner)
    with zipfile.ZipFile(io.BytesIO(document)) as opened:
        main = opened.read("word/document.xml")
    files = {
        "word/document.xml": main,
        "word/numbering.xml": NUMBERING.encode(),
        "word/styles.xml": STYLES.encode(),
    }
    report = read(made.zipped(files), tmp_path)
    assert report.headings == HEADINGS
    assert report.overview.text == "\n".join(made.OVERVIEW)
    assert wrong(report, texts) == {}


def test_a_table_cut_in_two_keeps_its_heads(tmp_path: Path) -> None:
    texts = made.numbers()
    rows = made.table(FORM.tables["requests"], texts).split("<w:tr>")
    cut = (
        "<w:tr>".join(rows[:8])
        + "</w:tbl>"
        + made.paragraph("- 3 -")
        + "<w:tbl><w:tr>"
        + "<w:tr>".join(rows[8:])
    )
    inner = made.body(texts).replace(made.table(FORM.tables["requests"], texts), cut)
    assert wrong(read(made.package(inner), tmp_path), texts) == {}


def test_a_row_that_is_missing_is_null_never_zero(tmp_path: Path) -> None:
    texts = made.numbers()
    rows = made.table(FORM.tables["requests"], texts).split("<w:tr>")
    inner = made.body(texts).replace("<w:tr>" + rows[5], "", 1)
    report = read(made.package(inner), tmp_path)
    assert set(wrong(report, texts)) == {f for f in FORM.paths if f.startswith("requests.carried_in.")}
    assert {place.where for place in report.unread} == set(wrong(report, texts))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(counts=st.lists(st.integers(0, 10**7), min_size=205, max_size=205))
def test_any_numbers_written_are_the_numbers_read(
    counts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = dict(zip(FORM.paths, map(str, counts), strict=False))
    report = read(made.package(made.body(texts)), tmp_path_factory.mktemp("any"))
    assert wrong(report, texts) == {}


def test_what_nianbao_exports_reads_back(tmp_path: Path) -> None:
    from app.documents.write.docx import write_docx

    found = "2025年，信息公开还有不足：一是栏目更新偏慢；二是答复文书不统一。"
    measures = "下一步，针对上述问题，将采取以下措施：一是统一口径；二是按月巡查。"
    cells = {field: i for i, field in enumerate(FORM.paths)}
    report = Report.from_cells(cells, unit="虚构县园林局", year=2025, opening=made.OPENING)
    texts = {"problems.found": found, "problems.measures": measures, "other.matters": made.OTHER}
    back = read(write_docx(with_texts(report, texts)), tmp_path)
    assert wrong(back, {field: str(i) for field, i in cells.items()}) == {}
    assert [(one.problem, one.measure) for one in back.problems.items] == [
        ("栏目更新偏慢", "统一口径"),
        ("答复文书不统一", "按月巡查"),
    ]
    assert (back.unit, back.year, back.other.text) == ("虚构县园林局", 2025, made.OTHER)


# --- what must be refused -----------------------------------------------------------------------------

ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
WIDE = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc></w:tr>'
GOOD = made.package(made.body(made.numbers()))
HOSTILE = {
    "zip bomb": made.zipped({"word/document.xml": b"<w>" + b"0" * 70_000_000}),
    "small bomb": made.zipped({"word/document.xml": b" " * 9_000_000}),
    "many entries": made.zipped({f"word/{i}": b"" for i in range(5_100)}),
    "entity bomb": made.package("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", ENTITIES),
    "deep nesting": made.package("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000),
    "200 levels": made.package("<w:sdt>" * 200 + "</w:sdt>" * 200),
    "wide table": made.package(f"<w:tbl>{WIDE * 3_000}</w:tbl>"),
    "truncated": GOOD[: len(GOOD) // 2],
    "no document": made.zipped({"xl/workbook.xml": b"<w/>"}),
    "not xml": made.zipped({"word/document.xml": b"hello"}),
    "no body": made.zipped({"word/document.xml": b"<w/>"}),
    "ole": bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 4000,
    "locked": bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
    "random": random.Random(7).randbytes(5_000),
    "empty": b"",
    "pdf": b"%PDF-1.7\n%",
    "page": b"<!DOCTYPE html><html><body>2025</body></html>",
    "other text": made.package(made.paragraph("今年的工会活动安排如下。")),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_foreign_files_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotAReport) as refused:
        read(HOSTILE[name], tmp_path)
    assert str(refused.value).endswith("。")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAReport, match="无法打开"):
        read_report(tmp_path / "没有.docx")


def test_damaged_files_never_give_a_traceback(tmp_path: Path) -> None:
    source = random.Random(11)
    for _ in range(60):
        data = bytearray(GOOD)
        for _ in range(source.randint(1, 20)):
            data[source.randrange(len(data))] = source.randrange(256)
        try:
            report = read(bytes(data), tmp_path)
        except NotAReport:
            continue
        assert isinstance(report, Report)


# --- the real ones ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REAL)
def test_real_reports_are_read_cell_by_cell(name: str) -> None:
    if not (SHARED / name).exists():
        pytest.skip(f"needs the open report {name}")
    expected = json.loads((SHARED / REAL[name]).read_text("utf-8"))
    report = read_report(SHARED / name)
    assert_equal(report, expected.get("expected", expected), unread=2 if "letter-o" in name else 0)


@pytest.mark.parametrize(
    "title",
    [
        "虚构县园林局2025年度政府信息公开年度报告",
        "虚构县园林局关于2025年政府信息公开工作年度报告",
        "2025年虚构县园林局政府信息公开工作年度报告",
        "虚构县园林局/政府信息公开工作年度报告/（2025年）",
        "虚构县园林局政府信息公开工作2025年度报告",
        "虚构县园林局/二〇二五年政府信息公开工作年度报告",
        "政府信息公开工作年度报告/虚构县园林局/2025年",
        "【年报】虚构县园林局2025年政务公开工作年度报告",
        "虚构县人民政府文件/虚园发〔2026〕3号/虚构县园林局 2025 年政府信息公开/工作年度报告",
    ],
)
def test_titles_as_reports_turn_them(title: str, tmp_path: Path) -> None:
    printed = "".join(map(made.paragraph, title.split("/")))
    inner = made.body(made.numbers()).replace("".join(map(made.paragraph, made.TITLE)), printed)
    report = read(made.package(inner), tmp_path)
    assert (report.unit, report.year) == ("虚构县园林局", 2025)
    assert report.title_lines[0] == "虚构县园林局"
    assert report.opening == made.OPENING


def test_the_organ_of_a_report_without_title_is_the_one_that_signs(tmp_path: Path) -> None:
    signed = "".join(map(made.paragraph, ("虚构县园林局", "2026年1月20日")))
    inner = made.body(made.numbers()).replace("".join(map(made.paragraph, made.TITLE)), "") + signed
    report = read(made.package(inner), tmp_path)
    assert (report.unit, report.year, report.other.text) == ("虚构县园林局", 2025, made.OTHER)
