"""A report goes out, is edited in LibreOffice itself, and comes home: each edit a difference, no other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.__main__ import main
from app.documents.libreoffice import find_program
from app.documents.read.importer import read_report
from app.exit_codes import ExitCode
from app.session.answers_file import load, take
from app.session.differences import EVERY, Difference, DifferenceKind
from app.session.library import Library
from app.session.session import Session
from app.session.views import SentenceView
from prompts.narrative.narrative import Words
from sections.facts import FACTS
from sections.form.elements import Source
from sections.report.values import Kind, Quantity
from tests.support.five_organs import ORGANS
from tests.support.libreoffice_editor import Edit, Editor

PROGRAM = find_program()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
SAMPLES = Path(__file__).parents[2] / "app" / "samples"
SHARED = Path(__file__).parents[3] / "shared" / "reports"
PUBLISHED = {"qijiang": "qijiang-mzj-2024/rebuilt.docx", "suqian": "suqian-2023/source.docx"}
"""Reports of others: with an own figure; of a large city with a topic of its own."""
REPORTS = ("sample", *PUBLISHED, "bureau", "city")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Editor:
    assert PROGRAM is not None
    return Editor(PROGRAM, tmp_path_factory.mktemp("editor"))


def opened(name: str, library: Library) -> Session:
    """A report of this year's, with last year's own words."""
    if name == "sample":
        library.take_over(read_report(SAMPLES / "last-year.docx"))
        file = load(SAMPLES / "answers.json")
        session = library.start(file.unit, file.year)
        take(session, file)
    elif name in PUBLISHED:
        session = after_published(SHARED / PUBLISHED[name], library)
    else:
        session = of_ours(name, library)
    session.sentences.use(Words.OWN)
    for section in session.report.form.tables:
        session.tables.finish(section)
    return session


def after_published(path: Path, library: Library) -> Session:
    """The year after a published report: what it counts, as it was, and every figure of its own."""
    if not path.exists():
        pytest.skip(f"no {path.name} of others here")
    last = read_report(path)
    library.take_over(last)
    session = library.start(last.unit, last.year + 1)
    form = session.report.form
    typed = [p for table in form.tables.values() for p in table.paths if form.source(p) is Source.TYPED]
    session.conversation.take({p: n for p in typed if (n := last.number(p)) is not None}, {})
    for asked in session.conversation.asked():
        value = session.conversation.last_value(asked)
        if isinstance(value, Quantity):
            session.conversation.take({asked.fields[0]: Quantity(value.value + 1)}, {})
    return session


def of_ours(name: str, library: Library) -> Session:
    organ = ORGANS[name]
    library.take_over(organ.last)
    session = library.start(organ.name, 2025)
    counts = {field for field in organ.now if field in FACTS and FACTS[field].kind is Kind.COUNT}
    session.conversation.take(
        {f: Quantity(v) if f in counts and type(v) is int else v for f, v in organ.now.items()}, {}
    )
    return session


@pytest.fixture(params=REPORTS)
def session(request: pytest.FixtureRequest, library: Library) -> Iterator[Session]:
    with opened(request.param, library) as one:
        yield one


@dataclass(frozen=True, slots=True)
class Asked:
    """What is done in the editor, and the differences that it must make, each as kind, before, after."""

    edits: tuple[Edit, ...]
    expected: frozenset[tuple[str, str, str]]


def exported(session: Session, folder: Path) -> Path:
    return session.exporting.write(folder / "report.docx", "docx", as_draft=True).path


def told(differing: tuple[Difference, ...]) -> frozenset[tuple[str, str, str]]:
    return frozenset((str(one.kind), one.before, one.after) for one in differing)


def candidates(session: Session) -> list[SentenceView]:
    """Sentences of part one that stand once in the document and have words enough to work on; those last
    that are their whole paragraph."""
    paragraphs = session.report.paragraphs
    whole = "".join(paragraphs.values())
    found = [
        one
        for one in session.sentences.all()
        if one.stands and one.paragraph.startswith("overview.") and 14 <= len(one.text) < 200
        if whole.count(one.text) == 1 and "\n" not in one.text
    ]
    return sorted(found, key=lambda one: one.text == paragraphs[one.paragraph])


def counted(session: Session, one: SentenceView) -> tuple[str, str] | None:
    """A sentence with one more of a count that a question asks, and as it stands; None for none."""
    for place in one.places:
        known = FACTS.get(place.path)
        if known is not None and known.kind is Kind.COUNT and place.value.isdigit():
            more = str(int(place.value) + 1)
            return one.text, one.text[: place.start] + more + one.text[place.end :]
    return None


def cell(session: Session) -> tuple[str, str]:
    """A number that one cell to be typed has and no other, and another one for it."""
    report = session.report
    paths = [path for table in report.form.tables.values() for path in table.paths]
    numbers = [str(report.number(path)) for path in paths]
    for path, number in zip(paths, numbers, strict=True):
        if report.form.source(path) is Source.TYPED and numbers.count(number) == 1:
            return number, str(int(number) + 7)
    raise AssertionError("no cell with a number of its own")


def every_edit(session: Session) -> Asked:
    """A wording, a number in prose, a number in a table, one sentence struck, one added, one tracked."""
    free = candidates(session)
    number = next(found for one in free if (found := counted(session, one)) is not None)
    old, new = cell(session)
    others = [one.text for one in free if one.text != number[0] and old not in one.text]
    words = sorted(others, key=lambda text: any(letter.isdigit() for letter in text))
    struck, worded, led, tracked = words[0], words[1], words[2], words[-1]
    added = "另编印便民问答手册，放在办事窗口供群众取阅。"
    reworded = f"{worded[:-1]}，做到有章可循。"
    recorded = f"{tracked[:-1]}，并接受群众评议。"
    return Asked(
        (
            Edit("cell", old, new),
            Edit("replace", number[0], number[1]),
            Edit("replace", worded, reworded),
            Edit("replace", struck, ""),
            Edit("replace", led, f"{led}{added}"),
            Edit("track", "on"),
            Edit("replace", tracked, recorded),
        ),
        frozenset(
            {
                ("cell", old, new),
                ("number", *number),
                ("wording", worded, reworded),
                ("struck", struck, ""),
                ("added", "", added),
                ("wording", tracked, recorded),
            }
        ),
    )


def test_what_is_opened_and_saved_is_not_different(session: Session, editor: Editor, tmp_path: Path) -> None:
    saved = editor.saved(exported(session, tmp_path), tmp_path / "saved.docx")
    assert session.homecoming.differences(read_report(saved)) == ()


def test_each_edit_is_offered_and_taken_and_nothing_else(
    session: Session, editor: Editor, tmp_path: Path
) -> None:
    asked = every_edit(session)
    theirs = read_report(editor.saved(exported(session, tmp_path), tmp_path / "edited.docx", *asked.edits))
    assert told(session.homecoming.differences(theirs)) == asked.expected
    done, refused = session.homecoming.take_all(theirs, EVERY)
    # What is drafted stays as it is meanwhile: no set phrase that was given up comes back and goes again.
    assert done == len(asked.expected)
    # The cell that was changed contradicts the file's own text and what follows from the cell.
    assert all("不一致" in words or "由上年结转" in words for words in refused)
    left = session.homecoming.differences(theirs)
    assert len(left) == len(refused)
    assert {one.kind for one in left} <= {DifferenceKind.NUMBER, DifferenceKind.CELL}
    for _ in range(done):
        session.conversation.undo()
    assert told(session.homecoming.differences(theirs)) == asked.expected


@pytest.mark.parametrize("suffix", ["doc", "rtf", "html"])
def test_another_format_comes_home_as_well(
    editor: Editor, library: Library, tmp_path: Path, suffix: str
) -> None:
    session = opened("city", library)
    saved = editor.saved(exported(session, tmp_path), tmp_path / f"saved.{suffix}")
    assert session.homecoming.differences(read_report(saved)) == ()
    asked = every_edit(session)
    if suffix != "html":  # it shows struck words beside the new ones
        again = editor.saved(tmp_path / "report.docx", tmp_path / f"edited.{suffix}", *asked.edits)
        assert told(session.homecoming.differences(read_report(again))) == asked.expected


def test_the_command_offers_each(
    editor: Editor, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = opened("bureau", library)
    asked = every_edit(session)
    saved = editor.saved(exported(session, tmp_path), tmp_path / "edited.docx", *asked.edits)
    ref = f"{session.organ}@{session.year}"
    session.close()
    assert main(["import", "--into", ref, "--json", str(saved)]) == ExitCode.OK
    listed = json.loads(capsys.readouterr().out)["differences"]
    assert {(one["kind"], one["before"], one["after"]) for one in listed} == asked.expected
    main(["import", "--into", ref, "--take", "all", str(saved)])
    assert f"已采用{len(asked.expected)}处" in capsys.readouterr().err
