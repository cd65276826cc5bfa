"""What is said of one answer as it is typed, and what was meant by half a day; no session."""

import re
from typing import Final

from prompts.interview import QuestionInstance
from prompts.narrative.wording import change
from sections.language.numerals import normalise
from sections.report.values import Kind, Quantity, Value
from sections.rules.disclosure.nb108_contact_form import contact_faults

_DAY: Final = re.compile(r"[0-9０-９]{1,2}[月./．／—–-][0-9０-９]{1,2}[日号]?")
_CONTACTS: Final = {"profile.telephone": "电话", "profile.email": "邮箱", "profile.postcode": "邮编"}
"""What a way of contact is called in the report, by its question."""


def in_full(instance: QuestionInstance, text: str, year: int) -> str:
    """A day that was typed without its year, 「1月20日」: of ``year``, that of publication."""
    if instance.question.kind is not Kind.DATE or _DAY.fullmatch(text.strip()) is None:
        return text
    month, day = re.findall("[0-9]+", normalise(text))
    return f"{year}年{month}月{day}日"


def moved(value: Value, last: Value | None, unit: str) -> str:
    """The change of a count; empty for what is none."""
    return change(value, last, unit) if isinstance(value, Quantity) and isinstance(last, Quantity) else ""


def ill_formed(instance: QuestionInstance, value: Value) -> str:
    """What a check of the report will say of a way of contact; empty for others."""
    name = _CONTACTS.get(instance.id)
    if name is None or not isinstance(value, str) or not value:
        return ""
    return next((words.rstrip("。") for words, _ in contact_faults(f"{name}：{value}")), "")
