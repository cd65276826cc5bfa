"""How the program ends when it fails; uses private members of Textual.

Textual has no public way to say what is shown when a program error ends the application: it prints
a traceback with the contents of variables. ``tests/app/tui/test_textual_members.py`` notices when a new
version of Textual has other members, or when another module uses one."""

from typing import TypeVar

from rich.text import Text
from textual.app import App

from app.clean_text import cleaned
from app.crash_log import words_for

Result = TypeVar("Result")


def as_it_is(words: str) -> Text:
    """Words for the terminal that is given back, such as a path, in which nothing is a command or markup."""
    return Text(cleaned(words))


class CrashExit(App[Result]):
    """An application that ends with ``last_words`` and the place of a log file instead of a traceback."""

    def last_words(self) -> str:
        """What is said of the work when a program error ends the application."""
        return ""

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence; the technical part goes into a log file."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(as_it_is(words_for(error, self.last_words())))
        self._close_messages_no_wait()
