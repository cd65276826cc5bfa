"""What a Word file carries besides its text: tracked, commented, hidden or marked words, heads and feet.

One inspection for the reader, which lists it, and for the rules, which tell it: none of it may go out with a
published report. A file of another format carries nothing."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from app.documents.read.formats.docx import BROKEN, package_part, parsed
from app.documents.read.formats.docx_runs import RunStyles
from sections.report.parts import Remnant, RemnantKind

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_MAIN: Final = re.compile(r"word/document\d*\.xml")
_RUNNING: Final = re.compile(r"word/(header|footer)\d*\.xml")
_STYLES: Final = "word/styles.xml"
_COMMENTS: Final = "word/comments.xml"
_LONGEST: Final = 80
_MOST: Final = 200
"""Remnants of one file that are listed."""
_OFF: Final = frozenset({"0", "false", "off", "none"})
_PAGE_NUMBER: Final = re.compile(r"[\s\-—－–第页共/·0-9]*")
_MARK: Final = re.compile(
    r"(?:绝密|机密|秘密)\s*(?:[★☆].{0,6}|$)|内部(?:资料|文件|使用)|不得外传|注意保[存密]"
    r"|征求意见稿|讨论稿|送审稿|审议稿|修改稿|初稿|草稿|样稿|会签稿"
)
_PICTURES: Final = re.compile(
    rb"word/media/[^/\x00]{1,80}\.(?:png|jpe?g|bmp|gif|tiff?|emf|wmf)|<img\b[^>]{0,400}\bsrc|/Subtype\s*/Image\b",
    re.I,
)
_WHITE: Final = re.compile(rb'color\s[^<>]{0,200}="(?:(?:[Ff][0-9A-Fa-f]){3}|background1|light1)"')
"""White letters; looked for in the bytes, since a document has a colour for every run."""
_TOP: Final = 3
"""Paragraphs at the top of a document among which a mark of secrecy or of a draft stands."""


def remnants_of(data: bytes) -> tuple[Remnant, ...]:
    """What the file with these bytes carries besides its text, in its order; nothing where it is no Word file
    or a broken one, which its reader refuses in its own words."""
    if not data.startswith(b"PK"):
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return tuple(found for found, _ in zip(_inspected(package), range(_MOST), strict=False))
    except BROKEN:
        return ()


def has_pictures(data: bytes) -> bool:
    """Whether a file holds pictures, or a page shows some: a table that is not found may be one."""
    return _PICTURES.search(data) is not None


def _inspected(package: zipfile.ZipFile) -> Iterator[Remnant]:
    names = package.namelist()
    main = next((name for name in names if _MAIN.fullmatch(name)), None)
    if main is None:
        return
    content = package_part(package, main)
    body = parsed(content)
    yield from _changes(body)
    shown = _has(body, "highlight", "vanish", "strike", "dstrike") or _WHITE.search(content) is not None
    if shown or _has(body, "rStyle"):
        part = package_part(package, _STYLES)
        styles = RunStyles(parsed(part) if part else None)
        if shown or styles.hide:
            yield from _formatted(body, styles)
    yield from _marks(body)
    if _COMMENTS in names:
        for comment in parsed(package_part(package, _COMMENTS)).iter(f"{_W}comment"):
            yield _remnant("comment", _text(comment), comment.get(f"{_W}author") or "")
    for name in sorted(name for name in names if _RUNNING.fullmatch(name)):
        yield from _running(parsed(package_part(package, name)), name)


def _has(body: Any, *names: str) -> bool:
    return next(body.iter(*(f"{_W}{name}" for name in names)), None) is not None


def _changes(body: Any) -> Iterator[Remnant]:
    """Insertions and deletions that nobody has accepted; a table's too."""
    for tag, kind in (
        ("ins", "inserted"),
        ("del", "deleted"),
        ("moveTo", "inserted"),
        ("moveFrom", "deleted"),
    ):
        for change in body.iter(f"{_W}{tag}"):
            if text := _text(change):
                yield _remnant("inserted" if kind == "inserted" else "deleted", text, _around(change))


def _formatted(body: Any, styles: RunStyles) -> Iterator[Remnant]:
    """Runs that are highlighted, hidden, white or struck out, neighbours in the same way as one."""
    last: tuple[Any, RemnantKind, str] | None = None
    for run in body.iter(f"{_W}r"):
        kind = _kind_of(run, styles)
        if last and (kind != last[1] or run.getparent() is not last[0]):
            yield _remnant(last[1], last[2], _around(last[0]))
            last = None
        if kind and (text := _text(run)):
            last = (run.getparent(), kind, (last[2] if last else "") + text)
    if last:
        yield _remnant(last[1], last[2], _around(last[0]))


def _kind_of(run: Any, styles: RunStyles) -> RemnantKind | None:
    settings = run.find(f"{_W}rPr")
    if settings is None:
        return None
    highlight = settings.find(f"{_W}highlight")
    if highlight is not None and highlight.get(f"{_W}val", "1") not in _OFF:
        return "highlighted"
    if styles.is_struck(settings):
        return "struck"
    return "hidden" if styles.is_gone(run, settings) else None


def _marks(body: Any) -> Iterator[Remnant]:
    """Marks of secrecy or of a draft on a line of their own at the top."""
    lines = (text for paragraph in body.iter(f"{_W}p") if (text := _text(paragraph)))
    for _, line in zip(range(_TOP), lines, strict=False):
        if len(line) <= _LONGEST // 4 and (mark := _MARK.search(line)):
            yield _remnant("mark", mark[0], line)


def _running(part: Any, name: str) -> Iterator[Remnant]:
    """What running heads and feet say besides the page number, and their watermarks."""
    place = "页眉" if "header" in name else "页脚"
    text = _text(part)
    if not _PAGE_NUMBER.fullmatch(text):
        mark = _MARK.search(text)
        yield _remnant("mark" if mark else "running", text, place)
    for path in part.iter(f"{_V}textpath"):
        if words := (path.get("string") or "").strip():
            yield _remnant("mark", words, "水印")


def _text(element: Any) -> str:
    tags = (f"{_W}t", f"{_W}delText")
    return "".join(one.text or "" for one in element.iter(*tags)).strip()


def _around(element: Any) -> str:
    """The paragraph that something stands in, as it begins."""
    while element is not None and element.tag != f"{_W}p":
        element = element.getparent()
    return "" if element is None else _text(element)[:_LONGEST]


def _remnant(kind: RemnantKind, text: str, where: str) -> Remnant:
    return Remnant(kind=kind, text=text[:_LONGEST], where=where[:_LONGEST])
