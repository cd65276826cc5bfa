"""Commands and the terminal program on a store, in a process with bounds.

``python -m tests.soak.bounded HOME`` reads the commands as JSON and writes what each of them did.

Nothing that a file holds may take more memory or time than these bounds, or end in what nobody foresaw."""

import asyncio
import contextlib
import io
import json
import os
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from app.clean_text import UNSAFE

MEMORY, SECONDS = 3 << 30, 240
UNFORESEEN = "程序出了意外"
TERMINAL = "terminal"
KEYS = ("enter", "f2", "escape", "f6", "escape", "f7", "escape", "f9", "escape", "escape")


@dataclass(frozen=True)
class Done:
    """What one command did."""

    command: list[str]
    code: int
    out: str
    err: str

    @property
    def wrong(self) -> str:
        """What a command may never do; empty when it did not."""
        if UNFORESEEN in self.err or "Traceback" in self.err or self.code not in {0, 1, 2}:
            return f"{' '.join(self.command)}: {self.code} {self.err[-300:]}"
        if self.code == 2 and not self.err.strip():
            return f"{' '.join(self.command)}: failed without a word"
        if UNSAFE.search(self.out.replace("\r\n", "\n") + self.err):
            return f"{' '.join(self.command)}: a control reached the terminal"
        return ""


def run(home: Path, commands: list[list[str]]) -> list[Done]:
    """What they did, in order; one that broke the bounds is the last. ``[TERMINAL, report]`` is the program
    on its screens."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.soak.bounded", str(home)],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"NIANBAO_HOME": str(home)},
            input=json.dumps(commands).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return [Done(["bounds"], -1, "", f"Traceback: over time after {late.stdout!r}")]
    found = [Done(**json.loads(line)) for line in done.stdout.decode().splitlines()]
    if done.returncode:
        found.append(Done(["bounds"], done.returncode, "", "Traceback " + done.stderr.decode()[-400:]))
    if (home / "nianbao-error.log").exists():
        log = (home / "nianbao-error.log").read_text("utf-8", "replace")
        found.append(Done(["log"], -1, "", "Traceback " + log[-600:]))
    return found


def _main(home: Path) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kept = os.fdopen(os.dup(1), "w")
    for command in json.load(sys.stdin):
        done = _terminal(int(command[1])) if command[0] == TERMINAL else _command(command)
        said = {"command": command, "code": done[0], "out": done[1][:200_000], "err": done[2][:20_000]}
        kept.write(json.dumps(said) + "\n")
        kept.flush()


def _command(command: list[str]) -> tuple[int, str, str]:
    from app.__main__ import main

    out = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = int(main(command))
    said = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err))
    return code, *said


def _terminal(report: int) -> tuple[int, str, str]:
    """The program without a terminal: its list, a report, its screens."""
    from app.session.library import Library
    from app.tui.app import NianbaoApp
    from store.database import Store
    from store.errors import StoreError

    async def look(library: Library, resume: int | None) -> None:
        async with NianbaoApp(library, resume).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause()

    try:
        with Store.open() as store:
            asyncio.run(look(Library(store), report or None))
    except StoreError as error:
        return 2, "", str(error)
    except Exception:
        return 1, "", traceback.format_exc()[-1500:]
    return 0, "", ""


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
