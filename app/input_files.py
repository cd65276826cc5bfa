"""What somebody names as an input, read within bounds: a regular file of a bearable size, JSON and TOML of a
bearable depth, in which nothing is said twice."""

import json
import stat
from pathlib import Path
from typing import Any, Final

from sections.errors import NianbaoError

LARGEST: Final = 10 * 2**20


class InputFileError(NianbaoError):
    """A file that is not read, and why."""


class DoubleKeyError(ValueError):
    """An object has a key twice: which one is meant nobody can know."""


def content_of(path: Path, most: int = LARGEST) -> bytes:
    """The content of a file. Raises ``InputFileError`` for a device or a pipe, whose end may never come, and
    for a file that is too large; ``OSError`` for what cannot be read."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(path)
    if not stat.S_ISREG(status.st_mode):
        raise InputFileError(f"「{path.name}」不是普通文件，没有读取。", "请选择一个文件。")
    if status.st_size > most:
        raise InputFileError(f"{path.name} 太大（超过{most >> 20}兆），没有读取。", "请确认选对了文件。")
    return path.read_bytes()


def json_of(content: bytes | str) -> Any:
    """The data in a JSON file. Raises ``DoubleKeyError``, ``ValueError`` also for what is too deep."""
    text = content if isinstance(content, str) else content.decode(json.detect_encoding(content))
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except RecursionError as error:
        raise ValueError("too deep") from error


def toml_of(content: bytes) -> dict[str, Any]:
    """The data in a TOML file. Raises ``ValueError`` also for what is too deep."""
    import tomllib

    text = content.decode("utf-8-sig")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise DoubleKeyError(key)
        made[key] = value
    return made
