"""Whose number it is: that of the organ that reports, known by its name, or that of another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_RANKS: Final = "省市区县州盟旗镇乡"
_REGION: Final = re.compile(rf"([{_RANKS}]|街道)(?:人民政府|政府|管委会|管理委员会|办事处)?$")
_ZONE: Final = re.compile("(?:管委会|管理委员会)$")
_OFFICES: Final = "[我本](?:局|委(?!托)|厅|院|中心|校|馆|支队|大队|镇|乡|街道|办事处)"
_BUREAU: Final = re.compile(_OFFICES)
"""How an organ speaks of itself that reports for no county."""
_ITSELF: Final = re.compile(
    rf"{_OFFICES}|[我本](?:办(?!理)|单位|机关|级|部门|系统|[{_RANKS}])|[局委]机关|全[局委]"
)
ORGANISATION: Final = (
    "[^，,；;：:。、0-9“”（）]{0,24}?(?:局|委(?:员会)?|办(?!理|件|结)(?:公[厅室])?|厅|院|中心|公司|集团|校|馆|队|所|(?<!网)站|司|署"
    f"|政府|部门|单位|机关|街道|管委会|[{_RANKS}])(?![{_RANKS}局委厅政直属级内域]|办(?!理|结|件))"
)
"""How the name of an organisation looks."""
_ORGANISATION: Final = re.compile(ORGANISATION)
_UNDER: Final = re.compile("[省市县区州]政府(?!办|门户|网)")
"""Before the name of a department: 「区政府国资局」."""
_EVERY_NAME: Final = frozenset(f"{_RANKS}机关单位")
"""Characters of any organ's name: 「市教育局」 is 「葫芦岛市教育局」."""
_OF_A_GOVERNMENT: Final = frozenset("人民政府全各级部门行街道和及其、")
"""What a government counts as its own: 「全县各级各部门」."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The organ that reports: its name where it is known, and the area that is its own (县 of a county)."""

    name: str = ""
    area: str = ""
    alone: bool = False
    """Whether it reports for itself alone, and what a whole county had is not its number."""

    def is_foreign(self, area: str) -> bool:
        """Whether what the whole ``area`` (县 of 全县) or, without one, every department had is another's."""
        if not self.name:
            return self.alone
        return area != self.area if area else self.alone

    def prefix(self, words: str) -> int:
        """How many characters of ``words`` name the organ itself, in short or in full; 0 for none."""
        if (itself := _ITSELF.match(words)) and not self._is_other_area(itself[0]):
            return itself.end()
        if not self.name:
            named = _ORGANISATION.match(words)
            return named.end() if named else 0
        own = _EVERY_NAME.union(self.name, () if self.alone else _OF_A_GOVERNMENT)
        under = _UNDER.match(words)
        start = under.end() if under else 0
        size = next((at for at in range(start, len(words)) if words[at] not in own), len(words))
        return size if size > start + 1 else 0

    def _is_other_area(self, words: str) -> bool:
        return words[-1] in _RANKS and bool(self.name) and words[-1] != self.area


def owner_of(name: str, texts: Iterable[str]) -> Owner:
    """The organ of a report by its name; where that is not known, by how its texts speak of it."""
    if not name:
        return Owner(alone=any(_BUREAU.search(text) for text in texts))
    region = _REGION.search(name)
    area = "区" if _ZONE.search(name) else region[1] if region else ""
    return Owner(name, area, alone=not area)
