"""The limit on a parser's time holds even where its exception is swallowed once."""

from contextlib import suppress

import pytest

from app.documents.read.formats import deadline
from app.documents.read.formats.deadline import Deadline, TooLong


def _swallow_and_go_on() -> None:
    """Lose what the limit raises, as a callback of the interpreter does, and run on for ever."""
    with suppress(TooLong):
        while True:
            pass
    while True:
        pass


def test_a_limit_that_was_swallowed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_AGAIN", 0.02)
    with pytest.raises(TooLong), Deadline(0.02):
        _swallow_and_go_on()
