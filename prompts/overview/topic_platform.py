"""Part one, （四）政府信息公开平台建设: columns, accounts, reading points, visits, local items."""

from typing import Final

from prompts.question import Condition, Operator, Question, ask, ask_indicators

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "platform.columns",
        "overview",
        "网站上设有多少个信息公开专栏？",
        "指门户网站政府信息公开平台上由本单位负责维护的栏目数，专题专栏也计入。",
        source="门户网站的栏目清单",
        examples=("15", "无"),
        topic="platform",
    ),
    ask(
        "platform.new_media_accounts",
        "overview",
        "正在运维的政务新媒体账号有多少个？",
        "指年底仍在正常运行并已备案的账号，微信、微博、短视频账号分别计数；已关停或移交的不计。",
        source="政务新媒体备案清单",
        examples=("2", "无"),
        topic="platform",
        when=(Condition("profile.new_media", Operator.SEVERAL),),
    ),
    ask(
        "platform.bulletins",
        "overview",
        "编发了多少期政府公报？",
        "政府公报刊登本级政府的规章、规范性文件等，是《条例》第二十三条列明的公开途径。没有编发的填“无”。",
        source="政府公报编辑部门",
        examples=("12", "无"),
        topic="platform",
        only_for=(
            Condition("profile.kind", Operator.IS, "人民政府"),
            Condition("profile.level", Operator.IS_NOT, "乡镇级"),
        ),
        spoken_of="政府公报",
    ),
    ask(
        "platform.reading_points",
        "overview",
        "设有多少个政务公开查阅点？",
        "《条例》第二十五条要求在国家档案馆、公共图书馆、政务服务场所设置查阅场所，政务公开专区也计入。没有的填“无”。",
        source="本单位的查阅场所清单",
        examples=("3", "无"),
        topic="platform",
    ),
    ask(
        "platform.visits",
        "overview",
        "信息公开网页全年访问量是多少次？",
        "填网站后台统计的全年访问次数，数字大的可以写约数。没有统计的可以跳过。",
        source="门户网站的访问统计",
        examples=("785万", "12万余", "36500"),
        topic="platform",
    ),
    ask_indicators("platform"),
    ask(
        "platform.items",
        "overview",
        "还有哪些本单位特有、想写进年报的数据？",
        "按“名称 数字 单位”写，几项之间用分号隔开，会与去年同名的数据比较。没有的填“无”。"
        "要写进其他小节的，在后面用括号注明，如“（监督保障）”。",
        source="本单位的业务专栏和专题统计",
        examples=("惠民惠农财政补贴公示 15 项；民生实事进展 4 期", "业务检查 2 次（监督保障）"),
        topic="platform",
    ),
)
