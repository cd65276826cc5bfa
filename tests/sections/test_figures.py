import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sections.report.figure_names import figure_name
from sections.report.figures import find_figures, said_in, statements_in
from sections.report.parts import Figure
from sections.report.values import Quantity
from tests.support.drafted import made


def one(text: str, fact: str, key: str = "overview.proactive") -> Figure:
    return next(figure for figure in find_figures({key: text}) if figure.id == fact)


def test_what_a_letter_box_finished_is_no_outcome_of_applications() -> None:
    text = "馆长信箱来信40件，办结38件。"
    assert "requests.total.total" not in {figure.id for figure in find_figures({"overview.proactive": text})}
    assert one("一年办结38件。", "requests.total.total", "overview.requests").value == 38


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("主动公开政府信息699条。", "proactive.published_total", 699),
        ("共主动公开各类政府信息１，２３４条。", "proactive.published_total", 1234),
        ("主动公开政府信息14万余条。", "proactive.published_total", "14万余"),
        ("主动公开政府信息一千二百余条。", "proactive.published_total", "一千二百余"),
        ("其中，网站公开539条、微信公众号发布203条。", "proactive.website", 539),
        ("其中，网站公开539条、微信公众号发布203条。", "proactive.wechat", 203),
        ("一年来“虚构园林”微信公众号共推出信息286条。", "proactive.wechat", 286),
        (
            "发布政策解读15篇，其中文字解读8篇、视频解读2篇。",
            "proactive.interpretations_video",
            2,
        ),
        ("开展意见征集3次，共收到意见建议17条。", "proactive.opinions", 17),
        ("2025年新收政府信息公开申请4件。", "requests.new.total", 4),
        ("共接到政府信息公开申请1件。", "requests.new.total", 1),
        ("其中予以公开3件，部分公开2件。", "requests.granted.total", 3),
        ("上年结转2件。", "requests.carried_in.total", 2),
        ("结转下年度继续办理6件。", "requests.carried_out.total", 6),
        ("网站设置政府信息公开专栏7个。", "platform.columns", 7),
        ("组织业务培训3次，参训96人次。", "supervision.trainees", 96),
        ("全年举办2期信息公开业务培训班。", "supervision.trainings", 2),
        ("召开5场新闻发布会。", "proactive.press_conferences", 5),
        ("发布12篇政策解读。", "proactive.interpretations", 12),
        ("开展4次民意征集，收到31条群众意见。", "proactive.opinions", 31),
        ("收到公民提出的政府信息公开申请8件。", "requests.new.total", 8),
        ("全年受理6件政府信息公开申请。", "requests.new.total", 6),
        ("网站设有3个重点领域专栏。", "platform.columns", 3),
        ("编印12期县政府公报。", "platform.bulletins", 12),
        ("收取信息处理费共1250.5元。", "other.fee_received", 1250.5),
        ("收取信息处理费0元。", "other.fee_received", 0),
        ("本机关未收取信息处理费。", "other.fee_received", 0),
        ("全年未发生信息公开收费情况。", "other.fee_received", 0),
        ("没有发出收费通知，也没有收取信息处理费。", "other.fee_notices", 0),
        ("没有发出收费通知，也没有收取信息处理费。", "other.fee_received", 0),
        ("全年未收到政府信息公开申请。", "requests.new.total", 0),
        ("全年收办政府信息公开申请案件36件。", "requests.handled", 36),
        ("区门户网站共发布各类信息3070条。", "proactive.website", 3070),
        ("主动公开涉及助学、防汛等方面信息318条。", "proactive.published_total", 318),
        ("主动向社会公开招生计划、施工公告等信息640条。", "proactive.published_total", 640),
        ("举办8场文旅新闻发布活动。", "proactive.press_conferences", 8),
        ("借助互动栏目逐条解答读者留言66条。", "proactive.public_questions", 66),
        ("设置信息公开栏目4项。", "platform.columns", 4),
        ("政务新媒体开设3个，其中微博1个。", "platform.new_media_accounts", 3),
        ("我镇未收到依申请公开政府信息。", "requests.new.total", 0),
        ("本局无依申请公开事项。", "requests.new.total", 0),
        ("我乡无依申请公开政府信息事项，也无诉讼。", "requests.new.total", 0),
        ("我乡未收到申请公开事项。", "requests.new.total", 0),
        ("收到政府信息依申请公开7件次。", "requests.new.total", 7),
        ("在区网站共计发布各类政府信息1300余条。", "proactive.website", "1300余"),
        ("通过“青禾区政府网站”发布信息2075条。", "proactive.website", 2075),
        ("及时处理读者留言35条。", "proactive.public_questions", 35),
        ("本局共发布政府信息174条。", "proactive.published_total", 174),
        (
            "公开政务信息665条，其中，县本级公开政府信息313条，各镇公开政府信息352条。",
            "proactive.published_total",
            665,
        ),
        (
            "通过县网站依法主动公开政府信息665条，其中县级公开政府信息313条。",
            "proactive.website",
            665,
        ),
        ("主动公开场馆、票价等游客最想知道的信息共计64条。", "proactive.published_total", 64),
        ("通过网站、微信公众号等渠道共发布政府信息120条。", "proactive.published_total", 120),
        ("“青禾文旅”微信公众号公布动态信息77篇。", "proactive.wechat", 77),
        ("在本馆微信公众号发布演出信息260条。", "proactive.wechat", 260),
        ("就馆舍改造征求公众意见3次。", "proactive.consultations", 3),
        ("为展览选题开展调查征集2期。", "proactive.consultations", 2),
        ("配合召开区里的新闻发布会5期。", "proactive.press_conferences", 5),
        ("区政府网站发布稿件数1350条。", "proactive.website", 1350),
        ("网站平台发布文旅动态类信息930条。", "proactive.website", 930),
        ("通过区网站逐月主动公开演出安排、展览介绍等信息480条。", "proactive.website", 480),
        ("一年共收到和办理依申请公开6件。", "requests.new.total", 6),
        ("上年结转政府信息公开申请2件。", "requests.carried_in.total", 2),
        ("结转上年度政府信息公开申请1件。", "requests.carried_in.total", 1),
        ("我局无依申请公开的政府信息。", "requests.new.total", 0),
        ("全年未收到其他形式要求公开政府信息的申请。", "requests.new.total", 0),
        ("受理公民、法人和其他组织向县政府提出的政府信息公开申请5件。", "requests.new.total", 5),
        ("对5件政府信息公开申请收取了信息处理费350元。", "other.fee_notices", 5),
        ("对5件政府信息公开申请收取了信息处理费350元。", "other.fee_received", 350),
    ],
)
def test_counts_are_found_in_running_text(text: str, fact: str, value: int | str) -> None:
    assert one(text, fact).value == value


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("，较去年新增8项", 7), ("，比上年减少5项", 20), ("，与去年持平", 15),
        ("，较去年增加8项，增长114.3%", 7),
        ("，较去年增长20%", None), ("。", None),
    ],
)  # fmt: skip
def test_words_of_comparison_give_the_year_before(words: str, before: int | None) -> None:
    assert one(f"设置信息公开专栏15个{words.replace('项', '个')}。", "platform.columns").last_year == before


def test_a_local_figure_keeps_its_name_and_unit() -> None:
    found = one("2025年完善公园绿地名录15项，较去年新增8项。", "platform.items", "overview.platform")
    assert (found.name, found.value, found.unit, found.last_year) == ("公园绿地名录", 15, "项", 7)
    assert found.quote == "公园绿地名录15项，较去年新增8项"


@pytest.mark.parametrize(
    ("text", "name", "value", "unit", "quote"),
    [
        ("全年制作36期园林科普短片，反响良好。", "园林科普短片", 36, "期", "36期园林科普短片"),
        ("全年印发工作提示9份。", "工作提示", 9, "份", "工作提示9份"),
        ("开展公园开放日活动200余场，深受好评。", "公园开放日活动", "200余", "场", "公园开放日活动200余场"),
    ],
)
def test_what_an_organ_made_is_a_local_figure(
    text: str, name: str, value: object, unit: str, quote: str
) -> None:
    found = one(text, "platform.items", "overview.platform")
    assert (found.name, found.value, found.unit) == (name, value, unit)
    assert quote in found.quote


@pytest.mark.parametrize(
    "text", ["去年举办培训9次。", "计划举办培训9次。", "上年共收到政府信息公开申请9件。"]
)
def test_numbers_of_last_year_and_of_plans_are_no_figures_of_this_year(text: str) -> None:
    assert find_figures({"overview.supervision": text}) == []


def test_numbers_that_no_question_asks_for_are_left_alone() -> None:
    assert find_figures({"overview.lead": "2025年1月1日起施行第30号令，涉及5个乡镇。"}) == []


def figures(*sentences: str, key: str = "overview.proactive") -> dict[str, object]:
    return {figure.id: figure.value for figure in find_figures({key: "".join(sentences)})}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "区政府网站主动公开政务信息812条。政务新媒体发布信息1240条。",
            {"proactive.website": 812},
        ),
        ("区政府网站共发布各类信息4600条。", {"proactive.website": 4600}),
        (
            "通过政府网站公开政府信息75条，通过其他方式公开政府信息14条。",
            {"proactive.website": 75, "proactive.other_channels": 14},
        ),
        (
            "公开政府信息162条。此外，通过张贴宣传资料等方式公开各类政府信息42条。",
            {"proactive.published_total": 162},
        ),
        (
            "“青禾水务”微信公众号推出“河长说”等专题专栏，全年共发布信息496条。",
            {"proactive.wechat": 496},
        ),
        ("利用青禾APP主动公开信息102条，网站更新信息30条。", {"proactive.website": 30}),
        ("街道公开政府信息43条，免于公开信息2条。", {"proactive.published_total": 43}),
        ("通过官方网站发布政务类信息34条，概况类信息150条。", {}),
        ("官方网站发布政务类信息34条，包括通知8条。", {"proactive.website": 34}),
        (
            "“青禾人社”微信公众号发布推文687篇，“青禾人社”微信视频号发布视频151条。",
            {"proactive.wechat": 687},
        ),
    ],
)
def test_what_one_channel_or_one_kind_brought_is_not_what_was_published(
    text: str, said: dict[str, object]
) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("举办19场新闻发布会，其中疫情防控新闻发布会6场。", {"proactive.press_conferences": 19}),
        (
            "公开信息505条，其中安全领域167条；政策解读12篇，其中上级政策解读4篇。",
            {"proactive.published_total": 505, "proactive.interpretations": 12},
        ),
        ("举办3场新闻发布会，其中疫情防控新闻发布会6场。", {}),
        ("收取信息处理费80元。全年未收取信息处理费。", {}),
    ],
)
def test_a_part_does_not_dispute_its_whole_and_a_contradiction_is_no_number(
    text: str, said: dict[str, object]
) -> None:
    assert figures(text) == said
    assert bool(said_in({"overview.proactive": text}).disputed) is not bool(said)


def test_two_numbers_of_a_cell_are_no_figure_and_both_are_shown() -> None:
    text = {"overview.requests": "收到政府信息公开申请8件。全年收到政府信息公开申请9件。"}
    assert find_figures(text) == []
    assert [[one.quote for one in said] for said in said_in(text).disputed] == [
        ["收到政府信息公开申请8件", "收到政府信息公开申请9件"]
    ]


def test_a_case_that_is_being_dealt_with_is_no_application_carried_over() -> None:
    text = "全年收到行政复议3件，其中2件已结，1件正在办理中。"
    assert "requests.carried_out.total" not in figures(text, key="overview.requests")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海域使用权办理结果35个，推送的信息8条，办理各类业务900件。", []),
        ("建成1个市级、5个县级体验区。", []),
        ("每季度开展一次常态化监测。", []),
        ("公开信息300条，其中优化营商环境25条。", []),
        ("主管部门信息平台发布信息45篇，同比增长81%。", []),
        ("微信号订阅数950个，较去年增加11个。", ["微信号订阅数"]),
        ("全年新开设新媒体2个。", ["新开设新媒体"]),
        ("本年度新增订阅人数320人次，比上年增长15%。", ["新增订阅人数"]),
    ],
)
def test_words_of_no_thing_name_no_indicator(text: str, names: list[str]) -> None:
    found = find_figures({"overview.platform": text})
    assert [figure.name for figure in found if figure.id == "platform.items"] == names


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="公开政府信息微信较去年新增条件项0123456789万余，。（）", max_size=80))
def test_any_text_is_searched_without_harm(text: str) -> None:
    assert all(figure.quote in text for figure in find_figures({"overview.platform": text}))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (30, "一、本年新收政府信息公开申请数量·总计"),
        (33, "本年新收与上年结转之和"),
        (40, "收到政府信息公开申请（与表格不同）"),
    ],
)
def test_a_number_of_the_prose_is_called_by_the_cells_that_bear_it_out(value: int, name: str) -> None:
    report = made({"requests.new.natural_person": 30, "requests.carried_in.natural_person": 3})
    figure = Figure(id="requests.new.total", value=value, quote=f"收办{value}件", unit="件")
    assert figure_name(figure, report) == name


@pytest.mark.parametrize(
    "text",
    [
        "历年累计主动公开政府信息9000条。",
        "自2018年开通以来，“虚构园林”微信公众号坚持更新，累计发布信息900条。",
        "近三年公开政府信息9000条。",
        "2021年至2023年公开政府信息9000条。",
        "“十四五”期间公开政府信息9000条。",
        "上半年，主动公开政府信息300条。",
        "1至6月公开政府信息300条。",
        "每月公开政府信息30条。",
        "网站历史访问量达9000万次。",
        "2022年公开政府信息300条。",
        "5月举办业务培训1次。9月举办业务培训1次。",
    ],
)
def test_what_another_time_than_the_year_had_is_no_figure(text: str) -> None:
    assert not statements_in({"overview.proactive": text}, 2023)


@pytest.mark.parametrize(
    "text",
    [
        "2023年以来，主动公开政府信息300条。",
        "今年以来，主动公开政府信息300条。",
        "截至2023年12月31日，主动公开政府信息300条。",
        "自2018年栏目开通以来常年更新；全年主动公开政府信息300条。",
        "落实《2022年政务公开工作要点》，主动公开政府信息300条。",
        "2022年制定办法，2023年主动公开政府信息300条。",
        "1月1日至12月31日主动公开政府信息300条。",
    ],
)
def test_what_the_year_had_is_its_figure_whatever_other_years_are_named(text: str) -> None:
    said = statements_in({"overview.proactive": text}, 2023)
    assert [statement.quantity for statement in said] == [Quantity(300)]


def test_a_total_told_outright_goes_before_one_kind_told_with_examples() -> None:
    text = "全年公开政府信息1600条。主动公开花期预报、票价调整等信息300条。"
    assert one(text, "proactive.published_total").value == 1600
    assert said_in({"overview.proactive": text.replace("1600", "160")}).disputed


def test_one_channel_with_others_behind_it_brings_the_whole() -> None:
    text = "全年通过官网信息平台等渠道共发布各类信息四十余条。"
    assert one(text, "proactive.published_total").value == "四十余"


def test_applications_newly_received_go_before_those_taken_in_with_the_carried_ones() -> None:
    text = "全年受理依申请公开事项59件，结转上年后新收到依申请公开事项47件。"
    assert one(text, "requests.new.total", "overview.requests").value == 47


def test_letters_finished_are_no_indicator_of_their_own() -> None:
    text = "政务信箱信件办理办结31件，其他来件办结12件。"
    assert "platform.items" not in {figure.id for figure in find_figures({"overview.proactive": text})}


def test_pieces_of_information_not_published_are_no_outcome_of_applications() -> None:
    said = find_figures({"overview.proactive": "主动公开政府信息6条，不予公开信息数2条。"})
    assert [figure.id for figure in said] == ["proactive.published_total"]


def test_what_some_applications_lacked_is_not_said_of_all() -> None:
    text = "全年办理公开申请6件，其中1件因邮路中断未收到申请人依申请公开补正材料。"
    assert "requests.new.total" not in {figure.id for figure in find_figures({"overview.requests": text})}


def test_documents_by_how_they_may_be_published_are_no_outcome_of_applications() -> None:
    said = find_figures({"overview.proactive": "全年主动公开36件、依申请公开4件、不予公开2件。"})
    assert "requests.denied" not in {figure.id for figure in said}
    said = find_figures({"overview.lead": "主动公开信息36条；收到公开申请9件，其中不予公开2件。"})
    assert "requests.denied" in {figure.id for figure in said}


def numbers_said_in(text: str, key: str = "overview.proactive") -> dict[str, object]:
    """What a text says of 2023, the organ's own items left aside."""
    found = statements_in({key: text}, 2023)
    return {one.subject: one.value if one.exact else str(one.quantity) for one in found if not one.name}


@pytest.mark.parametrize(
    "text",
    [
        "截至2023年底，馆网站累计发布信息9000条。",
        "12月当月公开政府信息40条。",
        "3月，公开政府信息40条。",
        "同比多公开政府信息40条。",
        "较上年增加公开政府信息40条。",
        "未公开政府信息3条。",
        "力争公开政府信息400条。",
        "下一步，举办业务培训4次。",
        "我馆下属分馆公开政府信息60条。",
        "各乡镇公开政府信息600条。",
        "全区公开政府信息9000条。我局负责汇总。",
        "全县共有政务新媒体30个，我局按月检查。",
        "2021年、2022年分别公开政府信息70条、80条。",
        "第三方上年结转2件行政复议案件。",
        "7月至12月公开政府信息300条。",
        "我局将主动公开政府信息500条以上。",
        "局属各场馆公开政府信息270条。",
        "指导各县区公开政府信息1.8万条。",
        "3月、9月各组织业务培训1次。",
        "省政府门户网站公开我县信息312条。",
        "人均公开政府信息6条。",
        "抽查公开政府信息50条，发现问题3条。",
        "区政府网站全年访问量480万次，我局有专栏。",
        "选派干部参加市级培训4人次。",
        "县区公开政府信息1108条。",
        "各科室自行组织业务培训9次。",
        "区里对我局开展专项检查1次。",
        "组织各县区清理行政规范性文件210件。",
        "清理历史文件400余件，其中规范性文件38件。",
    ],
)
def test_what_others_did_or_what_was_not_done_in_the_year_is_no_figure(text: str) -> None:
    assert numbers_said_in(text) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("截至2023年12月31日，馆网站累计发布信息900条。", {"proactive.website": 900}),
        ("开馆以来累计公开政府信息9000条，本年度新增公开600条。", {"proactive.published_total": 600}),
        ("全区公开政府信息9000条，其中我局公开320条。", {"proactive.published_total": 320}),
        ("全区公开政府信息9000条，我县位居前列。", {"proactive.published_total": 9000}),
        ("累计公开政府信息4120条，其中2023年公开386条。", {"proactive.published_total": 386}),
        ("馆网站今年更新信息509条。", {"proactive.website": 509}),
        ("通过其他方式公开信息19条。", {"proactive.other_channels": 19}),
        ("网站发布解读信息14条，抖音号发布短视频32条。", {"proactive.interpretations": 14}),
        ("馆网站（www.example.cn）发布922条。", {"proactive.website": 922}),
        (
            "通过馆网站公开信息20条。馆网站设有信息公开栏目，全年通过展览专栏公开信息16条。",
            {"proactive.website": 20},
        ),
        ("计划公开400条，实际公开420条政府信息。", {"proactive.published_total": 420}),
        ("公开政府信息由上年的300条增加到420条。", {"proactive.published_total": 420}),
        ("去年发布政策解读9篇，今年增至14篇。", {"proactive.interpretations": 14}),
        ("网站信息发布量同比增长20%，达到210条。", {"proactive.website": 210}),
        ("网站浏览量从30万次升至35万次。", {"platform.visits": 350000}),
        ("政务新媒体由5个整合为2个。", {"platform.new_media_accounts": 2}),
        ("2021年、2022年、2023年分别公开政府信息70条、80条、90条。", {"proactive.published_total": 90}),
        (
            "通过网站、微信公众号、微博分别发布信息210、90、15条。",
            {"proactive.website": 210, "proactive.wechat": 90, "proactive.weibo": 15},
        ),
        ("对5项重大决策开展意见征集，征集意见0条。", {"proactive.consultations": 5, "proactive.opinions": 0}),
    ],
)
def test_the_number_of_the_organ_and_of_its_year_is_taken(text: str, said: dict[str, object]) -> None:
    assert numbers_said_in(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "第一季度收到政府信息公开申请6件。",
        "通过网络收到政府信息公开申请14件，信函收到8件。",
        "县政府办公室收到政府信息公开申请35件，各部门收到248件。",
        "协助市政府办理政府信息公开申请7件。",
        "截至2023年底，平台累计收到政府信息公开申请516件。",
        "撤销原答复1件，重新答复1件。",
        "延期答复7件。",
        "因信息公开引发行政复议3件，2022年结转1件。",
        "县区受理政府信息公开申请1108件。",
    ],
)
def test_a_part_of_the_applications_is_not_all_of_them(text: str) -> None:
    assert numbers_said_in(text, "overview.requests") == {}


def test_applications_of_another_year_are_none_of_this_year() -> None:
    assert numbers_said_in("2022年收到政府信息公开申请25件。", "overview.requests") == {}
    carried = "2023年，收到政府信息公开申请20件（含2022年结转3件）。"
    assert numbers_said_in(carried, "overview.requests") == {
        "requests.handled": 20,
        "requests.carried_in.total": 3,
    }
    both = "2022年、2023年分别收到政府信息公开申请25件、17件。"
    assert numbers_said_in(both, "overview.requests") == {"requests.new.total": 17}
