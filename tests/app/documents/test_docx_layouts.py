"""Layout profiles: those of nianbao, the clerk's own, and what is said of a wrong one."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.__main__ import main
from app.documents.errors import DocumentError
from app.documents.layouts import ALTERNATIVES, GBT9704, WINDOWS, Layout, load_layout
from app.documents.write.docx import write_docx
from app.exit_codes import ExitCode
from store import paths
from tests.support import reports
from tests.support.docx_xml import Styles, find, grid_faults, part

OWN = """\
based_on = "windows"

[fonts]
body = "华文仿宋"
title_bold = false

[page]   # 毫米
top = 34.58
bottom = 32.58

[text]
lines = 20
characters = 26

[table]
band = ""

[signature]
sealed = true
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.VARIABLE, str(tmp_path))
    paths.layouts().mkdir(parents=True)
    return paths.layouts()


def test_the_standards_numbers() -> None:
    assert (GBT9704.width, GBT9704.line, GBT9704.scale) == (8845, 579, 98)
    assert load_layout("gbt9704") is GBT9704
    assert load_layout("Windows") is WINDOWS
    assert load_layout("windows-sealed") == replace(WINDOWS, sealed=True)


def test_windows_uses_only_faces_that_every_windows_has() -> None:
    data = write_docx(reports.zeros(), layout=WINDOWS)
    faces = set(find(Styles(data).root, ".//w:rFonts/@w:eastAsia"))
    assert faces == {"仿宋", "楷体", "黑体", "宋体"}
    title = Styles(data)
    assert title.value("Title", "w:rPr/w:rFonts/@w:eastAsia") == "宋体"
    assert find(title.root, './w:style[@w:styleId="Title"]/w:rPr/w:b[not(@w:val)]')
    declared = find(part(data, "word/fontTable.xml"), "w:font/@w:name")
    assert set(declared) == faces | {"Times New Roman"} <= set(ALTERNATIVES)


def test_a_layout_of_ones_own_from_the_settings_folder(folder: Path) -> None:
    (folder / "本局.toml").write_text(OWN, encoding="utf-8")
    layout = load_layout("本局")
    assert layout == load_layout(folder / "本局.toml")
    assert (layout.body, layout.topic, layout.title_bold, layout.band) == ("华文仿宋", "楷体", False, "")
    assert layout.margins == (1960, 1474, 1847, 1587)
    assert (layout.lines, layout.characters, layout.sealed) == (20, 26, True)
    data = write_docx(reports.sample(), layout=layout)
    assert Styles(data).value("Normal", "w:pPr/w:spacing/@w:line") == str(layout.height // 20)
    assert Styles(data).value("Normal", "w:rPr/w:rFonts/@w:eastAsia") == "华文仿宋"
    assert not find(part(data), ".//w:tbl//w:shd")


@pytest.mark.parametrize(("bottom", "footer"), [(25, 851), (35, 1418), (45, 1985)])
def test_the_page_number_goes_along_with_the_foot_of_the_text(folder: Path, bottom: int, footer: int) -> None:
    (folder / "own.toml").write_text(f"[page]\nbottom = {bottom}\n", encoding="utf-8")
    assert load_layout("own").footer == footer


def test_characters_are_widened_only_where_a_line_has_room_for_one_more() -> None:
    assert [replace(WINDOWS, characters=count).scale for count in (28, 27, 26, 24)] == [98, 100, 106, 115]
    assert not find(
        Styles(write_docx(reports.zeros(), layout=replace(WINDOWS, characters=24))).root,
        './/w:style[@w:styleId="Normal"]/w:rPr/w:spacing[@w:val!="0"]',
    )


def test_tables_fill_a_narrower_page() -> None:
    layout = Layout(margins=(2098, 2268, 1984, 2268))
    data = write_docx(reports.city(), layout=layout)
    for table in find(part(data), ".//w:tbl"):
        assert sum(map(int, find(table, "w:tblGrid/w:gridCol/@w:w"))) == layout.width
        for row in find(table, "w:tr"):
            assert sum(map(int, find(row, "w:tc/w:tcPr/w:tcW/@w:w"))) == layout.width
    assert grid_faults(data) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[page]\ntop = \n", 2, "写法不对"),
        ("[page]\ntop = 37\nright = \"宽\"\n", 3, "right 应当是 10 到 60 之间的数（毫米）"),
        ("[page]\n\nleft = 5\n", 3, "left 应当是"),
        ("[text]\nlines = true\n", 2, "lines 应当是 15 到 40 之间的数（行）"),
        ("\n\n[fonts]\nbody = 3\n", 4, "body 应当是字体名称"),
        ("[fonts]\nbody = \"<w:x>\"\n", 2, "body 应当是字体名称"),
        ("[fonts]\ntitle_bold = 1\n", 2, "title_bold 应当是 true 或 false"),
        ("[fonts]\nbody = \"仿宋\"\nfoot = \"宋体\"\n", 3, "foot 不认识"),
        ("[fonts]\nbody = \"仿宋\"\n[signs]\n", 3, "signs 不认识"),
        ("lines = 22\n", 1, "lines 不认识"),
        ("[table]\nband = \"blue\"\n", 2, "band 应当是六位颜色值"),
        ("# 本局\nbased_on = \"word\"\n", 2, "based_on 应当是 gbt9704、windows、"),
        ("based_on = [1]\n", 1, "based_on 应当是"),
        ("[text]\nlines = 40\n", 2, "版心放不下每页40行"),
        ("[page]\nfooter = 34\n", 2, "页码在下边距里放不下"),
        ("[page]\nbottom = 12\nfooter = 6\ntop = 30\n", 3, "页码在下边距里放不下"),
        ("[text]\nbody_size = 20\ncharacters = 28\n", 3, "版心放不下每行28字"),
    ],
)  # fmt: skip
def test_a_wrong_layout_is_named_with_its_line(folder: Path, text: str, line: int, words: str) -> None:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_layout("own")
    assert f"{path} 第{line}行" in caught.value.message
    assert words in caught.value.message
    assert caught.value.message.count("。") == 1


def test_an_unknown_layout_lists_those_there_are(folder: Path) -> None:
    (folder / "own.toml").write_text("", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_layout("nosuch")
    assert "没有“nosuch”这个版式" in str(caught.value)
    assert "gbt9704、windows、gbt9704-sealed、windows-sealed、own。" in str(caught.value)
    (folder / "own.toml").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(DocumentError, match="不是 UTF-8 文本"):
        load_layout("own")
    with pytest.raises(DocumentError, match="没有"):
        load_layout("\0")


def test_export_takes_a_layout(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last_year = str(reports.SAMPLES / "last-year.docx")
    assert main(["import", last_year]) == ExitCode.OK
    written = tmp_path / "a.docx"
    assert main(["export", "2024", "--layout", "windows", "--as-draft", "-o", str(written)]) < ExitCode.FAILED
    assert Styles(written.read_bytes()).value("Normal", "w:rPr/w:rFonts/@w:eastAsia") == "仿宋"
    (folder / "own.toml").write_text("[page]\ntop = 300\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["export", "2024", "--layout", "own", "--as-draft", "-o", str(written)]) == ExitCode.FAILED
    assert "第2行：top 应当是 10 到 60 之间的数（毫米）。" in capsys.readouterr().err
