"""A whole report on one line, as it is copied out of some pages: its lines and the cells of its tables again.

Labels and headings tell where rows begin. Numbers that run into one another (「3100004」 for seven columns)
are parted only where there is one way to do it: a digit a column, or one parting whose sums hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from app.documents.read.headings import TABLED, heading_of
from app.documents.read.tables.labels import StripLabels, TableLabels, labels_of
from sections.form.elements import Identity, IdentityKind
from sections.form.model import Form
from sections.form.registry import FORMS

_LONG: Final = 1_000
"""Characters of a line that may hold a whole report."""
_LEAST_HEADINGS: Final = 4
_MOST_MORE: Final = 5
"""Digits beyond one a column for which every parting is tried."""
_HEADING: Final = re.compile(
    r"一、(?:总体情况|基本情况|概述)|[二三四]、[^。：，；0-9]{2,30}?情况(?!表)"
    r"|五、[^。：；0-9]{2,30}?(?:情况|措施|打算|方向|思路)|六、其[他它](?:需要)?报告的?(?:事项|情况)"
)
_TITLE_END: Final = re.compile(r"(?:年度报告|年报)(?!的)")
_TOPIC: Final = re.compile(r"(?<=[。；情况])(?=[（(][一二三四五六七八九][）)])")
_NUMBERS: Final = re.compile(r"\d[\d.,\s]*")


def unfolded(text: str) -> str:
    """The text, a line that holds a whole report cut into lines: a row a line, tabs between its cells."""
    if max(map(len, text.split("\n"))) < _LONG:
        return text
    return "\n".join(_unfolded(line) if len(line) >= _LONG else line for line in text.split("\n"))


def _unfolded(line: str) -> str:
    starts = [found for found in _HEADING.finditer(line) if heading_of(found[0])]
    if len({heading_of(found[0]) for found in starts}) < _LEAST_HEADINGS:
        return line
    head = line[: starts[0].start()]
    ended = _TITLE_END.search(head)
    made = [head[: ended.end()], head[ended.end() :]] if ended else [head]
    ends = [found.start() for found in starts[1:]] + [len(line)]
    for found, end in zip(starts, ends, strict=True):
        body = line[found.end() : end]
        section = heading_of(found[0])
        made += [
            found[0],
            *(_rows(body, section) if section in TABLED else _TOPIC.sub("\n", body).split("\n")),
        ]
    return "\n".join(made)


def _rows(body: str, section: str) -> Iterator[str]:
    """The rows of the table of a part, and the sentences beside it."""
    form = max(FORMS.values(), key=lambda form: sum(label in body for label in _labels(form, section)))
    table = next(labels for labels in labels_of(form).tables if labels.section == section)
    cells: list[str] = []
    at = 0
    label = ""
    for found in [*_pattern(form, section).finditer(body), None]:
        between = body[at : found.start() if found else len(body)].strip()
        if numbers := _NUMBERS.fullmatch(between):
            yield "\t".join([*cells, *_parted(numbers[0], _paths(table, label), form)])
            cells = []
        elif between:
            yield from (line for line in ("\t".join(cells), between) if line)
            cells = []
        if found is None:
            break
        label, at = found[0], found.end()
        if cells and (table.row(label) or table.group(label)):
            yield "\t".join(cells)
            cells = []
        cells.append(label)
    yield "\t".join(cells)


def _paths(table: TableLabels, label: str) -> list[str]:
    """The paths of the numbers behind a label, or behind the last head of a strip."""
    if isinstance(table, StripLabels):
        return list(table.table.paths)
    row = table.row_anywhere(label)
    if row is None and (taker := table.taker(table.group(label) or "")):
        row = taker.name
    return table.paths(row, table.columns_of(row)) if row else []


def _parted(numbers: str, paths: Sequence[str], form: Form) -> list[str]:
    """The numbers one by one, or as they stand where there is more than one way to part them."""
    apart = numbers.split()
    if len(apart) > 1 or len(paths) < 2:
        return apart
    digits = apart[0]
    if not digits.isdigit() or not len(paths) <= len(digits) <= len(paths) + _MOST_MORE:
        return apart
    sums = [
        identity
        for identity in form.table_of(paths[0]).identities
        if identity.kind is IdentityKind.ROW_TOTAL and {*identity.left, *identity.right} <= set(paths)
    ]
    if len(digits) > len(paths) and not sums:
        return apart
    exact = [] if len(digits) == len(paths) else sums
    found = list(_partings(digits, paths, exact, {}))
    return found[0] if len(found) == 1 else apart


def _partings(
    digits: str, paths: Sequence[str], sums: Sequence[Identity], known: Mapping[str, int]
) -> Iterator[list[str]]:
    """Every way to part the digits to numbers without leading zeros whose sums hold."""
    if not paths:
        if not digits:
            yield []
        return
    most = 1 if digits[:1] == "0" else len(digits) - len(paths) + 1
    for size in range(1, most + 1):
        values = {**known, paths[0]: int(digits[:size])}
        if all(
            _holds(identity, values) for identity in sums if paths[0] in {*identity.left, *identity.right}
        ):
            for rest in _partings(digits[size:], paths[1:], sums, values):
                yield [digits[:size], *rest]


def _holds(identity: Identity, values: Mapping[str, int]) -> bool:
    """Whether a sum holds, or is not known yet."""
    if not {*identity.left, *identity.right} <= values.keys():
        return True
    return sum(values[path] for path in identity.left) == sum(values[path] for path in identity.right)


@cache
def _pattern(form: Form, section: str) -> re.Pattern[str]:
    """The labels of the table of a part, the longest first, whatever brackets and quotes they have."""
    labels = sorted(_labels(form, section), key=len, reverse=True)
    return re.compile("|".join(map(_loose, labels)))


def _loose(label: str) -> str:
    marks = {"（": "[（(]", "）": "[）)]", "“": '[“"「]', "”": '[”"」]', ".": "[.．、]", "、": "[、,，.]"}
    return r"\s*".join(marks.get(char, re.escape(char)) for char in label)


@cache
def _labels(form: Form, section: str) -> frozenset[str]:
    table = form.tables[section]
    found = {label for cell in table.cells if (label := cell.text.replace("\n", "").strip())}
    return frozenset({*found, *(alias for row in table.rows for alias in row.aliases)} - {""})
