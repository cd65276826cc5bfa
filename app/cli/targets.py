"""Files as they are named on the command line: one by one, by a pattern, or a folder of them."""

from collections.abc import Iterable
from pathlib import Path

from app.documents.formats import is_report_file
from app.errors import SessionError


def expanded(named: Iterable[str]) -> list[str]:
    """The files, in order: folders and patterns opened (Windows leaves patterns to the program).

    Raises ``SessionError`` for a folder or a pattern that holds no report."""
    return [one for name in named for one in _files(name)]


def refuse_output(output: str, inputs: Iterable[str], *, force: bool) -> None:
    """Raise ``SessionError`` for an output that is one of the inputs, or a file that is there unasked."""
    path = Path(output)
    if not output or not path.exists():
        return
    if any(Path(name).exists() and path.samefile(name) for name in inputs if name):
        raise SessionError(f"{output} 正是要读取的文件，没有覆盖。", "请换一个文件名。")
    if path.is_file() and not force:
        raise SessionError(f"{output} 已经存在，没有覆盖。", "要覆盖它，请加 --force。")


def _files(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        found = sorted(str(one) for one in path.iterdir() if is_report_file(one))
    elif not path.exists() and set("*?") & set(name):
        found = sorted(str(one) for one in path.parent.glob(path.name) if one.is_file())
    else:
        return [name]
    if not found:
        raise SessionError(f"“{name}”里没有可以读取的年报文件。", "请检查文件夹和文件名。")
    return found
