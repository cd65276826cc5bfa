"""Cases of NB946: 答了没有写进正文."""

from sections.report.values import LocalItem, Quantity, Value
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _answered(**facts: Value) -> Spoilt:
    return Spoilt(
        changes={
            "facts": {name.replace("__", "."): value for name, value in facts.items()},
            "paragraphs": {
                "overview.proactive": "全年主动公开政府信息842条。",
                "overview.supervision": "举办政府信息公开培训2次。全年开展网上评查3次。",
            },
        }
    )


CASES = (
    Case(
        "NB946",
        True,
        _answered(proactive__consultations=Quantity(3)),
        says="“开展意见征集”已经回答，正文没有写到",
        where="overview.proactive",
        answers_known=True,
    ),
    Case(
        "NB946",
        True,
        _answered(platform__items=(LocalItem("评查报告", Quantity(168), "份", "supervision"),)),
        says="“评查报告”已经回答",
        where="overview.supervision",
        answers_known=True,
    ),
    Case(
        "NB946",
        True,
        _answered(supervision__assessment="将公开工作纳入年度考核"),
        says="“工作考核情况”已经回答",
        answers_known=True,
    ),
    Case("NB946", False, _answered(proactive__consultations=Quantity(3))),
    Case("NB946", False, _answered(proactive__consultations=Quantity(0)), answers_known=True),
    Case("NB946", False, _answered(proactive__published_total=Quantity(842)), answers_known=True),
    Case(
        "NB946",
        False,
        _answered(
            supervision__checks=Quantity(3),
            platform__items=(LocalItem("网上评查", Quantity(3), "次", "supervision"),),
        ),
        answers_known=True,
    ),
    Case("NB946", False, answers_known=True),
)
