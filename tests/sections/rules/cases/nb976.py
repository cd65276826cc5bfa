"""Cases of NB976: 分项的回答与总数不符."""

from sections.report.values import Quantity
from sections.rules.base import Severity
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def _answered(**counts: int | Quantity) -> Spoilt:
    facts = {
        f"proactive.{name}": number if isinstance(number, Quantity) else Quantity(number)
        for name, number in counts.items()
    }
    return Spoilt(changes={"facts": facts})


CASES = (
    Case(
        "NB976",
        True,
        _answered(
            interpretations=4, interpretations_text=1, interpretations_image=2, interpretations_video=0
        ),
        says="总数填4篇，文字解读1篇、图片解读2篇合计3篇，比总数少1篇",
        where="overview.proactive",
        severity=Severity.INFO,
    ),
    Case(
        "NB976",
        True,
        _answered(published_total=120, website=80, other_channels=0),
        says="总数填120条，网站80条，比总数少40条",
    ),
    Case(
        "NB976",
        True,
        _answered(published_total=720, website=510, wechat=250),
        says="比总数多40条。同一条信息",
    ),
    Case("NB976", False, _answered(published_total=720, website=510, wechat=199)),
    Case("NB976", False, _answered(published_total=720, website=510, wechat=210, other_channels=0)),
    Case("NB976", False, _answered(interpretations=4, interpretations_text=1)),
    Case("NB976", False, _answered(published_total=Quantity(1200, "1200余"), website=80, other_channels=0)),
    Case("NB976", False, _answered(website=80, other_channels=0)),
)
