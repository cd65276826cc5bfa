"""A report made of a file of answers in one go, after last year's report where there is one."""

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import SessionError
from app.session.answers_file import AnswersFile, take
from app.session.library import Library
from prompts.narrative.narrative import Words
from sections.organ_names import same_organ
from store.database import Store
from store.files import scratch_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.session.session import Session
    from sections.report.report import Report


@contextmanager
def scratch_library() -> "Iterator[Library]":
    """A library of its own that is gone afterwards."""
    with scratch_folder() as folder, Store.open(folder / "draft.db") as store:
        yield Library(store)


def refuse_other_organ(last: "Report", organ: str, name: str) -> None:
    """Raise ``SessionError`` for last year's report, called ``name``, of another organ."""
    if last.unit and not same_organ(last.unit, organ):
        told = "如果是本单位的前身（更名、机构改革），请加 --predecessor。"
        raise SessionError(f"{name} 是“{last.unit}”的年报，不是“{organ}”的，没有使用。", told)


def drafted_from(
    found: Library, file: AnswersFile, last: "Report | None", words: str | None = None, last_file: str = ""
) -> "tuple[Session, int]":
    """A session on the report that the answers make, and how many cells they left out, which count 0.

    ``last`` is kept as the organ's own, read from ``last_file``; ``words``: ``own`` or ``fresh``, else what
    the file says, else last year's own where they are known."""
    if last is not None:
        found.take_over(last.model_copy(update={"unit": file.unit}), last_file)
    session = found.start(file.unit, file.year)
    chosen = Words(words) if words else file.words or Words.OWN
    return session, take(session, replace(file, words=chosen if session.last is not None else None))
