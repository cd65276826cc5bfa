"""Parts that are only a set phrase."""

import re
from collections.abc import Iterable

from sections.rules._basis import CONTENT
from sections.rules._texts import lead_of, overview_pieces, overview_text, section_text, topic_of
from sections.rules.base import Context, Finding, Rule, Severity

_LEAST = {"overview": 60, "problems": 20}
_EMPTY = re.compile("(?:暂?无|没有|略)(?:此项|相关)?(?:内容|情况)?")
_NOTHING = re.compile(r"(?:暂?无|没有|略|不存在|未发现)[^，；]{0,14}")

_NO_PROBLEM = re.compile(r"(?:问题|不足)(?:主要)?(?:有|是|为)?[：:](?:暂?无|没有|不存在)(?:[。；，]|$)")
_SET_WORDS = re.compile(
    "政府信息公开|政务信息公开|政务公开|信息公开|主动公开|依申请公开|思想认识|组织领导|长效机制|良好氛围|队伍建设|监督检查"
    "|[一二三四五六]是|下一步|进一步|主要|存在|一些|仍然?|还是?|有待|需要?|不够|不足|问题|差距|改进|措施|情况|今后|将|要|继续|不断"
    "|持续|切实|积极|扎实|认真|努力|着力|全面|深入|有效|更加|加强|加大|加快|提高|提升|强化|完善|健全|规范|优化|深化|推进|推动|落实"
    "|开展|做好|确保|营造|建立|抓好|认识|意识|力度|水平|能力|质量|效率|制度|机制|领导|宣传|学习|培训|业务|管理|工作|人员|队伍|素质"
    "|内容|形式|深度|广度|及时性|重视|程度|方面|上级|要求|部署|各项|任务|高度|较为?|较少|单一|不高|不强|不全面|不及时|个别|部分"
    "|科室|单位|部门|平台|建设|取得|实效|成效|成果|成绩|明显|显著|良好|我[局委办镇乡县区市]|本[局办]|本单位|以及|[的和与及在对了有上中等也为不是]|[，。；：、\\s]"
)
_LEAST_TOPIC = 40
_LEFT = 0.08


def _says_nothing(text: str) -> bool:
    """Whether set words are all that part five says."""
    return len(_SET_WORDS.sub("", text)) <= _LEFT * len(text)


class SetPhrase(Rule):
    """Parts one and five say something."""

    code = "NB952"
    name = "内容空洞或只有套话"
    severity = Severity.WARNING
    checks = (
        "第一部分不足60字、第五部分不足20字，或者只写“无”“暂无”的；第一部分的小标题下没有内容的；"
        "小标题下只有一般说法的，只作提示。"
        "第六部分由信息处理费一条检查。"
    )
    why = "主管部门把内容空洞、敷衍塞责列为通报情形。"
    basis = CONTENT
    wrong = "五、存在的主要问题及改进情况　无"
    right = "写明一两个实际问题，以及对应的改进措施。"
    how = "补写实际情况。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each part with next to nothing in it."""
        for section, least in _LEAST.items():
            text = re.sub(r"\s", "", section_text(context.report, section))
            if text and (len(text) < least or _NOTHING.fullmatch(text.rstrip("。"))):
                yield self.finding(
                    section,
                    f"“{context.report.form.headings[section]}”只有{len(text)}个字，内容空洞。",
                    text[:40],
                    severity=Severity.INFO if context.drafting else None,
                )
        problems = section_text(context.report, "problems")
        if match := _NO_PROBLEM.search(problems):
            yield self.finding("problems", f"第五部分写“{match[0]}”，没有写实际存在的问题。", match[0])
        elif not context.drafting and problems and _says_nothing(problems):
            words = "第五部分的问题和措施都是一般的说法，看不出是哪个单位、哪一件事，请写得具体些。"
            yield self.finding("problems", words, problems[:40], severity=Severity.INFO)
        if not (context.drafting or context.answers_known):
            yield from self._topics(overview_text(context.report))

    def _topics(self, text: str) -> Iterable[Finding]:
        for piece in overview_pieces(text):
            lead = lead_of(piece.text.split("\n", 1)[0])
            if lead is None or piece.where == "overview.lead" or topic_of(lead) is None:
                continue
            body = re.sub(r"[\s。：:]", "", piece.text.partition(lead)[2])
            if not body or _EMPTY.fullmatch(body):
                only = f"只写“{body}”" if body else "只有标题，没有内容"
                yield self.finding(piece.where, f"第一部分“{lead}”{only}。", piece.text[:40])
            elif len(body) < _LEAST_TOPIC and _says_nothing(body.replace(lead, "")):
                words = f"第一部分“{lead}”只有一般的说法，没有写做了什么。"
                yield self.finding(piece.where, words, piece.text[:40], severity=Severity.INFO)
