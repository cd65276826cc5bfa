"""Saved web pages by lxml: the article with its paragraphs and tables, without what the site puts around it.

The content decides the encoding. Scripts never run and nothing is ever fetched."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.documents.read.blocks import BESIDE_TABLE, Aside, Block, Paragraph
from app.documents.read.errors import NotAReport
from app.documents.read.formats.html_content import (
    BLOCKS,
    LINE,
    ROW_GROUPS,
    captions_of,
    content_of,
    is_part,
    lines_in,
    parse,
)
from app.documents.read.formats.html_shown import (
    GONE,
    apply_rules,
    is_hidden,
    show_faded,
)
from app.documents.read.formats.pasted import with_pasted_tables
from app.documents.read.formats.text import read_text
from app.documents.read.formats.text_encoding import decode
from app.documents.read.headings import heading_of
from app.documents.read.likeness import squeeze
from app.documents.read.tables.labels import vocabulary
from app.documents.read.tables.nested_tables import flatten

_UNSEEN: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "math", "object", "embed", "canvas"}
    | {"audio", "video", "select", "option", "button", "input", "textarea", "map", "datalist", "iframe"}
)
"""Of these, what is no text of the page, or nothing that a reader of it would miss."""
_STRUCK: Final = "网页里隐藏或划掉的文字"
_AROUND: Final = "网页的栏目、页脚"
_ATTACHED: Final = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|zip|rar|ofd)(?:$|[?#])", re.IGNORECASE)
_LEAST_HEADINGS: Final = 3
"""Of a report that a page shows as it was typed."""
_MOST_FRAMES: Final = 3
"""Pages within pages."""


def read_html(data: bytes) -> list[Block | Aside]:
    """The paragraphs and tables of the article in a web page, and the rest of it. Raises ``NotAReport``."""
    return _read(_decode(data), 0)


def _read(text: str, depth: int) -> list[Block | Aside]:
    page = parse(text)
    apply_rules(page, _of_report)
    lines = list(_lines(page))
    if typed := _typed(page, lines):
        return typed
    article = _article(lines)
    if article is None and show_faded(page):
        lines = list(_lines(page))
        article = _article(lines)
    if article is None:
        inner = next((frame for frame in page.iter("iframe") if frame.get("srcdoc")), None)
        if inner is not None and depth < _MOST_FRAMES:
            return _read(inner.get("srcdoc"), depth + 1)
        raise NotAReport(*_why_not(page))
    first, last = _span_of(lines, article)
    before = [Paragraph(line) for line in (*_names(page), *(line for line, _ in lines[:first]))]
    behind = (Aside(line, _AROUND) for line, _ in lines[last:])
    blocks = with_pasted_tables([*before, *flatten(content_of(article, 0))])
    return [*blocks, *_hidden_in(article), *behind]


def _typed(page: Any, lines: Sequence[tuple[str, Any]]) -> list[Block | Aside]:
    """The report of a page that shows it as it was typed, lines, tabs and all; else nothing."""
    for element in page.iter("pre"):
        text = element.text_content()
        if len({heading_of(line.strip()) for line in text.split("\n")} - {None}) >= _LEAST_HEADINGS:
            around = (line for line, block in lines if block is not element)
            names = (Paragraph(line) for line in _names(page))
            return [*names, *read_text(text.encode()), *(Aside(line, _AROUND) for line in around)]
    return []


def read_archived(data: bytes) -> list[Block | Aside]:
    """A page saved as one file (.mht), whichever of its frames holds the report. Raises ``NotAReport``."""
    from email import message_from_bytes

    why = NotAReport("文件里没有网页正文。", "请把正文另存为 .docx 再导入。")
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes) and content.strip():
            try:
                return read_html(content)
            except NotAReport as error:
                why = error
    raise why


def _decode(data: bytes) -> str:
    """The text of a page; a few broken characters do no harm. Raises ``NotAReport``."""
    try:
        return decode(data)
    except NotAReport:
        texts = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
        best = min(texts, key=lambda text: text.count("\ufffd"))
        if best.count("\ufffd") * 200 > len(best):
            raise
        return best


def _why_not(page: Any) -> tuple[str, str]:
    """What to say of a page without a report in it."""
    links = [a for a in page.iter("a") if _ATTACHED.search(a.get("href") or "")]
    if links:
        name = " ".join((links[0].text_content() or "").split())[:60] or "附件"
        return f"网页里没有年报正文，只有附件「{name}」。", "请下载附件后再导入附件。"
    sources = (frame.get("src") or "" for tag in ("frame", "iframe") for frame in page.iter(tag))
    frames = [source for source in sources if source and not re.match(r"[a-z]+:", source, re.IGNORECASE)]
    if frames:
        name = frames[0][:60]
        return (
            f"网页里没有年报正文，正文可能在它的框架「{name}」里。",
            "请在保存网页时生成的文件夹里找到这个文件，导入它。",
        )
    return "网页里没有找到年报正文。", "请打开年报所在的网页，全部保存后再导入；或者把正文另存为 .docx。"


# --- where the article is -----------------------------------------------------------------------------


def _article(lines: Sequence[tuple[str, Any]]) -> Any | None:
    """The innermost element that holds all headings and tables of the report."""
    holders: list[list[Any]] = []
    for line, element in lines:
        if _is_of_report(line):
            holders.append([element, *element.iterancestors()][::-1])
    if not holders:
        return None
    common = holders[0]
    for holder in holders[1:]:
        same = next(
            (i for i, pair in enumerate(zip(common, holder, strict=False)) if pair[0] is not pair[1]), None
        )
        common = common[: len(holder)] if same is None else common[:same]
    inner = common[-1]
    while inner.tag in {"tr", *ROW_GROUPS} or (inner.tag == "table" and len(common) > 1):
        common = common[:-1]
        inner = common[-1]
    return inner


def _is_of_report(line: str) -> bool:
    """Whether a line is a heading of a report or a label of its tables."""
    if line.isdecimal():
        return False
    return squeeze(line) in vocabulary().anchors or (len(line) < 60 and heading_of(line) is not None)


def _of_report(element: Any) -> set[str]:
    return {squeeze(line) for line, _ in _lines(element) if _is_of_report(line)}


def _names(page: Any) -> Iterator[str]:
    """What the head of the page calls it; the title of the article may stand nowhere else."""
    for element in page.iter("title"):
        for line in lines_in("".join(element.itertext())):
            yield re.split(r"[-_|–—]", line)[0].strip()
    for element in page.iter("meta"):
        if (element.get("name") or "").lower() == "articletitle":
            yield from lines_in(element.get("content") or "")


def _span_of(lines: Sequence[tuple[str, Any]], article: Any) -> tuple[int, int]:
    """The place of the first line of the article, and that behind its last one."""

    def inside(place: int) -> bool:
        element = lines[place][1]
        return element is article or article in element.iterancestors()

    first = next(filter(inside, range(len(lines))), len(lines))
    return first, next(filter(inside, range(len(lines) - 1, first - 1, -1)), first - 1) + 1


def _hidden_in(article: Any) -> Iterator[Aside]:
    """What stands in the article and is not shown, or is no text of it."""
    inner: set[Any] = set()
    for element in article.iter():
        if not isinstance(element.tag, str) or element in inner:
            continue
        if (element.attrib or element.tag in GONE) and is_hidden(element):
            inner.update(element.iterdescendants())
            reason = _AROUND if element.tag in {"nav", "footer", "aside"} else _STRUCK
            if element.tag not in _UNSEEN:
                yield from (Aside(line, reason) for line, _ in _lines(element, hidden=True))
        elif element.tag == "table":
            yield from (Aside(line, BESIDE_TABLE) for line in captions_of(element) if not is_part(line))


def _lines(page: Any, hidden: bool = False) -> Iterator[tuple[str, Any]]:
    """Every line of text of the page with the block it stands in, cells of tables being blocks; with
    ``hidden`` what the page itself hides too."""
    found: list[tuple[str, Any]] = []
    buffer: list[str] = []

    def end(element: Any) -> None:
        if (text := "".join(buffer)) and not text.isspace():
            found.extend((line, element) for line in lines_in(text))
        buffer.clear()

    stack: list[tuple[Any, bool]] = [(page, False)]
    inside: list[Any] = [page]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag
        block = tag in BLOCKS or tag == "table"
        if leaving:
            inside.pop()
        elif isinstance(tag, str) and not (tag in _UNSEEN if hidden else is_hidden(element)):
            if block:
                end(inside[-1])
            buffer.append(LINE if tag == "br" else element.text or "")
            if len(element):
                inside.append(element if block else inside[-1])
                stack.append((element, True))
                stack += [(child, False) for child in reversed(element)]
                continue
        else:
            block = False
        if block:
            end(element)
        buffer.append(element.tail or "")
    return iter(found)
