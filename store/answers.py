"""The answers of a report."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sections.facts import fact_of, from_json
from sections.form.registry import label_of
from sections.report.values import Value, to_json
from store.errors import StoreError
from store.journal import ANSWERS, SKIPPED, Journal, to_text, to_time
from store.model import Origin, StoredAnswer


class Answers(Journal):
    """Keep answers, and which questions were passed over."""

    def answers(self, report_id: int) -> dict[str, StoredAnswer]:
        """Every answer of a report by field or fact id.

        Raises ``DamagedError`` when one cannot be read."""
        rows = self._db.rows(ANSWERS.select, report_id)
        with self._reading("保存的答案"):
            return {field: _kept(field, *columns) for field, *columns in rows}

    def answer(self, report_id: int, field: str) -> Value | None:
        """One answer, None where it was not given: for the list, which need not read them all.

        Raises ``DamagedError`` when it cannot be read."""
        rows = self._db.rows(ANSWERS.select_one, report_id, field)
        with self._reading("保存的答案"):
            return _kept(field, *rows[0]).value if rows else None

    def put(self, report_id: int, values: Mapping[str, Value], origin: Origin, reason: str = "") -> None:
        """Keep answers, all of them or none; on return they are on the disk.

        Raises ``StoreError`` for a value that is not of its field's kind."""
        texts = {field: _checked(field, value) for field, value in values.items()}
        with self._writing(report_id) as now:
            for field, text in texts.items():
                row = {"value": text, "origin": str(origin), "reason": reason, "at": now}
                self._change(ANSWERS, report_id, field, row)

    def remove(self, report_id: int, fields: Iterable[str]) -> None:
        """Take answers away, as if they had not been given."""
        with self._writing(report_id):
            for field in fields:
                self._change(ANSWERS, report_id, field, None)

    def skipped(self, report_id: int) -> frozenset[str]:
        """The questions that were passed over."""
        return frozenset(question for (question,) in self._db.rows(SKIPPED.select, report_id))

    def put_skipped(self, report_id: int, question_id: str, skipped: bool) -> None:
        """Pass a question over, or no longer."""
        with self._writing(report_id):
            self._change(SKIPPED, report_id, question_id, {} if skipped else None)


@lru_cache(maxsize=2048)
def _kept(field: str, value: str, origin: str, reason: str, at: str) -> StoredAnswer:
    """An answer as it was kept; all but one of them are as they were at the last reading."""
    return StoredAnswer(from_json(field, json.loads(value)), Origin(origin), to_time(at), reason)


def _checked(field: str, value: Value) -> str:
    """The stored text of a value, certain to be read back."""
    plain = to_json(value)
    try:
        from_json(field, plain)
    except ValueError as error:
        raise StoreError(f"“{_label(field)}”没有保存：{error}。") from error
    return to_text(plain)


def _label(field: str) -> str:
    fact = fact_of(field)
    return fact.label if fact is not None else label_of(field)
