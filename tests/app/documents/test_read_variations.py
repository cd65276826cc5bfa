import itertools
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.documents.read import read_report
from sections.form import HEADINGS, table_fields
from sections.report.report import Report
from tests.app.documents import made, writers
from tests.app.documents import variations as v
from tests.app.documents.test_read_docx import wrong


def read(parts: v.Parts, writer: str, folder: Path, encoding: str = "utf-8") -> Report:
    path = folder / f"年报.{writer}"
    path.write_bytes(writers.encoded(writers.WRITERS[writer](parts), encoding))
    return read_report(path)


def assert_read(report: Report, texts: made.Numbers) -> None:
    """Everything that was written, cell by cell and paragraph by paragraph."""
    assert wrong(report, texts) == {}
    assert report.unread == ()
    assert (report.unit, report.year) == ("虚构县园林局", 2025)
    assert report.title == "\n".join(made.TITLE)
    assert report.opening == made.OPENING
    assert list(report.overview.topics.values()) == [line.partition("。")[2] for line in made.OVERVIEW[1:]]
    assert report.overview.lead == made.OVERVIEW[0]
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)
    assert set(report.headings) == set(HEADINGS)


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
    for number, field in enumerate(table_fields()):
        if number % 3:
            texts[field] = zero
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
    texts[f"requests.granted.{blank}"] = ""
    report = read(v.VARIATIONS["a column 备注"](v.report(texts)), "txt", tmp_path)
    row = {field for field in table_fields() if field.startswith("requests.granted.")}
    assert report.unreadable == (set() if sure else row)
    assert set(wrong(report, texts | {f"requests.granted.{blank}": "0"})) == report.unreadable


@pytest.mark.parametrize("writer", writers.WRITERS)
def test_the_trial_form_is_recognised_and_what_it_shares_is_read(writer: str, tmp_path: Path) -> None:
    texts = made.numbers()
    report = read(v.trial(texts), writer, tmp_path)
    assert report.form_id == "2019"
    shared = {f for f in table_fields() if f.startswith(("requests.", "disputes."))} - {
        f for f in table_fields() if "other_no_" in f
    }
    assert shared.isdisjoint(wrong(report, texts))
    assert report.number("requests.other_no_fee.total") == 0
    unknown = {f for f in table_fields() if f.startswith(("proactive.regulations", "proactive.normative"))}
    assert all(report.number(field) is None for field in unknown)
    assert unknown <= report.unreadable
    assert (report.number("proactive.licences"), report.number("proactive.penalties")) == (31, 41)
    assert [note.partition("：")[2] for note in report.notes if note.startswith("2019年试行格式")] == [
        "本年新制作数量 1，本年新公开数量 1，对外公开总数量 2。",
        "本年新制作数量 5，本年新公开数量 4，对外公开总数量 19。",
        "上一年项目数量 12，本年增/减 减4。",
        "上一年项目数量 7，本年增/减 0，处理决定数量 6。",
        "上一年项目数量 3，本年增/减 1。",
        "上一年项目数量 2，本年增/减 0。",
        "上一年项目数量 4，本年增/减 0。",
        "采购项目数量 8，采购总金额 251000元。",
    ]


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
    counts=[0] * len(table_fields()),
)
@given(
    names=st.tuples(*(st.sampled_from(layer) for layer in LAYERS)),
    writer=st.sampled_from(sorted(writers.WRITERS)),
    encoding=st.sampled_from(writers.ENCODINGS),
    counts=st.lists(st.integers(0, 10**6), min_size=len(table_fields()), max_size=len(table_fields())),
)
def test_what_is_written_is_what_is_read(
    names: tuple[str, ...],
    writer: str,
    encoding: str,
    counts: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = dict(zip(table_fields(), map(str, counts), strict=True))
    parts = v.report(texts)
    for name in names:
        parts = v.VARIATIONS[name](parts)
    report = read(parts, writer, tmp_path_factory.mktemp("any"), encoding)
    if any((name, writer) in LOST for name in names):
        assert_honest(report, texts)
    else:
        assert_read(report, texts)
