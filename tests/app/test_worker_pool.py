"""Many files: in order, by several processes, past bad ones."""

import json
import os
import shutil
from pathlib import Path

import pytest

from app.__main__ import main
from app.checking.last_year import LastYear
from app.checking.results import Selection
from app.checking.worker_pool import check_files, each
from app.cli.targets import expanded
from app.crash_log import LOG_NAME
from app.exit_codes import ExitCode
from tests.support.sample_with_mistakes import SAMPLE, printed


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_many_files_come_in_order_from_several_processes(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{n:02}.docx") for n in range(13)]
    for n, name in enumerate(names):
        if n % 4 == 3:
            Path(name).write_bytes(b"PK garbage")
        else:
            shutil.copy(SAMPLE, name)
    results = list(check_files(names, LastYear(), Selection(), workers=2))
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


def fails_unforeseen(target: str) -> str:
    """What a helper does: a file named 坏 meets a fault of the program."""
    return target.upper() if "坏" not in target else str(1 / 0)


@pytest.mark.parametrize("many", [5, 30])
def test_a_fault_nobody_foresaw_fails_alone_and_is_written_down(many: int, home: Path) -> None:
    names = [f"{n}{'坏' if n in {1, 4, 29} else 'a'}" for n in range(many)]
    results = list(each(names, fails_unforeseen, lambda name: f"没有：{name}", workers=2))
    assert results == [f"没有：{name}" if "坏" in name else name.upper() for name in names]
    assert (home / LOG_NAME).read_text(encoding="utf-8").count("ZeroDivisionError") >= 2


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
    assert "与 last-year.docx 是同一份年报（示例县民政局2024年），没有重复导入" in err.splitlines()[1]


def test_a_folder_or_a_pattern_stands_for_its_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.docx", "a.docx", "~$a.docx", "c.png"):
        shutil.copy(SAMPLE, tmp_path / name)
    (tmp_path / "d.txt").mkdir()
    files = [str(tmp_path / "a.docx"), str(tmp_path / "b.docx")]
    assert expanded([str(tmp_path)]) == files
    (tmp_path / "e.json").write_text('{"schema": "nianbao/report/1"}')
    (tmp_path / "f.json").write_text('{"schema": "nianbao/answers/1"}')
    (tmp_path / "g.xlsx").touch()
    assert expanded([str(tmp_path)]) == [*files, str(tmp_path / "e.json"), str(tmp_path / "g.xlsx")]
    assert expanded([str(tmp_path / "?.docx"), files[0]]) == [*files, files[0]]
    code, _, err = printed(["check", str(tmp_path / "d.txt")], capsys)
    assert code is ExitCode.FAILED
    assert "里没有可以读取的年报文件" in err
    assert expanded(["2025", "没有.docx"]) == ["2025", "没有.docx"]


def test_names_command_no_terminal_and_stop_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [tmp_path / "a\x1b[31m.txt", Path(os.fsdecode(bytes(tmp_path) + b"/\xff.docx"))]
    try:
        for name in names:
            name.write_text("购物清单")
    except (OSError, UnicodeError):
        pytest.skip("file names of the system hold no such letters")
    for form in ("text", "json", "sarif", "html"):
        code, out, err = printed(["check", *map(str, names), "--format", form], capsys)
        assert code is ExitCode.FAILED
        assert "\x1b" not in out + err
        assert err.count("没有找到年报") == 2


def test_a_stored_report_is_checked_by_its_name_and_no_store_is_made_for_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = printed(["check", "2024"], capsys)
    assert code is ExitCode.FAILED
    assert "没有找到“2024”" in err
    assert not home.exists()
    assert main(["import", str(SAMPLE)]) == ExitCode.OK
    capsys.readouterr()
    code, out, _ = printed(["check", "2024"], capsys)
    assert code is ExitCode.OK
    assert out == "示例县民政局 2024年（示例县民政局@2024）：没有发现问题。\n"


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_the_result_goes_to_a_file(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", str(SAMPLE), "--format", form]
    _, shown, _ = printed(arguments, capsys)
    path = tmp_path / "结果"
    code, out, err = printed([*arguments, "-o", str(path)], capsys)
    assert code is ExitCode.OK
    assert out == ""
    assert err == f"已写入 {path}。\n"
    assert path.read_text(encoding="utf-8") == shown


def test_fixes_are_made_with_the_text_form_alone(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["check", str(SAMPLE), "--fix", "--format", "html"], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert "--fix 只能与 text 格式一起用" in err
