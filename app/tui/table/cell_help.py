"""F1 in a table: what the row and the column under the cursor count, in the law's terms."""

from typing import TYPE_CHECKING

from app.tui.text.rows import Row, labelled, row, wrapped
from sections.form.explanations import Explanation, column_explanation, row_explanation

if TYPE_CHECKING:
    from app.tui.table.table_editor import TableEditor


def cell_help(editor: "TableEditor", field: str, room: int) -> list[Row]:
    """The lines: the cell's label, its row, its column, and what must add up."""
    rows = wrapped(editor.label(field), room, "strong")
    rows += _explained("这一行：", row_explanation(field), room)
    rows += _explained("这一列：", column_explanation(field), room)
    balance = editor.layout.table.balance_label
    if balance:
        rows += labelled("勾稽：", f"每一列都要满足 {balance}，满足的打 ✓，不满足的写出差多少。", room)
    return [
        *rows,
        *labelled("记号：", "格子旁的 ✗ 表示有错误，! 表示有提醒，按 F8 逐个去看。", room),
        row(""),
    ]


def _explained(label: str, explanation: Explanation | None, room: int) -> list[Row]:
    if explanation is None:
        return []
    rows = labelled(label, explanation.words, room)
    if explanation.basis:
        rows += labelled("依据：", _cited(explanation.basis), room)
    return [*rows, row("")]


def _cited(basis: str) -> str:
    """With the name of the law, where the basis is an article of it."""
    return f"《条例》{basis}" if basis.startswith("第") else basis
