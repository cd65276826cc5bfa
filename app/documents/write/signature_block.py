"""The 落款 as WordprocessingML."""

from collections.abc import Iterator

from lxml import etree

from app.documents.layouts import Layout
from app.documents.signature_place import Placed, placed
from app.documents.write.wml import legal, paragraph, w
from sections.report.parts import Signature


def signature_xml(signature: Signature | None, layout: Layout) -> Iterator[etree._Element]:
    """Its paragraphs, a line's room above them; they stay on one page with what stands before."""
    if signature is None:
        return
    organ, *date = placed(signature.model_copy(update={"organ": legal(signature.organ)}), layout)
    kept = [w("keepNext")] if date else []
    yield paragraph(organ.text, "Signature", *kept, w("spacing", before=layout.line), _indents(organ, layout))
    for one in date:
        yield paragraph(one.text, "Signature", _indents(one, layout))


def _indents(line: Placed, layout: Layout) -> etree._Element:
    """The indents of a line.

    They are counted from the left, because word processors set digits beside 年月日 with different room: so
    the first characters, which the standard is about, stand where they should in all of them."""
    left = round(line.left * layout.advance)
    if line.width >= len(line.text):
        return w("ind", left=left, firstLine=0)
    right = layout.width - left - round((line.width + 0.4) * layout.advance)
    return w("ind", left=left, right=max(right, 0), firstLine=0)
