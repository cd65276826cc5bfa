"""What the style sheets in a page say of its elements, as far as it hides, strikes out, raises or lays out.

Selectors are read by cssselect; of several rules for one property the one holds that a browser takes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

_RULE: Final = re.compile(r"([^{}]{1,500})\{([^{}]{1,2000})\}")
_MEDIA: Final = re.compile(
    r"@[a-z-]+[^{};]{0,200}\{(?:[^{}]{0,500}\{[^{}]{0,2000}\}){0,200}[^{}]{0,500}\}", re.IGNORECASE
)
_REMARK: Final = re.compile(r"/\*.{0,2000}?\*/", re.DOTALL)
_NAMED: Final = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_MOST_SELECTORS: Final = 200
"""Of those that must be looked for in the page one by one."""
_IMPORTANT: Final = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_GROUNDS: Final = frozenset({"background", "background-color", "background-image"})
"""What decides whether letters of a color are seen."""

Weight = tuple[int, int, int]
"""How many names, classes and elements a selector has: the heavier one holds."""
_OWN: Final[Weight] = (1_000, 0, 0)
"""The weight of an element's own style."""
_Said = dict[str, tuple[tuple[bool, Weight, int], str]]
"""The values of properties, each with what speaks for it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: str
    said: dict[str, str]
    place: int


def styles_of(page: Any, tells: re.Pattern[str]) -> dict[Any, str]:
    """The style of those elements of a page of which a rule says what ``tells`` finds, with their own."""
    rules = list(_rules(page))
    telling = {rule.place: rule for rule in rules if tells.search(_written(rule.said))}
    if not telling:
        return {}
    matcher = _Matcher(page)
    found: dict[Any, _Said] = {}
    for element, weight, rule in matcher.matches(telling.values()):
        _take(found.setdefault(element, {}), weight, rule)
    properties = {name for rule in telling.values() for name in rule.said} | _GROUNDS
    others = (rule for rule in rules if rule.place not in telling and properties & rule.said.keys())
    for element, weight, rule in matcher.matches(others if found else ()):
        if element in found:
            _take(found[element], weight, rule)
    return {element: _with_own(element, said) for element, said in found.items()}


def _rules(page: Any) -> Iterator[_Rule]:
    """The rules of the page for a screen, selector by selector."""
    place = 0
    for sheet in page.iter("style"):
        if "print" in (sheet.get("media") or ""):
            continue
        for selectors, body in _RULE.findall(_MEDIA.sub("", _REMARK.sub("", sheet.text or ""))):
            said = _declared(body)
            for selector in selectors.split(","):
                place += 1
                yield _Rule(selector.strip(), said, place)


def _declared(body: str) -> dict[str, str]:
    parts = (part.partition(":") for part in body.split(";"))
    return {name.strip().lower(): value.strip() for name, colon, value in parts if colon}


def _written(said: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in said.items())


def _take(said: _Said, weight: Weight, rule: _Rule) -> None:
    """Let a rule say what none that is heavier has said."""
    for name, value in rule.said.items():
        important = _IMPORTANT.search(value) is not None
        rank = (important, weight, rule.place)
        if name not in said or said[name][0] <= rank:
            said[name] = (rank, _IMPORTANT.sub("", value))


def _with_own(element: Any, said: _Said) -> str:
    _take(said, _OWN, _Rule("", _declared(element.get("style") or ""), 0))
    return _written({name: value for name, (_, value) in said.items()})


class _Matcher:
    """The elements of a page for selectors; a class or a name is looked up, anything else looked for."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._named: dict[str, list[Any]] = {}
        self._left = _MOST_SELECTORS
        for element in page.iter():
            if isinstance(element.tag, str) and element.attrib:
                for name in set((element.get("class") or "").split()):
                    self._named.setdefault(f".{name}", []).append(element)
                if own := element.get("id"):
                    self._named.setdefault(f"#{own}", []).append(element)

    def matches(self, rules: Iterable[_Rule]) -> Iterator[tuple[Any, Weight, _Rule]]:
        """Every element of every rule, with the weight of the selector."""
        for rule in rules:
            weight, elements = self._elements(rule.selector)
            yield from ((element, weight, rule) for element in elements)

    def _elements(self, selector: str) -> tuple[Weight, list[Any]]:
        if named := _NAMED.fullmatch(selector):
            tag = (named[1] or "").lower()
            elements = self._named.get(named[2], [])
            by_name, by_class = (1, 0) if named[2][0] == "#" else (0, 1)
            return (
                (by_name, by_class, bool(tag)),
                [one for one in elements if not tag or one.tag == tag],
            )
        return self._looked_for(selector)

    def _looked_for(self, selector: str) -> tuple[Weight, list[Any]]:
        from cssselect import HTMLTranslator, SelectorError, parse
        from lxml.etree import XPathError

        if self._left <= 0:
            return (0, 0, 0), []
        self._left -= 1
        try:
            parsed = parse(selector)[0]
            path = HTMLTranslator().selector_to_xpath(parsed, translate_pseudo_elements=True)
            return parsed.specificity(), self._page.xpath(path)
        except (SelectorError, XPathError, ValueError, RecursionError):
            return (0, 0, 0), []
