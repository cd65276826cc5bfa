"""What a cell of a Word table shows that is no text: pictures, objects, formulas, fields to choose from."""

import re
from typing import Any, Final

from app.documents.read.formats.docx_elements import MATH, W

_OBJECTS: Final = frozenset({W + "drawing", W + "pict", W + "object", W + "sym", MATH + "oMath"})
_TYPED: Final = re.compile(r"\s*(?:FORMTEXT|HYPERLINK|PAGE|NUMPAGES|SEQ|TOC|TC|XE|ASK|SET)\b", re.IGNORECASE)
"""Fields that show nothing where they hold no text."""
_PLAIN: Final = frozenset(MATH + name for name in ("oMathPara", "oMath", "r", "t", "rPr", "ctrlPr"))


def shows_object(cell: Any) -> bool:
    """Whether a cell without text shows something else."""
    said = ""
    for element in cell.iter():
        if element.tag in _OBJECTS:
            return True
        if element.tag == W + "instrText":
            said += element.text or ""
        elif element.tag == W + "fldSimple":
            said += element.get(W + "instr") or ""
    return bool(said.strip()) and _TYPED.match(said) is None


def shows_formula(cell: Any) -> bool:
    """Whether a cell shows a formula that is no row of characters, as fractions and powers are not."""
    return any(
        str(element.tag).startswith(MATH) and element.tag not in _PLAIN and not element.tag.endswith("Pr")
        for formula in cell.iter(MATH + "oMath")
        for element in formula.iter()
        if not any(str(above.tag).endswith("Pr") for above in element.iterancestors())
    )
