"""The statutory form as data: rows, columns, exact labels, merges and the arithmetic between cells.

Source: 国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》, the form in force since the reports of 2021.
The grid on the screen, the DOCX table, the importer's label matching and the rules are all driven by what
is declared here; when the national office revises the form, a declaration is added beside this one.

A *field* is the dotted path of one number, e.g. ``requests.new.natural_person``: section, row, column.
Counts are whole 件; ``proactive.fees`` is a decimal in 万元.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Final

SECTIONS: Final = ("overview", "proactive", "requests", "disputes", "problems", "other")

HEADINGS: Final[dict[str, str]] = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}

TOPICS: Final[dict[str, str]] = {
    "proactive": "（一）主动公开",
    "requests": "（二）依申请公开",
    "management": "（三）政府信息管理",
    "platform": "（四）政府信息公开平台建设",
    "supervision": "（五）监督保障",
}
"""The five topics of part one, in order."""

DOCUMENT_NAME: Final = "政府信息公开工作年度报告"


class Source(StrEnum):
    """Where the number of a cell comes from."""

    TYPED = "typed"
    COMPUTED = "computed"
    CARRIED = "carried"
    """Follows from last year's report; typed where that is not known, or overruled with a reason."""


class Unit(StrEnum):
    """What a number counts."""

    CASES = "件"
    WAN_YUAN = "万元"


@dataclass(frozen=True, slots=True)
class Column:
    """One number column: its name in fields, its statutory label and a short one for narrow screens."""

    name: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Row:
    """One number row. ``groups`` are the labels to its left, outermost first."""

    name: str
    label: str
    groups: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """How many labels stand above this one (0 to 2)."""
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table as printed: a text, or the field whose number stands there."""

    row: int
    col: int
    text: str = ""
    field: str = ""
    rowspan: int = 1
    colspan: int = 1
    head: bool = False
    """A column head or a band (bold, centred), not a row label."""
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """``left`` summed must equal ``right`` summed; both are fields. ``where`` is the field to point at."""

    name: str
    where: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the form: its printed cells (row by row) and the arithmetic that must hold in it."""

    section: str
    cols: int
    rows: int
    header_rows: int
    cells: tuple[Cell, ...]
    identities: tuple[Identity, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Every number of the table, in reading order."""
        return tuple(cell.field for cell in self.cells if cell.field)


# --- part two -----------------------------------------------------------------------------------------

PROACTIVE_COLUMNS: Final = (
    Column("issued", "本年制发件数", "本年制发"),
    Column("repealed", "本年废止件数", "本年废止"),
    Column("in_force", "现行有效件数", "现行有效"),
)
PROACTIVE_DOCUMENT_ROWS: Final = (Row("regulations", "规章"), Row("normative_documents", "行政规范性文件"))
PROACTIVE_SINGLE_ROWS: Final = (
    Row("licences", "行政许可"),
    Row("penalties", "行政处罚"),
    Row("coercive_measures", "行政强制"),
    Row("fees", "行政事业性收费"),
)
BANDS: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "第二十条第（一）项": ("信息内容", "", ("regulations", "normative_documents")),
    "第二十条第（五）项": ("信息内容", "本年处理决定数量", ("licences",)),
    "第二十条第（六）项": ("信息内容", "本年处理决定数量", ("penalties", "coercive_measures")),
    "第二十条第（八）项": ("信息内容", "本年收费金额（单位：万元）", ("fees",)),
}
"""Band label of part two: (first head, value head, rows). Article 20 of the 条例, items 1, 5, 6 and 8."""

# --- part three ---------------------------------------------------------------------------------------

REQUEST_COLUMNS: Final = (
    Column("natural_person", "自然人", "自然人"),
    Column("enterprise", "商业企业", "商业企业"),
    Column("research", "科研机构", "科研机构"),
    Column("public_interest", "社会公益组织", "社会公益"),
    Column("legal_service", "法律服务机构", "法律服务"),
    Column("other", "其他", "其他"),
    Column("total", "总计", "总计"),
)
APPLICANTS: Final = tuple(column.name for column in REQUEST_COLUMNS if column.name != "total")
LEGAL_PERSON: Final = "法人或其他组织"
APPLICANT_HEAD: Final = "申请人情况"
REQUEST_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

_RESULTS: Final = "三、本年度办理结果"
_DENIED, _UNAVAILABLE = "（三）不予公开", "（四）无法提供"
_REJECTED, _OTHER = "（五）不予处理", "（六）其他处理"

REQUEST_ROWS: Final = (
    Row("new", "一、本年新收政府信息公开申请数量"),
    Row("carried_in", "二、上年结转政府信息公开申请数量"),
    Row("granted", "（一）予以公开", (_RESULTS,)),
    Row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", (_RESULTS,)),
    Row("denied_state_secret", "1.属于国家秘密", (_RESULTS, _DENIED)),
    Row("denied_law_forbids", "2.其他法律行政法规禁止公开", (_RESULTS, _DENIED)),
    Row("denied_security_stability", "3.危及“三安全一稳定”", (_RESULTS, _DENIED)),
    Row("denied_third_party", "4.保护第三方合法权益", (_RESULTS, _DENIED)),
    Row("denied_internal_affairs", "5.属于三类内部事务信息", (_RESULTS, _DENIED)),
    Row("denied_process", "6.属于四类过程性信息", (_RESULTS, _DENIED)),
    Row("denied_enforcement_file", "7.属于行政执法案卷", (_RESULTS, _DENIED)),
    Row("denied_admin_query", "8.属于行政查询事项", (_RESULTS, _DENIED)),
    Row("unavailable_not_held", "1.本机关不掌握相关政府信息", (_RESULTS, _UNAVAILABLE)),
    Row("unavailable_needs_creation", "2.没有现成信息需要另行制作", (_RESULTS, _UNAVAILABLE)),
    Row("unavailable_unclear", "3.补正后申请内容仍不明确", (_RESULTS, _UNAVAILABLE)),
    Row("rejected_petition", "1.信访举报投诉类申请", (_RESULTS, _REJECTED)),
    Row("rejected_repeat", "2.重复申请", (_RESULTS, _REJECTED)),
    Row("rejected_publication", "3.要求提供公开出版物", (_RESULTS, _REJECTED)),
    Row("rejected_excessive", "4.无正当理由大量反复申请", (_RESULTS, _REJECTED)),
    Row("rejected_reconfirm", "5.要求行政机关确认或重新出具已获取信息", (_RESULTS, _REJECTED)),
    Row(
        "other_no_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        (_RESULTS, _OTHER),
    ),
    Row(
        "other_no_fee",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        (_RESULTS, _OTHER),
    ),
    Row("other_other", "3.其他", (_RESULTS, _OTHER)),
    Row("total", "（七）总计", (_RESULTS,)),
    Row("carried_out", "四、结转下年度继续办理"),
)
RESULT_ROWS: Final = tuple(row.name for row in REQUEST_ROWS if row.groups and row.name != "total")
"""The 21 outcomes that （七）总计 adds up."""

RESULT_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    label: tuple(row.name for row in REQUEST_ROWS if label in row.groups)
    for label in (_DENIED, _UNAVAILABLE, _REJECTED, _OTHER)
}

# --- part four ----------------------------------------------------------------------------------------

DISPUTE_GROUPS: Final = (
    Row("reconsideration", "行政复议"),
    Row("litigation_direct", "未经复议直接起诉", ("行政诉讼",)),
    Row("litigation_after_reconsideration", "复议后起诉", ("行政诉讼",)),
)
DISPUTE_COLUMNS: Final = (
    Column("upheld", "结果维持", "维持"),
    Column("corrected", "结果纠正", "纠正"),
    Column("other", "其他结果", "其他"),
    Column("pending", "尚未审结", "未审结"),
    Column("total", "总计", "总计"),
)
DISPUTE_OUTCOMES: Final = tuple(column.name for column in DISPUTE_COLUMNS if column.name != "total")


# --- the printed tables -------------------------------------------------------------------------------


def _proactive_cells() -> Iterator[Cell]:
    labels = {row.name: row.label for row in PROACTIVE_DOCUMENT_ROWS + PROACTIVE_SINGLE_ROWS}
    line = 0
    for band, (first_head, value_head, rows) in BANDS.items():
        yield Cell(line, 0, band, colspan=4, head=True)
        yield Cell(line + 1, 0, first_head, head=True)
        if value_head:
            yield Cell(line + 1, 1, value_head, colspan=3, head=True)
        else:
            yield from (Cell(line + 1, 1 + i, c.label, head=True) for i, c in enumerate(PROACTIVE_COLUMNS))
        line += 2
        for name in rows:
            yield Cell(line, 0, labels[name])
            if value_head:
                yield Cell(line, 1, field=f"proactive.{name}", colspan=3)
            else:
                yield from (
                    Cell(line, 1 + i, field=f"proactive.{name}.{c.name}")
                    for i, c in enumerate(PROACTIVE_COLUMNS)
                )
            line += 1


def _request_head() -> Iterator[Cell]:
    yield Cell(0, 0, REQUEST_NOTE, rowspan=3, colspan=3, head=True)
    yield Cell(0, 3, APPLICANT_HEAD, colspan=7, head=True)
    yield Cell(1, 3, REQUEST_COLUMNS[0].label, rowspan=2, head=True)
    yield Cell(1, 4, LEGAL_PERSON, colspan=5, head=True)
    yield Cell(1, 9, REQUEST_COLUMNS[-1].label, rowspan=2, head=True)
    yield from (Cell(2, 4 + i, column.label, head=True) for i, column in enumerate(REQUEST_COLUMNS[1:-1]))


def _request_cells() -> Iterator[Cell]:
    yield from _request_head()
    seen: set[str] = set()
    for line, row in enumerate(REQUEST_ROWS, start=3):
        for depth, group in enumerate(row.groups):
            if group not in seen:
                seen.add(group)
                span = sum(group in other.groups for other in REQUEST_ROWS)
                yield Cell(line, depth, group, rowspan=span, vertical=depth == 0)
        depth = row.level
        yield Cell(line, depth, row.label, colspan=3 - depth)
        yield from (
            Cell(line, 3 + i, field=f"requests.{row.name}.{column.name}")
            for i, column in enumerate(REQUEST_COLUMNS)
        )


def _dispute_cells() -> Iterator[Cell]:
    yield Cell(0, 0, "行政复议", colspan=5, head=True)
    yield Cell(0, 5, "行政诉讼", colspan=10, head=True)
    yield from (Cell(1, i, c.label, rowspan=2, head=True) for i, c in enumerate(DISPUTE_COLUMNS))
    for number, group in enumerate(DISPUTE_GROUPS[1:], start=1):
        yield Cell(1, 5 * number, group.label, colspan=5, head=True)
    yield from (Cell(2, 5 + i, DISPUTE_COLUMNS[i % 5].label, head=True) for i in range(10))
    yield from (
        Cell(3, i, field=f"disputes.{group.name}.{column.name}")
        for i, (group, column) in enumerate(product(DISPUTE_GROUPS, DISPUTE_COLUMNS))
    )


def _request_identities() -> Iterator[Identity]:
    for row in REQUEST_ROWS:
        total = f"requests.{row.name}.total"
        parts = tuple(f"requests.{row.name}.{name}" for name in APPLICANTS)
        yield Identity("row_total", total, parts, (total,))
    for column in REQUEST_COLUMNS:

        def at(row: str, name: str = column.name) -> str:
            return f"requests.{row}.{name}"

        yield Identity("result_total", at("total"), tuple(map(at, RESULT_ROWS)), (at("total"),))
        yield Identity(
            "balance", at("carried_out"), (at("new"), at("carried_in")), (at("total"), at("carried_out"))
        )


def _dispute_identities() -> Iterator[Identity]:
    for group in DISPUTE_GROUPS:
        total = f"disputes.{group.name}.total"
        parts = tuple(f"disputes.{group.name}.{name}" for name in DISPUTE_OUTCOMES)
        yield Identity("dispute_total", total, parts, (total,))


TABLES: Final[dict[str, Table]] = {
    "proactive": Table("proactive", 4, 14, 0, tuple(_proactive_cells()), ()),
    "requests": Table("requests", 10, 28, 3, tuple(_request_cells()), tuple(_request_identities())),
    "disputes": Table("disputes", 15, 4, 3, tuple(_dispute_cells()), tuple(_dispute_identities())),
}


@cache
def source_of(field: str) -> Source:
    """Where the number of ``field`` comes from; raises ``KeyError`` for a field the form does not have."""
    section, row, *rest = field.split(".")
    if field not in TABLES[section].fields:
        raise KeyError(field)
    column = rest[0] if rest else ""
    if column == "total" or (section == "requests" and row == "total"):
        return Source.COMPUTED
    if column == "in_force" or row == "carried_in":
        return Source.CARRIED
    return Source.TYPED


def unit_of(field: str) -> Unit:
    """件 for every number of the form but the fees, which are in 万元."""
    return Unit.WAN_YUAN if field == "proactive.fees" else Unit.CASES


@cache
def label_of(field: str) -> str:
    """A field in the words of the form, e.g. 「本年新收政府信息公开申请数量·自然人」, for messages."""
    section, row, *rest = field.split(".")
    rows: tuple[Row, ...] = {
        "proactive": PROACTIVE_DOCUMENT_ROWS + PROACTIVE_SINGLE_ROWS,
        "requests": REQUEST_ROWS,
        "disputes": DISPUTE_GROUPS,
    }[section]
    columns = {"proactive": PROACTIVE_COLUMNS, "requests": REQUEST_COLUMNS, "disputes": DISPUTE_COLUMNS}[
        section
    ]
    found = next(r for r in rows if r.name == row)
    inner = found.groups[1:] if section == "requests" else found.groups
    words = [*inner, found.label]
    words += [column.label for column in columns if rest and column.name == rest[0]]
    return "·".join(words)


@cache
def table_fields() -> tuple[str, ...]:
    """Every number of the three tables, in reading order."""
    return tuple(field for table in TABLES.values() for field in table.fields)
