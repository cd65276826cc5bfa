"""Marks in a finished document: styles on some of a paragraph's words, and Word comments on them."""

import copy
import datetime as dt
from collections.abc import Sequence
from typing import Final

from docx.document import Document as DocumentObject
from lxml import etree

from app.documents.write.base_document import W
from app.documents.write.wml import put, w, words

AUTHOR: Final = "年报助手"
_INITIALS: Final = "年报"
_RUN, _TEXT, _HYPHEN, _BREAK, _PROPERTIES, _STYLE = (
    f"{{{W}}}{name}" for name in ("r", "t", "noBreakHyphen", "br", "rPr", "rStyle")
)


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(
        "-" if element.tag == _HYPHEN else element.text or "" for element in paragraph.iter(_TEXT, _HYPHEN)
    )


def cut(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs that hold exactly the characters from ``start`` to ``end``, parted from their neighbours."""
    inside, place = [], 0
    for run in list(paragraph.iter(_RUN)):
        length = len(text_of(run))
        low, high = max(start - place, 0), min(end - place, length)
        if length and low < high:
            inside.append(_middle(run, low, high))
        place += length
    return inside


def _middle(run: etree._Element, low: int, high: int) -> etree._Element:
    text = text_of(run)
    if text[:low]:
        run.addprevious(_with_text(run, text[:low]))
    if text[high:]:
        run.addnext(_with_text(run, text[high:]))
    if len(text) != high - low:
        _set_text(run, text[low:high])
    return run


def _with_text(run: etree._Element, text: str) -> etree._Element:
    twin = copy.deepcopy(run)
    _set_text(twin, text)
    return twin


def _set_text(run: etree._Element, text: str) -> None:
    for other in (*run.findall(_TEXT), *run.findall(_HYPHEN), *run.findall(_BREAK)):
        run.remove(other)
    put(run, *words(text))


def set_style(runs: Sequence[etree._Element], style: str) -> None:
    """Give runs a character style; one that has another already keeps it."""
    for run in runs:
        properties = run.find(_PROPERTIES)
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        if properties.find(_STYLE) is None:
            properties.insert(0, w("rStyle", val=style))


def comment(
    document: DocumentObject, paragraph: etree._Element, said: str, quote: str, time: dt.datetime
) -> None:
    """A Word comment saying ``said`` on ``quote`` in ``paragraph``, or on all of it."""
    made = document.comments.add_comment(said, AUTHOR, _INITIALS)
    made._comment_elm.date = time
    number = made.comment_id
    start = text_of(paragraph).find(quote) if quote else -1
    runs = cut(paragraph, start, start + len(quote)) if start >= 0 else list(paragraph.iter(_RUN))
    reference = put(
        w("r"), put(w("rPr"), w("rStyle", val="CommentReference")), w("commentReference", id=number)
    )
    if runs:
        runs[0].addprevious(w("commentRangeStart", id=number))
        runs[-1].addnext(reference)
        runs[-1].addnext(w("commentRangeEnd", id=number))
    else:
        put(paragraph, w("commentRangeStart", id=number), w("commentRangeEnd", id=number), reference)
