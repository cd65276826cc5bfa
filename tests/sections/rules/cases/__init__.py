"""The cases of every rule, one file a rule (``nb301.py``: ``CASES``), found by the folder."""

from importlib import import_module
from pathlib import Path

from tests.support.rule_case import Case

FOLDER = Path(__file__).parent


def cases_of(code: str) -> tuple[Case, ...]:
    """The cases of a rule. Raises ``AssertionError`` that names the file to write where there is none."""
    file = FOLDER / f"{code.lower()}.py"
    place = file.relative_to(FOLDER.parents[3])
    assert file.is_file(), (
        f"{code} has no cases: write {place.as_posix()} with CASES, one failing, one passing"
    )
    cases: tuple[Case, ...] = import_module(f"{__name__}.{file.stem}").CASES
    return cases


CASES = tuple(case for file in sorted(FOLDER.glob("nb*.py")) for case in cases_of(file.stem.upper()))
