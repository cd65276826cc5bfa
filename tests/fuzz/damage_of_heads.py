"""Damage to the heads, the labels and the columns of a table."""

from dataclasses import replace

from tests.fuzz.draft import MORE, STRANGE, Draft, damage
from tests.support.variations import Put

_OVER_FIVE = (
    "法人和非法人组织",
    "法人",
    "单位",
    "组织",
    "",
    "其他组织",
    "其他",
    "总计",
    "自然人",
    "申请人情况",
)

# --- heads and labels ---------------------------------------------------------------------------------


@damage
def head_renamed(d: Draft, s: str) -> None:
    d.change(s, d.head(s), text=d.chance.choice(STRANGE))


@damage
def head_removed(d: Draft, s: str) -> None:
    row, i = d.head(s)
    del d.sheets[s][row][i]


@damage
def head_doubled(d: Draft, s: str) -> None:
    row, i = d.head(s)
    d.sheets[s][row].insert(i, d.sheets[s][row][i])


@damage
def head_span_wrong(d: Draft, s: str) -> None:
    row, i = d.head(s)
    old = d.sheets[s][row][i].across
    d.change(s, (row, i), across=max(1, old + d.chance.choice((-1, 1, 2))))


@damage
def head_reaches_down(d: Draft, s: str) -> None:
    row, i = d.head(s)
    d.change(s, (row, i), down=max(1, d.sheets[s][row][i].down + d.chance.choice((-1, 1))))


@damage
def head_row_removed(d: Draft, s: str) -> None:
    row, _ = d.head(s)
    del d.sheets[s][row]


@damage
def two_columns_exchanged_with_their_heads(d: Draft, s: str) -> None:
    """The first and the last column of part three, the last two of the others."""
    rows = d.sheets[s]
    first = d.data_rows(s)[0]
    for number, row in enumerate(rows):
        at = [i for i, put in enumerate(row) if put.field]
        if number < first:
            at = {"requests": [], "disputes": list(range(len(row))) if number == first - 1 else []}.get(s, [])
            if s == "requests" and len(row) == 3:
                at = [0, 2]
            if s == "proactive" and number == first - 1:
                at = list(range(1, len(row)))
        if s == "proactive" and number > first + 1:
            break
        if len(at) > 1:
            first_at, last_at = (at[0], at[-1]) if s == "requests" else (at[-2], at[-1])
            row[first_at], row[last_at] = row[last_at], row[first_at]


@damage
def label_renamed(d: Draft, s: str) -> None:
    d.change(s, d.label(s), text=d.chance.choice((*STRANGE, "1.", "（一）", "其中")))


@damage
def label_span_wrong(d: Draft, s: str) -> None:
    row, i = d.label(s)
    put = d.sheets[s][row][i]
    if d.chance.random() < 0.5:
        d.change(s, (row, i), across=max(1, put.across + d.chance.choice((-1, 1))))
    else:
        d.change(s, (row, i), down=max(1, put.down + d.chance.choice((-1, 1))))


@damage
def label_removed(d: Draft, s: str) -> None:
    row, i = d.label(s)
    if not d.sheets[s][row][i].field:
        del d.sheets[s][row][i]


@damage
def head_over_five_columns_renamed(d: Draft, s: str) -> None:
    rows = d.sheets["requests"]
    at = next((r, i) for r, row in enumerate(rows) for i, put in enumerate(row) if put.across == 5)
    d.change("requests", at, text=d.chance.choice(_OVER_FIVE))


@damage
def two_heads_exchanged(d: Draft, s: str) -> None:
    """Of two columns beside one another; what is printed may count."""
    first = d.data_rows(s)[0]
    row = d.sheets[s][first - 1]
    begins = {column: i for i, (column, put) in enumerate(d.placed(s)[first - 1]) if put.across == 1}
    pairs = [at for at in d.columns(s) if at in begins and at + 1 in begins]
    at = d.chance.choice(pairs)
    i = begins[at]
    row[i], row[i + 1] = row[i + 1], row[i]
    for line in d.placed(s):
        fields = {column: put.field for column, put in line if put.field}
        one, other = fields.get(at), fields.get(at + 1)
        if one and other:
            both = d.truth[one] | d.truth[other]
            d.truth[one], d.truth[other] = both, set(both)


@damage
def heads_repeated_inside(d: Draft, s: str) -> None:
    if free := d.free_rows(s):
        at = d.chance.choice(free)
        heads = [list(row) for row in d.sheets[s][: d.data_rows(s)[0]]]
        d.sheets[s][at:at] = heads if d.chance.random() < 0.6 else heads[-1:]


@damage
def label_broken_over_two_rows(d: Draft, s: str) -> None:
    """The rest of the label stands in a row of its own, as a page break leaves it."""
    row, i = d.own_label(s)
    text = d.sheets[s][row][i].text
    if len(text) > 2 and all(put.down == 1 for put in d.sheets[s][row]):
        at = d.chance.randrange(1, len(text))
        rest = [replace(put, text="", field="") for put in d.sheets[s][row]]
        rest[i] = replace(rest[i], text=text[at:])
        d.change(s, (row, i), text=text[:at])
        d.sheets[s].insert(row + 1, rest)


@damage
def label_above_its_numbers(d: Draft, s: str) -> None:
    row, i = d.own_label(s)
    if all(put.down == 1 for put in d.sheets[s][row]):
        above = [replace(put, text="" if put.field else put.text, field="") for put in d.sheets[s][row]]
        d.change(s, (row, i), text="")
        d.sheets[s].insert(row, above)


@damage
def number_in_the_cell_of_the_label(d: Draft, s: str) -> None:
    row, i = d.own_label(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        between = d.chance.choice((" ", "", "：", "\n"))
        d.change(s, (row, i), text=f"{cells[i].text}{between}{cells[i + 1].text}")
        d.change(s, (row, i + 1), text="")


# --- columns ------------------------------------------------------------------------------------------


def add_column(d: Draft, s: str, head: str | None, left: bool = False) -> None:
    rows = d.sheets[s]
    first = d.data_rows(s)[0]
    if head is not None:
        at = 0 if left else len(rows[0])
        rows[0].insert(at, Put(head, down=1 if s == "proactive" else first))
        if s == "proactive":
            for lower in rows[1:first]:
                lower.insert(0 if left else len(lower), Put(""))
    for row in d.data_rows(s) if s != "proactive" else range(first, len(rows)):
        rows[row].insert(0 if left else len(rows[row]), Put(str(d.chance.choice((0, 0, 1, 2, 88)))))


@damage
def column_added_on_the_right(d: Draft, s: str) -> None:
    add_column(d, s, d.chance.choice(MORE))


@damage
def column_added_without_head(d: Draft, s: str) -> None:
    add_column(d, s, None)


@damage
def column_added_on_the_left(d: Draft, s: str) -> None:
    add_column(d, s, d.chance.choice(MORE), left=True)


@damage
def column_added_anywhere_without_head(d: Draft, s: str) -> None:
    at = d.chance.randrange(1, 8)
    for row in d.data_rows(s):
        d.sheets[s][row].insert(max(1, len(d.sheets[s][row]) - at), Put(str(d.chance.choice((0, 0, 1, 5)))))


@damage
def column_dropped(d: Draft, s: str) -> None:
    at = d.chance.randrange(1, 6)
    for row in d.data_rows(s):
        fields = [i for i, put in enumerate(d.sheets[s][row]) if put.field]
        if at <= len(fields):
            del d.sheets[s][row][fields[-at]]


@damage
def column_added_anywhere(d: Draft, s: str) -> None:
    _add_inside(d, s, d.chance.choice(d.columns(s)), d.chance.choice((*MORE, *STRANGE)))


@damage
def two_columns_added(d: Draft, s: str) -> None:
    for _ in range(2):
        _add_inside(d, s, d.chance.choice(d.columns(s)) + d.chance.choice((0, 1)), d.chance.choice(MORE))


def _add_inside(d: Draft, s: str, at: int, head: str) -> None:
    first = d.data_rows(s)[0]
    blank = d.chance.random() < 0.2

    def made(row: int) -> Put:
        if row < first:
            return Put(head if row == first - 1 else "")
        return Put("" if blank else str(d.chance.choice((0, 0, 1, 2, 88))))

    d.insert_column(s, at, made)


@damage
def last_year_beside_a_column(d: Draft, s: str) -> None:
    """With a head of its own, under the head of this year's, or with 本年 and 上年 below that."""
    at = d.chance.choice(d.columns(s))
    mode = d.chance.choice(("own head", "one head"))
    old = {
        r: str(int(put.text) + d.chance.choice((0, 1, 5)))
        for r, line in enumerate(d.placed(s)) for column, put in line if column == at and put.field
    }  # fmt: skip
    first = d.data_rows(s)[0]

    def made(row: int) -> Put | None:
        if row in old:
            return Put(old[row])
        return Put("上年") if row == first - 1 and mode == "own head" else None

    d.insert_column(s, at + 1, made)


@damage
def column_dropped_with_its_head(d: Draft, s: str) -> None:
    at = d.chance.choice(d.columns(s))
    for number, line in enumerate(d.placed(s)):
        row: list[Put] = []
        for column, put in line:
            if column <= at < column + put.across:
                if put.across > 1:
                    row.append(replace(put, across=put.across - 1))
            else:
                row.append(put)
        d.sheets[s][number] = row


@damage
def columns_in_another_order(d: Draft, s: str) -> None:
    """Blocks of columns, each with its heads."""
    blocks = {
        "requests": [[3], [4, 5, 6, 7, 8], [9]],
        "disputes": [list(range(5)), list(range(5, 15))],
        "proactive": [[1], [2], [3]],
    }[s]
    d.chance.shuffle(blocks)
    order = {column: place for place, column in enumerate(column for block in blocks for column in block)}
    for number, line in enumerate(d.placed(s)):
        if s == "proactive" and number > 3:
            break
        turned = sorted(line, key=lambda pair: order.get(pair[0], -1))
        d.sheets[s][number] = [put for _, put in turned]
