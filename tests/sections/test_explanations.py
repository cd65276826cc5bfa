"""Every row and column that a clerk fills in is explained in the law's terms."""

import re

import pytest

from sections.form.disclosure_2021 import FORM
from sections.form.explanations import column_explanation, row_explanation

PATHS = [path for table in FORM.tables.values() for path in table.paths]


@pytest.mark.parametrize("path", PATHS)
def test_a_cell_has_its_row_and_its_column_explained(path: str) -> None:
    for explanation in (row_explanation(path), column_explanation(path)):
        assert explanation is not None
        assert explanation.words.endswith("。")


def test_all_twenty_five_rows_of_part_three_differ_and_name_their_provision() -> None:
    rows = {path.split(".")[1]: row_explanation(path) for path in FORM.tables["requests"].paths}
    assert len(rows) == 25
    assert len({row.words for row in rows.values()}) == 25
    assert all(re.match("第.+条|格式文件", row.basis) for row in rows.values())


def test_an_unknown_row_has_no_explanation() -> None:
    assert row_explanation("requests.nothing.natural_person") is None
    assert column_explanation("requests.new.nothing") is None
