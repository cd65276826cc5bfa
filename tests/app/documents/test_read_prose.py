"""How published reports really begin and name the topics of part one."""

import datetime as dt
from pathlib import Path

import pytest

from app.__main__ import main
from app.documents.read.importer import read_report
from app.documents.read.metadata import read_signature
from app.tui.importing.import_summary import describe
from sections.form.disclosure_2021 import HEADINGS
from sections.report.gaps import gaps_of, left_out_words
from sections.report.parts import Signature
from sections.report.report import Report
from tests.support import made

PERIOD = "2025-01-01/2025-12-31"


def read(folder: Path, head: str, overview: str, heading: str = "一、总体情况") -> Report:
    rest = made.text(made.numbers(), made.tabbed_rows)
    path = folder / "年报.txt"
    path.write_text(f"{head}\n{heading}\n{overview}\n{rest[rest.index('二、') :]}", encoding="utf-8")
    return read_report(path)


@pytest.mark.parametrize(
    ("head", "unit", "year"),
    [
        ("2025年虚构镇政府信息公开工作年度报告", "虚构镇", 2025),
        ("虚构路街道2025年政府信息公开工作年度报告", "虚构路街道", 2025),
        ("虚构县青石镇2025\n\n政府信息公开工作年度报告", "虚构县青石镇", 2025),
        ("青石街道办事处2025年度 政府信息公开工作年度报告", "青石街道办事处", 2025),
        ("首页 > 公开年报 > 2025\n2025年青石街道政府信息公开工作年度报告\n[字体: ] 打印", "青石街道", 2025),
        ("青石镇2025年政府信息公开工作年度报告 | |||||||||\n|\n||||||||||||", "青石镇", 2025),
        ("关于青石镇2025年度政府信息公开情况的报告", "青石镇", 2025),
        ("虚构县实验学校\n2025年政府信息公开工作年度报告", "虚构县实验学校", 2025),
        ("虚构县第一幼儿园2025年政府信息公开工作年度报告", "虚构县第一幼儿园", 2025),
        ("名 称: 青石镇2025年度 政府信息公开工作年度报告\n索 引 号: 0001", "青石镇", 2025),
    ],
)
def test_whose_report_it_is(head: str, unit: str, year: int, tmp_path: Path) -> None:
    report = read(tmp_path, head, "工作平稳。")
    assert (report.unit, report.year) == (unit, year)


@pytest.mark.parametrize(
    "words",
    [
        "本报告依据条例编制，数据统计期限为2025年1月1日至2025年12月31日。",
        "所列数据的统计期限自2025年1月1日始至12月31日止。",
        "本年度报告的统计期限从2025年1月1日到12月31止。",
        "本年报统计期限为：2025年1月1日-2025年12月31日。",
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_the_period_wherever_the_report_speaks_of_itself(words: str, inside: bool, tmp_path: Path) -> None:
    head = "青石镇2025年政府信息公开工作年度报告"
    words += "如有疑问，请与镇党政办联系（地址：虚构县青石镇1号，电话：0000-8800000，邮编：000000）。"
    report = read(tmp_path, head, words) if inside else read(tmp_path, f"{head}\n{words}", "工作平稳。")
    assert report.period is not None
    assert f"{report.period.start}/{report.period.end}" == PERIOD
    profile = report.profile
    assert (profile.telephone, profile.postcode, profile.address) == (
        "0000-8800000",
        "000000",
        "虚构县青石镇1号",
    )
    assert report.overview.lead == (words if inside else "工作平稳。")


def test_an_opening_without_a_title_above_it(tmp_path: Path) -> None:
    opening = "按照《中华人民共和国政府信息公开条例》的有关规定和上级要求，现将我局工作报告如下："
    assert read(tmp_path, opening, "工作平稳。").opening == opening


@pytest.mark.parametrize(
    "opening",
    [
        "现公布如下：",
        "根据条例要求，现公布本年度报告。",
        "现将情况报告如下：\n一是总体情况；\n二是其他事项。",
    ],
)
def test_a_short_opening_below_the_title_is_kept(opening: str, tmp_path: Path) -> None:
    head = f"发布时间：\n首页\n青石镇2025年政府信息公开工作年度报告\n来源：\n字号 大 中 小\n{opening}"
    report = read(tmp_path, head, "工作平稳。")
    assert report.opening == opening
    assert {"来源：", "字号大中小"} <= {line.text for line in report.left_out}


def test_the_words_of_a_title_stay_as_they_were_printed(tmp_path: Path) -> None:
    title = "青石镇人民政府关于2025年度政府信息公开工作情况的报告"
    report = read(tmp_path, title, "工作平稳。")
    assert report.title_lines == ("青石镇人民政府", "关于2025年度政府信息公开工作情况的报告")
    assert report.left_out == ()


def test_what_an_import_leaves_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    head = "首页\n新闻\n年报\n信息公开目录\n青石镇2025年政府信息公开工作年度报告"
    report = read(tmp_path, head, "工作平稳。\n| 项目 | 数量 |\n| 培训 | 2 |")
    told = [
        "不是年报表格中的文字4行：“项目”、“数量”、“培训”等",
        "标题前后的栏目、封面文字4行：“首页”、“新闻”、“年报”等",
    ]
    assert list(left_out_words(report)) == told
    assert all(words in describe(report) for words in told)
    assert main(["import", str(next(tmp_path.glob("*.txt")))]) == 0
    said = "".join(capsys.readouterr())
    assert all(f"  没有收入年报：{words}\n" in said for words in told)


def test_a_report_whose_tables_are_pictures_says_where_they_may_be(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    headings = "\n".join(f"{heading}\n" for heading in list(HEADINGS.values())[1:4])
    path.write_text(
        f"青石镇2025年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n{headings}五、存在的主要问题及改进情况\n更新不够及时。\n",
        encoding="utf-8",
    )
    report = read_report(path)
    assert [note[:9] for note in report.notes] == ["三张表都没有找到，"]
    assert [gap.where for gap in gaps_of(report)] == ["proactive", "requests", "disputes"]


TOPICS = {
    "proactive": "全年发布信息12条。",
    "requests": "全年收到申请2件。",
    "management": "我镇逐件审核。",
    "platform": "栏目按月更新。",
    "supervision": "每季抽查一次。",
}
NAMED = {
    "with digits": (
        "1.主动公开政府信息的情况",
        "2.依申请公开政府信息情况",
        "3、政府信息管理",
        "4.平台建设",
        "5.监督保障",
    ),
    "in other words": (
        "（一）政府信息主动公开有新进展。",
        "（二）规范细致地办好依申请公开。",
        "（三）管理好政府信息资源。",
        "（四）把公开平台的内容保障做实。",
        "（五）抓好培训与考核。",
    ),
    "set off by a space": (
        "（一）主动公开政府信息情况 ",
        "（二）依申请公开政府信息情况　",
        "（三）政府信息管理情况 ",
        "（四）政务公开平台建设情况 ",
        "（五）监督保障 ",
    ),
    "in another order": (
        "（三）主动公开情况。",
        "（一）依申请公开情况。",
        "（二）政府信息管理情况 ",
        "（四）政府信息公开平台建设情况：",
        "（六）监督保障情况。",
    ),
}


@pytest.mark.parametrize("names", NAMED.values(), ids=NAMED)
def test_the_topics_of_part_one_however_they_are_named(names: tuple[str, ...], tmp_path: Path) -> None:
    ends = "。：: \u3000"
    lines = [
        name + ("" if name[-1] in ends else "\n") + words
        for name, words in zip(names, TOPICS.values(), strict=True)
    ]
    report = read(tmp_path, "青石镇2025年政府信息公开工作年度报告", "\n".join(lines), "一、基本情况")
    assert report.overview.topics == TOPICS


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年1月15日", dt.date(2026, 1, 15)),
        ("二〇二六年一月十五日", dt.date(2026, 1, 15)),
        ("二○二六年十二月二十日", dt.date(2026, 12, 20)),
    ],
)
def test_a_signature_is_dated_in_digits_or_in_chinese_numerals(written: str, day: dt.date) -> None:
    rest, signature = read_signature(["无。", "虚构县园林局", written], "虚构县园林局")
    assert rest == ["无。"]
    assert signature == Signature(organ="虚构县园林局", date=day)


def test_a_day_that_is_none_stays_in_the_text() -> None:
    lines = ["无。", "虚构县园林局", "二〇二六年十三月十五日"]
    assert read_signature(lines, "虚构县园林局") == (lines, None)


def test_an_item_of_a_topic_that_begins_like_one_keeps_its_words(tmp_path: Path) -> None:
    told = "一是主动公开政府信息，全年主动公开政府信息505条。二是回应关切。"
    report = read(tmp_path, "".join(made.TITLE), f"（一）主动公开情况\n{told}\n（二）依申请公开\n无。")
    assert report.overview.topics["proactive"] == told


def test_a_lead_in_that_tells_a_number_is_text(tmp_path: Path) -> None:
    told = "主动公开政府信息505条。内容为动态。"
    report = read(tmp_path, "".join(made.TITLE), f"（一）{told}\n（二）依申请公开\n无。")
    assert report.overview.topics["proactive"] == told
