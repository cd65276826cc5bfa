"""What last year's sentences told of last year stands in this year's draft only by the clerk's word."""

import pytest

from prompts.narrative.compose import Drafter
from prompts.narrative.narrative import Choices, Words
from prompts.narrative.own_words import renewed_sentences
from prompts.narrative.sentence import Choice, Decision, Mark, Sentence
from tests.support.drafted import made
from tests.support.own_words import NOW, last_report, one

OPEN_ONE = {"requests__granted__natural_person": 5, "requests__carried_out__natural_person": 1}


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("本年度共接到政府信息公开申请4件，均严格按照《条例》等有关规定进行办理和答复。", False),
        ("全年受理申请4件，全部由专人负责办结。", False),
        ("全年收到政府信息公开申请4件，一律以书面形式回复申请人。", False),
        ("全年收到政府信息公开申请4件，已办结的均以书面形式答复。", True),
        ("申请到期的均已答复。", True),
    ],
)
def test_all_answered_is_not_said_of_applications_that_are_still_open(text: str, is_so: bool) -> None:
    still_open = one(text, "overview.requests", **OPEN_ONE)
    assert (Mark.CONTRADICTED in still_open.marks) is not is_so
    assert Mark.CONTRADICTED not in one(text, "overview.requests").marks


@pytest.mark.parametrize(
    ("practised", "contradicted"),
    [((), True), (("专人负责",), True), (("台账登记", "专人负责"), False), (None, False)],
)
def test_a_practice_that_was_denied_is_not_told_in_last_years_words(
    practised: tuple[str, ...] | None, contradicted: bool
) -> None:
    now = {} if practised is None else {"requests__handling": practised}
    sentence = one("收到申请后，坚持台账登记。", "overview.requests", **now)
    assert (Mark.CONTRADICTED in sentence.marks) is contradicted


@pytest.mark.parametrize(
    "text",
    [
        "青禾县巧用“板凳会议”推进申请办理，云岭区把会商机制融入办理过程。",
        "市应急管理局建设“平安一点通”服务平台，方便企业查询。",
        "三是市司法局构建公开矩阵，推动公开全覆盖。",
        "对工作突出的青禾县、市公安局等26个单位予以通报表扬。",
        "依申请公开案例获评全省优秀案例。",
    ],
)
def test_a_case_of_last_years_is_marked(text: str) -> None:
    assert Mark.CASE in one(text).marks


@pytest.mark.parametrize(
    "text",
    [
        "县档案局把公开融入档案工作。",
        "示例县坚持公开为常态、不公开为例外。",
        "各县区完善自查机制，全县乡镇同步公开。",
        "加强园区信息公开，完善专区建设，推进社区公开。",
        "县政府办公室负责统筹，有关部门分工落实。",
        "市级部门和县区按照清单公开。",
        "如有疑问，请与示例县档案局联系。",
        "档案馆发布目录12期，公开县政府常务会议纪要摘编。",
        "疑难件由县司法局、县档案局共同研究。",
        "整理家谱，为全县修志提供材料。",
    ],
)
def test_what_the_organ_does_every_year_is_no_case(text: str) -> None:
    assert Mark.CASE not in one(text).marks


POINTS = (
    "一是做强公报。首次编印公报特刊，免费赠阅。发挥公报作用，扩大读者范围。二是加强管理。按清单更新公开目录。"
)


def drafted(choices: Choices, text: str) -> tuple[str, dict[str, Sentence]]:
    last = last_report({"overview.proactive": text})
    paragraph = Drafter().draft(made(NOW, last), last, {}, choices)["overview.proactive"]
    return paragraph.text, {found.last: found for found in paragraph.left_out}


@pytest.mark.parametrize("words", Words)
def test_a_point_whose_first_sentence_is_held_back_is_held_back_as_a_whole(words: Words) -> None:
    text, left = drafted(Choices(words), POINTS)
    assert "公报" not in text
    assert left["一是做强公报。"].marks == (Mark.LEAD,)
    assert left["发挥公报作用，扩大读者范围。"].marks == (Mark.LEAD,)
    assert ("加强管理。按清单更新公开目录。" in text) is (words is Words.OWN)


def test_a_point_stands_again_once_its_first_sentence_is_decided_on() -> None:
    last = last_report({"overview.proactive": POINTS})
    sentences = renewed_sentences(last, made(NOW, last))["overview.proactive"]
    novelty = next(found for found in sentences if "首次" in found.text)
    kept = {novelty.id: Decision(Choice.TEXT, "全年编印公报，免费赠阅。")}
    text, _ = drafted(Choices(Words.OWN, kept), POINTS)
    assert "一是做强公报。全年编印公报，免费赠阅。发挥公报作用，扩大读者范围。二是加强管理。" in text


@pytest.mark.parametrize("lead", ["", "对照目录逐月梳理。"])
def test_a_generated_sentence_stands_not_right_before_the_first_point(lead: str) -> None:
    points = "一是加强管理。按清单更新公开目录。二是做好解读。请业务人员讲政策。"
    text, _ = drafted(Choices(Words.OWN), lead + points)
    assert text.startswith(lead + points)
    assert "150条" in text


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("采取文字解读、图片解读等方式说明政策。", "采取文字解读、图片解读、视频解读等方式说明政策。"),
        ("政策解读以文字和图片为主。", "政策解读以文字、视频和图片为主。"),
        ("解读材料分文字、图解、短视频发布。", "解读材料分文字、图解、短视频发布。"),
        ("展厅用图片、文字介绍馆藏。", "展厅用图片、文字介绍馆藏。"),
    ],
)
def test_a_list_of_forms_has_each_form_that_is_counted_this_year(text: str, now: str) -> None:
    counted = {"proactive__interpretations_image": 3, "proactive__interpretations_video": 2}
    assert one(text, **counted).text == now


def test_a_form_that_was_given_up_is_not_listed_unseen() -> None:
    given_up = one("采取文字解读、图片解读等方式说明政策。", proactive__interpretations_image=0)
    assert Mark.CONTRADICTED in given_up.marks


def test_a_number_behind_a_form_that_was_added_is_still_known() -> None:
    text = "采取文字解读、图片解读等方式，全年主动公开政府信息120条。"
    more = one(text, proactive__interpretations_video=2)
    assert more.text == "采取文字解读、图片解读、视频解读等方式，全年主动公开政府信息150条。"
    assert not more.marks
    (slot,) = (slot for slot in more.slots if slot.path == "proactive.published_total")
    assert more.text[slot.start : slot.end] == "150"


def management_of(text: str, **now: int) -> str:
    last = last_report({"overview.management": text})
    report = made(NOW | {name.replace("__", "."): value for name, value in now.items()}, last)
    return Drafter().draft(report, last, {}, Choices(Words.OWN))["overview.management"].text


def test_nothing_stands_between_an_aim_and_the_deed_behind_it() -> None:
    text = "优化目录设置。把馆藏目录按年代重排，整理馆藏老照片{}组。"
    told = management_of(text.format(15), management__cleaned_documents=12)
    assert text.format(18) in told
    assert "12件" in told


def test_an_aim_whose_deed_is_left_out_goes_with_it() -> None:
    text = "优化目录设置。首次把馆藏目录按年代重排，供人检索。查阅大厅每天有人值守，随到随办。"
    made_of = management_of(text)
    assert "优化目录设置" not in made_of
    assert "查阅大厅每天有人值守，随到随办。" in made_of
