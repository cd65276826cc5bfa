"""What is named on the command line: files one by one, by a pattern or in a folder, and reports kept here."""

import argparse
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.console import STANDARD_OUTPUT
from app.documents.formats import is_report_file
from app.errors import SessionError

if TYPE_CHECKING:
    from app.session.library import Library
    from app.session.views import ReportSummary

_OUTPUTS: Final = frozenset({"output", "baseline"})
WILD: Final = frozenset("*?[")


def expanded(named: Iterable[str], *, recursive: bool = False) -> list[str]:
    """The files, in order: folders and patterns opened (Windows leaves patterns to the program); with
    ``recursive`` the folders in them too. A name of reports kept here (``*@2025``) stays as it is.

    Raises ``SessionError`` for a folder or a pattern that holds no report."""
    return [file for name in named for file in _files(name, recursive)]


def refuse_inputs(arguments: argparse.Namespace) -> None:
    """Raise ``SessionError`` for an output of whatever command that is anything else it names, or what the
    clerk has set: every other word of a command may be a file that it reads."""
    from store.paths import files_set_up

    set_up = [str(file) for file in files_set_up()]
    words = {name: value if isinstance(value, list) else [value] for name, value in vars(arguments).items()}
    for name in _OUTPUTS & words.keys():
        others = [word for other, values in words.items() if other != name for word in values]
        for output in words[name]:
            if isinstance(output, str):
                refuse_input(output, (*set_up, *(word for word in others if isinstance(word, str))))


def refuse_input(output: str, inputs: Iterable[str]) -> None:
    """Raise ``SessionError`` for an output that is one of the inputs."""
    if output not in ("", STANDARD_OUTPUT) and any(_same(Path(output), name) for name in inputs):
        raise SessionError(f"{output} 正是要读取的文件，没有覆盖。", "请换一个文件名。")


def _same(path: Path, name: str) -> bool:
    if not name:
        return False
    try:
        return path.samefile(name)
    except (OSError, ValueError):
        return path.absolute() == Path(name).absolute()


def refuse_existing(output: str, *, force: bool) -> None:
    """Raise ``SessionError`` for an output that is there, unasked."""
    if output not in ("", STANDARD_OUTPUT) and os.path.isfile(output) and not force:  # noqa: PTH113 (a name that is too long is no file)
        raise SessionError(f"{output} 已经存在，没有覆盖。", "要覆盖它，请加 --force。")


def _files(name: str, recursive: bool) -> list[str]:
    if not name:  # to Path that is the folder one is in
        raise SessionError("文件名是空的，没有读取。", "请写明文件名。")
    path = Path(name)
    if path.is_dir():
        found = sorted(str(file) for file in _within(path, recursive) if is_report_file(file))
    elif not path.exists() and WILD & set(name):
        found = sorted(str(file) for file in path.parent.glob(path.name) if file.is_file())
        if not found and names_kept(name):
            return [name]
    else:
        return [name]
    if not found:
        raise SessionError(f"“{name}”里没有可以读取的年报文件。", "请检查文件夹和文件名。")
    return found


def _within(folder: Path, recursive: bool) -> Iterator[Path]:
    """The files of a folder; hidden folders and links to folders are not entered."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if recursive and not name.startswith("."))
        yield from (Path(place) / file for file in files)


def names_kept(name: str) -> bool:
    """Whether a name may be that of reports kept here and can be no file: ``单位@2025``, ``*@2025``."""
    unit, at, year = name.rpartition("@")
    return bool(at) and "/" not in name and (year.isdigit() or bool(WILD & set(unit + year)))


def selected(found: "Library", ref: str, year: int = 0) -> "list[ReportSummary]":
    """The reports that ``ref`` names: one (``单位@2025``), or those that a pattern of organ and year fits
    (``*@2025``, ``示例县*``), newest first.

    Raises ``SessionError`` for none, or for a name that several have."""
    if not WILD & set(ref):
        return [found.find(ref)]
    unit, at, years = ref.rpartition("@")
    if not at:
        unit, years = ref, "*"
    cards = [
        card
        for card in found.reports()
        if fnmatchcase(card.unit, unit or "*")
        and fnmatchcase(str(card.year), years or "*")
        and year in (0, card.year)
    ]
    if not cards:
        of_year = f"{year}年" if year else ""
        raise SessionError(f"没有保存过符合“{ref}”的{of_year}年报。", "请用 nianbao list 查看已有的年报。")
    return cards
