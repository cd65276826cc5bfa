"""Last year's text of a fictional archive, and what its sentences are this year."""

from typing import Any

from prompts.narrative.own_words import renewed_sentences
from prompts.narrative.sentence import Sentence
from sections.report.assemble import with_texts
from sections.report.figures import find_figures
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made

TEXTS = {
    "overview.lead": "2024年，县档案局认真执行《条例》，把公开融入档案工作全过程。",
    "overview.proactive": "对照目录逐月梳理，主动公开政府信息120条，较上年增加20条，做到月月有更新。"
    "印发《信息发布工作办法》（示档发〔2021〕7号），首次开设“兰台讲堂”专栏。全年答复公众留言咨询约六百余件。",
    "overview.requests": "设专柜登记来件，全年收到政府信息公开申请4件，均按期答复。",
    "overview.platform": "整理馆藏老照片15组，较上年新增8组。“示例兰台”微信公众号发布信息180条。"
    "接待党的二十届三中全会精神宣讲2场。",
    "overview.supervision": "全年没有发生因政府信息公开被责任追究的情形。",
    "other.matters": "2024年未收取政府信息公开信息处理费。",
}
NOW: dict[str, Any] = {
    "proactive.published_total": 150,
    "proactive.wechat": 203,
    "requests.new.natural_person": 6,
    "requests.granted.natural_person": 6,
    "requests.on_time": True,
    "supervision.accountable": False,
    "supervision.trainings": 2,
    "other.fee_notices": 0,
    "platform.items": (LocalItem("馆藏老照片", Quantity(18), "组"),),
}


def last_report(texts: dict[str, str] | None = None, **cells: int) -> Report:
    told = TEXTS if texts is None else texts
    cells = cells or {"requests.new.natural_person": 4, "requests.granted.natural_person": 4}
    report = with_texts(made(dict(cells), year=2024), told)
    return report.model_copy(update={"figures": tuple(find_figures(told))})


def renewed(texts: dict[str, str] | None = None, **now: Any) -> dict[str, list[Sentence]]:
    last = last_report(texts)
    return renewed_sentences(last, made(NOW | now, last))


def one(text: str, key: str = "overview.proactive", **now: Any) -> Sentence:
    return renewed({key: text}, **{name.replace("__", "."): value for name, value in now.items()})[key][0]
