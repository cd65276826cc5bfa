"""The trial form, 国办公开办函〔2019〕60号: reports of 2019 and 2020. It is read and judged, never written.

Part two counts projects as well as decisions; in part three （六）其他处理 is one row; part four is today's.
"""

from typing import Final

from sections.form import disclosure_2021 as today
from sections.form.elements import Block, Column, Measure, Row, Shape
from sections.form.model import Form, Table

_PROJECTS: Final = (
    Column("items_last_year", "上一年项目数量", "上一年项目"),
    Column("items_change", "本年增/减", "本年增/减", is_change=True),
)
_DECISIONS: Final = (*_PROJECTS, Column("", "处理决定数量", "处理决定"))

PROACTIVE: Final = Table(
    "proactive",
    Shape.BANDED,
    today.PROACTIVE.caption,
    (
        Block(
            (
                Row("regulations", "规章"),
                Row("normative_documents", "规范性文件", aliases=("行政规范性文件",)),
            ),
            (
                Column("made", "本年新制作数量", "新制作"),
                Column("published", "本年新公开数量", "新公开"),
                Column("public_in_all", "对外公开总数量", "公开总数"),
            ),
            "第二十条第（一）项",
            today.ROW_HEAD,
        ),
        Block(
            (Row("licences", "行政许可"), Row("other_services", "其他对外管理服务事项")),
            _DECISIONS,
            "第二十条第（五）项",
            today.ROW_HEAD,
        ),
        Block(
            (Row("penalties", "行政处罚"), Row("coercive_measures", "行政强制")),
            _DECISIONS,
            "第二十条第（六）项",
            today.ROW_HEAD,
        ),
        Block((Row("fee_items", "行政事业性收费"),), _PROJECTS, "第二十条第（八）项", today.ROW_HEAD),
        Block(
            (Row("procurement", "政府集中采购"),),
            (
                Column("items", "采购项目数量", "采购项目"),
                Column("amount", "采购总金额", "采购总金额", measure=Measure.WAN_YUAN),
            ),
            "第二十条第（九）项",
            today.ROW_HEAD,
        ),
    ),
)

_RESULTS: Final = tuple(row for row in today.RESULT_ROWS if today.OTHER not in row.groups)
_OTHER: Final = Row(
    "other_other", today.OTHER, (today.RESULTS,), merges=("other_no_correction", "other_no_fee")
)
REQUESTS: Final = today.requests_table((*_RESULTS, _OTHER))

FORM: Final = Form(
    "2019",
    today.DOCUMENT_NAME,
    "国办公开办函〔2019〕60号",
    2019,
    today.HEADINGS,
    today.TOPICS,
    today.PARAGRAPHS,
    {"proactive": PROACTIVE, "requests": REQUESTS, "disputes": today.DISPUTES},
    last_year=2020,
    is_written=False,
    has_fee_statement=False,
    signs=frozenset({"本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量"}),
)
