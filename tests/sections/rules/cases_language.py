"""Cases of the rules about parts, headings, numbering and wording."""

from sections.form import HEADINGS
from sections.report.parts import Overview, Profile
from sections.rules.base import Severity
from tests.sections.rules.case import Case, added, text
from tests.sections.rules.clean import LEAD, TOPICS, Spoilt


def _heading(section: str, words: str) -> Spoilt:
    return Spoilt(changes={"headings": {**HEADINGS, section: words}})


def _identity(first: str) -> str:
    """A number that is well formed; put together here so that none stands in the tests."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, first, strict=True))
    return first + "10X98765432"[total % 11]


LANGUAGE_CASES: tuple[Case, ...] = (
    Case(
        "NB951", True, text("other", "", ""), says="“六、其他需要报告的事项”只有标题，没有内容", where="other"
    ),
    Case("NB951", True, Spoilt(changes={"overview": Overview()}), where="overview", severity=Severity.ERROR),
    Case("NB951", True, text("problems", "", " "), drafting=True, severity=Severity.INFO),
    Case(
        "NB951",
        True,
        Spoilt(
            cells={
                f"disputes.{group}.{name}": None
                for group in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
                for name in ("upheld", "corrected", "other", "pending", "total")
            }
        ),
        says="“四、政府信息公开行政复议、行政诉讼情况”没有表格",
    ),
    Case("NB951", False),
    Case("NB952", True, text("problems", "", "无。"), says="只有2个字", where="problems"),
    Case("NB952", True, text("problems", "", "暂无较大问题"), severity=Severity.WARNING),
    Case(
        "NB952",
        True,
        text("overview", TOPICS["platform"], "（四）政府信息公开平台建设。"),
        says="“政府信息公开平台建设”只有标题，没有内容",
    ),
    Case("NB952", True, text("overview", TOPICS["platform"], "（四）平台建设情况\n无。"), says="只写“无”"),
    Case("NB952", False, text("overview", TOPICS["platform"], "（四）平台建设情况\n1.网站\n改版一次。")),
    Case("NB952", False),
    Case(
        "NB953", True, _heading("problems", "五、存在的主要问题及整改措施"), says="文字不符", where="problems"
    ),
    Case("NB953", True, _heading("overview", "1、 总体情况"), says="编号不符", where="overview"),
    Case("NB953", True, _heading("other", ""), says="没有找到标题", severity=Severity.INFO),
    Case("NB953", False, _heading("disputes", "四、政府信息公开行政复议, 行政诉讼 情况：")),
    Case("NB953", False, Spoilt(changes={"headings": {}})),
    Case("NB954", True, text("problems", "；二是文件", "；三是文件"), says="“三是”之前没有“二是”"),
    Case(
        "NB954",
        True,
        text("problems", "一是部分场馆的活动信息发布不够及时；二是", "二是"),
        says="“二是”之前没有“一是”",
    ),
    Case("NB954", True, text("problems", "；二是文件", "；文件"), says="只有“一是”"),
    Case("NB954", True, text("overview", "（四）", "（五）"), says="“（五）”之前没有“（四）”"),
    Case("NB954", True, added("overview", "第一，抓培训。第三，抓考核。"), says="“第三，”之前没有“第二，”"),
    Case("NB954", True, added("overview", "①抓培训；②抓检查；④抓考核。"), says="“④”之前没有“③”"),
    Case("NB954", True, text("problems", "有两方面不足", "有三方面不足"), says="写“三方面不足”，后面列了2项"),
    Case("NB954", True, added("problems", "\n1.抓培训。\n3.抓考核。"), says="“3.”之前没有“2.”"),
    Case(
        "NB954",
        True,
        Spoilt(
            changes={"paragraphs": {"overview.lead": LEAD}},
            replace={"overview": ("（三）", "（四）")},
        ),
        says="“（四）”之前没有“（三）”",
    ),
    Case(
        "NB954",
        False,
        added("problems", "\n1.抓培训。\n2.抓考核。\n12.5万元用于培训。\n第一，抓培训；第二，抓考核。"),
    ),
    Case("NB954", False),
    Case("NB955", True, text("overview", "842条", "XX条"), says="“XX”", where="overview.proactive"),
    Case("NB955", True, added("problems", "【待填】")),
    Case("NB955", True, added("other", "联系人：____")),
    Case("NB955", True, added("overview", "全年公开{{ proactive.total }}条。")),
    Case("NB955", True, added("overview", "由某某科负责。")),
    Case("NB955", False, added("overview", "推行“1+X”公开模式，办公系统7×24小时运行，提供OA、PDF下载……")),
    Case(
        "NB961",
        True,
        text("overview", "查询更方便。", "查询更方便。。"),
        says="应为“。”",
        fixed=("更方便。。", "更方便。"),
    ),
    Case("NB961", True, text("overview", "群众的文化", "群众的的文化"), fixed=("众的的文", "众的文")),
    Case(
        "NB961",
        True,
        added("overview", "全区政府信息公开政府信息公开工作有序推进。"),
        says="应为“政府信息公开”",
    ),
    Case("NB961", True, added("overview", "全区及及各镇认真落实。"), says="应为“及”"),
    Case(
        "NB961",
        False,
        added(
            "overview", "问题在于涉及及时答复、现在在办的，是是非非一一查清，各项工作等等，一年年一步步推进。"
        ),
    ),
    Case("NB961", True, added("overview", "全局严格严格执行制度。"), says="“严格严格”重复，应为“严格”"),
    Case("NB961", False, added("overview", "逐件清理规范规范性文件。")),
    Case("NB961", False, added("overview", "以便民为目的的改造完成了了解民意的工作。")),
    Case(
        "NB962",
        True,
        text("other", "没有其他需要报告的事项。", "没有其他需要报告的事项"),
        fixed=("的事项", "的事项。"),
    ),
    Case(
        "NB962",
        True,
        text("overview", "各项任务如期完成。", "各项任务如期完成，"),
        fixed=("完成，", "完成。"),
    ),
    Case("NB962", False, text("overview", "（四）政府信息公开平台建设。", "（四）建好平台，扩展渠道\n")),
    Case(
        "NB963",
        True,
        text("problems", "；二是文件", ";二是文件"),
        says="半角“;”，应为“；”",
        fixed=(";二", "；二"),
    ),
    Case("NB963", False, added("overview", "网址www.example.cn, 版本2.0，比例3:1。")),
    Case("NB964", True, text("opening", "条例》和", "条例和"), says="“《”", where="opening"),
    Case("NB964", True, added("overview", "落实“先审后发要求。")),
    Case("NB964", False, added("overview", "分三步：1）编目录；2）审内容；3）上网站（含公众号）。")),
    Case(
        "NB965",
        True,
        text("opening", "人民共和国政府信息公开条例", "人民共和国信息公开条例"),
        fixed=("《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公开条例》"),
    ),
    Case("NB965", True, added("overview", "按照国务院令第492号办理。"), says="国务院令第711号"),
    Case(
        "NB965",
        True,
        added("overview", "认真学习《中华人民共和国政府信息条例》。"),
        says="《中华人民共和国政府信息公开条例》",
        fixed=("《中华人民共和国政府信息条例》", "《中华人民共和国政府信息公开条例》"),
    ),
    Case("NB965", True, added("overview", "执行《政府信息公开信息信息处理费管理办法》。")),
    Case(
        "NB965",
        False,
        added("overview", "落实《虚构省政府信息公开工作考核管理办法》《中华人民共和国行政复议法》。"),
    ),
    Case("NB965", True, text("overview", "在20个工作日内上网", "在30个工作日内上网"), says="20个工作日"),
    Case("NB965", True, added("overview", "自收到申请之日起25个工作日内予以答复。")),
    Case("NB965", False, added("overview", "新文件在5个工作日内公开，自收到申请之日起20个工作日内答复。")),
    Case(
        "NB965",
        False,
        added("overview", "执行《云岭省政府信息公开规定》和《政府信息公开条例》（国务院令第711号）。"),
    ),
    Case(
        "NB966", True, added("overview", "学习党的二十大三中全会精神。"), fixed=("二十大三中", "二十届三中")
    ),
    Case("NB966", True, added("overview", "统筹推进“四个全面”总体布局。"), says="规范表述是“战略布局”"),
    Case("NB966", True, added("overview", "坚持公开为原则、不公开为例外。"), says="公开为常态"),
    Case("NB966", True, added("overview", "学习中国共产党第二十届全国代表大会精神。"), says="规范表述是“次”"),
    Case("NB966", True, added("overview", "坚持以习近平新时代特色社会主义思想为指导。")),
    Case(
        "NB966",
        False,
        added(
            "overview",
            "坚持以习近平新时代中国特色社会主义思想为指导，学习党的二十大和二十届三中全会精神，深化“放管服”改革。",
        ),
    ),
    Case(
        "NB967", True, added("overview", f"证件号{_identity('11010119900307123')}。"), severity=Severity.ERROR
    ),
    Case("NB967", False, added("overview", "统一社会信用代码11010119900307000K，流水号110101199013071234。")),
    Case("NB968", True, added("overview", f"可拨打{'138'}{'12345678'}咨询。"), says="138****5678"),
    Case("NB968", False, text("opening", "电话：0000-8800000", f"电话：{'138'}{'12345678'}")),
    Case(
        "NB968",
        False,
        Spoilt(
            changes={"profile": Profile(telephone=f"{'138'}{'12345678'}")},
            replace=added("overview", f"可拨打{'138'}{'12345678'}咨询。").replace,
        ),
    ),
    Case("NB969", True, added("overview", "申请人张小禾提出的申请已答复。"), says="（张*）"),
    Case(
        "NB970", True, added("overview", "畅通受理渠。"), says="应为“渠道”", fixed=("受理渠。", "受理渠道。")
    ),
    Case("NB970", True, added("overview", "截止2025年12月31日，可登陆区政府门户网站查询。")),
    Case("NB970", True, added("overview", "群众反应问题的渠道更多，修定了行政规范文件。"), says="应为“反映”"),
    Case("NB970", True, added("overview", "依申公开答复复核更严，公示拦及时更新。"), says="应为“依申请公开”"),
    Case(
        "NB970",
        False,
        added(
            "overview", "对舆情快速反应，安排修订规范性文件，第一时间作为重点，统筹推进，答复复议机关来函。"
        ),
    ),
    Case("NB970", False, added("overview", "畅通受理渠道，截至2025年底，报名截止日期已过，与以往相同。")),
    Case("NB969", False, added("overview", "申请人陆续提出补正，申请人对答复表示满意，申请人通过网站提交。")),
    Case(
        "NB957",
        True,
        Spoilt(changes={"headings": dict(sorted(HEADINGS.items()))}),
        says="排在了",
    ),
    Case("NB957", False),
    Case(
        "NB971",
        True,
        text("overview", "842条", "84O条"),
        says="应为“840”",
        severity=Severity.ERROR,
        fixed=("84O条", "840条"),
    ),
    Case("NB971", True, added("overview", "收到来信O件，编发简报l2期。"), says="“l2”"),
    Case("NB971", False, added("overview", "OA系统3项、5G应用2个、APP下载120次、IE10浏览器、二〇二五年。")),
    Case("NB972", True, added("overview", "2025年2月30日召开会议。"), says="“2025年2月30日”不是存在的日期"),
    Case("NB972", True, text("opening", "12月31日", "12月32日")),
    Case("NB972", False, added("overview", "2月29日、9月30日和12月31日分别发布。")),
    Case("NB973", True, added("overview", "收到来信大约30件左右。"), severity=Severity.INFO),
    Case("NB973", True, text("opening", "，编制本报告。", "，本报告按要求编制此报告。")),
    Case("NB973", False, added("overview", "收到来信30件左右，超过20人参与，近30件已答复。")),
)
