"""Cases of NB958: 文件里留有修订、批注或隐藏内容."""

from sections.report.parts import Remnant, RemnantKind
from sections.rules.base import Severity
from tests.support.rule_case import Case
from tests.support.sound_report import Spoilt


def carrying(kind: RemnantKind, text: str, where: str = "", times: int = 1) -> Spoilt:
    """A file that carries something besides its text."""
    return Spoilt(changes={"remnants": (Remnant(kind=kind, text=text, where=where),) * times})


CASES = (
    Case(
        "NB958",
        True,
        carrying("inserted", "41", "（二）依申请公开"),
        says="修订插入“41”（在“（二）依申请公开”），请接受或拒绝全部修订",
        severity=Severity.WARNING,
        where="title",
    ),
    Case("NB958", True, carrying("comment", "请核实", "办公室"), says="批注“请核实”"),
    Case("NB958", True, carrying("hidden", "此数未核", times=5), says="这类内容共5处"),
    Case("NB958", True, carrying("mark", "征求意见稿", "页眉"), says="密级或稿件标记“征求意见稿”"),
    Case("NB958", True, carrying("highlighted", "30件"), severity=Severity.INFO),
    Case("NB958", False, carrying("running", "青禾区文化和旅游局文件", "页眉")),
    Case("NB958", False),
)
