"""A thousand reports checked in one call; beside it what the libraries alone take for the same files."""

import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.app.documents import made, printed, variations, writers

FILES = 1000
FEW = 200
KINDS = ("docx", "html", "txt", "docx", "html", "docx", "md", "docx", "txt", "pdf")
"""A reviewer's folder: every tenth a PDF."""
COMMAND = """
import resource, sys
from app.__main__ import main
code = main(["check", *sys.argv[1:]])
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(peak, file=sys.stderr)
"""


def measure() -> Iterator[tuple[str, float, float | None, str]]:
    """Files a second, the peak memory of the largest process for few and for many files, the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder))
        _, few = _checked(files[:FEW], folder)
        seconds, many = _checked(files, folder)
        yield f"check {FILES} reports in one call (a tenth PDF)", FILES / seconds, None, "files/s"
        yield f"  peak memory of a process, {FEW} files", few, 500.0, "MB"
        yield f"  peak memory of a process, {FILES} files", many, 500.0, "MB"
        yield "  yardstick: python-docx and pdfplumber alone", _alone(files), None, "files/s"


def _files(folder: Path) -> list[str]:
    texts = made.numbers()
    data = {
        "docx": made.package(made.body(texts)),
        "txt": made.text(texts, made.tab_led_cells).encode(),
        "md": made.text(texts, made.pipes).encode(),
        "html": writers.WRITERS["html"](variations.report(texts)),
        "pdf": printed.pdf(variations.report(texts)),
    }
    paths = [folder / f"{n:04}.{KINDS[n % len(KINDS)]}" for n in range(FILES)]
    for path in paths:
        path.write_bytes(data[path.suffix[1:]])
    return [str(path) for path in paths]


def _checked(files: list[str], home: str) -> tuple[float, float]:
    """Seconds and megabytes of the whole command."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *files],
        env={"NIANBAO_HOME": home, "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"共{len(files)}份" in done.stdout
    return time.perf_counter() - started, int(done.stderr.split()[-1]) / 1024


def _alone(files: list[str]) -> float:
    """One pass that only takes the texts of all cells out, by the libraries, on one core."""
    import pdfplumber
    from docx import Document

    logging.disable(logging.WARNING)
    started, count = time.perf_counter(), 0
    for name in files:
        if name.endswith(".docx"):
            document = Document(name)
            texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        elif name.endswith(".pdf"):
            with pdfplumber.open(name) as pages:
                texts = [str(table) for page in pages.pages for table in page.extract_tables()]
        else:
            continue
        count += bool(texts)
    return count / (time.perf_counter() - started)
