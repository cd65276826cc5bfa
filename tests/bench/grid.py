"""How long the grid of part three takes from a key to its last byte on the terminal.

In a real terminal (pty), on a real session with last year's report at its side. Run as a program this file is
the application under measurement."""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUIET = 0.012
"""Seconds without a byte after which a key has been painted."""
BETWEEN = 0.04
"""Seconds between keys: a quick typist's."""
KEYS = 60


def measure() -> list[tuple[str, float, float]]:
    """p95 of digits, of moves that save, and of a pasted block, on 120×40."""
    with tempfile.TemporaryDirectory() as home, _running(Path(home)) as master:
        _painted(master, 2.0)
        digits = [_key(master, "\x7f" if n % 4 > 1 else str(n % 9 + 1)) for n in range(KEYS)]
        moves = []
        for n in range(KEYS):
            _key(master, str(n % 9 + 1))
            moves.append(_key(master, "\r" if n % 2 else "\t"))
        _key(master, "\x1b[1;5H")
        arrows = [_key(master, "\x1b[B" if n % 40 < 20 else "\x1b[A") for n in range(KEYS)]
        _key(master, "\x1b[1;5H")
        blocks = ("\t".join(str(n) * 6) + "\r\n" for n in range(1, 8))
        pasted = [_key(master, f"\x1b[200~{block * 20}\x1b[201~") for block in blocks]
    return [
        ("grid: digit to last byte, p95", _p95(digits), 16.0),
        ("grid: digit to last byte, median", statistics.median(digits), 16.0),
        ("grid: Tab or Enter, cell saved and report checked, p95", _p95(moves), 50.0),
        ("grid: arrow over cells, p95", _p95(arrows), 16.0),
        ("grid: block of 120 cells pasted and saved, median", statistics.median(pasted), 100.0),
    ]


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95) - 1]


@contextmanager
def _running(home: Path) -> Iterator[int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.grid"],
        cwd=ROOT,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=os.environ | {"TERM": "xterm-256color", "NIANBAO_HOME": str(home)},
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield master
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _painted(master: int, quiet: float) -> tuple[float, int]:
    """Read until nothing comes for ``quiet`` seconds: when the last byte came, and how many came."""
    last, count = time.perf_counter(), 0
    while select.select([master], [], [], quiet if count else 2.0)[0]:
        count += len(os.read(master, 65536))
        last = time.perf_counter()
    return last, count


def _key(master: int, keys: str) -> float:
    """Milliseconds from a key to its last byte."""
    started = time.perf_counter()
    os.write(master, keys.encode())
    last, count = _painted(master, QUIET)
    assert count, f"nothing was painted after {keys!r}"
    time.sleep(BETWEEN)
    while select.select([master], [], [], 0)[0]:
        os.read(master, 65536)
    return (last - started) * 1000


def main() -> None:
    """The application under measurement: the table of part three on a fresh report."""
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from textual.app import App

    from app.session.library import Library
    from app.tui.table.table_screen import TableScreen
    from sections.report.report import Report
    from store.database import Store
    from tests.support.form import table_fields

    last = Report.from_cells(dict.fromkeys(table_fields(), 0), unit="示例县水务局", year=2024)
    with Store.open() as store:
        library = Library(store)
        library.take_over(last)
        session = library.start("示例县水务局", 2025)

        class Bench(App[None]):
            def on_mount(self) -> None:
                self.push_screen(TableScreen(session, "requests"))

        Bench().run()


if __name__ == "__main__":
    main()
