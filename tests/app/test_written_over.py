"""No command writes over one of its inputs, over a store or over a file that is there unasked.

The table is held against the command line itself: a new option that names a file, or a new command with an
output, has to be put into it."""

import argparse
import os
import shutil
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.parser import build, commands_of
from app.cli.targets import refuse_inputs
from app.session.answers_file import load, take
from app.session.library import Library
from store.database import Store

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
TO = "{to}"
"""Where the output is named."""
DONE = {
    "export": ["export", "2025", "--as-draft", "--format", "docx", "-o", TO],
    "export txt": ["export", "2025", "--as-draft", "--format", "txt", "-o", TO],
    "draft": ["draft", "--answers", "answers.json", "--as-draft", "--format", "txt", "-o", TO],
    "answers": ["answers", "2025", "-o", TO],
    "sheet": ["sheet", "2025", "--format", "xlsx", "-o", TO],
    **{
        f"check {form}": ["check", "last.docx", "--format", form, "-o", TO]
        for form in ("text", "json", "sarif", "html")
    },
    "check stored": ["check", "--all", "-o", TO],
    "check baseline": ["check", "last.docx", "--baseline", TO],
    "backup": ["backup", TO],
}
INPUTS = {
    "check": ("targets", "last_year", "baseline", "output"),
    "draft": ("answers", "last_year"),
    "export": ("layout",),
    "sheet": (),
    "answers": ("source",),
}
"""The arguments of each command with an output that name a file which it reads, or another that it writes."""
WORDS = {
    "ref",
    "format",
    "department",
    "select",
    "ignore",
    "words",
    "command",
    "resume",
    "all",
    "annotate",
    "number",
}
"""Arguments that name no file."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a draft; the files that commands read, and a letter of somebody's."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with Store.open() as store, Library(store).start("示例县民政局", 2025) as session:
        take(session, load(SAMPLES / "answers.json"))
    shutil.copyfile(SAMPLES / "answers.json", "answers.json")
    shutil.copyfile(SAMPLES / "last-year.docx", "last.docx")
    Path("letter").write_text("a letter", "utf-8")
    return tmp_path / "home"


def run(name: str, to: str, *more: str) -> int:
    return int(main([*(to if word == TO else word for word in DONE[name]), *more]))


def with_outputs() -> dict[str, argparse.ArgumentParser]:
    parsers = commands_of(build())
    return {
        name: one for name, one in parsers.items() if "-o" in one._option_string_actions and name != "demo"
    }


def test_every_command_with_an_output_is_looked_at() -> None:
    assert {name.split()[0] for name in DONE} - {"backup"} == with_outputs().keys() == INPUTS.keys()
    forced = [name for name, one in commands_of(build()).items() if "--force" in one._option_string_actions]
    assert {name.split()[0] for name in DONE} | {"demo"} == set(forced)
    for name, parser in with_outputs().items():
        named = {action.dest for action in parser._actions if action.nargs != 0}
        assert named - WORDS - {"output", "year"} == set(INPUTS[name]) - {"output"}, name


@pytest.mark.parametrize("name", DONE)
def test_a_file_that_is_there_stays_unless_forced(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    if name == "check baseline":  # it reads what is there
        assert run(name, "letter") == 2
    else:
        assert run(name, "letter") == 2
        assert "没有覆盖" in capsys.readouterr().err
    assert Path("letter").read_text() == "a letter"
    assert run(name, "new.file") in {0, 1}
    assert Path("new.file").stat().st_size
    assert run(name, "new.file", "--force") in {0, 1}


@pytest.mark.parametrize("name", DONE)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_store_and_what_lies_beside_it_stays(name: str, force: list[str], home: Path) -> None:
    with Store.open() as other:
        report = other.reports()[0]
        assert other.claim(report.id)
        other.put_skipped(report.id, "other.matters", True)
        before = {file: file.stat().st_ino for file in home.glob("nianbao.db*")}
        assert len(before) == 3
        for file in before:
            assert run(name, str(file), *force) == 2, file
            link = Path(f"link{file.suffix}")
            link.unlink(missing_ok=True)
            link.symlink_to(file)
            if file.name == "nianbao.db":
                assert run(name, str(link), *force) == 2
        assert {file: file.stat().st_ino for file in before} == before
        other.put_skipped(report.id, "other.fees", True)
    with Store.open() as store:
        assert store.skipped(report.id) >= {"other.matters", "other.fees"}
        assert store.damage(report.id, journal=True) == ()


@pytest.mark.parametrize(
    ("command", "argument"), [(name, one) for name, all_of in INPUTS.items() for one in all_of]
)
@pytest.mark.parametrize("alias", ["same", "absolute", "link", "hard link", "other case of path"])
def test_no_input_is_an_output(command: str, argument: str, alias: str) -> None:
    """Whatever the file is called the second time."""
    other = {
        "same": "letter",
        "absolute": str(Path("letter").absolute()),
        "link": "link",
        "hard link": "hard",
        "other case of path": "../work/./letter",
    }[alias]
    Path("link").symlink_to("letter")
    os.link("letter", "hard")
    value = [other] if argument in {"targets", "last_year"} else other
    given = argparse.Namespace(command=command, **{argument: value})
    setattr(given, "baseline" if argument == "output" else "output", "letter")
    with pytest.raises(Exception, match="没有覆盖"):
        refuse_inputs(given)


INPUT_COMMANDS = (
    ["check", "last.docx", "-o", "last.docx"],
    ["check", "last.docx", "--last-year", "letter", "-o", "letter"],
    ["check", ".", "-o", "last.docx"],
    ["check", "*.docx", "-o", "last.docx"],
    ["check", "answers.json", "--baseline", "answers.json"],
    ["check", "last.docx", "--baseline", "b.json", "-o", "b.json"],
    ["draft", "--answers", "answers.json", "-o", "answers.json"],
    ["draft", "--answers", "answers.json", "--last-year", "last.docx", "-o", "last.docx"],
    ["export", "2025", "--as-draft", "--layout", "letter", "--format", "docx", "-o", "letter"],
    ["--config", "settings.toml", "export", "2025", "--as-draft", "--format", "txt", "-o", "settings.toml"],
)


@pytest.mark.parametrize("command", INPUT_COMMANDS, ids=" ".join)
def test_inputs_stay_even_when_forced(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("settings.toml").write_text("[export]\nlayout = 'windows'\n", "utf-8")
    before = {file: file.read_bytes() for file in Path().iterdir()}
    assert main([*command, "--force"]) == 2
    assert "没有覆盖" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in Path().iterdir()} == before


@pytest.mark.parametrize(
    "name", ["settings.toml", "rules.toml", "appearance", "templates/own.txt", "layouts/own.toml"]
)
@pytest.mark.parametrize("command", ["export txt", "check stored", "answers"])
def test_what_the_clerk_has_set_up_stays(command: str, name: str, home: Path) -> None:
    file = home / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# mine\n", "utf-8")
    assert run(command, str(file), "--force") == 2
    assert file.read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize("name", DONE)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_no_name_leads_round_a_refusal(name: str, force: list[str], home: Path) -> None:
    """Through a folder that would only be made on the way, nobody sees what stands at the end."""
    for to in ("letter", "last.docx", "answers.json", f"../{home.name}/nianbao.db"):
        before = Path(to).read_bytes()
        assert run(name, f"missing/../{to}", *force) == 2, to
        assert Path(to).read_bytes() == before


@pytest.mark.parametrize("name", DONE)
def test_what_is_no_file_is_refused_in_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, a pipe (which would wait for ever), a device, a socket's place, a name that is too long."""
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for to in ("folder", "pipe", "/dev/null/x", "长" * 200, "letter/inside"):
        assert run(name, to, "--force") == 2, to
        said = capsys.readouterr().err
        assert "意外" not in said
        assert said.strip()
    assert Path("pipe").is_fifo()


def test_a_link_to_nowhere_is_not_followed() -> None:
    """What is written takes the place of the link; nothing is made where it pointed."""
    Path("link").symlink_to("elsewhere/there")
    for name in DONE:
        run(name, "link", "--force")
    assert not Path("elsewhere").exists()


def test_folders_of_results_keep_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "2025", "--as-draft", "--all", "set"]) in {0, 1}
    files = sorted(Path("set").iterdir())
    for file in files:
        file.write_text("a letter")
    assert main(["export", "2025", "--as-draft", "--all", "set"]) == 2
    assert {file.read_text() for file in files} == {"a letter"}
    assert main(["check", "last.docx", "--annotate", "sent"]) in {0, 1}
    (copy,) = Path("sent").iterdir()
    copy.write_text("a letter")
    main(["check", "last.docx", "--annotate", "sent"])
    assert copy.read_text() == "a letter"
    assert "没有覆盖" in capsys.readouterr().err
