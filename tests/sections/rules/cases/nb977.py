"""Cases of NB977: 回答的数互相不合."""

from sections.report.values import Quantity
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _answered(**facts: int | Quantity) -> Spoilt:
    return Spoilt(
        changes={
            "facts": {
                name.replace("__", "."): number if isinstance(number, Quantity) else Quantity(number)
                for name, number in facts.items()
            }
        }
    )


CASES = (
    Case(
        "NB977",
        True,
        _answered(requests__overdue=9000),
        says="逾期答复9000件，比本年度办理结果总计",
        where="overview.requests",
        answers_known=True,
    ),
    Case(
        "NB977",
        True,
        _answered(supervision__trainings=2, supervision__trainees=2),
        says="培训2次，参训只有2人次",
        where="overview.supervision",
        answers_known=True,
    ),
    Case("NB977", False, _answered(supervision__trainings=2, supervision__trainees=3), answers_known=True),
    Case(
        "NB977",
        False,
        _answered(supervision__trainings=2, supervision__trainees=Quantity(2, "2余")),
        answers_known=True,
    ),
    Case("NB977", False, _answered(requests__overdue=1), answers_known=True),
    Case("NB977", False, _answered(requests__overdue=9000)),
)
