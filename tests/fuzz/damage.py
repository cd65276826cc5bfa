"""Reports whose tables are damaged in a known way: every cell must hold what was written, or be null
and listed.

A seed makes one damaged report for ever: its numbers, the damage, the table, and the format of the file."""

import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from sections.form.disclosure_2021 import FORM
from tests.fuzz import damage_of_cells, damage_of_heads, damage_of_tables
from tests.fuzz.damage_of_layouts import OF_LAYOUTS
from tests.fuzz.damage_of_years import OF_YEARS
from tests.fuzz.draft import DAMAGES, Damage, Draft
from tests.support import made, printed, variations, writers
from tests.support.table_layouts import LAYOUTS
from tests.support.variations import Part, Parts, Sheet

__all__ = [
    "DAMAGES",
    "FIRST_OF_LAYOUTS",
    "FIRST_OF_YEARS",
    "OF_LAYOUTS",
    "OF_YEARS",
    "Damaged",
    "damage_of_cells",
    "damage_of_heads",
    "damage_of_tables",
    "damaged",
    "undamaged",
]


@dataclass(frozen=True)
class Damaged:
    """A damaged report: ``truth`` is what each cell may hold besides None, ``kind`` the damage."""

    kind: str
    format: str
    data: bytes
    truth: dict[str, frozenset[int | Decimal]]


_FORMATS: Final = (
    *("docx", "html", "html", "tables.md", "md") * 12,
    *("txt", "tabs.txt", "lines.txt", "spaces.txt", "bars.txt") * 12,
    *("boxes.txt", "xlsx", "mht", "bars-alone.txt", "bars-down.txt") * 4,
    *("pdf", "bare.pdf"),
)
"""PDF is rare: it takes fifteen times as long as the others."""
FIRST_OF_YEARS: Final = 100_000_000
"""The seed from which on the damage is by numbers of another year."""
FIRST_OF_LAYOUTS: Final = 200_000_000
"""The seed from which on the tables are in other layouts."""
_KINDS: Final[dict[str, Damage]] = DAMAGES | OF_YEARS | OF_LAYOUTS
_LOSSY: Final = (
    *("md", "lines.txt", "spaces.txt", "bars.txt", "boxes.txt", "bars-alone.txt", "bars-down.txt"),
    *("bare.pdf", "xlsx"),
)
"""Formats that keep no trace of a cell that is gone or merged: rows without sums are damaged in others."""
_TRACELESS: Final = frozenset(
    {
        ("cell split down", "disputes", "lines.txt"),
        ("cell missing beside added column", "disputes", "bare.pdf"),
    }
)
"""Damage that may leave another report, letter by letter: with a cell a line, a number of the only row that
has fallen below the others is one in another order, and all sums may hold; without lines, a number of the
only row under no head, where another is gone, makes it a whole one of which a sum was published wrong."""
_LINES_IN_ORDER: Final = ("docx", "html", "mht", "tables.md", "pdf", "bare.pdf")
"""Formats in which a line over a table is one for certain."""
_STYLES: Final = {
    "styled-struck": ("s91", "<w:strike/>", "text-decoration: line-through"),
    "styled-hidden": ("s92", "<w:vanish/>", "display: none"),
    "styled-up": ("s93", '<w:vertAlign w:val="superscript"/>', "vertical-align: super"),
}
"""Mark -> the name of a style, and what it says in Word and in a page."""
_INLINE: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "docx": {
        name: (f"</w:t></w:r><w:r><w:rPr>{settings}</w:rPr><w:t>", "</w:t></w:r><w:r><w:t>")
        for name, settings in (
            ("up", '<w:vertAlign w:val="superscript"/>'), ("down", '<w:vertAlign w:val="subscript"/>'),
            ("struck", "<w:strike/>"), ("hidden", "<w:vanish/>"),
            *((mark, f'<w:rStyle w:val="{name}"/>') for mark, (name, _, _) in _STYLES.items()),
        )
    } | {
        "deleted": ("</w:t></w:r><w:del><w:r><w:delText>", "</w:delText></w:r></w:del><w:r><w:t>"),
        "inserted": ("</w:t></w:r><w:ins><w:r><w:t>", "</w:t></w:r></w:ins><w:r><w:t>"),
        "note": ('</w:t></w:r><w:r><w:footnoteReference w:id="', '"/></w:r><w:r><w:t>'),
    },
    "html": {
        "up": ("<sup>", "</sup>"), "down": ("<sub>", "</sub>"), "struck": ("<s>", "</s>"),
        "hidden": ('<span style="display:none">', "</span>"), "deleted": ("<del>", "</del>"),
        "inserted": ("<ins>", "</ins>"), "note": ('<a href="#n"><sup>[', "]</sup></a>"),
    } | {mark: (f'<span class="{name}">', "</span>") for mark, (name, _, _) in _STYLES.items()},
}  # fmt: skip


def damaged(seed: int, formats: Sequence[str] = _FORMATS) -> Damaged:
    """The damaged report of a seed."""
    chance = random.Random(seed)
    kinds = OF_LAYOUTS if seed >= FIRST_OF_LAYOUTS else OF_YEARS if seed >= FIRST_OF_YEARS else DAMAGES
    return _damaged(list(kinds)[seed % len(kinds)], chance, formats)


def undamaged(seed: int) -> Damaged:
    """The whole report of a seed, in one of all formats."""
    return _damaged("nothing", random.Random(seed), (*dict.fromkeys(_FORMATS), "tracked.docx"))


def _damaged(kind: str, chance: random.Random, formats: Sequence[str]) -> Damaged:
    texts = numbers(chance)
    parts = variations.report(texts)
    sheets = {part.section: [list(row) for row in part.rows] for part in parts if isinstance(part, Sheet)}
    draft = Draft(chance, sheets, {path: {int(text)} for path, text in texts.items()})
    section = chance.choice(("requests", "requests", "disputes", "proactive"))
    section = LAYOUTS[kind][0] if kind in LAYOUTS else section
    _KINDS[kind](draft, section)
    for put in (put for rows in sheets.values() for row in rows for put in row):
        if put.field == "proactive.fees" and re.fullmatch(r"\d+\.\d+", put.text):
            draft.truth[put.field].add(Decimal(put.text))  # money may be printed so
    inline = "⟦" in "".join(put.text for rows in sheets.values() for row in rows for put in row)
    name = chance.choice(("docx", "html") if inline else formats)
    if section == "proactive" and name in _LOSSY and kind != "nothing":
        name = "tables.md"
    if (kind, section, name) in _TRACELESS:
        name = "tables.md"
    if kind in LAYOUTS and name.endswith("pdf"):
        name = "docx"  # a table that is turned is too wide for a page
    if draft.captions and name not in _LINES_IN_ORDER:
        name = "html"
    return Damaged(
        kind, name, _written(parts, draft, name), {p: frozenset(v) for p, v in draft.truth.items()}
    )


def numbers(chance: random.Random) -> dict[str, str]:
    """Numbers whose sums hold: mostly zeros as in most reports, or all different."""
    sparse = chance.random() < 0.6
    made = {path: 0 if sparse and chance.random() < 0.75 else chance.randrange(1, 40) for path in FORM.paths}
    for one in FORM.derived:
        made[one.path] = sum(made[part] for part in one.parts)
    return {path: str(value) for path, value in made.items()}


def _written(parts: Parts, draft: Draft, name: str) -> bytes:
    if name.endswith("txt"):
        for rows in draft.sheets.values():
            rows[:] = [
                [replace(put, text=put.text.replace("\n", "、")) if put.field else put for put in row]
                for row in rows
            ]
    data = _file(list(_damaged_parts(parts, draft)), name)
    if name == "html":
        return _inline_html(data.decode()).encode()
    return _inline_docx(data) if name == "docx" else data


def _damaged_parts(parts: Parts, draft: Draft) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, str):
            yield part
            continue
        for key in (f"{part.section} before", part.section, f"{part.section} again"):
            if caption := draft.captions.get(key):
                yield caption
            if sheet := draft.sheets.get(key):
                made = replace(part, rows=tuple(map(tuple, sheet)))
                widest = max(column + put.across for line in variations.placed(made) for column, put in line)
                yield replace(made, cols=max(part.cols, widest))


def _file(parts: Parts, name: str) -> bytes:
    if name.endswith("pdf"):
        return printed.pdf(parts, ruled=name == "pdf")
    if name == "mht":
        head = 'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n'
        return head.encode() + writers.WRITERS["html"](parts)
    return writers.xlsx(parts) if name == "xlsx" else writers.WRITERS[name](parts)


def _inline_html(text: str) -> str:
    for mark, (start, end) in _INLINE["html"].items():
        text = text.replace(f"⟦{mark}⟧", start).replace(f"⟦/{mark}⟧", end)
    rules = "".join(f".{name} {{ {rule} }}\n" for name, _, rule in _STYLES.values())
    return text.replace("</head>", f"<style>{rules}</style></head>")


def _inline_docx(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    text = members["word/document.xml"].decode()
    if "⟦" not in text:
        return data
    for mark, (start, end) in _INLINE["docx"].items():
        text = text.replace(f"⟦{mark}⟧", start).replace(f"⟦/{mark}⟧", end)
    styles = "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:rPr>{settings}</w:rPr></w:style>'
        for name, settings, _ in _STYLES.values()
    )
    members["word/document.xml"] = text.encode()
    members["word/styles.xml"] = f'<w:styles xmlns:w="{made.NAMESPACE}">{styles}</w:styles>'.encode()
    return made.zipped(members)
