"""What the picker lists, as lines: the newest files and the places to begin with, or one folder."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from app.clean_text import cleaned
from app.session.folders import MOST_LISTED, MOST_RECENT, Entry, Listing
from app.tui.text.cell_width import left_aligned
from app.tui.text.rows import Piece, Row, row, spread

UP: Final = "up"
HERE: Final = "here"
"""Of the rows that are no file and no folder."""
_ROOMY: Final = 60
"""Cells from which on a line says more than the name."""
_PLACE: Final = 14
_KILO: Final = 1024


def start_rows(
    newest: Sequence[Entry], places: Sequence[tuple[str, Path]], room: int, words: str = ""
) -> list[Row]:
    """The newest files of all places, then the places."""
    names = {folder: name for name, folder in places}
    rows: list[Row] = []
    for entry in islice(_fitting(newest, words), MOST_RECENT):
        above = entry.path.parent
        rows.append(_file(entry, room, names.get(above.resolve(), cleaned(above.name))))
    if rows:
        rows = [row("最近的文件", "muted"), *rows, row("")]
    shown = [(name, folder) for name, folder in places if fits(f"{name} {folder}", words)]
    if shown:
        rows.append(row("文件夹", "muted"))
    for name, folder in shown:
        left = ((left_aligned(name, _PLACE), "strong"), (cleaned(str(folder)), "muted"))
        rows.append(spread(left, (), room, str(folder)))
    return rows or [nothing(words)]


def folder_rows(listing: Listing, room: int, words: str = "", *, folders_only: bool = False) -> list[Row]:
    """What lies in a folder, and the way out of it."""
    rows = [row("‥ 上一级文件夹", "accent", UP)] if not words else []
    if folders_only and not words:
        rows.insert(0, row("就放在这个文件夹", "accent", HERE))
    found = [_line(entry, room) for entry in _fitting(listing.entries, words)]
    if not found:
        found = [nothing(words, folders_only=folders_only)]
    if listing.left_out:
        found.append(row(f"另有{listing.left_out}个更早的文件没有列出，可以输入位置。", "muted"))
    return [*rows, *found]


def nothing(words: str, *, folders_only: bool = False) -> Row:
    """That there is nothing to choose."""
    if words:
        return row(f"没有名称里有“{words}”的文件或文件夹。按 Esc 列出全部。", "muted")
    return row("这里没有别的文件夹。" if folders_only else "这里没有能读取的文件。", "muted")


def fits(name: str, words: str) -> bool:
    """Whether a name has every word that was typed."""
    return all(word in name.casefold() for word in words.casefold().split())


def _fitting(entries: Sequence[Entry], words: str) -> Iterator[Entry]:
    return (entry for entry in entries if fits(entry.path.name, words))


@lru_cache(maxsize=2 * MOST_LISTED)
def _line(entry: Entry, room: int) -> Row:
    if entry.is_folder:
        return spread(((f"{cleaned(entry.path.name)}/", "strong"),), (), room, str(entry.path))
    return _file(entry, room)


def _file(entry: Entry, room: int, place: str = "") -> Row:
    """A file, where it lies, when it was written and how large it is."""
    right: tuple[Piece, ...] = ((f"  {_when(entry.at)}", "muted"),)
    if room >= _ROOMY:
        place = f"  {place}" if place else ""
        right = ((f"{place}  {_when(entry.at)}  {_large(entry.size):>8}", "muted"),)
    return spread(((cleaned(entry.path.name), ""),), right, room, str(entry.path))


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d}" if at else ""


def _large(size: int) -> str:
    kilobytes = max(size // _KILO, 1)
    return f"{kilobytes} KB" if kilobytes < _KILO else f"{kilobytes // _KILO} MB"
