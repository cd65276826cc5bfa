"""A path as people type it, paste it, or drop it on a terminal."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlparse

_QUOTES = "\"'“”‘’「」"


def is_folder(path: Path) -> bool:
    """Whether it is a folder; not where that cannot be told."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def typed_path(text: str) -> Path | None:
    """The path that ``text`` means, without quotes and escapes and with ``~`` filled in; None for no text."""
    clean = text.replace("\x00", "").strip().strip(_QUOTES).strip()
    if not clean:
        return None
    if clean.startswith("file://"):
        clean = unquote(urlparse(clean).path)
    elif os.sep == "/":
        clean = re.sub(r"\\(.)", r"\1", clean)
    return Path(clean).expanduser()
