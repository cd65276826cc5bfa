"""Nothing commands the terminal, nothing is written over unasked, nothing left behind."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.clean_text import UNSAFE, cleaned, escaped
from app.documents.write.kinds import KINDS, Edition, write
from app.session.library import Library
from sections.report.report import Report
from store.database import Store

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
HOSTILE = "示例县\x1b]52;c;aGk=\x07水\x9b2J务\u202e局"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def test_names_are_cleaned_on_entry(home: Path) -> None:
    with Store.open() as store:
        library = Library(store)
        with library.start(HOSTILE, 2025) as session:
            assert not UNSAFE.search(session.organ)
        library.take_over(Report(unit=HOSTILE, year=2024))
        assert not any(UNSAFE.search(stored.unit) for stored in store.reports())


def test_what_a_store_holds_is_listed_without_controls(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open() as store:
        report = store.create(HOSTILE, 2025)
        store.put_document(report.id, Report(unit=HOSTILE, year=2025))
    for command in (
        ["list"],
        ["answers", "2025"],
        ["export", "2025", "-o", "-"],
        ["check", f"{HOSTILE}@2025"],
    ):
        main(command)
        said = capsys.readouterr()
        assert said.out or said.err
        assert not UNSAFE.search(said.out + said.err)


def test_json_says_the_same_with_controls_spelled_out() -> None:
    assert json.loads(escaped(json.dumps(HOSTILE, ensure_ascii=False))) == HOSTILE
    assert not UNSAFE.search(escaped(json.dumps(HOSTILE, ensure_ascii=False)))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf"])
def test_no_kind_of_file_and_no_name_of_one_holds_controls(kind: str) -> None:
    hostile = Report(unit=HOSTILE, year=2025)
    assert not UNSAFE.search(KINDS[kind].file_name(hostile))
    clean = Report(unit=cleaned(HOSTILE), year=2025)
    if kind in {"html", "fragment", "md", "txt", "json"}:
        assert write(Edition(hostile), kind) == write(Edition(clean), kind)
    else:
        assert write(Edition(hostile), kind)


def copied(name: str) -> str:
    return str(shutil.copyfile(SAMPLES / name, name))


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_an_input_is_never_an_output(force: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    answers, last = copied("answers.json"), copied("last-year.docx")
    before = Path(answers).read_bytes(), Path(last).read_bytes()
    assert main(["draft", "--answers", answers, "-o", answers, *force]) == 2
    assert main(["draft", "--answers", answers, "--last-year", last, "-o", last, *force]) == 2
    assert main(["check", last, "-o", last, *force]) == 2
    assert "没有覆盖" in capsys.readouterr().err
    assert (Path(answers).read_bytes(), Path(last).read_bytes()) == before


def test_what_is_there_is_written_over_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    last = copied("last-year.docx")
    for command in (["check", last, "-o", "there"], ["backup", "there"]):
        Path("there").write_text("a letter")
        assert main(command) == 2
        assert Path("there").read_text() == "a letter"
    assert "没有覆盖" in capsys.readouterr().err
    assert main(["backup", "备份.db"]) == 0
    assert main(["backup", "备份.db"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["backup", "备份.db", "--force"]) == 0


def test_a_store_is_never_an_output(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.open().close()
    store = str(home / "nianbao.db")
    before = Path(store).read_bytes()
    assert main(["check", copied("last-year.docx"), "-o", store, "--force"]) == 2
    assert main(["backup", store, "--force"]) == 2
    assert Path(store).read_bytes() == before


def test_doctor_says_that_all_is_well_and_repairs_what_is_not(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open() as store:
        report = store.create("示例县水务局", 2025)
        store.put_text(report.id, "overview.lead", "手写", "草稿")
    assert main(["doctor"]) == 0
    assert "没有发现问题" in capsys.readouterr().err
    with Store.open() as store:
        store._db.execute("UPDATE texts SET text = '改过'")
    assert main(["doctor"]) == 1
    assert "手工改过的文字" in capsys.readouterr().err
    assert main(["doctor", "--repair"]) == 0
    with Store.open() as store:
        assert store.texts(report.id)["overview.lead"].text == "手写"


def test_a_key_that_is_there_twice_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("twice.json").write_text('{"unit": "甲", "unit": "乙", "year": 2025}', "utf-8")
    assert main(["draft", "--answers", "twice.json", "-o", "out.docx"]) == 2
    assert "“unit”写了两次" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app", "rules"],
            cwd=Path(__file__).parents[2],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "磁盘已满" in done.stderr


WORKING = """
import sys, time
from app.checking.worker_pool import each
def slow(name):
    import os
    print(os.getpid(), flush=True)
    time.sleep(60)
list(each([str(n) for n in range(20)], slow, str, 2))
"""


def test_helpers_end_with_the_program_that_started_them(tmp_path: Path) -> None:
    import time

    from store.files import process_runs

    script = tmp_path / "working.py"
    script.write_text(WORKING)
    root = str(Path(__file__).parents[2])
    program = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": root}
    )
    helper = int(program.stdout.readline())
    program.kill()
    program.wait()
    program.stdout.close()
    for _ in range(200):
        if not process_runs(helper) or "Z" in Path(f"/proc/{helper}/stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    pytest.fail("the helper still runs")


def test_the_demo_writes_over_nothing_but_what_it_wrote_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "-o", "out"]) == 0
    assert main(["demo", "-o", "out"]) == 0
    findings = Path("out/findings.json")
    findings.write_text("a letter")
    assert main(["demo", "-o", "out"]) == 2
    assert findings.read_text() == "a letter"
    assert "没有覆盖" in capsys.readouterr().err
    assert main(["demo", "-o", "out", "--force"]) == 0
    assert findings.read_text() != "a letter"


def test_a_long_answer_is_drafted_and_no_fault_of_a_template() -> None:
    answers = json.loads((SAMPLES / "answers.json").read_text("utf-8"))
    answers["answers"]["profile.address"] = "清水路" * 20_000
    answers["answers"]["proactive.key_areas"] = [f"领域{n}" * 90 for n in range(60)]
    Path("long.json").write_text(json.dumps(answers), "utf-8")
    assert main(["draft", "--answers", "long.json", "-o", "long.txt", "--as-draft"]) in {0, 1}
    assert "清水路" * 20_000 in Path("long.txt").read_text("utf-8").replace("\n", "")


def test_what_a_killed_fix_left_in_the_temporary_folder_goes_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    told = [sys.executable, "-c", "import os; print(os.getpid())"]
    ended = subprocess.run(told, capture_output=True, check=True)
    left = tmp_path / f"nianbao-{int(ended.stdout)}-killed"
    left.mkdir()
    wrong = str(shutil.copyfile(SAMPLES / "with-mistakes.docx", "wrong.docx"))
    assert main(["check", wrong, "--fix"]) == 1
    assert not list(tmp_path.glob("nianbao-*"))


FULL = """
import os, subprocess, sys
home, nianbao, sample, other = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", home], check=True)
def run(*words):
    done = subprocess.run([*nianbao.split(), *words], capture_output=True, text=True,
                          env=os.environ | {"NIANBAO_HOME": home})
    print(done.returncode, done.stdout[:60] + done.stderr, sep="|")
run("import", sample)
try:
    with open(home + "/filler", "wb", 0) as filler:
        while True:
            filler.write(bytes(4096))
except OSError:
    pass
run("list")
run("export", "2024", "-o", "-")
run("import", other, "--replace")
run("reopen", "2024")
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare")
def test_a_store_on_a_full_disk_is_shown_and_exported_and_said_to_be_full(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    script = tmp_path / "full.py"
    script.write_text(FULL)
    files = [str(SAMPLES / "last-year.docx"), str(SAMPLES / "with-mistakes.docx")]
    words = [str(tmp_path / "disk"), f"{sys.executable} -m app", *files]
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, str(script), *words],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip("no disk of one's own here")
    said = done.stdout
    assert said.count("磁盘已满") == 3, said + done.stderr
    assert "另一个窗口" not in said
    assert "0|示例县民政局@2024" in said
    assert '0|{ "schema": "nianbao/report' in said.replace("\n", "")
    assert "rollback" not in said


def test_four_imports_at_once_end_well(home: Path) -> None:
    command = [sys.executable, "-m", "app", "import", str(SAMPLES / "last-year.docx")]
    started = [
        subprocess.Popen(command, cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL) for _ in range(4)
    ]
    assert [one.wait(120) for one in started] == [0] * 4
    with Store.open() as store:
        assert [(stored.unit, stored.year) for stored in store.reports()] == [("示例县民政局", 2024)]
        assert store.damage(store.reports()[0].id, journal=True) == ()
