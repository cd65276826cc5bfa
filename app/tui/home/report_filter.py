"""Which of the reports are listed: by words that were typed, by a year, by how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from app.session.views import ReportSummary

_GOVERNMENT: Final = "人民政府"
STATES: Final = ("草稿", "已定稿", "已导入")


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """What is asked for; empty or 0 for everything. Each of the typed words must be in the organ's name, the
    year or the state."""

    words: str = ""
    year: int = 0
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.year or self.state)

    def fits(self, card: "ReportSummary") -> bool:
        """Whether a report is listed."""
        of_card = _apart(f"{card.unit} {card.year}年度 {card.status.label}")
        return (
            self.year in (0, card.year)
            and self.state in ("", card.status.label)
            and all(_apart(word) in of_card for word in self.words.split())
        )

    def next_year(self, cards: "Sequence[ReportSummary]", step: int) -> Self:
        """One year on, through those that there are and all of them."""
        years = [0, *sorted({card.year for card in cards}, reverse=True)]
        place = years.index(self.year) if self.year in years else 0
        return replace(self, year=years[(place + step) % len(years)])

    def next_state(self) -> Self:
        """The next state, and behind the last all of them."""
        states = ("", *STATES)
        return replace(self, state=states[(states.index(self.state) + 1) % len(states)])

    @property
    def in_words(self) -> str:
        """「2025年度 草稿 “水务”」."""
        parts = (f"{self.year}年度" if self.year else "", self.state, *(f"“{w}”" for w in self.words.split()))
        return " ".join(part for part in parts if part)


def _apart(text: str) -> str:
    """The words of 人民政府 apart: 民政 is not one of them."""
    return text.replace(_GOVERNMENT, f"{_GOVERNMENT[:2]}\n{_GOVERNMENT[2:]}")
