"""An organ that compares with 上年 gets no sentence that compares with 去年."""

from typing import Any

import pytest

from prompts.narrative.compose import Drafter
from prompts.narrative.narrative import Choices, Words
from sections.report.assemble import with_texts
from tests.support.drafted import made

NOW: dict[str, Any] = {"supervision.trainings": 5, "supervision.checks": 4, "proactive.consultations": 6}
LAST: dict[str, Any] = {"supervision.trainings": 2, "supervision.checks": 3, "proactive.consultations": 2}
OTHER = "全年开展馆藏公开12次，较上年增加3次。"
OURS = "全年开展馆藏公开12次，较去年增加3次。"


def drafted(text: str, words: Words) -> str:
    last = with_texts(made(LAST, year=2024), {"overview.proactive": text})
    drafts = Drafter().draft(made(NOW, last), last, {}, Choices(words))
    return "".join(draft.text for draft in drafts.values())


@pytest.mark.parametrize("words", list(Words))
def test_comparisons_are_in_the_organs_word(words: Words) -> None:
    assert "上年" in drafted(OTHER, words)
    assert "去年" not in drafted(OTHER, words)
    assert "去年" in drafted(OURS, words)


def test_only_comparisons_change() -> None:
    last = with_texts(made(LAST, year=2024), {"overview.proactive": OTHER})
    report = made(NOW | {"overview.focus": ("去年遗留事项", "馆藏整理")}, last)
    drafts = Drafter().draft(report, last, {})
    assert "去年遗留事项" in "".join(draft.text for draft in drafts.values())


def test_a_sentence_of_the_templates_is_known_again_the_year_after() -> None:
    """Whatever word it compared with: it is said anew, not kept as the organ's own."""
    first = with_texts(made(LAST, year=2024), {"overview.proactive": OTHER})
    second = made(NOW, first)
    texts = {key: draft.text for key, draft in Drafter().draft(second, first, {}).items()}
    published = with_texts(second.model_copy(update={"paragraphs": {}}), texts)
    third = made({name: number + 20 for name, number in NOW.items()}, published, published.unit, 2026)
    drafts = Drafter().draft(third, published, {}, Choices(Words.OWN))
    kept = [one.text for draft in drafts.values() for one in draft.sentences if one.last]
    assert not [text for text in kept if "培训" in text or "检查" in text]


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("2024年，县档案局把公开融入档案工作全过程。", "《政府信息公开条例》"),
        ("2024年，县档案局认真执行《条例》，把公开融入档案工作全过程。", "《条例》"),
    ],
)
def test_the_law_has_its_name_where_nothing_says_what_is_meant(lead: str, name: str) -> None:
    opening = "县档案局编制本报告，统计期限为2024年1月1日至2024年12月31日。"
    last = with_texts(made({}, year=2024), {"opening": opening, "overview.lead": lead})
    now = made({"management.within_20_days": True}, last)
    wordings = {"overview.management.in_time": 3}
    draft = Drafter().draft(now, last, wordings, Choices(Words.OWN))["overview.management"]
    assert f"均在{name}规定的20个工作日内" in draft.text
