"""The properties of a Word file: what it says there of its organ."""

import io
import zipfile
from typing import Final

from app.documents.organ_keywords import from_keywords
from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx import BROKEN, package_part, parsed

_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def from_properties(content: bytes, organ: str) -> dict[str, str]:
    """What the keywords of a Word file say of ``organ``; nothing where the file is of somebody else, or says
    nothing."""
    if not content.startswith(b"PK") or _CORE.encode() not in content:
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            core = parsed(package_part(package, _CORE))
    except (*BROKEN, NotAReport):
        return {}
    if not organ or (core.findtext(f"{_DC}creator") or "") != organ:
        return {}
    return from_keywords(core.findtext(f"{_CP}keywords") or "")
