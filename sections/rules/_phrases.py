"""The standard phrases of ``standard_phrases.toml``, read once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A misquotation: looked for only where ``gate`` stands; ``hint`` where it is no certain fault."""

    gate: str
    wrong: re.Pattern[str]
    right: str
    hint: bool = False
    since: int = 0


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


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files(__package__).joinpath("standard_phrases.toml").read_text(encoding="utf-8"))


@cache
def misquotations() -> tuple[Misquoted, ...]:
    """Every known misquotation."""
    return tuple(
        Misquoted(**{**entry, "wrong": re.compile(entry["wrong"])}) for entry in _file()["misquoted"]
    )


@cache
def meetings() -> tuple[Meeting, ...]:
    """Every known meeting."""
    return tuple(
        Meeting(
            entry["name"],
            re.compile(entry["words"]),
            _month(entry["held"]),
            re.compile(entry["newer"]) if "newer" in entry else None,
            entry.get("newer_name", ""),
            _month(entry.get("newer_held", "0-0")),
        )
        for entry in _file()["meeting"]
    )


@cache
def campaigns() -> tuple[Campaign, ...]:
    """Every known campaign."""
    return tuple(
        Campaign(entry["name"], re.compile(entry["words"]), entry["from"], entry["to"])
        for entry in _file()["campaign"]
    )


@cache
def unknown_meetings() -> re.Pattern[str]:
    """Meetings that have not been held as far as the list knows."""
    return re.compile("|".join(entry["words"] for entry in _file()["unknown"]))


def _month(written: str) -> tuple[int, int]:
    year, month = written.split("-")
    return int(year), int(month)
