"""Running text as files really have it: broken by pages and windows, with what stands around it. All of it is
in the report or listed as left out."""

import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from lxml import etree, html

from app.documents.formats import format_of
from app.documents.read.blocks import Aside, Grid, Paragraph
from app.documents.read.characters import ordinary
from app.documents.read.errors import NotAReport
from app.documents.read.formats.html import read_archived, read_html
from app.documents.read.formats.workbook import read_workbook
from app.documents.read.importer import read_report
from app.documents.read.rejoined import rejoined, window_of
from app.documents.write.kinds import Edition, write
from sections.form.disclosure_2021 import FORM
from sections.report.report import Report
from tests.support import made, reports
from tests.support.accounted import account, squeezed
from tests.support.read_reports import SHARED

TEXT = made.text(made.numbers(), made.tabbed_rows)
PROACTIVE = made.OVERVIEW[1].partition("。")[2]


def read(folder: Path, text: str, name: str = "年报.txt") -> Report:
    path = folder / name
    path.write_bytes(text.encode())
    assert account(path).lost == ()
    return read_report(path)


def left_out(report: Report, reason: str) -> list[str]:
    return [one.text for one in report.left_out if one.reason == reason]


# --- between the tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["各科室情况见下表。", "本局2025年的情况如下：", "注：含撤回的申请。"])
@pytest.mark.parametrize("shape", [made.tabbed_rows, made.pipes, made.bare_cells])
@pytest.mark.parametrize("section", FORM.tables)
def test_a_sentence_above_or_below_a_table_is_text_of_its_part(
    line: str, shape: Callable[..., list[str]], section: str, tmp_path: Path
) -> None:
    text = made.text(made.numbers(), lambda table, texts: [line, *shape(table, texts)])
    report = read(tmp_path, text)
    kept = [*report.texts.get(section, "").split("\n"), *(one.text for one in report.left_out)]
    assert line in kept
    assert report.unread == ()


@pytest.mark.parametrize("line", ["（三）行政赔偿", "单位：件", "园林局办公室"])
def test_a_caption_of_a_table_is_listed(line: str, tmp_path: Path) -> None:
    text = made.text(made.numbers(), lambda table, texts: [line, *made.tabbed_rows(table, texts)])
    report = read(tmp_path, text)
    assert [one.text for one in report.left_out] == [line] * 3
    assert report.unread == ()


def test_another_table_in_a_part_makes_no_doubt(tmp_path: Path) -> None:
    other = ["各科室办理情况见下表。", "科室\t新收\t予以公开\t总计", "绿化科\t3\t1\t4", "管护科\t8\t2\t9"]
    text = made.text(made.numbers(), lambda table, texts: [*made.tabbed_rows(table, texts), *other])
    report = read(tmp_path, text)
    assert report.unread == ()
    assert report.texts["requests"] == other[0]


# --- broken lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [
        "全年主动公开政府信息1,2\n- 2 -\n08条，其中网站公开900条。",
        "全年主动公开政府信息1,208条，\n\n其中网站公开900条。",
        "全年主动公开政府信息1,208条，其中\f\n\n网站公开900条。",
        "全年主动公开政府\n第 3 页 共 9 页\n信息1,208条，其中网站公开900条。",
        f"全年主动公开政府信息1,208条，\n{''.join(made.TITLE)}\n其中网站公开900条。",
        "全年主动公开政府信息\u200b1,2\u202d08\u202c条，其中网站公开900条。",
        "全年主动公开政府信息**1,208**条，其中网站公开*900*条。",
        "全年主动公开政府信息1,208条&#65292;其中网站公开900条。",
        "全年主动公开政府信息1,208条，其中网站公开900条。\u2028",
    ],
)
def test_a_paragraph_broken_by_a_page_or_marked_up_is_as_it_was(broken: str, tmp_path: Path) -> None:
    at_page = broken.replace("全年主动公开政府\n第", "全年公开有序，主动公开政府\n第")
    told = PROACTIVE.replace("全年", "全年公开有序，") if at_page != broken else PROACTIVE
    report = read(tmp_path, TEXT.replace(PROACTIVE, at_page))
    assert report.overview.topics["proactive"] == told
    assert {figure.id: figure.value for figure in report.figures}["proactive.published_total"] == 1208


def test_lines_as_wide_as_their_window_are_one_paragraph() -> None:
    said = "本局信息公开工作平稳有序" * 9 + "。"
    window = [said[at : at + 20] for at in range(0, len(said), 20)]
    assert list(rejoined([*window, "二是公开有序"], window_of(window))) == [said, "二是公开有序"]
    assert list(rejoined(["工作平稳有序", "没有其他事项"], window_of(["短", "长一些的一行文字"]))) == [
        "工作平稳有序", "没有其他事项"
    ]  # fmt: skip


def test_a_heading_broken_in_two_is_that_heading(tmp_path: Path) -> None:
    heading = FORM.headings["requests"]
    report = read(tmp_path, TEXT.replace(heading, f"{heading[:-4]}\n{heading[-4:]}"))
    assert report.headings == dict(FORM.headings)
    assert report.unread == ()


@pytest.mark.parametrize("numbers", ["①②③④⑤", "⑴⑵⑶⑷⑸", "㈠㈡㈢㈣㈤"])
def test_topics_numbered_by_one_character_are_topics(numbers: str, tmp_path: Path) -> None:
    text = TEXT
    for number, chinese in zip(numbers, "一二三四五", strict=True):
        text = text.replace(f"（{chinese}）{made.OVERVIEW['一二三四五'.index(chinese) + 1][3:7]}",
                            number + made.OVERVIEW["一二三四五".index(chinese) + 1][3:7])  # fmt: skip
    assert read(tmp_path, text).overview.topics == read(tmp_path, TEXT).overview.topics


def test_parts_without_headings_keep_their_short_sentences(tmp_path: Path) -> None:
    text = TEXT.replace(FORM.headings["problems"] + "\n", "").replace(FORM.headings["other"] + "\n", "")
    report = read(tmp_path, text)
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)


def test_what_is_left_out_is_listed_in_the_order_of_the_file(tmp_path: Path) -> None:
    inner = made.body(made.numbers())
    for section in FORM.tables:
        heading = made.paragraph(FORM.headings[section])
        inner = inner.replace(heading, heading + made.paragraph(f"附表{section}"))
    path = tmp_path / "年报.docx"
    path.write_bytes(made.package(inner))
    assert [one.text for one in read_report(path).left_out] == [f"附表{section}" for section in FORM.tables]


# --- what stands around the report ----------------------------------------------------------------------


def test_another_report_in_the_file_is_told_and_not_mixed_in(tmp_path: Path) -> None:
    report = read(tmp_path, f"{TEXT}\n{TEXT.replace('园林局', '水务局').replace('1,208', '777')}")
    alone = read(tmp_path, TEXT)
    assert (report.cells, report.other, report.figures) == (alone.cells, alone.other, alone.figures)
    assert any("另一份年报" in note and "虚构县水务局" in note for note in report.notes)
    assert left_out(report, "文件里的另一份年报")[0] == "虚构县水务局"


def test_a_list_of_contents_is_no_second_report(tmp_path: Path) -> None:
    contents = "\n".join(FORM.headings.values())
    report = read(tmp_path, TEXT.replace(made.OPENING, f"目录\n{contents}\n{made.OPENING}"))
    assert not any("另一份年报" in note for note in report.notes)


@pytest.mark.parametrize("behind", ["阅读 1208\n赞 3\n在看\n写留言", "附件：1.统计表\n2.目录清单"])
def test_what_a_page_has_below_the_report_is_no_part_of_it(behind: str, tmp_path: Path) -> None:
    report = read(tmp_path, f"{TEXT.rstrip()}\n{behind}\n")
    assert report.other.text == made.OTHER
    assert [one.text for one in report.left_out] == behind.replace(" ", "").split("\n")


def test_whom_to_ask_may_stand_below_the_signature(tmp_path: Path) -> None:
    ask = "（联系人：办公室，电话：0999-7654321）"
    report = read(tmp_path, f"{TEXT.rstrip()}\n虚构县园林局\n2026年1月12日\n{ask}\n")
    assert report.signature is not None
    assert report.other.text == f"{made.OTHER}\n{ask}"


# --- other formats --------------------------------------------------------------------------------------


def page(body: str) -> str:
    heads = "".join(f"<p>{text}</p>" for text in (*made.TITLE, made.OPENING))
    parts = "".join(
        f"<p>{heading}</p>" + "".join(f"<p>{text}</p>" for text in made.paragraphs_before(section))
        for section, heading in FORM.headings.items()
    )
    return f"<html><body><div id='a'>{heads}{parts}</div>{body}</body></html>"


def asides(data: bytes) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in format_of(data).blocks(data) if isinstance(one, Aside)]


def test_what_a_web_page_has_around_and_hides_in_the_article_is_listed() -> None:
    around = "<div>扫码查看</div><script>var a = 1;</script>"
    hidden = (
        "<p style='display:none'>旧稿一句。</p><table><caption>情况表</caption><tr><td>1</td></tr></table>"
    )
    text = page(around).replace(f"<p>{FORM.headings['other']}", f"{hidden}<p>{FORM.headings['other']}")
    assert asides(text.encode()) == [
        ("旧稿一句。", "网页里隐藏或划掉的文字"),
        ("情况表", "表格旁的名称、单位或说明"),
        ("扫码查看", "网页的栏目、页脚"),
    ]


def test_a_report_in_a_frame_is_read_or_its_file_is_named() -> None:
    inner = page("")
    outer = (
        f'<html><body><p>首页</p><iframe srcdoc="{inner.replace(chr(34), "&quot;")}"></iframe></body></html>'
    )
    assert read_html(outer.encode()) == read_html(inner.encode())
    with pytest.raises(NotAReport, match="框架「年报_files"):
        read_html('<html><frameset><frame src="年报_files/正文.html"></frameset></html>'.encode())
    archive = EmailMessage()
    archive.set_content("<html><body><iframe src='cid:1'></iframe></body></html>", subtype="html")
    archive.add_related(inner.encode(), "text", "html", filename="正文.html")
    assert read_archived(bytes(archive)) == read_html(inner.encode())


def test_an_article_that_a_script_would_show_is_read() -> None:
    faded = page("").replace("<div id='a'>", "<div id='a' style='visibility: hidden; opacity: 0;'>")
    assert read_html(faded.encode()) == read_html(page("").encode())


def test_notes_of_a_word_file_are_listed() -> None:
    data = io.BytesIO(made.package(made.body(made.numbers())))
    inner = f"<w:footnote>{made.paragraph('含子站。')}</w:footnote>"
    note = f'<w:footnotes xmlns:w="{made.NAMESPACE}">{inner}</w:footnotes>'
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("word/footnotes.xml", note)
    assert asides(data.getvalue()) == [("含子站。", "脚注、尾注")]


def test_what_stands_beside_the_table_of_a_workbook_is_listed() -> None:
    report = reports.sample()
    with zipfile.ZipFile(io.BytesIO(write(Edition(report), "xlsx"))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = next(name for name in sorted(parts) if name.startswith("xl/worksheets/sheet"))
    beside = '<c r="Z1" t="inlineStr"><is><t>上年为2件</t></is></c></row>'.encode()
    parts[name] = parts[name].replace(b"</row>", beside, 1)
    assert Aside("上年为2件", "工作表里空列右边的内容") in read_workbook(made.zipped(parts))


# --- the open reports, by another way of reading them ---------------------------------------------------

OPEN = [
    "qijiang-mzj-2024/rebuilt.docx", "suqian-2023/source.docx", "suqian-2023/source.html",
    "shuyang-fgj-2023/source.html", "hongze-2023/source.pdf", "variants/c01-blank-zero.txt",
]  # fmt: skip
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def raw_lines(path: Path) -> list[str]:
    """The lines of a file as its format has them, by nothing of ours."""
    if path.suffix == ".docx":
        body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        return ["".join(one.text or "" for one in line.iter(f"{_W}t")) for line in body.iter(f"{_W}p")]
    if path.suffix == ".html":
        tree = html.fromstring(path.read_bytes())
        for element in tree.xpath("//script|//style|//head"):
            element.drop_tree()
        return list(tree.itertext())
    if path.suffix == ".pdf":
        import pypdfium2

        pages = pypdfium2.PdfDocument(path)
        return [line for one in pages for line in one.get_textpage().get_text_range().split("\n")]
    return path.read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("name", OPEN)
def test_no_reader_of_a_format_loses_a_line(name: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs the open report {name}")
    data, have = path.read_bytes(), ""
    for block in format_of(data).blocks(data):
        if isinstance(block, Grid):
            have += "".join({cell.origin: cell.text for row in block.rows for cell in row}.values())
        else:
            assert isinstance(block, Paragraph | Aside)
            have += block.text
    have = squeezed(ordinary(have))
    lost = [line for line in map(squeezed, map(ordinary, raw_lines(path))) if line not in have]
    assert [line for line in lost if not re.search(r"[0-9]{4,}$", line)] == []
