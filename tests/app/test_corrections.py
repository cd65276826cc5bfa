"""A finding leads to where it is corrected: to the question whose answer has the words, else to the text."""

import pytest

from app.session.library import Library
from app.session.session import Session
from sections.rules.base import Finding


@pytest.fixture
def session(library: Library) -> Session:
    return library.start("示例县水务局", 2025)


def answer(session: Session, question: str, text: str) -> None:
    session.conversation.go(question)
    assert session.conversation.answer(text, sure=True).accepted


def found(session: Session, code: str) -> Finding:
    return next(finding for finding in session.findings if finding.code == code)


def test_a_day_that_cannot_be_leads_to_the_question_of_the_day(session: Session) -> None:
    answer(session, "signature.wanted", "是")
    answer(session, "signature.date", "2025年1月20日")
    finding = found(session, "NB106")
    assert session.corrections.location_of(finding).question == "signature.date"
    assert finding.section == "other"


def test_a_way_of_contact_leads_to_its_question(session: Session) -> None:
    answer(session, "profile.website", "示例县水务局网站（www.example.gov.cn）")
    answer(session, "profile.address", "示例县清水路3号")
    answer(session, "profile.telephone", "5551234")
    location = session.corrections.location_of(found(session, "NB108"))
    assert (location.kind, location.question) == ("question", "profile.telephone")


def test_in_a_paragraph_that_was_edited_it_leads_to_the_text(session: Session) -> None:
    answer(session, "profile.telephone", "5551234")
    text = "如有疑问，请与本局联系（电话：5551234）。"
    session.narrative.edit("opening", text)
    location = session.corrections.location_of(found(session, "NB108"))
    assert (location.kind, location.key) == ("text", "opening")


def test_what_was_written_for_part_six_leads_to_its_question(session: Session) -> None:
    answer(session, "other.matters", "公开了建议办理结果。。另办了培训。")
    finding = Finding("NB000", next(iter(session.findings)).severity, "other.matters", "", "结果。。另")
    assert session.corrections.location_of(finding).question == "other.matters"
