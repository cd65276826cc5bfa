"""Files as they are named on the command line: one by one, by a pattern, or a folder of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.errors import SessionError

READ: Final = (
    ".docx", ".doc", ".wps", ".rtf", ".pdf", ".html", ".htm", ".mht", ".mhtml", ".txt", ".md",
)  # fmt: skip
"""What is taken from a folder; a file named itself may have any name."""


def expanded(named: Iterable[str]) -> list[str]:
    """The files, in order: folders and patterns opened (Windows leaves patterns to the program).

    Raises ``SessionError`` for a folder or a pattern that holds no report."""
    return [one for name in named for one in _files(name)]


def _files(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        found = sorted(str(one) for one in path.iterdir() if _is_report(one))
    elif not path.exists() and set("*?") & set(name):
        found = sorted(str(one) for one in path.parent.glob(path.name) if one.is_file())
    else:
        return [name]
    if not found:
        raise SessionError(f"“{name}”里没有可以读取的年报文件。", "请检查文件夹和文件名。")
    return found


def _is_report(path: Path) -> bool:
    return path.suffix.lower() in READ and not path.name.startswith(("~$", ".")) and path.is_file()
