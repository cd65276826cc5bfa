"""The form in force since the reports of 2021.

Source: 国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》.

Labels and headings are law and stand here to the letter. Counts are whole 件; 行政事业性收费 is in 万元.
"""

from typing import Final

from sections.form.arithmetic import balances, column_totals, row_totals, totals_hold
from sections.form.elements import OWN_TOPICS, Block, Carry, Column, IdentityKind, Measure, Row, Shape
from sections.form.model import Form, Table

HEADINGS: Final = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
TOPICS: Final = {
    "proactive": "（一）主动公开",
    "requests": "（二）依申请公开",
    "management": "（三）政府信息管理",
    "platform": "（四）政府信息公开平台建设",
    "supervision": "（五）监督保障",
}
PARAGRAPHS: Final = (
    "opening",
    "overview.lead",
    "overview.proactive",
    "overview.requests",
    "overview.management",
    "overview.platform",
    "overview.supervision",
    OWN_TOPICS,
    "problems.improved",
    "problems.found",
    "problems.measures",
    "other.fees",
    "other.matters",
)
DOCUMENT_NAME: Final = "政府信息公开工作年度报告"

# --- part two: 条例 article 20, items 1, 5, 6 and 8 -------------------------------------------------------

ROW_HEAD: Final = "信息内容"
_DOCUMENTS: Final = Block(
    (
        Row("regulations", "规章"),
        Row("normative_documents", "行政规范性文件"),
    ),
    (
        Column("issued", "本年制发件数", "本年制发"),
        Column("repealed", "本年废止件数", "本年废止"),
        Column("in_force", "现行有效件数", "现行有效"),
    ),
    "第二十条第（一）项",
    ROW_HEAD,
)
_DECISIONS: Final = (Column("", "本年处理决定数量", "本年处理决定"),)
_FEES: Final = (
    Column("", "本年收费金额（单位：万元）", "本年收费", aliases=("本年收费金额",), measure=Measure.WAN_YUAN),
)

PROACTIVE: Final = Table(
    "proactive",
    Shape.BANDED,
    "主动公开政府信息情况表",
    (
        _DOCUMENTS,
        Block((Row("licences", "行政许可"),), _DECISIONS, "第二十条第（五）项", ROW_HEAD),
        Block(
            (Row("penalties", "行政处罚"), Row("coercive_measures", "行政强制")),
            _DECISIONS,
            "第二十条第（六）项",
            ROW_HEAD,
        ),
        Block((Row("fees", "行政事业性收费"),), _FEES, "第二十条第（八）项", ROW_HEAD),
    ),
    carries=tuple(
        Carry(
            f"proactive.{row.name}.in_force",
            f"proactive.{row.name}.in_force",
            (f"proactive.{row.name}.issued",),
            (f"proactive.{row.name}.repealed",),
        )
        for row in _DOCUMENTS.rows
    ),
    about="规章和行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，"
    "行政事业性收费的金额。",
)

# --- part three -----------------------------------------------------------------------------------------

APPLICANT_HEAD: Final = "申请人情况"
LEGAL_PERSON: Final = "法人或其他组织"
REQUEST_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_LEGAL: Final = (APPLICANT_HEAD, LEGAL_PERSON)
APPLICANT_COLUMNS: Final = (
    Column("natural_person", "自然人", "自然人", (APPLICANT_HEAD,)),
    Column("enterprise", "商业企业", "商业企业", _LEGAL),
    Column("research", "科研机构", "科研机构", _LEGAL),
    Column("public_interest", "社会公益组织", "社会公益", _LEGAL),
    Column("legal_service", "法律服务机构", "法律服务", _LEGAL),
    Column("other", "其他", "其他", _LEGAL),
    Column("total", "总计", "总计", (APPLICANT_HEAD,)),
)
RESULTS: Final = "三、本年度办理结果"
DENIED, UNAVAILABLE = "（三）不予公开", "（四）无法提供"
REJECTED, OTHER = "（五）不予处理", "（六）其他处理"

NEW: Final = Row("new", "一、本年新收政府信息公开申请数量")
CARRIED_IN: Final = Row("carried_in", "二、上年结转政府信息公开申请数量")
RESULT_ROWS: Final = (
    Row("granted", "（一）予以公开", (RESULTS,)),
    Row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", (RESULTS,)),
    Row("denied_state_secret", "1.属于国家秘密", (RESULTS, DENIED)),
    Row("denied_law_forbids", "2.其他法律行政法规禁止公开", (RESULTS, DENIED)),
    Row("denied_security_stability", "3.危及“三安全一稳定”", (RESULTS, DENIED)),
    Row("denied_third_party", "4.保护第三方合法权益", (RESULTS, DENIED)),
    Row("denied_internal_affairs", "5.属于三类内部事务信息", (RESULTS, DENIED)),
    Row("denied_process", "6.属于四类过程性信息", (RESULTS, DENIED)),
    Row("denied_enforcement_file", "7.属于行政执法案卷", (RESULTS, DENIED)),
    Row("denied_admin_query", "8.属于行政查询事项", (RESULTS, DENIED)),
    Row(
        "unavailable_not_held",
        "1.本机关不掌握相关政府信息",
        (RESULTS, UNAVAILABLE),
        aliases=("不掌握相关政府信息",),
    ),
    Row(
        "unavailable_needs_creation",
        "2.没有现成信息需要另行制作",
        (RESULTS, UNAVAILABLE),
        aliases=("没有现成信息",),
    ),
    Row("unavailable_unclear", "3.补正后申请内容仍不明确", (RESULTS, UNAVAILABLE)),
    Row("rejected_petition", "1.信访举报投诉类申请", (RESULTS, REJECTED)),
    Row("rejected_repeat", "2.重复申请", (RESULTS, REJECTED)),
    Row("rejected_publication", "3.要求提供公开出版物", (RESULTS, REJECTED)),
    Row("rejected_excessive", "4.无正当理由大量反复申请", (RESULTS, REJECTED)),
    Row("rejected_reconfirm", "5.要求行政机关确认或重新出具已获取信息", (RESULTS, REJECTED)),
    Row(
        "other_no_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        (RESULTS, OTHER),
        aliases=("逾期不补正", "申请人逾期不补正", "申请人无正当理由逾期不补正"),
    ),
    Row(
        "other_no_fee",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        (RESULTS, OTHER),
        aliases=("逾期不缴费", "逾期未缴费", "申请人逾期不缴费", "申请人逾期未按收费通知要求缴纳费用"),
    ),
    Row("other_other", "3.其他", (RESULTS, OTHER), takes_group=True),
)
"""The 21 outcomes that （七）总计 adds up."""
TOTAL: Final = Row("total", "（七）总计", (RESULTS,))
CARRIED_OUT: Final = Row("carried_out", "四、结转下年度继续办理")


def requests_table(results: tuple[Row, ...]) -> Table:
    """The table of part three with these outcomes."""
    rows = (NEW, CARRIED_IN, *results, TOTAL, CARRIED_OUT)
    by_column = column_totals("requests", "total", results, APPLICANT_COLUMNS)
    by_row = row_totals("requests", rows, APPLICANT_COLUMNS, "total")
    applicants = [column for column in APPLICANT_COLUMNS if column.name != "total"]
    return Table(
        "requests",
        Shape.MATRIX,
        "收到和处理政府信息公开申请情况表",
        (Block(rows, APPLICANT_COLUMNS),),
        note=REQUEST_NOTE,
        unnamed_groups=1,
        identities=(
            *totals_hold(IdentityKind.ROW_TOTAL, by_row),
            *totals_hold(IdentityKind.COLUMN_TOTAL, by_column),
            *balances(
                "requests", APPLICANT_COLUMNS, (NEW.name, CARRIED_IN.name), (TOTAL.name, CARRIED_OUT.name)
            ),
        ),
        derived=(*(derived for derived in by_column if not derived.path.endswith(".total.total")), *by_row),
        carries=tuple(
            Carry(f"requests.carried_in.{column.name}", f"requests.carried_out.{column.name}")
            for column in applicants
        ),
        balance_label="一＋二＝三＋四",
        about="按申请人类别列出新收、上年结转、各种办理结果和结转下年度的申请件数。",
    )


REQUESTS: Final = requests_table(RESULT_ROWS)

# --- part four ------------------------------------------------------------------------------------------

_LITIGATION: Final = ("行政诉讼",)
_OUTCOMES: Final = (
    Column("upheld", "结果维持", "维持"),
    Column("corrected", "结果纠正", "纠正"),
    Column("other", "其他结果", "其他", aliases=("其他",)),
    Column("pending", "尚未审结", "未审结"),
    Column("total", "总计", "总计"),
)
_COURTS: Final = (
    Row("reconsideration", "行政复议"),
    Row("litigation_direct", "未经复议直接起诉", _LITIGATION),
    Row("litigation_after_reconsideration", "复议后起诉", _LITIGATION),
)
_DISPUTE_TOTALS: Final = row_totals("disputes", _COURTS, _OUTCOMES, "total")

DISPUTES: Final = Table(
    "disputes",
    Shape.STRIP,
    "政府信息公开行政复议、行政诉讼情况表",
    (Block(_COURTS, _OUTCOMES),),
    identities=tuple(totals_hold(IdentityKind.ROW_TOTAL, _DISPUTE_TOTALS)),
    derived=tuple(_DISPUTE_TOTALS),
    about="行政复议、未经复议直接起诉、复议后起诉的案件，按结果列出件数。",
)

FORM: Final = Form(
    "2021",
    DOCUMENT_NAME,
    "国办公开办函〔2021〕30号",
    2021,
    HEADINGS,
    TOPICS,
    PARAGRAPHS,
    {"proactive": PROACTIVE, "requests": REQUESTS, "disputes": DISPUTES},
)
