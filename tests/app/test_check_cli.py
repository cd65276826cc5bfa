"""`nianbao check` and `import` on many files: forms, selection, safe fixes, last year from the store."""

import json
import shutil
import string
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from docx import Document

from app.__main__ import main
from app.checking.last_year import LastYear
from app.checking.results import Selection, check_file
from app.cli.schemas import json_schema
from app.documents.read.importer import read_report
from app.documents.write.kinds import Edition, write
from app.exit_codes import ExitCode
from sections.rules.run import RULES
from tests.support.sample_with_mistakes import SAMPLE, printed, spoilt
from tests.support.sarif_schema import SARIF

URI = set(string.ascii_letters + string.digits + "-._~:/?#[]@!$&'()*+,;=%")
"""What a URI may be written with (RFC 3986)."""


def checked(out: str) -> dict[str, Any]:
    """What a check printed as JSON of one file."""
    [file] = json.loads(out)
    assert file["schema"] == "nianbao/check/1"
    return dict(file)


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


def test_json_has_one_shape_for_one_file_and_for_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spoilt(tmp_path / "a.docx", {"。": "。。"})
    _, out, _ = printed(["check", str(path), "--format", "json"], capsys)
    one = checked(out)
    assert (one["unit"], one["year"], one["file"]) == ("示例县民政局", 2024, str(path))
    finding = one["findings"][0]
    assert finding["fingerprint"]
    assert finding["place"]
    assert finding["fix"].keys() == {"label", "where", "value", "old", "new", "adds"}
    code, out, err = printed(["check", str(path), str(tmp_path / "no.docx"), "--format", "json"], capsys)
    assert code is ExitCode.FAILED
    both = json.loads(out)
    jsonschema.Draft202012Validator(json_schema("check")).validate(both)
    assert both[0] == one
    assert both[1]["findings"] == []
    assert "找不到文件" in both[1]["failure"]
    assert "找不到文件" in err


def valid_log(log: dict[str, Any]) -> None:
    """Hold a log against the part of the schema that is used, and against what the schema cannot say: the
    base of a relative URI is there (3.4.4), that of a folder ends with a slash (3.14.14)."""
    jsonschema.Draft202012Validator(SARIF).validate(log)
    for run in log["runs"]:
        bases = run["originalUriBaseIds"]
        assert all(urlsplit(base["uri"]).scheme and base["uri"].endswith("/") for base in bases.values())
        for artifact in artifacts(run):
            uri = urlsplit(artifact["uri"])
            assert set(artifact["uri"]) <= URI
            assert uri.scheme or artifact["uriBaseId"] in bases


def artifacts(node: Any) -> Iterator[dict[str, Any]]:
    """Every artifactLocation of a log."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key == "artifactLocation" else artifacts(value)
    elif isinstance(node, list):
        for value in node:
            yield from artifacts(value)


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
        assert result["partialFingerprints"]
    told = run["invocations"][0]
    assert told["executionSuccessful"] is False
    assert "没有找到年报" in told["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_sarif_marks_lines_and_fixes_of_a_text(
    tmp_path: Path, ends: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = write(Edition(read_report(SAMPLE)), "md").decode()
    name = "送 审:1.md"
    Path(name).write_bytes(text.replace("文件清理", "文件的的清理", 1).replace("\n", ends).encode())
    _, out, _ = printed(["check", name, "--format", "sarif"], capsys)
    log = json.loads(out)
    valid_log(log)
    fixes = 0
    lines = Path(name).read_bytes().decode().split(ends)
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == name
        for fix in result.get("fixes", ()):
            fixes += 1
            region = fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]
            assert region["startLine"] == region["endLine"]
            line = lines[region["startLine"] - 1]
            words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert "的的" in words
            marked = place["region"]
            assert (marked["startLine"], marked["startColumn"] <= region["startColumn"]) == (
                region["startLine"],
                True,
            )
    assert fixes == 1


def test_sarif_of_a_kept_report_names_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(SAMPLE.with_name("with-mistakes.docx"))]) == ExitCode.OK
    capsys.readouterr()
    _, out, _ = printed(["check", "示例县民政局@2024", "--format", "sarif"], capsys)
    log = json.loads(out)
    valid_log(log)
    uris = {artifact["uri"] for artifact in artifacts(log)}
    assert {unquote(uri) for uri in uris} == {"nianbao:示例县民政局@2024"}


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
        return {finding["code"] for finding in checked(out)["findings"]}

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
    assert checked(out)["unread"] == 1
    _, out, _ = printed(["check", str(path), str(path), "--select", "NB1"], capsys)
    assert out.splitlines()[-1] == "共2份：只有提醒2份。"


def test_a_last_year_that_does_not_fit_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = printed(["check", str(SAMPLE), "--last-year", str(SAMPLE)], capsys)
    assert "上年的年报是“示例县民政局”2024年的，与这一份不衔接，没有用来比较。" in out
    _, out, _ = printed(["check", str(SAMPLE), "--last-year", str(SAMPLE), "--format", "json"], capsys)
    assert checked(out)["last_year"] is None
    assert "不衔接" in checked(out)["note"]


def test_last_year_comes_from_the_store_where_there_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = spoilt(tmp_path / "2023.docx", {"2024年政府信息公开": "2023年政府信息公开"})
    _, out, _ = printed(["check", str(SAMPLE), "--format", "json"], capsys)
    assert checked(out)["last_year"] is None
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
    assert checked(out)["last_year"] == {
        "unit": "示例县民政局",
        "year": 2023,
        "source": "store",
        "file": None,
    }
    _, out, _ = printed(["check", str(SAMPLE)], capsys)
    assert out.splitlines()[1] == "  与示例县民政局2023年的年报（保存在年报助手里）比较。"
    _, out, _ = printed(["check", str(SAMPLE), "--no-store", "--format", "json"], capsys)
    assert checked(out)["last_year"] is None


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
