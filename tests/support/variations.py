"""One and the same report written in every way that published reports are: what is written must be read.

A report is a list of paragraphs and sheets; a variation changes the list, ``writers`` make files of it."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from sections.form.disclosure_2021 import FORM, HEADINGS
from sections.form.model import Form, Table
from tests.support import made


@dataclass(frozen=True)
class Put:
    """A cell: its text, the columns and rows it covers, and the field whose number it holds."""

    text: str
    across: int = 1
    down: int = 1
    field: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table: for each row the cells that begin in it. ``inside``: the parts a frame lays out instead;
    ``heads``: how many rows of heads it has."""

    rows: tuple[tuple[Put, ...], ...]
    cols: int
    section: str = ""
    inside: tuple[tuple["Part", ...], ...] = ()
    heads: int = 0


Part = str | Sheet
Parts = list[Part]
Variation = Callable[[Parts], Parts]


def report(texts: Mapping[str, str], form: Form = FORM) -> Parts:
    """The report as the form wants it."""
    parts: Parts = [*made.TITLE, made.OPENING]
    for section, heading in form.headings.items():
        parts += [heading, *made.paragraphs_before(section)]
        if section in form.tables:
            parts.append(sheet(form.tables[section], texts))
    return parts


def sheet(table: Table, texts: Mapping[str, str]) -> Sheet:
    rows = [
        tuple(
            Put(texts[c.path] if c.path else c.text, c.colspan, c.rowspan, c.path)
            for c in sorted(table.cells, key=lambda c: c.col)
            if c.row == row
        )
        for row in range(table.height)
    ]
    return Sheet(tuple(rows), table.width, table.section, heads=table.header_rows)


# --- variations ---------------------------------------------------------------------------------------


def on_sheets(change: Callable[[Sheet], Part | Iterable[Part]], only: str = "") -> Variation:
    def varied(parts: Parts) -> Parts:
        out: Parts = []
        for part in parts:
            if isinstance(part, str) or (only and part.section != only):
                out.append(part)
                continue
            new = change(part)
            out += [new] if isinstance(new, str | Sheet) else list(new)
        return out

    return varied


def on_cells(change: Callable[[Put], Put], only: str = "") -> Variation:
    return on_sheets(lambda s: replace(s, rows=tuple(tuple(map(change, row)) for row in s.rows)), only)


def on_labels(change: Callable[[str], str]) -> Variation:
    return on_cells(lambda put: put if put.field else replace(put, text=change(put.text)))


def on_numbers(change: Callable[[str], str]) -> Variation:
    return on_cells(lambda put: replace(put, text=change(put.text)) if put.field else put)


def on_text(change: Callable[[str], str]) -> Variation:
    return lambda parts: [change(part) if isinstance(part, str) else part for part in parts]


def _total_first(table: Sheet) -> Sheet:
    rows = []
    for row in table.rows:
        at = next((i for i, put in enumerate(row) if _is_number_head(put)), len(row))
        moved = [put for put in row if put.text == "总计" or put.field.endswith(".total")]
        rest = [put for put in row[at:] if put not in moved]
        rows.append((*row[:at], *moved, *rest))
    return replace(table, rows=tuple(rows))


def _is_number_head(put: Put) -> bool:
    return bool(put.field) or put.text in {"自然人", "法人或其他组织", "商业企业", "申请人情况"}


def _columns_turned(table: Sheet) -> Sheet:
    """Applicants from right to left; the five corporate ones stay together."""
    rows = []
    for row in table.rows:
        at = next((i for i, put in enumerate(row) if _is_number_head(put)), len(row))
        rows.append((*row[:at], *row[: at - 1 if at else None : -1]))
    return replace(table, rows=tuple(rows))


def _extra_column(table: Sheet) -> Sheet:
    heads = table.heads
    rows = [
        (*row, Put("备注" if i == 0 else "", down=heads if i == 0 else 1))
        if i in {0, *range(heads, 99)}
        else row
        for i, row in enumerate(table.rows)
    ]
    return replace(table, rows=tuple(rows), cols=table.cols + 1)


def _numbered_rows(table: Sheet) -> Sheet:
    """A column 序号 in front."""
    heads = table.heads
    rows = [(Put("序号", down=heads), *table.rows[0]), *table.rows[1:heads]]
    rows += [(Put(str(i)), *row) for i, row in enumerate(table.rows[heads:], start=1)]
    return replace(table, rows=tuple(rows), cols=table.cols + 1)


def _note_rows(table: Sheet) -> Sheet:
    note = (Put("注：本表由虚构县统计，数据以年末为准。", across=table.cols),)
    unit = (Put("单位：件", across=table.cols),)
    return replace(table, rows=(unit, *table.rows, note))


def _heading_inside(parts: Parts) -> Parts:
    """The heading is the first row of its table."""
    out: Parts = []
    for part in parts:
        if isinstance(part, Sheet) and part.section and out and out[-1] == HEADINGS[part.section]:
            heading = str(out.pop())
            out.append(replace(part, rows=((Put(heading, across=part.cols),), *part.rows)))
        else:
            out.append(part)
    return out


def _cut(at: int, heads: bool, page: str = "") -> Callable[[Sheet], list[Part]]:
    """The table in two pieces; cells that would reach over the cut begin again, blank."""

    def cut(table: Sheet) -> list[Part]:
        first: list[tuple[Put, ...]] = []
        reaching: list[tuple[int, Put]] = []
        for number, line in enumerate(placed(table)[:at]):
            left = at - number
            first.append(tuple(replace(put, down=min(put.down, left)) for _, put in line))
            reaching += [(c, replace(p, text="", down=p.down - left)) for c, p in line if p.down > left]
        second = [*table.rows[at:]]
        opening = sorted([*reaching, *placed(table)[at]], key=lambda pair: pair[0])
        second[0] = tuple(put for _, put in opening)
        header = table.rows[: table.heads] if heads else ()
        cut_off = replace(table, rows=(*header, *second))
        return [replace(table, rows=tuple(first)), *([page] if page else []), cut_off]

    return cut


def placed(table: Sheet) -> list[list[tuple[int, Put]]]:
    """Every row with the column each of its cells begins in."""
    taken: set[tuple[int, int]] = set()
    found: list[list[tuple[int, Put]]] = []
    for number, row in enumerate(table.rows):
        line, column = [], 0
        for put in row:
            while (number, column) in taken:
                column += 1
            line.append((column, put))
            taken |= {(number + d, column + a) for d in range(put.down) for a in range(put.across)}
            column += put.across
        found.append(line)
    return found


def _bare_other(table: Sheet) -> Sheet:
    """（六）其他处理 without sub-rows: only 3.其他 has numbers, in the group's own row."""
    rows = []
    for row in table.rows:
        names = {put.field.split(".")[1] for put in row if put.field}
        if names & {"other_no_correction", "other_no_fee"}:
            continue
        if "other_other" in names:
            rows.append((Put("（六）其他处理", across=2), *(put for put in row if put.field)))
        else:
            rows.append(tuple(replace(p, down=p.down - 2) if "办理结果" in p.text else p for p in row))
    return replace(table, rows=tuple(rows))


def _one_table(parts: Parts) -> Parts:
    """The headings inside the tables, and these grown together, as Word does where nothing parts them."""
    out: Parts = []
    for part in _heading_inside(parts):
        before = out[-1] if out else ""
        if isinstance(part, Sheet) and isinstance(before, Sheet):
            wide = max(before.cols, part.cols)
            rows = (*_stretched(before, wide), *_stretched(part, wide))
            out[-1] = replace(before, rows=rows, cols=wide)
        else:
            out.append(part)
    return out


def _stretched(table: Sheet, cols: int) -> tuple[tuple[Put, ...], ...]:
    """The rows with what is missing to ``cols`` columns given to the cells of the first column."""
    more = cols - table.cols
    return tuple(
        tuple(replace(put, across=put.across + more) if not column else put for column, put in line)
        for line in placed(table)
    )


def _framed(parts: Parts) -> Parts:
    return [Sheet((), 1, inside=(tuple(parts),))]


def _beside_menu(parts: Parts) -> Parts:
    menu = ("首页", "机构概况", "政府信息公开年报", "虚构县园林局2019年政府信息公开工作年度报告")
    return ["当前位置：首页 > 信息公开", Sheet((), 2, inside=(menu, tuple(parts)))]


def _each_framed(parts: Parts) -> Parts:
    return [Sheet((), 1, inside=((part,),)) if isinstance(part, Sheet) else part for part in parts]


def _other_order(parts: Parts) -> Parts:
    """Part five and six before the tables."""
    tables = [i for i, part in enumerate(parts) if isinstance(part, Sheet)]
    two, five = tables[0], parts.index(HEADINGS["problems"])
    two -= parts[two - 1] == HEADINGS["proactive"]
    return parts[:two] + parts[five:] + parts[two:five]


def _contents(parts: Parts) -> Parts:
    listed = [f"{heading}{dots}" for heading, dots in zip(HEADINGS.values(), ("",) * 6, strict=True)]
    return [*parts[:2], "目录", *listed, *parts[2:]]


def _yuan(text: str) -> str:
    """An amount in 万元 in 元; what is no plain number stays as it is."""
    plain = text.replace(",", "")
    return f"{Decimal(plain) * 10_000:f}" if re.fullmatch(r"[\d.]+", plain) else text


def _fees_in_yuan(parts: Parts) -> Parts:
    def in_yuan(put: Put) -> Put:
        if put.field == "proactive.fees":
            return replace(put, text=_yuan(put.text))
        return put if put.field else replace(put, text=put.text.replace("万", ""))

    return on_cells(in_yuan, "proactive")(parts)


def _in_frames(parts: Parts) -> Parts:
    """Every heading and its table in a frame, three deep."""
    return _framed(_framed(_each_framed(parts)))


def _slip(label: str) -> str:
    """A character of a long label lost."""
    if len(label) < 8 or label.startswith(("第二十条", "（本列", "本年收费")):
        return label
    at = random.Random(label).randrange(4, len(label) - 1)
    return label[:at] + label[at + 1 :]


VARIATIONS: dict[str, Variation] = {
    "as the form": list,
    "inner spaces": on_labels(" ".join),
    "line breaks": on_labels(lambda t: "\n".join(t[i : i + 5] for i in range(0, len(t), 5))),
    "half-width brackets": on_labels(lambda t: t.translate(str.maketrans("（）“”", '()""'))),
    "a slip in long labels": on_labels(_slip),
    "normative without 行政": on_labels(lambda t: t.replace("行政规范性文件", "规范性文件")),
    "shortened labels": on_labels(
        lambda t: {
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
        }.get(t, t)
    ),
    "total first": on_sheets(_total_first, "requests"),
    "columns from right to left": on_sheets(_columns_turned, "requests"),
    "a column 备注": on_sheets(_extra_column, "requests"),
    "a column 序号": on_sheets(_numbered_rows, "requests"),
    "note rows": on_sheets(_note_rows),
    "headings inside tables": _heading_inside,
    "one table of all": _one_table,
    "cut, heads repeated": on_sheets(_cut(14, heads=True), "requests"),
    "cut, heads not repeated": on_sheets(_cut(14, heads=False), "requests"),
    "cut inside a group": on_sheets(_cut(22, heads=False, page="— 3 —"), "requests"),
    "cut part two": on_sheets(_cut(8, heads=False), "proactive"),
    "cut part four": on_sheets(_cut(3, heads=True), "disputes"),
    "one frame around all": _framed,
    "a frame with a menu": _beside_menu,
    "a frame around each table": _each_framed,
    "frames in frames": _in_frames,
    "other order": _other_order,
    "a table of contents": _contents,
    "full-width digits": on_numbers(lambda t: "".join(chr(ord(c) + 65248) for c in t)),
    "units in cells": on_cells(
        lambda p: replace(p, text=p.text + "件") if p.field and p.field != "proactive.fees" else p
    ),
    "separators": on_numbers(lambda t: f"{int(t):,}" if t.isdigit() else t),
    "fees in 元": _fees_in_yuan,
    "fees in 元, said in the cell": on_cells(
        lambda p: replace(p, text=f"{_yuan(p.text)}元") if p.field == "proactive.fees" else p
    ),
    "fees with their unit": on_cells(
        lambda p: replace(p, text=f"{p.text} 万元") if p.field == "proactive.fees" else p
    ),
    "headings in other words": on_text(
        lambda t: {
            HEADINGS["overview"]: "1、 总体情况",
            HEADINGS["requests"]: "三、收到和处理政府信息公开申请的情况",
            HEADINGS["disputes"]: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            HEADINGS["problems"]: "五、当前存在的主要问题及下步改进措施",
        }.get(t, t)
    ),
    "headings without numbers": on_text(
        lambda t: t[2:] if t in HEADINGS.values() else t
    ),
    "text behind the heading": lambda parts: [*parts[:-2], f"{parts[-2]}：{parts[-1]}"],
    "topics without numbers": on_text(lambda t: t[3:] if t.startswith("（") and "情况" in t else t),
    "topics with other numbers": on_text(
        lambda t: f"{'一二三四五'.index(t[1]) + 1}.{t[3:]}" if t.startswith("（") and "情况" in t else t
    ),
    "topics on lines of their own": lambda parts: [
        line
        for part in parts
        for line in (
            [part[: part.index("。")].removesuffix("情况"), part[part.index("。") + 1 :]]
            if isinstance(part, str) and part.startswith("（")
            else [part]
        )
    ],
}  # fmt: skip
"""What leaves every number of the report where it is."""

MERGED_OTHER = on_sheets(_bare_other, "requests")
