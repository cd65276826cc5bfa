"""The three tables in other layouts than the form's, as published reports print them: every number is written
beside or under words that say which it is."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sections.form.disclosure_2021 import DISPUTES, FORM, PROACTIVE, REQUESTS
from sections.form.model import Table
from tests.support import made
from tests.support import variations as v
from tests.support.variations import Parts, Put, Sheet

Layout = Callable[[made.Numbers], Sequence[str | Sheet]]
"""What stands in the place of the table, for these numbers."""
OUTCOMES = tuple(column.label for column in DISPUTES.columns)
COURTS = tuple(row.label for row in DISPUTES.rows)


def laid_out(texts: made.Numbers, section: str, layout: Layout) -> Parts:
    """The report with one table in another layout."""
    return v.on_sheets(lambda _: layout(texts), section)(v.report(texts))


def _sheet(rows: Iterable[Sequence[Put | str]], section: str) -> Sheet:
    made_of = tuple(tuple(Put(put) if isinstance(put, str) else put for put in row) for row in rows)
    sheet = Sheet(made_of, 0, section)
    widest = max(column + put.across for line in v.placed(sheet) for column, put in line)
    return replace(sheet, cols=widest)


def _numbers(texts: made.Numbers, table: Table, name: str) -> list[Put]:
    return [Put(texts[path], field=path) for path in table.row_paths(name)]


def turned(sheet: Sheet) -> Sheet:
    """Its rows as columns."""
    cells: dict[tuple[int, int], Put] = {}
    for number, line in enumerate(v.placed(sheet)):
        for column, put in line:
            cells[column, number] = replace(put, across=put.down, down=put.across)
    rows = (tuple(cells[at] for at in sorted(cells) if at[0] == row) for row in range(sheet.cols))
    return Sheet(tuple(rows), len(sheet.rows), sheet.section)


# --- part four ------------------------------------------------------------------------------------------


def _courts(texts: made.Numbers) -> list[list[Put]]:
    return [_numbers(texts, DISPUTES, row.name) for row in DISPUTES.rows]


def row_a_court(texts: made.Numbers) -> list[Sheet]:
    rows = [["", *OUTCOMES], *([label, *own] for label, own in zip(COURTS, _courts(texts), strict=True))]
    return [_sheet(rows, "disputes")]


def grouped_row_a_court(texts: made.Numbers) -> list[Sheet]:
    first, second, third = _courts(texts)
    rows: list[Sequence[Put | str]] = [
        [Put("类型", across=2), *OUTCOMES],
        [Put(COURTS[0], across=2), *first],
        [Put("行政诉讼", down=2), COURTS[1], *second],
        [COURTS[2], *third],
    ]
    return [_sheet(rows, "disputes")]


def named_row_a_court(texts: made.Numbers) -> list[Sheet]:
    labels = (COURTS[0], f"行政诉讼（{COURTS[1]}）", f"行政诉讼（{COURTS[2]}）")
    rows = [["", *OUTCOMES], *([label, *own] for label, own in zip(labels, _courts(texts), strict=True))]
    return [_sheet(rows, "disputes")]


def column_a_court(texts: made.Numbers) -> list[Sheet]:
    return [turned(sheet) for sheet in row_a_court(texts)]


def grouped_column_a_court(texts: made.Numbers) -> list[Sheet]:
    return [turned(sheet) for sheet in grouped_row_a_court(texts)]


def list_under_captions(texts: made.Numbers) -> list[Sheet]:
    rows: list[Sequence[Put | str]] = []
    for label, own in zip(COURTS, _courts(texts), strict=True):
        rows += [
            [Put(label, across=2)],
            *([outcome, put] for outcome, put in zip(OUTCOMES, own, strict=True)),
        ]
    return [_sheet(rows, "disputes")]


def list_under_grouped_captions(texts: made.Numbers) -> list[Sheet]:
    rows: list[Sequence[Put | str]] = []
    for label, own in zip(COURTS, _courts(texts), strict=True):
        rows += [[Put("行政诉讼", across=2)]] if label == COURTS[1] else []
        rows += [
            [Put(label, across=2)],
            *([outcome, put] for outcome, put in zip(OUTCOMES, own, strict=True)),
        ]
    return [_sheet(rows, "disputes")]


def list_beside_courts(texts: made.Numbers) -> list[Sheet]:
    rows: list[Sequence[Put | str]] = []
    for number, own in enumerate(_courts(texts)):
        for at, (outcome, put) in enumerate(zip(OUTCOMES, own, strict=True)):
            group = [Put("行政复议", across=2, down=5), Put("行政诉讼", down=10), None][number]
            led = (
                []
                if at
                else [*([group] if group else []), *([Put(COURTS[number], down=5)] if number else [])]
            )
            rows.append([*led, outcome, put])
    return [_sheet(rows, "disputes")]


def lines_under_captions(texts: made.Numbers) -> list[str]:
    lines: list[str] = []
    for label, own in zip(COURTS, _courts(texts), strict=True):
        lines += ["行政诉讼"] if label == COURTS[1] else []
        lines += [label, *(f"{outcome}：{put.text}" for outcome, put in zip(OUTCOMES, own, strict=True))]
    return lines


def lists_in_cells(texts: made.Numbers) -> list[Sheet]:
    told = [
        Put("\n".join(f"{outcome}：{put.text}" for outcome, put in zip(OUTCOMES, own, strict=True)))
        for own in _courts(texts)
    ]
    return [_sheet([COURTS, told], "disputes")]


def lists_in_cells_beside(texts: made.Numbers) -> list[Sheet]:
    return [turned(sheet) for sheet in lists_in_cells(texts)]


def grouped_lists_in_cells(texts: made.Numbers) -> list[Sheet]:
    told = lists_in_cells(texts)[0].rows[1]
    rows: list[Sequence[Put | str]] = [
        [Put(COURTS[0], down=2), Put("行政诉讼", across=2)],
        [COURTS[1], COURTS[2]],
        told,
    ]
    return [_sheet(rows, "disputes")]


def two_tables(texts: made.Numbers) -> list[Sheet]:
    first, second, third = _courts(texts)
    one: list[Sequence[Put | str]] = [[Put(COURTS[0], across=5)], OUTCOMES, first]
    other: list[Sequence[Put | str]] = [
        [Put("行政诉讼", across=10)],
        [Put(COURTS[1], across=5), Put(COURTS[2], across=5)],
        [*OUTCOMES, *OUTCOMES],
        [*second, *third],
    ]
    return [_sheet(one, "disputes"), _sheet(other, "disputes")]


def two_captioned_tables(texts: made.Numbers) -> list[str | Sheet]:
    first, second, third = _courts(texts)
    other = [["", *OUTCOMES], [COURTS[1], *second], [COURTS[2], *third]]
    return [
        "（一）行政复议",
        _sheet([OUTCOMES, first], "disputes"),
        "（二）行政诉讼",
        _sheet(other, "disputes"),
    ]


# --- part two -------------------------------------------------------------------------------------------


def one_wide_row(texts: made.Numbers) -> list[Sheet]:
    over: list[Put] = []
    heads: list[Put | str] = []
    for block in PROACTIVE.blocks:
        for row in block.rows:
            over.append(Put(row.label, across=len(block.columns)))
            heads += [column.label for column in block.columns]
    numbers = [Put(texts[path], field=path) for path in PROACTIVE.paths]
    return [_sheet([over, heads, numbers], "proactive")]


def wide_row_of_joined_heads(texts: made.Numbers) -> list[Sheet]:
    places = PROACTIVE.places.values()
    heads = [f"{place.row.label}{place.column.label}" for place in places]
    return [_sheet([heads, [Put(texts[path], field=path) for path in PROACTIVE.paths]], "proactive")]


def list_of_rows_and_columns(texts: made.Numbers) -> list[Sheet]:
    return [turned(sheet) for sheet in one_wide_row(texts)]


def proactive_turned(texts: made.Numbers) -> list[Sheet]:
    return [turned(v.sheet(PROACTIVE, texts))]


def proactive_block_by_block_turned(texts: made.Numbers) -> list[Sheet]:
    """A table a block, the rows of each as columns."""
    found: list[Sheet] = []
    for block in PROACTIVE.blocks:
        rows = [["信息内容", *(column.label for column in block.columns)]]
        rows += [[row.label, *_numbers(texts, PROACTIVE, row.name)] for row in block.rows]
        found.append(turned(_sheet(rows, "proactive")))
    return found


# --- part three -----------------------------------------------------------------------------------------


def requests_turned(texts: made.Numbers) -> list[Sheet]:
    return [turned(v.sheet(REQUESTS, texts))]


def requests_turned_without_groups(texts: made.Numbers) -> list[Sheet]:
    rows = [["", *(column.label for column in REQUESTS.columns)]]
    rows += [[row.label, *_numbers(texts, REQUESTS, row.name)] for row in REQUESTS.rows]
    return [turned(_sheet(rows, "requests"))]


def rows_grown_together(*labels: tuple[str, str]) -> Layout:
    """The rows from one label to another grown together into one, a line of each cell for every row."""

    def layout(texts: made.Numbers) -> list[Sheet]:
        sheet = v.sheet(REQUESTS, texts)
        rows = list(sheet.rows)
        for first, last in labels:
            start, end = (_row_of(rows, words) for words in (first, last))
            rows = _grown_together(rows, start, end)
        return [replace(sheet, rows=tuple(rows))]

    return layout


def _row_of(rows: Sequence[Sequence[Put]], words: str) -> int:
    return next(i for i, row in enumerate(rows) if any(words in put.text for put in row))


def _grown_together(rows: list[tuple[Put, ...]], start: int, end: int) -> list[tuple[Put, ...]]:
    """Where all cells of the rows but the first one's label of the group are of one row."""
    count = min(len(row) for row in rows[start : end + 1])
    own = [row[len(row) - count :] for row in rows[start : end + 1]]
    lines = [replace(puts[0], text="\n".join(put.text for put in puts)) for puts in zip(*own, strict=True)]
    gone = end - start
    before = [
        tuple(replace(p, down=p.down - gone) if i + p.down > end else p for p in row)
        for i, row in enumerate(rows[:start])
    ]
    led = [replace(p, down=p.down - gone) for p in rows[start][: len(rows[start]) - count]]
    return [*before, (*led, *lines), *rows[end + 1 :]]


# --- labels and numbers written otherwise ---------------------------------------------------------------

_SLIPS = {
    "（一）予以公开": "（一）于以公开",
    "1.属于国家秘密": "1.属国家秘密",
    "2.重复申请": "重复审请",
    "行政处罚": "行政处法",
    "行政规范性文件": "行政规性范文件",
}


def slips(section: str) -> Layout:
    """A character of some labels is wrong, missing or too many."""

    def layout(texts: made.Numbers) -> list[Sheet]:
        sheet = v.sheet(FORM.tables[section], texts)
        rows = tuple(
            tuple(replace(put, text=_SLIPS.get(put.text, put.text)) for put in row) for row in sheet.rows
        )
        return [replace(sheet, rows=rows)]

    return layout


def in_numerals(section: str) -> Layout:
    """The numbers in Chinese characters."""

    def layout(texts: made.Numbers) -> list[Sheet]:
        written = {path: _numeral(int(text)) for path, text in texts.items()}
        return [v.sheet(FORM.tables[section], {**texts, **written})]

    return layout


def _numeral(number: int) -> str:
    if number >= 10_000:
        return str(number)
    text = "".join(
        f"{'零一二三四五六七八九'[int(digit)]}{unit if digit != '0' else ''}"
        for digit, unit in zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    )
    plain = re.sub("零+", "零", text).strip("零") or "零"
    return plain.removeprefix("一") if plain.startswith("一十") else plain


# --- all of them ----------------------------------------------------------------------------------------

LAYOUTS: dict[str, tuple[str, Layout]] = {
    "part four: a row a court": ("disputes", row_a_court),
    "part four: a row a court, grouped": ("disputes", grouped_row_a_court),
    "part four: a row a court, named": ("disputes", named_row_a_court),
    "part four: a column a court": ("disputes", column_a_court),
    "part four: a column a court, grouped": ("disputes", grouped_column_a_court),
    "part four: a list under captions": ("disputes", list_under_captions),
    "part four: a list under captions, grouped": ("disputes", list_under_grouped_captions),
    "part four: a list beside the courts": ("disputes", list_beside_courts),
    "part four: lines under captions": ("disputes", lines_under_captions),
    "part four: lists in cells": ("disputes", lists_in_cells),
    "part four: lists in cells beside": ("disputes", lists_in_cells_beside),
    "part four: lists in cells, grouped": ("disputes", grouped_lists_in_cells),
    "part four: two tables": ("disputes", two_tables),
    "part four: two captioned tables": ("disputes", two_captioned_tables),
    "part two: one wide row": ("proactive", one_wide_row),
    "part two: one wide row of joined heads": ("proactive", wide_row_of_joined_heads),
    "part two: a list": ("proactive", list_of_rows_and_columns),
    "part two: turned": ("proactive", proactive_turned),
    "part two: each block turned": ("proactive", proactive_block_by_block_turned),
    "part three: turned": ("requests", requests_turned),
    "part three: turned, without groups": ("requests", requests_turned_without_groups),
    "part three: two rows grown together": (
        "requests",
        rows_grown_together(("2.其他法律行政法规", "3.危及")),
    ),
    "part three: groups grown together": (
        "requests",
        rows_grown_together(("1.属于国家秘密", "8.属于行政查询"), ("1.信访举报", "5.要求行政机关")),
    ),
    "part three: slips in labels": ("requests", slips("requests")),
    "part two: slips in labels": ("proactive", slips("proactive")),
    "part three: in numerals": ("requests", in_numerals("requests")),
    "part four: in numerals": ("disputes", in_numerals("disputes")),
}
assert set(FORM.tables) == {section for section, _ in LAYOUTS.values()}
