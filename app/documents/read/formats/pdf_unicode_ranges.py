"""What the codes of a font mean, kept in ranges.

pdfminer writes a range out code by code, and a font that says of all its 65536 codes what they mean takes
longer than its page; here a code is looked up in the ranges when it is shown."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSKeyword, literal_name
from pdfminer.utils import choplist, nunpack

_OF_CODES: Final = ("CIDFontType0", "CIDFontType2")
_TELLING: Final = 4
"""Bytes at the end of a text that count on in a range."""
_LAST: Final = 0xFFFFFFFF


class Fonts(PDFResourceManager):
    """The fonts of one file, those of many codes with a map of ranges."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> Any:
        """The font that ``spec`` describes."""
        told = spec.get("ToUnicode")
        if not isinstance(told, PDFStream) or literal_name(spec.get("Subtype", "")) not in _OF_CODES:
            return super().get_font(objid, spec)
        font: Any = super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")})
        font.unicode_map = UnicodeRanges()
        RangesParser(font.unicode_map, BytesIO(told.get_data())).run()
        return font


class UnicodeRanges(FileUnicodeMap):
    """Code -> text, where the later of two entries counts."""

    def __init__(self) -> None:
        super().__init__()
        self._ranges: list[tuple[int, int, bytes]] = []

    def add_range(self, start: int, end: int, text: bytes) -> None:
        """The codes from ``start`` to ``end`` mean ``text`` and what follows it. Raises ``ValueError`` where
        nothing follows."""
        if nunpack(text[-_TELLING:]) + end - start > _LAST:
            raise ValueError("a range that counts beyond the last code")
        codes, known = range(start, end + 1), self.cid2unichr
        for code in codes if end - start < len(known) else list(known):
            if code in known and code in codes:
                self._take(code, start, text)
        self._ranges.append((start, end, text))

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        """One code."""
        self._look_up(cid)
        super().add_cid2unichr(cid, code)

    def get_unichr(self, cid: int) -> str:
        """What a code means. Raises ``KeyError`` for one of which nothing is said."""
        self._look_up(cid)
        return self.cid2unichr[cid]

    def _look_up(self, cid: int) -> None:
        if cid not in self.cid2unichr:
            for start, end, text in self._ranges:
                if start <= cid <= end:
                    self._take(cid, start, text)

    def _take(self, cid: int, start: int, text: bytes) -> None:
        counting = text[-_TELLING:]
        number = nunpack(counting) + cid - start
        last = number.to_bytes(_TELLING, "big")[-len(counting) :]
        super().add_cid2unichr(cid, text[:-_TELLING] + last)


class RangesParser(CMapParser):
    """Reads the map of a font, and hands its ranges over whole."""

    cmap: UnicodeRanges

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take what was told before a keyword."""
        if token is not self.KEYWORD_ENDBFRANGE or not self._in_cmap:
            super().do_keyword(pos, token)
            return
        for entry in choplist(3, [one for _, one in self.popall()]):
            match entry:
                case (bytes(start), bytes(end), bytes(text)) if len(start) == len(end):
                    self.cmap.add_range(nunpack(start), nunpack(end), text)
                case _:
                    self.push(*((pos, one) for one in entry))
                    super().do_keyword(pos, token)
