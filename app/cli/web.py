"""`nianbao web`: the assistant in the browser of this computer."""

import argparse
import webbrowser
from typing import Final

from app.cli.console import out, say
from app.errors import SessionError
from app.exit_codes import ExitCode

_HOW: Final = (
    "请先安装：pip install --require-hashes -r requirements-web.lock（或 make web），再运行 nianbao web。"
)


def web(arguments: argparse.Namespace) -> ExitCode:
    """Serve the assistant on the loopback address until interrupted, and open it."""
    from importlib.util import find_spec

    if find_spec("textual_serve") is None:
        raise SessionError("没有安装在浏览器里使用需要的组件。", _HOW)
    from app.web.server import AssistantServer, listen

    def ready(address: str) -> None:
        out(address, flush=True)
        say("这个地址只有这台电脑能打开，只能用一次。结束时按 Ctrl+C。")
        if not arguments.no_open and not webbrowser.open(address):
            say("没有找到浏览器，请把上面的地址复制到浏览器里打开。")

    try:
        listening = listen(arguments.port)
    except OSError as error:
        raise SessionError(f"端口{arguments.port}不能使用。", "请换一个，或者不写 --port。") from error
    resume = [] if arguments.resume is None else ["--resume", arguments.resume]
    AssistantServer(listening, [word for word in resume if word]).run(ready)
    return ExitCode.OK
