"""监督保障."""

from typing import Final

from sections.facts.fact import Fact
from sections.language.subject import Wording
from sections.report.values import Kind

SUPERVISION: Final = (
    Fact(
        "supervision.trainings",
        "组织培训",
        "次",
        wordings=(
            Wording(
                "培训(会|班|活动|讲座)?{n:次场期}",
                ("举办业务培训班【4】期。", "召开业务培训会【一】次，80余人参加。"),
                ("参加市级培训3次。", "去年举办培训9次。", "举办游园安全培训3次。"),
            ),
            Wording(
                "<举办>{n:次场期}{item 14}(?<![和及与])培训",
                ("全年举办【2】期信息公开业务培训班。",),
                ("全年举办2期座谈会和培训班。", "全年举办2期信息公开座谈会。"),
            ),
        ),
        unless="参加|参与|选派|派员|^(?!.*公开).*(<别的事>)",
    ),
    Fact(
        "supervision.trainees",
        "培训",
        "人次",
        wordings=(
            Wording(
                "(参训|培训|参加培训)(人员|人数|干部|工作人员)?{n:人次人名}",
                ("累计培训人员【260】人次。", "参训人员【120余】人。"),
                ("培训讲师3位。", "上年培训260人次。"),
            ),
            Wording(
                "培训{item 10}(人员|干部|骨干){n:人次}",
                ("培训政务公开工作人员【560】人次。",),
                ("培训后新聘信息员5名。",),
            ),
            Wording(
                "{n:人次人名}{item 6}(参加了?(培训|学习)|参训)",
                ("召开业务培训会，【80余】人参加培训。",),
                ("80余人参加座谈。",),
            ),
        ),
        unless="选派|派员|参加了?{item 4}[省市县区上国]{item 4}培训|参加了?[上省市县区国]级",
    ),
    Fact(
        "supervision.checks",
        "开展监督检查",
        "次",
        wordings=(
            Wording(
                "<检查>{n:次轮}",
                ("开展日常监督检查【12】次。", "全年开展督导检查【3】轮。"),
                ("接受上级检查3次。", "检查单位12家。", "开展游船安全检查3次。"),
            ),
            Wording(
                "<举办>{n:次轮}{item 10}(?<![和及与])<检查>",
                ("开展【4】次季度抽查。",),
                ("开展4次业务交流。",),
            ),
        ),
        unless="接受|迎接|配合|对我|参加|参与|^(?!.*(公开|网站|新媒体)).*(<别的事>)",
    ),
    Fact("supervision.assessment", "工作考核情况", kind=Kind.TEXT),
    Fact("supervision.social_evaluation", "社会评议情况", kind=Kind.TEXT),
    Fact("supervision.accountable", "发生责任追究", kind=Kind.FLAG),
    Fact("supervision.accountability", "责任追究结果", kind=Kind.TEXT),
)
