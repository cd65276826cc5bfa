"""A hostile name through every kind of export: no control in any text of it, no way out of the folder."""

import io
import random
import zipfile
from pathlib import Path

from app.clean_text import UNSAFE
from app.documents.libreoffice import find_program
from app.documents.write.kinds import KINDS, Edition, write
from sections.errors import NianbaoError
from sections.report.report import Report
from sections.rules.base import Finding, Severity

_PARTS = (
    *(
        "\x1b]52;c;aGk=\x07",
        "\x9b2J",
        "\u202e",
        "\u2066",
        "\x00",
        "\x7f",
        "../",
        "..\\",
        "/etc/",
        "CON",
        "\n",
    ),
    *(
        "{{7*7}}",
        "{% for a in b %}",
        "<script>",
        "=1+1",
        '"',
        "'",
        "&amp;",
        "|",
        "*",
        "\ud800",
        "𠮷",
        "⼀",
        " ",
        ".",
    ),
)


def one(seed: int, folder: Path) -> str:
    """What became of one name."""
    dice = random.Random(seed)
    odd = "".join(dice.choice(_PARTS) for _ in range(dice.randrange(1, 6)))
    name = "示例县" + odd * dice.choice([1, 1, 40])
    report, last = Report(unit=name, year=2025, opening=odd), Report(unit=name, year=2024, opening=odd)
    findings = (Finding("NB104", Severity.WARNING, "overview.lead", name, odd, answer=odd),)
    for kind in KINDS.values():
        if kind.name == "pdf" and find_program() is None:
            continue
        try:
            file = folder / kind.file_name(report)
            if file.parent != folder or UNSAFE.search(file.name):
                return f"WRONG file name {file.name!r}"
            data = write(Edition(report, last, findings, draft=True, years=(last, report)), kind.name)
            file.write_bytes(data)
        except NianbaoError:
            continue
        except Exception as error:
            return f"WRONG {kind.name} {type(error).__name__}: {error} of {name!r}"
        if any(UNSAFE.search(text.replace("\r\n", "\n")) for text in texts_of(data)):
            return f"WRONG control in {kind.name} of {name!r}"
    return "no control, no way out"


def texts_of(data: bytes) -> list[str]:
    """The texts of an exported file of whatever kind."""
    if data.startswith((b"%PDF", b"SQLite format 3")):
        return []
    if not data.startswith(b"PK"):
        return [data.decode()]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(part).decode() for part in parts.namelist() if part.endswith((".xml", ".rels"))]
