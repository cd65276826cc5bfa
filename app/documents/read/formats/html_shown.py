"""What of a web page is shown: elements that are hidden, struck out or raised, by themselves or by a rule of
the page, and cells that show no text but a picture or a control."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Any, Final

from app.documents.read.blocks import PICTURED, UNSEEN
from app.documents.read.formats.html_rules import styles_of
from app.documents.read.tables.numbers import holds_number, is_blank, read_number

GONE: Final = frozenset({
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "select", "option", "button", "input", "textarea", "nav", "footer", "aside",
    "map", "datalist", "del", "s", "strike",
})  # fmt: skip
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|text-decoration[^;]*line-through"
    r"|font-size\s*:\s*0(?:px|pt|em|rem|%)?(?![\d.])|mso-hide\s*:\s*all|opacity\s*:\s*0(?![\d.])"
    r"|text-indent\s*:\s*-\d{4,}|left\s*:\s*-\d{4,}px|(?<![\w-])color\s*:\s*transparent", re.IGNORECASE,
)  # fmt: skip
_PLACELESS: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)
"""What is hidden so leaves no place in a table either."""
_OF_LETTERS: Final = frozenset({"span", "font", "a", "b", "i", "u", "em", "strong", "small"})
"""Elements around a few letters, which no script hides first and shows later."""
_FADED: Final = re.compile(r"visibility\s*:\s*hidden|opacity\s*:\s*0(?![\d.])", re.IGNORECASE)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*(?:super|sub)", re.IGNORECASE)
_LIFTED: Final = re.compile(
    r"vertical-align\s*:\s*-?(?:\d+\.)?\d*[1-9]|mso-text-raise\s*:\s*-?[\d.]*[1-9]", re.IGNORECASE
)
_WHITE: Final = r"(?:#fff\b|#(?:f[0-9a-f]){3}\b|white\b|rgba?\(\s*25\d\s*,\s*25\d\s*,\s*25\d\b)"
_PALE: Final = re.compile(rf"(?<![\w-])color\s*:\s*{_WHITE}", re.IGNORECASE)
_GROUND: Final = re.compile(
    rf"background(?:-color|-image)?\s*:\s*(?!none|transparent|inherit|initial|{_WHITE})", re.IGNORECASE
)
_IN_ROW: Final = re.compile(r"display\s*:\s*(?:table-row|(?:inline-)?flex)(?![\w-])", re.IGNORECASE)
_TELLING: Final = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (_HIDDEN, _RAISED, _PALE, _IN_ROW)), re.IGNORECASE
)
"""What a rule says that bears on how the page is read."""
_ROW_NAME: Final = re.compile(r"(?:^|[\s_-])(?:row|tr)(?:$|[\s_-])", re.IGNORECASE)
_ROWS: Final = frozenset({"div", "p", "ul", "ol", "li", "dl", "section"})
_LONGEST_CELL: Final = 80
_PICTURES: Final = frozenset(
    {"img", "svg", "object", "embed", "canvas", "select", "input", "textarea", "math", "video", "button"}
)
_NO_TEXT: Final = GONE - {"del", "s", "strike"}
_TYPED: Final = frozenset({"", "text", "number", "tel", "search"})
"""Kinds of fields that show what is written in them."""
_SPACER: Final = re.compile(r"\s*[0-2](?:px)?\s*")
"""The measure of a picture that nobody sees."""


def is_hidden(element: Any) -> bool:
    """Whether an element of a page is not shown, or is no text of it."""
    if element.tag in GONE:
        return True
    if not element.attrib:
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _hides(style):
        return True
    return bool(style or element.get("color")) and _is_pale(element, style or "")


@lru_cache(maxsize=1024)
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


def leaves_no_place(element: Any) -> bool:
    """Whether a row or a cell is hidden in such a way that the next one takes its place."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and _PLACELESS.search(style) is not None


def is_raised(element: Any) -> bool:
    """Whether an element stands above or below the line of what is beside it."""
    if element.tag in {"sup", "sub"}:
        return True
    style = element.get("style")
    if not style:
        return False
    if _RAISED.search(style):
        return True
    return element.tag in _OF_LETTERS and _LIFTED.search(style) is not None and _is_part(element)


def _is_pale(element: Any, style: str) -> bool:
    """Whether letters are white on white; on a ground that is not known, where others beside them are not."""
    color = element.get("color")
    if not _PALE.search(style) and not (color and re.fullmatch(_WHITE, color, re.IGNORECASE)):
        return False
    around = [element, *element.iterancestors()]
    if any(
        one.get("bgcolor") or one.get("background") or _GROUND.search(one.get("style") or "")
        for one in around
    ):
        return False
    return _is_part(element) if any(one.get("class") or one.get("id") for one in around) else True


def _is_part(element: Any) -> bool:
    """Whether other letters stand beside those of an element."""
    block = next((above for above in element.iterancestors() if above.tag not in _OF_LETTERS), element)
    return len("".join(block.text_content().split())) > len("".join(element.text_content().split()))


def show_faded(page: Any) -> bool:
    """Show what a script of the page would show once it is loaded; whether there was any."""
    faded = [element for element in page.iter() if _FADED.search(element.get("style") or "")]
    for element in faded:
        element.set("style", _FADED.sub("", element.get("style")))
    return bool(faded)


def apply_rules(page: Any, lines_of: Callable[[Any], Collection[str]]) -> None:
    """Give what a rule of the page hides, strikes out or raises that rule as its own.

    A script may show what is no mere row of letters: it is taken to be hidden only where the rest of the page
    has all the headings and labels, ``lines_of`` it, that it has."""
    blocks = []
    for element, style in styles_of(page, _TELLING).items():
        if element.tag in _OF_LETTERS:
            element.set("style", style)
        elif _HIDDEN.search(style):
            blocks.append(element)
        elif _IN_ROW.search(style):
            element.set("style", style)
    _hide(blocks, page, lines_of)


def _hide(blocks: Sequence[Any], page: Any, lines_of: Callable[[Any], Collection[str]]) -> None:
    """Hide those blocks of which the rest of the page says all that is of the report."""
    kept = [(block, block.get("style"), lines_of(block)) for block in blocks]
    for block in blocks:
        block.set("style", f"{block.get('style') or ''};display:none")
    rest = set(lines_of(page)) if kept else set()
    for block, style, lines in kept:
        if not rest.issuperset(lines):
            block.attrib.pop("style")
            if style is not None:
                block.set("style", style)


def cells_in_row(element: Any) -> list[Any]:
    """The elements that stand side by side in one that is a row of a table, but no row of a table element."""
    if element.tag not in _ROWS or not 1 < len(element) < _LONGEST_CELL or (element.text or "").strip():
        return []
    named = _ROW_NAME.search(element.get("class") or "") or element.get("role") == "row"
    if not named and not _IN_ROW.search(element.get("style") or ""):
        return []
    cells = [cell for cell in element if isinstance(cell.tag, str) and not is_hidden(cell)]
    plain = all(
        not (cell.tail or "").strip()
        and len(cell.text_content()) <= _LONGEST_CELL
        and not any(True for _ in cell.iter("table", "br", *_ROWS) if _ is not cell)
        for cell in cells
    )
    return cells if plain else []


def shown_instead(cell: Any) -> str:
    """What a cell without text shows: a number that is typed in, a picture or a control, or that a number is
    hidden or struck out; else nothing."""
    found = [element for element in cell.iter() if element.tag in _PICTURES and _is_seen(element, cell)]
    if not found:
        return UNSEEN if _hides_number(cell) else ""
    typed = (found[0].get("value") if found[0].tag == "input" else found[0].text) or ""
    fields = found[0].tag == "textarea" or (
        found[0].tag == "input" and (found[0].get("type") or "").lower() in _TYPED
    )
    is_typed = len(found) == 1 and fields and not is_blank(typed) and read_number(typed) is not None
    return typed.strip() if is_typed else PICTURED


def _hides_number(cell: Any) -> bool:
    """Whether a number of a cell is not shown; what is no text at all aside."""
    return any(
        holds_number("".join(element.itertext()))
        for element in cell.iterdescendants()
        if isinstance(element.tag, str) and element.tag not in _NO_TEXT and is_hidden(element)
    )


def _is_seen(element: Any, cell: Any) -> bool:
    if (element.get("type") or "").lower() == "hidden" or any(
        map(_is_spacer, (element.get("width"), element.get("height")))
    ):
        return False
    chain = [element, *element.iterancestors()]
    within = chain[: chain.index(cell)]
    return not any(
        "hidden" in one.attrib or _HIDDEN.search(one.get("style") or "") or one.tag in {"script", "template"}
        for one in within
    )


def _is_spacer(measure: str | None) -> bool:
    return measure is not None and _SPACER.fullmatch(measure) is not None
