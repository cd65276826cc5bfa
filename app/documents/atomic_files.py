"""Writing a file so that a half one never stands there."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.documents.errors import DocumentError

_HALF: Final = ".nianbao-"
"""How the names of half-written files begin; then comes the number of the process."""
_LOGS: Final = ("-wal", "-shm", "-journal")


def save(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` in one step, through a file beside it. Raises ``DocumentError``."""
    from store.files import left_behind

    half: str | None = None
    try:
        if _passes_nowhere(path):
            raise DocumentError(f"{path} 经过的文件夹不存在，没有写入。", "请检查路径，写的时候不要用“..”。")
        if path.is_dir():
            raise DocumentError(f"{path} 是一个文件夹。", "请写明文件名，例如“年报.docx”。")
        if _is_database(path):
            raise DocumentError(f"{path} 是数据文件，没有覆盖。", "请换一个文件名。")
        if path.exists() and not path.is_file():
            raise DocumentError(f"{path} 不是普通文件，写不进去。", "请换一个文件名。")
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in left_behind(path.parent, _HALF):
            left.unlink(missing_ok=True)
        handle, half = tempfile.mkstemp(prefix=f"{_HALF}{os.getpid()}-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(half).chmod(0o666 & ~_umask())
        Path(half).replace(path)
    except OSError as error:
        if half is not None:
            Path(half).unlink(missing_ok=True)
        raise DocumentError(*_words(path, error)) from error


@contextmanager
def written_apart(data: bytes, suffix: str) -> Iterator[Path]:
    """A file in a private folder, for a reader; gone afterwards, after a kill at the next command."""
    from store.files import scratch_folder

    with scratch_folder() as folder:
        path = folder / f"copy{suffix}"
        path.write_bytes(data)
        yield path


def _passes_nowhere(path: Path) -> bool:
    """Whether a name leads through a folder that is not there and back out of it. Nobody can say before the
    folder is made which file that is: it may be an input, a store or a file that is to stay."""
    return ".." in path.parts and not path.parent.exists()


def _is_database(path: Path) -> bool:
    """Whether a file is a database, or the log of one that lies beside it."""
    for log in _LOGS:
        if path.name.endswith(log) and _is_database(path.with_name(path.name.removesuffix(log))):
            return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _umask() -> int:
    """The umask of the process, which can only be read by setting it."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, "" for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _words(path: Path, error: OSError) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"磁盘已满，{path.name} 没有写成。", "请清理空间，或者换一个位置。"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        return f"{path} 不能写入。", "如果它正在 WPS 或 Word 中打开，请先关闭；或者换一个位置。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长。", "请换一个短一些的文件名。"
    return f"{path} 写不进去。", "请检查文件夹是否存在、名称是否正确，或者换一个位置。"
