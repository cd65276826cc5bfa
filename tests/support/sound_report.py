"""Two consecutive reports of a made-up bureau that keep every rule, and ways to spoil them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sections.form.disclosure_2021 import FORM
from sections.report.cells import Number
from sections.report.parts import Other, Overview, Period, Problems
from sections.report.report import Report
from tests.support.cells import computed_cells
from tests.support.form import (
    APPLICANTS,
    DISPUTE_GROUPS,
    DISPUTE_OUTCOMES,
    HEADINGS,
    REQUEST_ROWS,
    table_fields,
)

UNIT = "云岭市青禾区文化和旅游局"

_THIS_REQUESTS = {
    "new": (24, 3, 0, 1, 2, 0),
    "carried_in": (1, 1, 0, 0, 0, 0),
    "granted": (10, 1, 0, 0, 1, 0),
    "partial": (4, 0, 0, 1, 0, 0),
    "denied_state_secret": (1, 0, 0, 0, 0, 0),
    "denied_third_party": (1, 1, 0, 0, 0, 0),
    "denied_process": (1, 0, 0, 0, 0, 0),
    "unavailable_not_held": (2, 0, 0, 0, 0, 0),
    "unavailable_needs_creation": (0, 1, 0, 0, 0, 0),
    "rejected_petition": (1, 0, 0, 0, 0, 0),
    "rejected_repeat": (2, 0, 0, 0, 0, 0),
    "other_no_correction": (1, 0, 0, 0, 0, 0),
    "other_other": (0, 0, 0, 0, 1, 0),
    "carried_out": (2, 1, 0, 0, 0, 0),
}
_LAST_REQUESTS = {
    "new": (20, 4, 0, 0, 1, 0),
    "granted": (14, 2, 0, 0, 1, 0),
    "partial": (3, 1, 0, 0, 0, 0),
    "unavailable_not_held": (2, 0, 0, 0, 0, 0),
    "carried_out": (1, 1, 0, 0, 0, 0),
}
_THIS_DISPUTES = {"reconsideration": (2, 1, 0, 1), "litigation_direct": (1, 0, 0, 0)}
_LAST_DISPUTES = {"reconsideration": (1, 0, 0, 2), "litigation_direct": (0, 0, 0, 1)}
_THIS_PROACTIVE = {
    "regulations.issued": 0,
    "regulations.repealed": 0,
    "regulations.in_force": 1,
    "normative_documents.issued": 3,
    "normative_documents.repealed": 1,
    "normative_documents.in_force": 14,
    "licences": 118,
    "penalties": 26,
    "coercive_measures": 2,
    "fees": 0,
}
_LAST_PROACTIVE = {
    **_THIS_PROACTIVE,
    "normative_documents.issued": 2,
    "normative_documents.in_force": 12,
    "licences": 102,
}

OPENING = (
    "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》，编制本报告。报告由六个部分"
    "组成，所列数据的统计期限自2025年1月1日起至2025年12月31日止。报告可在青禾区人民政府网站查阅；如有疑问，请与"
    "区文化和旅游局办公室联系，电话：0000-8800000。"
)
LEAD = (
    "2025年，青禾区文化和旅游局围绕群众的文化生活推进政务公开，重点事项公开得更早、解读得更明白，"
    "各项任务如期完成。"
)
TOPICS = {
    "proactive": (
        "（一）主动公开。全年主动公开政府信息842条，其中网站510条、微信公众号300条、公告栏32条，"
        "较去年增加42条，增长5.3%。"
        "制发行政规范性文件3件，废止行政规范性文件1件。办理行政许可118件，作出行政处罚决定26件，实施行政强制2件。"
    ),
    "requests": (
        "（二）依申请公开。全年收到政府信息公开申请30件，上年结转2件，办理结果为：予以公开12件、部分公开5件、"
        "不予公开4件、无法提供3件、不予处理3件、其他处理2件，另有3件结转下年度继续办理。"
        "因政府信息公开被申请行政复议4件、行政诉讼1件。"
    ),
    "management": (
        "（三）政府信息管理。公开前逐件做保密审查，新文件在20个工作日内上网，年中把历年文件重新编了目录。"
    ),
    "platform": "（四）政府信息公开平台建设。网站新设演出活动、场馆预约两个专栏，公众号改版后查询更方便。",
    "supervision": "（五）监督保障。组织业务培训2次，抽查4次，发现的错链当月改正，没有发生责任追究的情形。",
}
PROBLEMS = (
    "过去一年仍有两方面不足：一是部分场馆的活动信息发布不够及时；二是文件解读以文字为主，形式单一。\n"
    "针对这些问题，采取了以下措施：一是建立场馆活动预告清单，每周五更新下周安排；"
    "二是与区融媒体中心合作制作图片和视频解读。"
)
OTHER = "2025年，区文化和旅游局没有发出信息处理费收费通知，收取信息处理费0元。没有其他需要报告的事项。"

LAST_OVERVIEW = (
    "2024年，区文化和旅游局把公开贯穿于文化惠民全过程，公众对演出、展览和旅游市场监管的信息需求得到较好满足。\n"
    "（一）主动公开。通过各类渠道主动公开政府信息800条，围绕节庆活动推出系列通告。\n"
    "（二）依申请公开。当年新收政府信息公开申请25件，均通过网站、来信两种方式提出，期限内都有回应。\n"
    "（三）政府信息管理。修订了发布审核流程，明确谁起草、谁拟定公开属性。\n"
    "（四）政府信息公开平台建设。微信公众号与网站共用一个素材库，减少重复录入。\n"
    "（五）监督保障。与区政务公开办联合开展一轮检查，并把结果通报各科室。"
)
LAST_PROBLEMS = "主要问题是经办人员变动较多、业务衔接不畅。为此将编写操作手册，实行新老人员结对。"
LAST_OTHER = "本年度未收取信息处理费。"


def tables(
    proactive: Mapping[str, int],
    requests: Mapping[str, tuple[int, ...]],
    disputes: Mapping[str, tuple[int, ...]],
) -> dict[str, Number | None]:
    """Every cell of the three tables: what is given, 0 elsewhere, totals worked out."""
    cells: dict[str, Number | None] = dict.fromkeys(table_fields(), 0)
    cells.update({f"proactive.{name}": value for name, value in proactive.items()})
    for row in REQUEST_ROWS:
        for name, value in zip(APPLICANTS, requests.get(row.name, ()), strict=False):
            cells[f"requests.{row.name}.{name}"] = value
    for group in DISPUTE_GROUPS:
        for name, value in zip(DISPUTE_OUTCOMES, disputes.get(group.name, ()), strict=False):
            cells[f"disputes.{group.name}.{name}"] = value
    return {**cells, **computed_cells(FORM, cells)}


def texts(year: int) -> dict[str, Any]:
    """The running text of the clean report."""
    return {
        "unit": UNIT,
        "year": year,
        "title": f"{UNIT}\n{year}年政府信息公开工作年度报告",
        "headings": dict(HEADINGS),
        "period": Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31)),
    }


def clean(cells: Mapping[str, Number | None] | None = None, **changes: Any) -> Report:
    """The clean report of 2025, with some cells and other parts replaced."""
    everything = {**tables(_THIS_PROACTIVE, _THIS_REQUESTS, _THIS_DISPUTES), **(cells or {})}
    rest = {
        **texts(2025),
        "opening": OPENING,
        "overview": Overview(text="\n".join((LEAD, *TOPICS.values()))),
        "problems": Problems(text=PROBLEMS),
        "other": Other(text=OTHER),
        **changes,
    }
    return Report.from_cells(everything, **rest)


def last(cells: Mapping[str, Number | None] | None = None, **changes: Any) -> Report:
    """The same bureau's report of 2024."""
    everything = {**tables(_LAST_PROACTIVE, _LAST_REQUESTS, _LAST_DISPUTES), **(cells or {})}
    rest = {
        **texts(2024),
        "opening": OPENING.replace("2025", "2024"),
        "overview": Overview(text=LAST_OVERVIEW),
        "problems": Problems(text=LAST_PROBLEMS),
        "other": Other(text=LAST_OTHER),
        **changes,
    }
    return Report.from_cells(everything, **rest)


@dataclass(frozen=True)
class Spoilt:
    """How a case differs from the clean pair.

    ``replace`` puts new words for old ones in the running text of this year (``overview``, ``problems``,
    ``other``, ``opening``, ``title``), ``last_replace`` in last year's; an empty old text stands for all."""

    cells: Mapping[str, Number | None] = field(default_factory=dict)
    replace: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    last_cells: Mapping[str, Number | None] = field(default_factory=dict)
    last_replace: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    changes: Mapping[str, Any] = field(default_factory=dict)
    last_changes: Mapping[str, Any] = field(default_factory=dict)

    def reports(self) -> tuple[Report, Report]:
        """This year's and last year's report."""
        this = _replaced(clean(self.cells, **self.changes), self.replace)
        return this, _replaced(last(self.last_cells, **self.last_changes), self.last_replace)


def _replaced(report: Report, words: Mapping[str, tuple[str, str]]) -> Report:
    update: dict[str, Any] = {}
    for name, (old, new) in words.items():
        part = getattr(report, name)
        text = part if isinstance(part, str) else part.text
        assert not old or old in text, f"{old} is not in {name}"
        text = text.replace(old, new) if old else new
        update[name] = text if isinstance(part, str) else part.model_copy(update={"text": text})
    return report.model_copy(update=update)
