"""The few WordprocessingML elements that the document is made of."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.documents.write.base_document import W

_ILLEGAL: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BETWEEN_DIGITS: Final = re.compile("(?<=[0-9])-(?=[0-9])")
_EMAIL: Final = re.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
_NAMES: Final = {"w": W}
_BEFORE: Final = frozenset({f"{{{W}}}keepNext", f"{{{W}}}keepLines"})
"""What stands before a page break in the order of the schema."""


def w(name: str, **attributes: str | int) -> etree._Element:
    """An element ``w:name`` with attributes ``w:…``."""
    element: etree._Element = etree.Element(f"{{{W}}}{name}", nsmap=_NAMES)
    for key, value in attributes.items():
        element.set(f"{{{W}}}{key}", str(value))
    return element


def put(parent: etree._Element, *children: etree._Element) -> etree._Element:
    """``parent`` with ``children`` behind what it has."""
    parent.extend(children)
    return parent


def legal(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def words(text: str) -> Iterator[etree._Element]:
    """What a run holds for ``text``, in which no line ends at a hyphen of a telephone number or an email."""
    place = 0
    for hyphen in _kept_hyphens(text):
        if place < hyphen:
            yield _text(text[place:hyphen])
        yield w("noBreakHyphen")
        place = hyphen + 1
    if place < len(text) or not text:
        yield _text(text[place:])


def _kept_hyphens(text: str) -> list[int]:
    places = {found.start() for found in _BETWEEN_DIGITS.finditer(text)}
    for email in _EMAIL.finditer(text):
        places |= {email.start() + place for place, c in enumerate(email[0]) if c == "-"}
    return sorted(places)


def _text(text: str) -> etree._Element:
    element = w("t")
    element.text = text
    if text != text.strip():
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def run(text: str, *properties: etree._Element) -> etree._Element:
    """A run; a line feed in ``text`` ends the line."""
    made = w("r")
    if properties:
        put(made, put(w("rPr"), *properties))
    for number, line in enumerate(legal(text).split("\n")):
        if number:
            put(made, w("br"))
        put(made, *words(line))
    return made


def paragraph(text: str = "", style: str = "", *properties: etree._Element) -> etree._Element:
    """A paragraph of one run; ``properties`` are those behind its style, in the order of the schema."""
    made = w("p")
    if style:
        properties = (w("pStyle", val=style), *properties)
    if properties:
        put(made, put(w("pPr"), *properties))
    return put(made, run(text)) if text else made


def put_first(element: etree._Element, flag: etree._Element) -> None:
    """Give a paragraph a property that stands right behind its style."""
    properties = element.find(f"{{{W}}}pPr")
    if properties is None:
        properties = w("pPr")
        element.insert(0, properties)
    has_style = len(properties) and properties[0].tag == f"{{{W}}}pStyle"
    place = 1 if has_style else 0
    while place < len(properties) and properties[place].tag in _BEFORE:
        place += 1
    properties.insert(place, flag)
