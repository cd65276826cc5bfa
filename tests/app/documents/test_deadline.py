"""The limit on a parser's time holds even where its exception is swallowed once."""

import pytest

from app.documents.read import deadline
from app.documents.read.deadline import Deadline, TooLong


def _swallow() -> None:
    """Run until the limit, and lose what it raises, as a callback of the interpreter does."""
    try:
        while True:
            pass
    except TooLong:
        pass


def test_a_limit_that_was_swallowed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_AGAIN", 0.02)
    with pytest.raises(TooLong), Deadline(0.02):
        _swallow()
        while True:
            pass
