import itertools
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.documents.read.importer import read_report
from sections.form.disclosure_2019 import FORM as FORM_2019
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from sections.rules.base import Context
from sections.rules.run import check
from tests.support import made, writers
from tests.support import variations as v
from tests.support.read_reports import assert_read, wrong


def read(parts: v.Parts, writer: str, folder: Path, encoding: str = "utf-8") -> Report:
    path = folder / f"年报.{writer}"
    path.write_bytes(writers.encoded(writers.WRITERS[writer](parts), encoding))
    return read_report(path)


def assert_honest(report: Report, texts: made.Numbers) -> None:
    """What was not read as it was written is null, and said to be so."""
    found = wrong(report, texts)
    assert set(found.values()) <= {None}
    assert set(found) == report.unreadable


BLANKS_LOST = frozenset({"lines.txt", "spaces.txt", "bars-alone.txt", "bars-down.txt"})
LOST = {*(("a column 序号", writer) for writer in BLANKS_LOST), ("inner spaces", "spaces.txt")}
"""What no reader can place for certain: numbers of rows among those in them, spaces inside and between."""


@pytest.mark.parametrize(("name", "writer"), itertools.product(v.VARIATIONS, writers.WRITERS))
def test_a_report_is_read_however_it_is_laid_out(name: str, writer: str, tmp_path: Path) -> None:
    texts = made.numbers()
    if (name, writer) in LOST:
        report = read(v.VARIATIONS[name](v.report(texts)), writer, tmp_path)
        assert_honest(report, texts)
        assert len(report.unread) < len(texts)
        return
    assert_read(read(v.VARIATIONS[name](v.report(texts)), writer, tmp_path), texts)


@pytest.mark.parametrize("writer", writers.WRITERS)
def test_other_handling_in_one_row_is_taken_for_its_last_item(writer: str, tmp_path: Path) -> None:
    texts = made.numbers()
    texts |= {field: "0" for field in texts if "other_no_" in field}
    report = read(v.MERGED_OTHER(v.report(texts)), writer, tmp_path)
    assert wrong(report, texts) == {}
    assert any("其他处理" in note for note in report.notes)


@pytest.mark.parametrize(
    ("zero", "writer"), itertools.product(["", "-", "—", "－", "/", "／", "\u3000"], writers.WRITERS)
)
def test_blanks_and_dashes_are_zero(zero: str, writer: str, tmp_path: Path) -> None:
    texts = made.numbers()
    for number, field in enumerate(FORM.paths):
        if number % 3:
            texts[field] = "0"
    texts = {field: zero if text == "0" else text for field, text in made.summed(texts).items()}
    report = read(v.report(texts), writer, tmp_path)
    meant = {field: text if text.isdigit() else "0" for field, text in texts.items()}
    if writer in BLANKS_LOST and not zero.strip():
        assert_honest(report, meant)
    else:
        assert wrong(report, meant) == {}


@pytest.mark.parametrize(("blank", "sure"), [("enterprise", True), ("natural_person", False)])
def test_a_blank_column_beside_blank_cells_shifts_nothing(blank: str, sure: bool, tmp_path: Path) -> None:
    """Without its heads over it a row blank at both ends may be meant either way."""
    texts = made.numbers()
    texts = made.summed(texts | {f"requests.granted.{blank}": ""})
    report = read(v.VARIATIONS["a column 备注"](v.report(texts)), "txt", tmp_path)
    row = {field for field in FORM.paths if field.startswith("requests.granted.")}
    assert report.unreadable == (set() if sure else row)
    assert set(wrong(report, texts | {f"requests.granted.{blank}": "0"})) == report.unreadable


PRINTED_2019 = {
    "regulations.made": "1", "regulations.published": "1", "regulations.public_in_all": "2",
    "normative_documents.made": "5", "normative_documents.published": "4",
    "normative_documents.public_in_all": "19",
    "licences_items_last_year": "12", "licences_items_change": "减4", "licences": "31",
    "other_services_items_last_year": "7", "other_services_items_change": "0", "other_services": "6",
    "penalties_items_last_year": "3", "penalties_items_change": "增1", "penalties": "41",
    "coercive_measures_items_last_year": "2", "coercive_measures_items_change": "+5",
    "coercive_measures": "0",
    "fee_items.items_last_year": "4", "fee_items.items_change": "-2",
    "procurement.items": "8", "procurement.amount": "251000元",
}  # fmt: skip
"""Part two of the form of 2019 as clerks fill it in."""
MEANT_2019 = {
    "licences_items_change": "-4", "penalties_items_change": "1", "coercive_measures_items_change": "5",
    "fee_items.items_change": "-2", "procurement.amount": "25.1",
}  # fmt: skip


@pytest.mark.parametrize("writer", writers.WRITERS)
def test_the_form_of_2019_is_recognised_and_read_to_the_last_cell(writer: str, tmp_path: Path) -> None:
    texts = made.numbers(FORM_2019) | {f"proactive.{cell}": text for cell, text in PRINTED_2019.items()}
    report = read(v.report(texts, FORM_2019), writer, tmp_path)
    assert report.form_id == "2019"
    meant = texts | {f"proactive.{cell}": text for cell, text in MEANT_2019.items()}
    assert wrong(report, meant, FORM_2019) == {}
    assert report.unread == ()
    assert report.remarks == ()
    assert report.number("requests.other_no_fee.total") == 0
    assert report.number("proactive.fees") is None
    converted = [note for note in report.notes if "政府集中采购" in note and "已换算为万元" in note]
    revisions = [note for note in report.notes if "修订插入" in note]
    assert len(revisions) == (writer == "tracked.docx")
    assert [*converted, *revisions] == list(report.notes)


def test_a_report_of_2019_is_judged_by_the_form_and_the_law_of_its_year(tmp_path: Path) -> None:
    texts = made.numbers(FORM_2019) | {"proactive.procurement.amount": "38万元"}
    parts = ["没有其他事项。" if part == made.OTHER else part for part in v.report(texts, FORM_2019)]
    report = read(parts, "docx", tmp_path)
    codes = {one.code for one in check(Context(report.model_copy(update={"year": 2019})))}
    assert codes.isdisjoint({"NB304", "NB305", "NB601", "NB903", "NB904"})
    later = {one.code for one in check(Context(report))}
    assert {"NB304", "NB601"} <= later


def test_an_amount_of_no_stated_measure_is_left_to_the_clerk(tmp_path: Path) -> None:
    """The form of 2019 says neither 元 nor 万元."""
    path = "proactive.procurement.amount"
    report = read(v.report(made.numbers(FORM_2019) | {path: "38"}, FORM_2019), "docx", tmp_path)
    assert report.number(path) is None
    assert [(one.where, one.raw) for one in report.unread] == [(path, "38")]
    report = read(v.report(made.numbers(FORM_2019) | {path: "38万元"}, FORM_2019), "docx", tmp_path)
    assert report.number(path) == 38


@pytest.mark.parametrize("writer", ["docx", "html", "txt", "spaces.txt"])
def test_a_row_that_a_source_divides_further_is_not_guessed(writer: str, tmp_path: Path) -> None:
    """Part two in the form of 2019, part three with the rows of today: none of three is （六）其他处理."""
    texts = made.numbers(FORM) | made.numbers(FORM_2019) | {"proactive.procurement.amount": "38万元"}
    for row in ("no_correction", "no_fee", "other"):
        texts |= dict.fromkeys(FORM.tables["requests"].row_paths(f"other_{row}"), "1")
    parts = v.report(texts, FORM_2019)
    today = next(part for part in v.report(texts) if isinstance(part, v.Sheet) and part.section == "requests")
    at = next(i for i, part in enumerate(parts) if isinstance(part, v.Sheet) and part.section == "requests")
    report = read([*parts[:at], today, *parts[at + 1 :]], writer, tmp_path)
    assert report.form_id == "2019"
    assert set(FORM_2019.tables["requests"].row_paths("other_other")) <= report.unreadable


LAYERS = (
    ("total first", "columns from right to left", "a column 备注", "as the form"),
    ("cut inside a group", "cut, heads repeated", "note rows", "as the form"),
    ("inner spaces", "half-width brackets", "line breaks", "full-width digits", "separators", "as the form"),
    ("fees in 元", "fees in 元, said in the cell", "headings inside tables", "as the form"),
    ("other order", "headings in other words", "a table of contents", "as the form"),
    ("one frame around all", "a frame with a menu", "a frame around each table", "as the form"),
)


@settings(max_examples=40, deadline=None, derandomize=True)
@example(
    names=(
        "a column 备注",
        "cut inside a group",
        "inner spaces",
        "as the form",
        "other order",
        "one frame around all",
    ),
    writer="txt",
    encoding="utf-8",
    counts=[0] * len(FORM.paths),
)
@given(
    names=st.tuples(*(st.sampled_from(layer) for layer in LAYERS)),
    writer=st.sampled_from(sorted(writers.WRITERS)),
    encoding=st.sampled_from(writers.ENCODINGS),
    counts=st.lists(st.integers(0, 10**6), min_size=len(FORM.paths), max_size=len(FORM.paths)),
)
def test_what_is_written_is_what_is_read(
    names: tuple[str, ...],
    writer: str,
    encoding: str,
    counts: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = dict(zip(FORM.paths, map(str, counts), strict=True))
    if writer in BLANKS_LOST or any(name.startswith("a column") for name in names):
        # Without a grid, or beside a further column, a row is certain only where its sum holds.
        texts = made.summed(texts)
    parts = v.report(texts)
    for name in names:
        parts = v.VARIATIONS[name](parts)
    report = read(parts, writer, tmp_path_factory.mktemp("any"), encoding)
    if any((name, writer) in LOST for name in names):
        assert_honest(report, texts)
    else:
        assert_read(report, texts)
