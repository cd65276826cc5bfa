"""What the tables say of each subject that running text counts: the sums of cells that it may mean.

The only module of the reading that knows the rows and columns of the form."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from sections.facts.cells.disputes import BOTH
from sections.form.disclosure_2021 import APPLICANT_COLUMNS, DISPUTES, REQUESTS, RESULT_ROWS
from sections.form.model import Form


@dataclass(frozen=True, slots=True)
class CellSum:
    """A sum of cells and what it is called; ``less`` are taken off."""

    name: str
    cells: tuple[str, ...]
    less: tuple[str, ...] = ()


Sums = tuple[CellSum, ...]
"""Several where the words may mean either, the plainest first."""


def _row(*rows: str, applicants: tuple[str, ...] = ("total",)) -> tuple[str, ...]:
    return tuple(f"requests.{row}.{name}" for row in rows for name in applicants)


def _applicants(label: str, *names: str) -> Sums:
    """What a kind of applicant may have: new, with what was carried in, or done."""
    return tuple(
        CellSum(f"{label}{what}", _row(*rows, applicants=names))
        for what, rows in (
            ("新收", ("new",)),
            ("新收与结转之和", ("new", "carried_in")),
            ("办结", ("total",)),
        )
    )


_ALL_IN: Final = CellSum("本年新收与上年结转之和", _row("new", "carried_in"))
_NEW: Final = CellSum("本年新收", _row("new"))
_DONE: Final = CellSum("办理结果（七）总计", _row("total"))
_NEW_DONE: Final = CellSum("本年新收中已办结的", _row("new"), less=_row("carried_out"))
_IN: Final = CellSum("上年结转", _row("carried_in"))
_OUT: Final = CellSum("结转下年度继续办理", _row("carried_out"))
_LABELS: Final = {column.name: column.label for column in APPLICANT_COLUMNS}
_ORGANISATIONS: Final = tuple(column.name for column in APPLICANT_COLUMNS if len(column.groups) > 1)
_RESULT_ROWS: Final = {row.name: row.label for row in RESULT_ROWS}
_GROUPS: Final = dict(
    zip(("denied", "unavailable", "rejected", "handled_otherwise"), REQUESTS.groups, strict=True)
)
_DISPUTE_LABELS: Final = {row.name: row.label for row in DISPUTES.rows}
_LAWSUITS: Final = tuple(row.name for row in DISPUTES.rows if row.groups)


def row_label(row: str) -> str:
    """What the form calls an outcome of part three."""
    return _RESULT_ROWS[row]


def _disputes(*groups: str, column: str = "total") -> tuple[str, ...]:
    return tuple(f"disputes.{group}.{column}" for group in groups)


_APPLICANTS: Final[dict[str, Sums]] = {
    "requests.natural_person": _applicants("自然人", "natural_person"),
    "requests.legal": _applicants("法人或其他组织", *_ORGANISATIONS),
    **{f"requests.{name}": _applicants(_LABELS[name], name) for name in _ORGANISATIONS if name != "other"},
    "requests.persons": _applicants("自然人", "natural_person")[::2],
    "requests.companies": _applicants("商业企业", "enterprise")[::2],
}
_REQUESTS: Final[dict[str, Sums]] = {
    "requests.new.total": (_NEW, _ALL_IN),
    "requests.accepted": (_NEW, _ALL_IN, _DONE),
    "requests.handled": (_NEW, _ALL_IN, _DONE),
    "requests.applications": (_NEW, _ALL_IN, _DONE),
    "requests.total.total": (_DONE, _NEW_DONE),
    "requests.notices": (_DONE, _NEW),
    **_APPLICANTS,
    "requests.due": (_ALL_IN,),
    "requests.carried_in.total": (_IN,),
    "requests.carried_out.total": (_OUT,),
    "requests.carried": (_IN, _OUT),
}
_ROWS: Final[dict[str, Sums]] = {
    f"requests.{row}.total": (CellSum(label, _row(row)),) for row, label in _RESULT_ROWS.items()
}


def _summed(form: Form) -> dict[str, Sums]:
    """The groups of outcomes by what the form has in them; one that it prints as a row is that row."""
    table = form.tables["requests"]
    rows = {
        name: table.groups.get(label) or tuple(row for row in table.rows if row.label == label)
        for name, label in _GROUPS.items()
    }
    return {
        f"requests.{name}": (CellSum(f"{_GROUPS[name]}各项之和", _row(*(row.name for row in found))),)
        for name, found in rows.items()
    }


_OUTCOMES: Final[dict[str, Sums]] = {
    f"disputes.{group}.{column.name}": (
        CellSum(f"{label}{column.label}", _disputes(*groups, column=column.name)),
    )
    for group, label, groups in (
        *((name, label, (name,)) for name, label in _DISPUTE_LABELS.items()),
        ("litigation", "行政诉讼", _LAWSUITS),
    )
    for column in DISPUTES.columns
    if column.name != "total"
}
_DISPUTES: Final[dict[str, Sums]] = {
    **{
        f"disputes.{name}.total": (CellSum(f"{label}总计", _disputes(name)),)
        for name, label in _DISPUTE_LABELS.items()
    },
    "disputes.litigation.total": (CellSum("两类行政诉讼总计之和", _disputes(*_LAWSUITS)),),
    BOTH: (CellSum("行政复议与行政诉讼总计之和", _disputes(*_DISPUTE_LABELS)),),
}
_DOCUMENTS: Final[dict[str, Sums]] = {
    path: (CellSum(label, (path,)),)
    for path, label in (
        ("proactive.normative_documents.issued", "行政规范性文件本年制发件数"),
        ("proactive.normative_documents.repealed", "行政规范性文件本年废止件数"),
        ("proactive.normative_documents.in_force", "行政规范性文件现行有效件数"),
        ("proactive.regulations.issued", "规章本年制发件数"),
        ("proactive.licences", "行政许可处理决定数量"),
        ("proactive.penalties", "行政处罚处理决定数量"),
        ("proactive.coercive_measures", "行政强制处理决定数量"),
    )
}

_FEES: Final[dict[str, Sums]] = {"proactive.fees": (CellSum("行政事业性收费", ("proactive.fees",)),)}


@cache
def sums_of(form: Form) -> dict[str, Sums]:
    """By the id of the subject; only what the form has cells for."""
    every = {**_REQUESTS, **_ROWS, **_summed(form), **_OUTCOMES, **_DISPUTES, **_DOCUMENTS, **_FEES}
    known = {
        subject: tuple(
            cell_sum
            for cell_sum in sums
            if cell_sum.cells and form.places.keys() >= {*cell_sum.cells, *cell_sum.less}
        )
        for subject, sums in every.items()
    }
    return {subject: sums for subject, sums in known.items() if sums}
