"""The reviewer's DOCX: the report with what is new marked, findings as comments, and a summary in front."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from app.documents.editions import REVIEW_HEAD
from app.documents.layouts import GBT9704, Layout
from app.documents.outline import shown
from app.documents.write.annotations import comment, cut, set_style, text_of
from app.documents.write.base_document import W
from app.documents.write.changes import LastYear, changed_numbers
from app.documents.write.docx import Composer, document_of, packed, put_in_heads, stamp
from app.documents.write.review_front import Changed, front, review_styles
from app.documents.write.review_years import years_page
from app.documents.write.wml import paragraph, put, w
from sections.report.key_numbers import series_of
from sections.report.report import Report
from sections.rules.base import Finding

_MARK: Final = "D9D9D9"
"""The grey of what differs from last year: it shows in black-and-white print too."""


def write_review(
    report: Report,
    last: Report | None,
    findings: Sequence[Finding],
    layout: Layout = GBT9704,
    years: Sequence[Report] = (),
) -> bytes:
    """The report for the person who signs it; the same input gives the same bytes.

    Findings stand as Word comments at their places. Against ``last``, changed numbers are shaded with last
    year's beneath, changed words shaded, new sentences shaded and underlined. A page in front sums up; where
    ``years`` are at least three, another shows their main numbers."""
    composer = Composer(report, layout)
    document = document_of(composer)
    review_styles(document, layout)
    changes = changed_numbers(report, last)
    for field, (before, _) in changes.items():
        _mark_number(composer.places[field][0], shown(before))
    counts = Changed(len(changes), *_mark_words(composer, last))
    for finding in findings:
        place, quote = _place(composer, finding)
        comment(document, place, _words(finding), quote, stamp(report))
    put_in_heads(document, REVIEW_HEAD, "Header")
    first = composer.places["title"][0]
    _properties(first, "pPr").insert(1, w("pageBreakBefore"))
    for element in front(document, (report, last), findings, counts, layout):
        first.addprevious(element)
    for element in years_page(document, series_of(years), layout.width):
        first.addprevious(element)
    return packed(document)


def _properties(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{{{W}}}{name}")
    assert found is not None
    return found


def _mark_number(place: etree._Element, before: str) -> None:
    """Shade the cell and set last year's number small beneath this year's."""
    cell = place.getparent()
    assert cell is not None
    _properties(cell, "tcPr").insert(-1, w("shd", val="clear", color="auto", fill=_MARK))
    kept = [w("keepNext")] if place.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None else []
    put(cell, paragraph(f"({before})", "LastYear", *kept))


def _mark_words(composer: Composer, last: Report | None) -> tuple[int, int]:
    """How many sentences are new and how many were changed; both are marked."""
    known, new, changed = LastYear(last), 0, 0
    form = composer.report.form
    for key in (*form.paragraphs, "problems", "other"):
        for place in composer.places.get(key, ()) if key not in form.headings else _texts(composer, key):
            for piece in known.pieces(text_of(place)):
                new, changed = new + piece.whole, changed + (not piece.whole)
                style = "NewSentence" if piece.whole else "ChangedWords"
                set_style(cut(place, piece.start, piece.end), style)
    return new, changed


def _texts(composer: Composer, section: str) -> Iterator[etree._Element]:
    """What stands under a section's own key: its heading is no text of it."""
    yield from composer.places.get(section, ())[1:]


def _place(composer: Composer, finding: Finding) -> tuple[etree._Element, str]:
    """The paragraph that a finding is about, and what of its quote stands there."""
    quote = finding.quote.strip("…")
    places = composer.places
    own = places.get(finding.where, [])
    section = [one for key, found in places.items() if key.split(".")[0] == finding.section for one in found]
    everywhere = (one for found in places.values() for one in found)
    if quote:
        for candidates in (own, section, everywhere):
            for place in candidates:
                if quote in text_of(place):
                    return place, quote
    if own:
        return own[0], ""
    known: Iterable[str] = (finding.where.split(".")[0], finding.section, "title")
    if finding.where.startswith(("period", "profile")):
        known = ("opening", "title")
    return next(places[key] for key in known if key in places)[0], ""


def _words(finding: Finding) -> str:
    if finding.answer:
        return f"【已核对 {finding.code}】{finding.message}\n核对无误：{finding.answer}"
    mend = f"\n改法：{finding.fix.label}" if finding.fix else ""
    return f"【{finding.severity.label} {finding.code}】{finding.message}{mend}"
