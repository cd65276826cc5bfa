"""Faults in whatever words, kind by kind: the fault is told, its right relative beside it is not.

Every sentence stands in the clean report of ``tests/support/sound_report.py`` (its numbers: see
``test_what_reviewers_find``), with last year's report known: 25 new, reconsiderations 3 (2 pending), one
lawsuit, documents 2 issued, licences 102."""

from typing import Final

import pytest

from sections.report.parts import LeftOut, Profile
from sections.rules.base import Context, Severity
from sections.rules.run import check
from tests.support.rule_case import added, text
from tests.support.sound_report import Spoilt, last

_ENDS: Final = {
    "requests": ("overview", "行政复议4件、行政诉讼1件。"),
    "proactive": ("overview", "实施行政强制2件。"),
    "lead": ("overview", "各项任务如期完成。"),
    "management": ("overview", "年中把历年文件重新编了目录。"),
}
"""Where a sentence is put: the end of each paragraph."""

KNOWN_WORDS: Final = (
    ("requests", "有5件依法决定不予公开。", "NB922", "有4件依法决定不予公开。"),
    ("requests", "申请人未经复议径行起诉2件。", "NB923", "申请人未经复议径行起诉1件。"),
    ("requests", "经复议后又起诉的2件。", "NB923", "经复议后又起诉的0件。"),
    ("requests", "个人提出的25件，单位提出的5件。", "NB921", "个人提出的24件，单位提出的6件。"),
    ("requests", "截至年末，还剩2件未到答复期限。", "NB921", "截至年末，还剩3件未到答复期限。"),
    ("requests", "申请人重复提出的3件。", "NB922", "申请人重复提出的2件。"),
    ("requests", "逾期不补正、视为放弃的申请2件。", "NB922", "逾期不补正、视为放弃的申请1件。"),
    ("requests", "没有不予公开的情形。", "NB922", "没有拒绝受理的情形。"),
    ("requests", "年内没有跨年办理的申请。", "NB921", "没有逾期未办结的申请。"),
    ("requests", "没有一件跨年。", "NB921", "没有一件超期。"),
    ("requests", "没有发生因答复不当被复议机关纠错的情况。", "NB923", "没有发生因答复不当被通报的情况。"),
    ("requests", "全年应办申请33件。", "NB921", "全年应办申请32件。"),
    ("requests", "向申请人公开了13件。", "NB922", "向申请人公开了12件。"),
    ("requests", "复议2件被纠正。", "NB923", "复议1件被纠正。"),
    ("requests", "作为被告应诉的信息公开案件3件。", "NB923", "作为被告应诉的信息公开案件1件。"),
    ("requests", "群众向我局提交信息公开申请35件。", "NB921", "群众向我局提交信息公开申请30件。"),
    (
        "requests",
        "因信息不存在、需另行制作而无法提供的4件。",
        "NB922",
        "因信息不存在、需另行制作而无法提供的3件。",
    ),
    ("proactive", "全年作出处罚决定28个。", "NB924", "全年作出处罚决定26个。"),
    ("proactive", "年内新出行政规范性文件4件。", "NB924", "年内新出行政规范性文件3件。"),
    (
        "requests",
        "网上提交申请20件、信件9件、当面递交6件。",
        "NB921",
        "网上提交申请20件、信件6件、当面递交4件。",
    ),
    ("requests", "所收申请全部来自自然人。", "NB921", "所收申请大多来自自然人。"),
    ("requests", "全部申请都已在年内答复完毕。", "NB925", "到期的申请都已在年内答复完毕。"),
    ("requests", "全年公开申请30件，予以公开占60%。", "NB943", "全年公开申请30件，予以公开占40%。"),
    ("requests", "不予公开4件，占办结总数的20%。", "NB943", "不予公开4件，占办结总数的13.8%。"),
    ("requests", "办结29件，占应办32件的95%。", "NB943", "办结29件，占应办32件的90.6%。"),
    (
        "requests",
        "对3件不予处理决定逐一回访，对5件不予处理决定存档。",
        "NB922",
        "对2件不予处理决定逐一回访。",
    ),
)
BETWEEN_YEARS: Final = (
    ("requests", "上年未审结复议3件，本年已审结。", "NB923", "上年未审结复议2件，本年已审结。"),
    ("requests", "上年度转入本年度办理3件。", "NB921", "上年度转入本年度办理2件。"),
    ("requests", "与上年相比，行政复议减少1件。", "NB932", "与上年相比，行政复议增加1件。"),
    ("requests", "公开申请总量较2024年下降一成。", "NB945", "公开申请总量较2024年增长两成。"),
    ("requests", "申请数量是上年的2倍多。", "NB945", "申请数量是上年的1.2倍。"),
    ("requests", "比上年多收申请8件。", "NB932", "比上年多收申请5件。"),
    ("requests", "依申请公开数量连续两年下降。", "NB932", "依申请公开数量连续两年上升。"),
    ("proactive", "规范性文件比上年多制发2件。", "NB932", "规范性文件比上年多制发1件。"),
    ("proactive", "行政许可较上年增加20件。", "NB932", "行政许可较上年增加16件。"),
    ("requests", "全年办结29件，比上年多办5件。", "NB932", "全年办结29件，比上年多办6件。"),
)
AGAINST_ITSELF: Final = (
    ("overview", "寄出问卷300份，收到有效答卷320份。", "NB947", "寄出问卷320份，收到有效答卷300份。"),
    (
        "overview",
        "发现问题8个，已整改8个，另有2个正在整改。",
        "NB947",
        "发现问题8个，已整改6个，另有2个正在整改。",
    ),
    ("overview", "现有场馆25家，公布27家。", "NB947", "现有场馆27家，公布25家。"),
    (
        "overview",
        "先后于4月9日、7月2日、12月3日集中督导2次。",
        "NB948",
        "先后于4月9日、7月2日、12月3日集中督导3次。",
    ),
    ("overview", "展览分别在3月、6月和10月举行，共2场。", "NB948", "展览分别在3月和10月举行，共2场。"),
    (
        "overview",
        "开设三类栏目：政策文件、办事指南、演出信息、场馆预约。",
        "NB948",
        "开设四类栏目：政策文件、办事指南、演出信息、场馆预约。",
    ),
    (
        "overview",
        "考核分为材料审核、网站抽测、满意测评、业务考试、现场答辩等六个方面。",
        "NB948",
        "考核分为材料审核、网站抽测、满意测评、业务考试等方面。",
    ),
    (
        "overview",
        "没有开设场馆预约专栏。场馆预约专栏2个。",
        "NB939",
        "没有开设文物保护专栏。场馆预约专栏2个。",
    ),
    ("overview", "全年没有组织专题业务培训。", "NB939", "全年没有组织外出培训。"),
    ("overview", "发放表格200张，满意180张，满意率95%。", "NB943", "发放表格200张，满意190张，满意率95%。"),
    (
        "overview",
        "巡查5次，一季度1次、二季度1次、三季度1次、四季度1次。",
        "NB941",
        "巡查4次，一季度1次、二季度1次、三季度1次、四季度1次。",
    ),
    ("overview", "按季度开展巡查5次。", "NB944", "按季度开展巡查8次。"),
    ("overview", "点击量36万次，月均2万次。", "NB944", "点击量36万次，月均3万次。"),
    (
        "problems",
        "上年指出的文件解读形式少问题已经解决。文件解读偏少。",
        "NB939",
        "上年指出的场馆指示牌陈旧问题已经解决。文件解读偏少。",
    ),
    ("overview", "开设栏目9个，其中新增3个、保留7个。", "NB941", "开设栏目9个，其中新增3个、保留6个。"),
    ("problems", "改进措施：无。", "NB501", "改进措施：无一例外地落实到人。"),
    ("other", "收费通知涉及金额120元，实收180元。", "NB602", "收费通知涉及金额180元，实收0元。"),
    ("other", "收取信息处理费0.006元。", "NB602", "收取信息处理费0.00元。"),
    ("other", "通知金额-60元。", "NB602", "通知金额60元以下的3件。"),
)
NAMES_AND_PHRASES: Final = (
    (
        "requests",
        "如王小梅申请公开改造信息，我局按期答复。",
        "NB969",
        "如有村民申请公开改造信息，我局按期答复。",
    ),
    ("requests", "村民黄建军关于场馆改造的申请已补正。", "NB969", "村民黄某关于场馆改造的申请已补正。"),
    ("requests", "第三人周建国不同意公开。", "NB969", "第三人不同意公开。"),
    ("requests", "答复书邮寄至和平路36号2幢403室。", "NB975", "答复书邮寄至申请人提供的地址。"),
    ("lead", "深刻领会“两个确立”的重要意义。", "NB966", "深刻领悟“两个确立”的决定性意义。"),
    ("lead", "推进治理体系和治理水平现代化。", "NB966", "推进治理体系和治理能力现代化。"),
    ("lead", "统筹推进“五位一体”总体部署。", "NB966", "统筹推进“五位一体”总体布局。"),
    ("lead", "落实“三审三教”。", "NB966", "落实“三审三校”。"),
    ("lead", "以习近平为核心的党中央。", "NB966", "以习近平同志为核心的党中央。"),
    ("lead", "以新时代中国特色社会主义思想为指导。", "NB966", "以习近平新时代中国特色社会主义思想为指导。"),
    ("lead", "落实市委、市政府，省委、省政府部署。", "NB966", "落实区委、区政府和区委审计委员会部署。"),
    (
        "lead",
        "学习党的二十届二中全会最新精神和二十届历次全会精神。",
        "NB937",
        "学习党的二十届四中全会最新精神和二十届历次全会精神。",
    ),
    ("management", "按照《档案保护法》做好归档。", "NB965", "按照《档案法》《文物保护法》做好归档。"),
    ("management", "保障公众的知晴权。", "NB970", "保障公众的知情权。"),
    ("management", "切实提高高工作质量。", "NB961", "切实提高高效办事的质量。"),
    ("management", "公开栏更新不及及时。", "NB961", "普及及时公开的要求。"),
    ("management", "全年组织自查次。", "NB955", "全年组织自查4次。"),
    ("management", "满意率为%。", "NB955", "满意率为96.5%。"),
    ("management", "数据待补充。", "NB955", "数据已补充。"),
    ("management", "请在此处填写情况。", "NB955", "请在窗口填写申请表。"),
    ("management", "根据您的要求，对上述内容进行了润色。", "NB956", "根据群众的要求，对栏目内容进行了调整。"),
    ("management", "送审稿第二版，请王局审阅。", "NB956", "送审稿报请分管领导审阅。"),
    ("management", "希望以上内容对您有所帮助！", "NB956", "希望以上举措对群众有所帮助！"),
    ("management", "建设服务形政府。", "NB970", "建设服务政府，在行政服务中心设查询点。"),
    ("management", "满意率由去年的96.5%提高到95.2%。", "NB932", "满意率由去年的95.2%提高到96.5%。"),
    ("proactive", "行政许可由上年的112件增至118件。", "NB932", "行政许可由上年的102件增至118件。"),
    ("requests", "属于过程性信息不公开的2件。", "NB922", "属于过程性信息不公开的1件。"),
    ("requests", "行政诉讼胜诉，行政复议未被纠错。", "NB923", "行政诉讼未被纠错。"),
    ("management", "检查发现15处问题，整改完成16处。", "NB947", "检查发现16处问题，整改完成15处。"),
    (
        "management",
        "依据《政府信息公开条例》第五十一条编制年度报告。",
        "NB965",
        "依据《政府信息公开条例》第五十条编制年度报告。",
    ),
    ("management", "依据《行政复议条例》告知救济途径。", "NB965", "依据《行政复议法实施条例》告知救济途径。"),
    ("lead", "坚决捍卫“两个确定”。", "NB966", "坚决捍卫“两个确立”。"),
    ("management", "@办公室请核对。", "NB956", "邮箱wenlv@example.cn已公布。"),
    ("management", "（此段为去年内容，需更新）", "NB956", "（本段道路已通车）"),
    ("management", "工作取的了新进展。", "NB970", "工作取得了新进展。"),
    ("lead", "落实区政府、市政府部署。", "NB966", "任务分解到县区政府和市政府部门。"),
    ("management", "2025年13月完成归档。", "NB972", "2025年12月完成归档。"),
)


FURTHER: Final = (
    (
        "requests",
        "收到以邮寄、网络提交的各类政府信息公开申请共计35件。",
        "NB921",
        "收到以邮寄、网络提交的各类政府信息公开申请共计30件。",
    ),
    (
        "requests",
        "收到公开申请30件，其中线上办理20件，线下办理12件。",
        "NB941",
        "收到公开申请30件，其中线上办理20件，线下办理10件。",
    ),
    ("requests", "告知本机关不掌握该信息的答复有4件。", "NB922", "告知本机关不掌握该信息的答复有2件。"),
    (
        "requests",
        "以信访、投诉形式提出而不予处理的申请4件。",
        "NB922",
        "以信访、投诉形式提出而不予处理的申请1件。",
    ),
    ("requests", "作区分处理、部分公开的答复为7件。", "NB922", "作区分处理、部分公开的答复为5件。"),
    (
        "requests",
        "经通知补正逾期未补正、不再处理的申请3件。",
        "NB922",
        "经通知补正逾期未补正、不再处理的申请1件。",
    ),
    ("requests", "需要加工、汇总而无现成信息的4件。", "NB922", "需要加工、汇总而无现成信息的1件。"),
    (
        "requests",
        "同一申请人就同一内容再次提出、按重复申请处理的有4件。",
        "NB922",
        "同一申请人就同一内容再次提出、按重复申请处理的有2件。",
    ),
    ("requests", "律所等法律服务机构递交申请5件。", "NB921", "律所等法律服务机构递交申请2件。"),
    ("requests", "从2024年延续至本年办理的申请为4件。", "NB921", "从2024年延续至本年办理的申请为2件。"),
    ("requests", "没有一件跨入2026年。", "NB921", "有3件跨入2026年。"),
    ("requests", "未结转任何申请。", "NB921", "上年未结转其他案件。"),
    ("requests", "依申请公开办件量为40件。", "NB921", "依申请公开办件量为30件。"),
    ("requests", "因答复成为被告的案件有3件。", "NB923", "因答复成为被告的案件有1件。"),
    ("requests", "没有一件答复被复议机关责令改正。", "NB923", "没有一件答复被法院责令改正。"),
    (
        "requests",
        "当面递交5件、信函递交12件、网上递交17件，总共30件。",
        "NB941",
        "当面递交5件、信函递交12件、网上递交13件，总共30件。",
    ),
    ("requests", "收到公开申请30件，与上年基本持平。", "NB932", "公开申请30件，群众反映与上年基本一致。"),
    ("proactive", "依法采取强制措施4次。", "NB924", "依法采取强制措施2次。"),
    ("proactive", "行政规范性文件制定3件、清理废除4件。", "NB924", "行政规范性文件制定3件、清理废除1件。"),
    ("proactive", "另发图解由15篇增加到18篇，翻了一番。", "NB945", "另发图解由15篇增加到18篇，增加两成。"),
    ("proactive", "另发图解由8篇增加到16篇，翻两番。", "NB945", "另发图解由8篇增加到32篇，翻两番。"),
    ("proactive", "推文由400条降到348条，下降23%。", "NB931", "推文由400条降到348条，下降13%。"),
    ("proactive", "推文增长15.5%，由780条增至862条。", "NB931", "推文增长10.5%，由780条增至862条。"),
    ("proactive", "展讯由40条增至52条，增加10条。", "NB932", "展讯由40条增至52条，增加12条。"),
    ("proactive", "展讯514条，与上年的420条基本持平。", "NB932", "展讯514条，与上年的508条基本持平。"),
    ("proactive", "栏目由9个减少到12个。", "NB932", "栏目由12个减少到9个。"),
    (
        "proactive",
        "网站另发71条。其中年报1条、演出20条、重点工作20条、场馆28条。",
        "NB941",
        "网站另发71条。其中年报1条、演出20条、重点工作20条、场馆30条。",
    ),
    ("proactive", "阅读量由3万次增至9万次，增长3倍。", "NB945", "阅读量由3万次增至9万次，增长2倍。"),
    ("proactive", "粉丝由2万人增至1.8万人。", "NB932", "粉丝由1.8万人增至2万人。"),
    ("proactive", "作出行政许可决定102项。", "NB924", "作出行政许可决定118项。"),
    ("requests", "上年度未办结、转入本年的5件已答复。", "NB921", "上年度未办结、转入本年的2件已答复。"),
    (
        "overview",
        "新建查阅点4处：城关镇、河东镇、河西镇。",
        "NB948",
        "新建查阅点3处：城关镇、河东镇、河西镇。",
    ),
    ("lead", "学习党的二十届三中全全会精神。", "NB961", "学习党的二十届三中全会精神。"),
    ("overview", "推动提制增效。", "NB970", "推动提质增效。"),
    ("overview", "内部传阅，请勿外传。", "NB956", "明确内部传阅范围。"),
    ("overview", "占比约%。", "NB955", "占比约8%。"),
    ("overview", "整改率100%，尚有2个正在整改。", "NB939", "整改率80%，尚有2个正在整改。"),
    (
        "overview",
        "举办讲座3场（4月、6月、9月、11月各一场）。",
        "NB948",
        "举办讲座3场（4月、6月、9月各一场）。",
    ),
    ("overview", "测评2次，得分分别为92分、95分、96分。", "NB948", "测评2次，得分分别为92分、95分。"),
    (
        "overview",
        "新建数据库3个，分别是演出信息、场馆名录。",
        "NB948",
        "新建数据库3个，分别是演出信息、场馆名录、文物名录。",
    ),
    ("other", "本年度免收信息处理费。本年收取信息处理费60元。", "NB939", "上年没有收取信息处理费。"),
    ("overview", "请领导审阅。", "NB956", "请领导干部带头学习。"),
    ("overview", "参加会议_次。", "NB955", "参加会议2次。"),
    ("overview", "详见htp://www.example.cn。", "NB108", "详见http://www.example.cn。"),
    ("overview", "做好工作工作。", "NB961", "改进工作，工作人员全员参训。"),
    ("overview", "资料移交不过顺畅，各科室都有反映。", "NB970", "资料移交不够顺畅，不过已有专人跟进。"),
    ("overview", "今后进下一步规范审查。", "NB970", "推进下一步规范审查。"),
    ("overview", "开展督促检察。", "NB970", "督促检察机关反馈的问题整改。"),
    (
        "lead",
        "增强“四个意识”、坚定“四个自信”、做到“两个坚持”。",
        "NB966",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    ),
    ("management", "第三方在15日内未答复的按规定处理。", "NB966", "第三方在15个工作日内未答复的按规定处理。"),
)
"""Misses of a further list, by the kind that was mended."""


def _spoilt(where: str, sentence: str) -> Spoilt:
    if where not in _ENDS:
        return added(where, sentence)
    section, end = _ENDS[where]
    return text(section, end, end + sentence)


def told(where: str, sentence: str) -> dict[str, Severity]:
    """What the rules say of the clean report with the sentence, by code."""
    this, _ = _spoilt(where, sentence).reports()
    return {one.code: one.severity for one in check(Context(this, last()))}


@pytest.mark.parametrize(
    ("where", "fault", "code", "right"),
    [*KNOWN_WORDS, *BETWEEN_YEARS, *AGAINST_ITSELF, *NAMES_AND_PHRASES, *FURTHER],
)
def test_the_fault_is_told_and_its_right_relative_is_not(
    where: str, fault: str, code: str, right: str
) -> None:
    assert code in told(where, fault)
    assert {one: level for one, level in told(where, right).items() if level is not Severity.INFO} == {}


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("lead", "落实区委、区政府和区委审计委员会部署。"),
        ("lead", "任务分解到县区政府和市政府部门。"),
        ("management", "建设服务政府，在行政服务中心设查询点。"),
        ("management", "参与全程监督，规范行政执法。"),
        ("requests", "对4件不予公开决定组织复核。"),
        ("requests", "收到4件行政复议决定，申请复议的材料4件。"),
        ("requests", "没有逾期未办结的申请。"),
        ("requests", "当场答复2件，延期答复6件，电话沟通后答复8件。"),
        ("requests", "征求第三方意见3件，其中2件同意公开。"),
        ("requests", "受理投诉举报12件，办结12件。"),
        ("requests", "提出延期的申请2件，向2名申请人当面解释。"),
        ("requests", "编制答复书模板6个，行政复议答辩5次。"),
        ("proactive", "清理规范性文件15件，其中继续有效12件。"),
        ("overview", "参训人员120人次，平均每次40人次。"),
        ("requests", "因资料不全而作出的答复有8件。"),
        ("requests", "同一申请人就同一事项提出申请5件，合并答复。"),
        ("requests", "以书面形式答复20件。"),
        ("requests", "群众再次提出申请2件，占用土地类申请7件。"),
    ],
)
def test_a_right_sentence_brings_not_even_a_hint(where: str, sentence: str) -> None:
    assert told(where, sentence) == told(where, "")


def _office(kind: str = "") -> Profile:
    return Profile(name="青禾区人民政府办公室", kind=kind)


@pytest.mark.parametrize(
    ("office", "sentence", "is_told"),
    [
        (_office(), "区政府办公室累计收到政府信息公开申请28件，上年结转2件。", True),
        (_office(), "区政府办公室累计收到政府信息公开申请30件，上年结转2件。", False),
        (_office("人民政府"), "区政府办公室累计收到政府信息公开申请28件。", False),
        (_office(), "区政府办公室信访科收到政府信息公开申请28件。", False),
    ],
)
def test_the_office_that_reports_by_itself_is_no_part(office: Profile, sentence: str, is_told: bool) -> None:
    this, _ = text("overview", "全年收到政府信息公开申请30件，上年结转2件，", sentence).reports()
    report = this.model_copy(update={"unit": office.name, "profile": office})
    assert ("NB921" in {one.code for one in check(Context(report, last()))}) is is_told


@pytest.mark.parametrize(
    ("opening", "is_told"),
    [
        ("报告由总体情况、存在的问题、其他需要报告的事项六个部分组成。", False),
        ("另有文物保护专栏3个。", True),
    ],
)
def test_a_number_of_listed_parts_counts_none_of_them(opening: str, is_told: bool) -> None:
    this, _ = added("other", "没有设立文物保护专栏。").reports()
    report = this.model_copy(update={"opening": this.opening + opening})
    assert ("NB939" in {one.code for one in check(Context(report, last()))}) is is_told


@pytest.mark.parametrize("name", ["政府信息公开年度工作报告", "政府信息公开工作年度报告（送审稿）"])
def test_a_line_like_a_title_is_judged_as_one(name: str) -> None:
    this, _ = Spoilt().reports()
    line = LeftOut(text=f"{this.unit}2025年{name}", reason="标题前后的文字")
    report = this.model_copy(update={"title": "", "left_out": (line,)})
    assert {"NB101", "NB956"} & {one.code for one in check(Context(report, last()))}
