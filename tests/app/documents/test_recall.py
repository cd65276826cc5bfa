"""How much of what reports say is understood: wordings of our own, and the open reports, number by number."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.report.figures import find_figures
from tests.support.read_reports import SHARED

KEYS = {
    "management": "overview.management",
    "other": "other.matters",
    "platform": "overview.platform",
    "proactive": "overview.proactive",
    "requests": "overview.requests",
    "supervision": "overview.supervision",
}
SAID: tuple[tuple[str, dict[str, int | str]], ...] = (
    ("全年主动公开政府信息共计2,345条。", {"proactive.published_total": 2345}),
    (
        "通过政府网站公开信息1200条，微信公众号推送信息350条，微博发布信息89条。",
        {"proactive.website": 1200, "proactive.wechat": 350, "proactive.weibo": 89},
    ),
    ("通过县政府网站、政务微信等平台累计发布各类信息5600余条。", {"proactive.published_total": "5600余"}),
    ("全年在区政府门户网站发布信息1,024条。", {"proactive.website": 1024}),
    ("网站主动公开信息量为1523条。", {"proactive.website": 1523}),
    ("主动公开政府信息数为1120条。", {"proactive.published_total": 1120}),
    ("主动公开信息总数3.2万条。", {"proactive.published_total": 32000}),
    ("主动公开各类信息共1.26万条。", {"proactive.published_total": 12600}),
    ("公开各类政务信息1,900余条。", {"proactive.published_total": "1900余"}),
    ("累计公开发布信息866条。", {"proactive.published_total": 866}),
    ("在“虚构园林”微信公众号发布稿件210篇。", {"proactive.wechat": 210}),
    ("“虚构发布”微信公众号推文520篇。", {"proactive.wechat": 520}),
    ("微信公众号推送文章1020篇。", {"proactive.wechat": 1020}),
    ("政务微信发布信息300条，官方微博发布信息560条。", {"proactive.wechat": 300, "proactive.weibo": 560}),
    ("政务微博发布微博120条。", {"proactive.weibo": 120}),
    ("发布政策解读材料23件。", {"proactive.interpretations": 23}),
    ("制作发布政策解读15篇。", {"proactive.interpretations": 15}),
    ("发布政策文件解读12条。", {"proactive.interpretations": 12}),
    (
        "发布各类政策解读45篇，其中图文解读20篇、视频解读6个、文字解读19篇。",
        {
            "proactive.interpretations": 45,
            "proactive.interpretations_image": 20,
            "proactive.interpretations_video": 6,
            "proactive.interpretations_text": 19,
        },
    ),
    ("解读政策文件15件。", {"proactive.interpretations": 15}),
    ("全年开展政策解读36次。", {"proactive.interpretations": 36}),
    ("组织召开新闻发布会6场。", {"proactive.press_conferences": 6}),
    ("全年举办新闻发布会12次。", {"proactive.press_conferences": 12}),
    ("召开新闻发布会4场次。", {"proactive.press_conferences": 4}),
    ("邀请公众代表列席政府常务会议8次。", {"proactive.meetings_opened": 8}),
    ("全年邀请公众代表、专家学者列席会议3次。", {"proactive.meetings_opened": 3}),
    ("开展民意征集15次，征集到意见建议46条。", {"proactive.consultations": 15, "proactive.opinions": 46}),
    ("发布意见征集公告23条。", {"proactive.consultations": 23}),
    ("向社会公开征求意见22次，收到反馈意见17条。", {"proactive.consultations": 22, "proactive.opinions": 17}),
    (
        "围绕重大决策公开征集意见9项，收到社会公众意见建议120余条。",
        {"proactive.consultations": 9, "proactive.opinions": "120余"},
    ),
    ("回复网民留言156条。", {"proactive.public_questions": 156}),
    ("办理群众留言咨询320件。", {"proactive.public_questions": 320}),
    ("受理并答复群众来信80件。", {"proactive.public_questions": 80}),
    ("答复网上咨询75条。", {"proactive.public_questions": 75}),
    ("网站开设专题专栏12个。", {"platform.columns": 12}),
    ("设置信息公开栏目26个。", {"platform.columns": 26}),
    ("共有政务新媒体账号45个。", {"platform.new_media_accounts": 45}),
    ("运营维护政务新媒体16个。", {"platform.new_media_accounts": 16}),
    ("全县共有政务新媒体58家。", {"platform.new_media_accounts": 58}),
    ("编发政府公报6期。", {"platform.bulletins": 6}),
    ("刊发《虚构市人民政府公报》12期，发行2.4万册。", {"platform.bulletins": 12}),
    ("设立政务公开专区26个。", {"platform.reading_points": 26}),
    ("设置政府信息查阅点12处。", {"platform.reading_points": 12}),
    ("打造政务公开专区12处。", {"platform.reading_points": 12}),
    ("网站访问量达1234万次。", {"platform.visits": 12340000}),
    ("网站总浏览量356万人次。", {"platform.visits": 3560000}),
    ("政府网站年度访问量为120.5万次。", {"platform.visits": 1205000}),
    ("举办业务培训班4期，培训560人次。", {"supervision.trainings": 4, "supervision.trainees": 560}),
    (
        "开展政务公开培训2场次，参训人员120余人。",
        {"supervision.trainings": 2, "supervision.trainees": "120余"},
    ),
    ("组织集中培训3次，累计培训人员260人次。", {"supervision.trainings": 3, "supervision.trainees": 260}),
    ("组织召开政务公开工作培训会2次。", {"supervision.trainings": 2}),
    ("召开业务培训会一次，80余人参加培训。", {"supervision.trainings": 1, "supervision.trainees": "80余"}),
    ("开展专项检查4次。", {"supervision.checks": 4}),
    ("开展日常监督检查12次。", {"supervision.checks": 12}),
    ("开展自查4次。", {"supervision.checks": 4}),
    ("全年开展督导检查3轮。", {"supervision.checks": 3}),
    ("开展4次季度抽查。", {"supervision.checks": 4}),
    ("清理规范性文件56件。", {"management.cleaned_documents": 56}),
    ("对120件行政规范性文件进行清理。", {"management.cleaned_documents": 120}),
    ("全面清理现行有效的行政规范性文件38件。", {"management.cleaned_documents": 38}),
    ("发出收费通知3件，收取信息处理费260元。", {"other.fee_notices": 3, "other.fee_received": 260}),
    ("本年度发出收费通知的件数为0件，总金额为0元。", {"other.fee_notices": 0, "other.fee_charged": 0}),
    (
        "共发出信息处理费收费通知2件，通知收取金额80元，实际收取80元。",
        {"other.fee_notices": 2, "other.fee_charged": 80, "other.fee_received": 80},
    ),
    ("本年度未收取信息处理费。", {"other.fee_received": 0}),
    ("全年没有发出收费通知。", {"other.fee_notices": 0}),
    ("本机关依申请提供政府信息收取信息处理费0元。", {"other.fee_received": 0}),
    ("收取信息处理费共计1.2万元。", {"other.fee_received": 12000}),
    ("收到逾期未答复申请0件，逾期答复2件。", {"requests.overdue": 2}),
)
"""What a sentence says of each fact: all of it, and of no other fact anything."""
NOT_SAID = (
    ("发布公文和政策解读信息9条。", "proactive.interpretations"),
    ("网站和微信公众号发布信息300条。", "proactive.wechat"),
    ("网站和微信公众号发布信息300条。", "proactive.website"),
    ("新开设公开专栏18个。", "platform.columns"),
    ("参加市级培训3次。", "supervision.trainings"),
    ("连续12个季度合格。", "platform.columns"),
    ("去年举办培训9次。", "supervision.trainings"),
    ("收办政府信息公开申请36件。", "requests.new.total"),
    ("网站、微信公众号共发布信息300条。", "proactive.wechat"),
    ("其中文字解读和图片解读12篇。", "proactive.interpretations_image"),
    ("转发国务院政策解读材料9篇。", "proactive.interpretations"),
    ("阅读量达12万次。", "platform.visits"),
    ("不予公开3件。", "requests.granted.total"),
    ("信息公开申请表下载12次。", "requests.new.total"),
    ("邀请公众代表列席会议12人次。", "proactive.meetings_opened"),
    ("公众号访问量12万次。", "platform.visits"),
    ("整改网站信息错误12条。", "proactive.website"),
    ("删除网站信息12条。", "proactive.website"),
    ("审核信息300条。", "proactive.published_total"),
)
"""What a number does not count, although it stands beside the words."""


def found(text: str, key: str) -> dict[str, object]:
    return {figure.id: figure.value for figure in find_figures({key: text})}


@pytest.mark.parametrize(("text", "said"), SAID, ids=[text for text, _ in SAID])
def test_a_wording_says_this_and_nothing_else(text: str, said: dict[str, object]) -> None:
    figures = found(text, KEYS[next(iter(said)).partition(".")[0]])
    assert {fact: figures.get(fact) for fact in said} == said
    assert not figures.keys() - said.keys() - {"platform.items"}


@pytest.mark.parametrize(("text", "fact"), NOT_SAID)
def test_a_number_of_something_else_is_not_taken(text: str, fact: str) -> None:
    assert all(fact not in found(text, key) for key in KEYS.values())


ASKED: dict[str, dict[str, object]] = {
    "hongze-2023/source.pdf": {
        "proactive.website": 1136,
        "other.fee_received": 0,
    },
    "qijiang-mzj-2024/source.txt": {
        "proactive.published_total": 699,
        "proactive.wechat": 180,
        "platform.items:惠民惠农财政补贴公示": (15, 7),
    },
    "shuyang-fgj-2023/source.html": {
        "proactive.published_total": 249,
        "proactive.website": 185,
        "proactive.public_questions": 182,
        "other.fee_received": 0,
    },
    "suqian-2023/source.docx": {
        "proactive.published_total": "18万余",
        "proactive.consultations": 33,
        "proactive.opinions": 382,
        "platform.new_media_accounts": 176,
        "platform.bulletins": 12,
        "platform.visits": 7854070,
        "other.fee_notices": 25,
        "other.fee_received": 2950,
        "platform.items:政民互动": ("200余", None),
        "platform.items:政策简明问答": (119, None),
        "platform.items:调研成果": (57, None),
        "platform.items:新开设公开专栏": (18, None),
        "platform.items:优化公开专栏": (22, None),
        "platform.items:通报": (4, None),
        "platform.items:评查分报告": (168, None),
        "platform.items:网上评查": (3, None),
    },
}
"""Every number in the prose of the open reports that a question asks for, read by eye; of a local item what
it was the year before as well."""
SAME = {
    "qijiang-mzj-2024/rebuilt.docx": "qijiang-mzj-2024/source.txt",
    "suqian-2023/source.html": "suqian-2023/source.docx",
}


@pytest.mark.parametrize("name", [*ASKED, *SAME])
def test_every_number_that_a_question_asks_for_is_found_and_no_other(name: str) -> None:
    path: Path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs the open report {name}")
    figures = {
        f"{figure.id}:{figure.name}" if figure.name else figure.id: (
            (figure.value, figure.last_year) if figure.name else figure.value
        )
        for figure in read_report(path).figures
        if not figure.id.startswith("requests.")
    }
    assert figures == ASKED[SAME.get(name, name)]
