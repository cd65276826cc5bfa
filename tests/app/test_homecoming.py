"""An edited file comes home: each difference is found, none invented, none taken unseen."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main
from app.documents.libreoffice import converted, find_program
from app.documents.read.importer import read_report
from app.errors import SessionError
from app.exit_codes import ExitCode
from app.session.differences import EVERY, Difference
from app.session.library import Library
from app.session.session import Session
from prompts.narrative.narrative import Words
from sections.facts import FACTS
from sections.report.report import Report
from sections.report.values import Kind, Quantity
from tests.support.five_organs import ORGANS


@pytest.fixture
def session(library: Library) -> Session:
    organ = ORGANS["bureau"]
    library.take_over(organ.last)
    opened = library.start(organ.name, 2025)
    counts = {field for field in organ.now if field in FACTS and FACTS[field].kind is Kind.COUNT}
    values = {f: Quantity(v) if f in counts and type(v) is int else v for f, v in organ.now.items()}
    opened.conversation.take(values, {})
    opened.sentences.use(Words.OWN)
    for section in opened.report.form.tables:
        opened.tables.finish(section)
    return opened


def exported(session: Session, folder: Path, name: str = "a.docx") -> Path:
    return session.exporting.write(folder / name, name.partition(".")[2], as_draft=True).path


def edited(path: Path, change: Callable[[str], str]) -> Path:
    """A copy whose document is changed as a word processor would."""
    copy = path.with_name(f"edited-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                text = data.decode()
                data = change(text).encode()
                assert data.decode() != text
            target.writestr(name, data)
    return copy


def found(session: Session, path: Path) -> tuple[tuple[Difference, ...], Report]:
    theirs = read_report(path)
    return session.homecoming.differences(theirs), theirs


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.txt", "a.md", "a.json"])
def test_an_untouched_file_has_no_difference(session: Session, tmp_path: Path, name: str) -> None:
    assert found(session, exported(session, tmp_path, name))[0] == ()


def test_a_reworded_sentence_is_taken_with_one_key(session: Session, tmp_path: Path) -> None:
    old, new = "当日登记、三日内分办", "当天登记、两天分办"
    path = edited(exported(session, tmp_path), lambda xml: xml.replace(old, new))
    (one,), theirs = found(session, path)
    assert (one.kind, one.where) == ("wording", "overview.requests")
    assert session.homecoming.take(one, theirs).accepted
    assert new in session.report.paragraphs["overview.requests"]
    assert found(session, path)[0] == ()
    session.conversation.undo()
    assert old in session.report.paragraphs["overview.requests"]


def test_a_changed_number_goes_to_the_fact_that_it_is(session: Session, tmp_path: Path) -> None:
    path = edited(exported(session, tmp_path), lambda xml: xml.replace("留言咨询471件", "留言咨询480件"))
    (one,), theirs = found(session, path)
    assert one.kind == "number"
    (change,) = one.numbers
    assert (change.path, change.before, change.after) == ("proactive.public_questions", "471", "480")
    assert session.homecoming.take(one, theirs).accepted
    assert session.report.facts["proactive.public_questions"] == Quantity(480)
    assert found(session, path)[0] == ()
    assert not session.narrative.paragraph("overview.proactive").edited
    session.conversation.undo()
    assert session.report.facts["proactive.public_questions"] == Quantity(471)


def test_a_number_that_would_draft_other_sentences_leaves_those_that_were_signed(
    session: Session, tmp_path: Path
) -> None:
    old, new = "公开政府信息2011条", "公开政府信息2012条"  # as many as on the site
    path = edited(exported(session, tmp_path), lambda xml: xml.replace(old, new, 1))
    _, theirs = found(session, path)
    assert session.homecoming.take_all(theirs, EVERY) == (1, ())
    assert session.report.facts["proactive.published_total"] == Quantity(2012)
    assert found(session, path)[0] == ()
    assert session.report.paragraphs["overview.proactive"].count("网站公开政府信息2011条") == 1


def test_of_two_equal_sentences_the_one_that_was_struck_goes(session: Session, tmp_path: Path) -> None:
    twice = "办好专栏。"
    text = session.report.paragraphs["overview.supervision"]
    first, second, *rest = text.split("。")
    session.narrative.edit(
        "overview.supervision", "。".join([first, twice + second, twice + "。".join(rest)])
    )
    whole = session.report.paragraphs["overview.supervision"]
    at = whole.rindex(twice)
    path = edited(
        exported(session, tmp_path), lambda xml: xml.replace(whole, whole[:at] + whole[at + len(twice) :])
    )
    (one,), theirs = found(session, path)
    assert one.kind == "struck"
    assert session.homecoming.take(one, theirs).accepted
    assert found(session, path)[0] == ()


def test_a_number_may_be_taken_into_the_sentence_alone(session: Session, tmp_path: Path) -> None:
    path = edited(exported(session, tmp_path), lambda xml: xml.replace("留言咨询471件", "留言咨询480件"))
    (one,), theirs = found(session, path)
    assert session.homecoming.take(one, theirs, numbers=False).accepted
    assert session.report.facts["proactive.public_questions"] == Quantity(471)
    assert "留言咨询480件" in session.report.paragraphs["overview.proactive"]


def test_a_number_of_a_sum_is_left_to_the_table(session: Session, tmp_path: Path) -> None:
    old, new = "政府信息公开申请25件", "政府信息公开申请26件"
    path = edited(exported(session, tmp_path), lambda xml: xml.replace(old, new))
    (one,), theirs = found(session, path)
    outcome = session.homecoming.take(one, theirs)
    assert not outcome.accepted
    assert "表格" in outcome.message
    assert old in session.report.paragraphs["overview.requests"]


def test_a_cell_is_taken_and_the_text_follows(session: Session, tmp_path: Path) -> None:
    path = edited(exported(session, tmp_path), lambda xml: xml.replace(">5588<", ">5590<"))
    (cell,), theirs = found(session, path)
    assert (cell.kind, cell.where, cell.before, cell.after) == ("cell", "proactive.licences", "5588", "5590")
    assert session.homecoming.take(cell, theirs).accepted
    assert session.report.number("proactive.licences") == 5590
    assert "行政许可决定5590件" in session.report.paragraphs["overview.proactive"]


def test_a_struck_and_an_added_sentence_are_shown_and_taken(session: Session, tmp_path: Path) -> None:
    struck, added = "答复消费者网上留言咨询471件。", "办好“放心消费”专栏。"
    path = edited(
        exported(session, tmp_path),
        lambda xml: xml.replace(struck, "").replace("涉密信息不上网。", f"涉密信息不上网。{added}"),
    )
    differing, theirs = found(session, path)
    assert {(one.kind, one.before, one.after) for one in differing} == {
        ("struck", struck, ""),
        ("added", "", added),
    }
    for one in differing:
        assert session.homecoming.take(one, theirs).accepted
    assert found(session, path)[0] == ()
    assert "“答复公众留言咨询”已经回答" in "".join(one.message for one in session.findings)


def test_all_that_was_edited_at_once_comes_home(session: Session, tmp_path: Path) -> None:
    changes = {
        "当日登记、三日内分办": "当天登记、两天分办",
        "留言咨询471件": "留言咨询480件",
        ">5588<": ">5590<",
        "没有发生因政府信息公开被追究责任的情形。": "",
        "涉密信息不上网。": "涉密信息不上网。办好专栏。办好查询。",
        "围绕电梯安全、燃气具质量发布消费提示38条。": "围绕电梯安全发布消费提示40条，逐条配图。",
    }

    def change(xml: str) -> str:
        for old, new in changes.items():
            assert old in xml
            xml = xml.replace(old, new)
        return xml

    path = edited(exported(session, tmp_path), change)
    differing, theirs = found(session, path)
    assert len(differing) == len(changes) + 1
    done, refused = session.homecoming.take_all(theirs, EVERY)
    assert done == len(differing)
    (left,) = found(session, path)[0]
    assert "行政许可决定5588件" in left.after  # the file's text contradicts its table
    assert ["不一致" in words for words in refused] == [True]


def test_tracked_changes_are_read_as_edits(session: Session, tmp_path: Path) -> None:
    def track(xml: str) -> str:
        before, after = xml.split("每周公布", 1)
        who = 'w:id="9" w:author="x" w:date="2026-01-01T00:00:00Z"'
        return (
            f"{before}</w:t></w:r><w:del {who}><w:r><w:delText>每周公布</w:delText></w:r></w:del>"
            f"<w:ins {who}><w:r><w:t>每周更新</w:t></w:r></w:ins><w:r><w:t>{after}"
        )

    (one,), _ = found(session, edited(exported(session, tmp_path), track))
    assert one.kind == "wording"
    assert "每周更新" in one.after
    assert "每周公布" not in one.after


def test_another_years_file_is_refused(session: Session, tmp_path: Path) -> None:
    path = edited(exported(session, tmp_path), lambda xml: xml.replace("2025", "2023"))
    with pytest.raises(SessionError, match="2023年"):
        found(session, path)


def test_what_libreoffice_saves_again_has_no_difference(session: Session, tmp_path: Path) -> None:
    program = find_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    odt = converted(program, exported(session, tmp_path).read_bytes(), "docx", "odt")
    assert odt is not None
    again = tmp_path / "again.docx"
    again.write_bytes(converted(program, odt, "odt", "docx") or b"")
    assert found(session, again)[0] == ()


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[ExitCode, str]:
    code = ExitCode(main(arguments))
    done = capsys.readouterr()
    return code, done.out + done.err


def test_the_commands(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = edited(exported(session, tmp_path), lambda xml: xml.replace("留言咨询471件", "留言咨询480件"))
    ref = f"{session.organ}@2025"
    session.close()
    code, told = run(["compare", ref, str(path)], capsys)
    assert code is ExitCode.FINDINGS
    assert "471 → 480" in told
    code, told = run(["import", "--into", ref, str(path)], capsys)
    assert (code, "什么都没有写入" in told) == (ExitCode.OK, True)
    code, told = run(["import", "--into", ref, "--take", "x", str(path)], capsys)
    assert code is ExitCode.FAILED
    code, told = run(["import", "--into", ref, "--take", "all", str(path)], capsys)
    assert (code, "已采用1处" in told) == (ExitCode.OK, True)
    code, told = run(["compare", ref, str(path)], capsys)
    assert (code, "没有差别" in told) == (ExitCode.OK, True)
