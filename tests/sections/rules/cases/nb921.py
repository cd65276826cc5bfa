"""Cases of NB921: 正文的申请件数与表格不符."""

from sections.rules.base import Severity
from tests.support.rule_case import GOVERNMENT, Case, added, text
from tests.support.sound_report import Spoilt

CASES = (
    Case(
        "NB921",
        True,
        text("overview", "申请30件", "申请29件"),
        says="正文写“收到政府信息公开申请29件”，表格中本年新收为30件（本年新收与上年结转之和32件）",
        where="overview.requests",
        severity=Severity.ERROR,
    ),
    Case(
        "NB921",
        True,
        text("overview", "上年结转2件", "上年结转1件"),
        says="上年结转为2件",
        fixed=("上年结转1件", "上年结转2件"),
    ),
    Case(
        "NB921",
        True,
        text("overview", "上年结转2件，", "申请人中自然人26人次、商业企业3家。"),
        severity=Severity.WARNING,
    ),
    Case("NB921", False, text("overview", "上年结转2件，", "申请人中自然人24人次、商业企业3家。")),
    Case("NB921", True, text("overview", "3件结转", "出具政府信息公开告知书19份，3件结转"), says="口径"),
    Case("NB921", False, text("overview", "3件结转", "出具政府信息公开告知书29份，3件结转")),
    Case(
        "NB921",
        True,
        Spoilt(cells={"requests.carried_in.total": 1}),
        says="正文的数与表格其他各格相合，应是表格填错",
        severity=Severity.WARNING,
    ),
    Case("NB921", True, text("overview", "上年结转2件", "无上年结转")),
    Case("NB921", True, text("overview", "另有3件结转下年度继续办理", "尚有2件正在办理")),
    Case("NB921", False, text("overview", "另有3件结转下年度继续办理", "尚有3件正在办理")),
    Case("NB921", True, text("overview", "3件结转下年度", "4件结转下年度"), says="结转下年度继续办理为3件"),
    Case("NB921", True, text("overview", "收到政府信息公开申请30件", "未收到政府信息公开申请")),
    Case("NB921", True, text("overview", "收到政府信息公开申请30件", "共收到三十一件政府信息公开申请")),
    Case(
        "NB921",
        True,
        Spoilt(
            changes={"profile": GOVERNMENT},
            replace={"overview": ("收到政府信息公开申请30件", "受理申请17件")},
        ),
        says="如两处统计范围不同（如本机关与全辖区）",
        severity=Severity.WARNING,
    ),
    Case("NB921", False, text("overview", "收到政府信息公开申请30件", "受理依申请公开３２件")),
    Case(
        "NB921",
        False,
        text("overview", "收到政府信息公开申请30件", "去年收到政府信息公开申请25件，今年收到申请30件"),
    ),
    Case("NB921", False, text("overview", "申请30件", "申请30件，其中当面提出的申请4件")),
    Case("NB921", False, added("overview", "窗口受理演出许可申请77件。")),
    Case("NB921", False, added("overview", "政务公开专区受理热线工单500件，办结498件，尚未办结的2件。")),
    Case("NB921", False, added("overview", "通过网站收到申请20件、信函收到申请10件。")),
    Case("NB921", False, added("overview", "没有收到涉及商业秘密的政府信息公开申请。")),
    Case("NB921", False),
    Case("NB921", True, text("overview", "办理结果为：", "办结31件，其中"), says="（七）总计为29件"),
    Case(
        "NB921",
        True,
        text("overview", "上年结转2件，办理", "上年结转2件，申请人均为自然人，办理"),
        says="法人或其他组织新收6件",
        severity=Severity.WARNING,
    ),
    Case("NB921", False, text("overview", "上年结转2件，办理", "上年结转2件，其中2件均由自然人撤回，办理")),
)
