"""Every question, in the order of the interview.

The order is the clerk's, not the printed one: the organ first, then the three tables, then the narrative.
Part one speaks of requests that the table of part three counts, so the numbers come first and are never
asked twice; parts five and six follow, and the 落款 last, when its date is known.
"""

from dataclasses import asdict
from typing import Any, Final

from prompts.disputes import questions as disputes
from prompts.other import questions as other
from prompts.overview import questions as overview
from prompts.proactive import questions as proactive
from prompts.problems import questions as problems
from prompts.problems.catalogue import PROBLEMS
from prompts.profile import questions as profile
from prompts.question import Question
from prompts.requests import questions as requests

SCHEMA: Final = "nianbao/questions/1"

QUESTIONS: Final[tuple[Question, ...]] = (
    profile.QUESTIONS
    + proactive.QUESTIONS
    + requests.QUESTIONS
    + disputes.QUESTIONS
    + overview.QUESTIONS
    + problems.QUESTIONS
    + other.QUESTIONS
)

PLACES: Final[dict[str, int]] = {question.id: place for place, question in enumerate(QUESTIONS)}
"""Question id -> its place in the order."""


def as_json() -> dict[str, Any]:
    """The catalogue as plain data: schema, questions in order, and the problems to choose from."""
    return {
        "schema": SCHEMA,
        "questions": [asdict(question) for question in QUESTIONS],
        "problems": [asdict(entry) for entry in PROBLEMS],
    }
