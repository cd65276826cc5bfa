"""With what a report is compared: given, beside it, kept; by the identity of organs; always named."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.documents.write.kinds import Edition, write
from app.exit_codes import ExitCode
from sections.report.parts import Problem, Problems
from sections.report.report import Report
from tests.support.sample_with_mistakes import printed
from tests.support.sound_report import clean, last

ANSWERS = Path(__file__).parents[2] / "app" / "samples" / "answers.json"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def written(name: str, unit: str, year: int, **cells: int) -> Path:
    report = of(unit, year, **cells)
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write(Edition(report), "json"))
    return path


def of(unit: str, year: int, **cells: int) -> Report:
    """The sound report of a year, under another name and with other numbers."""
    return (last if year == 2024 else clean)(cells, unit=unit, title="", year=year)


def last_years(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """File -> the report it was compared with."""
    _, out, _ = printed(["check", *arguments, "--format", "json"], capsys)
    return {file["file"]: file["last_year"] for file in json.loads(out)}


@pytest.mark.parametrize(
    ("last", "this", "fits"),
    [
        ("河东镇", "东镇", False),
        ("东镇", "河东镇", False),
        ("示例县民政局", "民政局", True),
        ("云山县人民政府", "云山县", True),
        ("示例县民政局", "云山县民政局", False),
    ],
)
def test_organs_are_compared_whole(
    last: str, this: str, fits: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    written("last.json", last, 2024)
    written("this.json", this, 2025)
    compared = last_years(["this.json", "--last-year", "last.json"], capsys)["this.json"]
    assert (compared is not None) is fits
    _, out, _ = printed(["check", "this.json", "--last-year", "last.json"], capsys)
    words = f"与{last}2024年的年报（last.json）比较。" if fits else f"“{last}”2024年的，与这一份不衔接"
    assert words in out
    as_predecessor = ["this.json", "--last-year", "last.json", "--predecessor"]
    assert last_years(as_predecessor, capsys)["this.json"]["unit"] == last


def test_a_folder_of_both_years_is_paired(capsys: pytest.CaptureFixture[str]) -> None:
    carried = "requests.carried_out.natural_person"
    written("in/a24.json", "示例县民政局", 2024)
    written("in/a25.json", "示例县民政局", 2025)
    written("in/b24.json", "河东镇", 2024)
    written("in/deep/b25.json", "河东镇", 2025)
    written("in/deep/c25.json", "东镇", 2025)
    compared = last_years(["in", "-r"], capsys)
    assert len(compared) == 5
    assert compared["in/a25.json"] == {
        "unit": "示例县民政局",
        "year": 2024,
        "source": "beside",
        "file": "in/a24.json",
    }
    assert compared["in/deep/b25.json"]["file"] == "in/b24.json"
    assert [compared[name] for name in ("in/a24.json", "in/b24.json", "in/deep/c25.json")] == [None] * 3
    assert last_years(["in"], capsys).keys() == {"in/a24.json", "in/a25.json", "in/b24.json"}
    _, out, _ = printed(["check", "in", "-r", "--select", "NB911"], capsys)
    assert "NB911" not in out
    written("in/a24.json", "示例县民政局", 2024, **{carried: 77})
    code, out, _ = printed(["check", "in", "--select", "NB911"], capsys)
    assert code is ExitCode.FINDINGS
    assert out.count("NB911") == 1
    assert "77" in out


def test_two_files_of_last_year_that_disagree_are_not_compared_with(
    capsys: pytest.CaptureFixture[str],
) -> None:
    written("a.json", "示例县民政局", 2024)
    written("b.json", "示例县民政局", 2024, **{"requests.carried_out.natural_person": 77})
    written("c.json", "示例县民政局", 2025)
    _, out, _ = printed(["check", "a.json", "b.json", "c.json"], capsys)
    assert "上年的年报有几份，数字不一样（a.json、b.json），没有用来比较。" in out


def test_several_last_years_each_for_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    written("old/a.json", "示例县民政局", 2024)
    written("old/b.json", "河东镇", 2024)
    written("a.json", "示例县民政局", 2025)
    written("b.json", "河东镇", 2025)
    files = ["a.json", "b.json"]
    by_folder = last_years([*files, "--last-year", "old"], capsys)
    one_by_one = last_years([*files, "--last-year", "old/b.json", "--last-year", "old/a.json"], capsys)
    assert by_folder == one_by_one
    assert [by_folder[name]["file"] for name in files] == ["old/a.json", "old/b.json"]
    assert {by_folder[name]["source"] for name in files} == {"given"}


def test_the_store_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    last, this = written("last.json", "示例县民政局", 2024), str(written("this.json", "示例县民政局", 2025))
    assert main(["import", str(last)]) == ExitCode.OK
    capsys.readouterr()
    assert last_years([this], capsys)[this]["source"] == "store"
    assert last_years([this, "--no-store"], capsys)[this] is None


def kept(organs: dict[str, int]) -> None:
    """Keep the sound report of each organ and year."""
    for unit, year in organs.items():
        assert main(["import", str(written(f"kept/{unit}{year}.json", unit, year))]) == ExitCode.OK


@pytest.mark.parametrize(
    ("change", "predecessors", "said"),
    [
        ("renamed", ["示例县民政局"], ""),
        ("merged", ["示例县民政局", "河东镇"], "数字相加"),
        ("split", ["示例县民政局"], "分立"),
    ],
)
@pytest.mark.parametrize("target", ["示例县新局@2025", "kept/示例县新局2025.json"])
def test_what_is_kept_of_other_names_is_named_by_them(
    target: str, change: str, predecessors: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept({"示例县新局": 2025} | dict.fromkeys(predecessors, 2024))
    for one in predecessors:
        to = ["organs", "示例县新局", "--predecessor", one, "--from", "2025", "--change", change]
        assert main(to) == ExitCode.OK
    capsys.readouterr()
    _, out, _ = printed(["check", target, "--format", "json"], capsys)
    (found,) = json.loads(out)
    assert found["last_year"]["unit"] == "、".join(predecessors)
    assert found["note"] == found["note"].strip()
    assert said in found["note"]
    assert bool(found["note"]) == bool(said)


@pytest.mark.parametrize("given", [["--last-year", "old.json"], ["old.json"]])
def test_a_file_under_a_name_that_is_known_here_is_the_organs(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    kept({"示例县新局": 2025, "示例县民政局": 2024})
    assert (
        main(
            ["organs", "示例县新局", "--predecessor", "示例县民政局", "--from", "2025", "--change", "renamed"]
        )
        == 0
    )
    written("new.json", "示例县新局", 2025)
    written("old.json", "示例县民政局", 2024)
    capsys.readouterr()
    _, out, _ = printed(["check", "new.json", *given, "--format", "json"], capsys)
    found = json.loads(out)[0]
    assert (found["last_year"]["unit"], found["last_year"]["file"]) == ("示例县民政局", "old.json")
    assert found["note"] == ""
    assert "NB914" not in {one["code"] for one in found["findings"]}


@pytest.mark.parametrize("given", [["--last-year", "old.json"], ["old.json"]])
def test_of_a_split_organ_no_number_is_compared_though_its_file_is_given(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    kept({"示例县新局": 2025, "示例县民政局": 2024})
    split = ["organs", "示例县新局", "--predecessor", "示例县民政局", "--from", "2025", "--change", "split"]
    assert main(split) == ExitCode.OK
    written("new.json", "示例县新局", 2025)
    written("old.json", "示例县民政局", 2024)
    capsys.readouterr()
    _, out, _ = printed(["check", "new.json", *given, "--format", "json"], capsys)
    found = json.loads(out)[0]
    assert found["last_year"]["source"] == "store"
    assert "只参考它2024年年报的文字" in found["note"]
    assert ("没有用来比较" in found["note"]) == (given[0] == "--last-year")


def test_of_several_predecessors_given_none_is_taken_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    written("new.json", "示例县新局", 2025)
    written("a.json", "示例县民政局", 2024)
    written("b.json", "河东镇", 2024)
    given = ["--last-year", "a.json", "--last-year", "b.json"]
    _, out, _ = printed(["check", "new.json", *given, "--predecessor", "--format", "json"], capsys)
    (found,) = json.loads(out)
    assert found["last_year"] is None
    assert "是几个单位的（a.json、b.json），没有用来比较" in found["note"]


def test_a_year_that_was_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    kept({"示例县民政局": 2023})
    kept({"示例县民政局": 2025})
    for target in ("示例县民政局@2025", "kept/示例县民政局2025.json"):
        _, out, _ = printed(["check", target], capsys)
        assert "没有2024年的年报（最近的一份是2023年的），没有用来对照。" in out


def test_a_problem_that_comes_back_after_years_is_told_of_a_file_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    again = Problems(items=(Problem(problem="公开专栏更新不够及时", measure="每月核对一次"),))
    for year in (2022, 2025):
        report = of("示例县民政局", year).model_copy(update={"problems": again})
        Path(f"{year}.json").write_bytes(write(Edition(report), "json"))
    assert main(["import", "2022.json"]) == ExitCode.OK
    _, out, _ = printed(["check", "2025.json"], capsys)
    assert "2022年的报告也写过" in out
    _, out, _ = printed(["check", "2025.json", "--no-store"], capsys)
    assert "2022年的报告也写过" not in out


def test_kept_reports_are_checked_by_pattern_and_year(capsys: pytest.CaptureFixture[str]) -> None:
    for name, unit, year in (("a", "示例县民政局", 2024), ("b", "河东镇", 2024), ("c", "河东镇", 2025)):
        assert main(["import", str(written(f"{name}.json", unit, year))]) == ExitCode.OK
    capsys.readouterr()
    assert last_years(["--all", "--year", "2024"], capsys).keys() == {"示例县民政局@2024", "河东镇@2024"}
    assert last_years(["*@2024"], capsys).keys() == {"示例县民政局@2024", "河东镇@2024"}
    assert last_years(["河东*@*"], capsys).keys() == {"河东镇@2024", "河东镇@2025"}
    assert last_years(["--all"], capsys)["河东镇@2025"]["source"] == "store"
    for nonsense in (["--year", "2024"], ["--all", "a.json"], ["--all", "--no-store"], ["*@2011"]):
        code, out, err = printed(["check", *nonsense], capsys)
        assert (code, out, err.count("\n")) == (ExitCode.FAILED, "", 1), nonsense
    _, out, _ = printed(["list", "*@2025", "--json"], capsys)
    assert [one["ref"] for one in json.loads(out)["reports"]] == ["河东镇@2025"]


@pytest.mark.parametrize("ref", ["示例县民政局＠２０２４", "２０２４", "＊＠２０２４"])
def test_a_name_in_full_width_is_the_same_name(ref: str, capsys: pytest.CaptureFixture[str]) -> None:
    kept({"示例县民政局": 2024})
    assert last_years([ref], capsys).keys() == {"示例县民政局@2024"}
    _, out, _ = printed(["list", ref, "--json"], capsys)
    assert [one["ref"] for one in json.loads(out)["reports"]] == ["示例县民政局@2024"]


def test_a_draft_after_another_organ_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    other = written("other.json", "云山县民政局", 2024)
    command = ["draft", "--answers", str(ANSWERS), "--last-year", str(other), "-o", "-"]
    code, out, err = printed(command, capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert "other.json 是“云山县民政局”的年报，不是“示例县民政局”的，没有使用。" in err
    code, out, err = printed([*command, "--predecessor", "--as-draft"], capsys)
    assert json.loads(out)["unit"] == "示例县民政局"
    assert "上年的年报：云山县民政局2024年（other.json）。" in err
