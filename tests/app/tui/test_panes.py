"""The panes around the conversation: three at once or one at a time, the outline, the draft, the keys."""

import pytest

from app.session.library import Library
from app.session.session import Session
from app.session.views import OutlineEntry, Paragraph
from app.tui.interview.conversation import share, whole
from app.tui.interview.draft_pane import Shown, draft_rows
from app.tui.interview.interview_keys import ACTIONS
from app.tui.interview.outline import Outline, outline_row
from app.tui.narrative.editor_screen import EditorScreen
from app.tui.review import ReviewScreen
from app.tui.table.table_screen import TableScreen
from app.tui.text.rows import row
from app.tui.widgets.key_line import Key, KeyLine, in_lines
from prompts.commands import COMMANDS
from prompts.narrative.compose import Sentence
from sections.report.report import Report
from sections.rules.base import Finding, Severity
from tests.support.desk import SMALL, WIDE, Desk, desk
from tests.support.form import SECTIONS, TOPICS

TOTAL, WEBSITE = "proactive.published_total", "proactive.website"


@pytest.fixture
def report_id(library: Library, last_year: Report) -> int:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        session.conversation.go(TOTAL)
        return session.id


def visible(here: Desk) -> set[str]:
    panes = ("outline", "conversation", "draft")
    return {name for name in panes if here.interview.query_one(f"#{name}").region.width > 0}


async def test_three_panes_stand_side_by_side_on_a_wide_screen(library: Library, report_id: int) -> None:
    async with desk(library, report_id, WIDE) as here:
        widths = [
            here.interview.query_one(f"#{name}").region.width for name in ("outline", "conversation", "draft")
        ]
        assert widths == [22, 48, 50]
        await here.press("f2")
        assert here.app.focused.id == "outline"
        await here.press("f2")
        assert here.app.focused is here.interview.conversation.box.field


async def test_one_pane_at_a_time_on_a_small_screen(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        assert visible(here) == {"conversation"}
        await here.type("74")
        await here.press("f2")
        assert visible(here) == {"outline"}
        assert "已保存" in here.lines[0]
        await here.press("f3")
        assert visible(here) == {"draft"}
        await here.press("escape")
        assert visible(here) == {"conversation"}
        assert here.typed == "74"


async def test_a_window_may_grow_and_shrink(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.press("f3")
        await here.pilot.resize_terminal(*WIDE)
        await here.pilot.pause()
        assert visible(here) == {"outline", "conversation", "draft"}
        await here.pilot.resize_terminal(*SMALL)
        await here.pilot.pause()
        assert visible(here) == {"conversation"}


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (120, 40), (200, 60)])
async def test_every_line_fits_and_the_box_is_in_sight(
    library: Library, report_id: int, size: tuple[int, int]
) -> None:
    from app.tui.text.cell_width import width

    with library.open(report_id) as session:
        session.conversation.go("problems.items")
    async with desk(library, report_id, size) as here:
        assert all(width(line) == size[0] for line in here.lines)
        box = here.interview.conversation.box.frame.region
        assert box.height >= 3
        assert box.bottom <= size[1] - 1
        assert box.y < size[1] * 2 / 3


async def test_the_outline_leads_to_the_first_open_question_of_a_section(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("f2", "home", "enter")
        assert here.interview.position.question_id == "profile.kind"
        await here.press("f2")
        outline = here.interview.query_one(Outline)
        outline.stand("overview.proactive")
        await here.press("enter")
        assert here.interview.position.question_id == WEBSITE


async def test_a_click_on_the_outline_goes_there(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        line = next(n for n, row in enumerate(here.interview.query_one(Outline).rows) if row.key == "other")
        await here.pilot.click("#outline", offset=(5, line + 1))
        await here.pilot.pause()
        assert here.interview.position.question.question.scope == "other"


async def test_the_outline_shows_all_parts_with_their_state(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        lines = here.interview.query_one(Outline).rows
        rows = {row.key: row.text for row in lines if row.key}
        assert list(rows) == [
            "profile",
            "overview",
            *(f"overview.{topic}" for topic in TOPICS),
            *SECTIONS[1:],
        ]
        assert rows["overview.proactive"].strip().startswith("●")
        assert rows["requests"].startswith("○")
        assert "● 正在答" in [line.text for line in lines], "a mark is explained where it is seen"
        assert "○ 还没有答完" in [line.text for line in lines]
        await here.press("f1")
        assert "○还没有答完" in here.shown


@pytest.mark.parametrize(
    ("severity", "room", "mark"),
    [(Severity.ERROR, 19, "✗"), (Severity.WARNING, 19, "!"), (Severity.ERROR, 60, "错误"), (None, 19, "")],
)
def test_the_outline_marks_the_gravest_finding(severity: Severity | None, room: int, mark: str) -> None:
    entry = OutlineEntry(
        "requests",
        "三、收到和处理政府信息公开申请情况",
        0,
        "done",
        severity,
        "requests.table",
        1,
        1,
    )
    text = outline_row(entry, room).text
    assert mark in text
    assert text.startswith("  三、" if severity is Severity.ERROR else "✓ 三、")


async def test_a_paragraph_of_the_draft_is_opened_with_enter(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        await here.press("f3", "enter")
        assert isinstance(here.app.screen, EditorScreen)


async def test_from_the_list_of_findings_one_comes_back_to_the_list(library: Library, report_id: int) -> None:
    with library.open(report_id) as session:
        session.tables.set_cells({"requests.new.natural_person": "3"})
        session.tables.finish("requests")
        session.conversation.go(TOTAL)
    async with desk(library, report_id) as here:
        await here.press("f7", "enter")
        await here.pilot.pause()
        assert isinstance(here.app.screen, TableScreen)
        await here.press("escape")
        await here.pilot.pause()
        assert isinstance(here.app.screen, ReviewScreen)
        await here.press("escape")
        await here.pilot.pause()
        assert here.interview.position.question_id == TOTAL


async def test_a_finding_about_a_question_leads_back_to_the_list_too(
    library: Library, report_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding("NB999", Severity.WARNING, "profile.address", "地址好像不对。")
    with library.open(report_id) as session:
        session.conversation.go("profile.address")
        session.conversation.answer("")
        session.conversation.go(TOTAL)
    monkeypatch.setattr(Session, "findings", (finding,))
    async with desk(library, report_id) as here:
        for leave in ("escape", "enter"):
            await here.press("f7", "enter")
            await here.pilot.pause()
            assert here.interview.position.question_id == "profile.address"
            await here.press(leave)
            await here.pilot.pause()
            assert isinstance(here.app.screen, ReviewScreen)
            await here.press("escape")
            await here.pilot.pause()
            assert here.interview.position.question_id == TOTAL


# --- the draft, without a screen -----------------------------------------------------------------------


def paragraph(**rest: object) -> Paragraph:
    sentences = (Sentence("a", "第一句。", 0, 3), Sentence("b", "第二句。", 0, 3))
    known = {"edited": False, "stale": (), "changed": frozenset({"b"}), "text": "第一句。第二句。"} | rest
    return Paragraph(key="overview.lead", heading="一、总体情况", sentences=sentences, **known)


def test_only_the_changed_sentence_is_marked() -> None:
    rows = draft_rows(Shown((paragraph(),), ()), 48)
    marked = [text for row in rows for text, style in row.pieces if style == "changed"]
    assert marked == ["第二句。"]


def test_a_text_of_ones_own_is_never_marked_and_says_which_numbers_changed() -> None:
    own = paragraph(edited=True, text="自己写的。第二句。", stale=(("742条", "750条"),))
    rows = draft_rows(Shown((own,), ()), 48)
    text = "".join(row.text for row in rows)
    assert all(style != "changed" for row in rows for _, style in row.pieces)
    assert "（手工修改过）" in text
    assert "742条→750条" in text


def test_too_many_findings_are_counted() -> None:
    many = tuple(Finding("NB999", Severity.INFO, "overview.lead", f"第{n}处。") for n in range(9))
    text = "\n".join(row.text for row in draft_rows(Shown((), many), 48))
    assert "第0处" in text
    assert "第8处" not in text
    assert "另有3处" in text


# --- sharing the height, keys --------------------------------------------------------------------------


@pytest.mark.parametrize("room", range(1, 40))
def test_the_shares_never_exceed_the_room(room: int) -> None:
    for wishes in ((3, 0, 0), (8, 4, 60), (20, 25, 60), (2, 25, 3)):
        question, choices, past = share(room, *wishes)
        assert question >= min(room, 2)
        assert min(choices, past) >= 0
        assert question + choices + past <= max(room, 2)


def test_the_box_stays_in_the_upper_part() -> None:
    question, choices, past = share(31, 8, 0, 100)
    assert (question, choices) == (8, 0)
    assert question + past <= 22


def test_keys_that_do_not_fit_go_from_the_end_but_the_last_stays() -> None:
    keys = (Key("回车", "确认"), Key("Ctrl+N", "跳过"), Key("F1", "帮助"))
    assert in_lines(keys, 80) == (keys,)
    assert in_lines(keys, 20) == ((keys[0],), (keys[1],)) or in_lines(keys, 20) == ((keys[0],), keys[1:])
    assert in_lines(keys, 12) == ((keys[0],), (keys[2],))
    assert in_lines(keys, 3)[-1] == (keys[2],)


async def test_a_click_on_a_key_does_what_the_key_does(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        line = here.keys.split("\n")[0]
        from app.tui.text.cell_width import width

        await here.pilot.click(KeyLine, offset=(width(line[: line.index("上一题")]) + 1, 0))
        await here.pilot.pause()
        assert here.interview.position.question_id == TOTAL


async def test_the_keys_shown_are_those_that_work_where_one_is(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        assert "Ctrl+N 跳过" in here.keys
        await here.press("f2")
        assert "到这一部分" in here.keys
        await here.press("escape")
        await here.enter("742")
        await here.press("ctrl+up")
        assert "Esc 返回" in here.keys


def test_every_command_has_an_action() -> None:
    assert set(ACTIONS) == set(COMMANDS)


async def test_a_resize_hides_no_line_of_the_question_and_keeps_the_end_of_the_past_in_sight(
    library: Library, report_id: int
) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.enter("742")
        pane = here.interview.conversation
        for width in (60, 66, 73, 79, 80, 81, 97, 110, 113, 118, 131, 80):
            await here.pilot.resize_terminal(width, 40)
            await here.pilot.pause()
            await here.pilot.pause()
            assert pane.question.size.height == len(pane.question.rows)
            assert pane.question.scroll_offset.y == 0
            assert pane.history.size.height == len(pane.history.rows)
            assert "通过网站公开了多少条？" in here.shown


def test_the_past_begins_with_a_whole_question() -> None:
    rows = [
        row("问一", key="a"),
        row("续", key="a"),
        row("› 1", key="a"),
        row("问二", key="b"),
        row("› 2", key="b"),
    ]
    rows.append(row(""))
    assert [whole(rows, height) for height in (6, 5, 4, 3, 2, 1, 0)] == [6, 3, 3, 3, 2, 1, 0]


async def test_what_is_out_of_sight_is_shown_before_it_is_changed(library: Library, report_id: int) -> None:
    async with desk(library, report_id, SMALL) as here:
        await here.enter("742")
        await here.press("f4")
        assert visible(here) == {"draft"}
        assert not library.store.wordings(report_id)
        await here.press("f4")
        assert library.store.wordings(report_id)
        await here.press("escape", "f9")
        assert visible(here) == {"draft"}
        await here.press("f9")
        assert isinstance(here.app.screen, EditorScreen)


async def test_what_is_missing_is_told_once_the_part_was_gone_through(
    library: Library, report_id: int
) -> None:
    with library.open(report_id) as session:
        session.conversation.go("profile.kind")
        hints = [f.message for f in session.findings if f.where.startswith("opening")]
        assert hints
    async with desk(library, report_id) as here:
        assert here.interview.position.question_id == "profile.kind"
        assert hints[0][:10] not in here.shown


async def test_past_answers_that_come_behind_are_told_apart(library: Library, report_id: int) -> None:
    async with desk(library, report_id) as here:
        await here.enter("742")
        here.interview.position.go("profile.kind")
        here.interview.show_moved()
        await here.pilot.pause()
        assert "后面已经答过的·一、总体情况" in here.talk
