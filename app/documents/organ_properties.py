"""What a Word file of ours says of its organ besides the text: kind, level and short name.

They stand among its properties, in the keywords, so that the file, imported again, knows them."""

import io
import re
import zipfile
from typing import Final

from sections.report.parts import Profile

_NAMES: Final = {"kind": "单位性质", "level": "行政层级", "short_name": "单位简称"}
_LONGEST: Final = 60
_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def in_keywords(profile: Profile) -> str:
    """「单位性质：政府部门；行政层级：县级；单位简称：县民政局」."""
    stated = {label: getattr(profile, name) for name, label in _NAMES.items()}
    return "；".join(f"{label}：{_plain(value)}" for label, value in stated.items() if _plain(value))


def from_properties(content: bytes, organ: str) -> dict[str, str]:
    """What the keywords of a Word file say of ``organ``; nothing where the file is of somebody else, or says
    nothing."""
    if not content.startswith(b"PK") or _CORE.encode() not in content:
        return {}
    from app.documents.read.errors import NotAReport
    from app.documents.read.formats.docx import BROKEN, package_part, parsed

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            core = parsed(package_part(package, _CORE))
    except (*BROKEN, NotAReport):
        return {}
    if not organ or (core.findtext(f"{_DC}creator") or "") != organ:
        return {}
    keywords = core.findtext(f"{_CP}keywords") or ""
    found = (re.search(rf"{label}：([^；]{{1,{_LONGEST}}})", keywords) for label in _NAMES.values())
    return {name: match[1] for name, match in zip(_NAMES, found, strict=True) if match is not None}


def _plain(value: str) -> str:
    return " ".join(value.replace("；", " ").split())[:_LONGEST]
