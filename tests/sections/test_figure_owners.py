"""Whose number it is, whether it is the whole, and when: sentences that look like one and are another."""

import pytest

from sections.language.owner import owner_of
from sections.report.figures import said_in, statements_in

BUREAU = "青禾县园林局"
COUNTY = "青禾县人民政府"
OFFICE = "青禾县人民政府办公室"
TOWN = "青禾县柳桥镇人民政府"
CITY = "虚构市"
TOTAL = "proactive.published_total"
NEW = "requests.new.total"
KEYS = {
    "requests": "overview.requests",
    "supervision": "overview.supervision",
    "platform": "overview.platform",
    "proactive": "overview.proactive",
}


def said(organ: str, text: str, topic: str = "proactive") -> dict[str, object]:
    found = statements_in({KEYS[topic]: text}, 2024, organ)
    return {one.subject: one.value if one.exact else str(one.quantity) for one in found if not one.name}


@pytest.mark.parametrize(
    ("organ", "text", "topic"),
    [
        (BUREAU, "全县主动公开政府信息9800条。", "proactive"),
        (BUREAU, "2024年，全县公开政府信息9800条，园林系统公开300条。", "proactive"),
        (BUREAU, "全县收到政府信息公开申请260件。", "requests"),
        (BUREAU, "各镇、各部门共受理政府信息公开申请240件。", "requests"),
        (BUREAU, "全县现有政务新媒体86个。", "platform"),
        (BUREAU, "全县举办政务公开培训班6期，参训900人次。", "supervision"),
        (BUREAU, "我县公开政府信息9800条。", "proactive"),
        (COUNTY, "全市主动公开政府信息9.8万条。", "proactive"),
        (COUNTY, "全市收到政府信息公开申请2600件。", "requests"),
        (COUNTY, "全市现有政务新媒体860个。", "platform"),
        (CITY, "青禾区公开政府信息9800条。", "proactive"),
        (CITY, "青禾区收到政府信息公开申请260件。", "requests"),
        (TOWN, "全县现有政务新媒体86个。", "platform"),
        (BUREAU, "县苗木公司通过官网公开信息52条。", "proactive"),
        (BUREAU, "县苗木公司依托官网，全年公开信息52条。", "proactive"),
        (BUREAU, "各公园管理处共公开政府信息330条。", "proactive"),
        (BUREAU, "会同县水务局办理政府信息公开申请6件。", "requests"),
        (BUREAU, "局属公园组织信息公开培训8次。", "supervision"),
        (COUNTY, "各部门公开信息6100条。", "proactive"),
        (COUNTY, "全县各部门公开信息6100条，各镇公开3000条。", "proactive"),
    ],
)
def test_what_another_did_is_no_figure_of_the_organ(organ: str, text: str, topic: str) -> None:
    assert said(organ, text, topic) == {}


@pytest.mark.parametrize(
    ("organ", "text", "topic", "found"),
    [
        (COUNTY, "全县主动公开政府信息9800条。", "proactive", {TOTAL: 9800}),
        (COUNTY, "全县各级各部门主动公开政府信息9800条。", "proactive", {TOTAL: 9800}),
        (COUNTY, "全县现有政务新媒体86个。", "platform", {"platform.new_media_accounts": 86}),
        (COUNTY, "全县收到政府信息公开申请260件，其中县本级收到40件。", "requests", {NEW: 260}),
        ("青禾经济开发区管委会", "全区收到政府信息公开申请26件。", "requests", {NEW: 26}),
        (OFFICE, "全县收到政府信息公开申请260件，我办收到40件。", "requests", {NEW: 40}),
        (BUREAU, "县园林局主动公开政府信息120条。", "proactive", {TOTAL: 120}),
        (BUREAU, "2024年度县政府园林局主动公开政府信息120条。", "proactive", {TOTAL: 120}),
        ("青禾县自然资源和规划局", "县自规局收到政府信息公开申请12件。", "requests", {NEW: 12}),
        (TOWN, "柳桥镇主动公开政府信息120条。", "proactive", {TOTAL: 120}),
        (BUREAU, "对局属场馆开展政务公开检查4次。", "supervision", {"supervision.checks": 4}),
        (COUNTY, "对各镇各部门开展政务公开督查2次。", "supervision", {"supervision.checks": 2}),
        ("", "县园林局主动公开政府信息120条。", "proactive", {TOTAL: 120}),
    ],
)
def test_what_the_organ_did_is_its_figure_however_it_is_called(
    organ: str, text: str, topic: str, found: dict[str, object]
) -> None:
    assert said(organ, text, topic) == found


@pytest.mark.parametrize(
    ("name", "area", "alone"),
    [
        (BUREAU, "", True),
        (COUNTY, "县", False),
        (CITY, "市", False),
        (OFFICE, "", True),
        (TOWN, "镇", False),
        ("虚构街道办事处", "街道", False),
        ("青禾经济开发区管委会", "区", False),
    ],
)
def test_the_name_of_an_organ_tells_its_area(name: str, area: str, alone: bool) -> None:
    owner = owner_of(name, [])
    assert (owner.area, owner.alone) == (area, alone)


@pytest.mark.parametrize(
    "text",
    [
        "年初确定全年公开政府信息400条的目标。",
        "原定公开政府信息500条，完成率98%。",
        "审核拟公开政府信息260条。",
        "撤下过期政府信息30条，更正公开信息2条。",
        "三年行动期间公开政府信息3400条。",
        "公开政府信息175条，更正为180条。",
        "公开政府信息100多条至200条。",
        "较上年的360条多公开60条政府信息。",
        "通过园林花卉网主动公开信息3210条。",
        "县政府门户网站主动公开政府信息22条。政府网站公开政府文件等信息55条。",
        "通过门户网站主动公开各类政府信息1427条，微信公众号发布信息较多。",
        "建站以来，网站累计发布信息2.3万条。",
        "平均每个科室公开政府信息14条。",
    ],
)
def test_a_number_with_a_word_that_is_not_known_is_no_total(text: str) -> None:
    assert TOTAL not in said(BUREAU, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("与2023年公开政府信息360条相比，今年公开政府信息420条。", 420),
        ("公开动态信息120条、公告60条，合计公开政府信息180条。", 180),
        ("公开政府信息180条（原统计175条有误）。", 180),
        ("2023年公开政府信息360条，2024年公开政府信息420条，增长16.7%。", 420),
        ("严格按程序，依法、及时、规范公开政府信息420条。", 420),
        ("通过园林花卉网、公告栏等渠道主动公开信息420条。", 420),
        ("公开政府信息突破2000条。", "突破2000"),
        ("公开政府信息2.1万条。", 21000),
    ],
)
def test_a_total_is_the_total(text: str, value: object) -> None:
    assert said(BUREAU, text)[TOTAL] == value


@pytest.mark.parametrize(
    "text",
    [
        "收到不属于本机关的政府信息公开申请3件。",
        "收到补正后的政府信息公开申请2件。",
        "另收到公开申请4件。",
        "其中，收到外省公开申请2件。",
        "收到同一申请人的政府信息公开申请7件。",
        "条例施行5年来，共收到政府信息公开申请90件。",
        "上半年收到政府信息公开申请5件，下半年收到7件。",
        "收到来信21件，其中19件已答复。",
        "共收办政府信息公开申请36件。",
    ],
)
def test_some_of_the_applications_are_not_all_of_them(text: str) -> None:
    assert said(BUREAU, text, "requests").keys().isdisjoint({NEW, "requests.total.total"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依申请公开申请数为21件，其中10件已答复。", {NEW: 21, "requests.total.total": 10}),
        (
            "2023年结转至2024年3件，2024年结转至2025年2件。",
            {"requests.carried_in.total": 3, "requests.carried_out.total": 2},
        ),
        ("一年以来，共收到政府信息公开申请12件。", {NEW: 12}),
        (
            "答复政府信息公开申请98件（含上年度转结申请8件），均未超期。",
            {"requests.total.total": 98},
        ),
        ("接收且办理政府信息公开申请24宗（含2023年度结转5宗）。", {"requests.handled": 24}),
        (
            "收到政府信息公开申请3件，为去年结转1件、今年新收2件。",
            {"requests.handled": 3, "requests.carried_in.total": 1},
        ),
        ("收到政府信息公开申请9件，其中3件结转下年度。", {NEW: 9, "requests.carried_out.total": 3}),
        ("办理完毕11件。", {"requests.total.total": 11}),
    ],
)
def test_applications_are_told_in_more_words(text: str, found: dict[str, object]) -> None:
    assert said(BUREAU, text, "requests").items() >= found.items()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("运营“青禾园林”微信公众号，全年发布信息120条。", {"proactive.wechat": 120}),
        ("局网站2024年累计发布信息53篇。", {"proactive.website": 53}),
        ("门户网站信息公开平台共发布政府信息79条。", {"proactive.website": 79}),
        ("局网站共对外发布各类信息105条。", {"proactive.website": 105}),
        ("微信公众号发布原创内容23篇，转载其他信息210篇。", {}),
        ("发布“园林夜话”政策解读37条。", {}),
        ("网站设置一级栏目8个、二级栏目35个。", {}),
        ("网站共设栏目12个。", {"platform.columns": 12}),
        ("网站访问量突破50万次。", {"platform.visits": "突破50万"}),
        ("在局官方网站主动发布原创信息340条。", {}),
        ("微信公众号推送解读信息41篇。", {}),
        ("公园官网发布信息620条。", {}),
        ("局官网发布信息310条，其中本年度新增250条。", {}),
        ("局网站发布政策解读9篇，微信公众号推送政策解读6篇。", {}),
        ("发布政策解读9篇，转载上级解读20篇。", {"proactive.interpretations": 9}),
        ("排查政务新媒体47个，注销8个。", {}),
        ("收到人大代表建议18件、政协提案22件。", {}),
        ("参与网站交叉检查1次。", {}),
        ("就3项决策征求意见，收到意见25条。", {"proactive.consultations": 3, "proactive.opinions": 25}),
        ("收到网民留言60条，已回复58条。", {"proactive.public_questions": 58}),
        ("对规范性文件进行清理，2024年现行有效的行政规范性文件15件。", {}),
        ("本局无行政事业性收费。", {}),
    ],
)
def test_a_thing_is_told_in_more_words_and_never_by_another(text: str, found: dict[str, object]) -> None:
    assert said(BUREAU, text) == found


def test_a_number_of_another_disputes_nothing() -> None:
    text = {"overview.proactive": "全县公开政府信息9800条。县园林局公开政府信息120条。"}
    assert len(said_in(text, 2024).disputed) == 1
    assert not said_in(text, 2024, BUREAU).disputed
