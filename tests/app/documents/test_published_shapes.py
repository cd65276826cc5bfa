"""Shapes that reports are published in, each with one fault: what must come out, nothing lost."""

from pathlib import Path

import pytest

from app.documents.read.formats.one_line import unfolded
from app.documents.read.importer import read_report
from sections.form.disclosure_2021 import FORM
from tests.support import made
from tests.support.accounted import account
from tests.support.read_reports import SHARED
from tests.support.shapes import OWN_NUMBERS, SMALL, files, shape, small

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the small reports of ../shared")

ROW = 7
DOUBTS = {
    "hon2-wide-head-two-numbers": 22,
    "hon3-merged-over-groups": 2,
    "hon4f-tab-two-numbers": 1,
    "hon5-missing-cell": ROW,
    "hon6-blank-and-extra-column": ROW,
    "hon6b-proactive-extra-column": 3,
    "hon7-vmerge-and-extra-column": ROW,
}
"""Cells that must be in doubt; a file that is not named here has none."""
OWN = [path for path in files() if not path.name.startswith(OWN_NUMBERS) and path.suffix != ".pdf"]
OPEN = [
    "qijiang-mzj-2024/source.txt", "qijiang-mzj-2024/rebuilt.docx", "shuyang-fgj-2023/source.html",
    "suqian-2023/source.html", "suqian-2023/source.docx", "hongze-2023/source.pdf",
    "variants/c04-markdown.md", "variants/c01-blank-zero.txt", "variants/c07-nested-docx.docx",
]  # fmt: skip


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_every_cell_is_as_printed_or_in_doubt_and_told(path: Path) -> None:
    found = shape(path)
    assert (found.wrong, found.told) == ((), True)
    assert len(found.doubts) == DOUBTS.get(path.stem, 0)


def test_topics_with_digits_are_topics_and_parts_keep_their_headings() -> None:
    report = small("m01-arabic-topics.html")
    assert list(report.overview.topics) == ["supervision", "proactive", "requests"]
    assert report.headings["proactive"] == FORM.headings["proactive"]


def test_a_topic_worded_like_a_part_is_a_topic() -> None:
    assert len(small("m21-topic-as-section.html").overview.topics) == 5


def test_prose_beside_the_tables_is_kept_and_survives_json() -> None:
    report = small("m31-prose-in-3-4.html")
    assert set(report.texts) == {"requests", "disputes"}
    data = report.to_json()
    assert data["requests"]["text"].endswith("其中自然人申请4件。")
    assert "text" not in data["proactive"]
    assert type(report).model_validate(data).texts == report.texts


def test_a_paragraph_broken_by_a_page_is_one() -> None:
    assert "\n" not in small("m28-broken-paragraph.md").overview.topics["proactive"]


@pytest.mark.parametrize("name", OPEN)
def test_every_character_is_in_the_report_or_in_what_was_left_out(name: str) -> None:
    found = account(SHARED / name)
    assert found.lost == ()
    assert found.characters == found.in_report + found.left_out > 0


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_nothing_of_the_small_reports_is_lost(path: Path) -> None:
    if path.suffix != ".html" or "m16" not in path.name:
        assert account(path).lost == ()


def test_the_small_reports_are_there() -> None:
    assert len(list(SMALL.glob("*"))) > 40


# --- a report on one line ------------------------------------------------------------------------------


def one_line(requests: str) -> str:
    table = "自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他"
    return (
        "虚构县园林局2025年政府信息公开工作年度报告" + made.OPENING + "一、总体情况" + "工作平稳有序。" * 150
        + f"二、主动公开政府信息情况三、收到和处理政府信息公开申请情况{table}"
        + f"一、本年新收政府信息公开申请数量{requests}二、上年结转政府信息公开申请数量0000000"
        + "四、政府信息公开行政复议、行政诉讼情况五、存在的主要问题及改进情况更新不够及时。"
        + "六、其他需要报告的事项无。"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("digits", "total"),
    [
        ("3100004", 4),
        ("270000027", 27),
        ("121000013", None),
        ("11111", None),
        ("111111122", None),
        ("0000009", 9),
    ],
)
def test_digits_that_ran_together_are_parted_in_one_way_or_in_doubt(
    digits: str, total: int | None, tmp_path: Path
) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(one_line(digits), encoding="utf-8")
    report = read_report(path)
    assert report.number("requests.new.total") == total
    assert ("requests.new.total" in report.unreadable) == (total is None)
    assert report.number("requests.carried_in.total") == 0


def test_a_text_of_many_lines_stays_as_it_is() -> None:
    text = "一、总体情况\n" + "工作平稳。\n" * 400
    assert unfolded(text) == text


# --- whose report it is --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "ending", "source"),
    [
        ("年报.txt", "\n虚构县园林局\n2026年1月20日", "文末的落款"),
        ("虚构县园林局2025年政府信息公开工作年度报告.txt", "", "文件名"),
    ],
)
def test_the_organ_is_taken_from_the_signature_or_the_file_and_that_is_said(
    name: str, ending: str, source: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    parts = (f"{heading}\n工作平稳有序。\n" for heading in FORM.headings.values())
    path.write_text(f"政府信息公开工作年度报告2025年\n{''.join(parts)}".rstrip() + ending, encoding="utf-8")
    report = read_report(path)
    assert report.unit == "虚构县园林局"
    assert any(source in note for note in report.notes)


def test_a_doubled_head_that_has_lost_the_one_over_it_is_in_doubt_and_no_crash(tmp_path: Path) -> None:
    heads = ("自然人", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    row = ("一、本年新收政府信息公开申请数量", "3", "3", "1", "0", "0", "0", "0", "4")
    table = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>" for line in (("", *heads[::-1]), row)
    )
    parts = [f"<p>{heading}</p>" for heading in FORM.headings.values()]
    path = tmp_path / "年报.html"
    path.write_text(
        f"<p>{''.join(made.TITLE)}</p>{''.join(parts[:3])}<table>{table}</table>{''.join(parts[3:])}"
    )
    report = read_report(path)
    assert report.number("requests.new.total") is None
    assert "requests.new.total" in report.unreadable
