"""What texts of a printed page cannot be seen: those as light as their ground, and those that are
painted over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from app.documents.read.formats.pdf_page import Char, PrintedPage

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_PAPER: Final = 255.0
_LIKE: Final = 24.0
"""Of 255: by how much a text must be darker or lighter than its ground to be seen."""
_CLEAR: Final = 24
"""Of 255: what covers less than this covers nothing."""
_FILLED: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP})
_INVISIBLE: Final[int] = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_SMALLEST: Final = 1.5
"""Points: smaller letters can be read by nobody."""
_THIN: Final = 2.5
"""Points: what is thinner is a rule, and no ground."""
_REACH: Final = 12.0
"""Points from the middle of a letter within which it may be covered in part."""
_HIDDEN, _TOUCHED = 0.8, 0.2
"""Of the area of a character: from where on it is covered, or may be."""
_THIN_VEIL: Final = 0.5
"""Of what is below it that is seen through a ground: from where on it hides nothing."""
_HEIGHT: Final = 0.72
"""Of the size of letters: how high digits are."""


class Ink(NamedTuple):
    """How a text is painted: ``place`` is 0 for the first thing painted, ``shade`` how light it is and
    ``cover`` how much of its ground it covers, both of 255."""

    place: int
    mode: int
    shade: float
    cover: float = 255.0

    @property
    def is_invisible(self) -> bool:
        """Whether it is not painted at all."""
        return self.mode == _INVISIBLE

    @property
    def is_clear(self) -> bool:
        """Whether it is painted so thinly that nothing is seen of it."""
        return self.cover < _CLEAR and self.mode in _FILLED

    @property
    def is_pale(self) -> bool:
        """Whether it cannot be seen on the paper."""
        return self.mode in _FILLED and abs(_PAPER - self.shade) < _LIKE

    def is_like(self, shade: float) -> bool:
        """Whether it is as light as a ground."""
        return self.mode in _FILLED and abs(shade - self.shade) < _LIKE


@dataclass(frozen=True, slots=True)
class Ground:
    """What covers a rectangle: ``shade`` is None where it cannot be told, as of a picture; ``is_sure``: it
    covers the whole of it, and nothing is seen through it but what ``cover`` leaves."""

    place: float
    box: Box
    shade: float | None
    cover: float = 255.0
    is_sure: bool = True

    @property
    def is_wide(self) -> bool:
        """Whether it is no rule."""
        left, top, right, bottom = self.box
        return min(right - left, bottom - top) > _THIN and self.cover >= _CLEAR

    @property
    def mixed(self) -> float | None:
        """How light it is with the paper below; None where that cannot be told."""
        if self.shade is None or not self.is_sure:
            return None
        return _PAPER + (self.shade - _PAPER) * self.cover / 255


def take_unseen(page: "PrintedPage", inks: Sequence[Ink], grounds: Iterable[Ground]) -> None:
    """Take what cannot be seen from the characters of a page, whose inks are ``inks``; what may not be seen
    is doubtful."""
    is_scan = 2 * sum(ink.is_invisible for ink in inks) > len(inks)
    looks = [_Look(char, ink) for char, ink in zip(page.chars, inks, strict=True)]
    looked = {id(look.char): look for look in looks}
    for ground in sorted((one for one in grounds if one.is_wide), key=lambda one: one.place):
        left, top, right, bottom = ground.box
        for char in page.inside((left - _REACH, top - _REACH, right + _REACH, bottom + _REACH)):
            looked[id(char)].take(ground)
    kept: list[Char] = []
    for look in looks:
        unseen = not (is_scan and look.ink.is_invisible) and look.is_unseen
        (page.gone if unseen else kept).append(look.char)
    page.chars = kept


class _Look:
    """A character and what lies below and over it."""

    __slots__ = ("_below", "_over", "char", "ink")

    def __init__(self, char: "Char", ink: Ink) -> None:
        self.char, self.ink = char, ink
        self._below: float | None = _PAPER
        self._over = 0.0
        """The share that what is painted over it hides."""

    def take(self, ground: Ground) -> None:
        """A ground below or over it; they come in the order in which they are painted."""
        x, y = self.char.middle
        left, top, right, bottom = ground.box
        if ground.place < self.ink.place:
            if left <= x <= right and top <= y <= bottom:
                self._below = ground.mixed
            return
        share = _covered(self.char, ground.box)
        if share < _TOUCHED or (self.ink.is_invisible and ground.shade is None):
            return
        seen = 1 - ground.cover / 255
        if ground.shade is None or not ground.is_sure or share < _HIDDEN:
            self.char.is_doubtful = self.char.is_doubtful or seen < _THIN_VEIL
        else:
            self._over = max(self._over, 1 - seen)

    @property
    def is_unseen(self) -> bool:
        ink = self.ink
        if ink.is_invisible or ink.is_clear or is_tiny(self.char):
            return True
        if self._over and (1 - self._over) * abs(_PAPER - ink.shade) < _LIKE:
            self.char.is_doubtful = True
            return True
        return self._below is not None and ink.is_like(self._below)


def _covered(char: "Char", box: Box) -> float:
    """The share of a character that lies in a rectangle."""
    top, bottom = char.base - _HEIGHT * char.size, char.base
    wide = min(char.x1, box[2]) - max(char.x0, box[0])
    high = min(bottom, box[3]) - max(top, box[1])
    area = (char.x1 - char.x0) * (bottom - top)
    return wide * high / area if wide > 0 and high > 0 and area else 0.0


def is_tiny(char: "Char") -> bool:
    """Whether a character is too small to be read by anybody."""
    return max(char.size, char.x1 - char.x0) < _SMALLEST


def may_hide(chars: Iterable["Char"], inks: Iterable[Ink], grounds: Iterable[Ground]) -> bool:
    """Whether anything on a page may be unseen for its size, its ink or for what is painted."""
    return (
        any(ground.is_wide for ground in grounds)
        or any(ink.is_invisible or ink.is_clear or ink.is_pale for ink in inks)
        or any(map(is_tiny, chars))
    )


def lightness(red: float, green: float, blue: float) -> float:
    """How light a colour looks, in the measure of its parts."""
    return 0.3 * red + 0.59 * green + 0.11 * blue
