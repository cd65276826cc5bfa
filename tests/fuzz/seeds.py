"""The whole files that are mutated: made ones in every format and layout, and the open reports if there."""

from dataclasses import dataclass
from pathlib import Path

from app.documents.write.workbook import write_workbook
from tests.support import made, printed, reports, variations, writers

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
_KINDS = ("docx", "html", "txt", "md", "pdf")


@dataclass(frozen=True, slots=True)
class Seed:
    """A whole file."""

    name: str
    kind: str
    data: bytes


def seeds() -> list[Seed]:
    """In a fixed order, so that a number always means the same mutation of the same file."""
    texts = made.numbers()
    parts = variations.report(texts)
    found = [
        Seed(name, name.rpartition(".")[2], write(parts)) for name, write in sorted(writers.WRITERS.items())
    ]
    found.append(Seed("pipes.md", "md", made.text(texts, made.pipes).encode()))
    found.append(Seed("made.pdf", "pdf", printed.pdf(parts)))
    found.append(Seed("made.docx", "docx", made.package(made.body(texts))))
    found.append(Seed("book.xlsx", "xlsx", write_workbook(reports.sample())))
    files = sorted(REPORTS.glob("*/*.*")) if REPORTS.is_dir() else []
    found += [
        Seed(f"{path.parent.name}/{path.name}", path.suffix[1:], path.read_bytes())
        for path in files
        if path.suffix[1:] in _KINDS
    ]
    return found
