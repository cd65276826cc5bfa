"""Cases of the rules that hold the narrative against tables, answers and last year."""

from decimal import Decimal

from sections.report.parts import Other, Overview, Profile
from sections.report.values import LocalItem, Quantity, Value
from sections.rules.base import Severity
from tests.sections.rules.case import Case, added, text
from tests.sections.rules.clean import LAST_OVERVIEW, LEAD, TOPICS, Spoilt

_GOVERNMENT = Profile(name="云岭市青禾区人民政府", kind="人民政府")
_WITHOUT = "\n".join((LEAD, *(words for name, words in TOPICS.items() if name != "platform")))
_BARE = "\n".join(
    (LEAD, TOPICS["proactive"], TOPICS["requests"], TOPICS["management"], TOPICS["supervision"])
)
_FEES = added("overview", "收取行政事业性收费52.15万元。")
_LAST_NUMBERS = "全年举办政府开放日活动23场，接待群众参观，现场答疑解惑。"


def _overview(new: str) -> Spoilt:
    return Spoilt(changes={"overview": Overview(text=new)})


def _both(sentence: str, before: str) -> Spoilt:
    """A sentence in this year's part one and another in last year's."""
    end = "并把结果通报各科室。"
    return Spoilt(replace=added("overview", sentence).replace, last_replace={"overview": (end, end + before)})


def _answered(facts: dict[str, Value], old: str, new: str) -> Spoilt:
    return Spoilt(changes={"facts": facts}, replace={"overview": (old, new)})


PROSE_CASES: tuple[Case, ...] = (
    Case(
        "NB111",
        True,
        _overview(_WITHOUT),
        says="没有单列“（四）政府信息公开平台建设”",
        severity=Severity.INFO,
    ),
    Case(
        "NB111",
        True,
        _overview(
            _BARE.replace("网站", "柜台")
            .replace("公众号", "布告")
            .replace("（五）监督保障", "（四）监督保障")
        ),
        says="没有写“（四）政府信息公开平台建设”方面的情况",
        severity=Severity.WARNING,
    ),
    Case(
        "NB111",
        False,
        _overview(
            "\n".join((LEAD, *TOPICS.values())).replace("（四）政府信息公开平台建设。", "（四）建好平台\n")
        ),
    ),
    Case("NB111", False),
    Case(
        "NB921",
        True,
        text("overview", "申请30件", "申请29件"),
        says="正文写“收到政府信息公开申请29件”，表格中本年新收为30件（本年新收与上年结转之和32件）",
        where="overview.requests",
        severity=Severity.ERROR,
        fixed=("收到政府信息公开申请29件", "收到政府信息公开申请30件"),
    ),
    Case("NB921", True, text("overview", "上年结转2件", "上年结转1件"), says="上年结转为2件"),
    Case("NB921", True, text("overview", "3件结转下年度", "4件结转下年度"), says="结转下年度继续办理为3件"),
    Case("NB921", True, text("overview", "收到政府信息公开申请30件", "未收到政府信息公开申请")),
    Case("NB921", True, text("overview", "收到政府信息公开申请30件", "共收到三十一件政府信息公开申请")),
    Case(
        "NB921",
        True,
        Spoilt(
            changes={"profile": _GOVERNMENT},
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
    Case(
        "NB922",
        True,
        text("overview", "无法提供3件", "无法提供2件"),
        says="表格中（四）无法提供各项之和为3件",
        fixed=("无法提供2件", "无法提供3件"),
    ),
    Case("NB921", True, text("overview", "办理结果为：", "办结31件，其中"), says="（七）总计为29件"),
    Case("NB922", True, text("overview", "予以公开12件", "予以公开22件")),
    Case("NB922", True, added("overview", "依申请公开中重复申请3件。"), says="2.重复申请为2件"),
    Case("NB922", False, text("overview", "不予公开4件", "不予公开（含第三方权益2件）4件")),
    Case("NB922", False, text("overview", "予以公开12件、部分公开5件", "予以公开和部分公开17件")),
    Case(
        "NB922",
        True,
        text("overview", "予以公开12件、部分公开5件", "予以公开、部分公开以及不予公开20件"),
        says="不予公开各项之和",
        fixed=("20", "21"),
    ),
    Case("NB922", False, text("overview", "予以公开12件、部分公开5件", "同意查阅和部分公开15件")),
    Case("NB922", False, added("overview", "全年公文标注主动公开60件、不予公开9件。")),
    Case("NB922", False),
    Case("NB923", True, text("overview", "行政复议4件", "行政复议2件"), says="行政复议总计为4件"),
    Case("NB923", True, text("overview", "行政诉讼1件", "行政诉讼3件"), says="两类行政诉讼总计之和为1件"),
    Case(
        "NB923",
        True,
        text(
            "overview", "因政府信息公开被申请行政复议4件、行政诉讼1件", "未发生因政府信息公开引发的行政复议"
        ),
        says="未发生因政府信息公开引发的行政复议",
    ),
    Case(
        "NB923",
        True,
        text("overview", "复议4件、", "复议4件（维持3件、纠正1件）、"),
        says="行政复议结果维持为2件",
    ),
    Case("NB923", False, text("overview", "复议4件、", "复议4件（维持2件、纠正1件、未审结1件）、")),
    Case("NB923", False, added("overview", "没有因信息公开被复议机关纠正的行政复议案件。")),
    Case("NB923", False),
    Case("NB924", True, text("overview", "许可118件", "许可108件"), says="行政许可处理决定数量为118件"),
    Case("NB924", True, text("overview", "制发行政规范性文件3件", "制发行政规范性文件2件")),
    Case("NB924", True, text("overview", "废止行政规范性文件1件", "废止2件"), says="本年废止件数为1件"),
    Case("NB924", False, added("overview", "清理规范性文件9件，废止2件、宣布失效1件。")),
    Case("NB924", False, added("overview", "公示行政处罚案件9件。")),
    Case("NB924", False),
    Case(
        "NB925",
        True,
        added("overview", "收到的政府信息公开申请均已办结。"),
        says="结转下年度继续办理3件，两处矛盾",
        severity=Severity.ERROR,
    ),
    Case("NB925", True, added("overview", "依申请公开办结率100%。"), severity=Severity.ERROR),
    Case(
        "NB925",
        True,
        Spoilt(
            changes={"profile": _GOVERNMENT},
            replace={"overview": ("收到政府信息公开申请30件", "办公室收到的申请均已办结。区里的情况是")},
        ),
        says="如两处统计范围不同",
        severity=Severity.WARNING,
    ),
    Case("NB925", True, added("overview", "公开申请均按时办结。"), severity=Severity.WARNING),
    Case("NB925", False, added("overview", "依申请公开按时办结率100%。")),
    Case("NB925", True, added("overview", "公开申请全部已经答复。"), severity=Severity.WARNING),
    Case("NB925", False, added("overview", "群众留言均已办结。到期的政府信息公开申请均已办结。")),
    Case("NB925", False),
    Case(
        "NB926",
        True,
        text("overview", "行政诉讼1件。", "行政诉讼1件，均获维持。"),
        says="行政复议结果纠正1件、行政复议尚未审结1件，两处矛盾",
    ),
    Case(
        "NB926",
        True,
        Spoilt(
            changes={"profile": _GOVERNMENT},
            replace={"overview": ("收到政府信息公开申请30件", "政府信息公开行政复议均获维持")},
        ),
        severity=Severity.WARNING,
    ),
    Case(
        "NB926",
        False,
        text("overview", "行政诉讼1件。", "行政诉讼1件；政府信息公开诉讼案件均被法院判决维持。"),
    ),
    Case("NB926", True, added("overview", "因信息公开被申请行政复议4件，均被纠正。"), says="“均被纠正”"),
    Case("NB926", False),
    Case(
        "NB927",
        True,
        _answered({"proactive.published_total": Quantity(842)}, "政府信息842条", "政府信息824条"),
        says="公开政府信息824条”，“主动公开政府信息”填报的是842，两处不一致",
        fixed=("824", "842"),
        answers_known=True,
    ),
    Case(
        "NB927",
        True,
        _answered(
            {"platform.items": (LocalItem("场馆预约", Quantity(9), "次"),)},
            "更方便。",
            "更方便，场馆预约8次。",
        ),
        says="“场馆预约”填报的是9",
        answers_known=True,
    ),
    Case(
        "NB927",
        False,
        _answered({"supervision.trainings": Quantity(2)}, "培训2次", "培训２次"),
        answers_known=True,
    ),
    Case("NB927", False, _answered({"supervision.trainings": Quantity(2)}, "培训2次", "培训3次")),
    Case(
        "NB927",
        False,
        _answered(
            {"proactive.published_total": Quantity(842), "proactive.website": Quantity(510)},
            "其中网站510条",
            "其中网站主动公开信息510条",
        ),
        answers_known=True,
    ),
    Case("NB931", True, text("overview", "增长5.3%", "增长6.3%"), says="本年842条，上年800条，应为增长5.3%"),
    Case(
        "NB931",
        True,
        text("overview", "申请30件", "申请30件，同比增长25%"),
        says="应为增长20%",
        severity=Severity.ERROR,
    ),
    Case(
        "NB931",
        True,
        added("overview", "开放日活动3场，较去年增加3场，增长100%。"),
        says="上年为0，不能计算百分比",
    ),
    Case("NB931", False, text("overview", "申请30件", "申请30件，同比增长20%")),
    Case("NB931", False, text("overview", "增长5.3%", "增长5.2%")),
    Case("NB931", False),
    Case(
        "NB932", True, text("overview", "申请30件", "申请30件，较去年增加6件"), says="上年25件，应为增加5件"
    ),
    Case("NB932", True, text("overview", "申请30件", "申请30件，与去年持平"), says="应为增加5件"),
    Case("NB932", True, added("overview", "开放日活动3场（去年5场），较去年减少1场。"), says="应为减少2场"),
    Case(
        "NB932",
        True,
        _both("全年举办非遗展演12场，比上年增加2场。", "举办非遗展演9场。"),
        says="应为增加3场",
        severity=Severity.WARNING,
    ),
    Case(
        "NB932",
        False,
        text("overview", "收到政府信息公开申请30件", "共办理政府信息公开申请32件，较去年增加7件"),
    ),
    Case("NB932", False, text("overview", "申请30件", "申请30件，比2024年增加5件")),
    Case("NB932", False),
    Case(
        "NB933",
        True,
        text("overview", "2025年，", "2024年，"),
        says="正文写“2024年”，本报告是2025年度的",
        fixed=("2024年", "2025年"),
    ),
    Case("NB933", True, text("other", "2025年，", "2023年，"), where="other"),
    Case("NB933", True, added("problems", "2025年，我局将增设两个专栏。"), severity=Severity.WARNING),
    Case("NB933", False, added("problems", "2024年，我局针对预告太晚的问题进行了整改。")),
    Case("NB933", True, text("other", "2025年，", "2026年，"), where="other"),
    Case("NB933", False, added("overview", "2026年，将继续推进专栏建设。")),
    Case("NB933", False, added("problems", "2026年，我局将增设两个专栏。")),
    Case(
        "NB933",
        False,
        added("overview", "2023年印发的目录继续执行。2024年，全区试行新目录，2025年正式实施。"),
    ),
    Case(
        "NB933",
        True,
        text("overview", "（三）政府信息管理。", "（三）政府信息管理。2024年，全局共制定制度3件。"),
    ),
    Case(
        "NB933",
        False,
        text("overview", "（三）政府信息管理。", "（三）政府信息管理。2024年，制定了审核制度。"),
    ),
    Case("NB933", False),
    Case("NB934", True, _both(_LAST_NUMBERS, _LAST_NUMBERS), says="（23场）与上年报告完全一样"),
    Case(
        "NB934",
        True,
        _both("全年培训工作人员3次，逐科讲解。", "全年培训工作人员3次，逐科讲解。"),
        severity=Severity.INFO,
    ),
    Case("NB934", False, _both(_LAST_NUMBERS.replace("23", "31"), _LAST_NUMBERS)),
    Case("NB934", False),
    Case(
        "NB935",
        True,
        Spoilt(
            changes={"overview": Overview(text=LAST_OVERVIEW.replace("2024", "2025").replace("25件", "30件"))}
        ),
        says="的文字与上年报告相同或几乎相同",
        severity=Severity.WARNING,
    ),
    Case("NB935", False),
    Case("NB936", True, added("overview", TOPICS["platform"].split("。")[1] + "。"), says="出现了两次以上"),
    Case("NB936", False),
    Case(
        "NB941",
        True,
        text("overview", "网站510条", "网站500条"),
        says="总数写842条，分项相加500＋300＋32＝832条，相差10条",
        severity=Severity.WARNING,
    ),
    Case(
        "NB941",
        True,
        added("overview", "编发简报40期（综合类20期、业务类15期、专刊6期）。"),
        says="20＋15＋6＝41期",
        severity=Severity.ERROR,
    ),
    Case(
        "NB941",
        True,
        Spoilt(
            changes={
                "other": Other(
                    text="对5件申请收取信息处理费300元。其中，文化站2件，收取100元；文化馆2件，收取200元；图书馆2件。"
                )
            }
        ),
        says="2＋2＋2＝6件",
    ),
    Case(
        "NB941",
        True,
        text("overview", "申请30件", "申请30件，较去年增加5件，其中自然人申请24件，法人或其他组织申请5件"),
        says="24＋5＝29件",
    ),
    Case("NB941", False, added("overview", "编发简报40期，其中综合类20期、业务类15期等。")),
    Case(
        "NB941", False, added("overview", "编发简报40期（综合类20期、业务类15期、专刊5期），较去年增加2期。")
    ),
    Case("NB941", False, added("overview", "编发简报40余期，其中综合类20期、业务类15期、专刊6期。")),
    Case("NB941", False),
    Case("NB942", True, added("overview", "留言按时答复率达到1000%。"), says="超过了100%"),
    Case("NB942", False, added("overview", "留言按时答复率达到100%。")),
    Case("NB928", True, added("overview", "收取行政事业性收费3.2万元。"), says="表格中行政事业性收费为0万元"),
    Case(
        "NB928",
        True,
        Spoilt(cells={"proactive.fees": Decimal("521500")}, replace=_FEES.replace),
        says="为521500万元",
        severity=Severity.WARNING,
    ),
    Case("NB928", False, Spoilt(cells={"proactive.fees": Decimal("52.148")}, replace=_FEES.replace)),
    Case("NB928", False, added("overview", "减免行政事业性收费12万元。")),
    Case(
        "NB937",
        True,
        added("overview", "深入学习贯彻党的十九大精神。"),
        says="2022年已召开二十大，全文没有提到",
        severity=Severity.WARNING,
    ),
    Case("NB937", True, added("overview", "对照2023年政务公开工作要点逐项落实。"), severity=Severity.INFO),
    Case(
        "NB937",
        False,
        added("overview", "学习党的二十大和二十届三中全会精神，对照2025年政务公开工作要点落实。"),
    ),
    Case("NB937", False, added("overview", "党的十九大以来，公开内容逐年增加。")),
    Case(
        "NB943",
        True,
        text("overview", "申请30件", "申请30件，其中网上申请21件，占75%"),
        says="21÷30＝70.0%，与所写的75%不符",
        severity=Severity.ERROR,
    ),
    Case(
        "NB943",
        True,
        added("overview", "编发简报40期。其中综合类25期，占60.5%。"),
        says="25÷40＝62.5%",
        severity=Severity.WARNING,
    ),
    Case("NB943", True, added("overview", "网上申请20件，占70%；信函申请10件，占30%。"), says="20÷30＝66.7%"),
    Case("NB943", False, added("overview", "网上申请20件，占66.7%；信函申请10件，占33.3%。")),
    Case(
        "NB943",
        False,
        added("overview", "编发简报40期，其中综合类25期，占62.5%，业务类15期，占总数的37.5%。"),
    ),
    Case(
        "NB943",
        False,
        added("overview", "编发简报400余期，其中综合类25期，占6%；图解5期，约占全区总量的3%。"),
    ),
)
