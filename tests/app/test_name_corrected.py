"""The name of an organ corrected in a draft: its words stay, what the old name made likely follows it."""

import pytest

from app.session.library import Library
from app.session.session import Session
from sections.report.values import Quantity, Value

OLD, NEW = "望河县青石镇人民政府", "望河县青石街道办事处"
ANSWERS: dict[str, Value] = {
    "profile.kind": "人民政府",
    "profile.level": "乡镇级",
    "profile.short_name": "青石镇",
    "proactive.published_total": Quantity(756),
    "platform.visits": Quantity(12000),
    "platform.columns": Quantity(6),
    "platform.reading_points": Quantity(3),
    "supervision.checks": Quantity(4),
    "supervision.trainings": Quantity(2),
    "management.secrecy_review": True,
}


def texts(session: Session) -> dict[str, str]:
    return {key: paragraph.text for key, paragraph in session.narrative.paragraphs().items()}


def renamed(library: Library, new: str) -> tuple[dict[str, str], dict[str, str], int]:
    with library.start(OLD, 2026) as session:
        session.conversation.take(ANSWERS, {})
        before, report_id = texts(session), session.id
    library.organs.rename_report(report_id, new)
    with library.open(report_id) as session:
        return before, texts(session), report_id


def test_the_sentences_keep_their_wordings(library: Library) -> None:
    before, after, _ = renamed(library, NEW)
    for key in ("overview.platform", "overview.supervision", "overview.proactive", "overview.management"):
        assert after.get(key) == before.get(key)


@pytest.mark.parametrize("again", ["望河县青石街道办事处", "望河县白水街道办事处"])
def test_what_the_old_name_made_likely_follows_the_new_one(library: Library, again: str) -> None:
    _, after, report_id = renamed(library, NEW)
    library.organs.rename_report(report_id, again)
    with library.open(report_id) as session:
        answers = session.conversation.answers()
        assert answers["profile.kind"].value == "派出机构"
        assert answers["profile.level"].value == "乡镇级"
        assert "青石镇" not in "".join(texts(session).values())
        assert {key: text for key, text in texts(session).items() if key == "overview.platform"} == {
            "overview.platform": after["overview.platform"]
        }


def test_a_short_name_of_its_own_stays(library: Library) -> None:
    with library.start(OLD, 2026) as session:
        session.conversation.take({**ANSWERS, "profile.short_name": "本机关"}, {})
        report_id = session.id
    library.organs.rename_report(report_id, NEW)
    with library.open(report_id) as session:
        assert session.conversation.answers()["profile.short_name"].value == "本机关"


def test_an_answer_is_written_once_whatever_comes_between(library: Library) -> None:
    """Answers at once, undone, redone, another one, the name corrected: nothing is called missing."""
    with library.start(OLD, 2026) as session:
        session.conversation.take(ANSWERS, {}, dict.fromkeys(ANSWERS, "张三"))
        session.conversation.take({"supervision.checks": Quantity(5)}, {})
        for _ in range(2):
            session.conversation.undo()
        for _ in range(2):
            session.conversation.redo()
        session.conversation.take({"platform.new_media_accounts": Quantity(1)}, {})
        report_id = session.id
        assert session.sentences.missing() == ()
        assert not session.narrative.add_unsaid("platform.visits").accepted
        assert texts(session)["overview.platform"].count("12000次") == 1
    library.organs.rename_report(report_id, NEW)
    with library.open(report_id) as session:
        assert session.sentences.missing() == ()
        assert not [finding for finding in session.findings if finding.code == "NB946"]


def test_the_name_corrected_in_its_own_question_is_the_same(library: Library) -> None:
    with library.start(OLD, 2026) as session:
        session.conversation.take(ANSWERS, {})
        before = texts(session)
        session.conversation.go("profile.name")
        assert session.conversation.answer(NEW).accepted
        assert session.conversation.answers()["profile.kind"].value == "派出机构"
        assert texts(session)["overview.platform"] == before["overview.platform"]


def test_what_cannot_be_is_said_while_typing(library: Library) -> None:
    with library.start(OLD, 2026) as session:
        session.conversation.take({"supervision.trainings": Quantity(2)}, {})
        session.conversation.go("supervision.trainees")
        current = session.conversation.current
        assert current is not None
        assert "每次不到两人" in session.conversation.hint(current, "2")
        assert "每次" not in session.conversation.hint(current, "70")
        assert "填错的按 Ctrl+↑ 回去改" in session.conversation.answer("2").message
        assert [finding.code for finding in session.findings].count("NB977") == 1
