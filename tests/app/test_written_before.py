"""What version 0.1 wrote opens, resumes and is exported as it was.

``tests/data/store`` holds a store that version 0.1 wrote (as SQL, so that it can be read) and what version
0.1 exported of it. Neither is ever made anew. A report that was imported or finished is exported as it was
for ever; where a built-in sentence is changed on purpose, the expected draft (report 4) changes with it.
"""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree, html

from app.session.library import Library
from app.session.session import Session
from store.database import Store
from store.model import Origin, Position, Status
from tests.app.conftest import NOW
from tests.support.docx_xml import part, texts

DATA = Path(__file__).parents[1] / "data" / "store"
EXPORTED = json.loads((DATA / "exported.json").read_text("utf-8"))
IMPORTED, FINISHED, DRAFT = 1, 3, 4
CHANGED_ON_PURPOSE = (
    "of report 4 alone, and only where a built-in sentence was changed on purpose: write what it is now into "
    "report-4.json and exported.json of tests/data/store by hand, and say why in the commit"
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    with closing(sqlite3.connect(tmp_path / "nianbao.db")) as raw:
        raw.executescript((DATA / "written-by-0.1.sql").read_text("utf-8"))
    with Store.open(now=lambda: NOW) as store:
        yield Library(store, now=lambda: NOW)


@pytest.fixture
def session(library: Library) -> Iterator[Session]:
    latest = library.latest()
    assert latest is not None
    with library.open(latest.id) as opened:
        yield opened


def content(data: bytes) -> bytes:
    """What a file holds; of a document, a page and a workbook its texts and numbers in order: their layout
    has changed since, their words must not."""
    if b"<" in data[:40] and not data.startswith(b"{"):
        page = html.fromstring(data.decode())
        for unseen in page.xpath("//style | //script"):
            unseen.getparent().remove(unseen)
        return "".join("".join(page.itertext()).split()).encode()
    if not data.startswith(b"PK"):
        return data
    if "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist():
        return "\n".join(texts(part(data))).encode()
    return "".join("".join(cells(data)).split()).encode()


def cells(workbook: bytes) -> Iterator[str]:
    """What stands in the cells of a workbook, sheet by sheet."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        shared = etree.fromstring(package.read("xl/sharedStrings.xml"))
        strings = ["".join(one.itertext()) for one in shared.iter("{*}si")]
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                for cell in etree.fromstring(package.read(name)).iter("{*}c"):
                    value = cell.findtext("{*}v", "")
                    yield strings[int(value)] if cell.get("t") == "s" else value


def test_the_list_is_as_it_was(library: Library) -> None:
    shown = [(card.id, card.unit, card.year, card.status.label, card.done) for card in library.reports()]
    assert shown == [
        (4, "示例县民政局", 2025, "草稿", 55),
        (3, "示例县水务局", 2025, "已定稿", 4),
        (1, "示例县民政局", 2024, "已导入", 0),
    ]
    with library.start("示例县档案局", 2025) as new:
        assert new.id == 5


def test_it_resumes_at_the_same_word(session: Session) -> None:
    assert session.id == DRAFT
    assert session.conversation.position == Position(question="supervision.trainings", typed="今年2", caret=3)
    assert session.conversation.current is not None
    assert session.conversation.current.id == "supervision.trainings"
    assert session.narrative.paragraphs()["overview.proactive"].text.startswith("今年亮点多。")
    assert session.conversation.answers()["requests.carried_in.natural_person"].reason == "去年漏报2件"
    assert session.conversation.answer("2").accepted


def test_its_changes_can_still_be_taken_back(library: Library) -> None:
    store = library.store
    assert store.undo(DRAFT) == ("proactive.weibo",)
    assert store.undo(DRAFT) == ("requests.carried_in.natural_person",)
    assert store.answers(DRAFT)["requests.new.enterprise"].origin is Origin.TYPED
    assert store.exported(DRAFT, "/home/clerk/年报.docx") == "0" * 64


@pytest.mark.parametrize("report_id", [IMPORTED, FINISHED, DRAFT])
def test_every_file_is_exported_as_it_was(library: Library, tmp_path: Path, report_id: int) -> None:
    with library.open(report_id) as session:
        found = exported(session, tmp_path / "out")
    was = json.loads((DATA / f"report-{report_id}.json").read_text("utf-8"))
    assert json.loads(found["json"]) == was, CHANGED_ON_PURPOSE
    digests = {kind: hashlib.sha256(content(data)).hexdigest()[:16] for kind, data in found.items()}
    assert digests == EXPORTED[str(report_id)], CHANGED_ON_PURPOSE


def exported(session: Session, folder: Path) -> dict[str, bytes]:
    """The files of a report by kind, except those that another program or the rules have a hand in."""
    folder.mkdir()
    found = {}
    for kind in ("docx", "html", "fragment", "xlsx", "md", "txt", "json"):
        done = session.exporting.write(folder / kind, kind, as_draft=session.status is not Status.IMPORTED)
        found[kind] = done.path.read_bytes()
    return found
