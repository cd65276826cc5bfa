"""Cases of the rules that look at the tables, within a year and between years."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from sections.form import TABLES, table_fields
from sections.overview import Overview
from sections.problems import FollowUp, Problem, Problems
from sections.report.report import Period, Profile, Remark, Signature, Unread
from sections.report.values import Quantity
from sections.rules.base import Severity
from tests.sections.rules.case import Case, added, cells, text
from tests.sections.rules.clean import PROBLEMS, UNIT, Spoilt, clean

_GOVERNMENT = "云岭市青禾区人民政府"


def _named(unit: str, kind: str = "") -> Spoilt:
    return Spoilt(changes={"unit": unit, "profile": Profile(name=unit, kind=kind)})


def _unread(where: str, raw: str, **cell: int | None) -> Spoilt:
    values = {name.replace("__", "."): value for name, value in cell.items()}
    return Spoilt(cells=values, changes={"unread": (Unread(where=where, raw=raw),)})


def _lost(fields: tuple[str, ...]) -> Spoilt:
    places = tuple(Unread(where=field, raw="", reason="没有找到") for field in fields)
    return Spoilt(cells=dict.fromkeys(fields), changes={"unread": places})


def _lost_row(row: str) -> Spoilt:
    return _lost(tuple(field for field in table_fields() if field.startswith(f"{row}.")))


def _lost_table(section: str) -> Spoilt:
    return _lost(TABLES[section].fields)


def _remarked(kind: Literal["label", "short_label", "blank", "merged"], where: str, *words: str) -> Spoilt:
    return Spoilt(
        changes={
            "remarks": (
                Remark(kind=kind, where=where, **dict(zip(("printed", "right"), words, strict=False))),
            )
        }
    )


def _signed(*day: int) -> Spoilt:
    return Spoilt(changes={"signature": Signature(organ=UNIT, date=dt.date(*day))})


_THIS = {field: clean().number(field) for field in table_fields() if not field.startswith("disputes")}


def _items(*pairs: tuple[str, str]) -> Problems:
    return Problems(text=PROBLEMS, items=tuple(Problem(problem=p, measure=m) for p, m in pairs))


TABLE_CASES: tuple[Case, ...] = (
    Case(
        "NB101",
        True,
        text("title", "工作年度报告", "年度报告"),
        says="写作“政府信息公开年度报告”",
        where="title",
    ),
    Case("NB101", True, text("title", "政府信息公开工作年度报告", "政务公开工作总结")),
    Case("NB101", False),
    Case("NB101", False, Spoilt(changes={"title": ""})),
    Case("NB102", True, text("title", "2025年", "2024年"), says="标题写“2024年”", where="title"),
    Case("NB102", True, text("title", "2025年", "２０２３年")),
    Case("NB102", False, text("title", "2025年", "２０２５年")),
    Case(
        "NB103",
        True,
        text("opening", "2025年1月1日起至2025", "2024年1月1日起至2024"),
        says="应为2025年1月1日至12月31日",
        where="opening",
        fixed=("2024年1月1日起至2024年12月31日", "2025年1月1日起至2025年12月31日"),
    ),
    Case("NB103", True, text("opening", "12月31日", "11月30日")),
    Case("NB103", True, text("opening", "1日起至2025年12月31日", "1日起，至2024年12月31日")),
    Case(
        "NB103",
        True,
        Spoilt(
            changes={"opening": "", "period": Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31))}
        ),
        where="period",
    ),
    Case("NB103", False, text("opening", "2025年1月1日起至2025年12月31日止", "２０２５年1月1日至12月31日")),
    Case("NB104", True, text("opening", "", ""), says="没有引言"),
    Case("NB104", True, text("opening", "", "根据条例编制本报告。"), says="统计期限、查阅或联系方式"),
    Case("NB104", False, text("opening", "", ""), drafting=True),
    Case(
        "NB104",
        False,
        Spoilt(
            replace={"opening": ("", "")},
            changes={
                "overview": Overview(
                    text="本报告依据条例编制，统计期限为全年度。",
                    lead="本报告依据条例编制，统计期限为全年度，可在县网站查阅。",
                )
            },
        ),
    ),
    Case("NB104", False),
    Case(
        "NB105", True, Spoilt(changes={"profile": Profile(telephone="0000-8800008")}), says="“0000-8800008”"
    ),
    Case("NB105", False, Spoilt(changes={"profile": Profile(telephone="0000 8800000", email="a@b.cn")})),
    Case(
        "NB102",
        True,
        text("opening", "编制本报告。", "编制2024年政府信息公开工作年度报告。"),
        says="引言写“2024年”",
        fixed=("2024", "2025"),
    ),
    Case(
        "NB201", True, cells(proactive__normative_documents__in_force=1), says="少于3−1＝2件", with_last=False
    ),
    Case("NB201", False, cells(proactive__normative_documents__in_force=2), with_last=False),
    Case(
        "NB301",
        True,
        cells(requests__new__total=31),
        says="相加为30件（自然人24＋",
        where="requests.new.total",
    ),
    Case("NB301", True, cells(requests__denied_process__enterprise=1), says="相差1件"),
    Case("NB301", False),
    Case("NB301", False, _unread("requests.new.total", "3 O", requests__new__total=None)),
    Case(
        "NB302",
        True,
        cells(requests__granted__enterprise=2),
        says="“商业企业”一列各项办理结果相加为4件",
        where="requests.total.enterprise",
    ),
    Case("NB302", False),
    Case(
        "NB303",
        True,
        cells(requests__carried_out__natural_person=0),
        says="新收24件＋上年结转1件＝25件，（七）总计23件＋结转下年度0件＝23件，相差2件",
        where="requests.carried_out.natural_person",
    ),
    Case("NB303", False),
    Case(
        "NB401",
        True,
        cells(disputes__reconsideration__total=0),
        says="“行政复议”各项结果相加为4件（结果维持2＋结果纠正1＋尚未审结1），总计填0件，相差4件",
        where="disputes.reconsideration.total",
    ),
    Case(
        "NB401", True, cells(disputes__litigation_after_reconsideration__other=2), says="行政诉讼·复议后起诉"
    ),
    Case("NB401", False),
    Case("NB304", True, Spoilt(changes={"form": "2019"}), where="requests.other_other.total"),
    Case("NB304", True, _remarked("merged", "requests.other_other.total")),
    Case("NB304", False, Spoilt(changes={"form": "2019", "year": 2020})),
    Case(
        "NB305",
        True,
        _remarked(
            "label",
            "requests.denied_law_forbids.total",
            "2.其他法律行政规禁止公开",
            "2.其他法律行政法规禁止公开",
        ),
        says="印作“2.其他法律行政规禁止公开”，规定的名称是“2.其他法律行政法规禁止公开”",
    ),
    Case("NB305", True, _remarked("short_label", "proactive.normative_documents.in_force", "规范性文件")),
    Case("NB305", False, _remarked("blank", "requests.new.other")),
    Case(
        "NB306",
        True,
        _remarked("blank", "requests.new.other"),
        says="第三部分的表格有1格留空",
        where="requests.new.other",
    ),
    Case("NB306", False, _remarked("merged", "requests.other_other.total")),
    Case(
        "NB501",
        True,
        text("problems", "", "存在的问题：一是形式单一；二是更新不及时。"),
        says="没有写改进措施",
    ),
    Case(
        "NB501",
        True,
        Spoilt(changes={"problems": _items(("形式单一", ""))}),
        says="“形式单一”还没有写对应的改进措施",
        answers_known=True,
    ),
    Case(
        "NB501", False, Spoilt(changes={"problems": _items(("形式单一", "制作视频解读"))}), answers_known=True
    ),
    Case("NB501", False),
    Case(
        "NB502",
        True,
        text("problems", "", "下一步，将继续加强业务培训，完善公开目录。"),
        says="没有写存在的主要问题",
    ),
    Case("NB502", False),
    Case(
        "NB503",
        True,
        Spoilt(
            changes={"problems": _items(("基层公开专栏更新不够及时", "每月检查"))},
            last_changes={"problems": _items(("基层公开专栏更新还不够及时", "加强检查"))},
        ),
        says="几乎一样",
    ),
    Case(
        "NB503",
        True,
        Spoilt(changes={"problems": Problems(text=PROBLEMS, follow_ups=(FollowUp(problem="人手不足"),))}),
        says="“人手不足”还没有说明整改结果",
        answers_known=True,
        severity=Severity.INFO,
    ),
    Case(
        "NB503",
        False,
        Spoilt(
            changes={"problems": _items(("场馆预告太晚", "提前发布"))},
            last_changes={"problems": _items(("人手不足", "增加人员"))},
        ),
    ),
    Case("NB601", True, text("other", "", "无"), says="只写“无”", where="other"),
    Case("NB601", True, text("other", "", "没有其他需要报告的事项。"), severity=Severity.WARNING),
    Case("NB601", True, text("other", "", "没有其他事项。"), drafting=True, severity=Severity.INFO),
    Case("NB601", False, text("other", "", "本年度政府信息公开没有发生收费。")),
    Case(
        "NB602",
        True,
        Spoilt(changes={"facts": {"other.fee_notices": Quantity(0), "other.fee_received": Decimal(120)}}),
        says="发出收费通知0件",
    ),
    Case(
        "NB602",
        True,
        Spoilt(changes={"facts": {"other.fee_charged": Decimal(80), "other.fee_received": Decimal(120)}}),
        says="实际收取120元，多于通知收取的80元",
    ),
    Case("NB602", True, text("other", "处理费0元", "处理费300元"), says="称没有发出收费通知，又写"),
    Case(
        "NB602",
        True,
        text(
            "other",
            "没有发出信息处理费收费通知，收取信息处理费0元",
            "发出信息处理费收费通知2件，通知收取金额45元，实际收取450元",
        ),
        says="多于同一句写的通知收取金额45元",
    ),
    Case(
        "NB602",
        True,
        Spoilt(
            changes={"facts": {"other.fee_notices": Quantity(2), "other.fee_received": Decimal(120)}},
            replace={"other": ("没有发出信息处理费收费通知，收取信息处理费0元", "收取信息处理费210元")},
        ),
        says="填报的实际收取金额是120元",
        answers_known=True,
    ),
    Case(
        "NB602",
        False,
        text(
            "other",
            "没有发出信息处理费收费通知，收取信息处理费0元",
            "发出收费通知1件，收取信息处理费0.03万元",
        ),
    ),
    Case(
        "NB602",
        False,
        Spoilt(
            changes={
                "facts": {
                    "other.fee_notices": Quantity(1),
                    "other.fee_charged": Decimal(120),
                    "other.fee_received": Decimal(120),
                }
            }
        ),
    ),
    Case(
        "NB901",
        True,
        cells(requests__carried_out__other=-1),
        says="填-1件",
        where="requests.carried_out.other",
    ),
    Case("NB901", True, Spoilt(cells={"proactive.fees": Decimal("-0.5")}), says="填-0.5万元"),
    Case("NB901", False),
    Case("NB902", True, _unread("proactive.licences", "11.8", proactive__licences=None), says="件数应为整数"),
    Case("NB902", False, _unread("proactive.licences", "118件左右", proactive__licences=None)),
    Case("NB902", False, _unread("proactive.licences", "118.0", proactive__licences=None)),
    Case(
        "NB903",
        True,
        _unread("requests.partial.research", "O", requests__partial__research=None),
        says="填的是字母O，不是阿拉伯数字0",
        where="requests.partial.research",
    ),
    Case("NB903", True, _unread("disputes.reconsideration.corrected", "〇"), says="汉字〇"),
    Case("NB903", True, _unread("proactive.licences", "见附件", proactive__licences=None), says="“见附件”"),
    Case("NB903", True, _unread("overview", "（此处是图片）"), severity=Severity.WARNING),
    Case(
        "NB903",
        True,
        _lost_row("requests.granted"),
        says="“（一）予以公开”这一行的7格没有读出（没有找到），请对照原文核对。",
        where="requests.granted.natural_person",
    ),
    Case("NB903", False, _lost_table("disputes")),
    Case(
        "NB301",
        True,
        Spoilt(
            cells={"requests.granted.total": 0},
            changes={"remarks": (Remark(kind="blank", where="requests.granted.total"),)},
        ),
        says="总计留空，相差12件",
    ),
    Case("NB903", False, _unread("proactive.licences", "11.8", proactive__licences=None)),
    Case(
        "NB904",
        True,
        cells(proactive__licences=None),
        says="还有1格没有填：“行政许可”",
        where="proactive.licences",
    ),
    Case("NB904", True, cells(proactive__licences=None), drafting=True, severity=Severity.INFO),
    Case("NB904", False, _unread("proactive.licences", "?", proactive__licences=None)),
    Case("NB904", False),
    Case(
        "NB911",
        True,
        Spoilt(last_cells={"requests.carried_out.enterprise": 2}),
        says="“商业企业”一列上年结转填1件，上年报告结转下年度继续办理为2件",
        where="requests.carried_in.enterprise",
    ),
    Case(
        "NB911",
        True,
        Spoilt(
            last_cells={"requests.carried_out.enterprise": 2},
            changes={"overruled": {"requests.carried_in.enterprise": "上年报告有误"}},
        ),
        says="已说明理由：上年报告有误",
        severity=Severity.INFO,
    ),
    Case(
        "NB911", True, Spoilt(last_cells={"requests.carried_out.enterprise": 0}), says="为0件", drafting=True
    ),
    Case(
        "NB912",
        True,
        cells(proactive__normative_documents__in_force=15),
        says="应为14件",
        drafting=True,
    ),
    Case(
        "NB911", True, Spoilt(last_cells={"requests.carried_out.total": 5}), where="requests.carried_in.total"
    ),
    Case("NB911", False),
    Case(
        "NB911", False, Spoilt(last_cells={"requests.carried_out.enterprise": 2}, last_changes={"year": 2023})
    ),
    Case(
        "NB912",
        True,
        cells(proactive__normative_documents__in_force=16),
        says="按上年12件＋本年制发3件−本年废止1件应为14件",
        where="proactive.normative_documents.in_force",
        severity=Severity.ERROR,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.regulations.in_force": 0},
            replace={"overview": ("年中把历年文件", "开展规章清理后，年中把历年文件")},
        ),
        severity=Severity.WARNING,
    ),
    Case(
        "NB912",
        True,
        Spoilt(
            cells={"proactive.regulations.in_force": 0},
            changes={"overruled": {"proactive.regulations.in_force": "职能划出"}},
        ),
        severity=Severity.INFO,
    ),
    Case("NB912", False),
    Case(
        "NB913",
        True,
        Spoilt(last_cells={"disputes.litigation_after_reconsideration.pending": 3}),
        says="“行政诉讼·复议后起诉”尚未审结3件，本年总计只有0件",
    ),
    Case("NB913", False),
    Case("NB914", True, Spoilt(last_changes={"year": 2023}), says="没有进行跨年核对"),
    Case("NB914", True, Spoilt(last_changes={"unit": "云岭市白石区水务局"}), says="请确认是同一单位"),
    Case("NB914", False, Spoilt(last_changes={"unit": UNIT.removeprefix("云岭市")})),
    Case("NB915", True, cells(proactive__licences=1180), says="上年102件，本年1180件"),
    Case("NB915", False, cells(proactive__coercive_measures=20)),
    Case(
        "NB112", True, _named(_GOVERNMENT), says="没有找到工作考核、社会评议。", where="overview.supervision"
    ),
    Case("NB112", True, _named("青禾区", kind="人民政府"), severity=Severity.WARNING),
    Case(
        "NB112",
        False,
        Spoilt(
            changes={"unit": _GOVERNMENT},
            replace=added("overview", "公开工作纳入年度考核，并请群众代表开展社会评议。").replace,
        ),
    ),
    Case("NB112", False),
    Case("NB106", True, _signed(2025, 1, 16), says="2025年度还没有结束", where="signature"),
    Case("NB106", True, _signed(2026, 2, 3), says="晚于法定公布期限2026年1月31日", severity=Severity.INFO),
    Case("NB106", False, _signed(2026, 1, 31)),
    Case("NB106", False),
    Case("NB916", True, Spoilt(last_cells=_THIS), says="“三、收到和处理政府信息公开申请情况”的表格与上年"),
    Case("NB916", False, Spoilt(last_cells={**_THIS, "requests.new.other": 1, "proactive.licences": 1})),
    Case("NB916", False),
)
