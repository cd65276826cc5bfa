"""Any text at all: every rule answers, in bounded time, and quotes what is there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sections.report.parts import Other, Overview, Problems
from sections.rules._texts import pieces
from sections.rules.base import Context
from sections.rules.run import check
from tests.support.sound_report import clean, last

PARTS = (
    *"一（）《》“”。，、；%件条\n3的未无均",
    *(
        "二是",
        "（一）",
        "1,2",
        "10.5",
        "万余",
        "其中",
        "较去年",
        "同比",
        "增加",
        "增长",
        "持平",
        "去年",
        "2024年",
        "2025年",
    ),
    *(
        "收到",
        "受理",
        "政府信息公开申请",
        "予以公开",
        "结转",
        "下年度",
        "办结",
        "行政复议",
        "行政诉讼",
        "维持",
        "申请人王某",
    ),
    *("规范性文件", "行政许可", "培训", "专栏", "XX", "截至"),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=120).map("".join)


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_text_is_judged(opening: str, one: str, other: str, before: str, drafting: bool) -> None:
    report = clean(
        title=other,
        opening=opening,
        overview=Overview(text=one),
        problems=Problems(text=other),
        other=Other(text=opening),
    )
    there = {piece.where: piece.text for piece in pieces(report)} | {"title": report.title}
    context = Context(report, last(overview=Overview(text=before)), drafting, answers_known=drafting)
    for finding in check(context):
        assert finding.message.endswith(("。", "）")), finding
        if finding.fix and finding.fix.old:
            assert there[finding.fix.where].count(finding.fix.old) == 1


def test_a_hostile_text_takes_no_longer_than_its_length() -> None:
    for part in (
        "一",
        "\n",
        "（",
        "，",
        "其中",
        "1,2",
        "XX",
        "二是",
        "收到",
        "1件",
        "占1%",
        "3件，占5%；",
        "（1件）",
        "增加2件，",
        "1月",
        "①",
    ):
        text = part * (20_000 // len(part))
        report = clean(overview=Overview(text=text), opening=text)
        assert check(Context(report, last(overview=Overview(text=text))))
