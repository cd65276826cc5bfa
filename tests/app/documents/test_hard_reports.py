"""Hard content: nothing of it is lost in any kind of file, and every kind reads back what it can."""

import re

import pytest
from lxml import etree

from app.documents.layouts import LAYOUTS
from app.documents.outline import parts
from app.documents.write.docx import write_docx
from app.documents.write.kinds import KINDS, Edition
from tests.support.hard_reports import MADE, hard, lost, pdf_text
from tests.support.rendering import needs_pages, needs_poppler, pdf_of


def read_as_text(text: str, kind: str) -> str:
    """What a browser or a reader of Markdown shows."""
    if kind == "md":
        return re.sub(r"\\([\\`*_|<>\[\]#~&.)+-])", r"\1", text)
    return text if kind == "txt" else str(etree.fromstring(text, etree.HTMLParser()).xpath("string()"))


@needs_pages
@needs_poppler
@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("layout", ["gbt9704", "windows-sealed"])
def test_no_character_is_lost_in_the_pdf(name: str, layout: str) -> None:
    report = hard(name)
    assert lost(report, pdf_text(pdf_of(write_docx(report, layout=LAYOUTS[layout])).read_bytes())) == []


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("kind", ["txt", "html", "fragment", "md"])
def test_no_kind_leaves_out_a_line_or_prints_a_control_character(name: str, kind: str) -> None:
    text = KINDS[kind].write(Edition(hard(name))).decode("utf-8-sig")
    assert lost(hard(name), read_as_text(text, kind)) == []
    assert all(c.isprintable() or c in "\r\n\t\u3000" for c in text)


def test_what_an_import_has_beyond_the_five_topics_is_printed() -> None:
    printed = [(part.kind, part.text) for part in parts(hard("own-topic"))]
    at = printed.index(("topic", "（六）林长制信息公开"))
    assert printed[at + 1] == ("text", "公示牌信息全部上网，群众可以查询。")
    assert sum(kind == "topic" for kind, _ in printed) == 6
