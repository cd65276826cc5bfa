"""The office's own file of levels and phrases, ``rules.toml``, read anew when it has changed."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.input_files import InputFileError, content_of
from sections.errors import NianbaoError
from store.paths import rules

if TYPE_CHECKING:
    from sections.rules.office import OfficeRules

_LARGEST = 1_000_000


def office_rules() -> "OfficeRules | None":
    """What the office has said, or None. Raises ``OfficeRulesError`` for a file that cannot be taken."""
    path = rules()
    try:
        status = path.stat()
    except OSError:
        return None
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, *_: int) -> "OfficeRules":
    from sections.rules.office import OfficeRulesError, read_office_rules

    try:
        text = content_of(path, _LARGEST).decode("utf-8-sig")
    except InputFileError as error:
        raise OfficeRulesError(error.message, "请检查本单位的检查口径文件。") from error
    except (OSError, ValueError) as error:
        raise OfficeRulesError(f"读不到检查口径文件 {path}。", "请检查路径和权限，存为UTF-8。") from error
    return read_office_rules(text, path.name)


def usable_office_rules() -> "OfficeRules | None":
    """The same; a file that cannot be taken is passed over, and told by ``problem_of_office_rules``."""
    try:
        return office_rules()
    except NianbaoError:
        return None


def problem_of_office_rules() -> str:
    """In a sentence what is wrong with the file, or nothing."""
    try:
        office_rules()
    except NianbaoError as error:
        return str(error)
    return ""
