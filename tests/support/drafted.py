"""Reports for drafting: facts and cells in, a whole report out."""

from typing import Any

from prompts.narrative.compose import Drafter, ParagraphTemplate, Telling
from prompts.narrative.template_api import TemplateApi
from sections.form.elements import Source
from sections.report.assemble import assemble, with_texts
from sections.report.report import Report
from sections.report.values import Quantity, Value
from tests.support.form import source_of, table_fields

ZEROS: dict[str, Value] = {
    field: 0
    for field in table_fields()
    if source_of(field) is not Source.COMPUTED and field != "proactive.fees"
}


def made(
    answers: dict[str, Any], last: Report | None = None, unit: str = "示例县档案局", year: int = 2025
) -> Report:
    """A report of ``answers`` (a plain number for a fact is a count), every other cell 0."""
    from sections.facts import fact_of
    from sections.report.values import Kind

    typed: dict[str, Value] = {}
    for field, value in answers.items():
        fact = fact_of(field)
        typed[field] = (
            Quantity(value) if fact and fact.kind is Kind.COUNT and isinstance(value, int) else value
        )
    return assemble(ZEROS | typed, unit, year, last)


def drafted(report: Report, last: Report | None = None, **wordings: int) -> dict[str, str]:
    """Key -> text, in the built-in templates."""
    return {key: draft.text for key, draft in Drafter().draft(report, last, wordings).items()}


def published(answers: dict[str, Any], unit: str = "示例县档案局", year: int = 2024) -> Report:
    """Last year's report with its text."""
    report = made(answers, None, unit, year)
    return with_texts(report, drafted(report))


NOTHING: dict[str, Any] = {"other.fee_notices": 0, "supervision.accountable": False}
ONE: dict[str, Any] = NOTHING | {
    "profile.short_name": "县档案局",
    "proactive.published_total": 36,
    "requests.channels": ("信函申请", "当面申请"),
    "requests.new.enterprise": 1,
    "requests.granted.enterprise": 1,
    "requests.on_time": True,
    "management.secrecy_review": True,
    "supervision.trainings": 1,
    "problems.items": ("政策解读形式单一",),
    "problems.measure:政策解读形式单一": "增加图片解读",
}
CITY: dict[str, Any] = {
    "profile.kind": "人民政府",
    "profile.short_name": "全市",
    "profile.website": "示例市人民政府门户网站",
    "proactive.published_total": Quantity(186000, "18万余"),
    "proactive.website": 120345,
    "proactive.wechat": 45210,
    "proactive.interpretations": 812,
    "proactive.interpretations_image": 300,
    "proactive.press_conferences": 41,
    "proactive.consultations": 63,
    "proactive.opinions": 1290,
    "proactive.key_areas": ("营商环境", "重大项目"),
    "requests.channels": ("网站在线申请", "信函申请"),
    "requests.handling": ("专人负责", "部门会商"),
    "requests.new.natural_person": 13120,
    "requests.new.enterprise": 911,
    "requests.carried_in.natural_person": 300,
    "requests.granted.natural_person": 6000,
    "requests.partial.enterprise": 400,
    "requests.denied_third_party.natural_person": 1000,
    "requests.unavailable_not_held.natural_person": 5000,
    "requests.rejected_repeat.enterprise": 500,
    "requests.other_other.natural_person": 1000,
    "requests.carried_out.natural_person": 420,
    "requests.carried_out.enterprise": 11,
    "requests.on_time": False,
    "requests.overdue": 3,
    "disputes.reconsideration.upheld": 80,
    "disputes.reconsideration.pending": 4,
    "disputes.litigation_direct.corrected": 2,
    "proactive.normative_documents.issued": 40,
    "proactive.licences": 120000,
    "management.review_system": "三审三校制度",
    "management.cleanup": True,
    "management.cleaned_documents": 220,
    "platform.columns": 88,
    "platform.new_media_accounts": 140,
    "platform.bulletins": 12,
    "platform.reading_points": 66,
    "platform.visits": 78540700,
    "supervision.trainings": 30,
    "supervision.trainees": 2100,
    "supervision.checks": 4,
    "supervision.assessment": "政府信息公开工作占绩效考核的4%",
    "supervision.social_evaluation": "委托第三方开展评议，满意率为96%",
    "supervision.accountable": True,
    "supervision.accountability": "对2家单位作出通报",
    "problems.items": ("公开渠道不够集约", "依申请答复不够规范"),
    "problems.measure:公开渠道不够集约": "整合栏目",
    "problems.measure:依申请答复不够规范": "统一文书",
    "other.fee_notices": 2,
}
ORGANS: dict[str, dict[str, Any]] = {"nothing": NOTHING, "one": ONE, "city": CITY}


def every_wording(key: str, answers: dict[str, Any], last: Any = None) -> list[str]:
    """Every wording of every sentence of a paragraph that applies."""
    script, facts = ParagraphTemplate.built_in(key), TemplateApi(made(answers, last), last)
    return [
        one.text
        for name in script.names
        for wording in range(script.wordings(name))
        for one in script.sentences(Telling(facts, (), {f"{key}.{name}": wording}))
        if one.id == f"{key}.{name}"
    ]
