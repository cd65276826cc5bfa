"""A real terminal for tests: nianbao in a pty, keys in, `kill -9` at will."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

NIANBAO = Path(sys.executable).parent / "nianbao"
_DEAF = ("sh", "-c", """trap '' HUP; exec "$0" "$@\"""")


class Terminal:
    """One running nianbao. What it writes is read away so that it never blocks; `seen` keeps it."""

    def __init__(
        self,
        arguments: list[str],
        environment: Mapping[str, str],
        size: tuple[int, int],
        *,
        deaf: bool = False,
        through: Sequence[str] = (),
    ) -> None:
        """``deaf``: the program is started with SIGHUP ignored, as by nohup; ``through``: by another program,
        which is given its name."""
        self._master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            [*through, *(_DEAF if deaf else ()), NIANBAO, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(environment),
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""

    def read(self, seconds: float) -> None:
        """Take in what is written within a time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._master], [], [], left)[0]:
                return
            try:
                self.seen += os.read(self._master, 65536)
            except OSError:
                return

    def take(self, seconds: float) -> bool:
        """Take in what comes next, as soon as it comes; False when nothing did within the time."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        before = len(self.seen)
        with suppress(OSError):
            self.seen += os.read(self._master, 65536)
        return len(self.seen) > before

    def read_for(self, seconds: float) -> None:
        """Let a time pass, and take in what is written."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self.process.poll() is None:
            self.read(left)
        time.sleep(max(0.0, until - time.monotonic()))

    def wait(self, holds: Callable[[], bool], seconds: float = 15) -> bool:
        """Read until something holds; False when it did not within the time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if holds():
                return True
            self.read(0.02)
        return holds()

    def shows(self, words: str) -> Callable[[], bool]:
        """Whether words have been written since the start (in one run of bytes)."""
        return lambda: words.encode() in self.seen

    def type(self, keys: str) -> None:
        """Send keys as a terminal does."""
        os.write(self._master, keys.encode())

    def kill(self) -> None:
        """`kill -9`: nothing of the program runs any more."""
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._master)

    def close(self) -> None:
        """End it and give the terminal back."""
        self.kill()
        os.close(self._master)


@contextmanager
def terminal(*arguments: str, home: Path, size: tuple[int, int] = (120, 40)) -> Iterator[Terminal]:
    """nianbao running in a terminal of its own."""
    running = Terminal(list(arguments), {"NIANBAO_HOME": str(home)}, size)
    try:
        yield running
    finally:
        running.close()
