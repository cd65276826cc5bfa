"""A row whose columns only its order tells is in doubt where the sums of the columns say another order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from tests.support import made, variations, writers

ROW = tuple(f"requests.partial.{column}" for column in ("natural_person", "enterprise", "research", "other"))
OTHER_ORDERS = {
    "exchanged": (ROW[1], ROW[0]),
    "moved on": (ROW[1], ROW[2], ROW[0]),
    "moved back": (ROW[2], ROW[0], ROW[1]),
}


@pytest.mark.parametrize("write", [writers.bars_alone, writers.bare], ids=["bars", "a cell a line"])
@pytest.mark.parametrize("order", OTHER_ORDERS.values(), ids=OTHER_ORDERS.keys())
def test_a_row_in_another_order_than_its_columns_is_in_doubt(
    order: tuple[str, ...], write: Callable[[variations.Parts], bytes], tmp_path: Path
) -> None:
    texts = made.summed(made.numbers())
    printed = texts | {to: texts[of] for to, of in zip(ROW, order, strict=False)}
    path = tmp_path / "年报.txt"
    path.write_bytes(write(variations.report(printed)))
    report = read_report(path)
    row = {path for path in texts if path.startswith("requests.partial.")}
    assert {path for path in texts if report.number(path) is None} == row
    assert report.unreadable >= row
    assert {path: str(report.cells[path]) for path in texts.keys() - row} == {
        path: text for path, text in texts.items() if path not in row
    }


@pytest.mark.parametrize("write", [writers.bars_alone, writers.bare], ids=["bars", "a cell a line"])
def test_a_sum_of_a_column_that_was_published_wrong_puts_no_row_in_doubt(
    write: Callable[[variations.Parts], bytes], tmp_path: Path
) -> None:
    texts = made.summed(made.numbers())
    texts["requests.total.enterprise"] = str(int(texts["requests.total.enterprise"]) + 1000)
    path = tmp_path / "年报.txt"
    path.write_bytes(write(variations.report(texts)))
    report = read_report(path)
    in_doubt = {path for path in texts if report.number(path) is None}
    assert all(path.startswith("requests.total.") for path in in_doubt)
