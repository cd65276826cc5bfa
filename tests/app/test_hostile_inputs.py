"""Whatever is named where a file is to be read: one sentence, no waiting for ever, nothing changed."""

import json
import os
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.parser import build, commands_of
from app.session.answers_file import load, take
from app.session.library import Library
from store.database import Store

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
IN = "{in}"
"""Where the input is named."""
READING = (
    *(["import", IN], ["import", "--json", IN], ["import", "--into", "2025", IN], ["check", IN]),
    *(
        ["check", "last.docx", "--last-year", IN],
        ["check", "last.docx", "--baseline", IN],
        ["compare", "2025", IN],
    ),
    *(
        ["draft", "--answers", IN, "-o", "out"],
        ["answers", "2025", "--from", IN],
        ["sentences", "--answers", IN],
    ),
    ["draft", "--answers", "answers.json", "--last-year", IN, "-o", "out"],
    ["sentences", "--answers", "answers.json", "--last-year", IN],
    ["export", "2025", "--as-draft", "--format", "docx", "--layout", IN, "-o", "out"],
    *(["restore", IN], ["doctor", IN], ["doctor", "--repair", IN], ["--config", IN, "list"]),
)
DEEP = 5_000
JSONS = {
    "deep.json": "[" * DEEP + "]" * DEEP,
    "deep-object.json": '{"answers":' * DEEP + "1" + "}" * DEEP,
    "twice.json": '{"unit": "甲", "year": 2025, "answers": {"profile.name": "乙", "profile.name": "丙"}}',
    "twice-report.json": '{"schema": "nianbao/report/1", "unit": "甲", "unit": "乙", "year": 2025}',
    "huge-number.json": '{"unit": "甲", "year": 2025, "answers": {"proactive.fees": 1e400000000}}',
    "long-number.json": '{"unit": "甲", "year": ' + "9" * 6_000 + "}",
    "fees.json": '{"unit": "甲", "year": 2025, "answers": {"proactive.fees": "1e400000000"}}',
    "half.json": '{"unit": "甲\\ud800", "year": 2025, "answers": {"profile.address": "\\udfff"}}',
    "infinite.json": '{"unit": "甲", "year": Infinity, "answers": {"proactive.fees": NaN}}',
}
TOMLS = {
    "deep.toml": "a = " + "[" * DEEP + "]" * DEEP,
    "deep-table.toml": "[" + ".".join(["a"] * DEEP) + "]",
    "inline.toml": "a = " + "{a = " * DEEP + "1" + "}" * DEEP,
    "twice.toml": "[list]\njson = true\n[list]\njson = true\n",
    "number.toml": "[text]\nlines = " + "9" * 6_000,
    "float.toml": "[text]\nlines = 1e400000000\n[page]\ntop = inf\nleft = nan",
    "nul.toml": '[export]\noutput = "a\\u0000b"\nlayout = "\\u0000"',
}


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a draft, the files beside the one that is hostile, and all the hostile ones."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    with Store.open() as store, Library(store).start("示例县民政局", 2025) as session:
        take(session, load(SAMPLES / "answers.json"))
    shutil.copyfile(SAMPLES / "answers.json", "answers.json")
    shutil.copyfile(SAMPLES / "last-year.docx", "last.docx")
    return work


def _special_files() -> Iterator[str]:
    """What is no file, and names that lead nowhere."""
    Path("folder").mkdir()
    os.mkfifo("pipe")
    os.mkfifo("pipe.toml")
    Path("loop").symlink_to("loop")
    Path("nowhere").symlink_to("not/there")
    Path("zero.toml").symlink_to("/dev/zero")
    yield from (
        "folder",
        "pipe",
        "pipe.toml",
        "loop",
        "nowhere",
        "zero.toml",
        "/dev/zero",
        "/dev/full",
        "/dev/tty",
    )
    yield from (
        "长" * 200,
        "last.docx/inside",
        "",
        "\udce4\udc80",
        "a\nb\x1b[2J",
        "-",
        "~",
        "[",
        "@",
        "@@2025",
    )


def _garbage() -> Iterator[str]:
    """Files of the wrong content."""
    contents = {
        "empty": b"",
        "nul": bytes(5_000),
        "bytes": bytes(range(256)) * 40,
        "bom": b"\xef\xbb\xbf",
        "utf16": "[list]\n".encode("utf-16"),
        "page": b"<html>" + b"<table>" * 3_000,
        "zip": b"PK\x03\x04" + b"\x00" * 99,
        "store": b"SQLite format 3\x00" + bytes(4_080),
        "pdf": b"%PDF-1.7\n" + b"[" * 20_000,
        "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
    }
    for name, content in contents.items():
        for suffix in ("", ".toml", ".docx"):
            Path(name + suffix).write_bytes(content)
            yield name + suffix
    with zipfile.ZipFile("bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"<a>" + bytes(1 << 20) * 400)
    yield "bomb.docx"
    for name, text in (JSONS | TOMLS).items():
        Path(name).write_text(text, "utf-8")
        yield name


def _run(command: list[str], capsys: pytest.CaptureFixture[str], name: str) -> None:
    code = None

    def run() -> None:
        nonlocal code
        code = main([name if word == IN else word for word in command])

    running = threading.Thread(target=run, daemon=True)
    running.start()
    running.join(60)
    said = capsys.readouterr().err
    assert not running.is_alive(), f"waits for ever for {name}"
    assert "意外" not in said, (name, said)
    assert code in {0, 1, 2}, (name, code)
    assert code != 2 or said.strip(), name


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("inputs", [_special_files, _garbage])
def test_one_sentence_and_nothing_changed(
    command: list[str], inputs: object, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = list(inputs())  # type: ignore[operator]
    files = {file: file.read_bytes() for file in work.iterdir() if file.is_file()}
    with Store.open() as store:
        before = (store.reports(), store.answers(1), store.texts(1))
    for name in names:
        _run(command, capsys, name)
    assert {file: file.read_bytes() for file in files} == files
    assert not (work.parent / "home" / "nianbao-error.log").exists()
    with Store.open() as store:
        assert (store.reports(), store.answers(1), store.texts(1)) == before


def test_every_argument_that_names_a_file_is_looked_at() -> None:
    known = {word for command in READING for word in command if word.startswith("--")}
    known |= {"--output", "--annotate", "--all"}  # where results go
    for name, parser in commands_of(build()).items():
        for action in parser._actions:
            if action.option_strings and "文件" in str(action.metavar) and name != "demo":
                assert known & set(action.option_strings), (name, action.option_strings)
        if any(action.metavar == "文件" and not action.option_strings for action in parser._actions):
            assert any(command[0] == name for command in READING) or name == "backup"


@pytest.mark.parametrize("name", ["twice.json", "twice-report.json"])
def test_what_is_said_twice_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(JSONS[name], "utf-8")
    command = ["import", name] if "report" in name else ["draft", "--answers", name, "-o", "out"]
    assert main(command) == 2
    assert "写了两次" in capsys.readouterr().err


def test_a_baseline_that_says_something_twice_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "last.docx", "--baseline", "known.json"]) in {0, 1}
    data = json.loads(Path("known.json").read_text("utf-8"))
    Path("known.json").write_text(json.dumps(data).replace('"schema"', '"schema": "x", "schema"'), "utf-8")
    assert main(["check", "last.docx", "--baseline", "known.json"]) == 2
    assert "“schema”写了两次" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["folder", "pipe", "nowhere"])
def test_what_stands_where_a_template_would_and_is_none_is_told(
    what: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = work.parent / "home" / "templates" / "overview" / "lead.j2"
    template.parent.mkdir(parents=True)
    {"folder": template.mkdir, "pipe": lambda: os.mkfifo(template)}.get(
        what, lambda: template.symlink_to("not/there")
    )()
    assert main(["draft", "--answers", "answers.json", "--as-draft", "-o", "out.txt"]) in {0, 1}
    assert "模板 overview/lead.j2 读不了" in capsys.readouterr().err
