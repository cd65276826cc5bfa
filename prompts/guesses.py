"""What an organ's name makes likely: offered as a guess, never taken without a key."""

import re
from collections.abc import Callable
from typing import Final

from prompts.cities import MUNICIPALITIES, WITH_DISTRICTS
from sections.organs import Organ
from sections.report.values import Value

_OFFICE: Final = re.compile(r"(?:街道办事处|管理委员会|管委会|行政公署)$")
_DEPARTMENT: Final = re.compile(r"(?:局|厅|委员会|办公室|委)$")
_PLACE: Final = re.compile(
    r"(?:(?P<province>[^省]{2,8}省|[^区]{2,8}自治区))?(?P<city>[^市县区]{2,8}?[市州盟])?(?P<county>[^县区旗]{1,8}?[县区旗])?"
    r"(?P<town>[^乡镇]{1,8}?[乡镇]|[^街]{1,8}街道)?(?P<rest>.*)"
)


def guess(field: str, unit: str) -> Value | None:
    """A likely answer of the organ ``unit``; None where nothing makes one likely."""
    guesser = _GUESSES.get(field)
    return guesser(unit) if guesser is not None else None


def _kind(unit: str) -> Value | None:
    if Organ(unit).is_government:
        return "人民政府"
    if _OFFICE.search(unit):
        return "派出机构"
    return "政府部门" if _DEPARTMENT.search(unit) else None


def _level(unit: str) -> Value | None:
    place = _PLACE.match(unit)
    if place is None:
        return None
    if place["town"]:
        return "乡镇级"
    if place["county"]:
        return "县级"
    city = place["city"] or ""
    if city[:-1] in MUNICIPALITIES or (place["province"] and not city):
        return "省级"
    return "市级" if city.endswith(("州", "盟")) or city[:-1] in WITH_DISTRICTS else None


def _short_name(unit: str) -> Value | None:
    place = _PLACE.match(unit)
    if place is None or not place["rest"]:
        return None
    area = next((place[part] for part in ("town", "county", "city", "province") if place[part]), "")
    rest = place["rest"].replace("人民政府", "政府", 1)
    if not area or len(rest) > 10:
        return None
    level = "街道" if area.endswith("街道") else "自治区" if area.endswith("自治区") else area[-1]
    return f"{level}{rest}"


_GUESSES: Final[dict[str, Callable[[str], Value | None]]] = {
    "profile.kind": _kind,
    "profile.level": _level,
    "profile.short_name": _short_name,
}
