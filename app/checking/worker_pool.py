"""Many files, a few at a time: results in the order of the files, memory that does not grow with them."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from app.checking.last_year import LastYear
from app.checking.results import Checked, Selection, check_file
from app.crash_log import log

T = TypeVar("T")

FEW: Final = 8
"""So many files are worked on here; for more, starting helpers pays."""
AHEAD: Final = 8
"""Files a helper is given before their results are asked for."""
BROKEN: Final = "读取这份文件时程序意外中止，没有读出。请在 WPS 中打开它，另存为 .docx 后再试。"


def check_files(
    targets: Sequence[str], last_year: LastYear, selection: Selection, workers: int = 0
) -> Iterator[Checked]:
    """The results of all ``targets`` as they become known, in order; ``workers`` 0 means one a core."""
    work = partial(check_file, last_year=last_year, selection=selection)
    return each(targets, work, lambda target: Checked(target, failure=BROKEN), workers)


def each(
    targets: Sequence[str], work: Callable[[str], T], broken: Callable[[str], T], workers: int = 0
) -> Iterator[T]:
    """What ``work`` makes of each target, in order; for many targets by helper processes.

    ``broken`` stands in for a target whose file ended its helper or that fails in a way nobody foresaw; all
    others are still worked on."""
    workers = workers or min(os.cpu_count() or 1, 8)
    if len(targets) <= FEW or workers == 1:
        return (_in_this_process(target, work, broken) for target in targets)
    return _by_helpers(targets, work, broken, workers)


def _by_helpers(
    targets: Sequence[str], work: Callable[[str], T], broken: Callable[[str], T], workers: int
) -> Iterator[T]:
    left = iter(targets)
    waiting: deque[tuple[str, Future[T]]] = deque()
    pool = _pool(workers)
    try:
        while True:
            more = islice(left, AHEAD * workers - len(waiting))
            waiting.extend((target, _submitted(pool, work, target)) for target in more)
            if not waiting:
                return
            target, future = waiting.popleft()
            error = future.exception()
            if not isinstance(error, BrokenProcessPool):
                yield future.result() if error is None else _unexpected(error, target, broken)
                continue
            pool.shutdown()
            yield _alone(target, work, broken)
            pool = _pool(workers)
            waiting = deque((name, _again(pool, work, name, old)) for name, old in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Helpers that leave an interruption to the program they help."""
    return ProcessPoolExecutor(workers, initializer=_help, initargs=(os.getpid(),))


def _help(parent: int) -> None:
    """What a helper does first: leave interruptions to the program it helps, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def end_with_parent() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=end_with_parent, daemon=True).start()


def _submitted(pool: ProcessPoolExecutor, work: Callable[[str], T], target: str) -> "Future[T]":
    try:
        return pool.submit(work, target)
    except BrokenProcessPool as error:
        future: Future[T] = Future()
        future.set_exception(error)
        return future


def _again(
    pool: ProcessPoolExecutor, work: Callable[[str], T], target: str, before: "Future[T]"
) -> "Future[T]":
    """What was done before the helpers ended stays done."""
    return before if before.done() and not before.exception() else _submitted(pool, work, target)


def _alone(target: str, work: Callable[[str], T], broken: Callable[[str], T]) -> T:
    """The file under suspicion in a helper of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, target).result()
        except BrokenProcessPool:
            return broken(target)
        except Exception as error:
            return _unexpected(error, target, broken)


def _in_this_process(target: str, work: Callable[[str], T], broken: Callable[[str], T]) -> T:
    try:
        return work(target)
    except Exception as error:
        return _unexpected(error, target, broken)


def _unexpected(error: BaseException, target: str, broken: Callable[[str], T]) -> T:
    """A fault of nianbao itself stops no other file; it is written down for those who can mend it."""
    log(error)
    return broken(target)
