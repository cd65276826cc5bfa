"""Damage to rows and to whole tables."""

from dataclasses import replace

from tests.fuzz.draft import STRANGE, Draft, damage, other_numbers
from tests.support.variations import Put


@damage
def row_removed(d: Draft, s: str) -> None:
    del d.sheets[s][d.chance.choice(d.data_rows(s))]


@damage
def last_years_row_below(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    cells = list(other_numbers(d.sheets[s][row]))
    if cells and not d.sheets[s][row][0].field and d.chance.random() < 0.5:
        cells[0] = replace(cells[0], text=f"上年{cells[0].text}")
    d.sheets[s].insert(row + 1, [replace(put, down=1) for put in cells])


@damage
def rows_exchanged(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    if row + 1 < len(d.sheets[s]) and all(
        put.down == 1 for put in (*d.sheets[s][row], *d.sheets[s][row + 1])
    ):
        d.sheets[s][row], d.sheets[s][row + 1] = d.sheets[s][row + 1], d.sheets[s][row]


@damage
def wrong_published_sum(d: Draft, s: str) -> None:
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    d.truth[put.field] = {int(put.text) + 1}
    d.change(s, (row, i), text=str(int(put.text) + 1))


@damage
def table_twice_with_other_numbers(d: Draft, s: str) -> None:
    d.sheets[f"{s} again"] = [list(other_numbers(row)) for row in d.sheets[s]]


@damage
def table_torn(d: Draft, s: str) -> None:
    rows = d.sheets[s]
    free = d.free_rows(s)
    if free:
        at = d.chance.choice(free)
        d.sheets[f"{s} again"] = rows[at:]
        del rows[at:]


@damage
def last_years_row_above(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    cells = [replace(put, down=1) for put in other_numbers(d.sheets[s][row])]
    if cells and not d.sheets[s][row][0].field and d.chance.random() < 0.5:
        cells[0] = replace(cells[0], text=f"{d.chance.choice(('上年', '2023年'))}{cells[0].text}")
    d.sheets[s].insert(row, cells)


@damage
def row_added(d: Draft, s: str) -> None:
    """A row of another form, a sum, or one without a name."""
    row = d.chance.choice(d.data_rows(s))
    cells = [replace(put, down=1) for put in other_numbers(d.sheets[s][row])]
    labels = [i for i, put in enumerate(d.sheets[s][row]) if not put.field]
    if labels:
        text = d.chance.choice(
            (*STRANGE, "其他", "小计", "3.其他", "（六）其他处理", "总计", "其中：线上", "地方性法规")
        )
        cells[labels[-1]] = replace(cells[labels[-1]], text=text)
    d.sheets[s].insert(row + d.chance.choice((0, 1)), cells)


@damage
def row_doubled(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    cells = [replace(put, down=1, field="") for put in d.sheets[s][row]]
    d.sheets[s].insert(row + 1, cells)


@damage
def two_rows_in_one(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    rows = d.sheets[s]
    if row + 1 < len(rows) and len(rows[row]) == len(rows[row + 1]):
        below = rows.pop(row + 1)
        rows[row] = [
            replace(put, text=f"{put.text}\n{other.text}")
            for put, other in zip(rows[row], below, strict=True)
        ]


@damage
def all_rows_moved(d: Draft, s: str) -> None:
    """One column to the right, from some row on; where no sum can tell, what is printed counts."""
    begin = d.chance.choice(d.data_rows(s))
    for r in [r for r in d.data_rows(s) if r >= begin]:
        cells = d.sheets[s][r]
        first = next(i for i, put in enumerate(cells) if put.field)
        texts = ["", *(put.text for put in cells[first:])][:-1]
        for place, text in enumerate(texts, start=first):
            if s == "proactive":
                d.truth[cells[place].field].add(int(text or 0))
            d.change(s, (r, place), text=text)


@damage
def line_of_text_inside(d: Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    text = d.chance.choice(
        ("注：以上数据截至年底。", "单位：件", "本年共3件", "2023年 5件", "（续表）", "合计 7")
    )
    d.sheets[s].insert(row, [Put(text, across=sum(put.across for put in d.sheets[s][0]))])


@damage
def table_of_last_year_before(d: Draft, s: str) -> None:
    d.sheets[f"{s} before"] = [list(other_numbers(row)) for row in d.sheets[s]]


@damage
def table_twice_alike(d: Draft, s: str) -> None:
    d.sheets[f"{s} again"] = [[replace(put, field="") for put in row] for row in d.sheets[s]]


@damage
def rows_of_last_year_below_the_table(d: Draft, s: str) -> None:
    """The rows with numbers once more, without heads, in the same table or one of its own."""
    rows = [[replace(put, down=1) for put in other_numbers(d.sheets[s][r])] for r in d.data_rows(s)]
    if d.chance.random() < 0.5:
        d.sheets[s] += rows
    else:
        d.sheets[f"{s} again"] = rows


@damage
def nothing(d: Draft, s: str) -> None:
    """The whole file, for comparison."""
