"""Damage by numbers of another year: blocks of columns, rows and tables of it, before or behind those of the
report's own year, with years over them, without, and with a further damage."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from sections.form.disclosure_2021 import FORM
from tests.fuzz.draft import DAMAGES, Draft, Rows
from tests.support.variations import Put

YEARS: Final = (
    ("2024年", "2025年"), ("上年数", "本年数"), ("去年", "今年"), ("2024", "2025"), ("上年度", "本年度"),
    ("二〇二四年", "二〇二五年"), ("2024年度", "2025年度"), ("上年", "2025年"), ("2023年", "2025年"),
    ("2024年数据", "2025年数据"), ("（2024年）", "（2025年）"),
)  # fmt: skip
"""How the other year and the report's own are printed."""
_CAPTIONS: Final = (
    "{}",
    "{}情况如下表：",
    "表一：{}收到和处理申请情况",
    "（{}）",
    "{}数据",
    "附：{}统计表",
)
FURTHER: Final = (
    "cell removed", "cell added", "cell blank", "cells merged", "cell split", "cells of a row moved",
    "cell span wrong", "label removed", "label span wrong", "row removed", "head removed", "head span wrong",
    "head renamed", "head reaches down", "wrong published sum", "head doubled", "label renamed",
    "all rows moved", "heads repeated inside", "row doubled", "two rows in one", "cells merged down",
    "column dropped", "sign for nothing", "line of text inside", "label broken over two rows",
)  # fmt: skip
OF_YEARS: Final[dict[str, Callable[[Draft, str], None]]] = {}


def _named(made: Callable[[Draft, str], None]) -> Callable[[Draft, str], None]:
    OF_YEARS[made.__name__.replace("_", " ")] = made
    return made


def _others(d: Draft, row: Iterable[Put]) -> Iterator[Put]:
    """The cells of a row with the numbers of another year, whose sums hold as well."""
    if not d.others:
        sparse = d.chance.random() < 0.3
        made = {
            path: 0 if sparse and d.chance.random() < 0.75 else d.chance.randrange(60) for path in FORM.paths
        }
        for one in FORM.derived:
            made[one.path] = sum(made[part] for part in one.parts)
        d.others |= {path: str(value) for path, value in made.items()}
    for put in row:
        yield replace(put, text=d.others[put.field], field="") if put.field else put


def _bands(d: Draft, s: str) -> Iterator[tuple[int, int]]:
    """The first row of heads and the end of each part of a table that has heads of its own."""
    rows = d.sheets[s]
    if s != "proactive":
        yield 0, len(rows)
        return
    starts = [r for r, row in enumerate(rows) if row[0].text == "信息内容"]
    ends = [*(start - 1 for start in starts[1:]), len(rows)]
    yield from zip(starts, ends, strict=True)


def _parted(d: Draft, s: str, rows: range, first: int) -> tuple[Rows, Rows]:
    """The cells of some rows before the columns of numbers, and those in them."""
    placed = d.placed(s)
    left = [[put for column, put in placed[r] if column < first] for r in rows]
    return left, [[put for column, put in placed[r] if column >= first] for r in rows]


def _side_by_side(d: Draft, s: str, names: tuple[str, str] | None, other_first: bool) -> None:
    """Every column of numbers twice, those of the other year in a block of their own."""
    first, width = min(d.columns(s)), max(d.columns(s)) + 1 - min(d.columns(s))
    for start, end in reversed(list(_bands(d, s))):
        left, right = _parted(d, s, range(start, end), first)
        blocks = [[list(_others(d, row)) for row in right], right]
        years = [Put(name, across=width) for name in names or ()]
        if not other_first:
            blocks.reverse()
            years.reverse()
        rows = [[*a, *b, *c] for a, b, c in zip(left, *blocks, strict=True)]
        if names:
            corner = [replace(put, down=put.down + 1) for put in left[0]]
            rows[0] = rows[0][len(corner) :]
            rows.insert(0, [*corner, *years])
        d.sheets[s][start:end] = rows
    _wider_bands(d, s, width)


def _wider_bands(d: Draft, s: str, by: int) -> None:
    if s == "proactive":
        for row in d.sheets[s]:
            if len(row) == 1:
                row[0] = replace(row[0], across=row[0].across + by)


@_named
def last_years_block_first(d: Draft, s: str) -> None:
    _side_by_side(d, s, d.chance.choice(YEARS), other_first=True)


@_named
def last_years_block_behind(d: Draft, s: str) -> None:
    _side_by_side(d, s, d.chance.choice(YEARS), other_first=False)


@_named
def two_blocks_without_years(d: Draft, s: str) -> None:
    _side_by_side(d, s, None, other_first=d.chance.random() < 0.5)


@_named
def last_years_block_first_and_a_damage(d: Draft, s: str) -> None:
    _side_by_side(d, s, d.chance.choice(YEARS), other_first=True)
    _further(d, s)


@_named
def last_years_block_behind_and_a_damage(d: Draft, s: str) -> None:
    _side_by_side(d, s, d.chance.choice(YEARS), other_first=False)
    _further(d, s)


def _further(d: Draft, s: str) -> None:
    kind = d.chance.choice(FURTHER)
    if s != "proactive" or "moved" not in kind:
        DAMAGES[kind](d, s)


@_named
def blocks_of_years_of_which_one_is_not_named(d: Draft, s: str) -> None:
    names = list(d.chance.choice(YEARS[:2]))
    names[0 if d.chance.random() < 0.3 else 1] = d.chance.choice(("", "数据", "备注"))
    _side_by_side(d, s, (names[0], names[1]), other_first=d.chance.random() < 0.5)


@_named
def years_over_blocks_of_wrong_width(d: Draft, s: str) -> None:
    _side_by_side(d, s, d.chance.choice(YEARS), other_first=d.chance.random() < 0.5)
    row, i = d.chance.choice(
        [(r, i) for r, row in enumerate(d.sheets[s]) for i, put in enumerate(row)
         if any(put.text in names for names in YEARS)]
    )  # fmt: skip
    put = d.sheets[s][row][i]
    d.change(s, (row, i), across=d.chance.choice((1, max(1, put.across - 1), put.across + 1)))


@_named
def years_under_every_head(d: Draft, s: str) -> None:
    """Beside each column that of the other year, the years in a row of their own below the heads."""
    names = d.chance.choice(YEARS)
    turned = d.chance.random() < 0.5
    first = min(d.columns(s))
    for start, end in reversed(list(_bands(d, s))):
        left, right = _parted(d, s, range(start, end), first)
        heads = next(r for r, row in enumerate(right) if any(put.field for put in row))
        rows: Rows = []
        for r, row in enumerate(right):
            pairs = zip(row, _others(d, row), strict=True)
            own = [
                both
                for put, other in pairs
                for both in (
                    ((other, put) if turned else (put, other))
                    if put.field
                    else (replace(put, across=2 * put.across),)
                )
            ]
            if r == heads:
                count = sum(put.across for put in row)
                wide = [1] * count if len(row) == count else [put.across for put in row]
                rows.append([
                    Put(name, across=across)
                    for across in wide
                    for name in (names if turned else reversed(names))
                ])  # fmt: skip
            rows.append([*left[r], *own])
        for above, row in enumerate(left[:heads]):
            for i, put in enumerate(row):
                if above + put.down == heads:
                    rows[above][i] = replace(put, down=put.down + 1)
        d.sheets[s][start:end] = rows
    _wider_bands(d, s, max(d.columns(s)) + 1 - first - (max(d.columns(s)) + 1 - first) // 2)


@_named
def rows_of_two_years(d: Draft, s: str) -> None:
    """A row of each year in part four, with the years before them; else one of another year above its own."""
    names = d.chance.choice(YEARS)
    if s != "disputes":
        r = d.chance.choice([r for r in d.data_rows(s) if all(put.down == 1 for put in d.sheets[s][r])])
        label = next(i for i, put in enumerate(d.sheets[s][r]) if put.field) - 1
        row = list(_others(d, d.sheets[s][r]))
        text = row[label].text
        row[label] = replace(row[label], text=d.chance.choice((f"{names[0]}{text}", f"{text}（{names[0]}）")))
        d.sheets[s].insert(r, row)
        return
    rows = d.sheets[s]
    first = d.data_rows(s)[0]
    rows[0].insert(0, Put(d.chance.choice(("年度", "年份", "")), down=first))
    both = [[Put(names[0]), *_others(d, rows[first])], [Put(names[1]), *rows[first]]]
    if d.chance.random() < 0.5:
        both.reverse()
    if d.chance.random() < 0.2:
        both = [row for row in both if row[0].text == names[1]]
    rows[first:] = both


@_named
def tables_of_two_years_with_captions(d: Draft, s: str) -> None:
    form = d.chance.choice(
        ("{}", "{}情况如下表：", "表一：{}收到和处理申请情况", "（{}）", "{}数据", "附：{}统计表")
    )
    names = d.chance.choice([pair for pair in YEARS if "数" not in pair[0] and "（" not in pair[0]][:6])
    other_first = d.chance.random() < 0.5
    names = names if other_first else names[::-1]
    keys = (f"{s} before", s) if other_first else (s, f"{s} again")
    d.sheets[keys[0] if other_first else keys[1]] = [list(_others(d, row)) for row in d.sheets[s]]
    inside = d.chance.random() < 0.3
    for key, name in zip(keys, names, strict=True):
        text = form.format(name)
        if inside:
            width = max(column + put.across for line in d.placed(s) for column, put in line)
            d.sheets[key].insert(0, [Put(text, across=width)])
        else:
            d.captions[key] = text


@_named
def table_of_another_year_only(d: Draft, s: str) -> None:
    """The table of the report's own year is not there."""
    d.sheets[s] = [list(_others(d, row)) for row in d.sheets[s]]
    d.captions[s] = d.chance.choice(("2024年", "上年度情况", "2024年情况如下表："))


@_named
def three_years(d: Draft, s: str) -> None:
    first, width = min(d.columns(s)), max(d.columns(s)) + 1 - min(d.columns(s))
    names = ["2023年", "2024年", "2025年"]
    for start, end in reversed(list(_bands(d, s))):
        left, right = _parted(d, s, range(start, end), first)
        other = [list(_others(d, row)) for row in right]
        oldest = [[replace(put, field="") for put in row] for row in other]
        rows = [[*a, *b, *c, *e] for a, b, c, e in zip(left, oldest, other, right, strict=True)]
        corner = [replace(put, down=put.down + 1) for put in left[0]]
        rows[0] = rows[0][len(corner) :]
        rows.insert(0, [*corner, *(Put(name, across=width) for name in names)])
        d.sheets[s][start:end] = rows
    _wider_bands(d, s, 2 * width)
