"""LibreOffice, where it is installed: other people's old files in, PDF out.

It runs without a window, with a profile of its own that forbids macros and links, and not for long."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Final

from store.files import scratch_folder

MOST_SECONDS: Final = 60.0
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTING: Final = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{0}" oor:op="fuse"><value>{1}</value></prop></item>'
)
_PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format("DisableMacrosExecution", "true")
    + _SETTING.format("MacroSecurityLevel", "3")
    + _SETTING.format("BlockUntrustedRefererLinks", "true")
    + "</oor:items>"
)


class TooSlowError(Exception):
    """It was ended because it took too long."""


def find_program() -> str | None:
    """Where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def converted(program: str, data: bytes, suffix: str, target: str) -> bytes | None:
    """A file of ``suffix`` as ``target`` (a suffix, with a filter and its options behind a colon if need be).

    None when LibreOffice did not make it. Raises ``TooSlowError``."""
    with scratch_folder() as folder:
        source = folder / f"report.{suffix}"
        source.write_bytes(data)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _run([
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", target, "--outdir", str(folder / "out"), str(source),
        ])  # fmt: skip
        made = folder / "out" / f"report.{target.partition(':')[0]}"
        return made.read_bytes() if made.exists() else None


def _run(command: list[str]) -> None:
    """Run to the end or, when that takes too long, until it and what it started are stopped."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        raise TooSlowError from None
