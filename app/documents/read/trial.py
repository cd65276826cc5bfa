"""Part two of the trial form of 2019: 处理决定数量 is shared with today's form, the rest is kept as notes."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.documents.read.blocks import Cell, Grid
from app.documents.read.cells import Cells
from app.documents.read.labels import TRIAL_ROWS, bare, proactive_row, squeeze, trial_head
from app.documents.read.numbers import is_blank, read_number
from sections.form import table_fields

_SIGNS: Final = frozenset({"本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量"})
_DECISIONS: Final = "处理决定数量"


def is_trial(grids: Iterable[Grid]) -> bool:
    """Whether the labels are those of the trial form; the year of a report does not tell."""
    return any(squeeze(cell.text) in _SIGNS for grid in grids for row in grid.rows for cell in row)


def read_trial(grids: Iterable[Grid], cells: Cells) -> None:
    """Part two of the trial form. What today's form has no cell for goes to the notes."""
    for grid in grids:
        if grid.aligned:
            _aligned(grid, cells)
        else:
            _loose([cell for row in grid.rows for cell in row], cells)
    for field in table_fields():
        if field.startswith("proactive.") and field not in cells.numbers:
            cells.doubt(field, "", "2019年试行格式没有这一项")


def _is_row(text: str) -> bool:
    return bool(proactive_row(text)) or bare(text) in TRIAL_ROWS


def _aligned(grid: Grid, cells: Cells) -> None:
    heads: dict[int, str] = {}
    for row in grid.rows:
        at = next((i for i, cell in enumerate(row) if _is_row(cell.text)), None)
        if at is None:
            heads = {i: head for i, cell in enumerate(row) if (head := trial_head(cell.text))} or heads
            continue
        values: dict[str, list[str]] = {}
        for i, cell in enumerate(row):
            if i in heads and cell.origin != row[at].origin and cell.text not in values.get(heads[i], []):
                values.setdefault(heads[i], []).append(cell.text)
        _keep(row[at].text, {head: _filled(texts) for head, texts in values.items()}, cells)


def _filled(texts: Sequence[str]) -> str:
    """The text under a head that spans several columns."""
    return " ".join(text for text in texts if not is_blank(text))


def _loose(flat: Sequence[Cell], cells: Cells) -> None:
    heads: list[str] = []
    for at, cell in enumerate(flat):
        if bare(cell.text) == "信息内容":
            heads = []
        elif head := trial_head(cell.text):
            heads.append(head)
        elif heads and _is_row(cell.text):
            values = flat[at + 1 : at + 1 + len(heads)]
            same = all(one.origin[0] == cell.origin[0] for one in values)
            numbers = all(_is_value(one.text) for one in values)
            if len(values) == len(heads) and (same or numbers):
                _keep(cell.text, dict(zip(heads, (one.text for one in values), strict=True)), cells)


def _is_value(text: str) -> bool:
    """Whether a text is what stands under a head of the trial form: a number, or 「减4」."""
    plain = text.strip()
    return bool(plain) and read_number(plain.lstrip("增减加+")) is not None


def _keep(label: str, values: dict[str, str], cells: Cells) -> None:
    name = proactive_row(label)
    if name in {"licences", "penalties", "coercive_measures"} and _DECISIONS in values:
        cells.put(f"proactive.{name}", values.pop(_DECISIONS))
    if values:
        said = "，".join(f"{head} {text.strip() or '0'}" for head, text in values.items())
        cells.notes.append(f"2019年试行格式的“{bare(label)}”：{said}。")
