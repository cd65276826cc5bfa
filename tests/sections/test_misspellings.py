"""The list of standard words: none is taken for the misspelling of another, each is known when spoilt."""

from importlib.resources import files

import pytest

from sections.language.misspellings import misspellings

LINES = files("sections.language").joinpath("standard_words.txt").read_text(encoding="utf-8").splitlines()
WORDS = [word for line in LINES if not line.startswith("#") for word in line.removeprefix("?").split()]


def test_no_standard_word_is_taken_for_another_misspelt() -> None:
    assert {word: misspellings(word) for word in WORDS if misspellings(word)} == {}
    assert misspellings("、".join(WORDS)) == ()


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("政务公升", "政务公开"),
        ("还存再不足", "还存在"),
        ("依申公开", "依申请公开"),
        ("有代提高", "有待提高"),
    ],
)
def test_a_spoilt_word_is_told_with_its_standard_spelling(written: str, right: str) -> None:
    assert right in {one.slip.mend for one in misspellings(f"今年{written}。")}
