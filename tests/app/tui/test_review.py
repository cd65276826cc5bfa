"""The review screen: order, reasons, going to a place and coming back to the same one, fixes."""

import pytest

from app.session.library import Library
from app.session.session import Session
from app.tui.answer_finding import AnswerFindingScreen
from app.tui.review import NOTHING, ReviewScreen, nothing_left, ordered
from app.tui.text.cell_width import width
from app.tui.widgets.lines import Lines
from app.tui.widgets.rows_view import RowsView
from sections.report.report import Report
from sections.rules.base import Finding, Fix, Severity
from tests.support.widget_host import picture, showing

BROKEN = "requests.carried_out.natural_person"


@pytest.fixture
def session(library: Library, last_year: Report) -> Session:
    """A report whose 自然人 column does not add up."""
    library.take_over(last_year)
    session = library.start("示例县水务局", 2025)
    session.tables.set_cells({"requests.new.natural_person": "3"})
    session.tables.finish("requests")
    return session


def place_in_list(screen: ReviewScreen) -> str:
    return screen.query_one(RowsView).here


def words(screen: ReviewScreen) -> str:
    return screen.query_one("#detail", Lines).text


def test_findings_stand_by_severity_then_by_section() -> None:
    def finding(severity: Severity, where: str) -> Finding:
        return Finding("NB000", severity, where, "")

    mixed = (
        finding(Severity.WARNING, "overview.lead"),
        finding(Severity.ERROR, "requests.new.total"),
        finding(Severity.ERROR, "overview.lead"),
        finding(Severity.INFO, "opening"),
    )
    assert [(f.severity.value, f.where) for f in ordered(mixed)] == [
        ("error", "overview.lead"),
        ("error", "requests.new.total"),
        ("warning", "overview.lead"),
        ("info", "opening"),
    ]


async def test_every_finding_is_listed_with_its_words_and_numbers(session: Session) -> None:
    screen = ReviewScreen(session)
    async with showing(screen, (120, 40)) as pilot:
        shown = "\n".join(picture(pilot)).replace("\n", "").replace(" ", "")
        for finding in session.findings[:5]:
            assert finding.message.replace(" ", "")[:20] in shown
        assert "▸" in shown
        assert "为什么：" in words(screen)


async def test_enter_ends_with_the_place_and_one_comes_back_to_the_same_finding(session: Session) -> None:
    where = [finding.where for finding in ordered(session.findings)]
    steps = where.index(BROKEN)
    first = ReviewScreen(session)
    async with showing(first) as pilot:
        await pilot.press(*["down"] * steps)
        stood = place_in_list(first)
        await pilot.press("enter")
        assert pilot.app.ended == [session.corrections.location_of(ordered(session.findings)[steps])]
        assert pilot.app.ended[0].field == BROKEN
    again = ReviewScreen(session)
    async with showing(again):
        assert place_in_list(again) == stood


async def test_escape_or_a_click_on_it_ends_without_a_place(session: Session) -> None:
    async with showing(ReviewScreen(session)) as pilot:
        await pilot.press("escape")
        assert pilot.app.ended == [None]
    async with showing(ReviewScreen(session)) as pilot:
        last = picture(pilot)[-1]
        await pilot.click(offset=(width(last[: last.index("Esc")]), 23))
        assert pilot.app.ended == [None]


async def test_a_fix_is_taken_with_one_key_and_can_be_taken_back(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    fix = Fix("把3件改为2件", "requests.new.natural_person", value=2)
    found = Finding("NB999", Severity.WARNING, "requests.new.natural_person", "数字可能多了1件。", fix=fix)
    monkeypatch.setattr(Session, "findings", (found,))
    screen = ReviewScreen(session)
    async with showing(screen) as pilot:
        assert "可以改：把3件改为2件" in "\n".join(picture(pilot))
        await pilot.press("f")
        assert session.report.number("requests.new.natural_person") == 2
        await pilot.press("ctrl+z")
        assert session.report.number("requests.new.natural_person") == 3


async def test_f_says_so_where_there_is_no_fix(session: Session) -> None:
    screen = ReviewScreen(session)
    where = [finding.fix for finding in ordered(session.findings)]
    async with showing(screen) as pilot:
        await pilot.press(*["down"] * where.index(None), "f")
        assert "没有现成的改法" in words(screen)


def test_an_empty_list_says_whether_one_can_export(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.finishing, "findings", lambda: ())
    assert nothing_left(session) == NOTHING == "没有发现问题，可以导出。"
    blank = Finding("NB101", Severity.ERROR, "overview.lead", "总体情况还没有写。")
    monkeypatch.setattr(session.finishing, "findings", lambda: (blank,))
    assert "还有1处没有填写" in nothing_left(session)


def unanswered(session: Session) -> int:
    """Where in the list the first finding stands that may be answered."""
    return next(n for n, one in enumerate(ordered(session.findings)) if not one.compulsory)


async def test_a_finding_is_answered_shown_so_and_the_answer_taken_back(session: Session) -> None:
    steps = unanswered(session)
    asked = ordered(session.findings)[steps]
    screen = ReviewScreen(session)
    async with showing(screen, (120, 40)) as pilot:
        await pilot.press(*["down"] * steps, "w", *"ok", "enter")
        await pilot.pause()
        told = next(one for one in session.findings if one.fingerprint == asked.fingerprint)
        assert (told.answer, told.severity) == ("ok", Severity.INFO)
        assert "已核对无误：ok" in "\n".join(picture(pilot))
        await pilot.press("ctrl+z")
        again = next(one for one in session.findings if one.fingerprint == asked.fingerprint)
        assert again == asked


async def test_what_the_forms_arithmetic_forbids_cannot_be_answered(session: Session) -> None:
    where = [finding.where for finding in ordered(session.findings)]
    screen = ReviewScreen(session)
    async with showing(screen) as pilot:
        await pilot.press(*["down"] * where.index(BROKEN), "w")
        assert pilot.app.screen is screen
        assert "必须改正" in words(screen)


async def test_slips_of_the_pen_are_looked_for_meanwhile_and_can_be_answered(session: Session) -> None:
    session.narrative.edit(
        "overview.supervision", "培训2次，抽查4次，由办公室统筹协条各科室，发现的错链当月改正。"
    )
    screen = ReviewScreen(session)

    def hints() -> list[Finding]:
        return [one for one in screen._findings if one.code == "NB974"]

    async with showing(screen, (120, 40)) as pilot:
        for _ in range(400):
            if hints():
                break
            await pilot.pause(0.05)
        (hint,) = hints()
        assert hint.severity is Severity.INFO
        assert "统筹协调" in hint.message
        session.corrections.answer(hint, "引用原话")
        screen._list()
        assert [one.answer for one in hints()] == ["引用原话"]
    assert "NB974" not in {one.code for one in session.findings}


async def test_a_step_paints_list_and_reason_in_one_frame_and_moves_nothing(session: Session) -> None:
    screen = ReviewScreen(session)
    async with showing(screen, (120, 40)) as pilot:
        view, detail = screen.query_one(RowsView), screen.query_one("#detail", Lines)
        codes = [finding.code for finding in ordered(session.findings)]
        other = next(n for n, code in enumerate(codes) if code != codes[0])
        layouts: list[object] = []
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        said, high = words(screen), detail.size.height
        for _ in range(other):
            view.action_move(1)  # no message is waited for
        assert view.here == str(other)
        assert words(screen) != said
        await pilot.pause()
        assert (detail.size.height, layouts) == (high, [])


async def test_what_was_said_goes_with_the_next_step(session: Session) -> None:
    screen = ReviewScreen(session)
    where = [finding.where for finding in ordered(session.findings)]
    async with showing(screen) as pilot:
        await pilot.press(*["down"] * where.index(BROKEN), "w")
        assert "必须改正" in words(screen)
        await pilot.press("up" if where.index(BROKEN) else "down")
        assert "必须改正" not in words(screen)


@pytest.mark.parametrize("size", [(80, 24), (300, 100)])
async def test_overruling_shows_the_finding_with_its_words_and_wants_a_reason(size: tuple[int, int]) -> None:
    finding = Finding("NB101", Severity.WARNING, "overview.lead", "太短。", quote="本局工作。")
    screen = AnswerFindingScreen(finding)
    async with showing(screen, size) as pilot:
        shown = "\n".join(picture(pilot))
        assert all(words in shown for words in ("检查说：太短。", "原文：本局工作。", "为什么没有错"))
        await pilot.press("enter")
        assert pilot.app.screen is screen
        assert "请写一句理由" in "\n".join(picture(pilot))
        await pilot.press(*"ok", "enter")
        assert pilot.app.ended == ["ok"]
