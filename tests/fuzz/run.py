"""Read mutated files one after another in helper processes that are watched from outside."""

import json
import multiprocessing
import resource
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import Seed, seeds

SECONDS: Final = 5.0
"""Of the processor, so that other work on the machine does not count; what waits is ended after a while."""
MEGABYTES: Final = 400
"""By which reading a file may raise the most that its process ever held."""
_HARD_SECONDS: Final = 20.0
_ALLOWED: Final = 4 << 30
"""Address space of a helper, so that what runs away cannot take the machine with it."""


@dataclass(slots=True)
class Outcome:
    """What became of one mutated file."""

    seed: int
    source: str
    kind: str
    result: str
    """``report``, ``refused``, or what went wrong."""
    seconds: float = 0.0
    megabytes: float = 0.0
    """By which the most that the process ever held has grown."""
    detail: str = ""

    @property
    def wrong(self) -> bool:
        """Whether it must not be so."""
        return (
            self.result not in {"report", "refused"} or self.seconds > SECONDS or self.megabytes > MEGABYTES
        )


@dataclass(slots=True)
class Summary:
    """Counts over a run."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    largest: float = 0.0
    wrong: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        self.counts[f"{outcome.kind} {outcome.result}"] += 1
        self.slowest = max(self.slowest, outcome.seconds)
        self.largest = max(self.largest, outcome.megabytes)
        if outcome.wrong:
            self.wrong.append(outcome)


def read_one(seed: int, source: Seed) -> Outcome:
    """Read, check and take to JSON and back one mutated file."""
    from app.documents.read.importer import read_with_page
    from sections.errors import NianbaoError
    from sections.report.report import Report
    from sections.rules.base import Context
    from sections.rules.run import check

    outcome = Outcome(seed, source.name, source.kind, "report")
    with tempfile.NamedTemporaryFile(suffix=f".{source.kind}") as file:
        file.write(mutated(seed, source.kind, source.data))
        file.flush()
        started, held = time.process_time(), _most_held()
        try:
            report, _ = read_with_page(Path(file.name))
            check(Context(report, report))
            assert Report.model_validate(report.to_json()) == report, "JSON does not read back"
        except NianbaoError as error:
            outcome.result = "refused"
            outcome.detail = str(error)
        except BaseException as error:
            outcome.result = type(error).__name__
            outcome.detail = traceback.format_exc()[-1500:]
        outcome.seconds = time.process_time() - started
    outcome.megabytes = _most_held() - held
    return outcome


def _most_held() -> float:
    """Megabytes that this process held at the most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _serve(pipe: Connection, sources: list[Seed]) -> None:
    import logging

    logging.disable(logging.CRITICAL)
    resource.setrlimit(resource.RLIMIT_AS, (_ALLOWED, _ALLOWED))
    while True:
        seed = pipe.recv()
        pipe.send(asdict(read_one(seed, sources[seed % len(sources)])))


class _Helper:
    """A process that reads, and is replaced when it hangs, dies, or has grown large."""

    def __init__(self, sources: list[Seed]) -> None:
        self._sources = sources
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(theirs, self._sources), daemon=True)
        self._process.start()
        theirs.close()
        self.seed: int | None = None

    def give(self, seed: int) -> None:
        self.seed, self._since = seed, time.monotonic()
        self._pipe.send(seed)

    def taken(self) -> Outcome | None:
        """The outcome, once there is one."""
        assert self.seed is not None
        source = self._sources[self.seed % len(self._sources)]
        try:
            if self._pipe.poll(0.002):
                outcome = Outcome(**self._pipe.recv())
                if outcome.megabytes > MEGABYTES:
                    self._replace()
                self.seed = None
                return outcome
        except EOFError:
            outcome = Outcome(self.seed, source.name, source.kind, "died", time.monotonic() - self._since)
            self._replace()
            return outcome
        if time.monotonic() - self._since > _HARD_SECONDS:
            outcome = Outcome(self.seed, source.name, source.kind, "hung", _HARD_SECONDS)
            self._replace()
            return outcome
        return None

    def _replace(self) -> None:
        self.end()
        self._start()

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def outcomes(first: int, count: int, workers: int = 2) -> Iterator[Outcome]:
    """The mutations ``first``, ``first + 1``… as they end."""
    sources = seeds()
    helpers = [_Helper(sources) for _ in range(workers)]
    numbers = iter(range(first, first + count))
    try:
        left = count
        while left:
            for helper in helpers:
                if helper.seed is None:
                    seed = next(numbers, None)
                    if seed is None:
                        continue
                    helper.give(seed)
                if outcome := helper.taken():
                    left -= 1
                    yield outcome
    finally:
        for helper in helpers:
            helper.end()


def run(first: int, count: int, log: Path | None) -> Summary:
    """Read them all; what is wrong goes to ``log``, a line of JSON each."""
    summary = Summary()
    for number, outcome in enumerate(outcomes(first, count), start=1):
        summary.add(outcome)
        if outcome.wrong and log is not None:
            with log.open("a") as file:
                file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
        if number % 1000 == 0:
            print(f"{number}: {len(summary.wrong)} wrong, slowest {summary.slowest:.1f} s", flush=True)
    return summary
