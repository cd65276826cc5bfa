"""Light and dark screens: changed with one key, kept for the next time, readable in both."""

from pathlib import Path

import pytest
from textual.color import Color

from app.session import appearance
from app.session.library import Library
from app.tui.app import NianbaoApp
from app.tui.themes import DARK, LIGHT

READABLE = 4.5
"""The contrast that the guidelines for accessible pages ask of text."""


async def theme_after(library: Library, *keys: str) -> str:
    app = NianbaoApp(library)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.theme


async def test_the_choice_is_kept(library: Library) -> None:
    assert await theme_after(library) == DARK.name
    assert await theme_after(library, "f12") == LIGHT.name
    assert await theme_after(library) == LIGHT.name
    assert await theme_after(library, "f12") == DARK.name
    assert await theme_after(library) == DARK.name


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"purple", b"light" * 9999])
async def test_a_damaged_choice_is_none(library: Library, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "home" / "appearance"
    path.write_bytes(content)
    assert await theme_after(library) == DARK.name


async def test_what_cannot_be_kept_holds_for_this_time(library: Library, tmp_path: Path) -> None:
    (tmp_path / "home" / "appearance").mkdir()
    assert await theme_after(library, "f12") == LIGHT.name
    assert not appearance.is_light()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", ["foreground", "accent", "warning", "error"])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_words_stand_out_from_their_ground(theme: object, colour: str, ground: str) -> None:
    words, behind = (Color.parse(getattr(theme, name)) for name in (colour, ground))
    light, dark = sorted((_luminance(words), _luminance(behind)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= READABLE


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
