"""Texts that would command a terminal, in a store, in files and in answers, through every command: nothing of
them is printed, and nothing of them is in a file that is written."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import main
from app.clean_text import UNSAFE
from app.cli.run import COMMANDS
from app.documents.write.kinds import Edition, write
from app.session.library import Library
from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from store.model import Origin, Status
from tests.support.reports import sample
from tests.support.terminal import terminal

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
COMMAND = "\x1b]52;c;aGk=\x07"
EVIL = f"甲{COMMAND}乙\x9b2J丙\u202e丁\u2066\x00\x08戊\u2028己\x7f"
KINDS = ("docx", "review", "html", "fragment", "xlsx", "md", "txt", "json")
PRINTED = (
    *(["list"], ["list", "--json"], ["list", f"*{EVIL}"], ["answers", "2025"], ["sentences", "2025"]),
    *(["sentences", "2025", "--json"], ["sentences", "--answers", "answers.json"], ["doctor"]),
    *(["export", "2025", "--as-draft", "-o", "-", "--format", kind] for kind in KINDS),
    *(["check", "page.html", "--format", form] for form in ("text", "json", "sarif", "html")),
    *(["check", "--all", "--format", form] for form in ("text", "json", "sarif", "html")),
    *(["check", "page.html", "--fix"], ["check", EVIL], ["compare", "2025", "page.html"]),
    *(["compare", "2025", "page.html", "--json"], ["import", "page.html", "--json"], ["import", "page.html"]),
    *(["import", "page.html", "--into", "2025"], ["import", "page.html", EVIL], ["export", EVIL, "-o", "-"]),
    *(
        ["answers", "2025", "--from", "answers.json", "--dry-run"],
        ["answers", "2025", "--from", "answers.json"],
    ),
    *(["rule", EVIL], ["restore", EVIL], [EVIL], ["--resume", EVIL], ["--config", EVIL, "list"]),
    *(
        ["organs"],
        ["organs", "--json"],
        ["organs", EVIL],
        ["organs", "2025", "--parent", EVIL],
        ["versions", "2025"],
    ),
    *(
        ["versions", "2025", "--json"],
        ["finalise", "2025"],
        ["reopen", "2024"],
        ["delete", f"示例县{EVIL}局@2025"],
    ),
    *(["delete", EVIL], ["undelete"], ["undelete", EVIL], ["undelete", "--json"]),
    ["draft", "--answers", "answers.json", "--as-draft", "-o", "-"],
    ["sheet", "2025", "-o", "-"],
)
WRITTEN = (
    *(["export", "2025", "--as-draft", "-o", f"out.{n}", "--format", kind] for n, kind in enumerate(KINDS)),
    *(
        ["draft", "--answers", "answers.json", "--as-draft", "-o", f"d.{n}", "--format", k]
        for n, k in enumerate(KINDS)
    ),
    *(
        ["check", "page.html", "-o", f"check.{form}", "--format", form]
        for form in ("text", "json", "sarif", "html")
    ),
    *(
        ["sheet", "2025", "-o", "sheet.xlsx"],
        ["sheet", "2025", "-o", "sheet.docx"],
        ["answers", "2025", "-o", "a.json"],
    ),
    *(["check", "page.html", "--annotate", "sent"], ["check", "word.docx", "--annotate", "sent"]),
    *(["check", "page.html", "--baseline", "known.json"], ["check", "--all", "--baseline", "all.json"]),
    ["export", "2025", "--as-draft", "--all", "set"],
)
SAYS_NOTHING_OF_REPORTS = {
    "path",
    "backup",
    "demo",
    "questions",
    "schema",
    "rules",
    "web",
    "completion",
    "man",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store whose every text is hostile, as only somebody who writes into it can make one, and files."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with Store.open() as store:
        name = f"示例县{EVIL}局"
        last = store.create(name, 2024, Status.IMPORTED)
        store.put_document(last.id, Report(unit=name, year=2024, opening=EVIL))
        store.delete(store.create(name, 2023).id)
        report = store.create(name, 2025).id
        texts = {"profile.name": name, "profile.address": EVIL, "problems.items": (f"培训{EVIL}少",)}
        store.put(report, {**texts, f"problems.measure:培训{EVIL}少": EVIL}, Origin.COLLECTED, EVIL, EVIL)
        store.put(report, {"proactive.published_total": Quantity(12, f"12{EVIL}")}, Origin.TYPED, EVIL)
        store.put_text(report, "overview.lead", f"手写{EVIL}", EVIL)
        store.put_text(report, "overview.proactive", f"未公开的政府信息{EVIL}未公开的政府信息", EVIL)
        with Library(store).open(report) as session:
            for finding in session.finishing.findings():
                store.answer_finding(report, finding.fingerprint, EVIL)
    answers = {
        "schema": "nianbao/answers/1",
        "unit": name,
        "year": 2025,
        "answers": {"profile.address": EVIL},
    }
    Path("answers.json").write_text(json.dumps(answers), "utf-8")
    Path("page.html").write_bytes(_hostile_page())
    _hostile_word(Path("word.docx"))
    return tmp_path / "home"


def _hostile_page() -> bytes:
    """The sample as a page, with marks as HTML spells them and as they are."""
    page = write(Edition(sample()), "html").decode()
    odd = "示&#27;]52;c;aGk=&#7;例&#155;2J县\x9b2J&#8238;\u2066"
    return page.replace("示例县", odd).replace("，", "\u202e，\x1b[2J").encode()


def _hostile_word(path: Path) -> None:
    """The sample with mistakes, with marks that XML lets pass."""
    with zipfile.ZipFile(SAMPLES / "with-mistakes.docx") as parts, zipfile.ZipFile(path, "w") as made:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "word/document.xml":
                data = data.decode().replace("示例县", "示\x9b2J例\u202e县").encode()
            made.writestr(name, data)


def texts_of(data: bytes) -> Iterator[str]:
    if not data.startswith(b"PK"):
        yield data.decode().replace("\r\n", "\n")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.namelist():
            if part.endswith((".xml", ".rels")):
                yield parts.read(part).decode()


def unsafe(data: bytes) -> list[str]:
    return [found[0] for text in texts_of(data) for found in UNSAFE.finditer(text)]


@pytest.mark.parametrize(
    "command", PRINTED, ids=lambda command: " ".join(command)[:60].encode("ascii", "replace").decode()
)
def test_no_command_prints_them(command: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(command)
    said = capfdbinary.readouterr()
    assert said.out or said.err
    assert unsafe(said.out) == []
    assert unsafe(said.err) == []
    assert "程序出了意外".encode() not in said.err


@pytest.mark.parametrize("command", WRITTEN, ids=" ".join)
def test_no_command_writes_them(command: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    there = set(Path().rglob("*"))
    main(command)
    said = capfdbinary.readouterr()
    written = [file for file in sorted(set(Path().rglob("*")) - there) if file.is_file()]
    assert written, said.err.decode()
    assert unsafe(said.out + said.err) == []
    for file in written:
        assert not UNSAFE.search(file.name)
        if file.suffix != ".pdf" and file.parent.name != "sent":
            assert unsafe(file.read_bytes()) == [], file
    assert "程序出了意外".encode() not in said.err


def test_a_copy_with_comments_adds_none() -> None:
    """Of the copy itself nothing is changed but what is added to it."""
    main(["check", "word.docx", "--annotate", "sent"])
    main(["check", "page.html", "--annotate", "sent"])
    (copy,) = Path("sent").glob("*.docx")
    with zipfile.ZipFile(copy) as parts:
        assert not UNSAFE.search(parts.read("word/comments.xml").decode())
    (page,) = Path("sent").glob("*.html")
    assert unsafe(page.read_bytes()) == []


def test_every_command_is_looked_at() -> None:
    looked_at = {word for command in (*PRINTED, *WRITTEN) for word in command if word in COMMANDS}
    assert looked_at | SAYS_NOTHING_OF_REPORTS == COMMANDS.keys()


@pytest.mark.parametrize(
    "command", [["answers", "2025"], ["list"], ["check", "page.html"], ["export", "2025", "-o", "-"]]
)
def test_a_terminal_is_sent_none(command: list[str], home: Path) -> None:
    with terminal(*command, home=home) as running:
        running.process.wait(60)
        running.read(1.0)
        assert running.seen
        assert unsafe(running.seen) == []


def test_what_is_imported_is_clean_in_the_store(home: Path) -> None:
    shutil.copyfile(SAMPLES / "last-year.docx", "last-year.docx")
    assert main(["import", "page.html"]) == 0
    with Store.open() as store:
        taken = [one for one in store.reports() if "民政" in one.unit]
        assert [one.year for one in taken] == [2025]
        document = store.document(taken[0].id)
        assert document is not None
        assert not UNSAFE.search(json.dumps(document.to_json(), ensure_ascii=False))
