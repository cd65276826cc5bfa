"""A made-up form, so that nothing outside a form's declaration knows its rows, columns and headings.

Beside the form of 2021 it has a row more in part three, a row fewer in a group, a column fewer, another
heading of part five, another heading of a fee, and another balance. It is registered by a test that needs it:
``monkeypatch.setitem(registry.FORMS, GUARD.id, GUARD)``."""

from typing import Final

from sections.form import disclosure_2021 as today
from sections.form.arithmetic import balances, column_totals, row_totals, totals_hold
from sections.form.elements import Block, Carry, IdentityKind, Row, Shape
from sections.form.model import Form, Table

NO_ROW: Final = "denied_admin_query"
NO_COLUMN: Final = "research"
TRANSFERRED: Final = Row("transferred", "五、转送其他机关办理")
NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项、第四项与第五项之和）"
HEADINGS: Final = {**today.HEADINGS, "problems": "五、自查与整改事项"}

COLUMNS: Final = tuple(column for column in today.APPLICANT_COLUMNS if column.name != NO_COLUMN)
RESULTS: Final = tuple(row for row in today.RESULT_ROWS if row.name != NO_ROW)
ROWS: Final = (today.NEW, today.CARRIED_IN, *RESULTS, today.TOTAL, today.CARRIED_OUT, TRANSFERRED)
_BY_COLUMN: Final = column_totals("requests", "total", RESULTS, COLUMNS)
_BY_ROW: Final = row_totals("requests", ROWS, COLUMNS, "total")

REQUESTS: Final = Table(
    "requests",
    Shape.MATRIX,
    today.REQUESTS.caption,
    (Block(ROWS, COLUMNS),),
    note=NOTE,
    unnamed_groups=1,
    identities=(
        *totals_hold(IdentityKind.ROW_TOTAL, _BY_ROW),
        *totals_hold(IdentityKind.COLUMN_TOTAL, _BY_COLUMN),
        *balances(
            "requests",
            COLUMNS,
            (today.NEW.name, today.CARRIED_IN.name),
            (today.TOTAL.name, today.CARRIED_OUT.name, TRANSFERRED.name),
        ),
    ),
    derived=(*(one for one in _BY_COLUMN if not one.path.endswith(".total.total")), *_BY_ROW),
    carries=tuple(
        Carry(f"requests.carried_in.{column.name}", f"requests.carried_out.{column.name}")
        for column in COLUMNS
        if column.name != "total"
    ),
    balance_label="一＋二＝三＋四＋五",
)

GUARD: Final = Form(
    "guard",
    today.DOCUMENT_NAME,
    "虚构函〔2031〕1号",
    2031,
    HEADINGS,
    today.TOPICS,
    today.PARAGRAPHS,
    {"proactive": today.PROACTIVE, "requests": REQUESTS, "disputes": today.DISPUTES},
)
