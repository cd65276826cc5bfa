"""What is answered alike every year stands on the page of unchanged details; merits and counts do not."""

from app.session.library import Library
from prompts.narrative.narrative import Words
from prompts.narrative.sentence import Choice
from sections.report.report import Report
from sections.report.values import Quantity, Value

USUAL: dict[str, Value] = {
    "requests.on_time": True,
    "management.secrecy_review": True,
    "supervision.assessment": "",
    "other.fee_notices": Quantity(0),
}


def offered(library: Library, last: Report) -> dict[str, str]:
    library.take_over(last)
    with library.start("示例县水务局", 2025) as session:
        return {one.question: one.value for one in session.unchanged.details() if not one.skipped}


def test_what_was_answered_as_usual_is_offered_again(library: Library, last_year: Report) -> None:
    found = offered(library, last_year.model_copy(update={"facts": last_year.facts | USUAL}))
    assert {name: found.get(name) for name in USUAL if name != "requests.on_time"} == {
        "management.secrecy_review": "是",
        "supervision.assessment": "无",
        "other.fee_notices": "0 件",
    }


def test_a_merit_a_count_and_a_no_are_asked(library: Library, last_year: Report) -> None:
    facts: dict[str, Value] = {
        "supervision.assessment": "考核结果为优秀",
        "other.fee_notices": Quantity(2),
        "management.secrecy_review": False,
        "supervision.trainings": Quantity(2),
    }
    found = offered(library, last_year.model_copy(update={"facts": last_year.facts | facts}))
    assert not facts.keys() & found.keys()


def with_text(last: Report, text: str) -> Report:
    overview = last.overview.model_copy(update={"text": text})
    return last.model_copy(update={"overview": overview, "paragraphs": {}})


def test_what_a_sentence_of_last_years_says_is_offered(library: Library, last_year: Report) -> None:
    told = "文件公开前都经过保密审查。文件在20个工作日内公开。"
    found = offered(library, with_text(last_year, told))
    assert (found["management.secrecy_review"], found["management.within_20_days"]) == ("是", "是")


def test_what_a_sentence_denies_is_asked(library: Library, last_year: Report) -> None:
    found = offered(library, with_text(last_year, "个别文件没有经过保密审查，未在20个工作日内公开。"))
    assert not {"management.secrecy_review", "management.within_20_days"} & found.keys()


def test_a_struck_clause_is_found_until_it_is_decided(library: Library, last_year: Report) -> None:
    words = (
        "县水务局认真做好公开工作，深入学习贯彻党的二十届三中全会精神，主动公开各类文件，及时回应群众关切。"
    )
    overview = last_year.overview.model_copy(update={"lead": words, "text": words})
    library.take_over(
        last_year.model_copy(update={"overview": overview, "paragraphs": {"overview.lead": words}})
    )
    with library.start("示例县水务局", 2025) as session:
        session.sentences.use(Words.OWN)
        found = [finding for finding in session.findings if finding.code == "NB978"]
        assert ["二十届三中全会精神" in finding.message for finding in found] == [True]
        kept = next(view for view in session.sentences.all() if "主动公开各类文件" in view.text)
        assert session.sentences.decide(kept.id, Choice.KEEP).accepted
        assert not [finding for finding in session.findings if finding.code == "NB978"]
