"""The terminal UI: one small application that shows the screens and fails in a sentence."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

# Must come before textual: with the kitty protocol some terminals lose what a Chinese input method commits.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter

from app import garbage_collection
from app.session import appearance
from app.tui import everywhere
from app.tui.crash_exit import CrashExit, as_it_is
from app.tui.home.home_screen import HomeScreen
from app.tui.leaving import (
    KEEP_WITHIN,
    LEAVE_WITHIN,
    LOOK_AFTER,
    SafeText,
    end_for_certain,
    on_signals,
    terminal_is_gone,
)
from app.tui.themes import DARK, LIGHT
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.session.library import Library

LOADED_AFTER: Final = 3.0
"""Seconds after which the screens that are needed first have been loaded."""
LIST_OF_COMMANDS: Final = "--textual-command-palette"
"""The class by which Textual knows its list of commands."""
SAVED: Final = "内容都已保存。运行 nianbao --resume 可以回到刚才的地方。"


class NianbaoApp(CrashExit[None]):
    """Shows the reports of ``library``, or goes straight to the one with the id ``resume``."""

    TITLE = "年报助手"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[str] = "styles/nianbao.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*everywhere.KEYS]

    def __init__(self, library: "Library", resume: int | None = None) -> None:
        super().__init__()
        self.library = library
        self._resume = resume
        self.animation_level = "none"
        self._leaving = self._asked_to_leave = False
        self._safe_text = SafeText()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing unsafe reaches the terminal."""
        return [*super().get_line_filters(), self._safe_text]

    def on_mount(self) -> None:
        """Home, and on top of it the report to go on with."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = (LIGHT if appearance.is_light() else DARK).name
        self.push_screen(HomeScreen(self.library, self._resume))
        self.set_timer(LOADED_AFTER, garbage_collection.resume)
        on_signals(self.end)
        if not self.is_headless:
            self.set_interval(LOOK_AFTER, self._look_for_terminal)

    def _look_for_terminal(self) -> None:
        if terminal_is_gone():
            self.end()

    def end(self) -> None:
        """Somebody or something ends the program: keep what is half typed, give the terminal back, leave."""
        if self._leaving:
            return
        self._leaving = True
        end_for_certain(KEEP_WITHIN)
        unsaved = self._keep_now()
        end_for_certain(LEAVE_WITHIN)
        self._exit_saying(unsaved)

    def _exit_saying(self, unsaved: str) -> None:
        """Leave; that all is saved is said only where somebody could write, and it is."""
        said = unsaved or (SAVED if self._writing() else "")
        self.exit(message=as_it_is(said) if said else None)

    def last_words(self) -> str:
        """Keep what is half typed, if that still can be done, and say whether it is kept."""
        try:
            return self._keep_now() or "填写的内容都已保存，运行 nianbao --resume 就能接着填。"
        except Exception:  # the error that ended the program may be in the way of this too
            return "保存过的内容都在，刚才输入的几个字可能没有保存。"

    def _keep_now(self) -> str:
        """Keep what is half typed on every screen; in a sentence why it could not be."""
        said = ""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_now", None)
            try:
                if keep is not None:
                    keep()
            except NianbaoError as error:
                said = f"刚才输入的内容没有保存：{error}"
        return said

    def on_key(self, event: events.Key) -> None:
        """Keys are named in capitals, and Caps Lock may be on: a capital that nothing on the screen took is
        the key of its small letter."""
        if len(event.key) == 1 and "A" <= event.key <= "Z":
            event.prevent_default()
            self.simulate_key(event.key.lower())

    def action_help(self) -> None:
        """Explain the screen that is shown; leave the help where it is that."""
        from app.tui.help.help_screen import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        elif not self.screen.has_class(LIST_OF_COMMANDS):
            self.push_screen(HelpScreen(self.screen))

    def action_commands(self) -> None:
        """List what can be done on the screen that is shown."""
        from app.tui.help.commands import Commands
        from app.tui.help.help_screen import HelpScreen

        if not self.screen.has_class(LIST_OF_COMMANDS) and not isinstance(self.screen, HelpScreen):
            self.push_screen(Commands())

    def action_other_theme(self) -> None:
        """Light screens for dark ones or the other way round, the next time too."""
        light = self.theme != LIGHT.name
        self.theme = (LIGHT if light else DARK).name
        appearance.keep_light(light)

    def action_help_quit(self) -> None:
        """Ctrl+C where there is nothing to copy: say how to leave."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say("要退出请按 Ctrl+Q，内容随时都已保存。")

    async def action_quit(self) -> None:
        """Leave, once everything is saved; what could not be stays on the screen, and is said."""
        unsaved = self._keep_now()
        if unsaved and not self._asked_to_leave:
            self._asked_to_leave = True
            say = getattr(self.screen, "say", None)
            if say is not None:
                say(f"再按一次 Ctrl+Q 就不保存而退出。{unsaved}", "$text-error")
                return
        self._exit_saying(unsaved)

    def _writing(self) -> bool:
        positions = (getattr(screen, "position", None) for screen in self.screen_stack)
        return any(position is not None and not position.session.readonly for position in positions)
