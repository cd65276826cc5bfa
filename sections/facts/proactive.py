"""主动公开: what was published, by which channel, and what was explained, opened and asked."""

from typing import Final

from sections.facts.fact import Fact
from sections.facts.publication import PUBLICATION
from sections.language.subject import Wording
from sections.report.values import Kind

_INTERPRETATIONS: Final = (
    Fact(
        "proactive.interpretations",
        "发布政策解读",
        "篇",
        wordings=(
            Wording(
                "(发布|制作|公开|开展)?(政策|文件)(文件)?解读<解读物>{n:篇条件期个份次}",
                ("发布政策解读材料【23】件。", "全年开展政策解读【36】次。"),
                ("发布公文和政策解读信息9条。", "转发上级政策解读材料9篇。"),
            ),
            Wording(
                "(发布|制作){item 8 -和及与字图频}解读<解读物>{n:篇条件期}",
                ("围绕新规，全年制作专题解读稿件【18】篇。", "共发布解读【7】篇。"),
                ("发布文字解读8篇。", "发布通知和解读8篇。"),
            ),
            Wording(
                "(发布|制作|公开){n:篇条件期个}(政策|文件)解读",
                ("发布【12】篇政策解读。",),
                ("转载发布12篇政策解读。",),
            ),
            Wording(
                "解读(政策|政策性)文件{n:篇条件个}",
                ("解读政策性文件【15】件。",),
                ("学习解读政策文件15件。",),
            ),
        ),
        unless="转载|转发|学习",
    ),
    Fact(
        "proactive.interpretations_text",
        "文字解读",
        "篇",
        wordings=(
            Wording(
                "文字类?解读(材料)?{n:篇条件期个}",
                ("其中文字解读【19】篇。",),
                ("图片和文字解读19篇。", "文字材料19篇。"),
            ),
        ),
    ),
    Fact(
        "proactive.interpretations_image",
        "图片解读",
        "篇",
        wordings=(
            Wording(
                "(图片|图解|图文|图表)类?(解读)?(材料)?{n:篇条件期个}",
                ("其中图文解读【20】篇。", "解读材料中有图表【4】个。", "图解【4】个。"),
                ("文字解读和图片解读12篇。", "图书解读12篇。", "新媒体推送图文175条。"),
            ),
        ),
        within="解读|图解",
    ),
    Fact(
        "proactive.interpretations_video",
        "视频解读",
        "篇",
        wordings=(
            Wording(
                "(音频)?视频类?(解读)?(材料)?{n:篇条件期个}",
                ("其中视频解读【6】个。",),
                ("视频会议6次。", "图片、视频解读6个。", "推送原创短视频113个。"),
            ),
        ),
        within="解读",
    ),
)

_MEETINGS: Final = (
    Fact(
        "proactive.meetings_opened",
        "邀请公众代表列席会议",
        "次",
        wordings=(
            Wording(
                "列席{clause 14}{n:次场}",
                ("全年邀请公众代表、专家学者列席会议【3】次。", "有公众代表列席的会议全年有【5】次。"),
                ("邀请公众代表列席会议12人次。", "去年邀请公众代表列席会议3次。"),
            ),
        ),
    ),
    Fact(
        "proactive.press_conferences",
        "召开新闻发布会",
        "场",
        wordings=(
            Wording(
                "新闻发布会{n:场次期}",
                ("组织召开新闻发布会【6】场。", "配合召开区里的新闻发布会【5】期。"),
                (
                    "新闻发布会稿件6篇。",
                    "计划召开新闻发布会6场。",
                    "参加市新闻发布会6场。",
                    "在省里召开新闻发布会3次，在局里召开新闻发布会、吹风会6次。",
                ),
            ),
            Wording(
                "新闻发布会{sentence 16}(召开|举办|举行){n:场次}",
                ("通过新闻发布会回应社会关切，全年召开【4】场。", "全年新闻发布会共举办【6】次。"),
                ("通过新闻发布会回应社会关切，全年回应4次。",),
            ),
            Wording(
                "(召开|举行|举办|发布){n:场次}{item 6}新闻发布(会|活动)",
                ("举办【8】场文旅新闻发布活动。",),
                ("举办8场文旅推介活动。",),
            ),
        ),
        unless="参加|参与|出席",
        not_followed="新闻发布会{any 60}新闻发布会(、|和|及|与|以及){item 2-12}{other:场次期}",
    ),
    Fact(
        "proactive.consultations",
        "开展意见征集",
        "次",
        wordings=(
            Wording(
                "<意见征集>(活动|公告|信息|稿)?{n:次期场项件条}",
                ("向社会公开征求意见【22】次。", "发布意见征集公告【23】条。"),
                ("上年开展意见征集22次。", "征求意见稿全文公开。"),
            ),
            Wording(
                "(开展|组织|进行|发布){n:次期场项}{item 8}<意见征集>",
                ("开展【4】次民意征集。",),
                ("开展4次实地走访。",),
            ),
        ),
    ),
    Fact(
        "proactive.opinions",
        "收到公众意见建议",
        "条",
        wordings=(
            Wording(
                "(收到|征集){clause 8}(意见建议|意见和建议|意见|建议){n:条件个}",
                ("共收到社会公众意见建议【120余】条。",),
                ("收到意见箱12个。", "采纳意见建议12条。"),
            ),
            Wording(
                "(收到|征集){n:条件个}{item 6}(意见|建议)",
                ("收到【31】条群众意见。",),
                ("收到31条群众举报。",),
            ),
        ),
    ),
    Fact(
        "proactive.public_questions",
        "答复公众留言咨询",
        "件",
        wordings=(
            Wording(
                "(答复|回复|办理|办结|回应|受理|解答|处理){clause 8}"
                "(留言咨询|留言|咨询(投诉)?|网络问政|来信|信件){n:件条次封}",
                ("办理群众留言咨询【320】件。", "答复网民咨询投诉【126】件。", "办结群众信件【44】件。"),
                ("收到群众留言320条。", "答复咨询电话的人员6名。"),
            ),
            Wording(
                "(留言|咨询|信箱)(信件|来信)?(办理|答复|回复|办结)(办结|完成)?{n:件条次封}",
                ("网上留言办理【54】条。", "局长信箱信件办理办结【31】件。"),
                ("网上留言转办54条。", "留言办理时限5天。"),
            ),
            Wording(
                "(来信留言|留言|咨询)，答复{n:件条次}",
                ("认真办理公众来信留言，答复【44】件。",),
                ("认真办理公众来信留言，转办44件。",),
            ),
            Wording(
                "(答复|回复|回应){n:件条次}{item 8}(留言|咨询|来信)",
                ("回复【15】条网民留言。",),
                ("回复15条网民投诉。", "微信公众号全年回复留言25条。"),
            ),
        ),
        not_in_sentence="^(?!.*(网|信箱|热线|窗口|信访)).*(微信|微博|公众号|新媒体|客服系统)",
    ),
)

PROACTIVE: Final = (
    *PUBLICATION,
    *_INTERPRETATIONS,
    *_MEETINGS,
    Fact("proactive.key_areas", "重点领域", kind=Kind.LIST, recurs=True),
    Fact("proactive.highlights", "点名写到的文件、事件", kind=Kind.LIST),
)
