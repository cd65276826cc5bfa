"""Slips of the pen put into the prose of reports, one at a time: told by the rules, told by --proofread?

``python -m tests.fuzz.slips REPORT… [--seed N] [--each N]`` puts EACH slips of each kind (a same-sounding
character, one missing, doubled, swapped) into each report and prints the shares, then the hints on the clean
text in 25,000 characters and the time."""

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from app.checking.proofreading.dictionary import general
from app.checking.proofreading.reader import suspects
from app.checking.proofreading.sounds import sounds_of
from app.documents.read.importer import read_report
from sections.report.report import Report
from sections.rules._texts import pieces
from sections.rules.base import Context
from sections.rules.run import check
from tests.support.changed_text import with_paragraph

KINDS = ("wrong", "missing", "doubled", "swapped")
COMMON = 400
"""Uses from which a single character counts as common."""


def same_sounding() -> dict[str, str]:
    """Sound -> the common characters that have it."""
    found: dict[str, str] = defaultdict(str)
    for word, uses in general().uses.items():
        if len(word) == 1 and uses >= COMMON and "\u4e00" <= word <= "\u9fff":
            for sound in sounds_of(word):
                found[sound] += word
    return found


def spoilt(text: str, kind: str, chance: random.Random, by_sound: dict[str, str]) -> tuple[str, int] | None:
    """The text with one slip, and its place; None where that place takes none."""
    places = [match.start() for match in re.finditer("[\u4e00-\u9fff](?=[\u4e00-\u9fff])", text)]
    place = chance.choice(places)
    here, after = text[place], text[place + 1]
    if kind == "missing":
        return (text[:place] + text[place + 1 :], place)
    if kind == "doubled":
        return (text[:place] + here + text[place:], place)
    if kind == "swapped":
        return None if here == after else (text[:place] + after + here + text[place + 2 :], place)
    others = sorted({one for sound in sounds_of(here) for one in by_sound[sound]} - {here})
    return (text[:place] + chance.choice(others) + text[place + 1 :], place) if others else None


def cases(report: Report, each: int, chance: random.Random) -> Iterator[tuple[str, str, str, int]]:
    """(kind, key of the paragraph, its spoilt text, place)."""
    by_sound = same_sounding()
    keys = [key for key, text in report.paragraphs.items() if len(text) > 40 and key != "opening"]
    weights = [len(report.paragraphs[key]) for key in keys]
    for kind in KINDS:
        made = 0
        while made < each:
            (key,) = chance.choices(keys, weights)
            if (one := spoilt(report.paragraphs[key], kind, chance, by_sound)) is not None:
                made += 1
                yield kind, key, *one


def main() -> None:
    """Plant, look and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    rules, proof, both, all_of = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    size, hints, spent = 0, 0, 0.0
    for name in asked.reports:
        report = read_report(Path(name))
        clean = {(one.code, one.where, one.message) for one in check(Context(report))}
        started = time.perf_counter()
        for piece in pieces(report):
            size += len(piece.text)
            for one in suspects(piece.text):
                hints += 1
                print(f"on the clean text of {report.unit}: {one.found} -> {one.mend} ({one.kind})")
        spent += time.perf_counter() - started
        for kind, key, text, place in cases(report, asked.each, random.Random(asked.seed)):
            changed = with_paragraph(report, key, text)
            told = {(one.code, one.where, one.message) for one in check(Context(changed))} - clean
            old = {(one.found, one.mend) for one in suspects(report.paragraphs[key])}
            seen = any(
                (one.found, one.mend) not in old
                and one.start <= place + 2
                and place - 2 < one.start + len(one.found)
                for one in suspects(text)
            )
            all_of[kind] += 1
            rules[kind] += bool(told)
            proof[kind] += seen
            both[kind] += bool(told) or seen
            if asked.show and not told and not seen:
                print(f"not told: {kind} {text[max(0, place - 8) : place + 8]}")
    for kind in (*KINDS, "all"):
        counts = [sum(one.values()) if kind == "all" else one[kind] for one in (rules, proof, both, all_of)]
        print("{}: rules {}, --proofread {}, together {} of {}".format(kind, *counts))
    rate = hints * 25_000 / size
    print(f"on clean text: {hints} hints in {size} characters, {rate:.1f} in 25,000; {spent:.2f} s")


if __name__ == "__main__":
    main()
