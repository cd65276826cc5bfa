"""The command line: data on stdout, words on stderr, exit codes, and a quick start."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.parser import EXPORTS
from app.crash_log import LOG_NAME
from app.documents.read.importer import read_report
from app.documents.write.kinds import KINDS
from app.exit_codes import ExitCode
from app.session.library import Library
from store.database import Store

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
ANSWERS = str(SAMPLES / "answers.json")
LAST_YEAR = str(SAMPLES / "last-year.docx")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def modules_after(*arguments: str) -> set[str]:
    program = f"import sys; from app.__main__ import main; main({list(arguments)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not modules_after(*arguments) & {"textual", "pydantic", "jinja2", "docx", "lxml", "sqlite_utils"}


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == ExitCode.OK
    shown = capsys.readouterr().out
    assert "用法：" in shown
    assert "usage" not in shown


@pytest.mark.parametrize("arguments", [["nosuch"], ["draft"], ["list", "--nosuch"], ["check"]])
def test_a_mistyped_command_is_one_chinese_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == ExitCode.FAILED
    printed = capsys.readouterr()
    assert printed.err.startswith("命令没有写对：")
    assert "required" not in printed.err
    assert printed.out == ""


def test_without_a_terminal_it_says_so_and_names_the_demo(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == ExitCode.FAILED
    assert "make demo" in capsys.readouterr().err


def test_the_main_job_unattended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "年报.docx"
    assert main(["draft", "--answers", ANSWERS, "--last-year", LAST_YEAR, "-o", str(out)]) == ExitCode.OK
    assert out.read_bytes()[:2] == b"PK"
    first = out.read_bytes()
    again = ["draft", "--answers", ANSWERS, "--last-year", LAST_YEAR, "-o", str(out)]
    assert main(again) == ExitCode.FAILED
    assert "--force" in capsys.readouterr().err
    assert main([*again, "--force"]) == ExitCode.OK
    assert out.read_bytes() == first
    assert capsys.readouterr().out == ""
    assert main(["check", str(out), "--last-year", LAST_YEAR, "--format", "json"]) == ExitCode.OK
    [printed] = json.loads(capsys.readouterr().out)
    assert (printed["unit"], printed["year"]) == ("示例县民政局", 2025)
    assert not [f for f in printed["findings"] if f["severity"] == "error"]


def test_the_demo_leaves_a_document_and_its_findings(tmp_path: Path) -> None:
    assert main(["demo", "-o", str(tmp_path / "demo")]) == ExitCode.OK
    names = sorted(path.name for path in (tmp_path / "demo").iterdir())
    assert names == ["findings.json", "示例县民政局2025年政府信息公开工作年度报告.docx"]
    findings = json.loads((tmp_path / "demo" / "findings.json").read_text())
    assert not [one for one in findings if one["severity"] == "error"]


def test_the_shipped_last_year_is_what_its_answers_make(tmp_path: Path) -> None:
    out = tmp_path / "last.docx"
    assert (
        main(["draft", "--answers", str(SAMPLES / "answers-last-year.json"), "-o", str(out)]) == ExitCode.OK
    )
    assert parts(out) == parts(Path(LAST_YEAR))


def test_importing_listing_exporting_and_dumping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", LAST_YEAR]) == ExitCode.OK
    assert "惠民惠农财政补贴公示 7项" in capsys.readouterr().err
    assert main(["list"]) == ExitCode.OK
    assert "示例县民政局@2024  已导入" in capsys.readouterr().out
    assert main(["export", "2024", "-o", "-"]) == ExitCode.OK
    exported = json.loads(capsys.readouterr().out)
    assert exported["schema"] == "nianbao/report/1"
    assert exported["requests"]["new"]["total"] == 3
    assert main(["answers", "2024"]) == ExitCode.OK
    dumped = json.loads(capsys.readouterr().out)
    assert dumped["answers"]["proactive.published_total"] == 612


def test_import_can_print_and_keep_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", LAST_YEAR, "--json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["year"] == 2024
    assert not (home / "nianbao.db").exists()


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "购物清单.txt"
    bad.write_text("牛奶两盒，鸡蛋一打。")
    assert main(["import", str(bad), LAST_YEAR]) == ExitCode.FAILED
    said = capsys.readouterr().err
    assert "购物清单.txt" in said
    assert "导入成功1份" in said
    assert "Traceback" not in said


def test_a_planted_contradiction_is_found_and_stops_the_export(tmp_path: Path) -> None:
    answers = json.loads(Path(ANSWERS).read_text())
    answers["answers"]["requests.granted.natural_person"] = 9
    wrong, out = tmp_path / "wrong.json", tmp_path / "out.docx"
    wrong.write_text(json.dumps(answers))
    arguments = ["draft", "--answers", str(wrong), "--last-year", LAST_YEAR, "-o", str(out)]
    assert main(arguments) == ExitCode.FINDINGS
    assert not out.exists()
    assert main([*arguments, "--as-draft"]) == ExitCode.FINDINGS
    assert out.exists()


def test_an_unwritable_place_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    code = main(
        ["draft", "--answers", ANSWERS, "--last-year", LAST_YEAR, "-o", str(tmp_path / "file" / "a.docx")]
    )
    assert code == ExitCode.FAILED
    assert "写不进去" in capsys.readouterr().err


def test_backup_and_restore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", LAST_YEAR])
    assert main(["backup", str(tmp_path / "copy.db")]) == ExitCode.OK
    assert main(["path"]) == ExitCode.OK
    database = Path(capsys.readouterr().out.strip())
    database.unlink()
    assert main(["restore", str(tmp_path / "copy.db")]) == ExitCode.OK
    capsys.readouterr()
    main(["list"])
    assert "示例县民政局@2024" in capsys.readouterr().out
    assert main(["restore", LAST_YEAR]) == ExitCode.FAILED


@pytest.mark.parametrize("command", ["questions", "schema"])
def test_what_others_may_rely_on_is_json(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)


def test_every_rule_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == ExitCode.OK
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert len(codes) >= 20
    for code in codes:
        assert main(["rule", code]) == ExitCode.OK
    assert "依据：" in capsys.readouterr().out
    assert main(["rule", "NB000"]) == ExitCode.FAILED


def test_a_report_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "2019", "-o", "x.docx"]) == ExitCode.FAILED
    assert "没有找到" in capsys.readouterr().err


def test_a_hostile_template_is_named_and_the_built_in_one_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from store.paths import templates

    own = templates() / "overview" / "lead.j2"
    own.parent.mkdir(parents=True)
    own.write_text("\n{% block lead__1 %}{{ 'a' * 10**9 }}{% endblock %}")
    out = tmp_path / "年报.docx"
    assert main(["draft", "--answers", ANSWERS, "--last-year", LAST_YEAR, "-o", str(out)]) == ExitCode.OK
    assert "lead.j2 第2行用了不允许的写法" in capsys.readouterr().err
    assert out.exists()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Last year's sample in the store, and no LibreOffice."""
    monkeypatch.setattr("app.documents.libreoffice.find_program", lambda: None)
    assert main(["import", LAST_YEAR]) == ExitCode.OK
    capsys.readouterr()


@pytest.mark.usefixtures("kept")
def test_all_kinds_are_exported_and_what_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "全套"
    assert main(["export", "2024", "--all", str(folder)]) == ExitCode.FAILED
    said = capsys.readouterr().err.splitlines()
    assert len(said) == len(KINDS) + 1
    assert said[0].startswith(
        f"1/{len(KINDS)} 正式文本（Word、WPS）：示例县民政局2024年政府信息公开工作年度报告.docx"
    )
    assert "没有写成。本机没有 LibreOffice" in said[2]
    assert said[-1].endswith(f"{len(KINDS) - 1}个文件，1个没有写成。")
    assert len(list(folder.iterdir())) == len(KINDS) - 1
    before = {path: path.read_bytes() for path in folder.iterdir()}
    next(iter(before)).write_bytes(b"mine")
    assert main(["export", "2024", "--all", str(folder)]) == ExitCode.FAILED
    assert capsys.readouterr().err.count("已经存在，没有覆盖") == 8
    assert next(iter(before)).read_bytes() == b"mine"
    assert main(["export", "2024", "--all", str(folder), "--force"]) == ExitCode.FAILED
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf"])
def test_every_kind_by_its_name(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.bin"
    assert main(["export", "2024", "-o", str(out), "--format", kind]) == ExitCode.OK
    assert out.stat().st_size > 1000
    capsys.readouterr()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("options", [[], ["-o", "a.docx", "--all", "b"], ["-o", "a.xyz"], ["-o", "a.pdf"]])
def test_an_export_that_cannot_be_meant_is_one_sentence(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "2024", *options]) == ExitCode.FAILED
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not list(tmp_path.glob("a.*"))


@pytest.mark.usefixtures("kept")
def test_a_page_offers_the_document_that_lies_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, document = tmp_path / "a.html", tmp_path / "示例县民政局2024年政府信息公开工作年度报告.docx"
    assert main(["export", "2024", "-o", str(page)]) == ExitCode.OK
    assert b"download" not in page.read_bytes()
    assert main(["export", "2024", "-o", str(document)]) == ExitCode.OK
    assert main(["export", "2024", "-o", str(page)]) == ExitCode.OK
    assert b"download" in page.read_bytes()
    capsys.readouterr()


@pytest.mark.usefixtures("kept")
def test_an_imported_report_is_exported_as_it_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "again.docx"
    assert main(["export", "2024", "-o", str(out)]) == ExitCode.OK
    capsys.readouterr()
    source, copy = read_report(Path(LAST_YEAR)), read_report(out)
    assert copy.model_copy(update={"paragraphs": {}}) == source.model_copy(update={"paragraphs": {}})


def test_the_help_names_every_kind() -> None:
    assert tuple(KINDS) == EXPORTS, "name the kinds in app/cli/arguments/shared.py, in the same order"


@pytest.mark.usefixtures("kept")
def test_a_file_that_is_there_is_written_over_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "年报.docx"
    out.write_text("不要丢")
    assert main(["export", "2024", "-o", str(out)]) == ExitCode.FAILED
    assert "已经存在，没有覆盖" in capsys.readouterr().err
    assert out.read_text() == "不要丢"
    assert main(["export", "2024", "-o", str(out), "--force"]) == ExitCode.OK
    assert out.read_bytes().startswith(b"PK")
    capsys.readouterr()


def test_a_fault_nobody_foresaw_is_one_sentence_and_a_log(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def planted(_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("app.cli.storage.path", planted)
    assert main(["path"]) == ExitCode.FAILED
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "程序出了意外" in said
    assert "planted" in (home / LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.usefixtures("kept")
def test_what_was_exported_is_written_anew_until_somebody_works_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "年报.docx"
    monkeypatch.chdir(tmp_path)
    assert main(["export", "2024", "-o", out.name]) == ExitCode.OK
    assert main(["export", "2024", "-o", str(out), "--layout", "windows"]) == ExitCode.OK
    capsys.readouterr()
    touched = out.read_bytes() + b"touched up in WPS"
    out.write_bytes(touched)
    assert main(["export", "2024", "-o", str(out)]) == ExitCode.FAILED
    assert "在上次导出以后被改过，没有覆盖。要覆盖它，请加 --force。" in capsys.readouterr().err
    assert out.read_bytes() == touched


def test_a_word_lists_every_report_that_it_may_name(capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open() as store:
        library = Library(store)
        for unit in ("示例县民政局", "示例县水务局", "示例镇人民政府"):
            library.start(unit, 2025).close()
    assert main(["list", "局"]) == ExitCode.OK
    listed = capsys.readouterr().out
    assert listed.count("\n") == 2
    assert "镇" not in listed
    assert main(["list", "没有这个"]) == ExitCode.FAILED
