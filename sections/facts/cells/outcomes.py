"""How reports word the outcomes of part three: its rows, and the groups that they add up to.

The rows come before the groups: 「属于国家秘密不予公开1件」 speaks of its row, not of the whole group."""

from typing import Final

from sections.facts.cells.sums import row_label
from sections.language.subject import Subject, Wording


def _row(row: str, words: str, group: str, behind: tuple[str, str], before: tuple[str, str]) -> Subject:
    """A row by its words: its number stands behind them (and behind the group's), or before them.

    Each pair is a sentence that is read and one that is not. Before the words a number counts only what
    was decided so: 「1件涉及第三方权益」 may have been disclosed all the same."""
    decided = words.replace("涉及|", "").replace("|涉及", "")
    return Subject(
        f"requests.{row}.total",
        row_label(row),
        "件",
        (
            Wording(
                f"({words}){group}((政府)?信息)?<计><份>",
                behind[:1],
                behind[1:],
            ),
            Wording(
                f"<份><答复为>({decided})(?!的?[为共]?{{other}})",
                before[:1],
                before[1:],
            ),
        ),
    )


DENIED: Final = (
    _row(
        "denied_state_secret",
        "(属于?|涉及)国家秘密的?(信息)?",
        "<而不予公开>",
        ("其中属于国家秘密不予公开【1】件。", "涉及国家秘密的信息依法不予公开。"),
        ("有【1】件属于国家秘密。", "【1】件属于国家秘密的为2件合并答复。"),
    ),
    _row(
        "denied_law_forbids",
        "(其他)?法律(、?行政法规)?禁止公开的?(信息)?",
        "<而不予公开>",
        ("法律行政法规禁止公开的【1】件。", "法律、行政法规禁止公开的不予受理。"),
        ("有【1】件属于法律、行政法规禁止公开。", "1件法规解读。"),
    ),
    _row(
        "denied_security_stability",
        "危及[“「]?三安全一稳定[”」]?的?",
        "<而不予公开>",
        ("危及“三安全一稳定”不予公开【1】件。", "维护安全稳定1件。"),
        ("【1】件因危及“三安全一稳定”。", "1件维护稳定。"),
    ),
    _row(
        "denied_third_party",
        "(保护|涉及|损害)第三方(合法)?权益",
        "<而不予公开>",
        ("因保护第三方合法权益不予公开【2】件。", "征求第三方意见2件。"),
        ("【2】件因损害第三方合法权益。", "2件涉及第三方权益。"),
    ),
    _row(
        "denied_internal_affairs",
        "(三类)?内部(事务|管理)(类)?信息",
        "<而不予公开>",
        ("属于三类内部事务信息的【1】件。", "内部事务通报1件。"),
        ("【1】件属内部管理信息。", "1件内部通知。"),
    ),
    _row(
        "denied_process",
        "(四类)?过程性(类)?信息",
        "<而不予公开>",
        ("属于四类过程性信息【1】件。", "过程性文件1件。"),
        ("【1】件为过程性信息。", "【1】件过程性信息为2件合并。"),
    ),
    _row(
        "denied_enforcement_file",
        "(行政)?执法案卷(信息)?",
        "<而不予公开>",
        ("行政执法案卷信息不予公开【1】件。", "评查行政执法案卷，抽取30件。"),
        ("【1】件属于行政执法案卷。", "1件执法案例。"),
    ),
    _row(
        "denied_admin_query",
        "行政查询(类)?事项",
        "<而不予公开>",
        ("属于行政查询事项【1】件。", "行政查询窗口1个。"),
        ("【1】件属行政查询类事项。", "1件查询。"),
    ),
)
_NOT_HELD: Final = _row(
    "unavailable_not_held",
    "(本[机行]{clause 4})?(不掌握|未掌握|不存在|未制作|未获取)(或者?{clause 6})?(相关|所申请的?)?(政府)?信息"
    "|(政府)?信息不存在",
    "<而无法提供>",
    ("本机关不掌握相关政府信息无法提供【2】件。", "不掌握的信息告知向有关机关申请，共2次。"),
    ("有【2】件信息不存在。", "2件不予公开。"),
)
UNAVAILABLE: Final = (
    Subject(
        _NOT_HELD.id,
        _NOT_HELD.label,
        "件",
        (
            *_NOT_HELD.wordings,
            Wording(
                "不掌握(而|，|、)?无法提供<计><份>",
                ("因本机关不掌握无法提供【2】件。",),
                ("无法提供3件。",),
            ),
            Wording(
                "本(机关|行政机关|单位|局)不掌握的?<计><案>",
                ("本机关不掌握【2】件。",),
                ("不掌握情况的科室2个。", "本机关不掌握的信息，指引2件。"),
            ),
        ),
    ),
    _row(
        "unavailable_needs_creation",
        "(没有现成(政府)?信息(、?需要?另行制作)?|需要?另行制作的?)",
        "<而无法提供>",
        ("没有现成信息需要另行制作的【1】件。", "没有现成模板，另行制作答复书1件。"),
        ("【1】件因没有现成信息。", "1件另行制作。"),
    ),
    _row(
        "unavailable_unclear",
        "补正后(申请内容)?仍不明确",
        "<而无法提供>",
        ("补正后申请内容仍不明确【1】件。", "补正后申请3件。"),
        ("【1】件补正后仍不明确。", "1件发出补正告知。"),
    ),
)
REJECTED: Final = (
    _row(
        "rejected_petition",
        "信访(、?举报)?(、?投诉)?(类?申请|类)",
        "<而不予处理>",
        ("信访举报投诉类申请不予处理【1】件。", "信访件办结12件。"),
        ("【1】件为信访、举报、投诉类申请。", "1件信访事项。"),
    ),
    _row(
        "rejected_repeat",
        "重复(提出)?申请",
        "<而不予处理>",
        ("重复申请【2】件。", "避免重复申请，答复30件。"),
        ("【2】件属于重复申请。", "2件重复登记。"),
    ),
    _row(
        "rejected_publication",
        "(要求)?(提供)?公开出版物",
        "<而不予处理>",
        ("要求提供公开出版物【1】件。", "公开出版刊物1期。"),
        ("【1】件为要求提供公开出版物。", "1件出版物。"),
    ),
    _row(
        "rejected_excessive",
        "(无正当理由)?大量、?反复申请",
        "<而不予处理>",
        ("无正当理由大量反复申请【1】件。", "反复申请人约谈1次。"),
        ("【1】件属大量反复申请。", "1件大量文件。"),
    ),
    _row(
        "rejected_reconfirm",
        "(要求)?(行政机关)?确认或(者)?重新出具(已获取)?的?(信息)?",
        "<而不予处理>",
        ("要求行政机关确认或重新出具已获取信息【1】件。", "重新出具答复书1件。"),
        ("【1】件为要求确认或者重新出具已获取信息。", "1件重新出具。"),
    ),
)
OTHERWISE: Final = (
    _row(
        "other_no_correction",
        "逾期(不|未)补正(、?行政机关不再处理其政府信息公开申请)?",
        "",
        ("申请人逾期不补正的【1】件。", "要求补正1件。"),
        ("【1】件因逾期未补正。", "1件补正后答复。"),
    ),
    _row(
        "other_no_fee",
        "逾期(未|不)(按{clause 12})?缴纳?(相关)?费用?(、?行政机关不再处理其政府信息公开申请)?",
        "",
        ("逾期未按收费通知要求缴纳费用【1】件。", "发出收费通知1件。"),
        ("【1】件因逾期未缴纳费用。", "1件缴费后办理。"),
    ),
    _row(
        "other_other",
        "(主动|自愿|自行)撤回(了)?(<公开申请>|申请)?",
        "",
        ("申请人主动撤回【1】件。", "主动撤回稿件，重新发布1件。"),
        ("【1】件因主动撤回申请。", "1件撤回后重新提出。"),
    ),
)


def _group(subject: str, label: str, words: str, behind: tuple[str, str], before: tuple[str, str]) -> Subject:
    return Subject(
        subject,
        label,
        "件",
        (
            Wording(f"({words})((政府)?信息)?<计><份>", behind[:1], behind[1:]),
            Wording(f"<份><答复为>({words})(?!的?[为共]?{{other}})", before[:1], before[1:]),
        ),
    )


_GRANTED: Final = _group(
    "requests.granted.total",
    "予以公开",
    "(?<![不分])予以(全部)?公开|(全部|同意|准予|依法|决定)公开",
    ("答复29件，其中予以公开【12】件。", "不予以公开4件。"),
    ("其中【12】件予以公开。", "12件不予公开。"),
)
GROUPS: Final = (
    _group(
        "requests.partial.total",
        "部分公开",
        "部分公开",
        ("部分公开【5】件。", "全部公开5件。"),
        ("【5】件部分公开。", "5件不予公开。"),
    ),
    _group(
        "requests.denied",
        "不予公开",
        "不(予以?)?公开",
        ("不予公开【4】件。", "予以公开4件。"),
        ("【4】件不予公开。", "【4】件不予公开的2件为第三方。"),
    ),
    Subject(
        _GRANTED.id,
        _GRANTED.label,
        "件",
        (
            *_GRANTED.wordings,
            Wording(
                "(?<=[：，、为中])公开<份>(?={any 40}部分公开)",
                ("办理结果：公开【12】件、部分公开5件。",),
                ("办理结果：公开12件、不予公开4件。", "主动公开12件、部分公开5件。"),
            ),
        ),
    ),
    _group(
        "requests.unavailable",
        "无法提供",
        "(无法|不能)提供",
        ("无法提供【3】件。", "提供查询3件。"),
        ("【3】件无法提供。", "3件提供服务。"),
    ),
    _group(
        "requests.rejected",
        "不予处理",
        "不予处理",
        ("不予处理【3】件。", "予以处理3件。"),
        ("【3】件不予处理。", "3件予以处理。"),
    ),
    _group(
        "requests.handled_otherwise",
        "其他处理",
        "其他(方式)?处理|作(出)?其他处理",
        ("其他处理【2】件。", "处理其他事项2件。"),
        ("【2】件作其他处理。", "2件另行处理。"),
    ),
)
ROWS: Final = (*DENIED, *UNAVAILABLE, *REJECTED, *OTHERWISE)
