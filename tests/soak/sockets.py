"""The system calls of every command and of the terminal program: no socket but the loopback of `nianbao web`.

Needs strace. Local sockets (AF_UNIX: pairs within a process, LibreOffice's own while it makes a PDF) are
named in the outcome and reach no other computer."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from app.cli.run import COMMANDS
from app.session.answers_file import load, take
from app.session.library import Library
from store.database import Store
from tests.support.terminal import NIANBAO, Terminal

SAMPLES = Path(__file__).parents[2] / "app" / "samples"
TERMINAL = "(terminal)"
LOOPBACK: Final = 'inet_addr("127.0.0.1")'
CALLS: Final[tuple[tuple[str, ...], ...]] = (
    *(
        ("--help",),
        ("--version",),
        ("list",),
        ("organs",),
        ("path",),
        ("questions",),
        ("schema",),
        ("rules",),
    ),
    *(
        ("rule", "NB104"),
        ("man",),
        ("completion", "bash"),
        ("import", "last.docx"),
        ("import", "--json", "page.html"),
    ),
    *(("answers", "2025"), ("answers", "2025", "--from", "answers.json"), ("sentences", "2025"), ("doctor",)),
    *(("sheet", "2025", "-o", "sheet.xlsx"), ("check", "last.docx", "-o", "x.json", "--format", "json")),
    *(("check", "wrong.docx", "--fix", "--annotate", "sent"), ("check", ".", "--baseline", "known.json")),
    *(("compare", "2025", "page.html"), ("draft", "--answers", "answers.json", "-o", "d.docx", "--as-draft")),
    *(
        ("export", "2025", "--as-draft", "--all", "set"),
        ("demo",),
        ("backup", "copy.db"),
        ("restore", "copy.db"),
    ),
    *(("finalise", "2025"), ("reopen", "2025"), ("versions", "2025"), ("delete", "示例县民政局@2025")),
    *(("undelete",), ("doctor", "--repair"), ("no-such-command",), (TERMINAL, "list"), (TERMINAL, "report")),
    ("web",),
)
ALL = len(CALLS)
"""How many there are to be traced."""


def available() -> bool:
    """Whether system calls can be traced here."""
    strace = shutil.which("strace")
    return (
        strace is not None
        and not subprocess.run([strace, "true"], capture_output=True, check=False).returncode
    )


def not_traced() -> set[str]:
    """Commands that no call looks at."""
    return set(COMMANDS) - {call[0] for call in CALLS}


def one(seed: int, folder: Path) -> str:
    """What sockets one command opened."""
    return traced(CALLS[seed % ALL], folder)


def traced(call: tuple[str, ...], folder: Path) -> str:
    """What sockets a command opened."""
    _prepare(folder)
    trace = folder / "trace"
    _run(call, folder, ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)])
    lines = trace.read_text("utf-8", "replace").splitlines()
    if wrong := [line for line in lines if not allowed(line, call)]:
        return f"WRONG {' '.join(call)}: {wrong[:3]}"
    if call == ("web",):
        return "the loopback alone" if any("listen(" in line for line in lines) else "WRONG nothing served"
    local = sum("AF_UNIX" in line for line in lines)
    return f"{' '.join(call)}: {local} calls on local sockets (AF_UNIX)" if local else "no socket"


def allowed(line: str, command: tuple[str, ...]) -> bool:
    """Whether a command may make a call of a trace: a local one; of `nianbao web` one of the loopback
    address. A call that names no family is on a socket whose own call did."""
    families = set(re.findall(r"\bAF_\w+", line)) - {"AF_UNIX", "AF_LOCAL"}
    if not families:
        return True
    return command == ("web",) and families == {"AF_INET"} and ("socket(" in line or LOOPBACK in line)


def _prepare(folder: Path) -> None:
    for name, sample in (
        ("last.docx", "last-year.docx"),
        ("wrong.docx", "with-mistakes.docx"),
        ("answers.json", "answers.json"),
    ):
        shutil.copyfile(SAMPLES / sample, folder / name)
    with Store.open(folder / "home" / "nianbao.db") as store:
        with Library(store).start("示例县民政局", 2025) as session:
            take(session, load(SAMPLES / "answers.json"))
            session.exporting.write(folder / "page.html", "html", as_draft=True)
        store.backup(folder / "copy.db", replace=True)


def _run(call: tuple[str, ...], folder: Path, strace: list[str]) -> None:
    environment = os.environ | {"NIANBAO_HOME": str(folder / "home")}
    if call[0] == TERMINAL:
        _in_a_terminal([] if call[1] == "list" else ["--resume"], folder, strace)
    elif call == ("web",):
        _serving(folder, strace, environment)
    else:
        command = [*strace, str(NIANBAO), *call]
        subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300, check=False)


def _in_a_terminal(arguments: list[str], folder: Path, strace: list[str]) -> None:
    """The program on its screens, an answer given, a preview, a check and an export made."""
    home = {"NIANBAO_HOME": str(folder / "home")}
    running = Terminal(arguments, home, (120, 40), through=strace)
    try:
        running.wait(running.shows("2025"), 60)
        keys = (
            "742\r",
            "\x1b[17~",
            "\x1b",
            "\x1b[18~",
            "\x1b",
            "\x1b[20~",
            "字",
            "\x1b[15~",
            "\x1b[21~",
            "\x1b",
            "\x11",
        )
        for key in keys:
            running.type(key)
            running.read_for(1.0)
        running.process.wait(30)
    finally:
        running.close()


def _serving(folder: Path, strace: list[str], environment: dict[str, str]) -> None:
    """`nianbao web` with a page that is open."""
    command = [*strace, str(NIANBAO), "web", "--no-open", "-q"]
    serving = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    assert serving.stdout is not None
    try:
        asyncio.run(_look_at(serving.stdout.readline().strip()))
    finally:
        for child in Path(f"/proc/{serving.pid}/task/{serving.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGTERM)  # what is traced: strace itself waits for it
        serving.wait(60)
        serving.stdout.close()


async def _look_at(address: str) -> None:
    import aiohttp

    parts = urlsplit(address)
    origin = f"http://{parts.netloc}"
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": origin}) as browser:
        await browser.get(f"{origin}/", params={"token": parse_qs(parts.query)["token"][0]})
        async with browser.ws_connect(f"{origin}/ws?width=100&height=30") as page:
            seen = b""
            while "年报".encode() not in seen:
                message = await page.receive(timeout=60)
                seen += message.data if isinstance(message.data, bytes) else str(message.data).encode()
