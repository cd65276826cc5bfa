"""What is answered alike every year stands on the page of unchanged details; merits and counts do not."""

from app.session.library import Library
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
