"""A real headless Chromium for the tests, spoken to through a pipe (Chrome DevTools Protocol)."""

import base64
import json
import os
import select
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tests.support.rendering import chromium

_FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
    "--remote-debugging-pipe", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank",
)  # fmt: skip
_SECONDS: Final = 60.0
KEYS: Final = {
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    "Backspace": ("Backspace", 8, ""),
    "Tab": ("Tab", 9, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
} | {f"F{number}": (f"F{number}", 111 + number, "") for number in range(1, 13)}
"""Key -> its code, its number, and the text it types."""
MODIFIERS: Final = {"Alt+": 1, "Control+": 2}


class Browser:
    """One page at a time: open it at a width, ask it, print it."""

    def __init__(self, folder: Path) -> None:
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        command = f'exec 3<&{to_read} 4>&{to_write}; exec "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", command, "bash", chromium(), f"--user-data-dir={folder}", *_FLAGS],
            pass_fds=(to_read, to_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._buffer, self._number, self._session = b"", 0, ""
        self.requests: list[str] = []
        """What pages that were visited asked for."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def open(self, page: Path, width: int = 1280, height: int = 900) -> None:
        """Show a file at so many pixels."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self._ask("Page.navigate", url=page.as_uri())
        for _ in range(200):
            if self.ask("document.readyState + location.href") == f"complete{page.as_uri()}":
                return
            time.sleep(0.02)
        raise AssertionError(f"{page} did not load")

    def visit(self, address: str, width: int = 1000, height: int = 640) -> None:
        """Show a page of a server, every request of which is noted in ``requests`` from now on."""
        self._ask("Network.enable")
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self._ask("Page.navigate", url=address)

    def downloads_to(self, folder: Path) -> None:
        """Where files go that a page hands over."""
        self._ask("Browser.setDownloadBehavior", whole=True, behavior="allow", downloadPath=str(folder))

    def type(self, text: str) -> None:
        """Text as an input method commits it."""
        self._ask("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """A key of ``KEYS``, or a letter behind one of ``MODIFIERS``."""
        name = next((name for name in MODIFIERS if key.startswith(name)), "")
        letter = key.removeprefix(name)
        code, number, text = (f"Key{letter.upper()}", ord(letter.upper()), "") if name else KEYS[key]
        about = {
            "key": letter,
            "code": code,
            "windowsVirtualKeyCode": number,
            "modifiers": MODIFIERS.get(name, 0),
        }
        self._ask("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **about)

    def ask(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def tree(self) -> list[dict[str, Any]]:
        """The accessibility tree, node by node."""
        nodes: list[dict[str, Any]] = self._ask("Accessibility.getFullAXTree")["nodes"]
        return nodes

    def pdf(self) -> bytes:
        """The page as it prints, by its own paper size."""
        return base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def picture(self) -> bytes:
        """The whole page as a PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def shown(self) -> bytes:
        """What can be seen of the page, as a PNG; nothing is laid out anew for it."""
        return base64.b64decode(self._ask("Page.captureScreenshot")["data"])

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._number += 1
        whole = given.pop("whole", False)
        message = {"id": self._number, "method": method, "params": given}
        if self._session and not whole:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + _SECONDS
        while True:
            answer = json.loads(self._next(until))
            if answer.get("method") in {"Network.requestWillBeSent", "Network.webSocketCreated"}:
                told = answer["params"]
                self.requests.append(told["request"]["url"] if "request" in told else told["url"])
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self, until: float) -> bytes:
        while b"\0" not in self._buffer:
            assert select.select([self._read], [], [], max(until - time.monotonic(), 0))[0], "no answer"
            piece = os.read(self._read, 1 << 16)
            assert piece, "the browser ended"
            self._buffer += piece
        answer, _, self._buffer = self._buffer.partition(b"\0")
        return answer
