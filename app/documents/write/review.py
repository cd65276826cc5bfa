"""The reviewer's DOCX: the report with what changed marked, findings as comments, a summary in front, and
where everything comes from behind."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from app.documents.editions import REVIEW_HEAD
from app.documents.layouts import GBT9704, Layout
from app.documents.outline import digits
from app.documents.sources import Sourced
from app.documents.write.annotations import comment, text_of
from app.documents.write.changes import Comparison, changed_numbers, lines_of
from app.documents.write.docx import Composer, document_of, packed, put_in_heads, stamp
from app.documents.write.review_charts import charts_page, years_page
from app.documents.write.review_front import Changed, front
from app.documents.write.review_marks import add_styles, mark_number, mark_sentences
from app.documents.write.review_sources import last_pages
from app.documents.write.wml import put_first, w
from sections.report.key_numbers import series_of
from sections.report.report import Report
from sections.rules.base import Finding


def write_review(
    report: Report,
    last: Report | None,
    findings: Sequence[Finding],
    layout: Layout = GBT9704,
    *,
    years: Sequence[Report] = (),
    sources: Sequence[Sourced] = (),
) -> bytes:
    """The report for the person who signs it; the same input gives the same bytes.

    Findings stand as Word comments at their places. Against ``last``, changed numbers are shaded with last
    year's beneath, and every sentence shows whether it is kept, reworded, moved or new. A page in front sums
    up, one shows charts, where ``years`` are at least three another their main numbers; behind the report
    stand last year's sentences that are gone and the ``sources``."""
    changes = changed_numbers(report, last)
    prose = Comparison(lines_of(report), lines_of(last) if last else ())
    composer = Composer(report, layout, beneath=frozenset(changes))
    document = document_of(composer)
    add_styles(document, layout)
    for field, (before, _) in changes.items():
        mark_number(composer.places[field][0], digits(before))
    mark_sentences(composer.texts, prose)
    for finding in findings:
        place, quote = _place(composer, finding)
        comment(document, place, _words(finding), quote, stamp(report))
    put_in_heads(document, REVIEW_HEAD, "Header")
    first = composer.places["title"][0]
    put_first(first, w("pageBreakBefore"))
    _put_before(first, front((report, last), findings, Changed(len(changes), prose), layout))
    _put_before(first, charts_page(document, report, last, layout.width))
    _put_before(first, years_page(document, series_of(years), layout))
    _put_before(document.element.body[-1], last_pages(prose.struck, last, sources, layout.width))
    return packed(document)


def _put_before(place: etree._Element, elements: Iterator[etree._Element]) -> None:
    for element in elements:
        place.addprevious(element)


def _place(composer: Composer, finding: Finding) -> tuple[etree._Element, str]:
    """The paragraph that a finding is about, and what of its quote stands there."""
    quote = finding.quote.strip("…")
    places = composer.places
    own = places.get(finding.where, [])
    section = [
        element for key, found in places.items() if key.split(".")[0] == finding.section for element in found
    ]
    everywhere = (element for found in places.values() for element in found)
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
