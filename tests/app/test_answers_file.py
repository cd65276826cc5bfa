"""Answers as a file: what is dumped can be loaded, and a wrong file is refused with every reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.session.answers_file import AnswersError, dump, load, take
from app.session.library import Library
from sections.report.values import Quantity

GOOD: dict[str, Any] = {
    "unit": "示例县水务局",
    "year": 2025,
    "answers": {
        "proactive.published_total": 742,
        "platform.visits": {"value": 140000, "words": "14万余"},
        "requests.new.natural_person": 2,
        "proactive.fees": "3.50",
        "profile.kind": "政府部门",
    },
    "texts": {"overview.lead": "全年工作平稳有序。"},
}


def written(folder: Path, content: Any) -> Path:
    path = folder / "answers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False))
    return path


def test_what_is_dumped_loads_again(library: Library, tmp_path: Path) -> None:
    with library.start("示例县水务局", 2025) as session:
        blank = take(session, load(written(tmp_path, GOOD)))
        assert blank > 100
        first = dump(session)
    again = load(written(tmp_path, first))
    assert again.answers["platform.visits"] == Quantity(140000, "14万余")
    assert again.texts == GOOD["texts"]
    with library.start("另一个局", 2025) as other:
        assert take(other, again) == 0
        assert dump(other)["answers"] == first["answers"]


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        ("", ["不是有效的 JSON"]),
        ("[" * 100000, ["不是有效的 JSON"]),
        ("[1]", ["最外层应为一个对象"]),
        ({"unit": "某局", "answers": {}}, ["没有写明年份"]),
        ({"unit": "某局", "year": "二五"}, ["年份“二五”不对"]),
        ({"year": 2025}, ["没有写明单位"]),
        (
            GOOD | {"answers": {"proactive.published_total": "很多"}},
            ["proactive.published_total", "应为整数"],
        ),
        (GOOD | {"answers": {"no.such.thing": 1}}, ["没有“no.such.thing”这一项"]),
        (GOOD | {"answers": {"requests.new.total": 1}}, ["自动计算"]),
        (GOOD | {"answers": {"proactive.fees": 3.5}}, ["带引号的数字"]),
        (GOOD | {"answers": {"requests.new.other": 10**30}}, ["过大"]),
        (GOOD | {"answers": {"signature.wanted": "是"}}, ["true 或 false"]),
        (GOOD | {"answers": {"a": 1}, "year": None}, ["年份", "没有“a”这一项"]),
        (GOOD | {"extra": 1}, ["不认识extra"]),
        (GOOD | {"texts": {"nowhere": "字"}}, ["没有“nowhere”这一段"]),
    ],
)
def test_a_wrong_file_is_refused_with_every_reason(tmp_path: Path, content: Any, reasons: list[str]) -> None:
    with pytest.raises(AnswersError) as raised:
        load(written(tmp_path, content))
    for reason in reasons:
        assert reason in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match="读不到"):
        load(tmp_path / "none.json")
