"""Numbers that change under a paragraph a person edited."""

import pytest

from app.session.stale_numbers import accept, stale

CASES = [
    # the draft that was edited, today's draft, the edited text, the pairs offered, the text after accepting
    ("公开信息699条。", "公开信息699条。", "我局公开信息699条。", (), "我局公开信息699条。"),
    (
        "公开信息699条。",
        "公开信息742条。",
        "我局公开信息699条！",
        (("699条", "742条"),),
        "我局公开信息742条！",
    ),
    (
        "公开69条，其中微信9条。",
        "公开71条，其中微信11条。",
        "公开69条，微信占9条。",
        (("69条", "71条"), ("9条", "11条")),
        "公开71条，微信占11条。",
    ),
    (
        "公开69条，较去年增加9条，增长15%。",
        "公开50条，较去年减少10条，下降16.7%。",
        "公开69条，较去年增加9条，增长15%，成效明显。",
        (("69条", "50条"), ("较去年增加9条，增长15%", "较去年减少10条，下降16.7%")),
        "公开50条，较去年减少10条，下降16.7%，成效明显。",
    ),
    ("公开69条。", "公开71条。", "公开了不少信息。", (), "公开了不少信息。"),
    ("受理2件。", "受理3件。", "受理2件，编号12号。", (("2件", "3件"),), "受理3件，编号12号。"),
    ("受理2件。", "受理3件。", "受理12件。", (), "受理12件。"),
]


@pytest.mark.parametrize(("basis", "drafted", "text", "pairs", "after"), CASES)
def test_changed_numbers_are_offered_and_put_in_place(basis, drafted, text, pairs, after) -> None:
    assert stale(basis, drafted, text) == pairs
    assert accept(text, pairs) == after


@pytest.mark.parametrize(
    ("basis", "drafted", "text", "after"),
    [
        (
            "全年主动公开政府信息12条。答复公众留言咨询12件。",
            "全年主动公开政府信息15条。答复公众留言咨询12件。",
            "答复公众留言咨询12件，走访12户。我局全年主动公开政府信息12条。",
            "答复公众留言咨询12件，走访12户。我局全年主动公开政府信息15条。",
        ),
        (
            "召开新闻发布会3次。",
            "召开新闻发布会4次。",
            "开展监督检查3次，效果很好。",
            "开展监督检查3次，效果很好。",
        ),
        (
            "全年主动公开政府信息699条。",
            "全年主动公开政府信息745条。",
            "全年主动公开政府信息约699条。",
            "全年主动公开政府信息745条。",
        ),
    ],
)
def test_a_changed_answer_changes_its_place_and_no_other(
    basis: str, drafted: str, text: str, after: str
) -> None:
    assert accept(text, stale(basis, drafted, text), basis) == after


def test_two_numbers_that_change_places_do_not_run_into_each_other() -> None:
    pairs = (("5篇", "8篇"), ("8篇", "5篇"))
    assert accept("文字5篇，图片8篇。", pairs) == "文字8篇，图片5篇。"
