"""An application that shows one screen and remembers how it ended."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen


class Host(App[None]):
    """Shows ``first``; ``ended`` are the results of the screens that were left."""

    def __init__(self, first: Screen[Any]) -> None:
        super().__init__()
        self.first = first
        self.ended: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self.first, self.ended.append)


@asynccontextmanager
async def showing(screen: Screen[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """``screen`` on a terminal of ``size`` columns and lines, ready for keys."""
    async with Host(screen).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def picture(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen as they stand."""
    screen = pilot.app.screen
    return ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]
