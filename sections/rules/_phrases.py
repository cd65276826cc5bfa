"""The standard phrases of ``standard_phrases.toml``, read once; an office may lay its own over them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from sections.rules.base import Context

_WIDER: Final = 2
"""Characters by which a wrong word may be longer than the right one."""


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A misquotation: looked for only where ``gate`` stands; ``hint`` where it is no certain fault."""

    gate: str
    wrong: re.Pattern[str]
    right: str
    hint: bool = False
    since: int = 0
    until: int = 9999


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting held in ``held`` (year, month); ``newer`` is how a text names one that came after it."""

    name: str
    words: re.Pattern[str]
    held: tuple[int, int]
    newer: re.Pattern[str] | None = None
    newer_name: str = ""
    newer_held: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Campaign:
    """An education campaign, and the first and the last year of report in which it was carried out."""

    name: str
    words: re.Pattern[str]
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Phrases:
    """Every known misquotation, meeting and campaign, and how meetings look that are not known."""

    misquotations: tuple[Misquoted, ...]
    meetings: tuple[Meeting, ...]
    campaigns: tuple[Campaign, ...]
    unknown: re.Pattern[str]


def phrases_of(data: Mapping[str, Any]) -> Phrases:
    """The phrases of a parsed file. Raises ``KeyError``, ``TypeError``, ``ValueError`` for a wrong one."""
    listed = (
        Misquoted(**{**entry, "wrong": re.compile(entry["wrong"])}) for entry in data.get("misquoted", ())
    )
    return Phrases(
        (*listed, *map(_framed, data.get("frame", ()))),
        tuple(map(_meeting, data.get("meeting", ()))),
        tuple(
            Campaign(entry["name"], re.compile(entry["words"]), int(entry["from"]), int(entry["to"]))
            for entry in data.get("campaign", ())
        ),
        re.compile("|".join(entry["words"] for entry in data.get("unknown", ()))),
    )


def _start(heads: list[str]) -> str:
    """What all of them begin with."""
    first = heads[0]
    return next(
        part for size in range(len(first), -1, -1) if all(h.startswith(part := first[:size]) for h in heads)
    )


def _framed(entry: Mapping[str, Any]) -> Misquoted:
    """A phrase with one place that must not differ: a word between one of its ``heads`` and its ``tail``."""
    heads, right, tail = entry["heads"], entry["right"], entry.get("tail", "")
    most = f"{{1,{len(right) + _WIDER}}}?(?={tail})" if tail else f"{{{len(right)}}}"
    behind = "|".join(f"(?<={re.escape(head)})" for head in heads)
    but = "".join(f"(?!{other})" for other in (right + tail, *entry.get("but", ())))
    return Misquoted(_start(heads), re.compile(f"(?:{behind}){but}[\u3400-\u9fff]{most}"), right)


def _meeting(entry: Mapping[str, Any]) -> Meeting:
    return Meeting(
        entry["name"],
        re.compile(entry["words"]),
        _month(entry["held"]),
        re.compile(entry["newer"]) if "newer" in entry else None,
        entry.get("newer_name", ""),
        _month(entry.get("newer_held", "0-0")),
    )


def _month(written: str) -> tuple[int, int]:
    year, month = written.split("-")
    return int(year), int(month)


PHRASES: Final = phrases_of(
    tomllib.loads(files(__package__).joinpath("standard_phrases.toml").read_text(encoding="utf-8"))
)
"""The built-in list."""


def in_use(context: Context) -> Phrases:
    """The phrases of the office, else the built-in ones."""
    return PHRASES if context.office is None else context.office.phrases
