"""Cases of NB903: 单元格无法确认."""

from sections.report.parts import Unread
from sections.rules.base import Severity
from tests.support.form import TABLES, table_fields
from tests.support.rule_case import Case, unread
from tests.support.sound_report import Spoilt


def _lost(fields: tuple[str, ...]) -> Spoilt:
    places = tuple(Unread(where=field, raw="", reason="没有找到") for field in fields)
    return Spoilt(cells=dict.fromkeys(fields), changes={"unread": places})


def _lost_row(row: str) -> Spoilt:
    return _lost(tuple(field for field in table_fields() if field.startswith(f"{row}.")))


def _lost_table(section: str) -> Spoilt:
    return _lost(TABLES[section].paths)


CASES = (
    Case(
        "NB903",
        True,
        unread("requests.partial.research", "O", requests__partial__research=None),
        says="填的是字母O，不是阿拉伯数字0",
        where="requests.partial.research",
    ),
    Case("NB903", True, unread("disputes.reconsideration.corrected", "〇"), says="汉字〇"),
    Case("NB903", True, unread("proactive.licences", "见附件", proactive__licences=None), says="“见附件”"),
    Case("NB903", True, unread("overview", "（此处是图片）"), severity=Severity.WARNING),
    Case(
        "NB903",
        True,
        _lost_row("requests.granted"),
        says="“（一）予以公开”这一行的7格没有读出（没有找到），请对照原文核对。",
        where="requests.granted.natural_person",
    ),
    Case("NB903", False, _lost_table("disputes")),
    Case("NB903", False, unread("proactive.licences", "11.8", proactive__licences=None)),
)
