"""What drafting left behind: notes, versions, marks of a confidential draft, a chat program's words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sections.language.slips import excerpt
from sections.rules._basis import REVIEWED
from sections.rules._texts import pieces
from sections.rules.base import Context, Finding, Rule, Severity

_DRAFT: Final = (
    "征求意见稿|讨论稿|送审稿|审议稿|修改稿|初稿|草稿|终稿|定稿|报审稿|修改版|第[一二三四五六七八九十]稿"
)
_MARKS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "对话程序的用语",
        re.compile(
            r"作为(?:一个|一名|一款)?(?:人工智能|AI|大?语言模型|智能)(?:助手|模型|语言模型)"
            r"|以下(?:是|为)(?:我)?(?:为您|根据您|按照您|修改后|优化后|润色后|调整后|改写后)[^，。；]{0,16}"
            r"|(?:^|(?<=[。！\n]))(?:好的|当然|没问题|明白了)[，,！!](?=[^。]{0,24}(?:以下|为您|帮您|修改|内容|段落))"
            r"|希望(?:以上|这些|这份|本)[^，。；]{0,12}(?:对您|能帮|有所帮助|符合您)|为您(?:生成|撰写|润色|整理|提供了)"
            r"|如(?:果您?)?(?:还)?(?:有|需)[^，。]{0,12}，?请(?:随时)?告诉我|您可以根据(?:实际|需要)[^，。]{0,8}(?:修改|调整)"
            r"|(?:以上|本|上述)?(?:内容|文本|回答|文字)[^，。；]{0,6}由(?:AI|人工智能|大模型)[^，。；]{0,4}生成|仅供参考，请(?:根据|结合)"
            r"|(?:^|(?<=[，。\n]))(?:我)?(?:无法|不能)(?:为您)?(?:提供|生成|访问)(?:具体|实时|真实)[^，。]{0,16}|我是(?:一个|一款)?(?:AI|人工智能|大?语言模型)[^，。]{0,10}"
            r"|(?:^|(?<=[。\n]))(?:总结|综上|注意|说明|提示)[：:](?:以上|上述)(?:内容|段落|文字)?[^，。]{0,20}|[（(](?:全文|正文)?(?:字数|共)[：:]?约?[0-9]{2,5}字[）)]|[（(]字数[^（）()]{0,16}[）)]|根据您(?:提供|给出)的"
        ),
    ),
    (
        "稿件的版本",
        re.compile(
            rf"(?:^|(?<=[。\n]))[（(【]?(?:{_DRAFT})[）)】]?(?:[Vv]?[0-9.]{{1,10}})?[。]?(?=\n|$)"
            rf"|[（(【](?:{_DRAFT})[）)】](?=\n|$)|(?:^|(?<=[。\n]))[（(【]内部(?:{_DRAFT})[^（）()【】\n]{{0,12}}[）)】]|(?:{_DRAFT})(?:[Vv][0-9.]+|20[0-9]{{6}})"
            rf"|(?:^|(?<=[。\n]))[（(【](?:{_DRAFT})[）)】]|(?:^|(?<=[。\n]))(?:{_DRAFT})(?=(?:本|全)[年局]|举办|组织|开展|完善|加强|召开)"
            r"|(?:^|(?<=[。\n]))[Vv][0-9]{1,2}\.[0-9]{1,2}"
        ),
    ),
    (
        "密级或内部标记",
        re.compile(
            r"(?:绝密|机密|秘密)[★☆]|(?:^|(?<=[\n]))(?:内部资料|内部文件|内部使用)[^。\n]{0,12}(?=\n|$)"
            r"|(?:^|(?<=[。\n]))密级[：:][^，。；\n]{1,8}(?=[。\n]|$)"
            r"|(?:^|(?<=[。\n]))[（(【][^（）()【】\n]{0,12}(?:请?勿|严禁)外传[^（）()【】\n]{0,4}[）)】]|注意保存|阅后即焚|不得外传"
        ),
    ),
    (
        "给起草人的批注",
        re.compile(
            r"[（(【\[](?:[^（）()【】\[\]。]{0,12})(?:待[^（）()]{0,8}核|数字?待|数据待|请[^（）()]{0,8}(?:核实|补充|确认|修改|审定)"
            r"|此处|领导(?:审|定|要求)|未核实|暂定|存疑)[^（）()【】\[\]]{0,16}[）)】\]]|批注[0-9]*[：:]|隐藏[：:]"
        ),
    ),
    (
        "排版记号",
        re.compile(
            r"\*\*[^*\n]{1,60}\*\*|(?:^|(?<=[\n。]))#{1,4} ?(?=[\u4e00-\u9fff])|```"
            r"|(?:^|(?<=[\n。]))[-*•] ?(?=[\u4e00-\u9fff])"
        ),
    ),
    (
        "不全年的数据说明",
        re.compile(
            r"(?:数据|统计)(?:均)?(?:为|是)(?:20[0-9]{2}年)?1月?(?:[—–－~-]{1,2}|至|到)(?:[2-9]|1[01])月|(?<![0-9])[0-9]{1,2}月(?:份)?(?:的)?数据待"
            r"|(?:数据|统计)(?:均)?截[至止]到?(?:20[0-9]{2}年)?(?:[1-9]|1[01])月(?:底|末|[0-9]{1,2}日)?"
        ),
    ),
)
"""What it is, and how it is known."""


class LeftBehind(Rule):
    """Nothing of the drafting is left in the report."""

    code = "NB956"
    name = "留有起草过程的文字"
    severity = Severity.WARNING
    checks = (
        "正文是否留有稿件版本（“第一稿”“征求意见稿”单独成行）、密级和内部标记、给起草人的批注、"
        "对话程序的用语（“以下是为您生成的……”）、Markdown记号，以及“数据截至11月”之类不是全年的说明。"
    )
    why = "这些文字不是写给公众看的，公布后十分难看，带密级标记的更不得公布。"
    basis = REVIEWED
    wrong = "好的，以下是修改后的内容：……"
    right = "只留报告本身的文字。"
    how = "删去这些文字，并核对它所在的段落。"

    def check(self, context: Context) -> Iterable[Finding]:
        """Yield each such place."""
        for piece in pieces(context.report):
            for kind, found, quote in left_behind(piece.text):
                yield self.finding(piece.where, f"留有{kind}“{found}”。", quote)


@lru_cache(maxsize=512)
def left_behind(text: str) -> tuple[tuple[str, str, str], ...]:
    """(kind, words, quote) of each."""
    return tuple(
        (kind, match[0].strip(), excerpt(text, match.start(), len(match[0])))
        for kind, pattern in _MARKS
        for match in pattern.finditer(text)
    )
