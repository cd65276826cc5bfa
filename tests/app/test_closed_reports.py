"""A finalised or imported report is closed: one truth, reopened on purpose, every final version kept."""

from pathlib import Path

import pytest

from app.errors import ClosedError
from app.session.library import Library
from app.session.session import Session
from sections.report.report import Report
from sections.report.values import Quantity
from store.model import Origin, Status
from tests.support.desk import desk

TOTAL = "proactive.published_total"


def finalised(library: Library, last_year: Report) -> Session:
    library.take_over(last_year)
    session = library.start("示例县水务局", 2025)
    session.conversation.go(TOTAL)
    session.conversation.answer("742")
    session.narrative.edit("overview.lead", "手写的一段。")
    session.finishing.finalise()
    return session


def test_a_finalised_report_refuses_every_change_and_says_how_to_reopen(
    library: Library, last_year: Report
) -> None:
    with finalised(library, last_year) as session:
        before = library.store.journal(session.id)
        for change in (
            lambda: session.conversation.answer("743"),
            lambda: session.tables.set_cells({"requests.new.natural_person": "1"}),
            lambda: session.narrative.edit("overview.lead", "又一段。"),
            session.conversation.undo,
            session.finishing.finalise,
        ):
            with pytest.raises(ClosedError, match=r"已定稿.*重新打开"):
                change()
        assert session.readonly
        assert "重新打开" in session.why_readonly
        assert library.store.journal(session.id) == before
        assert session.report.paragraphs == session.finishing.document.paragraphs


def test_reopened_it_says_what_it_said_and_every_final_version_is_kept(
    library: Library, last_year: Report
) -> None:
    with finalised(library, last_year) as session:
        final = session.finishing.document
        session.finishing.reopen()
        assert session.status is Status.DRAFT
        assert (session.report.cells, session.report.paragraphs) == (final.cells, final.paragraphs)
        session.tables.set_cells({"requests.new.natural_person": "3"})
        session.narrative.edit("overview.lead", "改过的一段。")
        session.finishing.finalise()
        assert [version.number for version in session.finishing.versions()] == [1, 2]
        told = session.finishing.differences(1)
        assert any("自然人" in line and "空 → 3" in line for line in told)
        assert "文字  手写的一段。\n改为  改过的一段。" in told
        assert session.finishing.differences(2) == ()


def test_what_was_changed_after_finalising_in_an_older_version_is_not_lost(
    library: Library, last_year: Report
) -> None:
    with finalised(library, last_year) as session:
        report_id = session.id
    library.store.put(report_id, {TOTAL: Quantity(800)}, Origin.TYPED)
    library.store.put_text(report_id, "overview.lead", "后来的一段。", "")
    with library.open(report_id) as session:
        assert session.report.paragraphs["overview.lead"] == "手写的一段。"
        session.finishing.reopen()
        assert session.report.paragraphs["overview.lead"] == "后来的一段。"
        assert session.report.fact(TOTAL) == Quantity(800)
        assert any("改为  后来的一段。" in words for words in session.finishing.differences(1))


def test_an_imported_report_is_closed_and_reopened_as_it_was(library: Library) -> None:
    from app.documents.read.importer import read_report

    sample = Path(__file__).parents[2] / "app" / "samples" / "last-year.docx"
    report_id = library.take_over(read_report(sample))
    with library.open(report_id) as session:
        document = session.finishing.document
        assert session.findings == session.finishing.findings()
        with pytest.raises(ClosedError, match="已导入"):
            session.tables.set_cells({"requests.new.natural_person": "9"})
        assert session.report == document
        session.finishing.reopen()
        assert session.status is Status.DRAFT
        known = {path: number for path, number in document.cells.items() if number is not None}
        assert {path: session.report.number(path) for path in known} == known
        written = {k: text for k, text in document.paragraphs.items() if k in session.report.form.paragraphs}
        assert {key: session.report.paragraphs[key] for key in written} == written
        assert session.tables.set_cells({"requests.new.natural_person": "9"}).accepted


def test_reopened_an_imported_report_says_nothing_that_it_did_not_say(library: Library) -> None:
    from app.documents.read.importer import read_report
    from app.session.differences import EVERY, differences

    sample = Path(__file__).parents[2] / "app" / "samples" / "last-year.docx"
    document = read_report(sample)
    with library.open(library.take_over(document)) as session:
        session.finishing.reopen()
        told = [one for one in differences(document, session.report) if one.kind in EVERY]
        assert told == []
        assert set(session.report.paragraphs) <= set(document.paragraphs)
        session.narrative.restore("other.fees")
        session.narrative.restore("problems.measures")
        assert session.report.paragraphs["problems.measures"]


def test_reopened_a_report_keeps_its_wordings_whatever_becomes_of_the_name(
    library: Library, last_year: Report
) -> None:
    with finalised(library, last_year) as session:
        session.finishing.reopen()
        before = dict(session.report.paragraphs)
        old, new = session.organ, "示例县水务和湖泊局"
        library.organs.rename(old, new, 2025)
    with library.open(library.find("2025").id) as session:
        after = {key: text.replace(new, old) for key, text in session.report.paragraphs.items()}
        assert after == before


async def test_the_closing_page_offers_to_reopen(library: Library, last_year: Report) -> None:
    with finalised(library, last_year) as session:
        report_id = session.id
    async with desk(library, report_id) as here:
        assert "重新打开" in here.shown
        await here.enter("4")
        assert library.store.report(report_id).status is Status.DRAFT
        assert "已重新打开" in here.said
