"""Ctrl+K: everything that can be done here, to be found by its words: Textual's palette in Chinese."""

from functools import partial
from typing import Final

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from app.tui.help.initials import begins_like
from app.tui.help.key_words import Action, actions_of
from app.tui.text.cell_width import clip, left_aligned

_KEY_ROOM: Final = 14
_FRAME: Final = 8
"""Cells at the edges of the list."""
NOTHING = "没有找到这样的操作，请换个词再找"


class Actions(Provider):
    """The actions of the screen below, each with its key."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in actions_of(self.screen):
            yield DiscoveryHit(self._shown(action), partial(self._run, action))

    async def search(self, query: str) -> Hits:
        """Those whose words or key have what was typed; else one that says that there are none."""
        matcher, found = self.matcher(query), False
        for action in actions_of(self.screen):
            score = matcher.match(self._shown(action)) or begins_like(query, action.words)
            if score > 0:
                found = True
                yield Hit(score, self._shown(action), partial(self._run, action))
        if not found:
            yield Hit(1, NOTHING, self._stay)

    def _shown(self, action: Action) -> str:
        """On one line: what is broken would stand without its key."""
        return left_aligned(action.keys, _KEY_ROOM) + clip(
            action.words, self.app.size.width - _KEY_ROOM - _FRAME
        )

    async def _run(self, action: Action) -> None:
        await self.screen.run_action(action.action)

    def _stay(self) -> None:
        """There was nothing to do; where the screen can, it says so."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say(f"{NOTHING}。")


class Commands(CommandPalette):
    """The list over the screen; what is chosen is done there."""

    DEFAULT_CSS = """
    Commands SearchIcon { display: none; }
    Commands CommandInput { padding-left: 2; }
    """

    def __init__(self) -> None:
        super().__init__([Actions], placeholder="要在这个页面做什么？输入几个字查找")
