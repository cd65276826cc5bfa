"""What a Word file of ours says of its organ besides the text: kind, level and short name.

They stand among its properties, in the keywords, so that the file, imported again, knows them."""

import re
from typing import Final

from sections.report.parts import Profile

_NAMES: Final = {"kind": "单位性质", "level": "行政层级", "short_name": "单位简称"}
_LONGEST: Final = 60


def in_keywords(profile: Profile) -> str:
    """「单位性质：政府部门；行政层级：县级；单位简称：县民政局」."""
    stated = {label: _plain(getattr(profile, name)) for name, label in _NAMES.items()}
    return "；".join(f"{label}：{value}" for label, value in stated.items() if value)


def from_keywords(keywords: str) -> dict[str, str]:
    """The fields of the profile that keywords as ``in_keywords`` makes them tell."""
    matches = {
        name: re.search(rf"{label}：([^；]{{1,{_LONGEST}}})", keywords) for name, label in _NAMES.items()
    }
    return {name: match[1] for name, match in matches.items() if match is not None}


def _plain(value: str) -> str:
    return " ".join(value.replace("；", " ").split())[:_LONGEST]
