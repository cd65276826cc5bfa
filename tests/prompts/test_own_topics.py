"""Topics of the organ's own, （六）…: kept with their headings, and left out only with all they hold."""

import pytest

from app.documents.outline import parts
from prompts.narrative.compose import Draft, Drafter
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.own_topics import text_of_own_topics
from prompts.narrative.own_words import renewed_sentences
from prompts.narrative.sentence import Choice, Decision
from sections.form.elements import OWN_TOPICS
from sections.report.assemble import with_texts
from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from tests.support.drafted import made

PRINTED = """2024年，县水务局认真执行《条例》。
（一）主动公开。全年主动公开政府信息699条。
（五）监督保障
开展检查4次。
（六）基层水务公开
公布水质检测报告48期。在村级公示栏张贴供水价格和维修电话。
（七）数据开放。逐步开放水情数据，方便企业使用。"""


def last_report() -> Report:
    report = made({}, None, year=2024)
    topics = {"proactive": "全年主动公开政府信息699条。", "supervision": "开展检查4次。"}
    paragraphs = {f"overview.{name}": text for name, text in topics.items()}
    overview = type(report.overview)(text=PRINTED, lead=PRINTED.partition("\n")[0], topics=topics)
    return report.model_copy(update={"overview": overview, "paragraphs": paragraphs, "facts": {}})


def drafted(choices: Choices) -> Draft:
    now = {"platform.items": (LocalItem("水质检测报告", Quantity(52), "期"),)}
    return Drafter().draft(made(now, last_report()), last_report(), {}, choices)[OWN_TOPICS]


def test_they_are_read_from_the_text_as_it_was_printed() -> None:
    assert text_of_own_topics(last_report()).split("\n") == [
        "（六）基层水务公开",
        "公布水质检测报告48期。在村级公示栏张贴供水价格和维修电话。",
        "（七）数据开放",
        "逐步开放水情数据，方便企业使用。",
    ]


def test_they_are_kept_with_their_headings_and_todays_numbers() -> None:
    assert drafted(Choices(Words.OWN)).text == (
        "（六）基层水务公开\n公布水质检测报告52期。在村级公示栏张贴供水价格和维修电话。"
        "\n（七）数据开放\n逐步开放水情数据，方便企业使用。"
    )


def test_a_heading_goes_with_all_that_it_holds_and_the_next_takes_its_number() -> None:
    last = last_report()
    ids = {one.last: one.id for one in renewed_sentences(last, made({}, last))[OWN_TOPICS]}
    dropped = ("公布水质检测报告48期。", "在村级公示栏张贴供水价格和维修电话。")
    choices = Choices(Words.OWN, {ids[text]: Decision(Choice.DROP) for text in dropped})
    draft = drafted(choices)
    assert draft.text == "（六）数据开放\n逐步开放水情数据，方便企业使用。"
    assert {one.last for one in draft.left_out} == {*dropped, "（六）基层水务公开"}


@pytest.mark.parametrize("text", [PRINTED, PRINTED.replace("（六）", "(六)")])
def test_a_kept_sentence_brings_its_heading(text: str) -> None:
    last = last_report()
    overview = last.overview.model_copy(update={"text": text})
    last = last.model_copy(update={"overview": overview})
    ids = {one.last: one.id for one in renewed_sentences(last, made({}, last))[OWN_TOPICS]}
    kept = Choices(Words.FRESH, {ids["逐步开放水情数据，方便企业使用。"]: Decision(Choice.KEEP)})
    draft = Drafter().draft(made({}, last), last, {}, kept)[OWN_TOPICS]
    assert draft.text == "（六）数据开放\n逐步开放水情数据，方便企业使用。"


def test_they_are_printed_as_topics_behind_those_of_the_form() -> None:
    report = with_texts(made({}), {OWN_TOPICS: drafted(Choices(Words.OWN)).text, "overview.lead": "总体。"})
    printed = [(part.kind, part.text) for part in parts(report) if part.key == OWN_TOPICS]
    assert [text for kind, text in printed if kind == "topic"] == ["（六）基层水务公开", "（七）数据开放"]
    assert len(printed) == 4
    again = report.model_copy(update={"paragraphs": {}, "overview": report.overview})
    assert text_of_own_topics(again) == report.paragraphs[OWN_TOPICS]
