"""A clerk at the whole application: what is on the screen, and a few words for what one does there."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.events import Key
from textual.pilot import Pilot

from app.session.library import Library
from app.tui.app import NianbaoApp
from app.tui.interview.interview_screen import InterviewScreen
from app.tui.widgets.key_line import KeyLine
from tests.support.widget_host import picture

WIDE, SMALL = (120, 40), (80, 24)


class Desk:
    """The application under a pilot."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    @property
    def shown(self) -> str:
        """The screen, its blanks left out, so that wrapping does not matter."""
        return "".join("".join(picture(self.pilot)).split())

    @property
    def talk(self) -> str:
        """The conversation, its blanks left out."""
        pane = self.interview.conversation
        text = pane.history.text + pane.question.text + pane.choices.text
        return "".join(text.split())

    @property
    def lines(self) -> list[str]:
        return picture(self.pilot)

    @property
    def interview(self) -> InterviewScreen:
        screen = self.app.screen
        assert isinstance(screen, InterviewScreen)
        return screen

    @property
    def keys(self) -> str:
        """The keys that are shown."""
        return self.app.screen.query_one(KeyLine).text

    @property
    def said(self) -> str:
        return self.interview.conversation.box.said.replace("\n", "")

    @property
    def typed(self) -> str:
        return self.interview.conversation.box.text

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type as a keyboard or an input method does (the pilot itself cannot type 。)."""
        for character in text:
            self.app._driver.send_message(Key("x", character))
        await self.pilot.pause()
        await self.pilot.pause()

    async def enter(self, text: str) -> None:
        await self.type(text)
        await self.press("enter")

    async def until(self, holds: Callable[[], bool], seconds: float = 10) -> None:
        """Wait for something, however slow the machine is; what it is then said in the test's own assert."""
        for _ in range(int(seconds / 0.02)):
            if holds():
                return
            await self.pilot.pause(0.02)

    async def wait(self, seconds: float) -> None:
        await self.pilot.pause(seconds)


@asynccontextmanager
async def desk(
    library: Library, resume: int | None = None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Desk]:
    """The application on a terminal of ``size``, ready for keys."""
    async with NianbaoApp(library, resume).run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(pilot)
