"""Part one, （二）依申请公开: how requests reach the organ and how they are handled.

How many there were is in the table of part three and never asked here.
"""

from typing import Final

from prompts.question import Choice, Condition, Operator, Question, ask, ask_indicators

_ANY: Final = (Condition("requests.new.total+requests.carried_in.total", Operator.ABOVE, 0),)
_ANSWERED: Final = (Condition("requests.total.total", Operator.ABOVE, 0),)

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "requests.channels",
        "overview",
        "公众可以通过哪些渠道向贵单位提出公开申请？",
        "《条例》第二十八条要求建立完善申请渠道，第二十九条规定可以用信件、数据电文等书面形式提出，确有困难的可以口头提出。"
        "输入序号（如“1、2”）或名称，都有就填“全部”。",
        source="政府信息公开指南",
        examples=("1、2、3", "全部"),
        topic="requests",
        choices=(
            Choice("网站在线申请", "门户网站的依申请公开系统"),
            Choice("信函申请", "邮寄纸质申请表"),
            Choice("当面申请", "到受理地点递交，有困难的可以口头提出"),
            Choice("电子邮件申请", "对外公布的公共邮箱"),
            Choice("传真申请", "对外公布的传真号码"),
        ),
        own_choice=True,
        required=True,
    ),
    ask(
        "requests.handling",
        "overview",
        "为办好这些申请，采取了哪些做法？",
        "选实际做了的，输入序号（如“1、3”），也可以自己写，几个之间用顿号或分号隔开。",
        source="依申请公开工作制度和台账",
        examples=("1、2", "专人负责、台账登记"),
        topic="requests",
        choices=(
            Choice("专人负责", "有固定的经办人"),
            Choice("台账登记", "收件、办理、答复全程登记"),
            Choice("部门会商", "疑难申请与有关科室、部门共同研究"),
            Choice("合法性审核", "答复前由法制人员或法律顾问审核"),
            Choice("主动沟通", "与申请人电话或当面沟通，了解真实需求"),
            Choice("规范文书", "统一使用规范的答复文书格式"),
        ),
        own_choice=True,
        when=_ANY,
    ),
    ask(
        "requests.on_time",
        "overview",
        "已办结的申请，是不是都在法定期限内答复？",
        "按《条例》第三十三条，不能当场答复的，应自收到申请之日起20个工作日内答复；经本机构负责人同意可以延长，最多再延长20个工作日。"
        "依法延长的不算逾期。",
        source="依申请公开台账",
        topic="requests",
        choices=(Choice("是", "全部按期答复，依法延期的也算按期"), Choice("否", "有逾期答复的")),
        when=_ANSWERED,
        required=True,
    ),
    ask(
        "requests.overdue",
        "overview",
        "逾期答复的有多少件？",
        "指超过法定期限才答复的件数，依法延长期限的不计。",
        source="依申请公开台账",
        examples=("1",),
        topic="requests",
        when=(*_ANSWERED, Condition("requests.on_time", Operator.IS, False)),
        required=True,
    ),
    ask_indicators("requests"),
)
