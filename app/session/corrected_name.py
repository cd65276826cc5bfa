"""What follows where the organ's name is corrected in a draft."""

from collections.abc import Iterator
from typing import Final

from app.session.compute import SEED
from prompts.guesses import guess
from sections.report.values import Value
from store.database import Store
from store.model import Origin

_NAME: Final = "profile.name"
_SHORT: Final = "profile.short_name"
_DERIVED: Final = {_SHORT: "简称", "profile.kind": "单位性质", "profile.level": "行政层级"}
"""Answers that an organ's name makes likely, and what they are called."""


def follow_name(store: Store, report_id: int, old: str, new: str) -> str:
    """Let a draft bear its new name: what the old one made likely becomes what the new one does, or is
    asked again; its sentences keep their wordings. What followed, in sentences."""
    answers = store.answers(report_id)
    followed = ["引言、标题、落款里的名称已跟着改"]
    derived: dict[str, Value] = {_NAME: new}
    for field in _DERIVED:
        answer = answers.get(field)
        if answer is None or not _of_the_name(answer.value, field, old, new):
            continue
        likely = guess(field, new)
        if likely is None or not isinstance(answer.value, str):
            store.remove(report_id, [field])
            followed.append(f"{_DERIVED[field]}按新名称推定不了，请重新填写")
        else:
            derived[field] = likely
            followed.append(f"{_DERIVED[field]}改为“{likely}”")
    store.put(report_id, derived, Origin.TYPED)
    if SEED not in store.decisions(report_id):
        store.put_decision(report_id, SEED, "", old)
    return "；".join((*followed, *_left_behind(store, report_id, old, new))) + "。"


def _left_behind(store: Store, report_id: int, old: str, new: str) -> Iterator[str]:
    """What was written by hand is not touched: whether the old name still stands there."""
    kept = sum(old in text.text.replace(new, "") for text in store.texts(report_id).values())
    if kept:
        yield f"手工改过的文字里有{kept}段还写着旧名称，请自己改"


def _of_the_name(value: Value, field: str, old: str, new: str) -> bool:
    """Whether an answer followed from the old name: it is what that made likely, or a part of it alone."""
    likely = guess(field, old)
    if likely is not None and value == likely:
        return guess(field, new) != value
    return field == _SHORT and isinstance(value, str) and value in old and value not in new
