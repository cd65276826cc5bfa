"""Clauses about the tables of which every word is known, in whatever order they stand.

A clause with one number (or a 没有), with one thing that the tables count and with nothing that is not known
counts that thing; a single unknown word may narrow it (网上, 延期, 当场), and then it is left alone."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from sections.facts.cells import names
from sections.language.quantities import ANY_COUNT, LINKS, SIGNS, STOPS, Reduced

_CASES: Final = "".join(SIGNS[measure] for measure in "件宗起例份个条")
_CLAUSE: Final = re.compile(f"[^{''.join(STOPS[mark] for mark in '，；。：')}（）()“”《》]+")
_ITEM: Final = re.compile(f"[^{''.join(STOPS[mark] for mark in '，；。：、')}（）()“”《》]+")
_NUMBER: Final = re.compile(f"[{ANY_COUNT}]|[0-9]")
_PLAIN: Final = str.maketrans({sign: mark for mark, sign in (*LINKS.items(), *STOPS.items())})
_LONGEST: Final = 40
_NONE: Final = re.compile("(?:没有|无)一[件例起宗]?|没有|未(?=有|被|发生|出现|产生|实施|作出|采取)|无")
_NOT_ONE: Final = re.compile("(?:没有|无)$")
_DATED: Final = re.compile(f"{SIGNS['年']}度?")
_OTHER_THINGS: Final = re.compile(
    "(?:诉讼|复议)决定|(?:办结|办毕|办完).*(?:复议|诉讼)|(?:复议|诉讼).*(?:办结|答复)"
    "|^(?!.*(?:被|答复|公开)).*申请(?:行政)?复议|(?:许可|处罚|强制|规范性文件).*(?:信息|公开|申请)"
)
"""Made of known words alone, and yet no count of the tables: letters about decisions, their publication."""
_DOCUMENT: Final = "(?:行政)?规范性文件"
_REQUEST_PREFIX: Final = "requests."
_DISPUTE: Final = "disputes.{}.{}"
_ANSWERED: Final = "requests.total.total"
_ASKED: Final = "requests.applications"
_HEARD: Final = "requests.accepted"
_TAKEN: Final = frozenset({_ASKED, "requests.accepted", "requests.handled", "requests.new.total"})
_BOTH: Final = "disputes.total"
_GROUPS: Final = {
    "denied": "requests.denied",
    "unavailable": "requests.unavailable",
    "rejected": "requests.rejected",
    "other": "requests.handled_otherwise",
}
"""The group of outcomes of each row, by how the row is called."""
_OF_THEMSELVES: Final = ("requests.rejected_", "requests.other_", "requests.unavailable_")
"""Rows whose reason says the outcome too; what touches a third party may be disclosed all the same."""


@cache
def _known() -> re.Pattern[str]:
    """Every name with its kind as the group, the surest first, then what counts nothing."""
    kinds = (
        ("reason", names.REASONS),
        ("stage", names.STAGES),
        ("court", names.COURTS),
        ("ending", names.ENDINGS),
        ("outcome", names.OUTCOMES),
        ("applicant", names.APPLICANTS),
        ("decision", names.DECISIONS),
    )
    parts = [
        f"(?P<{kind}_{place}>{words})" for kind, named in kinds for place, words in enumerate(named.values())
    ]
    parts += [f"(?P<document>{_DOCUMENT})"]
    parts += [f"(?P<deed_{place}>{words})" for place, words in enumerate(names.DOCUMENTS.values())]
    light = sorted(names.NOT_COUNTING, key=len, reverse=True)
    parts += [f"(?P<act_{place}>{words})" for place, words in enumerate(names.ACTS.values())]
    return re.compile("|".join((*parts, "|".join(light))))


_NAMED: Final = {
    "reason": tuple(names.REASONS),
    "stage": tuple(names.STAGES),
    "court": tuple(names.COURTS),
    "ending": tuple(names.ENDINGS),
    "outcome": tuple(names.OUTCOMES),
    "applicant": tuple(names.APPLICANTS),
    "decision": tuple(names.DECISIONS),
    "deed": tuple(names.DOCUMENTS),
    "act": tuple(names.ACTS),
}


@lru_cache(maxsize=4096)
def known_clauses(line: Reduced) -> tuple[tuple[str, int, int | None, int], ...]:
    """(subject, start, place of the number or None, end) of each clause that is known to its last word.

    Places are of the reduced text."""
    return tuple(_clauses(line))


def _clauses(line: Reduced) -> Iterator[tuple[str, int, int | None, int]]:
    for clause in _CLAUSE.finditer(line.text):
        read = _read(line, clause)
        if read is not None:
            yield read
            continue
        for item in _ITEM.finditer(line.text, *clause.span()) if STOPS["、"] in clause[0] else ():
            read = _read(line, item)
            if read is not None:
                yield read


def _read(line: Reduced, clause: re.Match[str]) -> tuple[str, int, int | None, int] | None:
    if clause.end() - clause.start() > _LONGEST:
        return None
    words = _DATED.sub("", clause[0]).translate(_PLAIN)
    numbers = [place for place, character in enumerate(clause[0]) if character in _CASES]
    others = [character for character in words if _NUMBER.match(character)]
    if len(numbers) == len(others) == 1:
        before = _NOT_ONE.search(clause[0][: numbers[0]].translate(_PLAIN))
        if before and line.number(clause.start() + numbers[0]).text == "一":
            rest = words.replace(clause[0][numbers[0]], "").replace(before[0], "", 1)
            subject = subject_of(rest, counted=False)
            return None if subject is None else (subject, clause.start(), None, clause.end())
        subject = subject_of(words.replace(clause[0][numbers[0]], ""))
        return (
            None if subject is None else (subject, clause.start(), clause.start() + numbers[0], clause.end())
        )
    denied = _NONE.search(words) if not others else None
    if denied is None:
        return None
    subject = subject_of(words[: denied.start()] + words[denied.end() :], counted=False)
    return None if subject is None else (subject, clause.start(), None, clause.end())


def subject_of(words: str, *, counted: bool = True) -> str | None:
    """What words without a number speak of; None where a word is not known or two things are named."""
    found: dict[str, set[str]] = {}
    end = 0
    for match in _known().finditer(words):
        if match.start() != end:
            return None
        end = match.end()
        if match.lastgroup:
            kind, _, place = match.lastgroup.partition("_")
            found.setdefault(kind, set()).add(_NAMED[kind][int(place)] if place else kind)
    if end != len(words) or not found or _OTHER_THINGS.search(words) or not _of_something(found, words):
        return None
    return _together(found, counted=counted)


def _of_something(found: dict[str, set[str]], words: str) -> bool:
    """Whether what was put in is said to be applications: 「提出3件」 may be anything."""
    return found.keys() != {"act"} or found["act"] != {_ASKED} or "申请" in words


def _together(found: dict[str, set[str]], *, counted: bool) -> str | None:
    """The one subject that the names make together."""
    acts = found.pop("act", set())
    deeds = found.pop("deed", set())
    kinds = found.keys()
    if kinds in ({"document"}, {"decision"}):
        return _of_part_two(found, deeds)
    if deeds:
        return None
    if (acts - {_ANSWERED, _ASKED, _HEARD} and "court" in kinds) or (acts - {_ASKED} and kinds == {"reason"}):
        return None
    if kinds <= {"court", "ending"} and "court" in kinds:
        return _of_disputes(found["court"], found.get("ending", set()))
    if kinds <= {"outcome", "reason"} and kinds:
        return _of_outcomes(found.get("outcome", set()), found.get("reason", set()))
    if len(kinds) == 1 and kinds <= {"applicant", "stage"}:
        return _only(found.popitem()[1])
    if kinds or not counted:
        return None
    return "requests.accepted" if len(acts) > 1 and acts <= _TAKEN else _only(acts)


def _only(subjects: set[str]) -> str | None:
    return next(iter(subjects)) if len(subjects) == 1 else None


def _of_part_two(found: dict[str, set[str]], deeds: set[str]) -> str | None:
    if "decision" in found:
        return _only(found["decision"])
    deed = _only(deeds)
    return None if deed is None else f"proactive.normative_documents.{deed}"


def _of_disputes(courts: set[str], endings: set[str]) -> str | None:
    if courts == {"reconsideration", "litigation"}:
        return None if endings else _BOTH
    for kind in ("litigation_after_reconsideration", "litigation_direct"):
        if kind in courts:
            courts = {kind} if courts <= {kind, "litigation"} and "litigation" in courts else set()
    court, ending = _only(courts), _only(endings) if endings else "total"
    return _DISPUTE.format(court, ending) if court and ending else None


def group_of(row: str) -> str:
    """The group of outcomes of a row; "" for what is no row of one."""
    return _GROUPS.get(row.removeprefix(_REQUEST_PREFIX).partition("_")[0], "")


def _of_outcomes(outcomes: set[str], reasons: set[str]) -> str | None:
    """A reason is its row; beside another group than its own it says nothing that the table knows."""
    groups = {group_of(reason) for reason in reasons}
    if not reasons:
        return _only(outcomes)
    if outcomes and outcomes != groups:
        return None
    if len(reasons) == 1:
        reason = next(iter(reasons))
        return reason if outcomes or reason.startswith(_OF_THEMSELVES) else None
    return _only(outcomes)
