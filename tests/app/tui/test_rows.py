"""Lines as data: nothing is lost in wrapping, marks stand where the words are, both ends fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.tui.text.cell_width import width, wrap
from app.tui.text.rows import INDENT, Row, labelled, marked, one_line, row, spread, wrapped

TEXT = st.text(
    st.sampled_from("全年主动公开信息742条，较去年增加43条。《条例》（一）：“好” ab1\n"), max_size=120
)


def words(rows: list[Row]) -> str:
    return "".join(line.text for line in rows)


@given(TEXT, st.integers(20, 80))
@settings(max_examples=60)
def test_wrapping_keeps_every_word_and_the_room(text: str, room: int) -> None:
    rows = wrapped(text, room)
    assert "".join(words(rows).split()) == "".join(text.split())
    assert all(width(line.text) <= room for line in rows)


@given(TEXT, st.integers(24, 80), st.data())
@settings(max_examples=60)
def test_a_marked_paragraph_keeps_every_word_and_marks_what_was_meant(
    text: str, room: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = marked(text, [(start, end)], room)
    assert all(width(line.text) <= room for line in rows)
    shown = "".join(line.text[1:] for line in rows)
    assert "".join(shown.split()) == "".join(text.split())
    changed = "".join(piece for line in rows for piece, style in line.pieces if style == "changed")
    assert "".join(changed.split()) == "".join(text[start:end].split())


def test_the_lines_of_a_change_can_be_told_without_colour() -> None:
    text = "第一句没有变。" * 5 + "第二句刚刚改过。" + "第三句没有变。" * 5
    start = text.index("第二句")
    rows = marked(text, [(start, start + 8)], 40)
    bars = [line.text[0] for line in rows]
    assert "▌" in bars
    assert " " in bars
    assert all((line.text[0] == "▌") == any(s == "changed" for _, s in line.pieces) for line in rows)


def test_a_paragraph_begins_two_characters_in() -> None:
    first, second = marked("甲\n乙", (), 40)
    assert first.text[1:] == f"{INDENT}甲"
    assert second.text[1:] == f"{INDENT}乙"


def test_lines_under_a_label_stand_under_one_another() -> None:
    first, *more = labelled("说明：", "指全年通过各种渠道主动公开的政府信息总数。" * 3, 40)
    assert first.text.startswith("说明：指")
    assert more
    assert all(line.text.startswith("      ") and line.text[6] != " " for line in more)


def test_both_ends_of_a_line_fit_and_the_left_gives_way() -> None:
    line = spread((("示例县水务局 · 2025年度", "strong"),), (("已保存 14:03:27", ""),), 30)
    assert width(line.text) == 30
    assert line.text.endswith("已保存 14:03:27")
    assert "…" in line.text
    assert one_line((("很长很长", ""), ("的一行", "")), 5).text == "很长…"
    assert row("甲", "strong", "key") == Row((("甲", "strong"),), "key")


@pytest.mark.parametrize("room", [-40, -1, 0, 1])
def test_wrapping_ends_where_there_is_no_room_at_all(room: int) -> None:
    text = "年报 abc：“文件”"
    assert "".join(wrap(text, room)) == text.replace(" ", "")


@pytest.mark.parametrize("word", ["0123-4567890", "xxgk@example.cn", "www.example.cn/a-b", "〔2021〕"])
def test_a_line_does_not_tear_a_number_an_address_or_a_bracket(word: str) -> None:
    text = f"如需了解有关情况请联系{word}或者来访"
    for room in range(26, 44):
        lines = wrap(text, room)
        assert "".join(lines) == text
        assert not any(line.endswith(("-", "@", "〔")) or line.startswith(("-", "@", "〕")) for line in lines)
