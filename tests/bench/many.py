"""A thousand reports checked in one call; beside it what the libraries alone take for the same files."""

import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.support import made, printed, variations, writers

FILES = 1000
FEW = 200
KINDS = ("docx", "html", "txt", "docx", "html", "docx", "md", "docx", "txt", "pdf")
"""A reviewer's folder: every tenth a PDF."""
COMMAND = """
import resource, sys
from app.__main__ import main
sys.argv[1:1] = ["check"]
code = main()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(max(one.ru_maxrss for one in used), sum(one.ru_utime + one.ru_stime for one in used), file=sys.stderr)
"""


def measure() -> Iterator[tuple[str, float, float | None, str]]:
    """Files a second, the peak memory of the largest process for few and for many files, and the processor
    time a file takes, which other work on the machine does not change, beside that of the libraries alone."""
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder))
        few = _checked(files[:FEW], folder)
        many = _checked(files, folder)
        yield f"check {FILES} reports in one call (a tenth PDF)", FILES / many.seconds, None, "files/s"
        yield f"  peak memory of a process, {FEW} files", few.peak, 500.0, "MB"
        yield f"  peak memory of a process, {FILES} files", many.peak, 500.0, "MB"
        yield "  processor time a file", many.processor / FILES * 1000, None, "ms"
        for suffix, library in ((".docx", "python-docx"), (".pdf", "pdfplumber")):
            some = [name for name in files if name.endswith(suffix)]
            ours = _checked(some, folder).processor
            yield f"  processor time a {suffix}, read and checked", ours / len(some) * 1000, None, "ms"
            yield f"  yardstick: its tables by {library} alone", _alone(some) * 1000, None, "ms"


class Used(NamedTuple):
    """What a command took: seconds by the clock and of the processors, megabytes of its largest process."""

    seconds: float
    processor: float
    peak: float


def _files(folder: Path) -> list[str]:
    """Reports with the same tables, each in words of its own, so that no cache knows them."""
    report = variations.report(made.numbers())
    paths = [folder / f"{n:04}.{KINDS[n % len(KINDS)]}" for n in range(FILES)]
    for n, path in enumerate(paths):
        parts = variations.on_text(partial(_other_words, chr(0x4E00 + n)))(report)
        kind = path.suffix[1:]
        path.write_bytes(printed.pdf(parts) if kind == "pdf" else writers.WRITERS[kind](parts))
    return [str(path) for path in paths]


def _other_words(word: str, text: str) -> str:
    return text.replace("。", f"{word}。")


def _checked(files: list[str], home: str) -> Used:
    """What the whole command takes for ``files``."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *files],
        env={"NIANBAO_HOME": home, "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"共{len(files)}份" in done.stdout
    peak, processor = done.stderr.split()[-2:]
    return Used(time.perf_counter() - started, float(processor), int(peak) / 1024)


def _alone(files: list[str]) -> float:
    """Processor seconds a file, when the library does nothing but take the texts of all cells out."""
    import pdfplumber
    from docx import Document

    logging.disable(logging.WARNING)
    started = time.process_time()
    for name in files:
        if name.endswith(".docx"):
            cells = [c.text for table in Document(name).tables for row in table.rows for c in row.cells]
        else:
            with pdfplumber.open(name) as pages:
                cells = [str(table) for page in pages.pages for table in page.extract_tables()]
        assert cells
    return (time.process_time() - started) / len(files)
