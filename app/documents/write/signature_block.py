"""The 落款: organ and date, with a seal or without (GB/T 9704-2012, 7.3.5)."""

from collections.abc import Iterator

from lxml import etree

from app.documents.layouts import Layout
from app.documents.write.wml import legal, paragraph, w
from sections.report.parts import Signature


def signature_xml(signature: Signature | None, layout: Layout) -> Iterator[etree._Element]:
    """Its paragraphs, a line's room above them; they stay on one page with what stands before."""
    if signature is None:
        return
    organ = legal(signature.organ)
    day = signature.date
    date = f"{day.year}年{day.month}月{day.day}日" if day else ""
    wide, narrow = _characters(organ), _characters(date)
    right_of_organ, right_of_date = insets(wide, narrow, layout.sealed)
    above = w("spacing", before=layout.line)
    if not date:
        yield paragraph(organ, "Signature", above, _place(wide + right_of_organ, layout))
        return
    yield paragraph(organ, "Signature", w("keepNext"), above, _place(wide + right_of_organ, layout))
    yield paragraph(date, "Signature", _place(narrow + right_of_date, layout))


def insets(organ: float, date: float, sealed: bool) -> tuple[float, float]:
    """How many characters stay free to the right of an organ and a date of those widths (in characters).

    Sealed (7.3.5.1): the date four characters in, the organ centred over it; where a long organ has no room
    for that, it stands two in and the date is centred under it. Not sealed (7.3.5.2): the organ two in, the
    date beginning two right of the organ's beginning; a date longer than the organ stands two in itself."""
    if not date:
        return (4 if sealed else 2), 0
    if sealed:
        centred = 4 + (date - organ) / 2
        return (centred, 4) if centred >= 0 else (2, 2 + (organ - date) / 2)
    return (2, organ - date) if date <= organ else (4 + date - organ, 2)


def _characters(text: str) -> float:
    """The width of ``text`` in characters, ASCII taking half of one."""
    return sum(0.5 if c.isascii() else 1 for c in text)


def _place(from_right: float, layout: Layout) -> etree._Element:
    """The indent of a text that begins ``from_right`` characters before the right edge.

    It is counted from the left, because word processors set digits beside 年月日 with different room: so the
    first characters, which the standard is about, stand where they should in all of them."""
    left = layout.width - round(from_right * layout.advance)
    return w("ind", left=max(left, 0), firstLine=0)
