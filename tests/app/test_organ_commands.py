"""Organs, final versions and deleted reports on the command line."""

import json
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.arguments import stored
from app.exit_codes import ExitCode
from app.session.library import Library
from sections.facts import ORGAN_KINDS
from sections.report.report import Report
from store.database import Store
from store.model import Change, Status
from tests.support.sample_with_mistakes import printed

WATER, LAKES = "示例县水务局", "示例县水务和湖泊局"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with Store.open() as store:
        library = Library(store)
        for year in (2022, 2023):
            library.take_over(Report(unit=WATER, year=year))
        for year in (2024, 2025):
            library.start(WATER, year).close()
        library.take_over(Report(unit="示例县农业局", year=2023))


def names(unit: str, capsys: pytest.CaptureFixture[str]) -> dict[str, list[int]]:
    capsys.readouterr()
    _, out, _ = printed(["organs", unit, "--json"], capsys)
    [organ] = json.loads(out)["organs"]
    return {one["name"]: one["years"] for one in organ["names"]}


def test_the_words_of_the_options_are_those_of_the_model() -> None:
    assert tuple(Change) == stored.CHANGES
    assert stored.ORGAN_KINDS == ORGAN_KINDS


def test_an_organ_is_renamed_from_a_year_on(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["organs", WATER, "--name", LAKES, "--from", "2024"], capsys)
    assert code is ExitCode.OK
    assert "2024、2025年的年报改用“示例县水务和湖泊局”" in err
    assert out.splitlines() == [LAKES, f"  {WATER}：2022、2023年", f"  {LAKES}：2024、2025年"]
    assert names(WATER, capsys) == {WATER: [2022, 2023], LAKES: [2024, 2025]}
    assert main(["export", f"{LAKES}@2024", "-o", "-", "--as-draft"]) == ExitCode.FINDINGS
    assert json.loads(capsys.readouterr().out)["unit"] == LAKES


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([WATER, "--name", LAKES], "请用 --from 写明"),
        ([WATER, "--name", LAKES, "--from", "2023"], "2023年的年报已导入，名称没有改"),
        ([WATER, "--name", LAKES, "--from", "2026"], "还没有2026年及以后的年报"),
        ([WATER, "--name", " ", "--from", "2024"], "单位名称不能为空"),
        ([WATER, "--name", "", "--from", "2024"], "单位名称不能为空"),
        (["示例县", "--kind", "其他"], "对应多个单位"),
        (["无此局"], "没有单位“无此局”"),
        (["--kind", "其他"], "请写明是哪一个单位"),
        ([WATER, "--predecessor", "无此局", "--from", "2025"], "没有单位“无此局”"),
        ([WATER, "--predecessor", "示例县农业局", "--from", "1"], "年份1不对"),
        ([WATER, "--predecessor", WATER, "--from", "2025"], "已经是同一个单位"),
        ([WATER, "--parent", WATER], "不能是自己的上级"),
        ([WATER, "--remove-predecessor", "示例县农业局"], "没有登记过"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = printed(["organs", *arguments], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert words in err
    assert names(WATER, capsys) == {WATER: [2022, 2023, 2024, 2025]}


def test_predecessors_kind_and_parent_are_kept_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    merged = ["organs", WATER, "--predecessor", "示例县农业局", "--from", "2024", "--change", "merged"]
    code, out, _ = printed([*merged, "--kind", "政府部门", "--parent", "示例县农业局"], capsys)
    assert code is ExitCode.OK
    assert out.splitlines()[0] == f"{WATER}（政府部门，上级示例县农业局）"
    assert "  2024年由“示例县农业局”合并而来" in out
    code, out, _ = printed(["organs", WATER, "--remove-predecessor", "示例县农业局", "--parent", ""], capsys)
    assert "合并" not in out
    assert "上级" not in out


def test_versions_are_listed_compared_and_exported(capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open() as store:
        library = Library(store)
        with library.open(library.find(f"{WATER}@2023").id) as session:
            session.finishing.reopen()
            session.narrative.edit("overview.lead", "改过的一段。")
            session.finishing.finalise()
    code, out, _ = printed(["versions", f"{WATER}@2023"], capsys)
    assert code is ExitCode.OK
    assert [line.split()[0] for line in out.splitlines()] == ["第1次定稿", "第2次定稿"]
    code, out, _ = printed(["versions", f"{WATER}@2023", "--compare", "1"], capsys)
    assert code is ExitCode.FINDINGS
    assert "新增  改过的一段。" in out
    assert printed(["versions", f"{WATER}@2023", "--compare", "2"], capsys)[:2] == (0, "没有差别。\n")
    _, out, _ = printed(["versions", f"{WATER}@2023", "--compare", "1", "2", "--json"], capsys)
    assert json.loads(out)["differences"]
    for number, told in ((1, False), (2, True)):
        where = ["-o", "-", "--format", "txt", "--as-draft", "--version", str(number)]
        _, out, _ = printed(["export", f"{WATER}@2023", *where], capsys)
        assert ("改过的一段。" in out) is told
    code, _, err = printed(["export", f"{WATER}@2023", "-o", "-", "--version", "3"], capsys)
    assert code is ExitCode.FAILED
    assert "没有第3次定稿的版本" in err
    assert "最多写两个" in printed(["versions", "2023", "--compare", "1", "2", "3"], capsys)[2]
    assert "没有定稿的版本" in printed(["versions", f"{WATER}@2024"], capsys)[2]


def test_a_report_is_deleted_by_its_full_name_alone_and_comes_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for ref in ("2025", WATER, "示例县@2025", "*@2025"):
        code, _, err = printed(["delete", ref], capsys)
        assert code is ExitCode.FAILED
        assert "请写全" in err
    assert "没有可以恢复的年报" in printed(["undelete"], capsys)[2]
    code, _, err = printed(["delete", f"{WATER}@2025"], capsys)
    assert code is ExitCode.OK
    assert f"nianbao undelete {WATER}@2025" in err
    assert f"{WATER}@2025" in printed(["undelete"], capsys)[1]
    _, out, _ = printed(["undelete", "--json"], capsys)
    assert json.loads(out)["reports"][0]["ref"] == f"{WATER}@2025"
    assert printed(["undelete", f"{WATER}@2025"], capsys)[0] is ExitCode.OK
    assert names(WATER, capsys) == {WATER: [2022, 2023, 2024, 2025]}
    assert "没有删除过" in printed(["undelete", f"{WATER}@2025"], capsys)[2]


def test_a_change_of_name_that_was_said_by_a_slip_is_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open() as store:
        Library(store).take_over(Report(unit=LAKES, year=2021))
    said = ["organs", WATER, "--predecessor", LAKES, "--from", "2022", "--change", "renamed"]
    assert printed(said, capsys)[0] is ExitCode.OK
    assert names(WATER, capsys).keys() == {LAKES, WATER}
    assert printed(["organs", WATER, "--remove-predecessor", LAKES], capsys)[0] is ExitCode.OK
    assert names(WATER, capsys) == {WATER: [2022, 2023, 2024, 2025]}
    assert names(LAKES, capsys) == {LAKES: [2021]}
    code, _, err = printed(["organs", WATER, "--remove-predecessor", LAKES], capsys)
    assert (code, "没有登记过" in err) == (ExitCode.FAILED, True)


def test_a_report_is_finalised_without_errors_alone_and_reopened(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = printed(["finalise", f"{WATER}@2025"], capsys)
    assert code is ExitCode.FINDINGS
    assert "处错误没有改正" in err
    assert "本来就是草稿" in printed(["reopen", f"{WATER}@2025"], capsys)[2]
    code, _, err = printed(["reopen", f"{WATER}@2023"], capsys)
    assert code is ExitCode.OK
    assert "留存为第1次定稿" in err
    with Store.open() as store:
        found = store.find(WATER, 2023)
        assert found is not None
        assert found.status is Status.DRAFT
