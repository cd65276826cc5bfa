"""Part one, （五）监督保障: training, checks, and what a government must report (article 50, item 4)."""

from typing import Final

from prompts.question import Choice, Condition, Operator, Question, ask, ask_indicators

_GOVERNMENT: Final = (Condition("profile.kind", Operator.IS, "人民政府"),)

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "supervision.trainings",
        "overview",
        "组织了多少次政府信息公开培训？",
        "指本单位举办的专题培训，以及把信息公开列为内容的培训。《条例》第四十八条要求对工作人员定期培训。没有的填“无”。",
        source="培训通知和签到表",
        examples=("2", "无"),
        topic="supervision",
        required=True,
    ),
    ask(
        "supervision.trainees",
        "overview",
        "一共培训了多少人次？",
        "同一人参加两次计2人次。",
        source="培训签到表",
        examples=("120人次",),
        topic="supervision",
        when=(Condition("supervision.trainings", Operator.ABOVE, 0),),
    ),
    ask(
        "supervision.checks",
        "overview",
        "开展了多少次监督检查或自查？",
        "指对信息公开工作的检查、抽查和自查。《条例》第四十七条规定主管部门应加强日常指导和监督检查。没有的填“无”。",
        source="检查通报和自查报告",
        examples=("4", "无"),
        topic="supervision",
    ),
    ask(
        "supervision.assessment",
        "overview",
        "工作考核的情况怎么样？",
        "《条例》第四十六条要求建立考核制度，第五十条规定各级人民政府的年报必须写明考核情况。写一句完整的话，不用句号；"
        "部门没有需要写的可以填“无”。",
        source="绩效考核文件和考核结果",
        examples=("将政府信息公开纳入年度绩效考核，占总分的4%，并及时通报考核结果",),
        topic="supervision",
        only_for=_GOVERNMENT,
        spoken_of="考核",
        required_when=_GOVERNMENT,
    ),
    ask(
        "supervision.social_evaluation",
        "overview",
        "社会评议的情况怎么样？",
        "社会评议是请公众或第三方评价信息公开工作（《条例》第四十六条），各级人民政府的年报必须写明。写一句完整的话，不用句号；"
        "部门没有需要写的可以填“无”。",
        source="评议问卷、满意度调查或第三方评估报告",
        examples=("通过网站开展公众满意度调查，收到有效问卷210份，总体评价良好",),
        topic="supervision",
        only_for=_GOVERNMENT,
        spoken_of="评议|满意度",
        required_when=_GOVERNMENT,
    ),
    ask(
        "supervision.accountable",
        "overview",
        "{year}年有人因政府信息公开工作被追究责任吗？",
        "责任追究的情形见《条例》第五十三条。各级人民政府的年报必须写明责任追究结果，没有发生也要写一句。",
        source="纪检监察部门和人事部门",
        topic="supervision",
        choices=(Choice("是", "发生过责任追究"), Choice("否", "没有发生")),
        only_for=_GOVERNMENT,
        spoken_of="责任追究|追究责任|问责|追责",
        required_when=_GOVERNMENT,
    ),
    ask(
        "supervision.accountability",
        "overview",
        "责任追究的结果是什么？",
        "写明因什么事、作了什么处理，一句话，不用句号。只写事情和结果，不要出现当事人姓名。",
        source="处理决定",
        examples=("对未按时公开财政信息的1个部门予以通报批评",),
        topic="supervision",
        when=(Condition("supervision.accountable", Operator.IS, True),),
        required=True,
    ),
    ask_indicators("supervision"),
)
