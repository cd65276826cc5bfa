"""What docs/cli.md promises to other programs."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from app.__main__ import main
from app.cli.arguments.reference import SCHEMAS, SHELLS
from app.cli.parser import build, commands_of
from app.cli.run import COMMANDS
from app.cli.schemas import json_schema
from app.documents.read.importer import read_report
from app.exit_codes import ExitCode
from tests.support.sample_with_mistakes import MISTAKEN, SAMPLE, printed

ROOT = Path(__file__).parents[2]
ANSWERS = SAMPLE.with_name("answers.json")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def program(
    *arguments: str, encoding: str = "", stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    environment = (
        os.environ | {"PYTHONPATH": str(ROOT)} | ({"PYTHONIOENCODING": encoding} if encoding else {})
    )
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, check=False)


# --- where things go -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ascii", "utf-8"), ("cp437", "utf-8"), ("gbk", "gbk"), ("big5", "utf-8"), ("", "utf-8")],
)
def test_words_are_words_in_every_encoding(asked: str, found: str) -> None:
    for arguments in (["rules"], ["--help"]):
        done = program(*arguments, encoding=asked)
        assert (done.returncode, done.stderr) == (0, b"")
        assert ("年报" if arguments == ["--help"] else "错误") in done.stdout.decode(found)
    wrong = program("nosuch", encoding=asked)
    assert wrong.stderr.decode(found).startswith("命令没有写对")


@pytest.mark.parametrize("encoding", ["", "gbk", "ascii"])
def test_data_are_utf_8_in_every_encoding(encoding: str) -> None:
    done = program("check", str(SAMPLE), "--format", "json", encoding=encoding)
    assert json.loads(done.stdout.decode("utf-8"))[0]["unit"] == "示例县民政局"


def closed_pipe() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["rules"], 0),
        (["--help"], 0),
        (["schema"], 0),
        (["check", str(MISTAKEN)], 1),
        (["check", str(MISTAKEN), "--format", "json"], 1),
        (["check", "none.docx"], 2),
        (["draft", "--answers", str(ANSWERS), "-o", "-", "--format", "docx", "--as-draft"], 1),
    ],
)
def test_a_reader_that_goes_away_changes_no_exit_code(arguments: list[str], code: int) -> None:
    writing = closed_pipe()
    done = program(*arguments, stdout=writing)
    os.close(writing)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes a stream by the shell")
@pytest.mark.parametrize(("streams", "code"), [(">&-", 1), (">&- 2>&-", 1)])
def test_streams_that_were_closed_before_change_no_exit_code(streams: str, code: int) -> None:
    command = [
        "bash",
        "-c",
        f'exec "$@" {streams}',
        "bash",
        sys.executable,
        "-m",
        "app",
        "check",
        str(MISTAKEN),
    ]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == code


def test_quiet_says_only_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    draft = ["draft", "--answers", str(ANSWERS), "--last-year", str(SAMPLE), "-o", "a.docx"]
    assert printed(["-q", *draft], capsys) == (ExitCode.OK, "", "")
    assert printed([*draft, "--force", "--quiet"], capsys) == (ExitCode.OK, "", "")
    code, out, err = printed([*draft, "-q"], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert "已经存在" in err
    code, out, err = printed(["-v", "check", str(SAMPLE)], capsys)
    assert "要检查1个文件" in err
    assert "要检查" not in out


@pytest.mark.parametrize("kind", ["docx", "html", "txt", "md", "xlsx", "json", "review"])
def test_a_dash_is_standard_output_for_every_kind(kind: str, tmp_path: Path) -> None:
    draft = ["draft", "--answers", str(ANSWERS), "--last-year", str(SAMPLE)]
    done = program(*draft, "-o", "-", "--format", kind)
    path = tmp_path / f"a.{kind}"
    assert done.returncode == main([*draft, "-o", str(path), "--format", kind]) == 0
    assert done.stdout == path.read_bytes()


def test_errors_are_told_by_the_code_while_printing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(MISTAKEN)]) == ExitCode.OK
    capsys.readouterr()
    code, out, err = printed(["export", "2024", "-o", "-"], capsys)
    assert (code, out) == (ExitCode.FINDINGS, "")
    assert "NB303" in err
    code, out, err = printed(["export", "2024", "-o", "-", "--as-draft"], capsys)
    assert code is ExitCode.FINDINGS
    assert json.loads(out)["year"] == 2024


# --- JSON ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = printed(["schema", name], capsys)
    schema = json.loads(out)
    assert schema["$id"] == f"urn:nianbao:{name}:1"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_what_is_printed_fits_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(SAMPLE)]) == ExitCode.OK
    capsys.readouterr()
    for name, command in (
        ("report", ["export", "2024", "-o", "-"]),
        ("check", ["check", str(MISTAKEN), "2024", "--format", "json"]),
        ("answers", ["answers", "2024"]),
    ):
        _, out, _ = printed(command, capsys)
        jsonschema.Draft202012Validator(json_schema(name)).validate(json.loads(out))
    jsonschema.Draft202012Validator(json_schema("answers")).validate(json.loads(ANSWERS.read_text("utf-8")))


def test_another_version_is_refused_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    answers = json.loads(ANSWERS.read_text("utf-8"))
    Path("a.json").write_text(json.dumps(answers | {"schema": "nianbao/answers/3"}))
    code, _, err = printed(["draft", "--answers", "a.json", "-o", "a.docx"], capsys)
    assert code is ExitCode.FAILED
    assert "a.json 是第3版的格式，这个版本的年报助手只认第1版" in err
    report = read_report(SAMPLE).to_json()
    Path("r.json").write_text(json.dumps(report | {"schema": "nianbao/report/2"}))
    code, _, err = printed(["check", "r.json"], capsys)
    assert code is ExitCode.FAILED
    assert "r.json 是第2版的格式" in err


@pytest.mark.parametrize("place", ["", "profile", "overview", "requests", "proactive"])
def test_an_unknown_field_is_refused_by_its_name(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = read_report(SAMPLE).to_json()
    (report[place] if place else report)["nosuch"] = 1
    Path("r.json").write_text(json.dumps(report))
    code, _, err = printed(["import", "r.json"], capsys)
    assert code is ExitCode.FAILED
    assert "（nosuch）" in err.replace(f"{place}.", "")


# --- settings --------------------------------------------------------------------------------------------


def settings(home: Path, text: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text, "utf-8")


def test_settings_stand_under_what_is_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(home, '[check]\nformat = "json"\nselect = "NB9"\nquiet = true\n')
    _, out, _ = printed(["check", str(MISTAKEN)], capsys)
    codes = {finding["code"] for finding in json.loads(out)[0]["findings"]}
    assert codes
    assert all(code.startswith("NB9") for code in codes)
    _, out, _ = printed(["check", str(MISTAKEN), "--format", "text"], capsys)
    assert out.startswith("示例县民政局")
    _, out, _ = printed(["--no-config", "check", str(MISTAKEN)], capsys)
    assert "NB301" in out
    Path("other.toml").write_text('[check]\nselect = "NB3"\n', "utf-8")
    _, out, _ = printed(["--config", "other.toml", "check", str(MISTAKEN)], capsys)
    assert "NB301" in out
    assert "NB921" not in out


def test_settings_fill_what_a_command_must_have(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(home, f'[draft]\nanswers = "{ANSWERS.as_posix()}"\noutput = "-"\nas-draft = true\n')
    code, out, _ = printed(["draft"], capsys)
    assert code is ExitCode.FINDINGS
    assert json.loads(out)["unit"] == "示例县民政局"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[nosuch]\n", "没有“nosuch”这个命令"),
        ("[check]\nnosuch = 1\n", "没有“nosuch”这个选项"),
        ("[check]\nformat = 'pdf'\n", "“format”的值不对"),
        ("[check]\nyear = '2025'\n", "“year”的值不对"),
        ("[check]\nfix = 'yes'\n", "“fix”的值不对"),
        ("[check]\nlast-year = [1]\n", "“last-year”的值不对"),
        ("check = 1\n", "应写成一节"),
        ("[check\n", "写得不对"),
    ],
)
def test_wrong_settings_are_one_sentence(
    home: Path, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(home, text)
    code, out, err = printed(["check", str(SAMPLE)], capsys)
    assert (code, out, err.count("\n")) == (ExitCode.FAILED, "", 1)
    assert words in err
    assert printed(["check", "--help"], capsys)[0] is ExitCode.OK


def test_settings_that_are_not_there_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = printed(["--config", "none.toml", "rules"], capsys)
    assert code is ExitCode.FAILED
    assert "读不到设置文件 none.toml" in err


def test_the_settings_in_the_document_are_taken(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert tomllib.loads(text)
    settings(home, text)
    assert printed(["rules"], capsys)[0] is ExitCode.OK


# --- completion and the manual page ----------------------------------------------------------------------


def completed(line: str, tmp_path: Path) -> set[str]:
    """What a shell is offered behind ``line``, in the protocol of argcomplete."""
    answer = tmp_path / "answer"
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "COMP_TYPE": "9",
    }
    subprocess.run([sys.executable, "-m", "app"], env=environment, check=False, capture_output=True)
    return {word.strip() for word in answer.read_text("utf-8").splitlines()}


def test_commands_options_values_and_reports_are_completed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(SAMPLE)]) == ExitCode.OK
    capsys.readouterr()
    assert completed("nianbao ", tmp_path) >= set(COMMANDS)
    assert {"--last-year", "--no-store"} <= completed("nianbao check --", tmp_path)
    assert completed("nianbao check --format s", tmp_path) == {"sarif"}
    assert "示例县民政局@2024" in completed("nianbao export ", tmp_path)
    assert completed("nianbao rule NB30", tmp_path) >= {"NB301", "NB302"}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["completion", shell], capsys)
    assert (code, err) == (ExitCode.OK, "")
    assert "nianbao" in out
    assert "_ARGCOMPLETE" in out
    if shell == "bash":
        assert subprocess.run(["bash", "-n"], input=out.encode(), check=False).returncode == 0


def test_the_manual_page_has_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = printed(["man"], capsys)
    assert out.startswith(".TH NIANBAO 1")
    plain = out.replace("\\-", "-")
    for name, command in commands_of(build()).items():
        section = plain.split(f".SS nianbao {name}\n")[1].split(".SS")[0]
        for action in command._actions:
            if action.dest not in {"help", "loudness"}:
                assert all(option in section for option in action.option_strings), (name, action)
                assert not action.option_strings or action.help, (name, action)


def test_every_command_is_in_the_parser_and_the_other_way_round() -> None:
    worded, run = set(commands_of(build())), set(COMMANDS)
    assert not worded - run, "name the module of these in COMMANDS of app/cli/run.py"
    assert not run - worded, "give these their words in app/cli/arguments/"
