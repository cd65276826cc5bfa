"""What follows where the organ's name is corrected in a draft."""

from typing import Final

from app.session.compute import SEED
from prompts.guesses import guess
from sections.report.values import Value
from store.database import Store
from store.model import Origin

_NAME: Final = "profile.name"
_SHORT: Final = "profile.short_name"
_DERIVED: Final = (_SHORT, "profile.kind", "profile.level")
"""Answers that an organ's name makes likely."""


def follow_name(store: Store, report_id: int, old: str, new: str) -> None:
    """Let a draft bear its new name: what the old one made likely becomes what the new one does, or is
    asked again; its sentences keep their wordings."""
    answers = store.answers(report_id)
    derived: dict[str, Value] = {_NAME: new}
    for field in _DERIVED:
        answer = answers.get(field)
        if answer is None or not _of_the_name(answer.value, field, old, new):
            continue
        likely = guess(field, new)
        if likely is None or not isinstance(answer.value, str):
            store.remove(report_id, [field])
        else:
            derived[field] = likely
    store.put(report_id, derived, Origin.TYPED)
    if SEED not in store.decisions(report_id):
        store.put_decision(report_id, SEED, "", old)


def _of_the_name(value: Value, field: str, old: str, new: str) -> bool:
    """Whether an answer followed from the old name: it is what that made likely, or a part of it alone."""
    likely = guess(field, old)
    if likely is not None and value == likely:
        return guess(field, new) != value
    return field == _SHORT and isinstance(value, str) and value in old and value not in new
