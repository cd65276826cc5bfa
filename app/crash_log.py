"""What nobody foresaw: the technical part goes into a log file, the clerk is told in a sentence."""

import errno
import traceback
from datetime import datetime
from pathlib import Path
from typing import Final

from sections.errors import NianbaoError

LOG_NAME: Final = "nianbao-error.log"
_NO_TERMINAL: Final = frozenset({errno.EIO, errno.ENXIO})
"""What writing to a terminal says that was closed."""


def words_for(error: BaseException, safe: str) -> str:
    """What is said when the program has to stop; ``safe`` tells that nothing is lost."""
    if isinstance(error, NianbaoError):
        return str(error)
    place = log(error)
    kept = f"技术细节记在 {place}，可以发给维护人员。" if place else ""
    return f"程序出了意外，只好退出。{safe}{kept}"


def log(error: BaseException) -> Path | None:
    """Write the traceback down; None where even that cannot be done, and of a terminal that is gone: that is
    nobody's error."""
    if isinstance(error, OSError) and error.errno in _NO_TERMINAL:
        return None
    from store.errors import StoreError
    from store.files import make_folder, make_private
    from store.paths import home

    path = home() / LOG_NAME
    try:
        make_folder(path.parent)
        make_private(path)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{''.join(traceback.format_exception(error))}\n")
    except (OSError, StoreError):
        return None
    return path
