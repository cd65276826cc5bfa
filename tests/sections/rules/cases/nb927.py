"""Cases of NB927: 正文的数字与填报的答案不符."""

from sections.report.values import LocalItem, Quantity, Value
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _answered(facts: dict[str, Value], old: str, new: str) -> Spoilt:
    return Spoilt(changes={"facts": facts}, replace={"overview": (old, new)})


CASES = (
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
    Case(
        "NB927",
        False,
        _answered(
            {
                "platform.reading_points": Quantity(4),
                "platform.items": (LocalItem("市级政务公开专区", Quantity(2), "个"),),
            },
            "更方便。",
            "更方便，建成市级政务公开专区2个。",
        ),
        answers_known=True,
    ),
    Case(
        "NB927",
        False,
        _answered(
            {"proactive.published_total": Quantity(842)}, "更方便。", "更方便。全省主动公开政府信息9800条。"
        ),
        answers_known=True,
    ),
)
