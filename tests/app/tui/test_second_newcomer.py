"""What a newcomer met: where one comes to, what is said of it, and what is offered."""

import errno
import tempfile
from pathlib import Path

import pytest
from textual.widgets import Input

from app.session.library import Library
from app.session.session import Session
from app.tui.export import ExportScreen
from app.tui.help.commands import NOTHING
from app.tui.home.home_screen import HomeScreen
from app.tui.interview.interview_position import InterviewPosition
from app.tui.start import StartScreen
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.lines import Lines
from sections.report.report import Report
from tests.support.desk import SMALL, Desk, desk
from tests.support.widget_host import picture, showing

GUESSES = ("", "无", "1", "是", "示例县清水路3号", "010-12345678", "多做培训", "2026年1月20日", "12")


@pytest.fixture
def report_id(library: Library) -> int:
    with library.start("示例县水务局", 2025) as session:
        return session.id


@pytest.fixture
def complete(library: Library, report_id: int) -> int:
    """A report with nothing left to answer."""
    with library.open(report_id) as session:
        while (one := session.conversation.current) is not None:
            if one.question.kind == "table":
                session.tables.finish(one.question.scope)
            elif one.question.required or not session.conversation.skip().accepted:
                assert any(session.conversation.answer(guess, sure=True).accepted for guess in GUESSES), (
                    one.id
                )
    return report_id


async def found(here: Desk, words: str, wanted: str) -> None:
    """Look for ``words`` among the actions and take the first one."""
    await here.press("ctrl+k")
    await here.type(words)
    await here.until(lambda: wanted in here.shown)
    assert wanted in here.shown
    await here.press("enter")


async def test_an_action_that_is_not_found_is_said_when_it_is_chosen_too(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await found(here, "做饭", NOTHING)
        await here.until(lambda: NOTHING in here.said)
        assert NOTHING in here.said


async def test_finalising_is_found_from_a_question_and_escape_leads_back(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        question = here.interview.position.question_id
        await found(here, "定稿", "到结束页")
        await here.until(lambda: here.interview.position.at_end)
        assert "题没有答" in here.talk
        assert "都回答完了" not in here.talk
        assert "定稿（" in here.talk
        await here.press("escape")
        assert here.interview.position.question_id == question
        here.interview.action_closing()
        await here.enter("返回首页")
        await here.until(lambda: isinstance(here.app.screen, HomeScreen))
        assert isinstance(here.app.screen, HomeScreen)


async def test_a_complete_report_opens_on_its_closing_page_wherever_one_stood(
    library: Library, complete: int
) -> None:
    with library.open(complete) as session:
        session.conversation.go("profile.address")
    async with desk(library, complete) as here:
        assert "都回答完了" in here.talk
        await here.press("f7", "escape")
        assert "都回答完了" in here.talk
        await here.press("escape")
        assert isinstance(here.app.screen, HomeScreen)
        assert "按回车导出、定稿" in here.shown


def test_after_undo_in_a_complete_report_escape_leads_to_the_closing_page(
    library: Library, complete: int
) -> None:
    with library.open(complete) as session:
        for text in ("示例县清水路3号", "示例县清水路5号"):
            session.conversation.go("profile.address")
            session.conversation.answer(text)
        position = InterviewPosition(session)
        assert position.undo()
        assert position.question_id == "profile.address"
        assert position.close()
        assert position.at_end


def test_passing_a_filled_table_takes_nothing_and_says_nothing(library: Library, complete: int) -> None:
    with library.open(complete) as session:
        session.conversation.go("requests.table")
        outcome = session.conversation.skip()
        assert (outcome.accepted, outcome.message) == (True, "")
        assert session.tables.table("requests").cells["requests.new.natural_person"].value == 0


async def test_a_filled_table_is_not_offered_to_be_filled_with_nothing(
    library: Library, complete: int
) -> None:
    async with desk(library, complete) as here:
        here.interview.position.go("requests.table")
        here.interview.show_moved()
        assert "F5 没有申请" not in here.keys


def test_a_telephone_number_without_its_area_code_is_told_at_once_and_taken(
    library: Library, report_id: int
) -> None:
    with library.open(report_id) as session:
        session.conversation.go("profile.telephone")
        question = session.conversation.current
        assert question is not None
        assert "没有写区号" in session.conversation.hint(question, "5551234")
        outcome = session.conversation.answer("5551234")
        assert outcome.accepted
        assert "没有写区号" in outcome.message
        session.conversation.go("profile.telephone")
        assert session.conversation.answer("010-12345678").message == ""


async def test_all_that_may_be_skipped_is_skipped_with_one_key_and_back(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        conversation = here.interview.session.conversation
        left = conversation.progress().total - conversation.progress().done
        await here.press("ctrl+o")
        assert "A 选填的都跳过" in here.keys
        await here.press("a")
        assert "跳过了" in here.shown
        skipped = conversation.skipped()
        assert all(one.required or one.question in skipped for one in conversation.open_questions())
        assert conversation.progress().total - conversation.progress().done < left
        await here.press("ctrl+z")
        assert "已撤回" in here.shown
        assert conversation.skipped() == frozenset()
        await here.press("ctrl+z")
        assert "没有可以撤回" in here.shown
        assert conversation.answers()["profile.name"].value == "示例县水务局"


def test_the_day_of_signing_has_an_example_of_the_year_of_publication(library: Library) -> None:
    with library.start("示例县水务局", 2026) as session:
        session.conversation.go("signature.wanted")
        session.conversation.answer("是")
        session.conversation.go("signature.date")
        question = session.conversation.current
        assert question is not None
        assert session.conversation.view(question).examples == ("2027年1月20日", "2027-1-20")
        assert "2027年1月20日" in session.conversation.answer("随便").message
        for text in ("2027-1-15", "2027—1—15", "2027 1 15", "2027、1、15", "2027．1．15", "1-15", "1—15"):
            session.conversation.go("signature.date")
            assert session.conversation.answer(text).accepted, text
            assert session.conversation.answers()["signature.date"].value == "2027-01-15"


def test_another_wording_of_one_paragraph_leaves_the_others_as_they_are(
    library: Library, last_year: Report
) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        answer_part_five(session)
        for key in session.narrative.paragraphs():
            for _ in range(4):
                before = {one: paragraph.text for one, paragraph in session.narrative.paragraphs().items()}
                session.narrative.next_wording(key)
                after = {one: paragraph.text for one, paragraph in session.narrative.paragraphs().items()}
                assert {one for one in after if after[one] != before[one]} <= {key}


def answer_part_five(session: Session) -> None:
    for question, text in (
        ("problems.items", "主动公开的内容不够丰富；业务培训次数偏少"),
        ("problems.measure:主动公开的内容不够丰富", "充实公开内容"),
        ("problems.measure:业务培训次数偏少", "多办培训"),
    ):
        session.conversation.go(question)
        assert session.conversation.answer(text, sure=True).accepted
    for one in session.conversation.asked():
        if one.id.startswith(("problems.outcome", "problems.action")):
            session.conversation.go(one.id)
            session.conversation.answer("1" if one.question.choices else "办了两次培训", sure=True)


async def test_the_keys_of_a_new_report_say_what_enter_does_where_one_stands(library: Library) -> None:
    screen = StartScreen(library)
    async with showing(screen, SMALL) as pilot:
        keys = screen.query_one(KeyLine)
        assert "回车 到年度" in keys.text
        assert "F5 开始填写" in keys.text
        await pilot.press("甲", "enter")
        await pilot.pause()
        assert "回车 开始填写" in keys.text


def test_the_imported_nothing_of_part_six_is_no_question_unwritten(
    library: Library, last_year: Report
) -> None:
    other = last_year.other.model_copy(update={"text": "无"})
    library.take_over(last_year.model_copy(update={"other": other}))
    with library.start("示例县水务局", 2025) as session:
        matters = next(one for one in session.unchanged.details() if one.question == "other.matters")
        assert (matters.value, matters.unwritten) == ("无", False)


# --- where the document goes ----------------------------------------------------------------------------


@pytest.fixture
def clean(library: Library, report_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(tmp_path)
    session = library.open(report_id)
    monkeypatch.setattr(session.finishing, "findings", lambda: ())
    return session


def said(screen: ExportScreen) -> str:
    return screen.query_one("#said", Lines).text.replace("\n", "")


async def test_a_folder_that_is_not_there_is_made_and_said_to_be(clean: Session, tmp_path: Path) -> None:
    screen = ExportScreen(clean)
    async with showing(screen, SMALL) as pilot:
        screen.query_one(Input).value = f"{tmp_path}/2026年报送/"
        await pilot.press("enter")
        assert (tmp_path / "2026年报送" / clean.exporting.suggested_name()).exists()
        assert "新建了文件夹“2026年报送”" in said(screen)


async def test_a_folder_that_cannot_be_written_is_changed_for_one_that_can(
    clean: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "只读"
    locked.mkdir()

    made = tempfile.mkstemp

    def refused(prefix: str, dir: Path) -> tuple[int, str]:
        if dir == locked:
            raise OSError(errno.EROFS, "read-only")
        return made(prefix=prefix, dir=dir)

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    monkeypatch.setattr("app.tui.export.can_be_written", lambda folder: folder != locked)
    screen = ExportScreen(clean)
    async with showing(screen, SMALL) as pilot:
        screen.query_one(Input).value = str(locked / "年报.docx")
        await pilot.press("enter")
        assert "不能写入，已改到" in said(screen)
        assert Path(screen.query_one(Input).value).parent != locked
        await pilot.press("enter")
        assert "正式文本已写入" in said(screen)


async def test_a_path_that_is_longer_than_its_line_stands_whole_below_it(
    clean: Session, tmp_path: Path
) -> None:
    screen = ExportScreen(clean)
    async with showing(screen, SMALL) as pilot:
        path = f"{tmp_path}/{'很长的文件夹' * 6}/年报.docx"
        screen.query_one(Input).value = path
        await pilot.pause()
        shown = "".join("".join(picture(pilot)).split())
        assert f"全部是：{path}" in shown
        screen.query_one(Input).value = "年报.docx"
        await pilot.pause()
        assert "全部是" not in "".join(picture(pilot))
