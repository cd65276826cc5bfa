"""Part six: the fee statement (《条例》 article 42, 国办函〔2020〕109号), other matters, and the 落款."""

from typing import Final

from prompts.question import Choice, Condition, Operator, Question, ask

_NOTICES: Final = (Condition("other.fee_notices", Operator.ABOVE, 0),)

QUESTIONS: Final[tuple[Question, ...]] = (
    ask(
        "other.fee_notices",
        "other",
        "{year}年发出过多少件信息处理费收费通知？没有就填“无”。",
        "按《条例》第四十二条，依申请提供信息一般不收费，只有申请的数量、频次明显超过合理范围才可以收取信息处理费。"
        "不论收没收，第六部分都要说明，没有收取也要写一句。",
        source="依申请公开台账里的收费通知书",
        examples=("无", "2件"),
        required=True,
    ),
    ask(
        "other.fee_charged",
        "other",
        "这些收费通知一共要求缴纳多少元？",
        "填通知书上金额的合计，按件或按量计收的标准见国办函〔2020〕109号文件。",
        source="收费通知书",
        examples=("1200元", "0.35万元"),
        when=_NOTICES,
        required=True,
    ),
    ask(
        "other.fee_received",
        "other",
        "实际收到多少元？",
        "填已经缴入财政的金额。申请人收到通知后逾期没有缴纳的，视为放弃申请，收到的金额就是0。",
        source="非税收入票据",
        examples=("1200元", "无"),
        when=_NOTICES,
        required=True,
    ),
    ask(
        "other.matters",
        "other",
        "还有其他需要报告的事项吗？没有就填“无”。",
        "例如上级部署的专项任务完成情况、人大代表建议和政协提案办理结果公开情况、创新做法等。写成完整的句子，会原样放进第六部分。",
        source="本年度信息公开工作要点和总结",
        examples=("无", "公开人大代表建议和政协提案办理结果12件。"),
    ),
    ask(
        "signature.wanted",
        "other",
        "年报末尾要不要落款（单位名称和日期）？",
        "格式文件没有要求落款，各地做法不一，按贵单位的习惯即可。",
        choices=(Choice("是", "末尾印单位名称和成文日期"), Choice("否", "末尾不印")),
    ),
    ask(
        "signature.date",
        "other",
        "落款写哪一天？",
        "写年报定稿的日期，年月日齐全。部门应在次年1月31日前公布年报，人民政府应在3月31日前。",
        examples=("2026年1月20日", "2026-1-20"),
        when=(Condition("signature.wanted", Operator.IS, True),),
        required=True,
    ),
)
