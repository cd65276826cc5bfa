"""The sentences of a report in the session: whose words, decisions, undo, the answers file, the list."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.exit_codes import ExitCode
from app.session.answers_file import AnswersError, dump, load, take
from app.session.library import Library
from app.session.session import Session
from prompts.narrative.narrative import Words
from prompts.narrative.sentence import Choice
from sections.report.assemble import with_texts
from sections.report.figures import find_figures
from sections.report.report import Report

TEXTS = {
    "overview.lead": "2024年，县水务局认真执行《条例》，把公开融入治水管水全过程。",
    "overview.proactive": "全年主动公开政府信息699条，做到月月有更新。首次开设“河湖讲堂”专栏，反响良好。",
    "overview.platform": "“示例水务”微信公众号发布信息180条。完善补贴公示15项，较去年新增8项。",
}
SAMPLES = Path(__file__).parents[2] / "app" / "samples"


@pytest.fixture
def last(last_year: Report) -> Report:
    figures = tuple(find_figures(TEXTS))
    return with_texts(last_year, TEXTS).model_copy(update={"figures": figures, "facts": {}})


@pytest.fixture
def session(library: Library, last: Report) -> Session:
    library.take_over(last)
    session = library.start("示例县水务局", 2025)
    answer(session, "proactive.published_total", "745")
    return session


def answer(session: Session, question: str, text: str) -> None:
    session.conversation.go(question)
    assert session.conversation.answer(text).accepted


def text_of(session: Session, key: str) -> str:
    return session.narrative.paragraphs()[key].text


def id_of(session: Session, words: str) -> str:
    return next(one.id for one in session.sentences.all() if words in one.text)


def test_nothing_of_last_years_text_is_taken_over_unseen(session: Session) -> None:
    assert {one.origin for one in session.sentences.all() if one.stands} == {"template"}
    left = [one for one in session.sentences.all() if not one.stands]
    assert {one.last for one in left} >= {"全年主动公开政府信息699条，做到月月有更新。"}


def test_one_key_keeps_all_that_nothing_speaks_against(session: Session) -> None:
    assert session.sentences.keep_unmarked().accepted
    text = text_of(session, "overview.proactive")
    assert "全年主动公开政府信息745条，做到月月有更新。" in text
    assert text.count("745条") == 1
    assert "首次" not in text
    marked = next(one for one in session.sentences.all() if "首次" in one.text)
    assert [mark.code for mark in marked.marks] == ["novelty"]
    assert not session.sentences.keep_unmarked().accepted


def test_a_decision_is_kept_and_taken_back(session: Session, library: Library) -> None:
    before = text_of(session, "overview.proactive")
    sentence = id_of(session, "首次")
    assert session.sentences.decide(sentence, Choice.TEXT, "“河湖讲堂”专栏办了6期。").accepted
    assert "办了6期" in text_of(session, "overview.proactive")
    assert session.conversation.undo()
    assert text_of(session, "overview.proactive") == before
    assert session.sentences.decide(sentence, Choice.KEEP).accepted
    session.close()
    again = library.open(session.id)
    assert "首次开设" in text_of(again, "overview.proactive")
    assert not again.sentences.decide(sentence, Choice.TEXT, " ").accepted
    assert not again.sentences.decide("nosuch", Choice.KEEP).accepted


def test_an_indicator_is_asked_by_itself_in_its_topic_and_comes_into_its_sentence(session: Session) -> None:
    (asked,) = (one for one in session.conversation.asked() if one.question.repeat == "last.indicators")
    assert asked.question.topic == "platform"
    view = session.conversation.view(asked)
    assert (view.last, view.default, view.unit) == ("15 项", "", "项")
    assert "补贴公示" in view.text
    assert "较去年新增8项" in view.help
    answer(session, asked.id, "18项")
    session.sentences.use(Words.OWN)
    assert "完善补贴公示18项，较去年新增3项。" in text_of(session, "overview.platform")


def test_an_answer_after_an_edit_is_found_missing_and_put_in(session: Session) -> None:
    session.narrative.edit("overview.supervision", "落实责任，加强管理。")
    answer(session, "supervision.trainings", "2")
    (finding,) = (one for one in session.findings if one.code == "NB946")
    assert finding.where == "overview.supervision"
    assert session.narrative.add_unsaid("supervision.trainings").accepted
    text = text_of(session, "overview.supervision")
    assert text.startswith("落实责任，加强管理。")
    assert "培训2次" in text
    assert all(one.code != "NB946" for one in session.findings)
    assert not session.narrative.add_unsaid("supervision.trainings").accepted


def test_the_answers_file_carries_words_and_decisions(session: Session, tmp_path: Path) -> None:
    sentence = id_of(session, "首次")
    session.sentences.use(Words.OWN)
    session.sentences.decide(sentence, Choice.TEXT, "“河湖讲堂”专栏办了6期。")
    dumped = dump(session)
    assert dumped["words"] == "own"
    assert dumped["sentences"] == {sentence: {"text": "“河湖讲堂”专栏办了6期。"}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(dumped, ensure_ascii=False), encoding="utf-8")
    file = load(path)
    before = text_of(session, "overview.proactive")
    session.sentences.use(Words.FRESH)
    take(session, file)
    assert text_of(session, "overview.proactive") == before
    assert dump(session)["sentences"] == dumped["sentences"]


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ({"words": "mine"}, "words 应为 own 或 fresh"),
        ({"sentences": {"a": "maybe"}}, '"keep"、"drop"'),
        ({"sentences": []}, "sentences 应为一个对象"),
    ],
)
def test_a_wrong_decision_is_refused(tmp_path: Path, extra: dict[str, Any], said: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"unit": "示例县水务局", "year": 2025} | extra), encoding="utf-8")
    with pytest.raises(AnswersError, match=said):
        load(path)


def test_a_decision_about_a_sentence_that_is_not_there_is_told(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    content = {"unit": "示例县水务局", "year": 2025, "sentences": {"overview.lead.own-0": "keep"}}
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(AnswersError, match="没有“overview"):
        take(session, load(path))


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[ExitCode, str, str]:
    code = ExitCode(main(arguments))
    done = capsys.readouterr()
    return code, done.out, done.err


def test_the_command_lists_them_with_origin_places_and_marks(capsys: pytest.CaptureFixture[str]) -> None:
    files = ["--answers", str(SAMPLES / "answers.json"), "--last-year", str(SAMPLES / "last-year.docx")]
    code, out, _ = run(["sentences", *files, "--json"], capsys)
    assert code is ExitCode.OK
    listed = json.loads(out)
    assert (listed["schema"], listed["words"], listed["missing"]) == ("nianbao/sentences/1", "own", [])
    standing = [one for one in listed["sentences"] if one["stands"]]
    assert {one["origin"] for one in standing} == {"own", "template"}
    for one in listed["sentences"]:
        for place in one["places"]:
            assert one["text"][place["start"] : place["end"]] == place["value"]
    code, out, _ = run(["sentences", *files, "--words", "fresh"], capsys)
    assert "  去年  " not in out
    code, _, err = run(["sentences"], capsys)
    assert code is ExitCode.FAILED
    assert "--answers" in err


def test_what_is_left_out_is_listed_where_it_stood(session: Session) -> None:
    order = ["全年主动公开政府信息699条，做到月月有更新。", "首次开设“河湖讲堂”专栏，反响良好。"]

    def listed() -> list[str]:
        return [one.last for one in session.sentences.all() if one.last in order]

    assert listed() == order
    assert session.sentences.keep_unmarked().accepted
    assert listed() == order
    session.sentences.decide(id_of(session, "月月有更新"), Choice.DROP)
    session.sentences.decide(id_of(session, "河湖讲堂"), Choice.KEEP)
    assert listed() == order


def test_a_kept_opening_that_names_its_contact_gets_no_second_one(
    library: Library, last_year: Report
) -> None:
    opening = "本报告由示例县水务局编制。办公电话：010-12345678，地址：示例县清水路3号。"
    library.take_over(last_year.model_copy(update={"opening": opening}))
    with library.start("示例县水务局", 2025) as session:
        session.conversation.take(
            {"profile.address": "示例县清水路3号", "profile.telephone": "010-12345678"}, {}
        )
        session.sentences.keep_unmarked()
        text = session.narrative.paragraphs()["opening"].text
    assert (text.count("010-12345678"), text.count("清水路3号")) == (1, 1)
