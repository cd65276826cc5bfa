"""A store in a folder of its own, at a fixed moment."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store
from store.model import ReportRecord

NOW = dt.datetime(2026, 1, 12, 14, 3, 27)
UNIT = "示例县水务局"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "nianbao.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def report(store: Store) -> ReportRecord:
    return store.create(UNIT, 2025)
