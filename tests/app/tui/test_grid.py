"""The grid without a session: layout, widths in cells, moves, and blocks laid over it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.tui.table import grid_paint as paint
from app.tui.table.grid_layout import GridLine, Spot, layout_of
from app.tui.table.grid_moves import Moves
from app.tui.table.pasted_block import NotPastedError, lay_over, read_block
from app.tui.text.cell_width import clip, left_aligned, right_aligned, width, wrap
from sections.form.disclosure_2021 import FORM
from sections.form.elements import Source
from tests.support.form import TABLES, source_of

SECTIONS = tuple(TABLES)


def kind(field: str) -> str:
    return {Source.TYPED: "typed", Source.COMPUTED: "computed", Source.CARRIED: "carried"}[source_of(field)]


EDITABLE = frozenset(f for s in SECTIONS for f in TABLES[s].paths if source_of(f) is Source.TYPED)


# --- measure -----------------------------------------------------------------------------------------------


def test_text_is_measured_in_cells() -> None:
    assert width("年报ab") == 6
    assert clip("政府信息公开", 8) == "政府信…"
    assert clip("公开", 4) == "公开"
    assert clip("公开", 0) == ""
    assert (left_aligned("公", 4), right_aligned("公", 4)) == ("公  ", "  公")


@given(st.text(alphabet="公开年报，。（）abc123 ", max_size=60), st.integers(6, 30))
@settings(max_examples=60)
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_comma_or_ends_with_an_open_bracket() -> None:
    assert wrap("今年公开信息，比去年多", 12) == ("今年公开信", "息，比去年多")
    assert wrap("公开情况（一）说明", 10) == ("公开情况", "（一）说明")


# --- layout ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_every_number_of_the_form_has_its_place(section: str) -> None:
    layout = layout_of(FORM, section)
    assert set(layout.spots) == set(TABLES[section].paths)
    assert all(layout.field_at(spot) == field for field, spot in layout.spots.items())


def test_groups_stand_over_their_rows_once() -> None:
    lines = layout_of(FORM, "requests").lines
    heads = [line.label for line in lines if not line.fields]
    assert heads == [
        "三、本年度办理结果",
        "（三）不予公开",
        "（四）无法提供",
        "（五）不予处理",
        "（六）其他处理",
    ]
    assert lines[0].level == 0
    assert next(line for line in lines if line.label.startswith("1.属于国家秘密")).level == 2


def test_the_balance_line_has_an_identity_for_every_column() -> None:
    assert sorted(layout_of(FORM, "requests").balances) == list(range(7))
    assert layout_of(FORM, "disputes").balances == {}


# --- paint -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("total", [40, 60, 80, 100, 120, 200])
def test_every_line_is_exactly_as_wide_as_the_screen(section: str, total: int) -> None:
    layout = layout_of(FORM, section)
    count = len(layout.columns)
    widths = paint.share(layout, total, [5] * count, cursor=count - 1)
    assert widths.last == count  # the cursor's column is in sight
    lines = [paint.head_line(layout, widths, n, ("三、本年度办理结果",)) for n in range(widths.head_lines)]
    lines.append(paint.balance_line(layout, widths, (paint.Sum("✓", "ok"),) * count))
    for line in layout.lines:
        if line.fields:
            cells = tuple(
                paint.Shown("12345", "number", i == count - 1) if f else None
                for i, f in enumerate(line.fields)
            )
            lines.append(paint.number_line(layout, widths, paint.Row(line, cells, "error", "去年结转")))
        else:
            lines.append(paint.group_line(line, widths))
    assert {sum(width(text) for text, _ in pieces) for pieces in lines} == {total}


def plain(pieces: paint.Pieces) -> str:
    return "".join(text for text, _ in pieces)


def test_heads_are_in_the_forms_words_where_there_is_room() -> None:
    disputes, requests = layout_of(FORM, "disputes"), layout_of(FORM, "requests")
    assert "结果维持" in plain(paint.head_line(disputes, paint.share(disputes, 80, [1] * 5), 0, ()))
    assert "社会公益" in plain(paint.head_line(requests, paint.share(requests, 120, [1] * 7), 0, ()))
    narrow = paint.share(requests, 80, [1] * 7)
    assert narrow.head_lines == 2
    assert plain(paint.head_line(requests, narrow, 0, ())).split()[:2] == ["自然", "商业"]


def test_the_cursor_is_to_be_seen_without_colour_and_the_terminals_own_stands_behind_the_digits() -> None:
    layout = layout_of(FORM, "disputes")
    widths = paint.share(layout, 80, [2] * 5)
    cells = (paint.Shown("12", "cursor", True), *(paint.Shown("3", "number"),) * 4)
    line = plain(paint.number_line(layout, widths, paint.Row(layout.lines[0], cells)))
    assert "[12]" in line
    assert width(line[: line.index("]")]) == paint.caret(widths, layout, Spot(0, 0))
    assert paint.column_at(widths, layout, width(line[: line.index("]")])) == 0


def test_a_mark_and_a_note_stand_beside_the_numbers() -> None:
    layout = layout_of(FORM, "requests")
    widths = paint.share(layout, 80, [1] * 7)
    row = paint.Row(layout.lines[1], (paint.Shown("0", "carried"),) * 7, "error", "去年结转")
    assert plain(paint.number_line(layout, widths, row)).startswith("✗ 二、上年结转")
    assert "去年结转 ▸" in plain(paint.number_line(layout, widths, row))


def test_a_number_too_long_for_its_column_keeps_its_end() -> None:
    layout = layout_of(FORM, "disputes")
    widths = paint.share(layout, 80, [30] * 5)
    cells = (paint.Shown("1" * 20 + "9", "editing", True), *(None,) * 4)
    line = GridLine("行政复议", fields=layout.lines[0].fields)
    assert "…" in plain(paint.number_line(layout, widths, paint.Row(line, cells)))
    assert "19]" in plain(paint.number_line(layout, widths, paint.Row(line, cells)))


# --- moves -------------------------------------------------------------------------------------------------


def walk(section: str, start: str, *ways: str) -> str:
    layout = layout_of(FORM, section)
    moves = Moves(layout, kind)
    spot = layout.spots[start]
    for way in ways:
        spot = moves.go(way, spot)
    return layout.field_at(spot)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("new.natural_person", "next", "new.enterprise"),
        ("new.other", "next", "granted.natural_person"),  # the total and the carried row are passed over
        ("granted.natural_person", "previous", "new.other"),
        ("new.other", "right", "new.other"),
        ("new.natural_person", "down", "carried_in.natural_person"),
        ("new.natural_person", "below", "granted.natural_person"),
        ("other_other.natural_person", "down", "carried_out.natural_person"),
        ("carried_out.natural_person", "below", "new.enterprise"),
        ("carried_out.other", "next", "carried_out.other"),
        ("granted.research", "first_in_row", "granted.natural_person"),
        ("granted.research", "last_in_row", "granted.other"),
        ("granted.research", "first", "new.natural_person"),
        ("granted.research", "last", "carried_out.other"),
        ("granted.research", "up", "carried_in.research"),
    ],
)
def test_moves_in_part_three(start: str, way: str, end: str) -> None:
    assert walk("requests", f"requests.{start}", way) == f"requests.{end}"


def test_down_from_a_wide_row_goes_to_the_only_cell_of_the_next() -> None:
    assert walk("proactive", "proactive.normative_documents.in_force", "down") == "proactive.licences"
    assert walk("proactive", "proactive.fees", "down") == "proactive.fees"


@given(
    st.sampled_from(SECTIONS),
    st.lists(st.sampled_from(["up", "down", "left", "right", "next", "previous", "below"])),
)
@settings(max_examples=60)
def test_one_never_stands_on_a_computed_cell(section: str, ways: list[str]) -> None:
    layout = layout_of(FORM, section)
    start = layout.field_at(Moves(layout, kind).first())
    assert source_of(walk(section, start, *ways)) is not Source.COMPUTED


def test_a_page_goes_several_rows() -> None:
    layout = layout_of(FORM, "requests")
    moves = Moves(layout, kind)
    start = layout.spots["requests.new.research"]
    assert moves.page(start, 10).line == 10
    assert moves.page(start, 99) == layout.spots["requests.carried_out.research"]
    assert moves.page(layout.spots["requests.carried_out.research"], -99) == start


# --- blocks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1\t2\n3\t4", (("1", "2"), ("3", "4"))),
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\t2\n\n3\t4\n\n", (("1", "2"), ("3", "4"))),  # tmux makes two line ends of \r\n
        ("１\t１，２３４\n\t-", (("1", "1,234"), ("", "0"))),
        ("1,234\t—\t/\t无", (("1,234", "0", "0", "0"),)),
        ("5\n6\n\n7", (("5",), ("6",), ("",), ("7",))),
        ("1 2 3\n4 5 6", (("1", "2", "3"), ("4", "5", "6"))),
        ("（一）予以公开\t1\t2\n（二）部分公开\t3\t4", (("1", "2"), ("3", "4"))),
        ("自然人\t商业企业\n1\t2", (("1", "2"),)),
        ("12件\t3", (("12件", "3"),)),
        # merged labels, as from the form in WPS: heads above, one to three labels before the numbers
        (
            "申请人情况\t\t\n自然人\t总计\n一、本年新收\t1\t1\n三、结果\t（一）公开\t2\t2\n\t（三）\t1.秘密\t\t0",
            (("1", "1"), ("2", "2"), ("", "0")),
        ),
        ('"商业\n企业"\t其他\n1\t2', (("1", "2"),)),
        ("1\t2\n3", (("1", "2"), ("3", ""))),
    ],
)
def test_blocks_from_office_programs(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(text) == block


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "没有数字"),
        ("合计\t说明", "没有数字"),
        ("1\t若干\n3\t4", "第1行第2列“若干”不是数字"),
        ("\r\n\r\n", "没有数字"),
    ],
)
def test_what_cannot_be_pasted_is_named(text: str, words: str) -> None:
    with pytest.raises(NotPastedError, match=words):
        read_block(text)


def over(section: str, start: str, text: str) -> object:
    layout = layout_of(FORM, section)
    return lay_over(read_block(text), layout, layout.spots[start], EDITABLE)


def test_a_block_goes_over_the_cells_from_here_and_passes_over_totals() -> None:
    overlay = over("requests", "requests.granted.legal_service", "1\t2\t3\n4\t5\t9")
    assert overlay.values == {
        "requests.granted.legal_service": "1",
        "requests.granted.other": "2",
        "requests.partial.legal_service": "4",
        "requests.partial.other": "5",
    }
    assert overlay.passed == {"requests.granted.total": "3", "requests.partial.total": "9"}


def test_the_whole_table_of_the_form_fits() -> None:
    overlay = over("requests", "requests.new.natural_person", "\n".join(["1\t" * 6 + "6"] * 25))
    assert len(overlay.values) == 23 * 6
    assert len(overlay.passed) == 25 + 6 + 6  # totals, （七）总计, 上年结转


def test_group_heads_are_no_rows_of_a_block() -> None:
    overlay = over("requests", "requests.partial.other", "1\n2")
    assert overlay.values == {"requests.partial.other": "1", "requests.denied_state_secret.other": "2"}


@pytest.mark.parametrize(
    ("start", "text", "words"),
    [
        ("requests.new.other", "1\t2\t3", "有3列，从这一格起只有2列"),
        ("requests.carried_out.natural_person", "1\n2", "有2行，从这一格起只有1行"),
        ("requests.carried_in.natural_person", "1\t2", "自动计算"),
        ("proactive.licences", "1\t2", "没有对应的格"),
    ],
)
def test_a_block_that_does_not_fit_changes_nothing(start: str, text: str, words: str) -> None:
    with pytest.raises(NotPastedError, match=words):
        over(start.partition(".")[0], start, text)


@given(
    st.lists(
        st.lists(st.one_of(st.just(""), st.integers(0, 10**6).map(str)), min_size=2, max_size=2),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=60)
def test_numbers_written_as_a_block_are_read_again(rows: list[list[str]]) -> None:
    if not any(cell for row in rows for cell in row):
        return
    text = "\r\n".join("\t".join(row) for row in rows) + "\r\n"
    assert read_block(text) == tuple(tuple(row) for row in rows)
