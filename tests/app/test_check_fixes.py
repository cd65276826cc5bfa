"""`check --fix`: a copy beside the file, in which only what was meant is different."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from app.checking.editable_files import copy_of
from app.checking.fixes import mend, mended_lines
from app.checking.last_year import LastYear
from app.checking.results import Selection, check_file
from app.exit_codes import ExitCode
from sections.errors import NianbaoError
from sections.form.disclosure_2021 import FORM
from sections.rules.base import Finding
from tests.support import made
from tests.support.sample_with_mistakes import MISTAKEN, SAMPLE, mistaken, printed, spoilt


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def findings(path: Path) -> Sequence[Finding]:
    return check_file(str(path), LastYear(), Selection()).findings


def test_safe_fixes_go_into_a_copy_and_keep_everything_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    before = path.read_bytes()
    _, out, _ = printed(["check", str(path), "--fix"], capsys)
    copy = tmp_path / "a（已改正）.docx"
    assert "写入 a（已改正）.docx" in out
    assert path.read_bytes() == before
    left = {f.code for f in check_file(str(copy), LastYear(), Selection()).findings}
    mended = {f.code for f in check_file(str(path), LastYear(), Selection()).findings if f.fix} - left
    assert mended
    texts = [[p.text for p in Document(str(one)).paragraphs] for one in (path, copy)]
    changed = [(a, b) for a, b in zip(*texts, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1] == changed[0][0].replace("。。", "。")
    kept = copy.read_bytes()
    code, _, err = printed(["check", str(path), "--fix"], capsys)
    assert code is ExitCode.FAILED
    assert "已经存在，没有覆盖" in err
    assert copy.read_bytes() == kept


def test_words_that_stand_twice_are_left_to_the_clerk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    document = Document(str(path))
    double = next(p.text for p in document.paragraphs if "。。" in p.text)
    document.add_paragraph(double)
    document.save(str(path))
    _, out, _ = printed(["check", str(path), "--fix"], capsys)
    assert not (tmp_path / "a（已改正）.docx").exists()
    assert "请手工改正：" in out
    assert "NB961 引言：“。。”改为“。”" in out


def test_a_letter_in_a_cell_becomes_0_where_the_sums_allow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, document = tmp_path / "a.docx", Document(str(SAMPLE))
    zeros = [
        cell.paragraphs[0].runs[0]
        for row in document.tables[1].rows
        for cell in row.cells
        if cell.text == "0"
    ]
    before = [run.text for run in zeros]
    for place in (3, 40, 41):
        zeros[place].text = "O"
    document.save(str(path))
    code, out, _ = printed(["check", str(path), "--fix"], capsys)
    assert code is ExitCode.FINDINGS
    assert "；有3处没有读准，请对照原文核对。" in out.splitlines()[0]
    copy = tmp_path / "a（已改正）.docx"
    mended = Document(str(copy))
    texts = [
        [cell.text for t in one.tables for row in t.rows for cell in row.cells]
        for one in (Document(str(SAMPLE)), mended)
    ]
    assert texts[0] == texts[1]
    assert before == ["0"] * len(before)
    assert check_file(str(copy), LastYear(), Selection()).findings == ()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy) as new:
        assert old.namelist() == new.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]


def test_a_total_that_does_not_add_up_is_mended_in_its_cell(tmp_path: Path) -> None:
    path, document = tmp_path / "a.docx", Document(str(SAMPLE))
    total = document.tables[1].rows[-1].cells[-1].paragraphs[0].runs[0]
    before = total.text
    total.text = "7"
    document.save(str(path))
    found = findings(path)
    # The prose is right, and no fix is offered where the table is accused.
    assert {one.where.split(".")[0] for one in found if one.fix} == {"requests"}
    mended = mend(path, found, findings)
    assert mended.path is not None
    assert Document(str(mended.path)).tables[1].rows[-1].cells[-1].text == before
    assert check_file(str(mended.path), LastYear(), Selection()).findings == ()


def test_the_shipped_sample_with_mistakes_is_what_it_is_made_of_and_is_mended(tmp_path: Path) -> None:
    made_now = tmp_path / "now.docx"
    made_now.write_bytes(mistaken())
    assert parts(made_now) == parts(MISTAKEN), "run: make renew"
    found = findings(made_now)
    assert len(found) >= 8
    mended = mend(made_now, found, findings)
    assert mended.left == ()
    assert mended.path is not None
    # The number in the prose was told while the table was accused too: left to the clerk.
    assert {one.code for one in findings(mended.path)} == {"NB921", "NB941"}
    assert parts(mended.path).keys() == parts(SAMPLE).keys()


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_of_a_fix_over_two_paragraphs_the_one_that_changes_is_mended(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "a.docx", {"覆盖面还不够广": "覆盖面还不够广。"})
    found = check_file(str(path), LastYear(), Selection()).findings
    assert [("\n" in f.fix.old) for f in found if f.fix] == [True]
    mended = mend(path, found, findings)
    assert mended.left == ()
    assert mended.path is not None
    assert check_file(str(mended.path), LastYear(), Selection()).findings == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_texts_keep_their_encoding_and_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = made.text(made.numbers(), made.tab_led_cells).replace("\n", "\r\n")
    assert text.count("工作年度报告") >= 1
    spoilt_text = text.replace("。", "。。", 1)
    path.write_bytes(spoilt_text.encode(encoding))

    def doubled(path: Path) -> Sequence[Finding]:
        return check_file(str(path), LastYear(), Selection.of("NB961", "")).findings

    mended = mend(path, doubled(path), doubled)
    assert [f.code for f in mended.done] == ["NB961"]
    assert mended.path is not None
    assert mended.path.read_bytes() == text.encode(encoding)


def test_a_fix_that_a_damaged_file_does_not_bear_is_one_sentence(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    found = check_file(str(path), LastYear(), Selection()).findings
    with zipfile.ZipFile(path) as package:
        entry = package.getinfo("docProps/core.xml")
        at = entry.header_offset + 30 + len(entry.filename) + 5
    data = bytearray(path.read_bytes())
    data[at : at + 8] = bytes(8)
    path.write_bytes(data)
    with pytest.raises(NianbaoError, match="已经损坏"):
        mend(path, found, findings)
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("name", ["a.zip", "a.pdf", "a.doc", "a.json"])
def test_of_files_that_are_not_rewritten_it_is_told_what_they_need(tmp_path: Path, name: str) -> None:
    found = findings(MISTAKEN)
    path = tmp_path / name
    path.write_bytes({"a.pdf": b"%PDF-1.7", "a.doc": b"\xd0\xcf\x11\xe0", "a.json": b"{}"}.get(name, b""))
    if name == "a.zip":
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("xl/workbook.xml", "")
    mended = mend(path, found, findings)
    assert mended.path is None
    assert mended.left == tuple(finding for finding in found if finding.fix)
    assert "请手工改正：" in "".join(mended_lines(mended, FORM))
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("runs", "old", "new", "after"),
    [
        (["依据", "国办函〔20", "21〕30号要求"], "国办函〔2021〕30号", "国办公开办函〔2021〕30号", None),
        (["我局", "我局高", "度"], "我局我局高", "我局高", ["", "我局高", "度"]),
        (["五、存在", "的主要", "问题及整改措施"], "主要问题及整改措施", "主要问题及改进情况", None),
        (["部分公开", "1", "0", "件"], "部分公开10件", "部分公开7件", ["部分公开", "7", "", "件"]),
        (["畅通申请", "渠", "。"], "申请渠。", "申请渠道。", ["畅通申请", "渠道", "。"]),
        (["可登", "陆"], "登陆", "登录", ["可登", "录"]),
    ],
)
def test_only_the_characters_that_differ_change_each_in_its_own_run(
    tmp_path: Path, runs: list[str], old: str, new: str, after: list[str] | None
) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for place, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(place % 2)
    document.save(str(tmp_path / "a.docx"))
    copy = copy_of(tmp_path / "a.docx")
    assert copy is not None
    assert copy.replace(old, new)
    (tmp_path / "b.docx").write_bytes(copy.data())
    (mended,) = (p for p in Document(str(tmp_path / "b.docx")).paragraphs if p.text)
    assert mended.text == "".join(runs).replace(old, new)
    assert [run.bold for run in mended.runs] == [bool(place % 2) for place in range(len(runs))]
    if after is None:  # what stands to either side stays in its own run
        after = [mended.runs[0].text, mended.runs[1].text, mended.runs[2].text]
        assert [text[:2] for text in after[:2]] == [text[:2] for text in runs[:2]]
    assert [run.text for run in mended.runs] == after
