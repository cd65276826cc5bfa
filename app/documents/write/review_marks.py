"""The marks of the reviewer's edition: how each sentence stands to last year's, and numbers that differ."""

from collections.abc import Mapping, Sequence
from typing import Final

from docx.document import Document as DocumentObject
from lxml import etree

from app.documents.layouts import Layout
from app.documents.table_style import BENEATH_LINE
from app.documents.write.annotations import cut, set_style
from app.documents.write.base_document import FLAT, W
from app.documents.write.changes import Comparison, Standing
from app.documents.write.docx_tables import narrow_style
from app.documents.write.wml import paragraph, put, run, w

MARK: Final = "D9D9D9"
"""The grey of what differs from last year: it shows in black-and-white print too."""
_LAST_SIZE: Final = 15
"""Half points of last year's number beneath this year's."""
FRONT_LINE: Final = 300
"""Twips of a line of the box in front: exact, so that it can be planned to fill no more than a page."""
_LINES: Final[Mapping[Standing, str]] = {
    Standing.REWORDED: "dotted",
    Standing.MOVED: "wave",
    Standing.NEW: "single",
}
"""The line under a sentence."""


def sentence_style(standing: Standing) -> str:
    """The character style of a sentence's words that are last year's too, or all of a new one; none of one
    that is kept."""
    return "" if standing is Standing.KEPT else f"{standing.name.title()}Sentence"


def words_style(standing: Standing) -> str:
    """The character style of a sentence's words that differ."""
    return f"{standing.name.title()}Words"


def add_styles(document: DocumentObject, layout: Layout) -> None:
    """Add the styles that only the reviewer's edition uses."""
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{FRONT_LINE}" w:lineRule="exact"/>{FLAT}'
    plain = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' + FLAT
    beneath = exact.replace(str(FRONT_LINE), str(BENEATH_LINE))
    texts = (
        ("CommentText", "annotation text", 18, "left", plain),
        ("LastYear", "上年数字", _LAST_SIZE, "center", beneath),
        ("FrontTitle", "送审标题", 36, "center", plain),
        ("FrontSubtitle", "送审副标题", 24, "center", plain),
        ("FrontText", "送审文字", 21, "left", exact),
        ("FrontNumber", "送审数字", 21, "center", exact),
        ("FrontPicture", "送审图", 21, "center", plain),
        ("SourceText", "来源文字", 18, "left", plain),
        ("SourceSentence", "来源句子", 18, "left", f"<w:keepNext/>{plain}"),
        ("SourceNumber", "来源数字", 18, "center", plain),
    )
    made = [
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{lines}<w:jc w:val="{side}"/></w:pPr><w:rPr><w:rFonts w:eastAsia="{layout.table}"/>'
        f'<w:spacing w:val="0"/><w:w w:val="100"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
        for style, name, size, side, lines in texts
    ]
    made += [
        f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{name}"/>'
        f"<w:rPr>{inner}</w:rPr></w:style>"
        for style, (name, inner) in _letters().items()
    ]
    whole = etree.fromstring(f'<w:styles xmlns:w="{W}">{"".join(made)}</w:styles>')
    document.styles.element.extend(list(whole))


def _letters() -> dict[str, tuple[str, str]]:
    """Character styles: id -> name and properties."""
    grey = f'<w:shd w:val="clear" w:color="auto" w:fill="{MARK}"/>'
    made = {"CommentReference": ("annotation reference", '<w:sz w:val="18"/><w:szCs w:val="18"/>')}
    for standing in Standing:
        line = f'<w:u w:val="{_LINES[standing]}"/>' if standing in _LINES else ""
        if standing is not Standing.NEW:
            made[words_style(standing)] = (f"{standing}句中改动", line + grey)
        if line:
            made[sentence_style(standing)] = (f"{standing}句", line)
    return made


def mark_sentences(paragraphs: Sequence[etree._Element], comparison: Comparison) -> None:
    """Mark every sentence of the prose; ``paragraphs`` are its lines in order."""
    for compared in comparison.sentences:
        place = paragraphs[compared.said.line]
        for start, end in compared.words:
            set_style(cut(place, start, end), words_style(compared.standing))
        if style := sentence_style(compared.standing):
            set_style(cut(place, compared.said.start, compared.said.end), style)


def mark_number(place: etree._Element, before: str) -> None:
    """Shade the cell and set last year's number small beneath this year's."""
    holder = place.getparent()
    assert holder is not None
    properties = holder.find(f"{{{W}}}tcPr")
    assert properties is not None
    properties.insert(-1, w("shd", val="clear", color="auto", fill=MARK))
    kept = [w("keepNext")] if place.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None else []
    width = int(properties[0].get(f"{{{W}}}w", "0"))
    words = f"({before})"
    style = narrow_style(words, width, _LAST_SIZE)
    narrow = [w("rStyle", val=style)] if style else []
    put(holder, put(paragraph("", "LastYear", *kept), run(words, *narrow)))
