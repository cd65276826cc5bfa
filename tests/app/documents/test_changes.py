"""How the sentences of a report stand to last year's: kept, reworded, moved, new; and which are gone."""

import pytest

from app.documents.write.changes import Comparison, Standing

LAST = (
    ("overview.proactive", "全年公开信息12条，办理申请3件。信息先审后发。"),
    ("overview.supervision", "开展监督检查4次。举办信息公开培训2次，参加培训58人次。"),
)


def stands(*texts: str, key: str = "overview.proactive") -> list[tuple[str, list[str]]]:
    """How each sentence stands to ``LAST``, and its words that differ."""
    lines = [(key, text) for text in texts]
    return [
        (str(one.standing), [lines[one.said.line][1][start:end] for start, end in one.words])
        for one in Comparison(lines, LAST).sentences
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年公开信息12条，办理申请3件。", ("沿用", [])),
        ("全年公开信息15条，办理申请3件。", ("沿用", ["15"])),
        ("全年公开信息12条，办理申请13件。", ("沿用", ["13"])),
        (
            "全年公开信息15条，较去年增加3条，增长25%，办理申请3件。",
            ("沿用", ["15", "，较去年增加3条，增长25%"]),
        ),
        ("全年主动公开信息12条，办理申请3件。", ("改写", ["主动"])),
        ("举办了两场面向村民的开放日。", ("新写", [])),
    ],
)
def test_how_a_sentence_stands_to_last_years(text: str, told: tuple[str, list[str]]) -> None:
    assert stands(text) == [told]


def test_a_sentence_in_other_words_is_known_by_the_fact_it_tells() -> None:
    last = [("overview.management", "开展行政规范性文件清理，涉及文件5件。")]
    now = [("overview.management", "对现有行政规范性文件进行了清理，共清理13件。")]
    assert [one.standing for one in Comparison(now, last).sentences] == [Standing.REWORDED]


def test_a_sentence_that_stands_elsewhere_is_moved_and_the_others_are_not() -> None:
    told = stands("信息先审后发。", "全年公开信息12条，办理申请3件。")
    assert told == [("移位", []), ("沿用", [])]
    lines = [(key, text) for key, text in (LAST[0], ("other.matters", "开展监督检查4次。"))]
    assert [one.standing for one in Comparison(lines, LAST).sentences] == [
        Standing.KEPT,
        Standing.KEPT,
        Standing.MOVED,
    ]


def test_what_is_gone_of_last_year_is_told_and_each_sentence_is_taken_once() -> None:
    lines = [("overview.proactive", "信息先审后发。信息先审后发。")]
    comparison = Comparison(lines, LAST)
    assert {one.standing for one in comparison.sentences} == {Standing.KEPT, Standing.NEW}
    assert [one.text for one in comparison.struck] == [
        "全年公开信息12条，办理申请3件。",
        "开展监督检查4次。",
        "举办信息公开培训2次，参加培训58人次。",
    ]
