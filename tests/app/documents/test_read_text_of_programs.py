"""Text that another program took out of a document: heads in the order of their lines, labels in pieces."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made
from tests.support.read_reports import held_as_written, wrong

LONG = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
MOVED = {
    "legal persons before natural ones": (
        "requests.",
        "自然人\n法人或其他组织\n",
        "法人或其他组织\n自然人\n",
    ),
    "the last kind of organ first": (
        "requests.",
        "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n",
        "其他\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n",
    ),
    "columns of part two": (
        "proactive.",
        "本年制发件数\n本年废止件数\n",
        "本年废止件数\n本年制发件数\n",
    ),
    "outcomes of part four": ("disputes.", "结果维持\n结果纠正\n", "结果纠正\n结果维持\n"),
}


def read(text: str, folder: Path) -> Report:
    path = folder / "年报.txt"
    path.write_text(text)
    return read_report(path)


@pytest.mark.parametrize("name", MOVED)
def test_heads_in_lines_of_their_own_do_not_say_that_columns_are_exchanged(name: str, tmp_path: Path) -> None:
    where, old, new = MOVED[name]
    texts = made.summed(made.numbers())
    report = read(made.text(texts, made.bare_cells).replace(old, new), tmp_path)
    held_as_written(report, texts)
    doubtful = {path for path in FORM.paths if report.number(path) is None}
    assert doubtful
    assert all(path.startswith(where) for path in doubtful)


@pytest.mark.parametrize("shape", [made.bare_cells, made.tab_led_cells])
@pytest.mark.parametrize("length", [4, 7, 10, 16, 20])
def test_a_label_in_pieces_is_put_together(
    length: int, shape: Callable[[made.Table, made.Numbers], list[str]], tmp_path: Path
) -> None:
    texts = made.summed(made.numbers())
    text = made.text(texts, shape)
    for label in (LONG, "信访举报投诉类申请", "（三）不予公开", "（六）其他处理"):
        pieces = [label[at : at + length] for at in range(0, len(label), length)]
        text = text.replace(label, "\n".join(pieces)) if len(pieces) <= 5 else text
    report = read(text, tmp_path)
    assert wrong(report, texts) == {}
    assert report.unread == ()


@pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["a line", "two lines"])
def test_a_blank_line_is_a_blank_cell_where_every_row_ends_at_its_total(end: str, tmp_path: Path) -> None:
    blank = ("enterprise", "research", "public_interest", "legal_service", "other")
    left = [path for path in FORM.paths if path.startswith("requests.") and path.endswith(blank)]
    texts = made.summed(made.numbers(**{path.replace(".", "__"): "@" for path in left}))
    text = made.text(texts, made.bare_cells).replace("\n", end).replace("@", "")
    report = read(text, tmp_path)
    assert wrong(report, {path: text.replace("@", "0") for path, text in texts.items()}) == {}
    assert report.unread == ()


def test_a_text_that_is_spaced_out_has_no_blank_cells(tmp_path: Path) -> None:
    texts = made.summed(made.numbers())
    report = read(made.text(texts, made.bare_cells).replace("\n", "\n\n"), tmp_path)
    assert wrong(report, texts) == {}
    assert report.unread == ()
