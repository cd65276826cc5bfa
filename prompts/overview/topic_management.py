"""Part one, （三）政府信息管理: review before publication, clean-up of documents, publication in time."""

from typing import Final

from prompts.question import Choice, Condition, Operator, Question, ask, ask_indicators

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "management.review_system",
        "overview",
        "发布信息前，按什么制度审核？",
        "《条例》第十七条要求建立健全政府信息公开审查机制，明确审查的程序和责任。选最接近的一种，也可以写本单位制度的名称，没有的填“无”。",
        source="本单位的信息发布审核制度",
        examples=("三审三校制度",),
        topic="management",
        choices=(
            Choice("三审三校制度", "初审、复审、终审，每次都校对"),
            Choice("三级审核制度", "经办人、科室负责人、分管领导逐级审核"),
            Choice("先审后发制度", "未经审核不得发布"),
        ),
        own_choice=True,
    ),
    ask(
        "management.secrecy_review",
        "overview",
        "公开前都做保密审查了吗？",
        "按《条例》第十七条，公开前要依照《中华人民共和国保守国家秘密法》等规定审查，做到涉密信息不公开、公开信息不涉密。",
        source="信息发布审批单",
        topic="management",
        choices=(Choice("是", "每条信息公开前都经过保密审查"), Choice("否", "没有做到每条都审查")),
        required=True,
    ),
    ask(
        "management.cleanup",
        "overview",
        "{year}年清理过行政规范性文件吗？",
        "指对本单位现有行政规范性文件开展的定期清理或专项清理，按结果决定保留、修改或者废止。",
        source="法制机构的文件清理通知和结果公告",
        topic="management",
        choices=(Choice("是", "开展过清理"), Choice("否", "本年没有开展")),
    ),
    ask(
        "management.cleaned_documents",
        "overview",
        "清理涉及多少件行政规范性文件？",
        "填纳入清理的文件总数。其中废止和失效的件数在第二部分的表里填写，请互相核对。",
        source="文件清理结果公告",
        examples=("26", "无"),
        topic="management",
        when=(Condition("management.cleanup", Operator.IS, True),),
    ),
    ask(
        "management.within_20_days",
        "overview",
        "主动公开的信息，都在20个工作日内公开了吗？",
        "按《条例》第二十六条，属于主动公开范围的信息，应自形成或者变更之日起20个工作日内公开，法律法规另有规定的从其规定。",
        source="发文登记与网站发布日期对照",
        topic="management",
        choices=(Choice("是", "都按期公开"), Choice("否", "有晚于期限的")),
    ),
    ask_indicators("management"),
)
