"""Whose report it is and when it is due, by name and kind; and that all who say it agree."""

import datetime as dt
from pathlib import Path

import pytest

from sections.facts import ORGAN_KINDS
from sections.organs import Deadline, Organ, organ_of
from sections.report.parts import Profile, Signature
from sections.report.report import Report
from sections.rules.base import Context
from sections.rules.disclosure.nb106_signature import SignatureDate
from sections.rules.disclosure.nb112_government_matters import GovernmentMatters

SOURCES = Path(__file__).parents[2]

TABLE = [
    # name, kind, a government's own report, may count a whole area
    ("示例县人民政府", "", True, True),
    ("示例县人民政府", "人民政府", True, True),
    ("宿迁市", "", True, True),
    ("张湾镇", "", True, True),
    ("张湾镇人民政府", "", True, True),
    ("云山县政府", "", True, True),
    ("示例省", "", True, True),
    ("示例市青禾区", "", True, True),
    ("示例自治县", "", True, True),
    ("示例自治州", "", True, True),
    ("示例右旗", "", True, True),
    ("示例民族乡", "", True, True),
    ("市司法局", "", False, False),
    ("市司法局", "政府部门", False, False),
    ("宿迁市司法局", "", False, False),
    ("县政府办公室", "", False, True),
    ("县政府办公室", "政府部门", False, True),
    ("县政府办公室", "人民政府", True, True),
    ("示例县人民政府办公室", "", False, True),
    ("示例县人民政府办公室", "人民政府", True, True),
    ("示例省人民政府办公厅", "", False, True),
    ("城关街道办事处", "", False, True),
    ("城关街道办事处", "派出机构", False, True),
    ("示例经济技术开发区管委会", "", False, False),
    ("示例经济技术开发区", "", False, True),
    ("示例高新区管委会", "派出机构", False, False),
    ("示例工业园区", "", False, True),
    ("幸福社区", "", False, True),
    ("示例县疾控中心", "其他", False, False),
    ("", "", False, False),
]


@pytest.mark.parametrize(("name", "kind", "government", "area"), TABLE)
def test_name_and_kind_decide(name: str, kind: str, government: bool, area: bool) -> None:
    organ = Organ(name, kind)
    assert kind in {"", *ORGAN_KINDS}
    assert (organ.is_government, organ.covers_area) == (government, area)
    day, paragraph = (dt.date(2026, 3, 31), "二") if government else (dt.date(2026, 1, 31), "一")
    assert organ.deadline(2025) == Deadline(day, f"《政府信息公开条例》第四十九条第{paragraph}款")


@pytest.mark.parametrize(("name", "kind", "government", "_"), TABLE)
def test_the_rules_say_the_same(name: str, kind: str, government: bool, _: bool) -> None:
    report = Report(
        unit=name,
        year=2025,
        profile=Profile(name=name, kind=kind),
        signature=Signature(organ=name, date=dt.date(2026, 3, 1)),
    )
    assert organ_of(report) == Organ(name, kind)
    late = [finding.message for finding in SignatureDate().check(Context(report))]
    assert late == ([] if government else ["落款日期是2026年3月1日，晚于法定公布期限2026年1月31日，请核对。"])
    assert bool(list(GovernmentMatters().check(Context(report)))) is government


def test_nothing_else_knows_the_day() -> None:
    """A second place would in time say another day for the same organ."""
    texts = {"questions.py", "nb106_signature.py"}
    found = [
        path.relative_to(SOURCES)
        for room in ("app", "prompts", "sections", "store")
        for path in (SOURCES / room).rglob("*.py")
        if path.name not in texts
        and any(words in path.read_text("utf-8") for words in ("3月31日", 'endswith("人民政府")', "3, 31"))
    ]
    assert found == [Path("sections/organs.py")], "the day is asked of sections.organs.Organ.deadline"
