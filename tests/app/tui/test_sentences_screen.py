"""Last year's sentences in the terminal: shown with what speaks against them, one key each."""

from pathlib import Path

import pytest
from textual.widgets import Input

from app.session.library import Library
from app.session.session import Session
from app.tui.narrative.sentences_screen import SentencesScreen
from app.tui.narrative.sources_screen import SourcesScreen
from app.tui.widgets.lines import Lines
from app.tui.widgets.rows_view import RowsView
from sections.report.assemble import with_texts
from sections.report.report import Report
from sections.report.values import Quantity
from store.errors import DiskFullError
from tests.support.widget_host import picture, showing

TEXTS = {
    "overview.lead": "2024年，县水务局认真执行《条例》，把公开融入治水管水全过程。",
    "overview.proactive": "首次开设“河湖讲堂”专栏，反响良好。",
}


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    library.take_over(with_texts(last_year, TEXTS))
    return library.start("示例县水务局", 2025)


def text_of(session: Session, key: str) -> str:
    paragraph = session.narrative.paragraphs().get(key)
    return paragraph.text if paragraph else ""


async def test_one_key_a_sentence_and_one_for_all_unmarked(session: Session) -> None:
    async with showing(SentencesScreen(session), (100, 30)) as pilot:
        shown = "\n".join(picture(pilot))
        assert " · 2025年，县水务局认真执行" in shown
        assert " ! 首次开设" in shown
        assert "（一）主动公开" in shown  # the paragraph has nothing yet, its name stands all the same
        assert "overview" not in shown
        await pilot.press("a")
        assert "治水管水" in text_of(session, "overview.lead")
        assert "首次" not in text_of(session, "overview.proactive")
        await pilot.press("end", "1")
        assert "首次开设" in text_of(session, "overview.proactive")
        await pilot.press("ctrl+z")
        assert "首次开设" not in text_of(session, "overview.proactive")
        await pilot.press("home", "3")
        assert "治水管水" not in text_of(session, "overview.lead")


async def test_what_speaks_against_a_sentence_is_said(session: Session) -> None:
    async with showing(SentencesScreen(session), (100, 30)) as pilot:
        await pilot.press("end")
        assert "去年的新做法" in "\n".join(picture(pilot))


async def test_a_step_says_it_in_the_same_frame_and_lays_nothing_out(session: Session) -> None:
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        view, detail = screen.query_one("#sentences", RowsView), screen.query_one("#detail", Lines)
        layouts: list[object] = []
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        assert "去年的新做法" not in detail.text
        while view.here != view.keys[-1]:
            view.action_move(1)  # no message is waited for
        assert "去年的新做法" in detail.text
        await pilot.pause()
        assert layouts == []


async def test_the_sentence_one_stands_on_is_marked_while_it_is_written_anew(session: Session) -> None:
    async with showing(SentencesScreen(session), (100, 30)) as pilot:
        await pilot.press("end", "2")
        assert any(line.startswith("▸ ! 首次开设") for line in picture(pilot))


async def test_a_click_and_enter_decide_nothing(session: Session) -> None:
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        before = session.sentences.all()
        view = screen.query_one("#sentences", RowsView)
        last = max(place for place, row in enumerate(view.rows) if row.key)
        await pilot.click("#sentences", offset=(10, last))
        assert view.here == view.keys[-1]
        await pilot.press("enter")
        assert (screen.query_one(Input).display, session.sentences.all()) == (False, before)


async def test_a_sentence_is_written_anew_and_escape_changes_nothing(session: Session) -> None:
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.press("end", "2")
        assert screen.query_one(Input).value.startswith("首次开设")
        await pilot.press("escape")
        assert not screen.query_one(Input).display
        assert "讲堂" not in text_of(session, "overview.proactive")
        await pilot.press("2")
        screen.query_one(Input).value = "“河湖讲堂”专栏办了6期。"
        await pilot.press("enter")
        assert "办了6期" in text_of(session, "overview.proactive")


async def test_without_last_years_text_it_says_what_to_do(library: Library) -> None:
    screen = SentencesScreen(library.start("示例县水务局", 2025))
    async with showing(screen, (100, 30)) as pilot:
        assert "导入上年的年报" in "\n".join(picture(pilot))
        assert screen.query_one("#sentences", RowsView).keys == ()
        await pilot.press("1", "2", "3", "escape")
        assert pilot.app.ended == [None]


async def test_one_key_on_a_sentence_shows_where_its_facts_come_from(session: Session) -> None:
    session.conversation.take({"proactive.published_total": Quantity(742)}, {})
    sentence = next(one.text for one in session.sentences.all() if "742" in one.text)
    async with showing(SentencesScreen(session), (100, 30)) as pilot:
        await pilot.press("l")
        screen = pilot.app.screen
        assert isinstance(screen, SourcesScreen)
        told = screen.query_one("#sources", RowsView).text
        assert sentence in "".join(told.split("\n"))
        assert "主动公开政府信息：742，上年699。填写，" in told
        await pilot.press("down", "pagedown", "end", "escape")
        assert isinstance(pilot.app.screen, SentencesScreen)


async def test_the_sources_begin_at_the_sentence_one_came_from(session: Session) -> None:
    session.sentences.keep_unmarked()
    text = next(one.text for one in session.sentences.all() if "治水管水" in one.text)
    screen = SourcesScreen(session, text)
    async with showing(screen, (100, 30)):
        pane = screen.query_one("#sources", RowsView)
        assert text in "".join(row.text for row in pane.rows if row.key == pane.here)


async def test_a_sentence_half_rewritten_is_there_again(session: Session, library: Library) -> None:
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.press("end", "2")
        line = screen.query_one(Input)
        line.value = "“河湖讲堂”专栏办了"
        await pilot.pause()
        screen.keep_now()
        position = library.store.position(session.id)
        assert (position.screen, position.typed) == ("sentences", "“河湖讲堂”专栏办了")
    session.close()
    with library.open(session.id) as again:
        async with showing(SentencesScreen(again), (100, 30)) as pilot:
            await pilot.pause()
            line = pilot.app.screen.query_one(Input)
            assert (line.display, line.value) == (True, "“河湖讲堂”专栏办了")
            await pilot.press("enter")
            assert not line.display
            assert "专栏办了" in text_of(again, "overview.proactive")
            assert library.store.position(again.id).screen == "interview"


async def test_what_is_typed_into_a_sentence_adds_to_it_and_is_kept_though_one_leaves_at_once(
    session: Session, library: Library
) -> None:
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.press("end", "2", "6")
    assert library.store.position(session.id).typed.endswith("反响良好。6")


async def test_a_rewritten_sentence_that_cannot_be_saved_stays_in_the_line(
    session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("nianbao.db"))

    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.press("end", "2")
        line = screen.query_one(Input)
        line.value = "“河湖讲堂”专栏办了6期。"
        with monkeypatch.context() as broken:
            broken.setattr(library.store, "keep", full)
            broken.setattr(type(session.sentences), "decide", full)
            await pilot.press("enter")
            assert (line.display, line.value) == (True, "“河湖讲堂”专栏办了6期。")
            assert "磁盘已满" in "".join(picture(pilot))
        await pilot.press("enter")
        assert not line.display
        assert "办了6期" in text_of(session, "overview.proactive")


async def test_the_signs_are_explained_and_what_is_alike_is_said_in_words(session: Session) -> None:
    async with showing(SentencesScreen(session), (100, 30)) as pilot:
        shown = "\n".join(picture(pilot))
        assert "✓ 草稿里有" in shown
        assert "· 没有用" in shown
        assert "0%" not in shown
        assert "正文没有与去年相同的话" in shown
        assert "草稿里有 0  共 " in shown


async def test_a_long_sentence_of_last_years_stands_whole_below(library: Library, last_year: Report) -> None:
    long = f"县水务局坚持{'、'.join(f'{n}号水库的治水管水护水' for n in range(1, 16))}，成效明显。"
    library.take_over(with_texts(last_year, {"overview.lead": long}))
    with library.start("示例县水务局", 2025) as session:
        screen = SentencesScreen(session)
        async with showing(screen, (80, 40)):
            assert long in screen.query_one("#detail", Lines).text.replace("\n", "")
        screen = SentencesScreen(session)
        async with showing(screen, (80, 12)):
            assert screen.query_one("#detail", Lines).text.endswith("…"), "what is left out is shown to be"


async def test_undo_takes_back_no_answer_from_the_page_of_the_sentences(session: Session) -> None:
    session.conversation.go("profile.address")
    session.conversation.answer("示例县清水路5号")
    screen = SentencesScreen(session)
    async with showing(screen, (100, 30)) as pilot:
        await pilot.press("ctrl+z")
        assert "没有可以撤回" in screen.query_one("#detail", Lines).text
        assert session.conversation.answers()["profile.address"].value == "示例县清水路5号"
        await pilot.press("end", "1", "ctrl+z")
        assert "已撤回" in screen.query_one("#detail", Lines).text
