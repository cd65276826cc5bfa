"""`nianbao check` and `import` on many files: forms, selection, safe fixes, last year from the store."""

import json
import os
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from app.__main__ import main
from app.checking.fixes import mend
from app.checking.many import check_files, each
from app.checking.results import Selection, check_file
from app.exit_codes import ExitCode
from sections.errors import NianbaoError
from sections.rules import RULES
from tests.app.documents import made

SAMPLE = Path(__file__).parents[2] / "app" / "samples" / "last-year.docx"


def spoilt(path: Path, changes: dict[str, str]) -> Path:
    """The sample with words of its paragraphs or cells replaced, format kept."""
    document = Document(str(SAMPLE))
    paragraphs = [*document.paragraphs]
    paragraphs += [
        p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs
    ]
    for old, new in changes.items():
        run = next(run for p in paragraphs for run in p.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)
    document.save(str(path))
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[ExitCode, str, str]:
    code = ExitCode(main(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_a_clean_report_says_so_and_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(["check", str(SAMPLE)], capsys)
    assert code is ExitCode.OK
    assert out == f"示例县民政局 2024年（{SAMPLE}）：没有发现问题。\n"


def test_text_groups_by_section_and_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    code, out, _ = printed(["check", str(path)], capsys)
    lines = out.splitlines()
    assert lines[0] == f"示例县民政局 2024年（{path}）：提醒1处。"
    assert lines[1] == "一、总体情况"
    assert "（原文：" in lines[2]
    assert code is ExitCode.OK


def test_json_is_an_object_a_file_and_a_list_for_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    _, out, _ = printed(["check", str(path), "--format", "json"], capsys)
    one = json.loads(out)
    assert (one["unit"], one["year"], one["file"]) == ("示例县民政局", 2024, str(path))
    assert {"code", "severity", "where", "message", "quote"} <= one["findings"][0].keys()
    code, out, err = printed(["check", str(path), str(tmp_path / "no.docx"), "--format", "json"], capsys)
    assert code is ExitCode.FAILED
    both = json.loads(out)
    assert both[0] == one
    assert both[1]["findings"] == []
    assert "找不到文件" in both[1]["failure"]
    assert "找不到文件" in err


SARIF: dict[str, tuple[str, str]] = {
    "log": ("version runs", "$schema"),
    "run": ("tool", "results invocations language columnKind"),
    "tool": ("driver", ""),
    "driver": ("name", "fullName version language rules"),
    "rule": ("id", "name shortDescription fullDescription help defaultConfiguration"),
    "invocation": ("executionSuccessful", "toolExecutionNotifications"),
    "notification": ("message", "level locations"),
    "result": ("message", "ruleId ruleIndex level locations"),
    "location": ("", "physicalLocation logicalLocations"),
    "physical": ("artifactLocation", ""),
    "artifact": ("", "uri"),
    "logical": ("", "name fullyQualifiedName"),
}
"""The part of the schema of SARIF 2.1.0 that is used: what an object must have, and what else it may have.

The whole output was held against the schema itself (sarif-schema-2.1.0) by hand, without a complaint."""


def valid(kind: str, *nodes: dict[str, Any]) -> None:
    must, may = (set(names.split()) for names in SARIF[kind])
    for node in nodes:
        assert must <= node.keys() <= must | may, (kind, sorted(node))
        assert node.get("level", "none") in {"none", "note", "warning", "error"}
        if "message" in node:
            assert node["message"].keys() == {"text"}


def valid_log(log: dict[str, Any]) -> None:
    """Hold a log against the part of the schema that is used."""
    valid("log", log)
    valid("run", *log["runs"])
    for run in log["runs"]:
        valid("tool", run["tool"])
        valid("driver", run["tool"]["driver"])
        valid("rule", *run["tool"]["driver"]["rules"])
        valid("invocation", *run["invocations"])
        notes = [note for one in run["invocations"] for note in one["toolExecutionNotifications"]]
        valid("notification", *notes)
        valid("result", *run["results"])
        places = [place for one in [*run["results"], *notes] for place in one["locations"]]
        valid("location", *places)
        valid("physical", *(place["physicalLocation"] for place in places))
        valid("artifact", *(place["physicalLocation"]["artifactLocation"] for place in places))
        valid("logical", *(name for place in places for name in place.get("logicalLocations", ())))


def required(node: Any, names: set[str]) -> None:
    assert names <= node.keys(), names - node.keys()


def test_sarif_has_what_its_readers_need(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spoilt(tmp_path / "甲 a.docx", {"。": "。。"})
    bad = tmp_path / "b.txt"
    bad.write_text("购物清单")
    code, out, _ = printed(["check", str(path), str(bad), "--format", "sarif"], capsys)
    assert code is ExitCode.FAILED
    log = json.loads(out)
    valid_log(log)
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for rule in rules:
        required(rule, {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"})
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]
        assert place["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
        assert " " not in place["physicalLocation"]["artifactLocation"]["uri"]
        assert place["logicalLocations"][0]["fullyQualifiedName"]
    told = run["invocations"][0]
    assert told["executionSuccessful"] is False
    assert "没有找到年报" in told["toolExecutionNotifications"][0]["message"]["text"]


class Tags(HTMLParser):
    """The elements of a page, in order, with what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        assert not [name for name, value in attrs if name in {"src", "onclick"} or "http" in (value or "")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_shows_every_finding_and_runs_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "<img src=x>.docx", {"。": "。。"})
    _, out, _ = printed(["check", str(path), str(SAMPLE), "--format", "html"], capsys)
    tags = Tags()
    tags.feed(out)
    assert "script" not in tags.names
    assert "img" not in tags.names
    assert tags.names.count("section") == 2
    assert tags.names.count("li") == len(check_file(str(path), None, Selection()).findings) > 0
    assert "没有发现问题。" in tags.words
    assert "共2份" in tags.words


def test_rules_are_selected_by_code_or_its_beginning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(spoilt(tmp_path / "a.docx", {"。": "。。"}))
    everything = {f.code for f in check_file(path, None, Selection()).findings}
    code = min(everything)

    def codes(*options: str) -> set[str]:
        _, out, _ = printed(["check", path, "--format", "json", *options], capsys)
        return {finding["code"] for finding in json.loads(out)["findings"]}

    assert codes("--select", code) == {code}
    assert codes("--select", code[:3]) == {one for one in everything if one.startswith(code[:3])}
    assert codes("--ignore", f"{code}, nb0" if code.startswith("NB0") else code) == everything - {code}
    assert codes("--select", "NB1，nb2") == {one for one in everything if one.startswith(("NB1", "NB2"))}
    for option in ("--select", "--ignore"):
        failed, _, err = printed(["check", path, option, "NB000"], capsys)
        assert failed is ExitCode.FAILED
        assert "没有编号为“NB000”的规则" in err


def test_safe_fixes_go_into_a_copy_and_keep_everything_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    before = path.read_bytes()
    _, out, _ = printed(["check", str(path), "--fix"], capsys)
    copy = tmp_path / "a（已改正）.docx"
    assert "写入 a（已改正）.docx" in out
    assert path.read_bytes() == before
    left = {f.code for f in check_file(str(copy), None, Selection()).findings}
    mended = {f.code for f in check_file(str(path), None, Selection()).findings if f.fix} - left
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
    assert check_file(str(copy), None, Selection()).findings == ()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy) as new:
        assert old.namelist() == new.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]


def test_what_was_not_read_is_said_whatever_is_selected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, document = tmp_path / "a.docx", Document(str(SAMPLE))
    next(c for row in document.tables[1].rows for c in row.cells if c.text == "0").paragraphs[0].runs[
        0
    ].text = "约三"
    document.save(str(path))
    _, out, _ = printed(["check", str(path), "--select", "NB1"], capsys)
    assert "没有发现所查的问题；有1处没有读准，请对照原文核对。" in out
    _, out, _ = printed(["check", str(path), "--select", "NB1", "--format", "json"], capsys)
    assert json.loads(out)["unread"] == 1
    _, out, _ = printed(["check", str(path), str(path), "--select", "NB1"], capsys)
    assert out.splitlines()[-1] == "共2份：只有提醒2份。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_texts_keep_their_encoding_and_line_ends(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = made.text(made.numbers(), made.tab_led_cells).replace("\n", "\r\n")
    assert text.count("工作年度报告") >= 1
    spoilt_text = text.replace("。", "。。", 1)
    path.write_bytes(spoilt_text.encode(encoding))
    found = check_file(str(path), None, Selection.of("NB961", "")).findings
    mended = mend(path, found)
    assert [f.code for f in mended.done] == ["NB961"]
    assert mended.path is not None
    assert mended.path.read_bytes() == text.encode(encoding)


def test_a_fix_that_a_damaged_file_does_not_bear_is_one_sentence(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    found = check_file(str(path), None, Selection()).findings
    with zipfile.ZipFile(path) as package:
        entry = package.getinfo("docProps/core.xml")
        at = entry.header_offset + 30 + len(entry.filename) + 5
    data = bytearray(path.read_bytes())
    data[at : at + 8] = bytes(8)
    path.write_bytes(data)
    with pytest.raises(NianbaoError, match="已经损坏"):
        mend(path, found)
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_last_year_that_does_not_fit_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = printed(["check", str(SAMPLE), "--last-year", str(SAMPLE)], capsys)
    assert "上年的年报是“示例县民政局”2024年的，与这一份不衔接，没有用来比较。" in out
    _, out, _ = printed(["check", str(SAMPLE), "--last-year", str(SAMPLE), "--format", "json"], capsys)
    assert json.loads(out)["last_year_known"] is False
    assert "不衔接" in json.loads(out)["note"]


def test_last_year_comes_from_the_store_where_there_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = spoilt(tmp_path / "2023.docx", {"2024年政府信息公开": "2023年政府信息公开"})
    _, out, _ = printed(["check", str(SAMPLE), "--format", "json"], capsys)
    assert json.loads(out)["last_year_known"] is False
    assert main(["list"]) == ExitCode.OK
    capsys.readouterr()
    document = Document(str(last))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("2024年", "2023年")
    document.save(str(last))
    assert main(["import", str(last)]) == ExitCode.OK
    capsys.readouterr()
    _, out, _ = printed(["check", str(SAMPLE), "--format", "json"], capsys)
    assert json.loads(out)["last_year_known"] is True


def test_checking_a_file_makes_no_store(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(["check", str(SAMPLE)], capsys)
    assert not list(home.rglob("*"))


def test_many_files_come_in_order_from_several_processes(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{n:02}.docx") for n in range(13)]
    for n, name in enumerate(names):
        if n % 4 == 3:
            Path(name).write_bytes(b"PK garbage")
        else:
            shutil.copy(SAMPLE, name)
    results = list(check_files(names, None, Selection(), workers=2))
    assert [one.target for one in results] == names
    assert [bool(one.failure) for one in results] == [n % 4 == 3 for n in range(13)]


def ends_its_process(target: str) -> str:
    """What a helper does: a file named 坏 takes the process with it."""
    if "坏" in target:
        os._exit(9)
    return target.upper()


def test_a_file_that_ends_its_helper_fails_alone() -> None:
    names = [f"{n}{'坏' if n in {0, 7, 29} else 'a'}" for n in range(30)]
    results = list(each(names, ends_its_process, lambda name: f"没有：{name}", workers=2))
    assert results == [f"没有：{name}" if "坏" in name else name.upper() for name in names]


def test_many_files_end_in_one_line_over_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "空.docx"
    empty.touch()
    code, out, err = printed(["check", str(SAMPLE), str(empty)], capsys)
    assert code is ExitCode.FAILED
    assert out.splitlines()[-1] == "共2份：没有错误和提醒1份，没有读出1份。"
    assert "文件是空的" in err


def test_one_bad_file_does_not_stop_an_import(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04 nonsense")
    code, _, err = printed(["import", str(bad), str(SAMPLE)], capsys)
    assert code is ExitCode.FAILED
    lines = err.splitlines()
    assert lines[0].startswith(f"{bad}：")
    assert lines[1] == "已导入 last-year.docx：示例县民政局，2024年。"
    assert lines[2] == "共2份，导入成功1份，没有成功1份。"


def test_many_imports_are_told_in_a_line_each_and_printed_as_one_list(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "空.txt"
    empty.touch()
    code, out, err = printed(["import", str(SAMPLE), str(empty), "--json"], capsys)
    assert code is ExitCode.FAILED
    read = json.loads(out)
    assert read[0]["unit"] == "示例县民政局"
    assert read[1] is None
    assert err.splitlines()[-1] == "共2份，读出1份，没有成功1份。"
    assert not home.exists()
    code, _, err = printed(["import", str(SAMPLE), str(SAMPLE)], capsys)
    assert code is ExitCode.OK
    assert "（代替刚才导入的 last-year.docx，是同一年的年报）" in err.splitlines()[1]


@pytest.mark.parametrize(
    "content", ["[]", "{}", "null", "{", '{"unit": 3}', '{"schema": "other"}', "[" * 9999]
)
def test_json_that_is_no_report_is_refused(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    code, _, err = printed(["check", str(path)], capsys)
    assert code is ExitCode.FAILED
    assert "a.json 不是年报 JSON" in err
