"""Pages whose cells span more or less than they should: a number may be lost, none is taken for another."""

import random
import re
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v
from tests.support.read_reports import wrong

SPAN = re.compile(r'(colspan|rowspan)="(\d+)"')
TEXTS = made.numbers()
PAGE = writers.WRITERS["html"](v.report(TEXTS)).decode()


def read(page: str, folder: Path) -> Report:
    path = folder / "年报.html"
    path.write_text(page, encoding="utf-8")
    return read_report(path)


def widened(page: str, words: str, old: str, new: str) -> str:
    """The cell that begins with ``words`` with another span."""
    cell = next(found for found in re.finditer(r"<td[^>]*>(.*?)</td>", page) if found[1].startswith(words))
    assert old in cell[0]
    return page.replace(cell[0], cell[0].replace(old, new), 1)


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("三、本年度办理结果", 'rowspan="22"', 'rowspan="23"'),
        ("三、本年度办理结果", 'rowspan="22"', 'rowspan="21"'),
        ("（三）不予公开", 'rowspan="8"', 'rowspan="9"'),
        ("（三）不予公开", 'rowspan="8"', 'rowspan="7"'),
        ("（五）不予处理", 'rowspan="5"', 'rowspan="6"'),
        ("（七）总计", 'colspan="2"', 'colspan="3"'),
        ("（一）予以公开", 'colspan="2"', 'colspan="1"'),
        ("四、结转下年度", 'colspan="3"', 'colspan="2"'),
        ("（本列数据", 'rowspan="3"', 'rowspan="2"'),
        ("自然人", 'rowspan="2"', 'rowspan="1"'),
        ("法人或其他组织", 'colspan="5"', 'colspan="4"'),
        ("法人或其他组织", 'colspan="5"', 'colspan="1"'),
        ("社会公益组织", 'rowspan="1"', 'rowspan="2"'),
        ("行政复议", 'colspan="5"', 'colspan="4"'),
        ("行政诉讼", 'colspan="10"', 'colspan="1"'),
        ("未经复议直接起诉", 'colspan="5"', 'colspan="4"'),
    ],
)
def test_a_span_that_is_wrong_moves_no_number(words: str, old: str, new: str, tmp_path: Path) -> None:
    report = read(widened(PAGE, words, old, new), tmp_path)
    assert wrong(report, TEXTS) == {}
    assert report.unread == ()


@pytest.mark.parametrize("words", ["信息内容", "规章"])
def test_a_span_that_is_wrong_where_no_sum_confirms_the_order_leaves_a_doubt(
    words: str, tmp_path: Path
) -> None:
    report = read(widened(PAGE, words, 'colspan="1"', 'colspan="2"'), tmp_path)
    lost = wrong(report, TEXTS)
    assert lost
    assert set(lost.values()) == {None}
    assert set(lost) == report.unreadable


def respanned(seed: int) -> str:
    """Up to three spans of the page changed."""
    chance = random.Random(seed)
    page = PAGE
    spans = sorted(
        chance.sample(list(SPAN.finditer(PAGE)), chance.choice([1, 1, 2, 3])), key=lambda m: -m.start()
    )
    for span in spans:
        size = max(1, int(span[2]) + chance.choice([-1, 1, 1, 2]))
        page = f'{page[: span.start()]}{span[1]}="{size}"{page[span.end() :]}'
    return page


def test_what_wrong_spans_make_uncertain_is_said_and_never_guessed(tmp_path: Path) -> None:
    whole = 0
    for seed in range(60):
        report = read(respanned(seed), tmp_path)
        lost = wrong(report, TEXTS)
        assert set(lost.values()) <= {None}, seed
        assert set(lost) <= report.unreadable, seed
        whole += not lost
    assert whole >= 45


def test_a_cell_that_is_merged_down_and_has_lost_its_span_is_not_read_for_one_row(tmp_path: Path) -> None:
    row = next(
        found[0] for found in re.finditer(r"<tr>.*?</tr>", PAGE, re.DOTALL) if "规范性文件" in found[0]
    )
    shorter = row[: row.rindex("<td")] + "</tr>"
    report = read(SPAN.sub("", PAGE.replace(row, shorter)), tmp_path)
    rows = ("proactive.regulations", "proactive.normative_documents")
    doubtful = {f"{row}.{column}" for row in rows for column in ("issued", "repealed", "in_force")}
    assert wrong(report, TEXTS) == dict.fromkeys(doubtful)
    assert {one.where for one in report.unread} == doubtful


def test_a_page_that_has_lost_all_its_spans_keeps_its_rows(tmp_path: Path) -> None:
    assert wrong(read(SPAN.sub("", PAGE), tmp_path), TEXTS) == {}
