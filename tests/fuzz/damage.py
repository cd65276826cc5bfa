"""Reports whose tables are damaged in a known way: every cell must hold what was written, or be null and listed.

A seed makes one damaged report for ever: its numbers, the damage, the table, and the format of the file."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sections.form.disclosure_2021 import FORM
from tests.support import variations, writers
from tests.support.variations import Parts, Put, Sheet

Rows = list[list[Put]]
_STRANGE = ("", "企业", "单位", "组织", "法人", "法人和非法人组织", "合计", "个人", "数量", "备注", "上年数", "维持", "类别")
_MORE = ("上年数", "同比", "备注", "序号", "上年同期", "")
_MARKS = ("①", "②", "²", "³", "*", "[1]", "※", "¹⁰")


@dataclass(frozen=True)
class Damaged:
    """A damaged report: ``truth`` is what each cell may hold besides None, ``kind`` the damage."""

    kind: str
    format: str
    data: bytes
    truth: dict[str, frozenset[int]]


@dataclass
class _Draft:
    chance: random.Random
    sheets: dict[str, Rows]
    truth: dict[str, set[int]]

    def value(self, section: str) -> tuple[int, int]:
        """A row and the place in it of a cell with a number."""
        rows = self.sheets[section]
        found = [(r, i) for r, row in enumerate(rows) for i, put in enumerate(row) if put.field]
        return self.chance.choice(found)

    def data_rows(self, section: str) -> list[int]:
        return [r for r, row in enumerate(self.sheets[section]) if any(put.field for put in row)]

    def head(self, section: str) -> tuple[int, int]:
        """A row and the place in it of a head."""
        rows = self.sheets[section]
        first = self.data_rows(section)[0]
        found = [(r, i) for r, row in enumerate(rows[:first]) for i, put in enumerate(row)]
        return self.chance.choice(found)

    def label(self, section: str) -> tuple[int, int]:
        rows = self.sheets[section]
        found = [
            (r, i) for r in self.data_rows(section) for i, put in enumerate(rows[r]) if not put.field
        ]
        return self.chance.choice(found or [self.head(section)])

    def change(self, section: str, at: tuple[int, int], **new: object) -> None:
        row, i = at
        self.sheets[section][row][i] = replace(self.sheets[section][row][i], **new)  # type: ignore[arg-type]


Damage = Callable[[_Draft, str], None]
DAMAGES: dict[str, Damage] = {}


def damage(made: Damage) -> Damage:
    DAMAGES[made.__name__.replace("_", " ")] = made
    return made


# --- heads and labels ---------------------------------------------------------------------------------


@damage
def head_renamed(d: _Draft, s: str) -> None:
    d.change(s, d.head(s), text=d.chance.choice(_STRANGE))


@damage
def head_removed(d: _Draft, s: str) -> None:
    row, i = d.head(s)
    del d.sheets[s][row][i]


@damage
def head_doubled(d: _Draft, s: str) -> None:
    row, i = d.head(s)
    d.sheets[s][row].insert(i, d.sheets[s][row][i])


@damage
def head_span_wrong(d: _Draft, s: str) -> None:
    row, i = d.head(s)
    old = d.sheets[s][row][i].across
    d.change(s, (row, i), across=max(1, old + d.chance.choice((-1, 1, 2))))


@damage
def head_reaches_down(d: _Draft, s: str) -> None:
    row, i = d.head(s)
    d.change(s, (row, i), down=max(1, d.sheets[s][row][i].down + d.chance.choice((-1, 1))))


@damage
def head_row_removed(d: _Draft, s: str) -> None:
    row, _ = d.head(s)
    del d.sheets[s][row]


@damage
def two_columns_exchanged_with_their_heads(d: _Draft, s: str) -> None:
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
            one, other = (at[0], at[-1]) if s == "requests" else (at[-2], at[-1])
            row[one], row[other] = row[other], row[one]


@damage
def label_renamed(d: _Draft, s: str) -> None:
    d.change(s, d.label(s), text=d.chance.choice((*_STRANGE, "1.", "（一）", "其中")))


@damage
def label_span_wrong(d: _Draft, s: str) -> None:
    row, i = d.label(s)
    put = d.sheets[s][row][i]
    if d.chance.random() < 0.5:
        d.change(s, (row, i), across=max(1, put.across + d.chance.choice((-1, 1))))
    else:
        d.change(s, (row, i), down=max(1, put.down + d.chance.choice((-1, 1))))


@damage
def label_removed(d: _Draft, s: str) -> None:
    row, i = d.label(s)
    if not d.sheets[s][row][i].field:
        del d.sheets[s][row][i]


# --- columns ------------------------------------------------------------------------------------------


def _add_column(d: _Draft, s: str, head: str | None, left: bool = False) -> None:
    rows = d.sheets[s]
    first = d.data_rows(s)[0]
    if head is not None:
        at = 0 if left else len(rows[0])
        rows[0].insert(at, Put(head, down=1 if s == "proactive" else first))
        if s == "proactive":
            for row in rows[1:first]:
                row.insert(0 if left else len(row), Put(""))
    for row in d.data_rows(s) if s != "proactive" else range(first, len(rows)):
        rows[row].insert(0 if left else len(rows[row]), Put(str(d.chance.choice((0, 0, 1, 2, 88)))))


@damage
def column_added_on_the_right(d: _Draft, s: str) -> None:
    _add_column(d, s, d.chance.choice(_MORE))


@damage
def column_added_without_head(d: _Draft, s: str) -> None:
    _add_column(d, s, None)


@damage
def column_added_on_the_left(d: _Draft, s: str) -> None:
    _add_column(d, s, d.chance.choice(_MORE), left=True)


@damage
def column_added_anywhere_without_head(d: _Draft, s: str) -> None:
    at = d.chance.randrange(1, 8)
    for row in d.data_rows(s):
        d.sheets[s][row].insert(max(1, len(d.sheets[s][row]) - at), Put(str(d.chance.choice((0, 0, 1, 5)))))


@damage
def column_dropped(d: _Draft, s: str) -> None:
    at = d.chance.randrange(1, 6)
    for row in d.data_rows(s):
        fields = [i for i, put in enumerate(d.sheets[s][row]) if put.field]
        if at <= len(fields):
            del d.sheets[s][row][fields[-at]]


@damage
def blank_cell_beside_added_column(d: _Draft, s: str) -> None:
    cell_blank(d, s)
    _add_column(d, s, d.chance.choice(_MORE))


@damage
def cell_missing_beside_added_column(d: _Draft, s: str) -> None:
    cell_removed(d, s)
    _add_column(d, s, d.chance.choice(_MORE))


@damage
def cell_merged_down_beside_added_column(d: _Draft, s: str) -> None:
    cells_merged_down(d, s)
    _add_column(d, s, d.chance.choice(_MORE))


# --- cells --------------------------------------------------------------------------------------------


@damage
def cell_removed(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    del d.sheets[s][row][i]


@damage
def cell_blank(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    if s == "proactive":
        d.truth[d.sheets[s][row][i].field].add(0)
    d.change(s, (row, i), text="")


@damage
def cell_added(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    d.sheets[s][row].insert(i, Put(d.chance.choice(("", "0", "1", "7"))))


@damage
def cell_doubled(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    d.sheets[s][row].insert(i, replace(d.sheets[s][row][i], field=""))


@damage
def cells_merged(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        one, other = cells[i], cells.pop(i + 1)
        joined = d.chance.choice((one.text, other.text, f"{one.text}\n{other.text}", f"{one.text} {other.text}"))
        cells[i] = replace(one, text=joined, across=one.across + other.across)


@damage
def cells_merged_into_one_that_is_not_wider(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    cells = d.sheets[s][row]
    if i + 1 < len(cells) and cells[i + 1].field:
        other = cells.pop(i + 1)
        cells[i] = replace(cells[i], text=f"{cells[i].text}{d.chance.choice((' ', chr(10), '、', '/'))}{other.text}")


@damage
def cells_merged_down(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    last = put.field.rpartition(".")[2]
    below = d.sheets[s][row + 1] if row + 1 < len(d.sheets[s]) else []
    at = next((k for k, other in enumerate(below) if other.field.rpartition(".")[2] == last and other.field), None)
    if at is not None:
        del below[at]
        d.change(s, (row, i), down=2)


@damage
def cell_span_wrong(d: _Draft, s: str) -> None:
    d.change(s, d.value(s), across=2)


@damage
def cells_of_a_row_moved(d: _Draft, s: str) -> None:
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


def _as_printed(d: _Draft, cells: list[Put], fields: list[str]) -> None:
    """Where no sum can tell, what is printed counts."""
    for field, put in zip(fields, cells, strict=True):
        d.truth[field].add(int(put.text or 0))


# --- what stands in a cell ----------------------------------------------------------------------------


def _text(d: _Draft, s: str, made: Callable[[str], str]) -> None:
    row, i = d.value(s)
    d.change(s, (row, i), text=made(d.sheets[s][row][i].text))


@damage
def mark_of_a_note(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: text + d.chance.choice(_MARKS))


@damage
def two_numbers(d: _Draft, s: str) -> None:
    between = d.chance.choice((" ", "\t", "\n", "/", "、", "\u3000", "\xa0", "～", "→"))
    _text(d, s, lambda text: f"{text}{between}{d.chance.choice(('350', '2', '000'))}")


@damage
def raised_digit(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: f"{text}⟦up⟧{d.chance.choice('123')}⟦/up⟧")


@damage
def struck_digit(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: f"⟦struck⟧{d.chance.choice('12359')}⟦/struck⟧{text}")


@damage
def hidden_digit(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: f"{text}⟦hidden⟧{d.chance.choice('12359')}⟦/hidden⟧")


@damage
def remark_in_brackets(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: f"{text}（其中线上1件）")


@damage
def letter_or_word(d: _Draft, s: str) -> None:
    d.change(s, d.value(s), text=d.chance.choice(("O", "l", "无", "若干", "〇", "见附件", "#REF!", "1.5", "½", "Ⅲ")))


@damage
def invisible_characters(d: _Draft, s: str) -> None:
    _text(d, s, lambda text: d.chance.choice(("\u202c", "\u200b", "\ufeff", "\u200e")).join((*text, "")))


# --- rows and tables ----------------------------------------------------------------------------------


@damage
def row_removed(d: _Draft, s: str) -> None:
    del d.sheets[s][d.chance.choice(d.data_rows(s))]


def _other_numbers(d: _Draft, row: Iterable[Put]) -> list[Put]:
    return [replace(put, text=str(int(put.text or 0) + 3), field="") if put.field else put for put in row]


@damage
def last_years_row_below(d: _Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    cells = _other_numbers(d, d.sheets[s][row])
    if cells and not d.sheets[s][row][0].field and d.chance.random() < 0.5:
        cells[0] = replace(cells[0], text=f"上年{cells[0].text}")
    d.sheets[s].insert(row + 1, [replace(put, down=1) for put in cells])


@damage
def rows_exchanged(d: _Draft, s: str) -> None:
    row = d.chance.choice(d.data_rows(s))
    if row + 1 < len(d.sheets[s]) and all(put.down == 1 for put in (*d.sheets[s][row], *d.sheets[s][row + 1])):
        d.sheets[s][row], d.sheets[s][row + 1] = d.sheets[s][row + 1], d.sheets[s][row]


@damage
def wrong_published_sum(d: _Draft, s: str) -> None:
    row, i = d.value(s)
    put = d.sheets[s][row][i]
    d.truth[put.field] = {int(put.text) + 1}
    d.change(s, (row, i), text=str(int(put.text) + 1))


@damage
def table_twice_with_other_numbers(d: _Draft, s: str) -> None:
    d.sheets[f"{s} again"] = [_other_numbers(d, row) for row in d.sheets[s]]


@damage
def table_torn(d: _Draft, s: str) -> None:
    rows = d.sheets[s]
    free = [
        r for r in d.data_rows(s)[1:]
        if all(r - above >= put.down for above in range(r) for put in rows[above] if above + put.down > r)
    ]  # fmt: skip
    if free:
        at = d.chance.choice(free)
        d.sheets[f"{s} again"] = rows[at:]
        del rows[at:]


@damage
def nothing(d: _Draft, s: str) -> None:
    """The whole file, for comparison."""


# --- a damaged report ---------------------------------------------------------------------------------

_FORMATS = ("docx", "html", "html", "tables.md", "md", "txt", "tabs.txt", "lines.txt", "spaces.txt", "bars.txt")
_INLINE = {
    "docx": {
        "up": '<w:vertAlign w:val="superscript"/>', "struck": "<w:strike/>", "hidden": "<w:vanish/>",
    },
    "html": {
        "up": ("<sup>", "</sup>"), "struck": ("<s>", "</s>"), "hidden": ('<span style="display:none">', "</span>"),
    },
}  # fmt: skip


def damaged(seed: int) -> Damaged:
    """The damaged report of a seed."""
    chance = random.Random(seed)
    texts = numbers(chance)
    parts = variations.report(texts)
    sheets = {part.section: [list(row) for row in part.rows] for part in parts if isinstance(part, Sheet)}
    truth = {path: {int(text)} for path, text in texts.items()}
    draft = _Draft(chance, sheets, truth)
    kind = list(DAMAGES)[seed % len(DAMAGES)]
    section = chance.choice(("requests", "requests", "disputes", "proactive"))
    DAMAGES[kind](draft, section)
    inline = "⟦" in "".join(put.text for rows in sheets.values() for row in rows for put in row)
    name = chance.choice(("docx", "html") if inline else _FORMATS)
    return Damaged(kind, name, _written(parts, draft, name), {p: frozenset(v) for p, v in truth.items()})


def numbers(chance: random.Random) -> dict[str, str]:
    """Numbers whose sums hold: mostly zeros as in most reports, or all different."""
    sparse = chance.random() < 0.6
    made = {path: 0 if sparse and chance.random() < 0.75 else chance.randrange(1, 40) for path in FORM.paths}
    for one in FORM.derived:
        made[one.path] = sum(made[part] for part in one.parts)
    return {path: str(value) for path, value in made.items()}


def _written(parts: Parts, draft: _Draft, name: str) -> bytes:
    out: Parts = []
    if name.endswith("txt"):
        for rows in draft.sheets.values():
            rows[:] = [[replace(put, text=put.text.replace("\n", "、")) if put.field else put for put in row] for row in rows]
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        for key in (part.section, f"{part.section} again"):
            if rows := draft.sheets.get(key):
                made = replace(part, rows=tuple(map(tuple, rows)))
                widest = max(column + put.across for line in variations.placed(made) for column, put in line)
                out.append(replace(made, cols=max(part.cols, widest)))
    data = writers.WRITERS[name](out)
    if name == "html":
        text = data.decode()
        for mark, (start, end) in _INLINE["html"].items():
            text = text.replace(f"⟦{mark}⟧", start).replace(f"⟦/{mark}⟧", end)
        return text.encode()
    return _inline_docx(data) if name == "docx" else data


def _inline_docx(data: bytes) -> bytes:
    from tests.fuzz.mutate import _members, _package

    members = _members(data)
    text = members["word/document.xml"].decode()
    for mark, settings in _INLINE["docx"].items():
        run = "</w:t></w:r><w:r>{}<w:t>"
        text = text.replace(f"⟦{mark}⟧", run.format(f"<w:rPr>{settings}</w:rPr>"))
        text = text.replace(f"⟦/{mark}⟧", run.format(""))
    members["word/document.xml"] = text.encode()
    return _package(members)
