import json
import random
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from app.documents.read.importer import NotAReport, read_report
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v
from tests.support.read_reports import SHARED, assert_equal, assert_read, wrong

SITE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>2025年政府信息公开工作年度报告_虚构县人民政府</title>
<style>.a{{color:red}}</style><script>var a = "<p>一、总体情况</p>";</script></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li></ul></div>
<table class="menu"><tr><td>信息公开年报</td></tr>
<tr><td>虚构县水务局2021年政府信息公开工作年度报告</td></tr></table>
<div class="crumb">当前位置：首页 &gt; 信息公开 &gt; 年报</div>
<table class="meta"><tr><td>名　　称</td><td>虚构县园林局2025年政府信息公开工作年度报告</td></tr>
<tr><td>索 引 号</td><td>0000-2026-0001</td><td>发布日期</td><td>2026-01-20</td></tr></table>
<div id="zoom" style="width:900px"><!-- 正文 -->{article}</div>
<div style="display:none">二、主动公开政府信息情况</div>
<div class="foot"><p>【打印】【关闭】</p><p>上一篇：虚构县水务局2025年政府信息公开工作年度报告</p>
<p>主办单位：虚构县人民政府办公室　网站标识码：0000000000</p><p>虚构ICP备00000000号</p></div></body></html>"""


def page(parts: v.Parts, charset: str = "utf-8") -> str:
    return SITE.format(charset=charset, article=writers.html(parts).decode())


def read(data: bytes, folder: Path) -> Report:
    path = folder / "年报.html"
    path.write_bytes(data)
    return read_report(path)


@pytest.mark.parametrize("name", v.VARIATIONS)
def test_the_site_around_an_article_is_left_out(name: str, tmp_path: Path) -> None:
    texts = made.numbers()
    parts = v.VARIATIONS[name](v.report(texts))
    assert_read(read(page(parts).encode(), tmp_path), texts)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "iso-8859-1", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_the_bytes_decide_the_encoding_whatever_the_page_says(
    charset: str, encoding: str, tmp_path: Path
) -> None:
    texts = made.numbers()
    assert_read(read(page(v.report(texts), charset).encode(encoding), tmp_path), texts)


def test_a_few_broken_bytes_do_no_harm(tmp_path: Path) -> None:
    data = page(v.report(made.numbers()), "gbk").encode("gb18030")
    at = data.index("首页".encode("gb18030"))
    assert_read(read(data[:at] + b"\xff\xff" + data[at:], tmp_path), made.numbers())


def test_every_character_may_stand_in_elements_of_its_own(tmp_path: Path) -> None:
    texts = made.numbers()
    article = writers.html(v.report(texts)).decode()
    split = "".join(
        f"<span><font face='仿宋'>{c}</font></span>\n" if "\u4e00" <= c <= "\u9fff" else c for c in article
    )
    assert_read(read(SITE.format(charset="utf-8", article=split).encode(), tmp_path), texts)


def test_sloppy_markup_is_read_as_a_browser_would(tmp_path: Path) -> None:
    texts = made.numbers()
    article = writers.html(v.report(texts)).decode()
    for mark in ("</td>", "</tr>", "</p>"):
        article = article.replace(mark, "")
    sloppy = article.replace("<table>", "<TABLE border=1><tbody>").replace("<td ", "<td nowrap ")
    assert_read(read(SITE.format(charset="utf-8", article=sloppy).encode(), tmp_path), texts)


def test_entities_and_spaces_in_cells(tmp_path: Path) -> None:
    texts = made.summed(made.numbers(requests__new__research="0", requests__new__other="7"))
    texts |= {
        "requests.new.research": "&nbsp;",
        "requests.new.other": " &nbsp;7 ",
        "proactive.fees": "&#49;2",
    }
    article = writers.html(v.report(texts)).decode().replace("&amp;", "&")
    expected = texts | {"requests.new.research": "0", "requests.new.other": "7", "proactive.fees": "12"}
    assert_read(read(SITE.format(charset="utf-8", article=article).encode(), tmp_path), expected)


def test_a_signature_and_the_foot_of_the_page_are_not_part_six(tmp_path: Path) -> None:
    parts = [
        *v.report(made.numbers()),
        "虚构县园林局",
        "2026年1月20日",
        "【打印本页】",
        "相关附件：表格.xlsx",
    ]
    report = read(page(parts).encode(), tmp_path)
    assert report.other.text == made.OTHER
    assert report.signature is not None
    assert (report.signature.organ, str(report.signature.date)) == ("虚构县园林局", "2026-01-20")


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_read(charset: str, tmp_path: Path) -> None:
    saved = MIMEMultipart("related")
    saved.attach(MIMEText(page(v.report(made.numbers())), "html", charset))
    saved.attach(MIMEText("body {}", "css"))
    assert_read(read(saved.as_bytes(), tmp_path), made.numbers())


@pytest.mark.parametrize("name", ["suqian-2023", "shuyang-fgj-2023"])
def test_real_pages_are_read_cell_by_cell(name: str) -> None:
    path = SHARED / name / "source.html"
    if not path.exists():
        pytest.skip(f"needs the open report {name}")
    report = read_report(path)
    assert_equal(report, json.loads((path.parent / "expected.json").read_text("utf-8")))


# --- what must be refused -----------------------------------------------------------------------------

LINKED = '<html><body><h1>2025年年报</h1><a href="/f/1.docx">年报正文.docx</a></body></html>'
HOSTILE = {
    "only an attachment": LINKED.encode(),
    "another article": page(["园林局组织义务植树。", "三月十二日，职工前往北山植树。"]).encode(),
    "nothing": b"<html></html>",
    "nothing but a remark": b"<!-- nothing -->",
    "deep": b"<html><body>" + b"<div>" * 50_000 + "一、总体情况".encode(),
    "deep tables": b"<html><body>" + b"<table><tr><td>" * 20_000 + "一、总体情况".encode(),
    "wide": ("<table>" + '<tr><td colspan="9999" rowspan="9999">自然人</td></tr>' * 5_000).encode(),
    "entities": b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_foreign_pages_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotAReport) as refused:
        read(HOSTILE[name], tmp_path)
    assert str(refused.value).endswith("。")


def test_a_page_with_an_attachment_names_it(tmp_path: Path) -> None:
    with pytest.raises(NotAReport, match=r"年报正文\.docx.*下载"):
        read(LINKED.encode(), tmp_path)


def test_damaged_pages_never_give_a_traceback(tmp_path: Path) -> None:
    source = random.Random(23)
    good = page(v.report(made.numbers())).encode()
    for _ in range(30):
        data = bytearray(good)
        for _ in range(source.randint(1, 60)):
            data[source.randrange(len(data))] = source.randrange(256)
        try:
            report = read(bytes(data), tmp_path)
        except NotAReport:
            continue
        assert isinstance(report, Report)


def test_a_cut_off_page_gives_what_it_has_and_nulls(tmp_path: Path) -> None:
    texts = made.numbers()
    whole = page(v.report(texts))
    report = read(whole[: whole.index("（五）不予处理")].encode(), tmp_path)
    missing = wrong(report, texts)
    assert set(missing.values()) == {None}
    assert set(missing) == report.unreadable
    assert report.number("requests.denied_process.total") is not None
    assert [note for note in report.notes if "第四、第五、第六部分没有读到" in note]


@pytest.mark.parametrize("end", ["</table>", "</TABLE></body></html>", "</table><p>五、存在的主要问题</p>"])
def test_a_page_that_is_whole_is_not_called_cut_off(end: str, tmp_path: Path) -> None:
    whole = page(v.report(made.numbers()))
    at = whole.index("</table>", whole.index("三、收到"))
    assert not any("没有保存完整" in note for note in read((whole[:at] + end).encode(), tmp_path).notes)


def test_a_page_saved_as_one_file_that_is_cut_off_says_so(tmp_path: Path) -> None:
    saved = MIMEMultipart("related")
    whole = page(v.report(made.numbers()))
    saved.attach(MIMEText(whole[: whole.index("（五）不予处理")], "html", "utf-8"))
    (note,) = [note for note in read(saved.as_bytes(), tmp_path).notes if "没有保存完整" in note]
    assert "第四、第五、第六部分" in note
