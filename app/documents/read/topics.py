"""Part one of a report: what leads in, and its topics, however they are numbered and named."""

import re
from collections.abc import Sequence
from typing import Final

from sections.language.quantities import counts

_ONE_CHARACTER: Final = str.maketrans(
    {chr(0x3220 + i): f"（{number}）" for i, number in enumerate("一二三四五六七八九")}
    | {chr(first + i): f"{i + 1}." for first in (0x2460, 0x2474) for i in range(9)}
)
"""Numbers that are one character with their marks: ㈠, ①, ⑴."""
_NUMBERED: Final = re.compile(r"^[（(]([一二三四五六七八九])[）)]\s*(.*)$", re.DOTALL)
NAME: Final = (
    r"(?:主动公开|依申请公开|政府信息(?:资源)?管理|(?:政府|政务)?(?:信息)?(?:公开)?平台建设|监督保障)(?:政府)?(?:信息)?"
    r"(?:工作)?(?:的?情况|方面)?"
)
_BARE: Final = re.compile(rf"^()({NAME}(?:[。：:，].*|$))", re.DOTALL)
"""A topic that has lost its number."""
_NUMBER: Final = r"(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,2}[是、])\s*"
_UNNUMBERED: Final = re.compile(rf"^(?:{_NUMBER})?()({NAME}(?:[。：:，].*|$))", re.DOTALL)
"""A topic that has lost its number, or has another."""
_OTHERWISE: Final = re.compile(rf"^(?!.{{1,2}}是){_NUMBER}()([^，。：:；]{{2,24}}(?:[。：:].*|$))", re.DOTALL)
"""A heading with digits or the number of a part, where no topic has the number of one."""
_WORDS: Final[dict[str, str]] = {
    "requests": r"依申请|(?:申请公开|公开申请)(?!.*(?:复议|诉讼))",
    "proactive": r"主动公开",
    "platform": r"平台",
    "supervision": r"监督|保障|培训|考核",
    "management": r"管理",
}
_BY_NUMBER: Final = dict(
    zip("一二三四五", ("proactive", "requests", "management", "platform", "supervision"), strict=True)
)
_LEAD_IN: Final = re.compile(rf"^(?:{NAME}(?<=[况面])(?=20\d\d年|[我本全])|[^。：:；]{{2,30}}?(?:[。：:]|$))")
"""The words of a topic before its text, set off by a mark or, having lost one, by what they say."""


def is_numbered(line: str) -> bool:
    """Whether a line opens a topic as the form numbers them: 「（一）…」."""
    return _NUMBERED.match(line.translate(_ONE_CHARACTER)) is not None


def topics_of(lines: Sequence[str]) -> tuple[str, dict[str, str], str]:
    """What leads in, topic -> its text without its heading, and what stands under headings that name no topic
    of the form, of the lines of part one."""
    lead: list[str] = []
    unnamed: list[str] = []
    parts: dict[str, list[str]] = {}
    current: list[str] = lead
    numbered = any(map(is_numbered, lines))
    for line in lines:
        match = _opened(line, numbered)
        if match is None:
            current.append(line)
            continue
        name = _name(match[1], match[2])
        current = parts.setdefault(name, []) if name else unnamed
        rest = _without_lead_in(match[2], name)
        if rest:
            current.append(rest)
    return "\n".join(lead), {name: "\n".join(found) for name, found in parts.items()}, "\n".join(unnamed)


def _opened(line: str, numbered: bool) -> re.Match[str] | None:
    """What opens a topic; a line that only looks like one where the others have their number is text."""
    line = line.translate(_ONE_CHARACTER)
    if numbered:
        return _NUMBERED.match(line) or _BARE.match(line)
    return _NUMBERED.match(line) or _UNNUMBERED.match(line) or _OTHERWISE.match(line)


def _name(number: str, text: str) -> str:
    head = (_LEAD_IN.match(text) or [""])[0]
    named = next((name for name, words in _WORDS.items() if re.search(words, head)), "")
    return named or ("" if head else _BY_NUMBER.get(number, ""))


def _without_lead_in(text: str, name: str) -> str:
    match = _LEAD_IN.match(text)
    if match and name and re.search(_WORDS[name], match[0]) and not counts(match[0]):
        return text[match.end() :].strip()
    return text.strip()
