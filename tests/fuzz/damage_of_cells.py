"""Damage to single cells and to what stands in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tests.fuzz.damage_of_heads import add_column
from tests.fuzz.draft import MORE, Draft, damage
from tests.support.variations import Put

_SIGNS_OF_NOTHING: Final = ("/", "—", "－", "-", "0件", "０", "", "无", "\\", "零", "○")
_WRITTEN: Final[tuple[Callable[[str], str], ...]] = (
    lambda text: "".join(chr(ord(c) + 65248) for c in text),
    lambda text: f"{text}件",
    lambda text: f"{text} 件",
    lambda text: f"{text}%",
    lambda text: f"{text}.0",
    lambda text: f"0{text}",
    lambda text: f"+{text}",
    lambda text: f"-{text}",
    lambda text: f"({text})",
    lambda text: f"（{text}）",
    lambda text: f"{text}。",
    lambda text: f"约{text}",
    lambda text: f"共{text}件",
    lambda text: f"{text}人次",
    lambda text: f"{text}万",
    lambda text: f"{text},000",
    lambda text: f"1,{text}",
    lambda text: f"{text}余",
    lambda text: f"={text}",
    lambda text: f"{text}-{text}",
    lambda text: f"{text}+1",
    " ".join,
    lambda text: f"“{text}”",
    lambda text: f"{text}年",
    lambda text: f"2023:{text}",
    lambda text: f"{text}e1",
    lambda text: f"{text}|",
)
"""How a number may be written; the last of the digits given may be another number."""
_MARKS: Final = ("①", "②", "²", "³", "*", "[1]", "※", "¹⁰")

# --- cells --------------------------------------------------------------------------------------------


@damage
def cell_removed(d: Draft, s: str) -> None:
    row, i = d.value(s)
    d.may_be_zero(s, d.sheets[s][row][i].field)
    del d.sheets[s][row][i]


@damage
def cell_blank(d: Draft, s: str) -> None:
    row, i = d.value(s)
    d.may_be_zero(s, d.sheets[s][row][i].field)
    d.change(s, (row, i), text="")


@damage
def cell_added(d: Draft, s: str) -> None:
    row, i = d.value(s)
    d.sheets[s][row].insert(i, Put(d.chance.choice(("", "0", "1", "7"))))


@damage
def cell_doubled(d: Draft, s: str) -> None:
    row, i = d.value(s)
    d.sheets[s][row].insert(i, replace(d.sheets[s][row][i], field=""))


@damage
def cells_merged(d: Draft, s: str) -> None:
    row, i = d.value(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        one, other = cells[i], cells.pop(i + 1)
        joined = d.chance.choice(
            (one.text, other.text, f"{one.text}\n{other.text}", f"{one.text} {other.text}")
        )
        cells[i] = replace(one, text=joined, across=one.across + other.across)


@damage
def cells_merged_into_one_that_is_not_wider(d: Draft, s: str) -> None:
    row, i = d.value(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        other = cells.pop(i + 1)
        cells[i] = replace(
            cells[i], text=f"{cells[i].text}{d.chance.choice((' ', chr(10), '、', '/'))}{other.text}"
        )


@damage
def cells_merged_down(d: Draft, s: str) -> None:
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    last = put.field.rpartition(".")[2]
    below = d.sheets[s][row + 1] if row + 1 < len(d.sheets[s]) else []
    at = next(
        (k for k, other in enumerate(below) if other.field.rpartition(".")[2] == last and other.field), None
    )
    if at is not None:
        del below[at]
        d.change(s, (row, i), down=2)


@damage
def cell_span_wrong(d: Draft, s: str) -> None:
    d.change(s, d.value(s), across=2)


@damage
def cells_of_a_row_moved(d: Draft, s: str) -> None:
    row, _ = d.value(s)
    cells = d.sheets[s][row]
    first = next(i for i, put in enumerate(cells) if put.field)
    fields = [put.field for put in cells if put.field]
    if d.chance.random() < 0.5:
        cells.insert(first, Put(""))
        cells.pop()
    else:
        del cells[first]
        cells.append(Put(""))
    if s == "proactive":
        _as_printed(d, [put for put in d.sheets[s][row] if put.field or not put.text], fields)


def _as_printed(d: Draft, cells: list[Put], fields: list[str]) -> None:
    """Where no sum can tell, what is printed counts."""
    for field, put in zip(fields, cells, strict=True):
        d.truth[field].add(int(put.text or 0))


# --- what stands in a cell ----------------------------------------------------------------------------


@damage
def mark_of_a_note(d: Draft, s: str) -> None:
    d.text(s, lambda text: text + d.chance.choice(_MARKS))


@damage
def two_numbers(d: Draft, s: str) -> None:
    between = d.chance.choice((" ", "\t", "\n", "/", "、", "\u3000", "\xa0", "～", "→"))
    d.text(s, lambda text: f"{text}{between}{d.chance.choice(('350', '2', '000'))}")


@damage
def raised_digit(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"{text}⟦up⟧{d.chance.choice('123')}⟦/up⟧")


@damage
def struck_digit(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"⟦struck⟧{d.chance.choice('12359')}⟦/struck⟧{text}")


@damage
def hidden_digit(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"{text}⟦hidden⟧{d.chance.choice('12359')}⟦/hidden⟧")


@damage
def remark_in_brackets(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"{text}（其中线上1件）")


@damage
def letter_or_word(d: Draft, s: str) -> None:
    """「无」 and 「〇」 are printed for nothing."""
    row, i = d.value(s)
    field = d.sheets[s][row][i].field
    if field == "proactive.fees":
        return  # which may be 1.5
    text = d.chance.choice(("O", "l", "无", "若干", "〇", "见附件", "#REF!", "1.5", "½", "Ⅲ"))
    d.change(s, (row, i), text=text)
    if text in {"无", "〇"}:
        d.truth[field].add(0)


@damage
def number_written_otherwise(d: Draft, s: str) -> None:
    """1,012 for 012 is that number, and -12 is what is printed."""
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    made = d.chance.choice(_WRITTEN)(put.text)
    d.change(s, (row, i), text=made)
    plain = made.replace(",", "")
    if made == f"-{put.text}":
        d.truth[put.field].add(-int(put.text))
    if "," in made and len(made.split(",")[1]) == 3:
        d.truth[put.field] = {int(plain)}


@damage
def sign_for_nothing(d: Draft, s: str) -> None:
    zeros = [at for at in d.values(s) if d.sheets[s][at[0]][at[1]].text == "0"]
    sign = d.chance.choice(_SIGNS_OF_NOTHING)
    for at in zeros if d.chance.random() < 0.5 else zeros[:1]:
        d.change(s, at, text=sign)


@damage
def mark_before_the_number(d: Draft, s: str) -> None:
    d.text(
        s, lambda text: f"{d.chance.choice(('①', '*', '（1）', '注1：', '1.', '1、', '[2]', '※', '¹'))}{text}"
    )


@damage
def note_of_word(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"{text}⟦note⟧{d.chance.choice('123')}⟦/note⟧")


@damage
def deleted_digit(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"{text}⟦deleted⟧{d.chance.choice('12359')}⟦/deleted⟧")


@damage
def digit_changed_while_tracked(d: Draft, s: str) -> None:
    d.text(s, lambda text: f"⟦deleted⟧{d.chance.choice('12359')}⟦/deleted⟧⟦inserted⟧{text}⟦/inserted⟧")


@damage
def digit_hidden_by_its_style(d: Draft, s: str) -> None:
    style = d.chance.choice(("styled-struck", "styled-hidden", "styled-up"))
    d.text(s, lambda text: f"{text}⟦{style}⟧{d.chance.choice('12359')}⟦/{style}⟧")


@damage
def invisible_characters(d: Draft, s: str) -> None:
    d.text(s, lambda text: d.chance.choice(("\u202c", "\u200b", "\ufeff", "\u200e")).join((*text, "")))


@damage
def blank_cell_beside_added_column(d: Draft, s: str) -> None:
    cell_blank(d, s)
    add_column(d, s, d.chance.choice(MORE))


@damage
def cell_missing_beside_added_column(d: Draft, s: str) -> None:
    cell_removed(d, s)
    add_column(d, s, d.chance.choice(MORE))


@damage
def cell_merged_down_beside_added_column(d: Draft, s: str) -> None:
    cells_merged_down(d, s)
    add_column(d, s, d.chance.choice(MORE))


@damage
def cell_split(d: Draft, s: str) -> None:
    """Into two side by side, the other cells of the column being as wide as both."""
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    at = d.placed(s)[row][i][0]
    left, right = d.chance.choice(
        ((put.text, ""), ("", put.text), (put.text[:1], put.text[1:]), (put.text, "1"), ("1", put.text))
    )
    d.change(s, (row, i), text=left)
    if not left and not right:
        d.may_be_zero(s, put.field)
    d.insert_column(s, at + put.across, lambda number: Put(right) if number == row else None)


@damage
def cell_split_down(d: Draft, s: str) -> None:
    """Into two below one another, the other cells of the row being as high as both."""
    row, i = d.value(s)
    line = d.placed(s)
    column = line[row][i][0]
    for number, above in enumerate(line[:row]):
        d.sheets[s][number] = [
            replace(put, down=put.down + 1) if number + put.down > row else put for _, put in above
        ]
    cells = d.sheets[s][row]
    d.sheets[s][row] = [put if k == i else replace(put, down=put.down + 1) for k, put in enumerate(cells)]
    below = d.chance.choice(("", "0", cells[i].text, "3"))
    if d.chance.random() < 0.3 and not below:
        below = cells[i].text
        d.change(s, (row, i), text="")
    d.sheets[s].insert(row + 1, [Put(below, across=cells[i].across)])
    del column


@damage
def cells_merged_over_more(d: Draft, s: str) -> None:
    """Over three cells, or a whole row, or the zeros of a row as one blank."""
    row, i = d.value(s)
    cells = d.sheets[s][row]
    end = min(len(cells), d.chance.choice((i + 3, len(cells))))
    if d.chance.random() < 0.4:
        zeros = [k for k in range(i, len(cells)) if cells[k].text == "0"]
        end = next((k for k in range(i, len(cells)) if k not in zeros), len(cells))
    over = cells[i:end]
    if len(over) < 2 or not all(put.field for put in over):
        return
    text = d.chance.choice((over[0].text, over[-1].text, " ".join(put.text for put in over)))
    if all(put.text == "0" for put in over):
        text = d.chance.choice(("", "0", "/"))
    cells[i:end] = [replace(over[0], text=text, across=sum(put.across for put in over))]


@damage
def cell_merged_with_its_label(d: Draft, s: str) -> None:
    row, i = d.own_label(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        taken = cells.pop(i + 1)
        text = d.chance.choice(
            (cells[i].text, f"{cells[i].text} {taken.text}", f"{cells[i].text}\n{taken.text}")
        )
        d.change(s, (row, i), text=text, across=cells[i].across + taken.across)


@damage
def cells_merged_down_over_more(d: Draft, s: str) -> None:
    """Three or more of a column, with the number of one of them."""
    row, i = d.value(s)
    rows = d.sheets[s]
    name = rows[row][i].field.rpartition(".")[2]
    count, texts = 1, [rows[row][i].text]
    for below in rows[row + 1 : row + d.chance.choice((3, 4, 6))]:
        at = next(
            (k for k, put in enumerate(below) if put.field.rpartition(".")[2] == name and put.field), None
        )
        if at is None:
            break
        texts.append(below.pop(at).text)
        count += 1
    d.change(s, (row, i), text=d.chance.choice(texts), down=count)
