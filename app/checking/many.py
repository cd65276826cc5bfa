"""Many files, a few at a time: results in the order of the files, memory that does not grow with them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.checking.results import Checked, Selection, check_file

if TYPE_CHECKING:
    from sections.report import Report

FEW: Final = 8
"""So many files are checked here; for more, starting helpers pays."""
AHEAD: Final = 8
"""Files a helper is given before their results are asked for."""
_BROKEN: Final = "检查这份文件时程序意外中止，没有读取。请单独检查它，或者在 WPS 中另存为 .docx 后再试。"


def check_files(
    targets: Sequence[str], last: "Report | None", selection: Selection, workers: int = 0
) -> Iterator[Checked]:
    """The results of all ``targets`` as they become known, in order; ``workers`` 0 means one a core."""
    workers = workers or min(os.cpu_count() or 1, 8)
    if len(targets) <= FEW or workers == 1:
        yield from (check_file(target, last, selection) for target in targets)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _in_order(
            targets,
            lambda target: pool.submit(check_file, target, last, selection),
            AHEAD * workers,
        )


def _in_order(
    targets: Iterable[str], submit: "Callable[[str], Future[Checked]]", ahead: int
) -> Iterator[Checked]:
    """Keep ``ahead`` files under way; a file that ends its helper fails alone."""
    left = iter(targets)
    waiting: list[tuple[str, Future[Checked] | None]] = []

    def more(count: int) -> None:
        for target in islice(left, count):
            try:
                waiting.append((target, submit(target)))
            except BrokenProcessPool:
                waiting.append((target, None))

    more(ahead)
    while waiting:
        target, future = waiting.pop(0)
        try:
            yield future.result() if future else Checked(target, failure=_BROKEN)
        except BrokenProcessPool:
            yield Checked(target, failure=_BROKEN)
        more(1)
