"""`nianbao web`: each page of the browser is one assistant, a process of its own, as each terminal is."""

import asyncio
import logging
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server

from app.web.access import HOST, Access

TITLE: Final = "年报助手"
_ENDING: Final = 3.0
"""Seconds that open pages have to end in."""


class AssistantServer(Server):
    """textual-serve with our own page, only for whoever has the address, and quiet."""

    def __init__(self, listening: socket.socket, arguments: Sequence[str] = ()) -> None:
        self._listening = listening
        port = listening.getsockname()[1]
        self.access = Access(port)
        super().__init__(
            _command(arguments),
            host=HOST,
            port=port,
            title=TITLE,
            public_url=self.access.origin,
            templates_path=Path(__file__).parent / "templates",
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/page.js", self.handle_script)
        app.middlewares.append(self.access.guard)
        app.on_response_prepare.append(self.access.seal)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command says where it is."""

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page."""
        socket_address = self.access.origin.replace("http:", "ws:", 1) + "/ws"
        return {"title": TITLE, "app_websocket_url": socket_address, "font_size": _font_size(request)}

    async def handle_script(self, _: web.Request) -> web.StreamResponse:
        """What the page does beside showing the assistant."""
        return web.FileResponse(Path(self.templates_path) / "page.js")

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """A file that the assistant hands over, under its Chinese name."""
        key = request.match_info["key"]
        try:
            download = await self.download_manager.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="这个文件已经下载过了，请在年报助手里重新导出。") from None
        response = web.StreamResponse()
        response.content_type = download.mime_type
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(download.file_name)}"
        await response.prepare(request)
        async for piece in self.download_manager.download(key):
            await response.write(piece)
        await response.write_eof()
        return response

    def run(self, ready: Callable[[str], None]) -> None:
        """Serve until the program is asked to end; ``ready`` is told the address once it answers."""
        logging.getLogger("textual-serve").addHandler(logging.NullHandler())
        with suppress(KeyboardInterrupt):
            asyncio.run(self._run(ready))

    async def _run(self, ready: Callable[[str], None]) -> None:
        asked = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if os.name == "posix" else [])):
            with suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, asked.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=_ENDING)
        await runner.setup()
        try:
            await web.SockSite(runner, self._listening).start()
            ready(self.access.address)
            await asked.wait()
        finally:
            await runner.cleanup()


def listen(port: int = 0) -> socket.socket:
    """A socket on the loopback address alone; ``port`` 0 is a free one. Raises ``OSError``."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def _command(arguments: Sequence[str]) -> str:
    """What is run for a page, for a shell: this very program, whatever lies in the folder."""
    program = [sys.executable, "-P", "-m", str(__package__).rpartition(".")[0], *arguments]
    return subprocess.list2cmdline(program) if os.name == "nt" else "exec " + shlex.join(program)


def _font_size(request: web.Request) -> int:
    """What the address asks for (``?fontsize=20``), within what can be read."""
    asked = request.query.get("fontsize", "")
    return min(max(int(asked), 10), 40) if asked.isascii() and asked.isdigit() else 16
