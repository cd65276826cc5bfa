"""The field of text: lines broken as Chinese is printed, and an editor that loses nothing by it."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from app.tui.text.cell_width import breaks, width
from app.tui.widgets.text_field import TextField

SENTENCE = "全年公开信息742条，办结率88.9%，比上年提高1,234.5个百分点。"
LETTERS = st.text(alphabet="公开信息，。（）《》12.,% Aa é", max_size=120)


def lines(text: str, room: int) -> list[str]:
    places = [0, *breaks(text, room), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize("room", range(24, 60))
def test_no_number_is_torn_and_no_line_begins_with_a_mark(room: int) -> None:
    made = lines(SENTENCE, room)
    assert not any(line.startswith(("，", "。", "%")) for line in made)
    assert any("88.9%" in line for line in made)
    assert any("1,234.5" in line for line in made)


def test_chinese_behind_a_blank_stays_on_its_line() -> None:
    assert lines("注 全年公开信息若干条", 12) == ["注 全年公开", "信息若干条"]


@given(LETTERS, st.integers(2, 40))
@example("", 2)
@example("88.9%", 2)
def test_nothing_is_left_out_and_no_line_is_too_long(text: str, room: int) -> None:
    made = lines(text, room)
    assert "".join(made) == text
    assert all(width(line) <= room and line for line in made) or not text


class Host(App[None]):
    """A field of twelve cells."""

    CSS = "TextField { width: 16; height: 10; border: none; padding: 0; scrollbar-size-vertical: 0; }"

    def compose(self) -> ComposeResult:
        yield TextField(soft_wrap=True, show_line_numbers=False, compact=True)


async def test_the_caret_goes_through_the_lines_as_they_are_shown() -> None:
    async with Host().run_test() as pilot:
        field = pilot.app.query_one(TextField)
        field.load_text("全年办结率88.9%，按期。\n第二段")
        field.focus()
        await pilot.pause()
        room = field.wrap_width
        shown = lines("全年办结率88.9%，按期。", room)
        assert field.wrapped_document.height == len(shown) + 1
        await pilot.press("down")
        assert field.cursor_location == (0, len(shown[0]))
        await pilot.press(*["down"] * (len(shown) - 1))
        assert field.cursor_location[0] == 1


async def test_typing_in_the_middle_breaks_the_lines_anew_and_undo_brings_them_back() -> None:
    async with Host().run_test() as pilot:
        field = pilot.app.query_one(TextField)
        text = SENTENCE + "\n" + SENTENCE
        field.load_text(text)
        field.focus()
        await pilot.pause()
        before = [field.wrapped_document.get_offsets(line) for line in range(2)]
        field.move_cursor((0, 5))
        await pilot.press(*"12345", "enter", "a")
        assert field.text == f"{SENTENCE[:5]}12345\na{SENTENCE[5:]}\n{SENTENCE}"
        for line in range(3):
            expected = breaks(field.document.get_line(line), field.wrap_width)
            assert field.wrapped_document.get_offsets(line) == expected
        assert field.virtual_size.height == field.wrapped_document.height
        while field.text != text:
            field.undo()
        assert [field.wrapped_document.get_offsets(line) for line in range(2)] == before
