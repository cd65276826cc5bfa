"""The parts of the interview screen, each without the screen."""

from collections.abc import Callable

import pytest

from app.session.library import Library
from app.session.session import Session
from app.tui.interview.answer_box import joined
from app.tui.interview.answer_entry import AnswerEntry
from app.tui.interview.box_sentence import BoxSentence
from app.tui.interview.finding_tour import FindingTour
from app.tui.interview.interview_position import InterviewPosition
from app.tui.text.cell_width import width
from app.tui.text.question_rows import question_rows
from sections.report.report import Report
from sections.report.values import Kind
from sections.rules.base import Finding, Severity

TOTAL, ADDRESS = "proactive.published_total", "profile.address"


class Box:
    """An answer box without a terminal."""

    def __init__(self) -> None:
        self.text, self.caret, self.said, self.selected = "", 0, ("", ""), False

    def load(self, kind: Kind, text: str, caret: int, readonly: bool, confirm: str) -> None:
        self.text, self.caret, self.selected = text, caret, False

    def select(self) -> None:
        self.selected = True

    def say(self, text: str, style: str = "") -> None:
        self.said = (text, style)


class Clock:
    """A timer that rings when the test says so."""

    def __init__(self) -> None:
        self.due: list[Callable[[], None]] = []

    def __call__(self, _: float, then: Callable[[], None]) -> "Clock":
        self.due.append(then)
        return self

    def stop(self) -> None:
        self.due.clear()


@pytest.fixture
def session(library: Library) -> Session:
    session = library.start("示例县水务局", 2025)
    session.conversation.go(TOTAL)
    return session


@pytest.fixture
def position(session: Session) -> InterviewPosition:
    return InterviewPosition(session)


def test_the_entry_keeps_what_is_typed_once_the_moment_is_over(position: InterviewPosition) -> None:
    box, clock, kept = Box(), Clock(), []
    entry = AnswerEntry(position, box, clock, lambda: kept.append(box.text))
    entry.load()
    assert entry.take_in() is None
    box.text, box.caret = "74", 2
    assert entry.take_in()
    box.caret = 1
    assert entry.take_in() is False
    assert len(clock.due) == 1
    clock.due[0]()
    assert kept == ["74"]
    entry.keep()
    assert not entry.is_due
    stored = position.session.conversation.position
    assert (stored.question, stored.typed, stored.caret) == (TOTAL, "74", 1)


def test_the_entry_shows_each_question_its_own_text_and_a_command_leaves_none(
    position: InterviewPosition,
) -> None:
    box = Box()
    entry = AnswerEntry(position, box, Clock(), entry_keeps_itself)
    entry.load()
    box.text = "74"
    entry.take_in()
    entry.keep()
    position.go(ADDRESS)
    entry.leave()
    entry.load()
    assert box.text == ""
    position.go(TOTAL)
    entry.leave()
    entry.load()
    assert box.text == "74"
    entry.clear()
    assert box.text == ""
    assert position.session.conversation.position.typed == ""


def entry_keeps_itself() -> None:
    """What a timer would call."""


def test_an_old_answer_is_selected_and_half_typed_text_is_not(position: InterviewPosition) -> None:
    position.answer("742")
    position.go(TOTAL)
    box = Box()
    entry = AnswerEntry(position, box, Clock(), entry_keeps_itself)
    entry.load()
    assert (box.text, box.selected) == ("742 条", True)
    box.text = "75"
    entry.take_in()
    entry.keep()
    entry.leave()
    entry.load()
    assert (box.text, box.selected) == ("75", False)


def test_a_sentence_stands_until_the_text_or_the_question_is_another(position: InterviewPosition) -> None:
    box = Box()
    sentence = BoxSentence(position, box)
    sentence.say("已保存", "green")
    sentence.show()
    assert box.said == ("已保存", "green")
    box.text = "/"
    sentence.show()
    assert box.said[0].startswith("命令：")
    box.text = "三五百"
    sentence.show()
    assert "三五百" in box.said[0]
    sentence.say("不行", "red")
    position.go(ADDRESS)
    box.text = ""
    sentence.show()
    assert box.said == ("", "")


def finding(where: str) -> Finding:
    return Finding("NB001", Severity.ERROR, where, f"{where}不对")


def test_the_tour_goes_round_and_takes_what_took_the_place_of_a_mended_finding() -> None:
    first, second, third = (finding(where) for where in ("requests.a", "requests.b", "requests.c"))
    tour = FindingTour()
    assert [tour.next((first, second, third), "requests") for _ in range(4)] == [0, 1, 2, 0]
    assert tour.next((second, third), "requests") == 0
    assert tour.next((second, third), "requests") == 1
    assert tour.next((second,), "requests") == 0


def test_the_tour_begins_with_what_is_wrong_where_one_stands() -> None:
    found = (finding("disputes.a"), finding("requests.b"), finding("requests.c"))
    tour = FindingTour()
    assert [tour.next(found, "requests") for _ in range(4)] == [1, 2, 0, 1]
    assert tour.next(found, "disputes") == 0
    assert tour.next(found, "problems") == 0


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (Kind.LIST, "优化营商环境；重大项目；乡村振兴"),
        (Kind.TEXT, "优化营商环境 重大项目乡村振兴"),
        (Kind.ITEMS, "优化营商环境 重大项目；乡村振兴"),
        (Kind.PARAGRAPH, "优化营商环境 重大项目\n乡村振兴"),
    ],
)
def test_a_pasted_tab_separates(kind: Kind, shown: str) -> None:
    assert joined("优化营商环境\t重大项目\r\n\t乡村振兴\t", kind) == shown


@pytest.mark.parametrize("room", [30, 44, 58, 76])
def test_no_line_of_a_question_is_wider_than_its_room(library: Library, last_year: Report, room: int) -> None:
    library.take_over(last_year)
    with library.start("示例县水务局", 2025) as session:
        for instance in session.conversation.asked():
            view = session.conversation.view(instance)
            assert all(width(line.text) <= room for line in question_rows(view, room)), instance.id
