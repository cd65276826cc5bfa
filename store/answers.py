"""The answers of a report."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from sections.facts import fact_of, from_json
from sections.form.registry import label_of
from sections.report.values import Value, to_json
from store.errors import StoreError
from store.journal import ANSWERS, NOT_UNDERSTOOD, SKIPPED, Journal, to_text, to_time
from store.model import Origin, StoredAnswer

_NAMED: Final = ":"
"""Between an origin and the name of who gave the answer."""


class Answers(Journal):
    """Keep answers, and which questions were passed over."""

    def answers(self, report_id: int) -> dict[str, StoredAnswer]:
        """Every answer of a report, that can be read, by field or fact id; ``damage`` names the others."""
        answers: dict[str, StoredAnswer] = {}
        unreadable: list[str] = []
        for field, *columns in self._db.surviving(ANSWERS.select, report_id):
            try:
                answers[_sound(field)] = read_answer(field, *columns)
            except NOT_UNDERSTOOD:
                unreadable.append(_label(field))
        self._unreadable[report_id, ANSWERS.name] = tuple(unreadable)
        return answers

    def answer(self, report_id: int, field: str) -> Value | None:
        """One answer, None where it was not given: for the list, which need not read them all.

        Raises ``DamagedError`` when it cannot be read."""
        rows = self._db.rows(ANSWERS.select_one, report_id, field)
        with self._reading("保存的答案"):
            return read_answer(field, *rows[0]).value if rows else None

    def put(
        self,
        report_id: int,
        values: Mapping[str, Value],
        origin: Origin,
        reason: str = "",
        by: str = "",
    ) -> None:
        """Keep answers, all of them or none; on return they are on the disk. ``by`` is who gave them, or the
        file they were read from.

        Raises ``StoreError`` for a value that is not of its field's kind."""
        texts = {field: _checked(field, value) for field, value in values.items()}
        with self._writing(report_id) as now:
            for field, text in texts.items():
                row = {"value": text, "origin": _with_name(origin, by), "reason": reason, "at": now}
                self._change(ANSWERS, report_id, field, row)

    def remove(self, report_id: int, fields: Iterable[str]) -> None:
        """Take answers away, as if they had not been given."""
        with self._writing(report_id):
            for field in fields:
                self._change(ANSWERS, report_id, field, None)

    def skipped(self, report_id: int) -> frozenset[str]:
        """The questions that were passed over."""
        rows = self._db.surviving(SKIPPED.select, report_id)
        return frozenset(question for (question,) in rows if isinstance(question, str))

    def put_skipped(self, report_id: int, question_id: str, skipped: bool) -> None:
        """Pass a question over, or no longer."""
        with self._writing(report_id):
            self._change(SKIPPED, report_id, question_id, {} if skipped else None)


def _sound(text: object) -> str:
    """A text as it was stored. Raises ``ValueError`` for what is none."""
    if not isinstance(text, str):
        raise TypeError(text)
    text.encode()
    return text


@lru_cache(maxsize=2048)
def read_answer(field: str, value: str, origin: str, reason: str, at: str) -> StoredAnswer:
    """An answer as it was kept; all but one of them are as they were at the last reading."""
    kind, _, by = _sound(origin).partition(_NAMED)
    return StoredAnswer(
        from_json(field, json.loads(_sound(value))), Origin(kind), to_time(at), _sound(reason), by
    )


def _with_name(origin: Origin, by: str) -> str:
    """An origin as it is kept: ``collected:张三``."""
    return f"{origin}{_NAMED}{by}" if by else str(origin)


def _checked(field: str, value: Value) -> str:
    """The stored text of a value, certain to be read back."""
    plain = to_json(value)
    try:
        from_json(field, plain)
    except ValueError as error:
        raise StoreError(f"“{_label(field)}”没有保存：{error}。") from error
    return to_text(plain)


def _label(field: str) -> str:
    try:
        fact = fact_of(_sound(field))
        return fact.label if fact is not None else label_of(field)
    except NOT_UNDERSTOOD:
        return repr(field)
