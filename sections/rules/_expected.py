"""What the tables say of each kind of claim: the sums of cells that satisfy it, and the kinds by topic."""

from typing import Final

from sections.form import (
    APPLICANTS,
    DISPUTE_COLUMNS,
    DISPUTE_GROUPS,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    RESULT_GROUPS,
)
from sections.rules._wordings import RESULTS

Sums = tuple[tuple[str, tuple[str, ...]], ...]
"""What a sum is called, and its fields (one with a minus before it is taken off); several where the words may
mean either, the plainest first."""


def _row(*rows: str, applicants: tuple[str, ...] = ("total",)) -> tuple[str, ...]:
    return tuple(f"requests.{row}.{name}" for row in rows for name in applicants)


def _applicants(label: str, *names: str) -> Sums:
    """What a kind of applicant may have: new, with what was carried in, or done."""
    return tuple(
        (f"{label}{what}", _row(*rows, applicants=names))
        for what, rows in (
            ("新收", ("new",)),
            ("新收与结转之和", ("new", "carried_in")),
            ("办结", ("total",)),
        )
    )


_ALL_IN: Final = ("本年新收与上年结转之和", _row("new", "carried_in"))
_NEW: Final = ("本年新收", _row("new"))
_DONE: Final = ("办理结果（七）总计", _row("total"))
_NEW_DONE: Final = ("本年新收中已办结的", (*_row("new"), *(f"-{field}" for field in _row("carried_out"))))
_IN: Final = ("上年结转", _row("carried_in"))
_OUT: Final = ("结转下年度继续办理", _row("carried_out"))
_DIRECT, _AFTER = "disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"
_LABELS: Final = {column.name: column.label for column in REQUEST_COLUMNS}
_ORGANISATIONS: Final = tuple(name for name in APPLICANTS if name != "natural_person")
_GROUP_NAMES: Final = dict(zip(("denied", "unavailable", "rejected", "other"), RESULT_GROUPS, strict=True))

_REQUESTS: Final[dict[str, Sums]] = {
    "received": (_NEW, _ALL_IN),
    "handled": (_NEW, _ALL_IN, _DONE),
    "answered": (_DONE, _ALL_IN, _NEW, _NEW_DONE),
    "natural": _applicants("自然人", "natural_person"),
    "legal": _applicants("法人或其他组织", *_ORGANISATIONS),
    **{name: _applicants(_LABELS[name], name) for name in _ORGANISATIONS if name != "other"},
    "due": (_ALL_IN,),
    "carried_in": (_IN,),
    "carried_out": (_OUT,),
    "carried": (_IN, _OUT),
}
_RESULTS: Final[dict[str, Sums]] = {
    **{
        row.name: ((row.label, _row(row.name)),)
        for row in REQUEST_ROWS
        if row.groups and row.name not in {"total", "other_other"}
    },
    **{kind: ((f"{label}各项之和", _row(*RESULT_GROUPS[label])),) for kind, label in _GROUP_NAMES.items()},
}
_OUTCOMES: Final[dict[str, Sums]] = {
    f"{group}.{column.name}": (
        (
            f"{label}{column.label}",
            tuple(
                f"disputes.{one.name}.{column.name}" for one in DISPUTE_GROUPS if one.name.startswith(group)
            ),
        ),
    )
    for group, label in (
        *((one.name, one.label) for one in DISPUTE_GROUPS),
        ("litigation", "行政诉讼"),
    )
    for column in DISPUTE_COLUMNS
    if column.name != "total"
}
_DISPUTES: Final[dict[str, Sums]] = {
    "reconsideration": (("行政复议总计", ("disputes.reconsideration.total",)),),
    "litigation": (("两类行政诉讼总计之和", (_DIRECT, _AFTER)),),
    "litigation_direct": (("未经复议直接起诉总计", (_DIRECT,)),),
    "litigation_after": (("复议后起诉总计", (_AFTER,)),),
    "disputes": (("行政复议与行政诉讼总计之和", ("disputes.reconsideration.total", _DIRECT, _AFTER)),),
}
_DOCUMENTS: Final[dict[str, Sums]] = {
    **{
        name: ((f"行政规范性文件{label}", (f"proactive.normative_documents.{name}",)),)
        for name, label in (
            ("issued", "本年制发件数"),
            ("repealed", "本年废止件数"),
            ("in_force", "现行有效件数"),
        )
    },
    "licences": (("行政许可处理决定数量", ("proactive.licences",)),),
    "penalties": (("行政处罚处理决定数量", ("proactive.penalties",)),),
    "coercive_measures": (("行政强制处理决定数量", ("proactive.coercive_measures",)),),
}

EXPECTED: Final[dict[str, Sums]] = {**_REQUESTS, **_RESULTS, **_OUTCOMES, **_DISPUTES, **_DOCUMENTS}

REQUEST_KINDS: Final = frozenset(_REQUESTS)
APPLICANT_KINDS: Final = frozenset({"natural", "legal", *_ORGANISATIONS})
RESULT_KINDS: Final = frozenset(kind for kind, *_ in RESULTS)
GROUP_KINDS: Final = frozenset({"granted", "partial", *_GROUP_NAMES})
OUTCOME_KINDS: Final = frozenset(_OUTCOMES)
DISPUTE_KINDS: Final = OUTCOME_KINDS | frozenset(_DISPUTES)
DOCUMENT_KINDS: Final = frozenset(_DOCUMENTS)
