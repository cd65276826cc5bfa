"""Whose report it is: a people's government's own or a department's, and the day the law wants it public.

《条例》 article 49: departments of governments from the county up by 31 January; the report of a government
by 31 March, from the office that is in charge there. Article 50 asks more of a government's report. What kind
of organ it is the clerk says (``profile.kind``); where nothing was said, as in a report read from a file, its
name does: 「宿迁市」 and 「云山县政府」 are governments, their offices and a 开发区 are not.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sections.report.report import Report

GOVERNMENT: Final = "人民政府"
"""The ``profile.kind`` of a government, and of the office that publishes its government's report."""
_GOVERNMENT: Final = re.compile(r"人民政府$|[省市区县州旗镇乡]政府$|.[省市区县旗镇乡]$|..州$")
_NO_GOVERNMENT: Final = re.compile(
    r"(?:开发|高新|经开|园|新|示范|[风旅]?景|度假|保税|综保|自贸|合作|试验|实验|管理|功能|集聚|工业|产业"
    r"|保护|港|社|校|学|片|街|灌|库|垦|地)区$|小镇$|[城超]市$"
)
"""Endings like those of a region that no people's government has."""
_AREA: Final = re.compile(r"[省市区县州盟旗镇乡]$|街道办事处$|政府办公[厅室]$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day to publish a report, and the provision that says so."""

    day: dt.date
    provision: str

    @property
    def words(self) -> str:
        """「1月31日」."""
        return f"{self.day.month}月{self.day.day}日"


@dataclass(frozen=True, slots=True)
class Organ:
    """Who publishes a report: the name, and the kind (one of ``ORGAN_KINDS``) where it is known."""

    name: str
    kind: str = ""

    @property
    def is_government(self) -> bool:
        """Whether the report is a people's government's own; a kind that was stated decides."""
        if self.kind:
            return self.kind == GOVERNMENT
        return bool(_GOVERNMENT.search(self.name)) and not _NO_GOVERNMENT.search(self.name)

    @property
    def covers_area(self) -> bool:
        """Whether it may report for a whole area, so that its own office counts less than its tables do."""
        return self.kind == GOVERNMENT or bool(_GOVERNMENT.search(self.name) or _AREA.search(self.name))

    def deadline(self, year: int) -> Deadline:
        """When the report of ``year`` must be public. Raises ``ValueError`` for a year without a next."""
        if self.is_government:
            return Deadline(dt.date(year + 1, 3, 31), "《政府信息公开条例》第四十九条第二款")
        return Deadline(dt.date(year + 1, 1, 31), "《政府信息公开条例》第四十九条第一款")


def organ_of(report: "Report") -> Organ:
    """The organ of a report."""
    return Organ(report.profile.name or report.unit, report.profile.kind)
