"""The questions in the order in which the clerk met them; no screen."""

from collections.abc import Iterable, Sequence


class Trail:
    """Remembers the ids of questions in the order in which one came to them.

    What was answered elsewhere (on the page of unchanged details, from a colleague's sheet) lies before where
    one stands; what was never met is not in it."""

    def __init__(self) -> None:
        self._met: list[str] = []

    def note(self, done: Iterable[str], here: str, asked: Sequence[str]) -> None:
        """Take in what is ``done``, in the order in which it was, and that one stands ``here``, if anywhere.
        Only what is still ``asked`` stays."""
        applies = set(asked)
        self._met = [question for question in self._met if question in applies]
        met = set(self._met)
        news = [question for question in done if question not in met and question != here]
        place = self._met.index(here) if here in met else len(self._met)
        self._met[place:place] = news
        if here in applies and here not in met:
            self._met.append(here)

    def put_last(self, question: str) -> None:
        """The question is met anew."""
        if question in self._met:
            self._met.remove(question)
            self._met.append(question)

    @property
    def met(self) -> tuple[str, ...]:
        """From the first to the last."""
        return tuple(self._met)

    def beside(self, here: str, by: int, asked: Sequence[str]) -> str:
        """The question met before (-1) or after (1) ``here``; behind the last one the next in the order of
        the interview that was not met yet. "" where there is none."""
        place = (self._met.index(here) if here in self._met else len(self._met)) + by
        if 0 <= place < len(self._met):
            return self._met[place]
        if by < 0 or here not in asked:
            return ""
        return next((one for one in asked[asked.index(here) + 1 :] if one not in self._met), "")
