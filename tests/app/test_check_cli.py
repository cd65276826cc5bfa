"""`nianbao check` and `import` on many files: forms, selection, safe fixes, last year from the store."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from app.__main__ import main
from app.checking.last_year import LastYear
from app.checking.results import Selection, check_file
from app.exit_codes import ExitCode
from sections.rules.run import RULES
from tests.support.sample_with_mistakes import SAMPLE, printed, spoilt


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


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
    assert tags.names.count("li") == len(check_file(str(path), LastYear(), Selection()).findings) > 0
    assert "没有发现问题。" in tags.words
    assert "共2份" in tags.words


def test_rules_are_selected_by_code_or_its_beginning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(spoilt(tmp_path / "a.docx", {"。": "。。"}))
    everything = {f.code for f in check_file(path, LastYear(), Selection()).findings}
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


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readme_shows_what_is_printed(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = SAMPLE.parents[2]
    monkeypatch.chdir(root)
    blocks = (root / name).read_text(encoding="utf-8").split("```\n")
    imported, checked, fixed = (
        block.splitlines()[1:] for block in blocks if block.startswith("$ nianbao") and "samples/" in block
    )
    _, _, err = printed(["import", "app/samples/last-year.docx"], capsys)
    assert err.splitlines() == [*imported[:4], *err.splitlines()[4:-3], *imported[5:]]
    _, out, _ = printed(["check", "app/samples/with-mistakes.docx"], capsys)
    assert out.splitlines() == checked
    shutil.copytree(root / "app" / "samples", tmp_path / "app" / "samples")
    monkeypatch.chdir(tmp_path)
    _, out, _ = printed(["check", "app/samples/with-mistakes.docx", "--fix"], capsys)
    assert out.splitlines() == [*checked, *fixed[1:]]
