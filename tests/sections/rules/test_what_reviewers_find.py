"""What reviewers find, clause by clause: the fault is told, its right relative is not.

Every sentence stands in the clean report of ``tests/support/sound_report.py``: 30 new, 2 carried in, 29 done,
3 carried out; reconsiderations 4 (2 upheld, 1 corrected, 1 pending), one lawsuit, upheld;
documents 3, 1, 14 (issued, repealed, in force)."""

from typing import Final

import pytest

from sections.rules.base import Context, Severity
from sections.rules.run import check
from tests.support.rule_case import added
from tests.support.sound_report import clean, last

TABLES: Final = "prose against tables"
ITSELF: Final = "prose against itself"
IDENTITY: Final = "identity"
LAW: Final = "law and form"
PHRASES: Final = "standard phrases"
FEES: Final = "fees"
PRIVACY: Final = "privacy"
LEFT: Final = "left behind"
SLIPS: Final = "slips of the pen"
EMPTY: Final = "emptiness"

CLAUSES: Final = (
    (TABLES, "overview", "因信息公开涉诉2件。", "NB923", "因信息公开涉诉1件。"),
    (TABLES, "overview", "因信息公开应诉2件。", "NB923", "因信息公开应诉1件。"),
    (TABLES, "overview", "因信息公开被起诉3件。", "NB923", "因信息公开被起诉1件。"),
    (TABLES, "overview", "信息公开行政诉讼败诉1件。", "NB923", "信息公开行政诉讼无败诉。"),
    (TABLES, "overview", "信息公开行政复议4件，复议维持3件。", "NB923", "信息公开行政复议4件，复议维持2件。"),
    (TABLES, "overview", "信息公开行政复议被纠错2件。", "NB923", "信息公开行政复议被纠错1件。"),
    (TABLES, "overview", "信息公开行政复议纠错率为零。", "NB926", "信息公开行政诉讼败诉率为零。"),
    (TABLES, "overview", "收到政府信息公开申请31宗。", "NB921", "收到政府信息公开申请30宗。"),
    (TABLES, "overview", "收到依申请公开31例。", "NB921", "收到依申请公开30例。"),
    (TABLES, "overview", "发出政府信息公开告知书41份。", "NB921", "发出政府信息公开告知书29份。"),
    (TABLES, "overview", "依申请公开办结29件，顺延4件。", "NB921", "依申请公开办结29件，顺延3件。"),
    (TABLES, "overview", "依申请公开尚有4件正在办理。", "NB921", "依申请公开尚有3件正在办理。"),
    (TABLES, "overview", "公开申请全部办结，无结转。", "NB925", "公开申请中到期的全部办结。"),
    (TABLES, "overview", "政府信息公开申请无未办结件。", "NB925", "政府信息公开申请未办结3件。"),
    (TABLES, "overview", "公开申请中，申请人主动撤回3件。", "NB922", "公开申请中，申请人主动撤回1件。"),
    (TABLES, "overview", "来自法律服务机构的公开申请5件。", "NB921", "来自法律服务机构的公开申请2件。"),
    (
        TABLES,
        "overview",
        "公开申请中，公民申请26件，企业申请3件。",
        "NB921",
        "公开申请中，公民申请24件，企业申请3件。",
    ),
    (TABLES, "overview", "全年公布政府规章1件。", "NB924", "公布规章制度1项。"),
    (TABLES, "overview", "实施行政强制3次。", "NB924", "实施行政强制2次。"),
    (
        TABLES,
        "overview",
        "收到公开申请30件，其中线上21件、线下10件。",
        "NB941",
        "收到公开申请30件，其中线上21件、线下9件。",
    ),
    (TABLES, "overview", "收到政府信息公开申请三十一件。", "NB921", "收到政府信息公开申请三十件。"),
    (
        TABLES,
        "overview",
        "公开申请新收30件，加上上年结转2件，共33件。",
        "NB921",
        "公开申请新收30件，加上上年结转2件，共32件。",
    ),
    (TABLES, "overview", "公开申请中，商业企业申请5家。", "NB921", "公开申请中，商业企业申请3家。"),
    (TABLES, "overview", "制作图解6期、短视频4期，共12期。", "NB941", "制作图解6期、短视频4期，共10期。"),
    (
        TABLES,
        "overview",
        "收到政府信息公开申请30件，是上年的1.5倍。",
        "NB945",
        "收到政府信息公开申请30件，是上年的1.2倍。",
    ),
    (
        TABLES,
        "overview",
        "收到政府信息公开申请30件，较上年增长百分之三十。",
        "NB931",
        "收到政府信息公开申请30件，较上年增长百分之二十。",
    ),
    (
        TABLES,
        "overview",
        "收到政府信息公开申请30件，比2024年的20件增加10件。",
        "NB932",
        "收到政府信息公开申请30件，比2024年的25件增加5件。",
    ),
    (
        TABLES,
        "overview",
        "公开申请予以公开10件、部分公开5件。",
        "NB922",
        "公开申请予以公开12件、部分公开5件。",
    ),
    (ITSELF, "overview", "组织业务培训5次。", "NB938", "其中面向乡镇组织业务培训1次。"),
    (ITSELF, "other", "收取信息处理费60元。", "NB938", "收取信息处理费0元。"),
    (ITSELF, "overview", "对2名责任人员予以问责。", "NB939", "对问题突出的将予以问责。"),
    (ITSELF, "problems", "政府信息公开不及时。均在20个工作日内公开。", "NB939", "政府信息公开更加及时。"),
    (ITSELF, "problems", "场馆活动信息发布不够及时的问题已解决。", "NB939", "场馆错链的问题已解决。"),
    (ITSELF, "overview", "发布解读30篇，其中图解40篇。", "NB941", "发布解读30篇，其中图解20篇。"),
    (
        ITSELF,
        "overview",
        "公布场馆30家（公办10家、民办19家）。",
        "NB941",
        "公布场馆30家（公办10家、民办20家）。",
    ),
    (
        ITSELF,
        "overview",
        "公开申请30件，网络申请20件、信函申请8件、当面申请5件。",
        "NB941",
        "公开申请30件，网络申请20件、信函申请8件、当面申请2件。",
    ),
    (
        ITSELF,
        "overview",
        "政务新媒体账号0个。公众号全年发布信息100条。政务新媒体推送120条。",
        "NB939",
        "政务新媒体账号1个。政务新媒体推送120条。",
    ),
    (
        ITSELF,
        "overview",
        "未设电子邮箱。收到电子邮件申请3件。",
        "NB939",
        "设有电子邮箱。收到电子邮件申请3件。",
    ),
    (
        ITSELF,
        "overview",
        "召开座谈会2场，分别于3月5日、6月8日、9月10日举行。",
        "NB948",
        "召开座谈会3场，分别于3月5日、6月8日、9月10日举行。",
    ),
    (IDENTITY, "overview", "青河区文化和旅游局高度重视。", "NB107", "青禾区文化和旅游局高度重视。"),
    (IDENTITY, "overview", "咨询电话：0000-88000。", "NB108", "咨询电话：0000-8800000。"),
    (IDENTITY, "overview", "电子邮箱：abc.example.cn。", "NB108", "电子邮箱：abc@example.cn。"),
    (IDENTITY, "overview", "网址：http//www.example.cn。", "NB108", "网址：http://www.example.cn。"),
    (IDENTITY, "overview", "咨询电话：，欢迎来电。", "NB108", "咨询电话：12345，欢迎来电。"),
    (IDENTITY, "overview", "2027年5月12日组织演练1次。", "NB109", "2025年5月12日组织演练1次。"),
    (IDENTITY, "overview", "2025年2月30日组织演练1次。", "NB972", "2025年2月28日组织演练1次。"),
    (
        IDENTITY,
        "overview",
        "分为总体情况、主动公开、申请办理、复议诉讼、存在问题等六部分。",
        "NB948",
        "分为总体情况、主动公开等六部分。",
    ),
    *(
        (LAW, "overview", f"依据《条例》（{wrong}）办理。", "NB965", "依据《条例》（国令第711号）办理。")
        for wrong in ("国令711号", "国令第711", "国务院第711号令", "国务院令第711")
    ),
    *(
        (
            LAW,
            "overview",
            f"按照《中华人民共和国政府信息公开工作年度报告格式》（{wrong}）编制。",
            "NB965",
            "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。",
        )
        for wrong in (
            "国办公开办涵〔2021〕30号",
            "国办公开办函[2021]30号",
            "国办公开办函〔2021〕3号",
            "国办公开办函〔2019〕60号",
        )
    ),
    (LAW, "overview", "严格执行15个工作日的答复时限。", "NB965", "严格执行20个工作日的答复时限。"),
    (LAW, "overview", "加强规范性档案管理。", "NB965", "加强规范化档案管理。"),
    (
        LAW,
        "overview",
        "根据中华人民共和国政府信息公开条例要求编制。",
        "NB965",
        "根据《中华人民共和国政府信息公开条例》要求编制。",
    ),
    (
        PHRASES,
        "overview",
        "坚持以习近平新时代特色社会主义思想为指导。",
        "NB966",
        "坚持以习近平新时代中国特色社会主义思想为指导。",
    ),
    (PHRASES, "overview", "学习贯彻党的二十届五中全会精神。", "NB966", "学习贯彻党的二十届四中全会精神。"),
    (PHRASES, "overview", "学习贯彻党的十九大精神。", "NB937", "党的十九大以来，公开不断深化。"),
    (PHRASES, "overview", "坚定“三个自信”。", "NB966", "坚定“四个自信”。"),
    (
        FEES,
        "other",
        "发出信息处理费收费通知1件，通知金额60元，实际收取600元。",
        "NB602",
        "未收取任何信息处理费。",
    ),
    (FEES, "other", "收取信息处理费60万元。", "NB602", "信息处理费收取标准已公布。"),
    (
        PRIVACY,
        "overview",
        "对张小禾（住青禾区河东路22号3栋501室）的申请依法答复。",
        "NB975",
        "对1名自然人的申请依法答复。",
    ),
    (PRIVACY, "overview", "退款至银行卡6222020000012345678。", "NB975", "退款至申请人提供的银行卡。"),
    (PRIVACY, "overview", "申请人邮箱xiaohe@example.com。", "NB975", "申请人可发送电子邮件。"),
    (PRIVACY, "overview", "申请人身份证号11010119900307123X。", "NB967", "申请人出示身份证件。"),
    *(
        (LEFT, "overview", f"全年主动公开{gap}条。", "NB955", "全年逐条公开。")
        for gap in ("**", "？", "（）", "××", "□□")
    ),
    (LEFT, "opening", "可在（具体网址）查阅。", "NB955", "可在具体的网站查阅。"),
    (LEFT, "overview", "全年公开信息条。", "NB955", "全年公开的信息条目清楚。"),
    (LEFT, "overview", "（征求意见稿）", "NB956", "《办法》（征求意见稿）已公示。"),
    (LEFT, "overview", "**监督保障**", "NB956", "监督保障到位。"),
    (LEFT, "overview", "好的，以下是修改后的内容：", "NB956", "修改后的内容已公布。"),
    (SLIPS, "overview", "优化网站栏目设置设置。", "NB961", "优化网站栏目设置。"),
    (SLIPS, "overview", "健全长效机。", "NB970", "健全长效机制。"),
    (SLIPS, "overview", "推进正务公开。", "NB970", "推进政务公开。"),
    (TABLES, "overview", "因信息公开被申请人起诉3件。", "NB923", "因信息公开被申请人起诉1件。"),
    (TABLES, "overview", "依申请公开共登记39宗。", "NB921", "依申请公开共登记30宗。"),
    (TABLES, "overview", "截至年底尚有2件公开申请仍在办理。", "NB921", "截至年底尚有3件公开申请仍在办理。"),
    (TABLES, "overview", "到年底依申请公开无一结转。", "NB925", "到年底依申请公开无一超期。"),
    (TABLES, "overview", "采取行政强制措施4次。", "NB924", "采取行政强制措施2次。"),
    (
        TABLES,
        "overview",
        "提出公开申请的商业企业有8家。",
        "NB921",
        "提出公开申请的商业企业有3家。",
    ),
    (
        TABLES,
        "overview",
        "收到公开申请30件，比2024年的20件多出10件。",
        "NB932",
        "收到公开申请30件，比2024年的25件多出5件。",
    ),
    *(
        (TABLES, "overview", f"{fault}。", "NB931", f"{right}。")
        for fault, right in (
            ("公开申请量同比上升百分之三十", "公开申请量同比上升百分之二十"),
            ("2025年，政府信息公开申请数量较上年下降20%", "2025年，政府信息公开申请数量较上年增长20%"),
            ("公开申请量同比上升百分之十五", "公开申请量同比上升百分之二十点零"),
            ("公开申请总量同比增长25%", "公开申请总量同比增长15%以上"),
            ("依申请公开总数比去年增长22.5%", "上半年，依申请公开总数比去年增长22.5%"),
        )
    ),
    *(
        (TABLES, "overview", f"收到公开申请30件，{fault}。", "NB945", f"收到公开申请30件，{right}。")
        for fault, right in (
            ("较上年减少两成", "较上年增加两成"),
            ("同比增长五成", "同比增长近两成"),
            ("比去年下降近三成", "比去年上升约2成"),
            ("较上年增长近一倍", "较上年增长两成左右"),
            ("较上年翻了一番", "较上年提高成效"),
        )
    ),
    (ITSELF, "overview", "因公开不到位问责干部3人。", "NB939", "因公开不到位提醒干部3人。"),
    (
        ITSELF,
        "overview",
        "未开通电子邮箱申请渠道。通过电子邮件收到申请2件。",
        "NB939",
        "未开通电子邮箱申请渠道。",
    ),
    (
        IDENTITY,
        "opening",
        "本报告由云岭市青河区文化和旅游局编写。",
        "NB107",
        "本报告由云岭市青禾区文化和旅游局编写。",
    ),
    (IDENTITY, "opening", "也可登录清河区人民政府网站。", "NB107", "也可登录青禾区人民政府网站。"),
    (IDENTITY, "overview", "服务热线：0000-88123。", "NB108", "服务热线：12345。"),
    (
        LAW,
        "overview",
        "对照《中华人民共和国政府信息公开条例》（国务院第711号）办理。",
        "NB965",
        "对照《中华人民共和国政府信息公开条例》（国务院令第711号）办理。",
    ),
    (LAW, "overview", "清理行政规范性文档。", "NB965", "清理规范性文档格式。"),
    (LEFT, "overview", "（内部讨论稿，请勿外传）", "NB956", "《办法》（内部讨论稿）征求了意见。"),
    (LEFT, "overview", "（请勿外传）", "NB956", "涉密文件（严禁外传）另行保管。"),
    (ITSELF, "overview", "全年问责人员2人。", "NB939", "县纪委通报问责人员2人。"),
    (FEES, "other", "实际到账信息处理费60万元。", "NB602", "实际到账信息处理费0元。"),
    (LEFT, "overview", "密级：内部。", "NB956", "定密的密级、期限逐件核对。"),
    (EMPTY, "overview", "2024年全年共组织演练4次。", "NB933", "2025年全年共组织演练4次。"),
)


def told(where: str, sentence: str) -> dict[str, Severity]:
    """What the rules say of the clean report with the sentence, by code."""
    if where == "opening":
        this = clean(opening=clean().opening + sentence)
    else:
        this, _ = added(where, sentence).reports()
    return {one.code: one.severity for one in check(Context(this, last()))}


@pytest.mark.parametrize(("clause", "where", "fault", "code", "right"), CLAUSES)
def test_the_fault_is_told_and_its_right_relative_is_not(
    clause: str, where: str, fault: str, code: str, right: str
) -> None:
    assert code in told(where, fault), clause
    wrong = {one: level for one, level in told(where, right).items() if level is not Severity.INFO}
    assert wrong == {}, clause
