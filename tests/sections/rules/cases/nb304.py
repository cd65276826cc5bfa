"""Cases of NB304: （六）其他处理没有列出三个小项."""

from tests.support.rule_case import Case, remarked
from tests.support.sound_report import Spoilt

CASES = (
    Case("NB304", True, Spoilt(changes={"form": "2019"}), where="requests.other_other.total"),
    Case("NB304", True, remarked("merged", "requests.other_other.total")),
    Case("NB304", True, Spoilt(changes={"form": "2019"}), says="应当用国办公开办函〔2021〕30号的格式"),
    Case("NB304", False, Spoilt(changes={"form": "2019", "year": 2020})),
    Case("NB304", False, Spoilt(changes={"year": 2020})),
)
