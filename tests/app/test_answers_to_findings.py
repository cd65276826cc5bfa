"""`check --baseline` and `check --annotate`: answers to findings of files, and findings as comments."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from app.exit_codes import ExitCode
from tests.support.sample_with_mistakes import MISTAKEN, SAMPLE, printed, spoilt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[ExitCode, Any]:
    code, out, _ = printed(["check", *map(str, arguments), "--format", "json"], capsys)
    return code, json.loads(out)[0]["findings"]


def test_a_baseline_is_written_once_and_answers_what_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, answers = spoilt(tmp_path / "a.docx", {"。": "。。"}), tmp_path / "answers.json"
    _, first = checked(capsys, path, "--baseline", answers)
    assert first
    kept = json.loads(answers.read_text(encoding="utf-8"))
    for entry in kept["files"]["a.docx"]:
        entry["reason"] = "原文如此"
    answers.write_text(json.dumps(kept), encoding="utf-8")
    code, again = checked(capsys, path, "--baseline", answers)
    assert code is ExitCode.OK
    assert {(one["severity"], one["answer"]) for one in again} == {("info", "原文如此")}
    assert {one["fingerprint"] for one in again} == {one["fingerprint"] for one in first}
    other = spoilt(tmp_path / "b.docx", {"，": "，，"})
    _, new = checked(capsys, other, "--baseline", answers)
    assert [one for one in new if one["severity"] == "warning" and not one["answer"]]


def test_what_the_forms_arithmetic_forbids_is_in_no_baseline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.json"
    _, first = checked(capsys, MISTAKEN, "--baseline", answers)
    compulsory = {one["fingerprint"] for one in first if one["compulsory"]}
    entries = json.loads(answers.read_text(encoding="utf-8"))["files"][MISTAKEN.name]
    assert compulsory
    assert compulsory.isdisjoint(entry["finding"] for entry in entries)
    code, again = checked(capsys, MISTAKEN, "--baseline", answers)
    assert code is ExitCode.FINDINGS
    assert {one["fingerprint"] for one in again if one["severity"] == "error"} == compulsory


@pytest.mark.parametrize("content", ["[]", "{", '{"schema": "other", "files": {}}', '{"schema": 1}'])
def test_another_file_is_no_baseline_and_stays_as_it_is(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.json"
    path.write_text(content, encoding="utf-8")
    code, _, err = printed(["check", str(MISTAKEN), "--baseline", str(path)], capsys)
    assert code is ExitCode.FAILED
    assert "answers.json 不是检查答复文件" in err
    assert path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"schema": "nianbao/baseline/7", "files": {}}', "是第7版的格式"),
        ('{"schema": "nianbao/baseline/1", "files": {}, "nosuch": 1}', "不认识的内容（nosuch）"),
        (
            '{"schema": "nianbao/baseline/1", "files": {"a": [{"finding": "1", "reason": "", "how": 1}]}}',
            "不认识的内容（how）",
        ),
    ],
)
def test_a_baseline_of_another_version_or_with_unknown_fields_is_refused_by_name(
    content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.json"
    path.write_text(content, encoding="utf-8")
    code, _, err = printed(["check", str(MISTAKEN), "--baseline", str(path)], capsys)
    assert code is ExitCode.FAILED
    assert words in err
    assert path.read_text(encoding="utf-8") == content


def test_a_baseline_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = printed(["check", str(MISTAKEN), "--baseline", "-"], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert "应写文件名" in err
    assert list(tmp_path.iterdir()) == []


def test_a_baseline_holds_files_of_one_name_in_several_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, source in (("a", MISTAKEN), ("b", SAMPLE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "年报.docx").write_bytes(source.read_bytes())
    path = tmp_path / "answers.json"
    printed(["check", str(tmp_path), "-r", "--baseline", str(path)], capsys)
    [entries] = json.loads(path.read_text("utf-8"))["files"].values()
    assert {entry["code"] for entry in entries} >= {"NB921", "NB961"}


def runs(path: Path) -> list[tuple[bytes, str]]:
    """Format and text of every run with text, in order."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    told = []
    for run in root.iter(f"{W}r"):
        text = "".join(one.text or "" for one in run.iter(f"{W}t"))
        settings = run.find(f"{W}rPr")
        if text:
            told.append((b"" if settings is None else etree.tostring(settings), text))
    return told


def test_an_annotated_copy_has_a_comment_for_each_finding_and_nothing_else_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, findings = checked(capsys, MISTAKEN)
    before = MISTAKEN.read_bytes()
    printed(["check", str(MISTAKEN), "--annotate", str(tmp_path / "out")], capsys)
    (copy,) = (tmp_path / "out").iterdir()
    comments = [comment.text for comment in Document(str(copy)).comments]
    assert MISTAKEN.read_bytes() == before
    assert len(comments) == len(findings)
    assert all(one["message"] in text for one, text in zip(findings, comments, strict=True))
    assert runs(copy) == runs(MISTAKEN)
    code, out, err = printed(["check", str(MISTAKEN), "--annotate", str(tmp_path / "out")], capsys)
    assert code == ExitCode.FAILED
    assert "已经存在，没有覆盖" in out + err


@pytest.mark.parametrize("inside", ["", "copies"])
def test_annotated_copies_that_have_no_folder_are_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    letter = tmp_path / "letter"
    letter.write_text("a letter")
    code, out, err = printed(["check", str(MISTAKEN), "--annotate", str(letter / inside)], capsys)
    assert code == ExitCode.FAILED
    assert "letter" in err
    assert "意外" not in out + err
    assert letter.read_text() == "a letter"


def test_a_comment_stands_at_the_words_in_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(["check", str(MISTAKEN), "--annotate", str(tmp_path)], capsys)
    (copy,) = tmp_path.glob("*.docx")
    with zipfile.ZipFile(copy) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    number = next(one.comment_id for one in Document(str(copy)).comments if "“的的”重复" in one.text)
    (start,) = root.iterfind(f".//{W}commentRangeStart[@{W}id='{number}']")
    paragraph = next(start.iterancestors(f"{W}p"))
    assert "的的" in "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def test_other_formats_become_a_page_with_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.json"
    printed(["import", str(MISTAKEN), "--json"], capsys)
    _, out, _ = printed(["import", str(MISTAKEN), "--json"], capsys)
    source.write_text(out, encoding="utf-8")
    printed(["check", str(source), "--annotate", str(tmp_path / "out")], capsys)
    (page,) = (tmp_path / "out").iterdir()
    text = page.read_text(encoding="utf-8")
    assert page.suffix == ".html"
    assert "<mark>" in text
    assert "“的的”重复" in text
    assert "<script" not in text
