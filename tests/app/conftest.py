"""A library on a store of its own, at a fixed moment."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.session.library import Library
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from store.database import Store

NOW = dt.datetime(2026, 1, 12, 14, 3, 27)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    with Store.open(now=lambda: NOW) as store:
        yield Library(store, now=lambda: NOW)


@pytest.fixture
def last_year() -> Report:
    """A small organ's report of 2024, as if read from a file."""
    return Report.from_cells(
        {
            "requests.new.enterprise": 1,
            "requests.granted.enterprise": 1,
            "requests.carried_out.natural_person": 2,
            "proactive.normative_documents.in_force": 26,
        },
        unit="示例县水务局",
        year=2024,
        facts={
            "proactive.published_total": Quantity(699),
            "proactive.wechat": Quantity(180),
            "platform.items": (LocalItem("补贴公示", Quantity(15), "项"),),
            "profile.address": "示例县清水路3号",
        },
        problems={"items": [{"problem": "培训力度不够", "measure": "多办培训"}]},
    )
